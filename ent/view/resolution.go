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
func ResolutionLabel(ctx context.Context, s *ent.Store, id ident.ID) (string, error) {
	r, err := s.Read().Resolution.Get(ctx, id)
	if err != nil {
		return "", err
	}
	return fmt.Sprintf("\u3014%d\u3015%d号", r.Year, r.Serial), nil
}

// ResolutionCurrentStatus is where a resolution stands today. What a date
// changes is told by the date, and written by the next verb that touches it.
func ResolutionCurrentStatus(ctx context.Context, s *ent.Store, id ident.ID) (schema.ResolutionStatus, error) {
	r, err := s.Read().Resolution.Get(ctx, id)
	if err != nil {
		return "", err
	}
	return statusOn(r, day.Of(s.Now())), nil
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

// ResolutionViewerCan tells whether the viewer could publish a resolution now.
func ResolutionViewerCan(ctx context.Context, s *ent.Store, id ident.ID) ([]VerbPermission, error) {
	r, err := s.Read().Resolution.Get(ctx, id)
	if err != nil {
		return nil, err
	}
	viewer, err := s.Powers(ctx)
	if err != nil {
		return nil, err
	}
	subject, err := power.OfOrganization(ent.Unguarded(ctx), s.Read(), day.Of(s.Now()), r.OrganizationID)
	if err != nil {
		return nil, err
	}
	a := asker{viewer: viewer, subject: always(subject), steps: []step{in(stage.Resolution, statusOn(r, day.Of(s.Now())))}}
	return a.ask([]string{"publish"}), nil
}
