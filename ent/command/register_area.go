package command

import (
	"context"
	"regexp"

	"sifang/ent"
	"sifang/ent/power"
	"sifang/schema"
	"sifang/schema/day"
	"sifang/schema/fault"
	"sifang/schema/ident"
)

// RegisterAreaInput is what is to be registered as an area.
type RegisterAreaInput struct {
	ent.Order
	Kind     schema.AreaKind
	Name     string
	Code     *string
	ParentID *ident.Area
	Pilot    bool
	From     *day.Date
	To       *day.Date
}

// RegisterAreaPayload names the area registered.
type RegisterAreaPayload struct {
	fault.Outcome
	AreaID ident.ID
}

var divisionCode = regexp.MustCompile(`^([0-9]{6}|[0-9]{9}|[0-9]{12})$`)

// RegisterArea registers a piece of territory. Everything below a community
// belongs to that community; a community belongs to itself.
func (d *Do) RegisterArea(ctx context.Context, in RegisterAreaInput) (*RegisterAreaPayload, error) {
	return work(ctx, d, "registerArea", in, in.do)
}

func (in RegisterAreaInput) do(ctx context.Context, tx *ent.Tx) (*ent.Deed[RegisterAreaPayload], error) {
	id := ident.New(ident.KindArea, tx.Now)
	community, err := communityUnder(ctx, tx, in.Kind, id, in.ParentID)
	if err != nil {
		return nil, err
	}
	// A community is registered by what lies above it.
	subject := inCommunity(community)
	if subject.Registers, err = power.Registers(ctx, tx.Client, pointer(in.ParentID)); err != nil {
		return nil, err
	}
	if community != nil && *community == id {
		subject.Community = ident.Nil
	}
	grant, err := may(ctx, tx, "registerArea", ident.Nil, subject)
	if err != nil {
		return nil, err
	}
	from := orToday(in.From, tx)
	if err := refuse(text("name", in.Name, nameLimit), division(in.Code), span(from, in.To)); err != nil {
		return nil, err
	}
	err = tx.Area.Create().SetID(id).SetNillableCommunityID(community).SetKind(in.Kind).SetName(in.Name).
		SetNillableCode(in.Code).SetPilot(in.Pilot).SetNillableParentID(pointer(in.ParentID)).
		SetFrom(from).SetNillableTo(in.To).Exec(ctx)
	return ent.Did(RegisterAreaPayload{AreaID: id}, grant, id, community, map[string]any{
		"kind": in.Kind, "name": in.Name, "from": from,
	}), err
}

// communityUnder is the community that an area of this kind belongs to.
func communityUnder(ctx context.Context, tx *ent.Tx, kind schema.AreaKind, id ident.ID, parent *ident.Area) (*ident.ID, error) {
	var community *ident.ID
	if parent != nil {
		above, err := need(ctx, tx.Area.Get, parent.ID, "parentId")
		if err != nil {
			return nil, err
		}
		community = above.CommunityID
	}
	if kind == schema.AreaKindCommunity || kind == schema.AreaKindVillage {
		community = &id
	}
	return community, nil
}

func division(code *string) *fault.Fault {
	if code == nil || divisionCode.MatchString(*code) {
		return nil
	}
	return fault.New(fault.InvalidCode, "code", *code).At("code")
}
