package command

import (
	"context"

	"sifang/ent"
	"sifang/ent/db"
	"sifang/ent/db/declaration"
	"sifang/schema"
	"sifang/schema/day"
	"sifang/schema/fault"
	"sifang/schema/ident"
	"sifang/schema/seat"
)

// DeclareInterestInput is what is declared about a person.
type DeclareInterestInput struct {
	ent.Order
	PersonID            ident.Person
	Kind                schema.DeclarationKind
	Relation            string
	AboutPersonID       *ident.Person
	AboutOrganizationID *ident.Organization
	Evidence            *string
	From                *day.Date
	To                  *day.Date
}

// DeclareInterestPayload names the declaration made.
type DeclareInterestPayload struct {
	fault.Outcome
	DeclarationID ident.ID
}

// DeclareInterest records a relative, an employer, an interest or conduct of a
// person, on which eligibility and recusal rest. People declare for themselves;
// the community that keeps their record may enter it for them.
func (d *Do) DeclareInterest(ctx context.Context, in DeclareInterestInput) (*DeclareInterestPayload, error) {
	return work(ctx, d, "declareInterest", in, in.do)
}

func (in DeclareInterestInput) do(ctx context.Context, tx *ent.Tx) (*ent.Deed[DeclareInterestPayload], error) {
	p, err := need(ctx, lockedPerson(tx, ent.Update), in.PersonID.ID, "personId")
	if err != nil {
		return nil, err
	}
	subject := inCommunity(p.CommunityID)
	subject.Persons = []ident.ID{p.ID}
	grant, err := may(ctx, tx, "declareInterest", p.ID, subject)
	if err != nil {
		return nil, err
	}
	if err := in.others(ctx, tx); err != nil {
		return nil, err
	}
	from := orToday(in.From, tx)
	if err := refuse(in.wrong(from)...); err != nil {
		return nil, err
	}
	exists, err := in.same(tx).Where(overlapping(from, in.To)).Exist(ctx)
	if err != nil {
		return nil, err
	}
	if exists {
		return nil, fault.New(fault.AlreadyExists, "kind", ident.KindDeclaration)
	}
	row, err := tx.Declaration.Create().SetNillableCommunityID(p.CommunityID).SetPersonID(p.ID).SetKind(in.Kind).
		SetRelation(in.Relation).SetNillableAboutPersonID(pointer(in.AboutPersonID)).
		SetNillableAboutOrganizationID(pointer(in.AboutOrganizationID)).SetNillableEvidence(in.Evidence).
		SetFrom(from).SetNillableTo(in.To).Save(ctx)
	if err != nil {
		return nil, err
	}
	in.seal(tx)
	return ent.Did(DeclareInterestPayload{DeclarationID: row.ID}, grant, row.ID, p.CommunityID, map[string]any{"from": from}), nil
}

// others reads the relative or the organization named. Of their own relatives
// people may name anybody: what they have to declare does not end where their
// sight of the register does, and having named somebody shows them nothing more.
func (in DeclareInterestInput) others(ctx context.Context, tx *ent.Tx) error {
	var err error
	switch {
	case in.AboutPersonID == nil:
	case tx.Viewer.Person == in.PersonID.ID:
		_, err = need(ctx, tx.Person.Get, in.AboutPersonID.ID, "aboutPersonId")
	default:
		_, err = seenPerson(ctx, tx, tx.Person.Get, in.AboutPersonID.ID, "aboutPersonId")
	}
	if err != nil {
		return err
	}
	if in.AboutOrganizationID != nil {
		if _, err := need(ctx, tx.Organization.Get, in.AboutOrganizationID.ID, "aboutOrganizationId"); err != nil {
			return err
		}
	}
	return nil
}

// wrong lists what does not go together.
func (in DeclareInterestInput) wrong(from day.Date) []*fault.Fault {
	wrong := seat.CheckDeclaration(in.Kind, in.Relation)
	wrong = append(wrong, in.about()...)
	if in.AboutPersonID != nil {
		wrong = append(wrong, differ(in.PersonID.ID, in.AboutPersonID.ID, "aboutPersonId"))
	}
	return append(wrong, optionalText("evidence", in.Evidence, textLimit), span(from, in.To))
}

// about asks for whom or what each kind of declaration concerns besides the
// person: a relative, an employer, either for an interest, nobody for conduct.
func (in DeclareInterestInput) about() []*fault.Fault {
	person, organization := in.AboutPersonID != nil, in.AboutOrganizationID != nil
	field := func(wanted, given bool, name string) *fault.Fault {
		switch {
		case wanted && !given:
			return fault.New(fault.FieldNeeded, "kind", in.Kind, "field", name).At(name)
		case given && !wanted:
			return fault.New(fault.FieldUnused, "kind", in.Kind, "field", name).At(name)
		}
		return nil
	}
	if in.Kind == schema.DeclarationKindInterest {
		if person == organization {
			return []*fault.Fault{fault.New(fault.OneOfNeeded, "fields", "aboutPersonId, aboutOrganizationId").At("aboutPersonId")}
		}
		return nil
	}
	return []*fault.Fault{
		field(in.Kind == schema.DeclarationKindKinship, person, "aboutPersonId"),
		field(in.Kind == schema.DeclarationKindEmployment, organization, "aboutOrganizationId"),
	}
}

// same looks for declarations of the same thing.
func (in DeclareInterestInput) same(tx *ent.Tx) *db.DeclarationQuery {
	q := tx.Declaration.Query().Where(declaration.PersonID(in.PersonID.ID), declaration.KindEQ(in.Kind), declaration.Relation(in.Relation))
	if in.AboutPersonID != nil {
		q.Where(declaration.AboutPersonID(in.AboutPersonID.ID))
	}
	if in.AboutOrganizationID != nil {
		q.Where(declaration.AboutOrganizationID(in.AboutOrganizationID.ID))
	}
	return q
}

// seal keeps out of the record whatever tells something about the person, the
// kind of declaration included.
func (in DeclareInterestInput) seal(tx *ent.Tx) {
	tx.Seal("person", in.PersonID.String())
	tx.Seal("kind", string(in.Kind))
	tx.Seal("relation", in.Relation)
	if in.AboutPersonID != nil {
		tx.Seal("aboutPerson", in.AboutPersonID.String())
	}
	if in.AboutOrganizationID != nil {
		tx.Seal("aboutOrganization", in.AboutOrganizationID.String())
	}
	if in.Evidence != nil {
		tx.Seal("evidence", *in.Evidence)
	}
}
