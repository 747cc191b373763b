package command

import (
	"context"

	"sifang/ent"
	"sifang/ent/db"
	"sifang/ent/db/procedurerun"
	"sifang/schema"
	"sifang/schema/fault"
	"sifang/schema/ident"
	"sifang/schema/mandate"
	"sifang/schema/stage"
)

// StopProcedureInput is a procedure to be ended before its last step, and why.
type StopProcedureInput struct {
	ent.Order
	RunID  ident.ProcedureRun
	Reason string
}

// StopProcedurePayload names the procedure ended.
type StopProcedurePayload struct {
	fault.Outcome
	ProcedureRunID ident.ID
}

// StopProcedure ends a procedure before its last step. What was done remains on
// record, and the proposal may set out on a procedure again.
func (d *Do) StopProcedure(ctx context.Context, in StopProcedureInput) (*StopProcedurePayload, error) {
	return work(ctx, d, "stopProcedure", in, in.do)
}

func (in StopProcedureInput) do(ctx context.Context, tx *ent.Tx) (*ent.Deed[StopProcedurePayload], error) {
	run, grant, err := conducted(ctx, tx, "stopProcedure", in.RunID)
	if err != nil {
		return nil, err
	}
	status, wrong := stage.ProcedureRun.Next("stopProcedure", run.Status)
	if err := refuse(at(wrong, "runId"), text("reason", in.Reason, reasonLimit)); err != nil {
		return nil, err
	}
	tx.Seal("reason", in.Reason)
	err = tx.ProcedureRun.UpdateOneID(run.ID).SetStatus(status).SetEndedAt(tx.Now).SetStopReason(in.Reason).Exec(ctx)
	return ent.Did(StopProcedurePayload{ProcedureRunID: run.ID}, grant, run.ID, run.CommunityID, map[string]any{
		"proposal": run.ProposalID, "code": run.Code,
	}), err
}

// conducted locks a procedure that was begun, after its proposal, and asks the
// mandate of those who conduct it.
func conducted(ctx context.Context, tx *ent.Tx, verb string, id ident.ProcedureRun) (*db.ProcedureRun, mandate.Grant, error) {
	var none mandate.Grant
	run, err := need(ctx, tx.ProcedureRun.Get, id.ID, "runId")
	if err != nil {
		return nil, none, err
	}
	if _, err = lockedProposal(tx, ent.Update)(ctx, run.ProposalID); err != nil {
		return nil, none, err
	}
	if run, err = tx.ProcedureRun.Query().Where(procedurerun.ID(run.ID), ent.Update).Only(ctx); err != nil {
		return nil, none, err
	}
	subject, err := ofOrganization(ctx, tx, run.OrganizationID)
	if err != nil {
		return nil, none, err
	}
	grant, err := may(ctx, tx, verb, run.ID, subject)
	return run, grant, err
}

// stopped ends the procedures of a proposal, which the verb has locked, and which
// goes no further.
func stopped(ctx context.Context, tx *ent.Tx, verb stage.Verb, proposal ident.ID) error {
	runs, err := tx.ProcedureRun.Query().Where(procedurerun.ProposalID(proposal),
		procedurerun.StatusEQ(schema.ProcedureRunStatusRunning), ent.Update).Order(db.Asc(procedurerun.FieldID)).All(ctx)
	if err != nil {
		return err
	}
	for _, run := range runs {
		status, wrong := stage.ProcedureRun.Next(verb, run.Status)
		if err := refuse(wrong); err != nil {
			return err
		}
		if err := tx.ProcedureRun.UpdateOneID(run.ID).SetStatus(status).SetEndedAt(tx.Now).Exec(ctx); err != nil {
			return err
		}
	}
	return nil
}
