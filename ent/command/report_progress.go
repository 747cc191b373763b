package command

import (
	"context"

	"sifang/ent"
	"sifang/schema/fault"
	"sifang/schema/ident"
)

// ReportProgressInput is how far a task is.
type ReportProgressInput struct {
	ent.Order
	TaskID     ident.Task
	Text       string
	Progress   int
	DocumentID *ident.Document
}

// ReportProgressPayload names the task.
type ReportProgressPayload struct {
	fault.Outcome
	TaskID ident.ID
}

// whole is a task that is done, in percent.
const whole = 100

// ReportProgress writes down how far a task is. That it is done takes
// completeTask, and evidence.
func (d *Do) ReportProgress(ctx context.Context, in ReportProgressInput) (*ReportProgressPayload, error) {
	return work(ctx, d, "reportProgress", in, in.do)
}

func (in ReportProgressInput) do(ctx context.Context, tx *ent.Tx) (*ent.Deed[ReportProgressPayload], error) {
	w, grant, err := lockedTask(ctx, tx, "reportProgress", in.TaskID.ID)
	if err != nil {
		return nil, err
	}
	document, err := rollProof(ctx, tx, in.DocumentID, w.task.CommunityID)
	if err != nil {
		return nil, err
	}
	status, wrong := w.moved("reportProgress")
	if err := refuse(wrong, text("text", in.Text, textLimit), in.percent()); err != nil {
		return nil, err
	}
	row, err := w.report(ctx, tx, in.Text, in.Progress, document)
	if err != nil {
		return nil, err
	}
	err = tx.Task.UpdateOneID(w.task.ID).SetStatus(status).SetProgress(in.Progress).ClearStopReason().Exec(ctx)
	tx.Seal("text", in.Text)
	return ent.Did(ReportProgressPayload{TaskID: w.task.ID}, grant, w.task.ID, w.task.CommunityID, map[string]any{
		"report": row.ID, "progress": in.Progress, "document": document,
	}), err
}

func (in ReportProgressInput) percent() *fault.Fault {
	if in.Progress >= 0 && in.Progress <= whole {
		return nil
	}
	return fault.New(fault.OutOfRange, "least", 0, "most", whole).At("progress")
}
