package view

import (
	"context"

	"sifang/ent"
	"sifang/ent/db"
	"sifang/ent/db/agendaitem"
	"sifang/ent/db/minutes"
	"sifang/ent/debate"
	"sifang/ent/power"
	"sifang/ent/sitting"
	"sifang/schema/day"
	"sifang/schema/fault"
	"sifang/schema/ident"
	"sifang/schema/mandate"
	"sifang/schema/stage"
)

// CurrentTexts are how motions read now.
func (p Present) CurrentTexts(ctx context.Context, motions []*db.Motion) ([]string, error) {
	return debate.CurrentTexts(ent.Unguarded(ctx), p.store.Read(), motions...)
}

// OpinionLate reports whether an opinion was given after its time, or was not
// given by then.
func (p Present) OpinionLate(o *db.Opinion) bool {
	if o.GivenAt != nil {
		return !o.GivenAt.Before(o.DueAt)
	}
	return !p.store.Now().Before(o.DueAt)
}

// OpinionAwaited reports whether votes still wait for an opinion.
func (p Present) OpinionAwaited(o *db.Opinion) bool {
	return o.GivenAt == nil && p.store.Now().Before(o.DueAt)
}

// OpinionsViewerCan tells whether the viewer could give each opinion now.
func (p Present) OpinionsViewerCan(ctx context.Context, opinions []*db.Opinion) ([][]*VerbPermission, error) {
	viewer, err := p.store.Powers(ctx)
	if err != nil {
		return nil, err
	}
	items, organizations := make([]ident.ID, len(opinions)), make([]ident.ID, len(opinions))
	for i, o := range opinions {
		items[i], organizations[i] = o.AgendaItemID, o.OrganizationID
	}
	whole := ent.Unguarded(ctx)
	rows, err := p.itemsByID(whole, items)
	if err != nil {
		return nil, err
	}
	subjects, err := power.OfOrganizations(whole, p.store.Read(), day.Of(p.store.Now()), organizations...)
	all := make([][]*VerbPermission, len(subjects))
	for i, subject := range subjects {
		a := asker{viewer: viewer, subject: always(subject), steps: onItem(rows[items[i]]), rules: map[string]*fault.Fault{}}
		if given := opinions[i].GivenAt; given != nil {
			a.rules["giveOpinion"] = fault.New(fault.OpinionGiven, "since", *given)
		}
		all[i] = a.ask([]string{"giveOpinion"})
	}
	return all, err
}

// MotionsViewerCan tells for each verb about a motion whether the viewer could do
// it now.
func (p Present) MotionsViewerCan(ctx context.Context, motions []*db.Motion) ([][]*VerbPermission, error) {
	viewer, err := p.store.Powers(ctx)
	if err != nil {
		return nil, err
	}
	items := make([]ident.ID, len(motions))
	for i, m := range motions {
		items[i] = m.AgendaItemID
	}
	whole, today := ent.Unguarded(ctx), day.Of(p.store.Now())
	rows, err := p.itemsByID(whole, items)
	if err != nil {
		return nil, err
	}
	meetings := make([]*db.Meeting, len(motions))
	for i, id := range items {
		meetings[i] = rows[id].Edges.Meeting
	}
	coming, err := sitting.OfAttendances(whole, p.store.Read(), today, viewer.Person, meetings...)
	if err != nil {
		return nil, err
	}
	aside, err := debate.StepsAside(whole, p.store.Read(), viewer.Person, items...)
	all := make([][]*VerbPermission, len(motions))
	for i, m := range motions {
		a := asker{viewer: viewer, subject: moving(coming[i], m), steps: append(onItem(rows[items[i]]), in(stage.Motion, m.Status))}
		a.rules = motionRules(m, viewer.Person, aside[items[i]])
		all[i] = a.ask([]string{"secondMotion", "amendMotion", "withdrawMotion"})
	}
	return all, err
}

// moving is the subject of what is done to a motion: those who meet second and
// amend it, and its mover takes it back.
func moving(coming mandate.Subject, m *db.Motion) func(string) mandate.Subject {
	return func(verb string) mandate.Subject {
		s := coming
		if verb == "withdrawMotion" {
			s.Persons = nil
			if m.MoverID != nil {
				s.Persons = []ident.ID{*m.MoverID}
			}
		}
		return s
	}
}

func motionRules(m *db.Motion, viewer ident.ID, aside *fault.Fault) map[string]*fault.Fault {
	rules := map[string]*fault.Fault{"secondMotion": aside, "amendMotion": aside}
	if m.AmendsID != nil {
		rules["amendMotion"] = fault.New(fault.AmendsAmendment)
	}
	if m.MoverID != nil && *m.MoverID == viewer {
		rules["secondMotion"] = fault.New(fault.OwnMotion)
	}
	return rules
}

// itemsByID reads items with their meetings.
func (p Present) itemsByID(ctx context.Context, ids []ident.ID) (map[ident.ID]*db.AgendaItem, error) {
	rows, err := p.store.Read().AgendaItem.Query().Where(agendaitem.IDIn(ids...)).WithMeeting().All(ctx)
	found := make(map[ident.ID]*db.AgendaItem, len(rows))
	for _, row := range rows {
		found[row.ID] = row
	}
	return found, err
}

// onItem are the lives of an item and of its meeting.
func onItem(item *db.AgendaItem) []step {
	return []step{in(stage.Meeting, item.Edges.Meeting.Status), in(stage.AgendaItem, item.Disposition)}
}

// UnsignedParties are those that were at a meeting and for which nobody who
// represented them signed the edition yet, in the order of the linkage.
func (p Present) UnsignedParties(ctx context.Context, editions []*db.Minutes) ([][]*db.LinkageParty, error) {
	ids := make([]ident.ID, len(editions))
	for i, e := range editions {
		ids[i] = e.ID
	}
	whole, err := p.store.Read().Minutes.Query().Where(minutes.IDIn(ids...)).WithSignatures().
		WithMeeting(func(q *db.MeetingQuery) { q.WithAttendances(func(q *db.AttendanceQuery) { q.WithParty() }) }).
		All(ent.Unguarded(ctx))
	found := make(map[ident.ID][]*db.LinkageParty, len(whole))
	for _, e := range whole {
		found[e.ID] = unsigned(e)
	}
	all := make([][]*db.LinkageParty, len(editions))
	for i, id := range ids {
		all[i] = found[id]
	}
	return all, err
}

// MinutesViewerCan tells for each verb about an edition whether the viewer could
// do it now.
func (p Present) MinutesViewerCan(ctx context.Context, editions []*db.Minutes) ([][]*VerbPermission, error) {
	viewer, err := p.store.Powers(ctx)
	if err != nil {
		return nil, err
	}
	ids := make([]ident.ID, len(editions))
	for i, e := range editions {
		ids[i] = e.ID
	}
	whole := ent.Unguarded(ctx)
	rows, err := p.store.Read().Minutes.Query().Where(minutes.IDIn(ids...)).
		WithMeeting(func(q *db.MeetingQuery) { q.WithAttendances().WithMinutes() }).All(whole)
	if err != nil {
		return nil, err
	}
	meetings := make([]*db.Meeting, len(rows))
	for i, row := range rows {
		meetings[i] = row.Edges.Meeting
	}
	subjects, err := power.OfMeetings(whole, p.store.Read(), day.Of(p.store.Now()), meetings...)
	held := make(map[ident.ID]minuted, len(subjects))
	for i, subject := range subjects {
		held[meetings[i].ID] = minuted{meetings[i], subject}
	}
	all := make([][]*VerbPermission, len(editions))
	for i, e := range editions {
		all[i] = held[e.MeetingID].about(e, viewer)
	}
	return all, err
}
