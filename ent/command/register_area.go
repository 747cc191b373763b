package command

import (
	"context"
	"regexp"

	"sifang/ent"
	"sifang/ent/db"
	"sifang/ent/power"
	"sifang/schema"
	"sifang/schema/day"
	"sifang/schema/fault"
	"sifang/schema/hierarchy"
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
	above, err := in.parent(ctx, tx)
	if err != nil {
		return nil, err
	}
	community := communityUnder(in.Kind, id, above)
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
	if err := refuse(text("name", in.Name, nameLimit), division(in.Code), in.misplaced(above), span(from, in.To)); err != nil {
		return nil, err
	}
	err = tx.Area.Create().SetID(id).SetNillableCommunityID(community).SetKind(in.Kind).SetName(in.Name).
		SetNillableCode(in.Code).SetPilot(in.Pilot).SetNillableParentID(pointer(in.ParentID)).
		SetFrom(from).SetNillableTo(in.To).Exec(ctx)
	return ent.Did(RegisterAreaPayload{AreaID: id}, grant, id, community, map[string]any{
		"kind": in.Kind, "name": in.Name, "from": from,
	}), err
}

// parent is the area of which it is to be a part, nil if of none.
func (in RegisterAreaInput) parent(ctx context.Context, tx *ent.Tx) (*db.Area, error) {
	if in.ParentID == nil {
		return nil, nil
	}
	return need(ctx, tx.Area.Get, in.ParentID.ID, "parentId")
}

// misplaced refuses a parent of which an area of this kind cannot be a part.
func (in RegisterAreaInput) misplaced(above *db.Area) *fault.Fault {
	if above == nil {
		return nil
	}
	return at(hierarchy.CheckArea(in.Kind, above.Kind), "parentId")
}

// communityUnder is the community that an area of this kind belongs to.
func communityUnder(kind schema.AreaKind, id ident.ID, above *db.Area) *ident.ID {
	switch {
	case kind == schema.AreaKindCommunity || kind == schema.AreaKindVillage:
		return &id
	case above != nil:
		return above.CommunityID
	default:
		return nil
	}
}

func division(code *string) *fault.Fault {
	if code == nil || divisionCode.MatchString(*code) {
		return nil
	}
	return fault.New(fault.InvalidCode, "code", *code).At("code")
}
