package tally_test

import (
	"strconv"
	"testing"

	"sifang/schema"
	"sifang/schema/rule"
	"sifang/schema/tally"
)

// Votes written as words: one letter a member or party.
//
//	F for   G against   B abstains   . present and silent
//	- absent   R stepped aside, and there   r stepped aside, and absent
//	L came late and silent   l came late and votes for   X hands in a spoilt paper
const (
	inFavour = 'F'
	against  = 'G'
	abstain  = 'B'
)

func preset(t *testing.T, code string) rule.Rule {
	t.Helper()
	r, ok := rule.Preset(code)
	if !ok {
		t.Fatalf("no preset %s", code)
	}
	return r
}

func judge(t *testing.T, r rule.Rule, c tally.Count) tally.Verdict {
	t.Helper()
	v, err := tally.Judge(r, c)
	if err != nil {
		t.Fatal(err)
	}
	return v
}

// committee is a sitting in which each letter is a seat that is filled. Each
// member weighs one head and one seat.
func committee(seats int64, word string) tally.Count {
	c := tally.Count{Body: rule.Body{Seats: seats, Incumbents: int64(len(word)), Due: int64(len(word))}, Noticed: true}
	for i, letter := range word {
		add(&c, "", "m"+strconv.Itoa(i), letter)
	}
	return c
}

// linkage is a joint meeting in which each letter is a party with one delegate.
func linkage(word string) tally.Count {
	c := tally.Count{Noticed: true}
	for i, letter := range word {
		party := "party" + strconv.Itoa(i)
		c.Parties = append(c.Parties, rule.Party{ID: party})
		add(&c, party, "delegate"+strconv.Itoa(i), letter)
	}
	return c
}

func add(c *tally.Count, party, person string, letter rune) {
	id := "entry" + strconv.Itoa(len(c.Roll))
	voter := tally.Voter{Person: person, Arrival: tally.AtOpening}
	switch letter {
	case '-':
		voter.Arrival = tally.Absent
	case 'R':
		voter.Recused = true
	case 'r':
		voter.Recused, voter.Arrival = true, tally.Absent
	case 'L', 'l':
		voter.Arrival = tally.Late
	}
	c.Roll = append(c.Roll, tally.Entry{
		ID: id, Party: party, Voters: []tally.Voter{voter}, Weights: tally.Weights{Heads: 1, Seats: 1, Households: 1, Weight: 1},
	})
	choice, cast := map[rune]schema.BallotChoice{
		inFavour: schema.BallotChoiceFor, 'l': schema.BallotChoiceFor,
		against: schema.BallotChoiceAgainst, abstain: schema.BallotChoiceAbstain,
	}[letter]
	if cast {
		c.Ballots = append(c.Ballots, tally.Ballot{Entry: id, Person: person, Choice: choice})
	}
	if letter == 'X' {
		c.Ballots = append(c.Ballots, tally.Ballot{Entry: id, Person: person, Invalid: schema.InvalidReasonIllegible})
	}
}

// owners is a written vote on a roll of so many heads and so much area, of
// which some took part and some were in favour; areas in 0.01 m². The others
// who took part abstained. Each group shares its area equally but for the rest.
func owners(heads, area, partHeads, partArea, forHeads, forArea int64) tally.Count {
	c := tally.Count{Written: true, Noticed: true}
	group(&c, forHeads, forArea, schema.BallotChoiceFor)
	group(&c, partHeads-forHeads, partArea-forArea, schema.BallotChoiceAgainst)
	group(&c, heads-partHeads, area-partArea, "")
	return c
}

func group(c *tally.Count, heads, area int64, choice schema.BallotChoice) {
	for i := range heads {
		id := "unit" + strconv.Itoa(len(c.Roll))
		share := area / heads
		if i == 0 {
			share += area % heads
		}
		c.Roll = append(c.Roll, tally.Entry{
			ID: id, Voters: []tally.Voter{{Person: "owner of " + id}}, Weights: tally.Weights{Heads: 1, Area: share},
		})
		if choice != "" {
			c.Ballots = append(c.Ballots, tally.Ballot{Entry: id, Person: "owner of " + id, Choice: choice})
		}
	}
}
