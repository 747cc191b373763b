package debate

import (
	"context"
	"time"

	"sifang/ent/db"
	"sifang/ent/db/agendaitem"
	"sifang/ent/db/attendance"
	"sifang/ent/db/speech"
	"sifang/ent/poll"
	"sifang/schema"
	"sifang/schema/floor"
	"sifang/schema/ident"
)

// Turns are the turns asked for and given on some items, by item. Who left the
// meeting or steps aside meanwhile waits no more.
func Turns(ctx context.Context, c *db.Client, items ...ident.ID) (map[ident.ID][]floor.Turn, error) {
	rows, err := c.Speech.Query().Where(speech.AgendaItemIDIn(items...)).Order(db.Asc(speech.FieldRequestedAt, speech.FieldID)).All(ctx)
	if err != nil {
		return nil, err
	}
	here, err := there(ctx, c, items)
	if err != nil {
		return nil, err
	}
	all := make(map[ident.ID][]floor.Turn, len(items))
	for _, row := range rows {
		if row.Status != schema.SpeechStatusRequested || here[place{row.AgendaItemID, row.PersonID}] {
			all[row.AgendaItemID] = append(all[row.AgendaItemID], Turn(row))
		}
	}
	return all, nil
}

// place is somebody at the treatment of an item.
type place struct{ item, person ident.ID }

// there are those who are at the meetings of some items now, and do not step
// aside on them.
func there(ctx context.Context, c *db.Client, items []ident.ID) (map[place]bool, error) {
	rows, err := c.AgendaItem.Query().Where(agendaitem.IDIn(items...)).
		WithMeeting(func(q *db.MeetingQuery) {
			q.WithAttendances(func(q *db.AttendanceQuery) { q.Where(attendance.LeftAtIsNil()) })
		}).
		WithRecusals(func(q *db.RecusalQuery) { q.Where(poll.SteppedAside()) }).All(ctx)
	here := map[place]bool{}
	for _, item := range rows {
		for _, stay := range item.Edges.Meeting.Edges.Attendances {
			here[place{item.ID, stay.PersonID}] = true
		}
		for _, aside := range item.Edges.Recusals {
			delete(here, place{item.ID, aside.PersonID})
		}
	}
	return here, err
}

// Turn is a row as the order of speakers sees it.
func Turn(row *db.Speech) floor.Turn {
	t := floor.Turn{ID: row.ID, Person: row.PersonID, Side: row.Side, Status: row.Status, Asked: row.RequestedAt}
	if row.GivenAt != nil {
		t.Given = *row.GivenAt
	}
	if row.Seconds != nil {
		t.Limit = time.Duration(*row.Seconds) * time.Second
	}
	return t
}
