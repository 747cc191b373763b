package timer_test

import (
	"bytes"
	"context"
	"log/slog"
	"os"
	"strings"
	"sync"
	"testing"
	"time"

	"sifang/ent"
	"sifang/ent/command"
	"sifang/ent/db"
	"sifang/ent/db/auditevent"
	"sifang/ent/db/verdict"
	"sifang/ent/enttest"
	"sifang/schema"
	"sifang/schema/ident"
	"sifang/server/internal/timer"
)

func TestMain(m *testing.M) { os.Exit(enttest.Run(m)) }

// round is a Timer on a clock that passes whenever it waits, for so many waits.
type round struct {
	*timer.Timer
	said   bytes.Buffer
	waited []time.Duration
}

func (b *body) timer(store *ent.Store, do *command.Do, waits int) *round {
	var r round
	log := slog.New(slog.NewTextHandler(&r.said, &slog.HandlerOptions{Level: slog.LevelInfo}))
	r.Timer = timer.New(store, do, log, func(_ context.Context, d time.Duration) bool {
		r.waited = append(r.waited, d)
		b.clock.Pass(d)
		return len(r.waited) < waits
	})
	return &r
}

// A vote opens and closes at the announced instants, to the microsecond, however
// seldom the Timer looks.
func TestTimerKeepsAnnouncedTimes(t *testing.T) {
	each(t, func(b *body) {
		opens, closes := b.in(10*time.Minute+time.Second), b.in(2*time.Hour)
		v := b.announced(opens, closes)
		r := b.timer(b.store, b.do, 200)
		r.Run(b.Context())
		row := b.vote(v)
		if row.Status != schema.VoteStatusClosed || !row.OpenedAt.Equal(opens) || !row.ClosedAt.Equal(closes) {
			b.Errorf("the vote is %s, opened at %v and closed at %v", row.Status, row.OpenedAt, row.ClosedAt)
		}
		for i, d := range r.waited {
			if d <= 0 || d > time.Minute {
				b.Errorf("wait %d was for %s", i, d)
			}
		}
		if said := r.said.String(); strings.Count(said, "done as announced") != 2 || strings.Contains(said, "WARN") {
			b.Errorf("the log says %s", said)
		}
		if n := b.deeds("openVote", v) + b.deeds("closeVote", v); n != 2 {
			b.Errorf("%d deeds are on record", n)
		}
	})
}

// A close that was put off while the Timer rested is kept as it is then.
func TestTimerAfterAnExtension(t *testing.T) {
	each(t, func(b *body) {
		first, second := b.in(time.Hour), b.in(2*time.Hour)
		v := b.running(first)
		r := b.timer(b.store, b.do, 1)
		r.Ring(b.Context())
		b.write(func(ctx context.Context, tx *ent.Tx) (ident.ID, error) {
			return v.ID, tx.Vote.UpdateOneID(v.ID).SetClosesAt(second).Exec(ctx)
		})
		for _, due := range []struct {
			at     time.Time
			status schema.VoteStatus
		}{{first, schema.VoteStatusOpen}, {second, schema.VoteStatusClosed}} {
			b.clock.Set(due.at)
			r.Ring(b.Context())
			if row := b.vote(v); row.Status != due.status {
				b.Errorf("at %s the vote is %s", due.at, row.Status)
			}
		}
	})
}

// What came due while nothing ran is done when the service starts again, as of
// the announced instant.
func TestTimerAfterARestart(t *testing.T) {
	each(t, func(b *body) {
		closes := b.in(time.Hour)
		v := b.running(closes)
		b.clock.Pass(27 * time.Hour)
		store, do := b.process()
		r := b.timer(store, do, 1)
		if next := r.Ring(b.Context()); next != time.Minute {
			b.Errorf("waits for %s", next)
		}
		row := b.vote(v)
		if row.Status != schema.VoteStatusClosed || !row.ClosedAt.Equal(closes) {
			b.Errorf("the vote is %s, closed at %v", row.Status, row.ClosedAt)
		}
	})
}

// Several processes on one database close a vote once, whoever is first, and
// nobody complains.
func TestTimersOnOneDatabase(t *testing.T) {
	each(t, func(b *body) {
		const processes, votes = 3, 6
		var due []ident.Vote
		for range votes {
			due = append(due, b.running(b.in(time.Hour)))
		}
		b.clock.Pass(time.Hour)
		rounds := make([]*round, processes)
		for i := range rounds {
			store, do := b.process()
			rounds[i] = b.timer(store, do, 1)
		}
		var together sync.WaitGroup
		for _, r := range rounds {
			together.Go(func() { r.Ring(b.Context()) })
		}
		together.Wait()
		closed := 0
		for _, r := range rounds {
			closed += strings.Count(r.said.String(), "done as announced")
			if said := r.said.String(); strings.Contains(said, "WARN") || strings.Contains(said, "ERROR") {
				b.Errorf("a process says %s", said)
			}
		}
		if closed != votes {
			b.Errorf("%d votes were closed, want %d", closed, votes)
		}
		for _, v := range due {
			verdicts, err := b.store.Read().Verdict.Query().Where(verdict.VoteID(v.ID)).Count(ent.Unguarded(b.Context()))
			if err != nil || verdicts != 1 || b.deeds("closeVote", v) != 1 {
				b.Errorf("%d verdicts (%v) and %d deeds", verdicts, err, b.deeds("closeVote", v))
			}
		}
	})
}

// An opening that is refused is said once and left to those who can mend it.
func TestTimerDoesNotInsist(t *testing.T) {
	each(t, func(b *body) {
		v := b.announced(b.in(time.Minute), b.in(2*time.Minute))
		b.clock.Pass(time.Hour) // so that it would be closed before it opens
		r := b.timer(b.store, b.do, 5)
		r.Run(b.Context())
		if said := r.said.String(); strings.Count(said, "\n") != 1 || !strings.Contains(said, "ENDS_BEFORE_IT_STARTS") {
			b.Errorf("the log says %s", said)
		}
		if row := b.vote(v); row.Status != schema.VoteStatusNoticed {
			b.Errorf("the vote is %s", row.Status)
		}
		if len(r.waited) != 5 || r.waited[0] != time.Minute {
			b.Errorf("waited for %v", r.waited)
		}
	})
}

// A vote whose meeting begins late is opened when it does.
func TestTimerWaitsForTheMeeting(t *testing.T) {
	each(t, func(b *body) {
		v := b.announced(b.in(time.Minute), b.in(time.Hour))
		b.meetingIs(schema.MeetingStatusAdjourned)
		r := b.timer(b.store, b.do, 5)
		r.Run(b.Context())
		if row := b.vote(v); row.Status != schema.VoteStatusNoticed || r.said.Len() > 0 {
			b.Errorf("the vote is %s; the log says %s", row.Status, r.said.String())
		}
		b.meetingIs(schema.MeetingStatusOpen)
		r.Ring(b.Context())
		if row := b.vote(v); row.Status != schema.VoteStatusOpen {
			b.Errorf("the vote is %s", row.Status)
		}
	})
}

// A database that does not answer is asked again later; a Timer that is told to
// stop begins nothing.
func TestTimerOutOfOrder(t *testing.T) {
	each(t, func(b *body) {
		v := b.running(b.in(time.Hour))
		b.clock.Pass(time.Hour)
		stopped, stop := context.WithCancel(b.Context())
		stop()
		r := b.timer(b.store, b.do, 1)
		r.Ring(stopped)
		if row := b.vote(v); row.Status != schema.VoteStatusOpen {
			b.Errorf("the vote is %s", row.Status)
		}
		if timer.Sleep(stopped, time.Hour) || !timer.Sleep(b.Context(), 0) {
			b.Error("it sleeps on when told to stop, or not to the end")
		}
		broken := b.timer(b.gone(), b.do, 1)
		if next := broken.Ring(b.Context()); next != time.Minute || !strings.Contains(broken.said.String(), "cannot be read") {
			b.Errorf("waits for %s; the log says %s", next, broken.said.String())
		}
	})
}

func (b *body) vote(v ident.Vote) *db.Vote {
	b.Helper()
	row, err := b.store.Read().Vote.Get(ent.Unguarded(b.Context()), v.ID)
	if err != nil {
		b.Fatal(err)
	}
	return row
}

// deeds is how often the clock did something to a vote, as the record tells it.
func (b *body) deeds(verb string, v ident.Vote) int {
	b.Helper()
	rows, err := b.store.Read().AuditEvent.Query().Where(auditevent.Verb(verb), auditevent.SubjectID(v.ID)).
		All(ent.Unguarded(b.Context()))
	if err != nil {
		b.Fatal(err)
	}
	for _, row := range rows {
		if !strings.Contains(string(row.Leaf), `"clock":true`) {
			b.Errorf("the record is %s", row.Leaf)
		}
	}
	return len(rows)
}
