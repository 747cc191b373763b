package tally_test

import (
	"slices"
	"testing"

	"pgregory.net/rapid"

	"sifang/schema"
	"sifang/schema/rule"
	"sifang/schema/tally"
)

// act is what somebody still does who may vote: casts a ballot, comes and is
// silent, or nothing.
type act struct {
	ballot *tally.Ballot
	comes  bool
}

func casts(b tally.Ballot) act { return act{ballot: &b, comes: true} }

// future lets everybody who may still vote, or vote anew, do as do says.
func future(r rule.Rule, c tally.Count, do func(tally.Voter) act) tally.Count {
	b := counter(r, c)
	c.Roll, c.Ballots = slices.Clone(c.Roll), slices.Clone(c.Ballots)
	for i := range c.Roll {
		e := c.Roll[i]
		c.Ballots = slices.DeleteFunc(c.Ballots, func(o tally.Ballot) bool {
			// nobody's ballot was kept who could not vote then
			return o.Entry == e.ID && slices.ContainsFunc(e.Voters, func(v tally.Voter) bool {
				return v.Person == o.Person && b.fate(e, v, o) == "NO_VOTE"
			})
		})
		voices := b.voices(e)
		members := b.isOfParty(e) && r.Parties.Position == rule.MembersMajority
		taken := len(voices) > 0 && !members
		var later []tally.Ballot
		lawful := false
		c.Roll[i].Voters = slices.Clone(e.Voters)
		for k, v := range e.Voters {
			what := do(v)
			if v.Arrival == tally.Absent && r.LateArrivalsVote && what.comes {
				c.Roll[i].Voters[k].Arrival = tally.Late
			}
			if what.ballot == nil || v.Recused || !c.Written && !b.arrived(c.Roll[i].Voters[k]) {
				continue
			}
			at := slices.IndexFunc(voices, func(o tally.Ballot) bool { return o.Person == v.Person })
			fate := b.fate(e, c.Roll[i].Voters[k], *what.ballot)
			if fate == "NONSENSE" {
				continue // nobody can cast what says nothing
			}
			valid := fate == "VALID" // nothing else goes before a valid ballot
			if at >= 0 && valid && changeable(r, voices[at]) || at < 0 && !taken {
				lawful = lawful || valid
				one := *what.ballot
				one.Entry, one.Person, one.ID = e.ID, v.Person, "later"
				later = append(later, one)
			}
		}
		c.Ballots = slices.DeleteFunc(c.Ballots, func(o tally.Ballot) bool {
			// what two said differently is settled by what they say later
			again := slices.ContainsFunc(later, func(l tally.Ballot) bool { return l.Person == o.Person })
			return o.Entry == e.ID && lawful && (again || len(voices) == 0) && o.Invalid == ""
		})
		c.Ballots = append(c.Ballots, later...)
	}
	return c
}

// changeable: the voter may cast another ballot, which goes before this one.
func changeable(r rule.Rule, o tally.Ballot) bool {
	switch {
	case r.Recast == rule.UntilClose, o.Agent != "":
		return true
	case isOnline(o):
		return r.ChannelPrecedence == rule.PaperPrevails
	default:
		return r.ChannelPrecedence == rule.OnlinePrevails
	}
}

// quarrel reports whether some who agreed on a vote may think again.
func quarrel(r rule.Rule, c tally.Count) bool {
	b := counter(r, c)
	for _, e := range b.roll() {
		voices := b.voices(e)
		members := b.isOfParty(e) && r.Parties.Position == rule.MembersMajority
		if len(voices) > 1 && !members && slices.ContainsFunc(voices, func(o tally.Ballot) bool { return changeable(r, o) }) {
			return true
		}
	}
	return false
}

func carries(o schema.VerdictOutcome) bool { return o == adopted || o == pending }

// What may still happen stays within the margins.
func TestMarginsHold(t *testing.T) {
	closedIn := 0
	rapid.Check(t, func(t *rapid.T) {
		r, c := drawVote(t)
		c.Open = true
		m := mustJudge(t, r, c).Margins
		if !m.CanPass || !m.CanFail {
			closedIn++
		}
		later := future(r, c, func(tally.Voter) act {
			if oneIn(t, 4, "stays away") {
				return act{}
			}
			b := drawBallot(t, c, "", "")
			b.Agent = ""
			a := casts(b)
			if oneIn(t, 4, "silent") {
				a.ballot = nil
			}
			return a
		})
		later.Open = false
		for _, condition := range r.Conditions {
			if rapid.Bool().Draw(t, "by then") {
				later.Fulfilled = append(later.Fulfilled, condition.Code)
			}
		}
		v := mustJudge(t, r, later)
		if carries(v.Outcome) && !m.CanPass {
			t.Fatal("it could not pass any more, and did")
		}
		if v.Outcome != adopted && !m.CanFail {
			t.Fatalf("it could not fail any more, and is %s", v.Outcome)
		}
	})
	if closedIn < 100 {
		t.Errorf("only %d votes were decided before their end", closedIn)
	}
}

// The margins of a motion are not wider than what may happen: somebody can make
// it pass, or fail, who may still vote.
func TestMarginsAreExact(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		r, c := drawMotion(t)
		if quarrel(r, c) || r.Tie == rule.CastingVote {
			return
		}
		c.Open = true
		now := mustJudge(t, r, c)
		m := now.Margins
		for _, condition := range r.Conditions {
			c.Fulfilled = append(c.Fulfilled, condition.Code)
		}
		after := func(mine, recused act) schema.VerdictOutcome {
			later := future(r, c, func(v tally.Voter) act {
				if v.Recused {
					return recused
				}
				return mine
			})
			later.Open = false
			return mustJudge(t, r, later).Outcome
		}
		nothing, comes := act{}, act{comes: true}
		yes, no := casts(tally.Ballot{Choice: schema.BallotChoiceFor}), casts(tally.Ballot{Choice: schema.BallotChoiceAgainst})
		spoils := casts(tally.Ballot{Invalid: schema.InvalidReasonBlank})
		differ := func() schema.VerdictOutcome { // those who share a vote fall out, and single ones spoil it
			later := future(r, c, func(tally.Voter) act { return spoils })
			first := map[string]bool{}
			for i, o := range later.Ballots {
				if e := entryOf(later, o.Entry); o.ID == "later" && len(e.Voters) > 1 {
					later.Ballots[i].Invalid = ""
					later.Ballots[i].Choice = schema.BallotChoiceFor
					if first[o.Entry] {
						later.Ballots[i].Choice = schema.BallotChoiceAgainst
					}
					first[o.Entry] = true
				}
			}
			later.Open = false
			return mustJudge(t, r, later).Outcome
		}
		can := carries(after(nothing, nothing)) || carries(after(yes, nothing)) || carries(after(yes, comes))
		if m.CanPass && !can {
			t.Fatal("it can pass, and nothing makes it")
		}
		must := now.Outcome == adopted && after(no, nothing) == adopted && after(no, comes) == adopted &&
			after(spoils, nothing) == adopted && differ() == adopted
		if m.CanFail && must {
			t.Fatal("it can fail, and nothing makes it")
		}
	})
}

func entryOf(c tally.Count, id string) tally.Entry {
	for _, e := range c.Roll {
		if e.ID == id {
			return e
		}
	}
	return tally.Entry{}
}

// The number of seats that a condition says are missing carries it, and one
// fewer does not.
func TestMissingIsExact(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		r := rule.Rule{Code: "DRAWN", Version: "1", Approval: rule.Clause{Share: &rule.Share{
			Count: rule.For, Measure: schema.MeasureHeads, Compare: pick(t, "by", rule.MoreThan, rule.AtLeast),
			Base: pick(t, "base", schema.BaseOnRoll, schema.BasePresent, schema.BaseParticipating, schema.BaseValid,
				schema.BasePapersCast, schema.BaseCastForOrAgainst, schema.BaseDue),
			Fraction: pick(t, "fraction", rule.Fraction{Num: 1, Den: 2}, rule.Fraction{Num: 2, Den: 3}, rule.Fraction{Num: 3, Den: 4}),
		}}}
		r.InvalidBallots = pick(t, "invalid", rule.Excluded, rule.TakePart)
		word := rapid.StringMatching(`[FGBX]{0,5}`).Draw(t, "voted")
		const silent = 20
		for range silent {
			word += "."
		}
		c := committee(0, word)
		f := mustJudge(t, r, c).Approval
		for _, extra := range []int64{max(0, f.Missing-1), f.Missing} {
			more := c
			more.Ballots = slices.Clone(c.Ballots)
			for _, e := range c.Roll[len(word)-silent:][:extra] {
				more.Ballots = append(more.Ballots, tally.Ballot{Entry: e.ID, Person: e.Voters[0].Person, Choice: schema.BallotChoiceFor})
			}
			if met := mustJudge(t, r, more).Approval.Met; met != (extra >= f.Missing) {
				t.Fatalf("%d missing, and with %d more it is %v", f.Missing, extra, met)
			}
		}
	})
}
