package command

import (
	"context"

	"sifang/ent"
	"sifang/ent/db"
	"sifang/ent/db/procedurerun"
	"sifang/schema"
	"sifang/schema/ident"
	"sifang/schema/procedure"
)

// inTurn refuses to table a proposal in a meeting that would take a step of one of
// its procedures before the steps that come first.
func inTurn(ctx context.Context, tx *ent.Tx, m *db.Meeting, p *db.Proposal, field string) error {
	runs, err := tx.ProcedureRun.Query().Where(procedurerun.ProposalID(p.ID),
		procedurerun.StatusEQ(schema.ProcedureRunStatusRunning)).WithSteps().All(ctx)
	if err != nil || len(runs) == 0 {
		return err
	}
	of, err := kindOf(ctx, tx, m.OrganizationID)
	if err != nil {
		return err
	}
	for _, run := range runs {
		plan, err := procedure.Parse(run.Procedure)
		if err != nil {
			return err
		}
		if err := refuse(at(plan.Admits(m.Kind, of, before(run.Edges.Steps)), field)); err != nil {
			return err
		}
	}
	return nil
}

// proofID is the thing that proves a step.
func proofID(s *db.ProcedureStep) ident.ID {
	for _, id := range []*ident.ID{s.MeetingID, s.VoteID, s.ResolutionID, s.PublicationID, s.DocumentID} {
		if id != nil {
			return *id
		}
	}
	return ident.Nil
}
