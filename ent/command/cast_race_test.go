package command_test

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"sync"
	"sync/atomic"
	"testing"

	"sifang/ent"
	"sifang/ent/command"
	"sifang/ent/db"
	"sifang/ent/db/auditevent"
	"sifang/ent/db/ballot"
	"sifang/ent/db/vote"
	"sifang/ent/enttest"
	"sifang/schema"
	"sifang/schema/fault"
	"sifang/schema/ident"
	"sifang/schema/tally"
)

// fate is how a ballot was answered.
type fate struct {
	ballots []ident.ID
	err     error
}

// race lets everybody vote at once and closes the vote after some were
// answered. It answers what every voter was told, and the verdict.
func (a *arena) race(v ident.Vote, after int64) ([]fate, ident.ID) {
	a.Helper()
	fates := make([]fate, len(a.members))
	var answered atomic.Int64
	begin, enough := make(chan struct{}), make(chan struct{})
	var everybody sync.WaitGroup
	for i, member := range a.members {
		everybody.Go(func() {
			<-begin
			choice := []schema.BallotChoice{schema.BallotChoiceFor, schema.BallotChoiceAgainst, schema.BallotChoiceAbstain}[i%3]
			p, err := a.doors[i%len(a.doors)].CastBallots(member, oneBallot(v, choice))
			fates[i] = fate{p.BallotIDs, err}
			if answered.Add(1) == after {
				close(enough)
			}
		})
	}
	if after == 0 {
		close(enough)
	}
	close(begin)
	<-enough
	p, err := a.doors[len(a.doors)-1].CloseVote(a.officer, command.CloseVoteInput{VoteID: v})
	everybody.Wait()
	if err != nil {
		a.Fatal(err)
	}
	return fates, p.VerdictID
}

// wrongs is what is wrong after a race: every ballot must be counted or
// refused, none lost, none late, and the record of the close must come last.
func (a *arena) wrongs(v ident.Vote, fates []fate, verdict ident.ID) []string {
	a.Helper()
	var wrongs []string
	ctx := ent.Unguarded(a.Context())
	rows, err := a.store.Read().Ballot.Query().Where(ballot.VoteID(v.ID)).All(ctx)
	if err != nil {
		a.Fatal(err)
	}
	stored, choices := map[ident.ID]bool{}, map[schema.BallotChoice]int64{}
	for _, row := range rows {
		stored[row.ID] = true
		choices[*row.Choice]++
	}
	accepted := 0
	for _, f := range fates {
		faults, refused := fault.Of(f.err)
		switch {
		case refused && len(faults) == 1 && faults[0].Code == fault.VoteNotOpen:
		case f.err != nil:
			wrongs = append(wrongs, fmt.Sprintf("refused with %v", f.err))
		case len(f.ballots) != 1 || !stored[f.ballots[0]]:
			wrongs = append(wrongs, "accepted and lost")
		default:
			accepted++
		}
	}
	if accepted != len(rows) {
		wrongs = append(wrongs, fmt.Sprintf("%d were accepted and %d are stored", accepted, len(rows)))
	}
	row, err := a.store.Read().Verdict.Get(ctx, verdict)
	if err != nil {
		a.Fatal(err)
	}
	var judged tally.Verdict
	if err := json.Unmarshal(row.Document, &judged); err != nil {
		a.Fatal(err)
	}
	for choice, sum := range map[schema.BallotChoice]tally.Sum{
		schema.BallotChoiceFor: judged.Options.For, schema.BallotChoiceAgainst: judged.Options.Against,
		schema.BallotChoiceAbstain: judged.Options.Abstain,
	} {
		if sum.Entries != choices[choice] {
			wrongs = append(wrongs, fmt.Sprintf("%d %s are stored, %d were counted", choices[choice], choice, sum.Entries))
		}
	}
	return append(wrongs, a.recordedAfter(v)...)
}

// recordedAfter reports ballots whose record comes after that of the close.
func (a *arena) recordedAfter(v ident.Vote) []string {
	a.Helper()
	events, err := a.store.Read().AuditEvent.Query().Where(auditevent.SubjectID(v.ID)).
		Order(db.Asc(auditevent.FieldID)).All(ent.Unguarded(a.Context()))
	if err != nil {
		a.Fatal(err)
	}
	var closed ident.ID
	late := 0
	for _, e := range events {
		switch {
		case e.Verb == "closeVote":
			closed = e.ID
		case e.Verb == "castBallots" && !closed.IsZero() && bytes.Compare(e.ID[:], closed[:]) > 0:
			late++
		}
	}
	if late == 0 {
		return nil
	}
	return []string{fmt.Sprintf("%d ballots are on record after the close", late)}
}

// rounds races so often, and answers in how many rounds something was wrong.
// Every other time the vote is closed at once, when most ballots are on their
// way; otherwise at some later moment.
func (a *arena) rounds(n int, enough func(red int) bool) int {
	a.Helper()
	red := 0
	for round := range n {
		v := a.running()
		fates, verdict := a.race(v, rand.Int64N([]int64{2, crowd * 3 / 4}[round%2]))
		if wrongs := a.wrongs(v, fates, verdict); len(wrongs) > 0 {
			red++
			a.Logf("round %d: %v", round, wrongs)
		}
		if enough(red) {
			return red
		}
	}
	return red
}

func never(int) bool { return false }

// TestCastingAgainstClosing lets a hundred vote while the vote is closed, again
// and again: through one process, and on PostgreSQL through two.
func TestCastingAgainstClosing(t *testing.T) {
	const rounds = 50
	enttest.Each(t, func(t *testing.T, database string) {
		if red := newArena(t, database, 1, command.New).rounds(rounds, never); red > 0 {
			t.Errorf("%d of %d rounds went wrong", red, rounds)
		}
	})
	t.Run("two processes", func(t *testing.T) {
		if red := newArena(t, enttest.PostgreSQL(t), 2, command.New).rounds(rounds, never); red > 0 {
			t.Errorf("%d of %d rounds went wrong", red, rounds)
		}
	})
}

// TestCastingWithoutTheLock shows that the race finds what it looks for: when
// casting does not keep the vote from being closed, ballots come late.
func TestCastingWithoutTheLock(t *testing.T) {
	unheld := func(s *ent.Store) *command.Do {
		return command.NewHolding(s, func(ctx context.Context, tx *ent.Tx, votes []ident.ID) ([]*db.Vote, error) {
			return tx.Vote.Query().Where(vote.IDIn(votes...)).All(ctx)
		})
	}
	a := newArena(t, enttest.PostgreSQL(t), 2, unheld)
	if red := a.rounds(200, func(red int) bool { return red > 0 }); red == 0 {
		t.Error("without the lock nothing went wrong in 200 rounds, so the race shows nothing")
	}
}
