package command

import (
	"context"

	"sifang/ent"
	"sifang/ent/db"
	"sifang/ent/db/assignment"
	"sifang/ent/db/membership"
	"sifang/schema"
	"sifang/schema/day"
	"sifang/schema/fault"
	"sifang/schema/ident"
)

// AssignInput is who is given charge of which areas, and for what.
type AssignInput struct {
	ent.Order
	PersonID       *ident.Person
	OrganizationID *ident.Organization
	Duty           schema.Duty
	AreaIDs        []ident.Area
	From           *day.Date
	To             *day.Date
}

// AssignPayload names the assignments made, in the order of the areas.
type AssignPayload struct {
	fault.Outcome
	AssignmentIDs []ident.ID
}

// Assign gives a person or an organization charge of areas: of all those
// listed or, if one of them is refused, of none.
func (d *Do) Assign(ctx context.Context, in AssignInput) (*AssignPayload, error) {
	return work(ctx, d, "assign", in, in.do)
}

func (in AssignInput) do(ctx context.Context, tx *ent.Tx) (*ent.Deed[AssignPayload], error) {
	from := orToday(in.From, tx)
	who, err := whoever(ctx, tx, ent.Update, in.PersonID, in.OrganizationID, from, [2]string{"personId", "organizationId"})
	if err != nil {
		return nil, err
	}
	areas, err := listedAreas(ctx, tx, in.AreaIDs, from)
	if err != nil {
		return nil, err
	}
	officers, err := superiors(ctx, tx, who)
	if err != nil {
		return nil, err
	}
	grant, err := mayInAll(ctx, tx, "assign", areas, officers)
	if err != nil {
		return nil, err
	}
	if err := refuse(span(from, in.To)); err != nil {
		return nil, err
	}
	if err := in.charged(ctx, tx, who, from); err != nil {
		return nil, err
	}
	ids, err := in.write(ctx, tx, who, areas, from)
	return ent.Did(AssignPayload{AssignmentIDs: ids}, grant, who.id(), commonCommunity(areas), map[string]any{
		"duty": in.Duty, "areas": in.AreaIDs, "from": from,
	}), err
}

// superiors are the organizations whose officers may give somebody charge of
// areas in a community: for an organization that belongs there, itself and
// those it stands under; for a person, those there that the person belongs to.
func superiors(ctx context.Context, tx *ent.Tx, who somebody) (func(*db.Area) []ident.ID, error) {
	if who.organization != nil {
		above, err := over(ctx, tx, *who.organization)
		return func(a *db.Area) []ident.ID {
			if alike(a.CommunityID, who.community) {
				return above
			}
			return nil
		}, err
	}
	belonging, err := tx.Membership.Query().Where(membership.PersonID(*who.person),
		membership.StatusEQ(schema.MembershipStatusEffective), overlapping(tx.Today, new(tx.Today.AddDays(1)))).All(ctx)
	return func(a *db.Area) []ident.ID {
		var there []ident.ID
		for _, m := range belonging {
			if alike(a.CommunityID, m.CommunityID) {
				there = append(there, m.OrganizationID)
			}
		}
		return there
	}, err
}

// charged refuses every area of which they have the same charge already at
// some time of the period.
func (in AssignInput) charged(ctx context.Context, tx *ent.Tx, who somebody, from day.Date) error {
	whose := assignment.PersonIDEQ(who.id())
	if who.organization != nil {
		whose = assignment.OrganizationIDEQ(who.id())
	}
	rows, err := tx.Assignment.Query().Where(whose, assignment.DutyEQ(in.Duty), overlapping(from, in.To)).All(ctx)
	if err != nil {
		return err
	}
	taken := map[ident.ID]bool{}
	for _, r := range rows {
		taken[r.AreaID] = true
	}
	return refuse(takenPlaces(in.AreaIDs, taken, ident.KindAssignment)...)
}

func (in AssignInput) write(ctx context.Context, tx *ent.Tx, who somebody, areas []*db.Area, from day.Date) ([]ident.ID, error) {
	ids := make([]ident.ID, len(areas))
	rows := make([]*db.AssignmentCreate, len(areas))
	for i, a := range areas {
		ids[i] = ident.New(ident.KindAssignment, tx.Now)
		rows[i] = tx.Assignment.Create().SetID(ids[i]).SetNillableCommunityID(a.CommunityID).SetDuty(in.Duty).SetAreaID(a.ID).
			SetNillablePersonID(who.person).SetNillableOrganizationID(who.organization).SetFrom(from).SetNillableTo(in.To)
	}
	return ids, tx.Assignment.CreateBulk(rows...).Exec(ctx)
}
