package tally

import (
	"slices"
	"strings"

	"sifang/schema"
	"sifang/schema/fault"
	"sifang/schema/rule"
)

// Decision says whether a result rests on ballots that are disputed. One that
// stands without them, and against them, does not.
type Decision struct {
	// AsJudged is what the vote came to, Excluded what it would have come to
	// without those ballots, Flipped if each had said the contrary. A choice between
	// options has no contrary.
	AsJudged schema.VerdictOutcome `json:"asJudged"`
	Excluded schema.VerdictOutcome `json:"excluded"`
	Flipped  schema.VerdictOutcome `json:"flipped,omitempty"`
	// Stands reports that the outcome is the same in all of them, down to who is
	// elected.
	Stands bool `json:"stands"`
}

// Decisive tries a count without the ballots of these identifiers, and with
// their contrary. Its refusals are those of Judge, and COUNT_BALLOT_UNKNOWN.
func Decisive(r rule.Rule, c Count, disputed []string) (Decision, error) {
	at, faults := c.check(r)
	ids := map[string]bool{}
	for i := range c.Ballots {
		ids[c.Ballots[i].ID] = true
	}
	isDisputed := map[string]bool{}
	for i, id := range disputed {
		if id == "" || !ids[id] {
			faults = append(faults, fault.New(fault.CountBallotUnknown, "id", id).At("disputed", i))
		}
		isDisputed[id] = true
	}
	if err := faults.Err(); err != nil {
		return Decision{}, err
	}
	try := func(c Count) judgement {
		f := gather(r, c, at)
		return f.judge(f.asRuled())
	}
	judged := try(c)
	without := c
	without.Ballots = slices.DeleteFunc(slices.Clone(c.Ballots), func(b Ballot) bool { return isDisputed[b.ID] })
	excluded := try(without)
	d := Decision{AsJudged: judged.outcome, Excluded: excluded.outcome, Stands: judged.same(excluded)}
	if c.kind() == schema.VoteKindMotion {
		flipped := try(c.flipped(isDisputed))
		d.Flipped, d.Stands = flipped.outcome, d.Stands && judged.same(flipped)
	}
	return d, nil
}

// flipped is the count in which the disputed ballots say the contrary. An
// abstention has none.
func (c Count) flipped(disputed map[string]bool) Count {
	c.Ballots = slices.Clone(c.Ballots)
	for i := range c.Ballots {
		b := &c.Ballots[i]
		switch {
		case !disputed[b.ID]:
		case b.Choice == schema.BallotChoiceFor:
			b.Choice = schema.BallotChoiceAgainst
		case b.Choice == schema.BallotChoiceAgainst:
			b.Choice = schema.BallotChoiceFor
		}
	}
	return c
}

// same reports whether two judgements come to the same for everybody.
func (j judgement) same(other judgement) bool {
	return j.outcome == other.outcome && slices.EqualFunc(j.byOption(), other.byOption(), func(a, b Choice) bool {
		return a.Option == b.Option && a.Outcome == b.Outcome
	})
}

func (j judgement) byOption() []Choice {
	return slices.SortedFunc(slices.Values(j.choices), func(a, b Choice) int { return strings.Compare(a.Option, b.Option) })
}
