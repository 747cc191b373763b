package command

import (
	"context"

	"sifang/ent"
	"sifang/schema/fault"
	"sifang/schema/ident"
)

// CompleteTaskInput is a task that is done, and what shows it.
type CompleteTaskInput struct {
	ent.Order
	TaskID     ident.Task
	Text       string
	DocumentID ident.Document
}

// CompleteTaskPayload names the task.
type CompleteTaskPayload struct {
	fault.Outcome
	TaskID ident.ID
}

// CompleteTask reports a task done, with the document that shows it.
func (d *Do) CompleteTask(ctx context.Context, in CompleteTaskInput) (*CompleteTaskPayload, error) {
	return work(ctx, d, "completeTask", in, in.do)
}

func (in CompleteTaskInput) do(ctx context.Context, tx *ent.Tx) (*ent.Deed[CompleteTaskPayload], error) {
	w, grant, err := lockedTask(ctx, tx, "completeTask", in.TaskID.ID)
	if err != nil {
		return nil, err
	}
	document, err := rollProof(ctx, tx, &in.DocumentID, w.task.CommunityID)
	if err != nil {
		return nil, err
	}
	status, wrong := w.moved("completeTask")
	if err := refuse(wrong, text("text", in.Text, textLimit)); err != nil {
		return nil, err
	}
	row, err := w.report(ctx, tx, in.Text, whole, document)
	if err != nil {
		return nil, err
	}
	late := tx.Today.After(w.task.DueOn)
	err = tx.Task.UpdateOneID(w.task.ID).SetStatus(status).SetProgress(whole).SetCompletedAt(tx.Now).
		SetNillableDocumentID(document).ClearStopReason().Exec(ctx)
	tx.Seal("text", in.Text)
	return ent.Did(CompleteTaskPayload{TaskID: w.task.ID}, grant, w.task.ID, w.task.CommunityID, map[string]any{
		"report": row.ID, "document": document, "late": late,
	}), err
}
