package recount_test

import (
	"fmt"
	"time"

	"pgregory.net/rapid"

	"sifang/schema"
	"sifang/schema/rule"
	"sifang/schema/tally"
)

var began = time.Date(2026, 6, 1, 12, 0, 0, 0, time.UTC)

// drawCount draws a count of at most seven entries and three parties.
func drawCount(t *rapid.T, r rule.Rule, k kindDrawn) tally.Count {
	c := tally.Count{
		Kind: k.kind, Written: rapid.Bool().Draw(t, "written"), Noticed: !rarely(t, "not noticed", 4),
		Chair: one(t, "chair", "", "v00", "v01"),
	}
	if k.kind == schema.VoteKindMotion && rapid.Bool().Draw(t, "kind left out") {
		c.Kind = ""
	}
	for _, code := range []string{"HEARD", "POSTED"} {
		if rapid.Bool().Draw(t, code+" is so") {
			c.Fulfilled = append(c.Fulfilled, code)
		}
	}
	if rarely(t, "flagged", 8) {
		c.Flags = append(c.Flags, schema.VerdictFlagProceduralDefect)
	}
	drawOptions(t, &c, k)
	if k.parties {
		for i := range rapid.IntRange(1, 3).Draw(t, "parties") {
			c.Parties = append(c.Parties, rule.Party{ID: fmt.Sprint("p", i), Groups: drawGroups(t)})
		}
	}
	var heads, seats int64
	for i := range rapid.IntRange(1, 7).Draw(t, "entries") {
		e := drawEntry(t, i, k, len(c.Parties))
		heads, seats = heads+e.Weights.Heads, seats+e.Weights.Seats
		c.Roll = append(c.Roll, e)
	}
	c.Incumbents = max(1, seats)
	c.Seats = c.Incumbents + rapid.Int64Range(0, 2).Draw(t, "vacancies")
	c.Due = max(1, heads) + rapid.Int64Range(0, 2).Draw(t, "more due")
	if k.byHand {
		c.Written = c.Written || rapid.Bool().Draw(t, "written by hand")
		drawSheets(t, &c)
	} else {
		drawBallots(t, &c)
	}
	drawConsent(t, &c)
	return c
}

func drawOptions(t *rapid.T, c *tally.Count, k kindDrawn) {
	if k.kind == schema.VoteKindMotion {
		return
	}
	n := rapid.IntRange(2, 5).Draw(t, "options")
	for i := range n {
		c.Options = append(c.Options, tally.Option{ID: string(rune('A' + i))})
	}
	if rapid.Bool().Draw(t, "none of them") {
		c.Options = append(c.Options, tally.Option{ID: "N", None: true})
	}
	c.MostMarks = rapid.IntRange(0, n).Draw(t, "most marks")
	if k.kind == schema.VoteKindElection {
		c.Fill, c.StandBy = rapid.IntRange(1, n-1).Draw(t, "fill"), rapid.IntRange(0, 2).Draw(t, "stand by")
		c.TieBreak = rarely(t, "tie break", 4)
	}
}

func drawGroups(t *rapid.T) []string {
	if rapid.Bool().Draw(t, "in the group") {
		return []string{"F", "G"}
	}
	return nil
}

func drawWeights(t *rapid.T, k kindDrawn) tally.Weights {
	w := tally.Weights{Heads: 1, Seats: 1, Households: 1, Weight: 1, Area: rapid.Int64Range(0, 3).Draw(t, "area") * 50}
	if !k.byHand && rarely(t, "uneven", 3) {
		w.Heads, w.Weight, w.Households = rapid.Int64Range(0, 2).Draw(t, "heads"), rapid.Int64Range(0, 9).Draw(t, "weight"), 2
	}
	return w
}

func drawEntry(t *rapid.T, i int, k kindDrawn, parties int) tally.Entry {
	e := tally.Entry{
		ID: fmt.Sprint("e", (i*5)%7), Weights: drawWeights(t, k), Groups: drawGroups(t),
		Building: one(t, "building", "", "1", "2"), Served: rapid.Bool().Draw(t, "served"),
	}
	if party := rapid.IntRange(0, max(0, parties)).Draw(t, "party"); party < parties {
		e.Party = fmt.Sprint("p", party)
	}
	for range one(t, "voters", 1, 1, 1, 1, 2, 2, 3, 0) {
		e.Voters = append(e.Voters, tally.Voter{
			// few persons, so that some of them stand in several entries
			Person:  fmt.Sprintf("v%d%d", len(e.Voters), rapid.IntRange(0, 3).Draw(t, "person")),
			Arrival: one(t, "arrival", tally.AtOpening, tally.AtOpening, tally.AtOpening, tally.Late, tally.Absent),
			Recused: rarely(t, "recused", 10),
		})
	}
	if rarely(t, "amended", 8) {
		before := drawWeights(t, k)
		amendment := one(t, "amendment", tally.Amendment{Added: true}, tally.Amendment{Removed: true}, tally.Amendment{Before: &before})
		e.Amended = &amendment
	}
	return e
}

// drawBallots casts some ballots for everybody, by all ways. Their identifiers
// tell them apart, unless they have neither these nor instants, as in counts
// that were stored long ago.
func drawBallots(t *rapid.T, c *tally.Count) {
	plain := rarely(t, "plain", 4)
	cast := func(entry, person string) {
		b := tally.Ballot{Entry: entry, Person: person}
		if !plain {
			b.ID = fmt.Sprint("b", (len(c.Ballots)*7)%31)
			b.At = began.Add(time.Duration(rapid.IntRange(0, 3).Draw(t, "at")) * time.Minute).In(one(t, "zone", time.UTC, time.FixedZone("", 8*3600)))
			b.Channel = one(t, "channel of the ballot", "", schema.BallotChannelOnline, schema.BallotChannelHall, schema.BallotChannelPaper)
			b.Agent = one(t, "agent", "", "", "a1")
			b.Invalid = one(t, "spoilt", "", "", "", "", schema.InvalidReasonBlank)
		}
		b.Choice, b.Marks = drawChoice(t, c)
		c.Ballots = append(c.Ballots, b)
		if rarely(t, "handed in twice", 12) {
			c.Ballots = append(c.Ballots, b)
		}
	}
	for _, e := range c.Roll {
		for _, v := range e.Voters {
			for range one(t, "ballots", 0, 0, 1, 1, 1, 1, 2, 3) {
				cast(e.ID, v.Person)
			}
		}
		if len(e.Voters) > 1 && rarely(t, "settled", 3) {
			c.Settled = append(c.Settled, tally.Settlement{Entry: e.ID, Person: rapid.SampledFrom(e.Voters).Draw(t, "speaker").Person})
		}
	}
	if rarely(t, "strangers", 8) {
		cast("e0", "stranger")
		cast("nowhere", "v00")
	}
	c.Ballots = rapid.Permutation(c.Ballots).Draw(t, "order")
}

func drawChoice(t *rapid.T, c *tally.Count) (schema.BallotChoice, []string) {
	if len(c.Options) == 0 {
		return one(t, "choice", schema.BallotChoiceFor, schema.BallotChoiceFor, schema.BallotChoiceAgainst, schema.BallotChoiceAbstain, "MAYBE"), nil
	}
	var marks []string
	for range one(t, "marks", 1, 1, 1, 2, 2, 3, 0) {
		id := "?"
		if !rarely(t, "unknown", 20) {
			id = rapid.SampledFrom(c.Options).Draw(t, "mark").ID
		}
		marks = append(marks, id)
	}
	return "", marks
}

// drawSheets counts by hand what the roll can bring about, or sometimes not.
func drawSheets(t *rapid.T, c *tally.Count) {
	n := func(label string) int64 { return one[int64](t, label, 0, 0, 1, 1, 2) }
	for i := range one(t, "sheets", 1, 1, 1, 2) {
		s := tally.Sheet{ID: fmt.Sprint("s", i)}
		if len(c.Options) == 0 {
			s.For, s.Against, s.Abstain = n("for"), n("against"), n("abstain")
			s.Returned = s.For + s.Against + s.Abstain
		}
		for _, o := range c.Options {
			if rapid.Bool().Draw(t, "marked") {
				papers := n("papers")
				s.Marks = append(s.Marks, tally.Marks{Option: o.ID, Papers: papers})
				s.Returned += papers
			}
		}
		if rapid.Bool().Draw(t, "hands up") {
			s.Returned = 0
		} else {
			s.Blank, s.Invalid = n("blank"), n("invalid")
			s.Returned += s.Blank + s.Invalid
			s.Issued = s.Returned + n("kept")
		}
		c.Sheets = append(c.Sheets, s)
	}
}

func drawConsent(t *rapid.T, c *tally.Count) {
	c.Consent.Now = began.Add(time.Duration(rapid.IntRange(0, 6).Draw(t, "now")) * 24 * time.Hour)
	if rapid.Bool().Draw(t, "notice") {
		c.Consent.NoticedAt, c.Consent.Deadline = began, began.Add(3*24*time.Hour)
	}
	if len(c.Parties) == 0 {
		return
	}
	for range rapid.IntRange(0, 2).Draw(t, "replies") {
		c.Consent.Replies = append(c.Consent.Replies, tally.Reply{
			Party: rapid.SampledFrom(c.Parties).Draw(t, "of").ID, Objects: rapid.Bool().Draw(t, "objects"),
			At: began.Add(time.Duration(rapid.IntRange(0, 5).Draw(t, "replied")) * 24 * time.Hour),
		})
	}
}
