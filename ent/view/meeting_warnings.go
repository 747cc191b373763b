package view

import (
	"context"

	"sifang/ent"
	"sifang/ent/sitting"
	"sifang/schema"
	"sifang/schema/day"
	"sifang/schema/ident"
)

// MeetingWarnings are what somebody is warned of who calls the meeting now or,
// once it is called, announces what is new about it; and that an item is in no
// notice yet.
func MeetingWarnings(ctx context.Context, s *ent.Store, id ident.ID) ([]schema.WarningCode, error) {
	m, err := s.Read().Meeting.Get(ctx, id)
	if err != nil {
		return nil, err
	}
	return sitting.Warnings(ent.Unguarded(ctx), s.Read(), m, day.Of(s.Now()))
}

// MeetingAcknowledgedWarnings are the warnings that stay with the meeting.
func MeetingAcknowledgedWarnings(ctx context.Context, s *ent.Store, id ident.ID) ([]schema.WarningCode, error) {
	m, err := s.Read().Meeting.Get(ctx, id)
	if err != nil {
		return nil, err
	}
	return sitting.Acknowledged(m), nil
}
