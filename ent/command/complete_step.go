package command

import (
	"context"
	"slices"

	"sifang/ent"
	"sifang/ent/db"
	"sifang/ent/db/procedurestep"
	"sifang/schema/day"
	"sifang/schema/fault"
	"sifang/schema/ident"
	"sifang/schema/procedure"
	"sifang/schema/stage"
)

// CompleteStepInput is a step that was taken, and what proves it: exactly one of
// the five things.
type CompleteStepInput struct {
	ent.Order
	RunID         ident.ProcedureRun
	Step          string
	With          []string
	MeetingID     *ident.Meeting
	VoteID        *ident.Vote
	ResolutionID  *ident.Resolution
	PublicationID *ident.Publication
	DocumentID    *ident.Document
	Note          *string
}

// CompleteStepPayload names the procedure and the steps taken.
type CompleteStepPayload struct {
	fault.Outcome
	ProcedureRunID ident.ID
	StepIDs        []ident.ID
}

// CompleteStep records that a step was taken, and what proves it. It was done
// when that thing was: a meeting recorded late counts from the day it was held.
func (d *Do) CompleteStep(ctx context.Context, in CompleteStepInput) (*CompleteStepPayload, error) {
	return work(ctx, d, "completeStep", in, completing{in, d.second}.do)
}

// completing takes a step, with the counter that checks a verdict that was not
// written down yet.
type completing struct {
	CompleteStepInput
	second counter
}

func (in completing) do(ctx context.Context, tx *ent.Tx) (*ent.Deed[CompleteStepPayload], error) {
	run, grant, err := conducted(ctx, tx, "completeStep", in.RunID)
	if err != nil {
		return nil, err
	}
	plan, err := procedure.Parse(run.Procedure)
	if err != nil {
		return nil, err
	}
	taken, err := tx.ProcedureStep.Query().Where(procedurestep.RunID(run.ID)).Order(db.Asc(procedurestep.FieldID)).All(ctx)
	if err != nil {
		return nil, err
	}
	_, wrong := stage.ProcedureRun.Next("completeStep", run.Status)
	if err := refuse(at(wrong, "runId"), at(plan.Take(in.steps(), before(taken)), "step"), given("note", in.Note, reasonLimit)); err != nil {
		return nil, err
	}
	shown, err := in.proof(ctx, tx, run)
	if err != nil {
		return nil, err
	}
	if err := in.oneHead(ctx, tx, run, plan, day.Of(shown.ended)); err != nil {
		return nil, err
	}
	if err := refuse(in.proves(plan, shown), shown.used(plan, taken), shown.early(plan, in.steps(), taken)); err != nil {
		return nil, err
	}
	ids, err := in.write(ctx, tx, run, plan, shown)
	if err != nil {
		return nil, err
	}
	for _, code := range in.steps() {
		taken = append(taken, &db.ProcedureStep{Step: code, DoneAt: shown.ended})
	}
	facts := map[string]any{"steps": in.steps(), "proof": shown.id, "doneAt": shown.ended.UTC()}
	if err := in.proceeds(ctx, tx, run, plan.Completed(before(taken))); err != nil {
		return nil, err
	}
	return ent.Did(CompleteStepPayload{ProcedureRunID: run.ID, StepIDs: ids}, grant, ids[0], run.CommunityID, facts), nil
}

// steps are all that are taken at once.
func (in CompleteStepInput) steps() []string { return append([]string{in.Step}, in.With...) }

// before are the steps that were taken, for the procedure to judge by.
func before(taken []*db.ProcedureStep) []procedure.Done {
	all := make([]procedure.Done, len(taken))
	for i, s := range taken {
		all[i] = procedure.Done{Step: s.Step, On: day.Of(s.DoneAt)}
	}
	return all
}

// proves refuses a thing that proves none of the steps taken. One is enough: what
// the same meeting did at once is proved by that meeting.
func (in CompleteStepInput) proves(plan procedure.Procedure, shown proof) *fault.Fault {
	var refused *fault.Fault
	for _, code := range in.steps() {
		s, _ := plan.Step(code)
		one := s.Accepts(shown.Evidence)
		if one == nil {
			return nil
		}
		if refused == nil {
			refused = one
		}
	}
	return refused.At(shown.field)
}

// write notes the steps in the order of the procedure.
func (in CompleteStepInput) write(ctx context.Context, tx *ent.Tx, run *db.ProcedureRun, plan procedure.Procedure, shown proof) ([]ident.ID, error) {
	var ids []ident.ID
	for _, s := range plan.Steps {
		if !slices.Contains(in.steps(), s.Code) {
			continue
		}
		create := tx.ProcedureStep.Create().SetNillableCommunityID(run.CommunityID).SetStep(s.Code).SetNillableNote(in.Note).
			SetDoneAt(shown.ended).SetRunID(run.ID).SetNillableMeetingID(pointer(in.MeetingID)).SetNillableVoteID(pointer(in.VoteID)).
			SetNillableResolutionID(pointer(in.ResolutionID)).SetNillablePublicationID(pointer(in.PublicationID)).
			SetNillableDocumentID(pointer(in.DocumentID))
		if !tx.Viewer.Person.IsZero() {
			create.SetRecordedByID(tx.Viewer.Person)
		}
		row, err := create.Save(ctx)
		if err != nil {
			return nil, err
		}
		ids = append(ids, row.ID)
	}
	if in.Note != nil {
		tx.Seal("note", *in.Note)
	}
	return ids, nil
}

// proceeds ends the procedure with its last step.
func (in CompleteStepInput) proceeds(ctx context.Context, tx *ent.Tx, run *db.ProcedureRun, last bool) error {
	if !last {
		return nil
	}
	status, wrong := stage.ProcedureRun.Next("completeStep", run.Status, stage.LastStep)
	if err := refuse(wrong); err != nil {
		return err
	}
	return tx.ProcedureRun.UpdateOneID(run.ID).SetStatus(status).SetEndedAt(tx.Now).Exec(ctx)
}
