package view

import (
	"context"
	"time"

	"sifang/ent"
	"sifang/ent/db"
	"sifang/ent/db/auditevent"
	"sifang/schema/day"
	"sifang/schema/fault"
	"sifang/schema/ident"
	"sifang/schema/tale"
)

// TimelineEntry is something that happened to a proposal.
type TimelineEntry struct {
	At      time.Time
	On      *day.Date
	Verb    string
	Text    fault.Words
	Subject db.Noder
}

// Timeline tells what happened to a proposal in the order in which it was
// recorded, as far as the viewer may see the things it happened to. Nobody is
// named who did it, and no ballot is told of: whoever may audit the community
// asks for auditEvents.
func (p Present) Timeline(ctx context.Context, about *db.Proposal, knownAt *time.Time) ([]*TimelineEntry, error) {
	t := &story{about: map[ident.ID]thing{}, verdicts: map[ident.ID][]*db.Verdict{}}
	if err := t.gather(ctx, p.store.Read(), about); err != nil {
		return nil, err
	}
	return p.tell(ctx, t, knownAt)
}

// tell tells what is recorded about the things of a story.
func (p Present) tell(ctx context.Context, t *story, knownAt *time.Time) ([]*TimelineEntry, error) {
	ids := make([]ident.ID, 0, len(t.about))
	for id := range t.about {
		ids = append(ids, id)
	}
	query := p.store.Read().AuditEvent.Query().Where(auditevent.SubjectIDIn(ids...), auditevent.VerbIn(tale.Verbs()...))
	if knownAt != nil {
		query.Where(auditevent.RecordedAtLTE(*knownAt))
	}
	events, err := query.Order(auditevent.ByID()).All(ent.Unguarded(ctx))
	entries := make([]*TimelineEntry, 0, len(events))
	for _, e := range events {
		one := t.about[e.SubjectID]
		said, ok := tale.Say(e.Verb, t.then(one, e))
		if !ok {
			continue
		}
		entries = append(entries, &TimelineEntry{At: e.RecordedAt, On: one.on, Verb: e.Verb, Text: said, Subject: one.row})
	}
	return entries, err
}
