package command

import (
	"context"
	"slices"

	"sifang/ent"
	"sifang/ent/db"
	"sifang/ent/db/organization"
	"sifang/ent/seating"
	"sifang/schema"
	"sifang/schema/day"
	"sifang/schema/fault"
	"sifang/schema/procedure"
	"sifang/schema/seat"
)

// oneHead refuses to take several steps at once if, on the day on which they were
// taken, nobody headed the bodies of all of them (一肩挑).
func (in CompleteStepInput) oneHead(ctx context.Context, tx *ent.Tx, run *db.ProcedureRun, plan procedure.Procedure, on day.Date) error {
	if len(in.With) == 0 || run.CommunityID == nil {
		return nil
	}
	lists := plan.Heads(in.steps())
	ids, err := tx.Organization.Query().Where(organization.CommunityID(*run.CommunityID),
		organization.KindIn(slices.Concat(lists...)...)).IDs(ctx)
	if err != nil {
		return err
	}
	holdings, bodies, err := seating.On(tx.Client, on).Seats(ctx, ids)
	if err != nil {
		return err
	}
	organizations := make([]seat.Organization, 0, len(bodies))
	for _, id := range ids {
		organizations = append(organizations, bodies[id])
	}
	for _, head := range seat.ConcurrentHeads(organizations, holdings, on) {
		if headsAll(head, lists) {
			return nil
		}
	}
	return fault.New(fault.HeadsDiffer, "steps", procedure.Titles(stepsOf(plan, in.steps()))).At("with")
}

// headsAll reports whether somebody heads a body of one of the kinds in each list.
func headsAll(head seat.ConcurrentHead, lists [][]schema.OrganizationKind) bool {
	return !slices.ContainsFunc(lists, func(kinds []schema.OrganizationKind) bool {
		return !slices.ContainsFunc(head.Holdings, func(h seat.Holding) bool { return slices.Contains(kinds, h.Organization.Kind) })
	})
}

func stepsOf(plan procedure.Procedure, codes []string) []procedure.Step {
	return slices.DeleteFunc(slices.Clone(plan.Steps), func(s procedure.Step) bool { return !slices.Contains(codes, s.Code) })
}
