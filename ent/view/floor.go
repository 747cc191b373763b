package view

import (
	"context"
	"time"

	"sifang/ent"
	"sifang/ent/db"
	"sifang/ent/db/agendaitem"
	"sifang/ent/db/speech"
	"sifang/ent/debate"
	"sifang/ent/sitting"
	"sifang/schema"
	"sifang/schema/day"
	"sifang/schema/floor"
	"sifang/schema/ident"
)

// Floor is who speaks on an item now, and who is next.
type Floor struct {
	Speaking    *db.Speech
	SecondsLeft *int
	Seconds     *int
	Turns       *int
	Queue       []*FloorPlace
}

// FloorPlace is somebody who waits for the floor, and why they stand there.
type FloorPlace struct {
	Speech *db.Speech
	Reason floor.Reason
}

// Floors tell of each item who speaks on it and who is next. The order rests on
// all that was asked for; of it is shown what the viewer may see.
func (p Present) Floors(ctx context.Context, items []*db.AgendaItem) ([]*Floor, error) {
	whole, c := ent.Unguarded(ctx), p.store.Read()
	ids := make([]ident.ID, len(items))
	for i, item := range items {
		ids[i] = item.ID
	}
	turns, err := debate.Turns(whole, c, ids...)
	if err != nil {
		return nil, err
	}
	seen, err := p.seenSpeeches(ctx, ids)
	if err != nil {
		return nil, err
	}
	rows, err := c.AgendaItem.Query().Where(agendaitem.IDIn(ids...)).WithMeeting().All(whole)
	if err != nil {
		return nil, err
	}
	meetings, open := make([]*db.Meeting, len(rows)), map[ident.ID]bool{}
	for i, row := range rows {
		meetings[i] = row.Edges.Meeting
		open[row.ID] = meetings[i].Status == schema.MeetingStatusOpen && row.Disposition == schema.AgendaItemDispositionPending
	}
	laws, err := sitting.Laws(whole, c, day.Of(p.store.Now()), meetings...)
	found := make(map[ident.ID]*Floor, len(rows))
	for i, law := range laws {
		bounds, f := law.Debate(), &Floor{}
		if bounds.Seconds > 0 {
			f.Seconds = &bounds.Seconds
		}
		if bounds.Turns > 0 {
			f.Turns = &bounds.Turns
		}
		if id := rows[i].ID; open[id] {
			f.fill(turns[id], seen, p.store.Now())
		}
		found[rows[i].ID] = f
	}
	all := make([]*Floor, len(items))
	for i, id := range ids {
		all[i] = found[id]
	}
	return all, err
}

// seenSpeeches are the turns on some items that the viewer may see.
func (p Present) seenSpeeches(ctx context.Context, items []ident.ID) (map[ident.ID]*db.Speech, error) {
	rows, err := p.store.Read().Speech.Query().Where(speech.AgendaItemIDIn(items...),
		speech.StatusIn(schema.SpeechStatusRequested, schema.SpeechStatusSpeaking)).All(ctx)
	seen := make(map[ident.ID]*db.Speech, len(rows))
	for _, row := range rows {
		seen[row.ID] = row
	}
	return seen, err
}

func (f *Floor) fill(turns []floor.Turn, seen map[ident.ID]*db.Speech, now time.Time) {
	if turn, ok := floor.Speaking(turns, now); ok && seen[turn.ID] != nil {
		f.Speaking = seen[turn.ID]
		if turn.Limit > 0 {
			left := int(turn.Left(now) / time.Second)
			f.SecondsLeft = &left
		}
	}
	for _, place := range floor.Queue(turns) {
		if row := seen[place.ID]; row != nil {
			f.Queue = append(f.Queue, &FloorPlace{Speech: row, Reason: place.Why})
		}
	}
}
