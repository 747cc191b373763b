package command_test

import (
	"context"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"sifang/ent"
	"sifang/ent/command"
	"sifang/ent/db"
	"sifang/ent/enttest"
	"sifang/schema"
	"sifang/schema/fault"
	"sifang/schema/ident"
)

// TestNobodyOvertakesAClose hands a paper in while a close waits for another
// paper: the close comes before it. If it did not, those who vote through
// several processes, never all done at once, could put the close off for ever.
func TestNobodyOvertakesAClose(t *testing.T) {
	a := newArena(t, enttest.PostgreSQL(t), 2, command.New)
	entered, gate := make(chan struct{}), make(chan struct{})
	leave := sync.OnceFunc(func() { close(gate) })
	var everybody sync.WaitGroup
	defer everybody.Wait()
	defer leave()
	slow := command.NewHolding(a.store, func(ctx context.Context, tx *ent.Tx, votes []ident.ID) ([]*db.Vote, error) {
		rows, err := command.HeldVotes(ctx, tx, votes)
		close(entered)
		<-gate
		return rows, err
	})
	t.Cleanup(slow.Close)
	v := a.running()
	fates, verdict := make([]fate, 2), ident.Nil
	aside := func(do func()) <-chan struct{} {
		done := make(chan struct{})
		everybody.Go(func() {
			defer close(done)
			do()
		})
		return done
	}
	waits := func(count int, done <-chan struct{}, who string) {
		for enttest.Waiting(t, a.store) < count {
			select {
			case <-done:
				t.Fatalf("%s did not wait: %v", who, fates)
			default:
			}
		}
	}
	cast := func(i int, do *command.Do) {
		p, err := do.CastBallots(a.members[i], oneBallot(v, schema.BallotChoiceFor))
		fates[i] = fate{p.BallotIDs, err}
	}
	early := aside(func() { cast(0, slow) })
	<-entered
	closing := aside(func() {
		p, err := a.doors[0].CloseVote(a.officer, command.CloseVoteInput{VoteID: v})
		if err != nil {
			t.Errorf("close: %v", err)
		}
		verdict = p.VerdictID
	})
	waits(1, closing, "the close")
	late := aside(func() { cast(1, a.doors[1]) })
	waits(2, late, "a later paper")
	leave()
	<-early
	<-closing
	<-late
	if wrongs := a.wrongs(v, fates, verdict); len(wrongs) > 0 || fates[0].err != nil || fates[1].err == nil {
		t.Errorf("the papers were answered %v and %v: %v", fates[0].err, fates[1].err, wrongs)
	}
}

// TestClosingIsPrompt closes votes while everybody goes on voting in all of
// them. A close waits for the papers under way and no longer, which is meant to
// take less than 200 ms; what is asserted leaves room for a busy machine.
func TestClosingIsPrompt(t *testing.T) {
	const most = time.Second
	prompt := func(t *testing.T, a *arena) {
		t.Helper()
		longest, papers := a.steady(6)
		t.Logf("closing took at most %s, while %d papers were answered", longest.Round(time.Millisecond), papers)
		if longest > most {
			t.Errorf("closing took %s", longest)
		}
	}
	enttest.Each(t, func(t *testing.T, database string) { prompt(t, newArena(t, database, 1, command.New)) })
	t.Run("two processes", func(t *testing.T) { prompt(t, newArena(t, enttest.PostgreSQL(t), 2, command.New)) })
}

// steady lets everybody vote in some votes, over and over, and closes these one
// after the other. It answers how long the longest close took and how many
// papers were answered meanwhile.
func (a *arena) steady(votes int) (time.Duration, int64) {
	a.Helper()
	var open []ident.Vote
	for range votes {
		open = append(open, a.running())
	}
	var answered atomic.Int64
	var over atomic.Bool
	var everybody sync.WaitGroup
	papers := make(chan struct{}, crowd)
	for i, member := range a.members {
		everybody.Go(func() {
			for n := i; !over.Load(); n++ {
				_, err := a.doors[i%len(a.doors)].CastBallots(member, oneBallot(open[n%votes], schema.BallotChoiceFor))
				if _, refused := fault.Of(err); err != nil && !refused {
					a.Errorf("a ballot failed: %v", err)
					return
				}
				answered.Add(1)
				select {
				case papers <- struct{}{}:
				default:
				}
			}
		})
	}
	var longest time.Duration
	for i, v := range open {
		for range crowd { // everybody must be voting when it is closed
			<-papers
		}
		begun := time.Now()
		if _, err := a.doors[i%len(a.doors)].CloseVote(a.officer, command.CloseVoteInput{VoteID: v}); err != nil {
			a.Errorf("close: %v", err)
		}
		longest = max(longest, time.Since(begun))
	}
	over.Store(true)
	everybody.Wait()
	return longest, answered.Load()
}
