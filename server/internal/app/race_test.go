package app_test

import (
	"context"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"net/http"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"sifang/ent"
	"sifang/ent/db"
	"sifang/ent/db/auditevent"
	"sifang/ent/db/ballot"
	"sifang/ent/db/verdict"
	"sifang/ent/db/vote"
	"sifang/ent/enttest"
	"sifang/schema"
	"sifang/schema/ident"
	"sifang/schema/tally"
	"sifang/server/internal/login"
)

// So many vote in each round, and so many rounds there are.
const (
	crowd  = 100
	rounds = 50
)

// TestTwoProcessesCastAgainstAClose lets a hundred people vote, half of them
// through one process of the service and half through another one, while the
// vote is closed through one of these, again and again. Every ballot that was
// acknowledged is stored once and counted, and every other one is refused.
func TestTwoProcessesCastAgainstAClose(t *testing.T) {
	database := enttest.PostgreSQL(t) // without which this is left out, and said to be
	r := newRace(t, database)
	for round := range rounds {
		// Every other time the vote is closed at once, when most ballots are on
		// their way, and otherwise at some later moment.
		after := rand.Int64N([]int64{2, crowd * 3 / 4}[round%2])
		if wrongs := r.round(r.running(), after, round/2%2).wrongs(); len(wrongs) > 0 {
			t.Errorf("round %d: %v", round, wrongs)
		}
	}
	for i, s := range r.processes {
		t.Logf("process %d cast %d ballots and refused %d", i, r.cast[i].Load(), r.refused[i].Load())
		if r.cast[i].Load() == 0 || r.refused[i].Load() == 0 {
			t.Errorf("process %d never raced: %d ballots were cast and %d refused", i, r.cast[i].Load(), r.refused[i].Load())
		}
		s.stop(t)
	}
}

// race is a body whose members vote through two processes of the service.
type race struct {
	*forum
	processes     [2]*server
	tokens        []string // of the members
	client        *http.Client
	cast, refused [2]atomic.Int64 // by process
}

func newRace(t *testing.T, database string) *race {
	t.Helper()
	r := &race{forum: newForum(t, database, crowd), client: &http.Client{Transport: &http.Transport{MaxIdleConnsPerHost: crowd}}}
	key, err := login.ParseKey(tokenKey)
	if err != nil {
		t.Fatal(err)
	}
	for _, member := range r.members {
		token, err := key.Issue(&ent.Viewer{Person: member}, r.store.Now(), time.Hour)
		if err != nil {
			t.Fatal(err)
		}
		r.tokens = append(r.tokens, token)
	}
	for i := range r.processes {
		r.processes[i] = serve(t, t.TempDir(), []string{"SIFANG_DATABASE_URL=" + database, "SIFANG_TOKEN_KEY=" + tokenKey})
	}
	t.Cleanup(r.client.CloseIdleConnections)
	return r
}

const (
	castOne = `mutation ($vote: ID!, $choice: BallotChoice!) {
		did: castBallots(input: {ballots: [{voteId: $vote, choice: $choice}]}) { ballots { id } userErrors { code } } }`
	closeOne = `mutation ($vote: ID!) { did: closeVote(input: {voteId: $vote}) { userErrors { code } } }`
)

// done is what a verb of the API answered.
type done struct {
	Ballots    []struct{ ID ident.ID }
	UserErrors []struct{ Code string }
}

// tell does a verb through a process, as a member.
func (r *race) tell(process, member int, verb string, variables map[string]any) (done, error) {
	var answer struct {
		Data   struct{ Did done }
		Errors []any
	}
	err := r.processes[process].post(r.Context(), r.client, r.tokens[member], verb, variables, &answer)
	if err == nil && len(answer.Errors) > 0 {
		err = fmt.Errorf("%v", answer.Errors)
	}
	return answer.Data.Did, err
}

// round lets everybody vote at once, and closes the vote through one of the
// processes after some were answered.
func (r *race) round(v ident.Vote, after int64, closer int) observed {
	r.Helper()
	o := observed{told: make([]told, len(r.members))}
	var answered atomic.Int64
	begin, enough := make(chan struct{}), make(chan struct{})
	var everybody sync.WaitGroup
	for i := range r.members {
		everybody.Go(func() {
			<-begin
			o.told[i] = r.vote(v, i)
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
	closed, err := r.tell(closer, 0, closeOne, map[string]any{"vote": v})
	everybody.Wait()
	if err != nil || len(closed.UserErrors) > 0 {
		r.Fatalf("close: %v %v", closed.UserErrors, err)
	}
	r.observe(v, &o)
	return o
}

// vote lets a member vote through the process that falls to them, and answers
// what they were told.
func (r *race) vote(v ident.Vote, member int) told {
	process := member % len(r.processes)
	choice := []schema.BallotChoice{schema.BallotChoiceFor, schema.BallotChoiceAgainst, schema.BallotChoiceAbstain}[member%3]
	answer, err := r.tell(process, member, castOne, map[string]any{"vote": v, "choice": choice})
	one := told{voter: r.members[member], choice: choice}
	switch {
	case err != nil:
		one.refusal = err.Error()
	case len(answer.UserErrors) == 1:
		one.refusal = answer.UserErrors[0].Code
		r.refused[process].Add(1)
	case len(answer.UserErrors) == 0 && len(answer.Ballots) == 1:
		one.ballot = answer.Ballots[0].ID
		r.cast[process].Add(1)
	default:
		one.refusal = fmt.Sprintf("%+v", answer)
	}
	return one
}

// observe reads from the database what became of a vote.
func (r *race) observe(v ident.Vote, o *observed) {
	r.Helper()
	read := r.store.Read()
	row := found(r, read.Vote.Query().Where(vote.ID(v.ID)).Only)
	o.status, o.closedAt = row.Status, row.ClosedAt
	for _, b := range found(r, read.Ballot.Query().Where(ballot.VoteID(v.ID)).All) {
		o.stored = append(o.stored, stored{b.ID, b.PersonID, *b.Choice, b.CastAt})
	}
	for _, one := range found(r, read.Verdict.Query().Where(verdict.VoteID(v.ID)).All) {
		var judged tally.Verdict
		if err := json.Unmarshal(one.Document, &judged); err != nil {
			r.Fatal(err)
		}
		o.verdicts = append(o.verdicts, map[schema.BallotChoice]int64{
			schema.BallotChoiceFor: judged.Options.For.Entries, schema.BallotChoiceAgainst: judged.Options.Against.Entries,
			schema.BallotChoiceAbstain: judged.Options.Abstain.Entries,
		})
	}
	for _, e := range found(r, read.AuditEvent.Query().Where(auditevent.SubjectID(v.ID)).Order(db.Asc(auditevent.FieldID)).All) {
		o.recorded = append(o.recorded, e.Verb)
	}
}

// found is what a query finds in the database.
func found[T any](r *race, query func(context.Context) (T, error)) T {
	r.Helper()
	answer, err := query(ent.Unguarded(r.Context()))
	if err != nil {
		r.Fatal(err)
	}
	return answer
}
