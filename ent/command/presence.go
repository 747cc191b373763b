package command

import (
	"context"
	"time"

	"sifang/ent"
	"sifang/ent/db"
	"sifang/ent/db/agendaitem"
	"sifang/ent/db/attendance"
	"sifang/ent/db/vote"
	"sifang/schema/ident"
)

// Who is present at a vote is told from instants: who came before it was opened
// and left after. A verb that waited for the lock of the meeting began before
// what it waited for, and two processes have two clocks. So the functions below
// move its time behind what is on record, once the meeting is locked: the order
// of the instants is the order in which things took place.

// afterTheStays moves the time of the verb behind the last arrival at a meeting
// and the last departure from it: whoever is there is present at the opening.
func afterTheStays(ctx context.Context, tx *ent.Tx, m ident.ID) error {
	stays, err := tx.Attendance.Query().Where(attendance.MeetingID(m)).All(ctx)
	if err != nil {
		return err
	}
	last := tx.Now
	for _, s := range stays {
		last = later(last, s.ArrivedAt)
		if s.LeftAt != nil {
			last = later(last, *s.LeftAt)
		}
	}
	tx.CatchUp(last)
	return nil
}

// afterTheOpening moves the time of the verb behind the opening of the last
// vote of a meeting: who comes after it is late, and who leaves was there.
func afterTheOpening(ctx context.Context, tx *ent.Tx, m ident.ID) error {
	opened, err := tx.Vote.Query().Where(vote.HasAgendaItemWith(agendaitem.MeetingID(m)), vote.OpenedAtNotNil()).
		Order(db.Desc(vote.FieldOpenedAt)).First(ctx)
	switch {
	case db.IsNotFound(err):
		tx.CatchUp(tx.Now)
	case err != nil:
		return err
	default:
		tx.CatchUp(later(tx.Now, opened.OpenedAt.Add(time.Microsecond)))
	}
	return nil
}

func later(a, b time.Time) time.Time {
	if b.After(a) {
		return b
	}
	return a
}
