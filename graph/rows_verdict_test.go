package graph_test

import (
	"fmt"
	"slices"
	"strings"
)

// verdict is how a vote stands judged, as the API tells it.
type verdict struct {
	Outcome  string
	Flags    []string
	SetAside int
	Invalid  int
	Recount  string
	Options  []struct {
		Choice, Area   string
		Ballots, Heads int
	}
	Choices  []chosen
	Election string
	Deemed   *struct {
		CountedAs        string
		Served, Unserved struct {
			Entries, Heads int
			Area           string
		}
	}
	Otherwise []struct {
		Reading, Outcome string
		Clauses          []clause
	}
	Parties      []struct{ Label, Position string }
	Lacking      []string
	Clauses      []clause
	CanPass      bool
	CanFail      bool
	ConsentUntil string
}

type chosen struct {
	CandidateID          string
	Label, Area, Outcome string
	Ballots, Heads, Rank int
	None                 bool
	Clauses              []clause
}

type clause struct {
	Quorum, Met bool
	Measure     string
	Needed, Got string
	Of, Missing string
}

const (
	verdictFields = `{
		outcome flags setAside invalid recount election lacking canPass canFail consentUntil
		options { choice ballots heads area }
		choices { candidateId label none ballots heads area rank outcome clauses { quorum met measure needed got of missing } }
		deemed { countedAs served { entries heads area } unserved { entries heads area } }
		otherwise { reading outcome clauses { quorum met measure needed got of missing } }
		parties { label position }
		buildings { areaId label notCast options { choice heads } }
		clauses { quorum met measure needed got of missing }
	}`
	closeVote = `mutation ($vote: ID!) {
		closeVote(input: {voteId: $vote}) { vote { status verdict ` + verdictFields + ` } userErrors { code field } }
	}`
	readVote = `query ($vote: ID!) { node(id: $vote) { ... on Vote { status verdict ` + verdictFields + ` } } }`
)

// judged closes the first vote.
func (a *assembly) judged() verdict { return a.judgedAt(0) }

func (a *assembly) judgedAt(vote int) verdict {
	a.Helper()
	return a.closed(a.chair, a.votes[vote])
}

// closed closes a vote and answers what it came to; two counters agree on it.
func (d teller) closed(as, vote string) verdict {
	d.Helper()
	var v verdict
	d.done(as, closeVote, values{"vote": vote}).into("closeVote.vote.verdict", &v)
	if v.Recount != "AGREES" {
		d.Errorf("the second counter: %q", v.Recount)
	}
	return v
}

// read is how a vote stands judged now.
func (d teller) read(as, vote string) verdict {
	d.Helper()
	var v verdict
	d.done(as, readVote, values{"vote": vote}).into("node.verdict", &v)
	return v
}

// asked writes each clause as what there was and what was needed: 199<200 where
// it is not met, 200≥200 where it is. Of owners the quorum comes before the
// approval, and the area before the heads.
func asked(clauses []clause) string {
	all := make([]string, len(clauses))
	for i, c := range clauses {
		sign := "<"
		if c.Met {
			sign = "≥"
		}
		all[i] = c.Got + sign + c.Needed
	}
	return strings.Join(all, " ")
}

// came asserts the outcome, the clauses and the flags of a verdict.
func (d teller) came(v verdict, outcome, clauses string, flags ...string) {
	d.Helper()
	if v.Outcome != outcome {
		d.Errorf("judged %s, want %s", v.Outcome, outcome)
	}
	if got := asked(v.Clauses); got != clauses {
		d.Errorf("asked\n%s, want\n%s", got, clauses)
	}
	if !slices.Equal(v.Flags, flags) {
		d.Errorf("flags %v, want %v", v.Flags, flags)
	}
	if v.CanPass != (outcome == "ADOPTED") && outcome != "PENDING_CONSENT" {
		d.Errorf("can pass: %v, when %s", v.CanPass, outcome)
	}
}

// given asserts the ballots given: for, against, abstaining.
func (d teller) given(v verdict, want string) {
	d.Helper()
	var got []string
	for _, o := range v.Options {
		got = append(got, fmt.Sprintf("%s %d/%s", o.Choice, o.Heads, o.Area))
	}
	if text := strings.Join(got, ", "); text != want {
		d.Errorf("given %s, want %s", text, want)
	}
}

// otherwise asserts the outcome in another reading.
func (d teller) otherwise(v verdict, reading, outcome string) {
	d.Helper()
	for _, o := range v.Otherwise {
		if o.Reading == reading {
			if o.Outcome != outcome {
				d.Errorf("%s: %s, want %s", reading, o.Outcome, outcome)
			}
			return
		}
	}
	d.Errorf("no reading %s in %+v", reading, v.Otherwise)
}
