package command

import (
	"context"

	"sifang/ent"
	"sifang/schema"
	"sifang/schema/day"
	"sifang/schema/fault"
	"sifang/schema/ident"
)

// RegisterPersonInput is what is recorded of a person.
type RegisterPersonInput struct {
	ent.Order
	Name        string
	Sex         *schema.Sex
	BirthDate   *day.Date
	CommunityID *ident.Area
}

// RegisterPersonPayload names the person registered.
type RegisterPersonPayload struct {
	fault.Outcome
	PersonID ident.ID
}

// personNameLimit leaves room for the longest names of the national minorities
// and of foreigners.
const personNameLimit = 100

// oldest is how many years ago somebody alive may have been born.
const oldest = 150

// communities are the kinds of areas that keep a register.
var communities = []schema.AreaKind{schema.AreaKindCommunity, schema.AreaKindVillage}

// RegisterPerson records a person. The community named keeps the record; that
// of somebody who belongs to none is kept above communities.
func (d *Do) RegisterPerson(ctx context.Context, in RegisterPersonInput) (*RegisterPersonPayload, error) {
	return work(ctx, d, "registerPerson", in, in.do)
}

func (in RegisterPersonInput) do(ctx context.Context, tx *ent.Tx) (*ent.Deed[RegisterPersonPayload], error) {
	var community *ident.ID
	var wrong *fault.Fault
	if in.CommunityID != nil {
		area, err := need(ctx, tx.Area.Get, in.CommunityID.ID, "communityId")
		if err != nil {
			return nil, err
		}
		community, wrong = area.CommunityID, fits(area.Kind, communities, "communityId")
	}
	grant, err := may(ctx, tx, "registerPerson", ident.Nil, inCommunity(community))
	if err != nil {
		return nil, err
	}
	if err := refuse(text("name", in.Name, personNameLimit), born(in.BirthDate, tx.Today), wrong); err != nil {
		return nil, err
	}
	row, err := tx.Person.Create().SetNillableCommunityID(community).SetName(in.Name).
		SetNillableSex(in.Sex).SetNillableBirthDate(in.BirthDate).Save(ctx)
	if err != nil {
		return nil, err
	}
	tx.Seal("name", in.Name)
	if in.Sex != nil {
		tx.Seal("sex", string(*in.Sex))
	}
	if in.BirthDate != nil {
		tx.Seal("birthDate", in.BirthDate.String())
	}
	return ent.Did(RegisterPersonPayload{PersonID: row.ID}, grant, row.ID, community, nil), nil
}

func born(on *day.Date, today day.Date) *fault.Fault {
	least := today.AddYears(-oldest)
	if on == nil || on.Compare(least) >= 0 && on.Compare(today) <= 0 {
		return nil
	}
	return fault.New(fault.OutOfRange, "least", least, "most", today).At("birthDate")
}
