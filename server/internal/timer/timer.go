package timer

import (
	"context"
	"log/slog"
	"maps"
	"slices"
	"time"

	"sifang/ent"
	"sifang/ent/command"
	"sifang/ent/db"
	"sifang/ent/poll"
	"sifang/schema"
	"sifang/schema/fault"
	"sifang/schema/ident"
)

// rest is how long a Timer rests at most. Times that are announced meanwhile, by
// this process or another one, are heard of no later than that.
const rest = time.Minute

// Timer keeps the announced times of votes.
type Timer struct {
	store *ent.Store
	do    *command.Do
	log   *slog.Logger
	wait  Wait
	// refused are the votes that are due and were refused. They stay so: who wants
	// them opened all the same does it by hand.
	refused map[ident.ID]bool
}

// Wait waits for the time given, and reports false if it was told to stop
// before.
type Wait func(ctx context.Context, d time.Duration) bool

// New makes a Timer over a store, through the verbs bound to it.
func New(store *ent.Store, do *command.Do, log *slog.Logger, wait Wait) *Timer {
	return &Timer{store: store, do: do, log: log, wait: wait, refused: map[ident.ID]bool{}}
}

// Run keeps time until the context ends.
func (t *Timer) Run(ctx context.Context) {
	for t.wait(ctx, t.Ring(ctx)) {
	}
}

// Ring opens and closes the votes whose time has come, and answers how long
// there is to wait for the next one.
func (t *Timer) Ring(ctx context.Context) time.Duration {
	due, err := poll.Due(ent.Unguarded(ctx), t.store.Read(), t.store.Now())
	if err != nil {
		t.log.ErrorContext(ctx, "the votes that are due cannot be read", "error", err)
		return rest
	}
	maps.DeleteFunc(t.refused, func(id ident.ID, _ bool) bool {
		return !slices.Contains(due.Open, id) && !slices.Contains(due.Close, id)
	})
	for _, vote := range due.Close {
		t.turn(ctx, turn{"closeVote", vote, schema.VoteStatusOpen, func(ctx context.Context) error {
			_, err := t.do.CloseVote(ctx, command.CloseVoteInput{VoteID: ident.Vote{ID: vote}})
			return err
		}})
	}
	for _, vote := range due.Open {
		t.turn(ctx, turn{"openVote", vote, schema.VoteStatusNoticed, func(ctx context.Context) error {
			_, err := t.do.OpenVote(ctx, command.OpenVoteInput{VoteID: ident.Vote{ID: vote}})
			return err
		}})
	}
	if due.Next.IsZero() {
		return rest
	}
	return min(rest, max(0, due.Next.Sub(t.store.Now())))
}

// turn is a vote that is due, the state in which it is, and what is to be done.
type turn struct {
	verb string
	vote ident.ID
	from schema.VoteStatus
	do   func(context.Context) error
}

// turn does what is due, unless the context has ended. What is refused is said
// once; what fails is tried again the next time.
func (t *Timer) turn(ctx context.Context, one turn) {
	if ctx.Err() != nil || t.refused[one.vote] {
		return
	}
	log := t.log.With("verb", one.verb, "vote", one.vote)
	err := one.do(ent.WithViewer(ctx, &ent.Viewer{Clock: true}))
	if err == nil {
		log.InfoContext(ctx, "done as announced")
		return
	}
	if _, refused := fault.Of(err); !refused {
		log.ErrorContext(ctx, "not done yet", "error", err)
		return
	}
	still, failed := t.still(ctx, one)
	switch {
	case failed != nil:
		log.ErrorContext(ctx, "it cannot be read what became of it", "error", failed)
	case still:
		t.refused[one.vote] = true
		log.WarnContext(ctx, "refused, and left to be done by hand", "error", err)
	default:
		log.DebugContext(ctx, "somebody else was sooner", "error", err)
	}
}

// still reports whether the vote is as due as before. If it is not, somebody
// else was sooner, or put its time off.
func (t *Timer) still(ctx context.Context, one turn) (bool, error) {
	v, err := t.store.Read().Vote.Get(ent.Unguarded(ctx), one.vote)
	if db.IsNotFound(err) {
		return false, nil
	}
	if err != nil || v.Status != one.from {
		return false, err
	}
	return one.from != schema.VoteStatusOpen || poll.CloseDue(v, t.store.Now()), nil
}

// Sleep is the Wait of real time.
func Sleep(ctx context.Context, d time.Duration) bool {
	timer := time.NewTimer(d)
	defer timer.Stop()
	select {
	case <-timer.C:
		return true
	case <-ctx.Done():
		return false
	}
}
