package command

import (
	"context"
	"slices"

	"sifang/ent"
	"sifang/ent/db"
	"sifang/ent/power"
	"sifang/schema"
	"sifang/schema/day"
	"sifang/schema/fault"
	"sifang/schema/hierarchy"
	"sifang/schema/ident"
	"sifang/schema/mandate"
)

// EstablishOrganizationInput is what is to be established as an organization.
type EstablishOrganizationInput struct {
	ent.Order
	Kind     schema.OrganizationKind
	Name     string
	ParentID *ident.Organization
	AreaID   *ident.Area
	From     *day.Date
}

// EstablishOrganizationPayload names the organization established.
type EstablishOrganizationPayload struct {
	fault.Outcome
	OrganizationID ident.ID
}

// EstablishOrganization enters an organization in the register. It belongs to
// the community of its area or, without an area, to that of its parent.
func (d *Do) EstablishOrganization(ctx context.Context, in EstablishOrganizationInput) (*EstablishOrganizationPayload, error) {
	return work(ctx, d, "establishOrganization", in, in.do)
}

func (in EstablishOrganizationInput) do(ctx context.Context, tx *ent.Tx) (*ent.Deed[EstablishOrganizationPayload], error) {
	id, from := ident.New(ident.KindOrganization, tx.Now), orToday(in.From, tx)
	place, err := in.place(ctx, tx, from)
	if err != nil {
		return nil, err
	}
	subject, err := in.subject(ctx, tx, place)
	if err != nil {
		return nil, err
	}
	grant, err := may(ctx, tx, "establishOrganization", ident.Nil, subject)
	if err != nil {
		return nil, err
	}
	if err := refuse(append(place.wrong, text("name", in.Name, nameLimit))...); err != nil {
		return nil, err
	}
	err = tx.Organization.Create().SetID(id).SetNillableCommunityID(place.community).SetKind(in.Kind).SetName(in.Name).
		SetNillableParentID(pointer(in.ParentID)).SetNillableAreaID(pointer(in.AreaID)).SetFrom(from).Exec(ctx)
	facts := map[string]any{"kind": in.Kind, "name": in.Name, "from": from}
	if in.ParentID != nil {
		facts["parent"] = in.ParentID
	}
	if in.AreaID != nil {
		facts["area"] = in.AreaID
	}
	return ent.Did(EstablishOrganizationPayload{OrganizationID: id}, grant, id, place.community, facts), err
}

// place is where an organization is to stand.
type place struct {
	parent    *db.Organization
	community *ident.ID
	wrong     []*fault.Fault
}

// place reads parent and area and lists in what they do not suit the
// organization or each other.
func (in EstablishOrganizationInput) place(ctx context.Context, tx *ent.Tx, from day.Date) (place, error) {
	var p place
	var level schema.OrganizationKind
	if in.ParentID != nil {
		parent, err := need(ctx, lockedOrganization(tx, ent.Share), in.ParentID.ID, "parentId")
		if err != nil {
			return p, err
		}
		p.parent, p.community, level = parent, parent.CommunityID, parent.Kind
		p.wrong = append(p.wrong, existsOn(from, parent.From, parent.To, "parentId"))
	}
	if wrong := hierarchy.Check(in.Kind, level); wrong != nil {
		p.wrong = append(p.wrong, wrong.At("parentId"))
	}
	if in.AreaID == nil {
		return p, nil
	}
	area, err := need(ctx, tx.Area.Get, in.AreaID.ID, "areaId")
	if err != nil {
		return p, err
	}
	if apart(p.community, area.CommunityID) {
		p.wrong = append(p.wrong, fault.New(fault.OutsideCommunity, "kind", ident.KindOrganization).At("parentId"))
	}
	p.community = area.CommunityID
	p.wrong = append(p.wrong, existsOn(from, area.From, area.To, "areaId"))
	return p, nil
}

// subject says who may establish it. Whoever leads the parent may within the
// parent's community, but never so as to gain a power over others: a body whose
// officers keep the register is set up by those who keep it already and, where
// nobody does, by the operator.
func (in EstablishOrganizationInput) subject(ctx context.Context, tx *ent.Tx, p place) (mandate.Subject, error) {
	s := inCommunity(p.community)
	registers, err := power.Registers(ctx, tx.Client, pointer(in.AreaID))
	if err != nil {
		return s, err
	}
	s.Registers = registers
	if powerful(in.Kind) {
		if p.community == nil {
			s.Registers = []ident.ID{} // nobody's but the operator's
		}
		return s, nil
	}
	inside, err := in.inside(ctx, tx, p)
	if err == nil && inside {
		s.Organizations, err = over(ctx, tx, p.parent.ID)
	}
	return s, err
}

// inside reports whether it is to be at home where its parent is: in the same
// community or, above communities, in the parent's area.
func (in EstablishOrganizationInput) inside(ctx context.Context, tx *ent.Tx, p place) (bool, error) {
	if p.parent == nil || !alike(p.parent.CommunityID, p.community) {
		return false, nil
	}
	if p.community != nil || in.AreaID == nil {
		return true, nil
	}
	around, err := power.Around(ctx, tx.Client, pointer(in.AreaID))
	return p.parent.AreaID != nil && slices.Contains(around, *p.parent.AreaID), err
}

// powerful reports whether officers of such a body keep the register of the
// community in which it is, or work with the personal data in it.
func powerful(kind schema.OrganizationKind) bool {
	return slices.Contains(mandate.Registering, kind) || ent.Trusting(kind)
}
