package view

import (
	"context"
	"fmt"

	"sifang/ent"
	"sifang/ent/db"
	"sifang/ent/power"
	"sifang/schema"
	"sifang/schema/day"
	"sifang/schema/ident"
	"sifang/schema/stage"
)

// ResolutionLabel is the number of a resolution as it is written, such as
// 〔2026〕3号.
func ResolutionLabel(r *db.Resolution) string {
	return fmt.Sprintf("\u3014%d\u3015%d号", r.Year, r.Serial)
}

// ResolutionStatus is where a resolution stands today. What a date changes is
// told by the date, and written by the next verb that touches it.
func (p Present) ResolutionStatus(r *db.Resolution) schema.ResolutionStatus {
	return statusOn(r, day.Of(p.store.Now()))
}

// statusOn lets the clock move a resolution on: into force on its first day,
// and out of it on its last.
func statusOn(r *db.Resolution, today day.Date) schema.ResolutionStatus {
	status := r.Status
	begun := r.EffectiveFrom != nil && r.EffectiveFrom.Compare(today) <= 0
	if next, wrong := stage.Resolution.Next(stage.Clock, status); begun && status == schema.ResolutionStatusPublished && wrong == nil {
		status = next
	}
	over := r.EffectiveTo != nil && r.EffectiveTo.Compare(today) <= 0
	if next, wrong := stage.Resolution.Next(stage.Clock, status); over && status != schema.ResolutionStatusPublished && wrong == nil {
		status = next
	}
	return status
}

// ResolutionsViewerCan tells whether the viewer could publish each resolution
// now.
func (p Present) ResolutionsViewerCan(ctx context.Context, resolutions []*db.Resolution) ([][]*VerbPermission, error) {
	viewer, err := p.store.Powers(ctx)
	if err != nil {
		return nil, err
	}
	today := day.Of(p.store.Now())
	organizations := make([]ident.ID, len(resolutions))
	for i, r := range resolutions {
		organizations[i] = r.OrganizationID
	}
	subjects, err := power.OfOrganizations(ent.Unguarded(ctx), p.store.Read(), today, organizations...)
	if err != nil {
		return nil, err
	}
	all := make([][]*VerbPermission, len(resolutions))
	for i, r := range resolutions {
		a := asker{viewer: viewer, subject: always(subjects[i]), steps: []step{in(stage.Resolution, statusOn(r, today))}}
		all[i] = a.ask([]string{"publish"})
	}
	return all, nil
}
