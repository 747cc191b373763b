package view

import (
	"context"
	"fmt"
	"time"

	"sifang/ent"
	"sifang/ent/db"
	"sifang/ent/effect"
	"sifang/ent/power"
	"sifang/schema"
	"sifang/schema/day"
	"sifang/schema/fault"
	"sifang/schema/force"
	"sifang/schema/ident"
	"sifang/schema/mandate"
	"sifang/schema/stage"
)

// ResolutionLabel is the number of a resolution as it is written, such as
// 〔2026〕3号.
func ResolutionLabel(r *db.Resolution) string {
	return fmt.Sprintf("\u3014%d\u3015%d号", r.Year, r.Serial)
}

// ResolutionStatuses are where resolutions stand today. What a date changes is
// told by the date, and written by the next verb that touches it.
func (p Present) ResolutionStatuses(ctx context.Context, resolutions []*db.Resolution) ([]schema.ResolutionStatus, error) {
	facts, err := effect.Of(ctx, p.store.Read(), resolutions...)
	all := make([]schema.ResolutionStatus, len(facts))
	for i := range facts {
		all[i], _ = facts[i].On(day.Of(p.store.Now()))
	}
	return all, err
}

// ResolutionStatuses are where resolutions stood on the day, as the register had
// them at the instant; nil for one that was not adopted then, or not known.
func (d Day) ResolutionStatuses(ctx context.Context, resolutions []*db.Resolution) ([]*schema.ResolutionStatus, error) {
	m, err := d.moment(ctx)
	if err != nil {
		return nil, err
	}
	all := make([]*schema.ResolutionStatus, len(resolutions))
	facts, err := d.facts(ctx, resolutions)
	for i, one := range facts {
		if one == nil {
			continue
		}
		if status, adopted := one.On(m.on); adopted {
			all[i] = &status
		}
	}
	return all, err
}

// facts are what is known of each resolution, or was at the instant asked.
func (d Day) facts(ctx context.Context, resolutions []*db.Resolution) ([]*force.Facts, error) {
	if d.knownAt != nil {
		return effect.KnownAt(ctx, d.store.Read(), *d.knownAt, resolutions...)
	}
	now, err := effect.Of(ctx, d.store.Read(), resolutions...)
	all := make([]*force.Facts, len(now))
	for i := range now {
		all[i] = &now[i]
	}
	return all, err
}

// Resolutions asks for resolutions as they were in force on a day, and as the
// register had them at an instant, each if it is given.
func (p Present) Resolutions(inForceOn *day.Date, knownAt *time.Time) *db.ResolutionQuery {
	q := p.store.Read().Resolution.Query()
	if knownAt != nil {
		q.Where(effect.Entered(*knownAt))
	}
	if inForceOn != nil {
		q.Where(effect.InForce(*inForceOn, knownAt))
	}
	return q
}

// afterwards are the verbs about a resolution that was issued.
var afterwards = []string{"publish", "confirmResolutionCondition", "createTask", "evaluate", "recordChallenge"}

// ResolutionsViewerCan tells for each verb about a resolution whether the viewer
// could do it now.
func (p Present) ResolutionsViewerCan(ctx context.Context, resolutions []*db.Resolution) ([][]*VerbPermission, error) {
	viewer, err := p.store.Powers(ctx)
	if err != nil {
		return nil, err
	}
	whole, today := ent.Unguarded(ctx), day.Of(p.store.Now())
	organizations := make([]ident.ID, len(resolutions))
	for i, r := range resolutions {
		organizations[i] = r.OrganizationID
	}
	subjects, err := power.OfOrganizations(whole, p.store.Read(), today, organizations...)
	if err != nil {
		return nil, err
	}
	concerned, err := p.concerned(whole, viewer.Person, today, resolutions)
	if err != nil {
		return nil, err
	}
	stand, err := p.ResolutionStatuses(ctx, resolutions)
	if err != nil {
		return nil, err
	}
	all := make([][]*VerbPermission, len(resolutions))
	for i, r := range resolutions {
		a := asker{viewer: viewer, subject: whomItConcerns(subjects[i], viewer.Person, concerned[i]), steps: []step{in(stage.Resolution, stand[i])}}
		if r.Condition == nil || r.ConditionMetOn != nil {
			a.rules = map[string]*fault.Fault{"confirmResolutionCondition": fault.New(fault.NothingToAwait)}
		}
		all[i] = a.ask(afterwards)
	}
	return all, nil
}

// concerned tells of each resolution whether it concerns the viewer.
func (p Present) concerned(whole context.Context, viewer ident.ID, today day.Date, resolutions []*db.Resolution) ([]bool, error) {
	if viewer.IsZero() {
		return make([]bool, len(resolutions)), nil
	}
	concerns, err := power.ConcernsOf(whole, p.store.Read(), resolutions...)
	if err != nil {
		return nil, err
	}
	return power.Concerned(whole, p.store.Read(), today, viewer, concerns...)
}

// whomItConcerns lets those act for themselves whom the thing concerns.
func whomItConcerns(s mandate.Subject, viewer ident.ID, concerned bool) func(string) mandate.Subject {
	if concerned {
		s.Persons = []ident.ID{viewer}
	}
	return always(s)
}
