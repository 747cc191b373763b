package sitting

import (
	"context"

	"sifang/ent/db"
	"sifang/ent/db/agendaitem"
	"sifang/ent/db/vote"
	"sifang/ent/rules"
	"sifang/schema"
	"sifang/schema/day"
	"sifang/schema/ident"
	"sifang/schema/notice"
)

// Announcement is a meeting as a notice posted on a day would announce it.
type Announcement struct {
	notice.Call
	// Unnamed: an item stands on the agenda that no notice named.
	Unnamed bool
	// Unannounced: there is something to announce, which is an item that no
	// notice named, or a vote on any item.
	Unannounced bool
}

// Announce is Announcements for one meeting.
func Announce(ctx context.Context, c *db.Client, m *db.Meeting, posted day.Date) (Announcement, error) {
	all, err := Announcements(ctx, c, posted, m)
	if err != nil {
		return Announcement{}, err
	}
	return all[0], nil
}

// Announcements tells how each of some meetings would be announced by a notice
// posted on the day.
func Announcements(ctx context.Context, c *db.Client, posted day.Date, meetings ...*db.Meeting) ([]Announcement, error) {
	organizations := make([]ident.ID, len(meetings))
	scopes := make([]rules.Scope, len(meetings))
	for i, m := range meetings {
		organizations[i] = m.OrganizationID
		scopes[i].Organizations = []ident.ID{m.OrganizationID}
	}
	kinds, err := kindsOf(ctx, c, organizations)
	if err != nil {
		return nil, err
	}
	chains, err := rules.Of(ctx, c, posted, scopes...)
	if err != nil {
		return nil, err
	}
	all, err := agendas(ctx, c, meetings)
	if err != nil {
		return nil, err
	}
	for i, m := range meetings {
		periods, _ := chains[i].Periods(m.Kind, notice.Subject(m.Kind, m.ConvenedUnder, kinds[m.OrganizationID]))
		all[i].Posted, all[i].Held, all[i].Form, all[i].Periods = posted, day.Of(m.StartsAt), m.Form, periods
		all[i].Chair, all[i].Venue = m.ChairID != nil, m.Venue != nil
	}
	return all, nil
}

// agendas tells of each meeting what there is to announce: of its items, those
// that are still to be treated.
func agendas(ctx context.Context, c *db.Client, meetings []*db.Meeting) ([]Announcement, error) {
	ids := make([]ident.ID, len(meetings))
	for i, m := range meetings {
		ids[i] = m.ID
	}
	items, err := c.AgendaItem.Query().Where(agendaitem.MeetingIDIn(ids...),
		agendaitem.DispositionEQ(schema.AgendaItemDispositionPending)).
		WithVotes(func(q *db.VoteQuery) { q.Where(vote.StatusEQ(schema.VoteStatusDraft)) }).All(ctx)
	all := make([]Announcement, len(meetings))
	for i, id := range ids {
		for _, item := range items {
			if item.MeetingID != id {
				continue
			}
			all[i].Items++
			all[i].Unnamed = all[i].Unnamed || item.NoticedAt == nil
			all[i].Unannounced = all[i].Unannounced || item.NoticedAt == nil || len(item.Edges.Votes) > 0
		}
	}
	return all, err
}

// Warnings are what somebody is warned of who calls the meeting now or, once it
// is called and there is something new, amends its notice; and that an item is
// in no notice yet.
func (a Announcement) Warnings(status schema.MeetingStatus) []schema.WarningCode {
	var warnings []schema.WarningCode
	switch status {
	case schema.MeetingStatusClosed, schema.MeetingStatusCancelled:
		return nil
	case schema.MeetingStatusDraft:
		return a.Call.Warnings()
	case schema.MeetingStatusCalled:
		if !a.Unannounced {
			return nil
		}
		warnings = a.Call.Warnings()
	}
	if a.Unnamed {
		warnings = append(warnings, schema.WarningCodeItemNotNoticed)
	}
	return warnings
}

// Acknowledged are the warnings that stay with the meeting.
func Acknowledged(m *db.Meeting) []schema.WarningCode {
	warnings := make([]schema.WarningCode, len(m.Acknowledged))
	for i, code := range m.Acknowledged {
		warnings[i] = schema.WarningCode(code)
	}
	return warnings
}
