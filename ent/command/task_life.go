package command

import (
	"context"

	"sifang/ent"
	"sifang/ent/db"
	"sifang/ent/db/resolution"
	"sifang/ent/db/task"
	"sifang/ent/power"
	"sifang/schema"
	"sifang/schema/fault"
	"sifang/schema/ident"
	"sifang/schema/mandate"
	"sifang/schema/stage"
)

// carryOn stops the tasks of a resolution that is not to be carried out, and lets
// those that were stopped go on from where they stood.
func carryOn(ctx context.Context, tx *ent.Tx, id ident.ID, status schema.ResolutionStatus) error {
	tasks, err := tx.Task.Query().Where(task.ResolutionID(id), ent.Update).Order(db.Asc(task.FieldID)).All(ctx)
	if err != nil {
		return err
	}
	for _, one := range tasks {
		next := carried(one, status)
		if next == one.Status {
			continue
		}
		change := tx.Task.UpdateOneID(one.ID).SetStatus(next)
		if next == schema.TaskStatusStopped {
			change.SetStopReason(stopReason(status))
		} else {
			change.ClearStopReason()
		}
		if err := change.Exec(ctx); err != nil {
			return err
		}
	}
	return nil
}

// carried is where a task stands by what became of its resolution, whatever was
// written last: a day that comes may stop it, or let it go on.
func carried(t *db.Task, resolution schema.ResolutionStatus) schema.TaskStatus {
	event, guards := stage.Lapse, []stage.Guard(nil)
	if stage.CarriedOut(resolution) {
		event = stage.Return
	}
	if t.Progress > 0 {
		guards = []stage.Guard{stage.Begun}
	}
	next, wrong := stage.Task.Next(event, t.Status, guards...)
	if wrong != nil {
		return t.Status
	}
	return next
}

// stopReason says why a task stops, in the words of the record.
func stopReason(status schema.ResolutionStatus) string {
	word, _ := schema.Term(status)
	return "所依据的决议" + word + "。"
}

// workload is a task with the resolution that it carries out.
type workload struct {
	task   *db.Task
	stands schema.ResolutionStatus // of the resolution, today
}

// lockedTask locks the task that a verb is about, and before it its resolution,
// and asks the mandate: whoever answers for it, the officers of whoever has to do
// it, and those of the body that gave it.
func lockedTask(ctx context.Context, tx *ent.Tx, verb string, id ident.ID) (workload, mandate.Grant, error) {
	var w workload
	var grant mandate.Grant
	row, err := need(ctx, tx.Task.Get, id, "taskId")
	if err != nil {
		return w, grant, err
	}
	r, err := tx.Resolution.Query().Where(resolution.ID(row.ResolutionID), ent.Share).Only(ctx)
	if err != nil {
		return w, grant, err
	}
	if w.task, err = tx.Task.Query().Where(task.ID(row.ID), ent.Update).Only(ctx); err != nil {
		return w, grant, err
	}
	over, err := power.Over(ctx, tx.Client, tx.Today, r.OrganizationID, w.task.OrganizationID)
	if err != nil {
		return w, grant, err
	}
	subject := inCommunity(w.task.CommunityID)
	subject.Organizations = over
	if w.task.PersonID != nil {
		subject.Persons = []ident.ID{*w.task.PersonID}
	}
	if grant, err = may(ctx, tx, verb, w.task.ID, subject); err != nil {
		return w, grant, err
	}
	w.stands, err = standsToday(ctx, tx, r)
	return w, grant, err
}

// moved is where the verb leads the task; it refuses with WRONG_STATE what the
// task or its resolution does not allow.
func (w workload) moved(verb stage.Verb) (schema.TaskStatus, *fault.Fault) {
	_, byResolution := stage.Resolution.Next(verb, w.stands)
	next, byTask := stage.Task.Next(verb, carried(w.task, w.stands))
	if byTask != nil {
		return next, byTask.At("taskId")
	}
	return next, at(byResolution, "taskId")
}

// report writes down what was reported of the task.
func (w workload) report(ctx context.Context, tx *ent.Tx, text string, progress int, document *ident.ID) (*db.TaskReport, error) {
	return tx.TaskReport.Create().SetNillableCommunityID(w.task.CommunityID).SetTaskID(w.task.ID).SetText(text).
		SetProgress(progress).SetReportedAt(tx.Now).SetNillableReportedByID(by(tx)).SetNillableDocumentID(document).Save(ctx)
}
