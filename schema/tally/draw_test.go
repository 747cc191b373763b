package tally_test

import (
	"strconv"
	"time"

	"pgregory.net/rapid"

	"sifang/schema"
	"sifang/schema/rule"
	"sifang/schema/tally"
)

var kinds = []schema.VoteKind{"", schema.VoteKindMotion, schema.VoteKindMotion, schema.VoteKindChoice, schema.VoteKindElection}

// drawVote makes a vote of any kind.
func drawVote(t *rapid.T) (rule.Rule, tally.Count) {
	kind := pick(t, "vote", kinds...)
	return drawOf(t, kind)
}

func drawMotion(t *rapid.T) (rule.Rule, tally.Count) { return drawOf(t, schema.VoteKindMotion) }

func drawOf(t *rapid.T, kind schema.VoteKind) (rule.Rule, tally.Count) {
	r := drawRule(t, kind)
	return r, drawCount(t, r, kind)
}

// drawCount makes a count with at most six entries and four parties, some of
// whose ballots do not count.
func drawCount(t *rapid.T, r rule.Rule, kind schema.VoteKind) tally.Count {
	c := tally.Count{
		Kind:    kind,
		Written: oneIn(t, 2, "written"),
		Noticed: rapid.Bool().Draw(t, "noticed"),
	}
	for i := range rapid.IntRange(1, 4).Draw(t, "parties") {
		c.Parties = append(c.Parties, rule.Party{ID: "p" + strconv.Itoa(i), Groups: drawGroups(t)})
	}
	drawOptions(t, r, &c)
	for i := range rapid.IntRange(1, 6).Draw(t, "entries") {
		e := drawEntry(t, i, len(c.Parties))
		some := []int{0, 0, 1, 1, 1, 1, 1, 2, 3}
		if r.Deemed != nil && oneIn(t, 2, "silent") {
			// owners who were served, and of whom half are silent
			e.Served, e.Party, some = true, "", []int{0, 1}
			for k := range e.Voters {
				e.Voters[k].Recused = false
			}
		}
		c.Roll = append(c.Roll, e)
		for _, v := range e.Voters {
			for range pick(t, "ballots", some...) {
				c.Ballots = append(c.Ballots, drawBallot(t, c, e.ID, v.Person))
			}
		}
		// who speaks for an entry changes how many different persons returned a ballot
		if len(e.Voters) > 1 && (!c.Written || r.DistinctPersonsMin == 0) && oneIn(t, 3, "settled") {
			c.Settled = append(c.Settled, tally.Settlement{Entry: e.ID, Person: pick(t, "speaker", e.Voters...).Person})
		}
	}
	if oneIn(t, 10, "stranger") {
		c.Ballots = append(c.Ballots, drawBallot(t, c, "e0", "stranger"))
	}
	if len(c.Ballots) > 0 && oneIn(t, 5, "again") {
		c.Ballots = append(c.Ballots, pick(t, "again", c.Ballots...))
	}
	for _, condition := range r.Conditions {
		if oneIn(t, 2, "fulfilled") {
			c.Fulfilled = append(c.Fulfilled, condition.Code)
		}
	}
	c.Chair = pick(t, "chair", "", "v00", "v01", "v02")
	size(t, &c)
	drawConsent(t, &c)
	return c
}

// size makes the body large enough for its roll.
func size(t *rapid.T, c *tally.Count) {
	c.Incumbents, c.Due = 1, 1
	for _, e := range c.Roll {
		if e.Amended == nil || !e.Amended.Removed {
			c.Incumbents += e.Weights.Seats
			c.Due += e.Weights.Heads
		}
	}
	c.Incumbents = max(1, c.Incumbents-1)
	c.Seats = c.Incumbents + rapid.Int64Range(0, 2).Draw(t, "vacancies")
	c.Due = max(1, c.Due-1) + rapid.Int64Range(0, 2).Draw(t, "more due")
}

func drawOptions(t *rapid.T, r rule.Rule, c *tally.Count) {
	if c.Kind != schema.VoteKindChoice && c.Kind != schema.VoteKindElection {
		return
	}
	n := rapid.IntRange(2, 4).Draw(t, "options")
	for i := range n {
		c.Options = append(c.Options, tally.Option{ID: "o" + strconv.Itoa(i)})
	}
	if oneIn(t, 2, "none of them") {
		c.Options = append(c.Options, tally.Option{ID: "none", None: true})
	}
	c.MostMarks = rapid.IntRange(0, 3).Draw(t, "marks")
	if c.Kind == schema.VoteKindChoice {
		c.MostMarks = min(c.MostMarks, len(c.Options))
		return
	}
	c.MostMarks = min(c.MostMarks, len(c.Options))
	c.TieBreak = oneIn(t, 4, "tie break")
	most := n
	if r.Election.MoreCandidatesThanSeats {
		most--
	}
	c.Fill = rapid.IntRange(1, most).Draw(t, "seats")
	c.StandBy = rapid.IntRange(0, 2).Draw(t, "stand by")
}

var instant = time.Date(2026, 6, 1, 12, 0, 0, 0, time.UTC)

func drawBallot(t *rapid.T, c tally.Count, entry, person string) tally.Ballot {
	b := tally.Ballot{
		ID: "b" + strconv.Itoa(rapid.IntRange(0, 3).Draw(t, "id")), Entry: entry, Person: person,
		Channel: pick(t, "channel", "", schema.BallotChannelOnline, schema.BallotChannelPaper, schema.BallotChannelHall),
		At:      instant.Add(time.Duration(rapid.IntRange(0, 2).Draw(t, "at")) * time.Hour),
	}
	if oneIn(t, 5, "agent") {
		b.Agent = "agent"
	}
	if oneIn(t, 8, "spoilt") {
		b.Invalid = pick(t, "why", schema.InvalidReasonBlank, schema.InvalidReasonIllegible)
	}
	if len(c.Options) == 0 {
		b.Choice = rapid.SampledFrom(choices).Draw(t, "choice")
		if oneIn(t, 20, "nonsense") {
			b.Choice = "MAYBE"
		}
		return b
	}
	b.Marks = drawMarks(t, c)
	return b
}

// drawMarks mostly marks a lawful number of options.
func drawMarks(t *rapid.T, c tally.Count) []string {
	marks := []string{}
	most := max(1, c.MostMarks)
	for range rapid.IntRange(1, most+rapid.IntRange(0, 1).Draw(t, "too many")).Draw(t, "so many") {
		mark := pick(t, "mark", c.Options...).ID
		if oneIn(t, 30, "unknown") {
			mark = "unknown"
		}
		again := false
		for _, one := range marks {
			again = again || one == mark
		}
		if !again || oneIn(t, 10, "twice") {
			marks = append(marks, mark)
		}
	}
	return marks
}

func drawGroups(t *rapid.T) []string {
	if oneIn(t, 2, "group") {
		return []string{"G"}
	}
	return nil
}

func drawEntry(t *rapid.T, i, parties int) tally.Entry {
	e := tally.Entry{
		ID: "e" + strconv.Itoa(i), Served: rapid.Bool().Draw(t, "served"), Groups: drawGroups(t),
		Building: pick(t, "building", "", "A", "B"),
		Weights:  tally.Weights{Heads: 1, Seats: 1, Area: rapid.Int64Range(0, 300).Draw(t, "area")},
	}
	if party := rapid.IntRange(0, parties+1).Draw(t, "party"); party < parties {
		e.Party = "p" + strconv.Itoa(party)
	}
	if oneIn(t, 10, "amended") {
		e.Amended = &tally.Amendment{Added: oneIn(t, 3, "added"), Removed: oneIn(t, 3, "removed")}
		if oneIn(t, 2, "corrected") {
			e.Amended.Before = &tally.Weights{Heads: 1, Seats: 1, Area: rapid.Int64Range(0, 300).Draw(t, "area before")}
		}
	}
	for range pick(t, "voters", 0, 1, 1, 1, 1, 1, 2, 2) {
		e.Voters = append(e.Voters, tally.Voter{
			// few persons, so that some of them stand in several entries
			Person:  "v" + strconv.Itoa(len(e.Voters)) + strconv.Itoa(rapid.IntRange(0, 4).Draw(t, "person")),
			Arrival: pick(t, "arrival", tally.AtOpening, tally.AtOpening, tally.AtOpening, tally.Late, tally.Absent),
			Recused: oneIn(t, 7, "recused"),
		})
	}
	return e
}

func drawConsent(t *rapid.T, c *tally.Count) {
	c.Consent.Now = instant.Add(time.Duration(rapid.IntRange(0, 6).Draw(t, "now")) * 24 * time.Hour)
	if rapid.Bool().Draw(t, "notice") {
		c.Consent.NoticedAt, c.Consent.Deadline = instant, instant.Add(3*24*time.Hour)
	}
	for range rapid.IntRange(0, 2).Draw(t, "replies") {
		c.Consent.Replies = append(c.Consent.Replies, tally.Reply{
			Party:   rapid.SampledFrom(c.Parties).Draw(t, "replies").ID,
			Objects: rapid.Bool().Draw(t, "objects"),
			At:      instant.Add(time.Duration(rapid.IntRange(0, 5).Draw(t, "at")) * 24 * time.Hour),
		})
	}
}
