package view

import (
	"context"

	"sifang/ent"
	"sifang/ent/db"
	"sifang/ent/db/resolution"
	"sifang/ent/effect"
	"sifang/ent/power"
	"sifang/schema"
	"sifang/schema/day"
	"sifang/schema/ident"
	"sifang/schema/mandate"
	"sifang/schema/stage"
)

// TaskStatuses are where tasks stand today: stopped while their resolution is not
// to be carried out, and overdue after their last day.
func (p Present) TaskStatuses(ctx context.Context, tasks []*db.Task) ([]schema.TaskStatus, error) {
	behind, err := p.behind(ctx, tasks)
	all := make([]schema.TaskStatus, len(tasks))
	for i, t := range tasks {
		all[i] = taskOn(t, behind[t.ResolutionID].stands, day.Of(p.store.Now()))
	}
	return all, err
}

// TasksStoppedBy are where the resolutions of tasks stand that are stopped for
// that; nil for the others.
func (p Present) TasksStoppedBy(ctx context.Context, tasks []*db.Task) ([]*schema.ResolutionStatus, error) {
	behind, err := p.behind(ctx, tasks)
	all := make([]*schema.ResolutionStatus, len(tasks))
	for i, t := range tasks {
		if stands := behind[t.ResolutionID].stands; taskOn(t, stands, day.Of(p.store.Now())) == schema.TaskStatusStopped {
			all[i] = &stands
		}
	}
	return all, err
}

// taskOn lets the resolution and the clock move a task on. One that was stopped
// when it was last written goes on from where it stood once its resolution is to
// be carried out again.
func taskOn(t *db.Task, stands schema.ResolutionStatus, today day.Date) schema.TaskStatus {
	status := t.Status
	event, guards := stage.Lapse, []stage.Guard(nil)
	if stage.CarriedOut(stands) {
		event = stage.Return
	}
	if t.Progress > 0 {
		guards = []stage.Guard{stage.Begun}
	}
	if next, wrong := stage.Task.Next(event, status, guards...); wrong == nil {
		status = next
	}
	if next, wrong := stage.Task.Next(stage.Clock, status); wrong == nil && today.After(t.DueOn) {
		status = next
	}
	return status
}

// backing is the resolution behind tasks.
type backing struct {
	organization ident.ID
	stands       schema.ResolutionStatus
}

// behind reads the resolutions behind tasks, whole: who may see a task may know
// whether it goes on.
func (p Present) behind(ctx context.Context, tasks []*db.Task) (map[ident.ID]backing, error) {
	ids := make([]ident.ID, len(tasks))
	for i, t := range tasks {
		ids[i] = t.ResolutionID
	}
	rows, err := p.store.Read().Resolution.Query().Where(resolution.IDIn(ids...)).All(ent.Unguarded(ctx))
	if err != nil {
		return nil, err
	}
	facts, err := effect.Of(ctx, p.store.Read(), rows...)
	all := make(map[ident.ID]backing, len(facts))
	for i := range facts {
		stands, _ := facts[i].On(day.Of(p.store.Now()))
		all[rows[i].ID] = backing{organization: rows[i].OrganizationID, stands: stands}
	}
	return all, err
}

// TasksViewerCan tells for each verb about a task whether the viewer could do it
// now.
func (p Present) TasksViewerCan(ctx context.Context, tasks []*db.Task) ([][]*VerbPermission, error) {
	viewer, err := p.store.Powers(ctx)
	if err != nil {
		return nil, err
	}
	behind, err := p.behind(ctx, tasks)
	if err != nil {
		return nil, err
	}
	var both []ident.ID
	for _, t := range tasks {
		both = append(both, behind[t.ResolutionID].organization, t.OrganizationID)
	}
	subjects, err := power.OfOrganizations(ent.Unguarded(ctx), p.store.Read(), day.Of(p.store.Now()), both...)
	if err != nil {
		return nil, err
	}
	all := make([][]*VerbPermission, len(tasks))
	for i, t := range tasks {
		stands := behind[t.ResolutionID].stands
		status := taskOn(t, stands, day.Of(p.store.Now()))
		s := mandate.Subject{Organizations: append(subjects[2*i].Organizations, subjects[2*i+1].Organizations...)}
		if t.PersonID != nil {
			s.Persons = []ident.ID{*t.PersonID}
		}
		a := asker{viewer: viewer, subject: always(s), steps: []step{in(stage.Resolution, stands), in(stage.Task, status)}}
		all[i] = a.ask([]string{"reportProgress", "completeTask"})
	}
	return all, nil
}

// Overdue reports whether an order was not obeyed in time, as far as anybody
// entered that it was.
func (p Present) Overdue(o *db.OversightAction) bool {
	return o.DueOn != nil && o.FulfilledOn == nil && day.Of(p.store.Now()).After(*o.DueOn)
}
