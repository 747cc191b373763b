package voice

import (
	"slices"
	"testing"

	"pgregory.net/rapid"

	"sifang/schema"
	"sifang/schema/ident"
	"sifang/schema/rule"
	"sifang/schema/tally"
)

// counted is a ballot as the counter reads it.
func counted(b Ballot, entry ident.ID) tally.Ballot {
	one := tally.Ballot{
		ID: b.ID.String(), Entry: entry.String(), Person: b.Voter.String(), Choice: b.Said.Choice, Channel: b.Channel, At: b.At,
	}
	if !b.own() {
		one.Agent = b.Agent.String()
	}
	if b.Invalid {
		one.Invalid = schema.InvalidReasonIllegible
	}
	return one
}

// TestTheCounterFindsTheSame lets the counter sift the same ballots: what it
// counts is what stands as VALID, and it sets aside what does not.
func TestTheCounterFindsTheSame(t *testing.T) {
	ordinary, ok := rule.Preset("OWNERS_ORDINARY")
	if !ok {
		t.Fatal("no such preset")
	}
	rapid.Check(t, func(t *rapid.T) {
		p, ballots := draw(t)
		r, entry := ordinary, id(200)
		r.Policies = p.Policies
		c := tally.Count{Written: true, Noticed: true, Roll: []tally.Entry{{
			ID: entry.String(), Weights: tally.Weights{Heads: 1, Area: 9000},
			Voters: []tally.Voter{{Person: id(husband).String()}, {Person: id(wife).String()}, {Person: id(son).String()}},
		}}}
		for _, b := range ballots {
			c.Ballots = append(c.Ballots, counted(b, entry))
		}
		if !p.Settled.IsZero() {
			c.Settled = []tally.Settlement{{Entry: entry.String(), Person: p.Settled.String()}}
		}
		verdict, err := tally.Judge(r, c)
		if err != nil {
			t.Fatal(err)
		}
		agree(t, verdict, ballots, p.Stand(ballots))
	})
}

func agree(t *rapid.T, verdict tally.Verdict, ballots []Ballot, status []schema.BallotStatus) {
	t.Helper()
	aside := map[string]tally.Reason{}
	for _, one := range verdict.SetAside {
		aside[one.ID] = one.Reason
	}
	want := map[schema.BallotChoice]int64{}
	for i, b := range ballots {
		reason := aside[b.ID.String()]
		lawful := map[schema.BallotStatus][]tally.Reason{
			valid: {""}, invalid: {tally.Spoilt}, conflicted: {tally.Conflicting},
			// Of several who say the same the counter sets nobody aside.
			superseded: {tally.Superseded, ""},
		}
		if !slices.Contains(lawful[status[i]], reason) {
			t.Fatalf("ballot %s stands as %s, and the counter says %q", b.ID, status[i], reason)
		}
		if status[i] == valid {
			want[b.Said.Choice]++
		}
	}
	for choice, sum := range map[schema.BallotChoice]tally.Sum{
		schema.BallotChoiceFor: verdict.Options.For, schema.BallotChoiceAgainst: verdict.Options.Against,
		schema.BallotChoiceAbstain: verdict.Options.Abstain,
	} {
		if sum.Entries != want[choice] {
			t.Fatalf("the counter counts %d %s, want %d", sum.Entries, choice, want[choice])
		}
	}
}
