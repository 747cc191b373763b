package app_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"sifang/schema"
	"sifang/schema/fault"
	"sifang/schema/ident"
)

// observed is all that was seen of one vote that was closed while people voted:
// what the voters were told, and what the database holds afterwards.
type observed struct {
	told     []told
	status   schema.VoteStatus
	closedAt *time.Time
	stored   []stored
	verdicts []map[schema.BallotChoice]int64 // how often each choice was counted
	recorded []string                        // verbs, in the order of the record
}

// told is how one voter was answered: with a ballot, or with a refusal.
type told struct {
	voter   ident.ID
	choice  schema.BallotChoice
	ballot  ident.ID
	refusal string
}

// stored is a ballot in the database.
type stored struct {
	ballot, voter ident.ID
	choice        schema.BallotChoice
	at            time.Time
}

// wrongs is what must not be: a ballot that was acknowledged and is not stored
// once, as it was given; one that was refused, for whatever reason but that the
// vote is closed, or is stored nevertheless; one cast or recorded after the
// close; and a verdict that counts anything else than what is stored.
func (o observed) wrongs() []string {
	var wrongs []string
	wrong := func(format string, facts ...any) { wrongs = append(wrongs, fmt.Sprintf(format, facts...)) }
	acknowledged := 0
	for i, t := range o.told {
		var theirs []stored
		for _, s := range o.stored {
			if s.voter == t.voter {
				theirs = append(theirs, s)
			}
		}
		switch {
		case t.refusal != "" && t.refusal != string(fault.VoteNotOpen):
			wrong("voter %d was refused with %s", i, t.refusal)
		case t.refusal != "" && len(theirs) > 0:
			wrong("voter %d was refused, and a ballot is stored", i)
		case t.refusal == "" && (len(theirs) != 1 || theirs[0].ballot != t.ballot || theirs[0].choice != t.choice):
			wrong("voter %d was told of ballot %s %s, and %v is stored", i, t.ballot, t.choice, theirs)
		}
		if t.refusal == "" {
			acknowledged++
		}
	}
	if len(o.stored) != acknowledged {
		wrong("%d ballots were acknowledged and %d are stored", acknowledged, len(o.stored))
	}
	return append(append(wrongs, o.miscounted()...), o.late()...)
}

// miscounted is what is wrong with the verdict.
func (o observed) miscounted() []string {
	if len(o.verdicts) != 1 {
		return []string{fmt.Sprintf("there are %d verdicts", len(o.verdicts))}
	}
	var wrongs []string
	for choice, counted := range o.verdicts[0] {
		given := int64(0)
		for _, s := range o.stored {
			if s.choice == choice {
				given++
			}
		}
		if given != counted {
			wrongs = append(wrongs, fmt.Sprintf("%d %s are stored and %d were counted", given, choice, counted))
		}
	}
	return wrongs
}

// late is what came after the close, or that there was none.
func (o observed) late() []string {
	if o.status != schema.VoteStatusClosed || o.closedAt == nil {
		return []string{fmt.Sprintf("the vote is %s", o.status)}
	}
	var wrongs []string
	late, recorded := 0, 0
	for _, s := range o.stored {
		if s.at.After(*o.closedAt) {
			late++
		}
	}
	for _, verb := range o.recorded {
		if verb == "castBallots" {
			recorded++
		}
	}
	if late > 0 {
		wrongs = append(wrongs, fmt.Sprintf("%d ballots were cast after the close", late))
	}
	if recorded != len(o.stored) {
		wrongs = append(wrongs, fmt.Sprintf("%d ballots are on record and %d are stored", recorded, len(o.stored)))
	}
	if after := len(o.recorded) - 1 - slices.Index(o.recorded, "closeVote"); after > 0 {
		wrongs = append(wrongs, fmt.Sprintf("the close is not the last on record: %d verbs came after it", after))
	}
	return wrongs
}

// fair is what is seen when nothing is wrong: two voted, and a third came late.
func fair() observed {
	at := time.Date(2026, 6, 1, 1, 0, 0, 0, time.UTC)
	id := func(kind ident.Kind) ident.ID { return ident.New(kind, at) }
	first, second, third := id(ident.KindPerson), id(ident.KindPerson), id(ident.KindPerson)
	yes, no := id(ident.KindBallot), id(ident.KindBallot)
	closed := at.Add(time.Millisecond)
	return observed{
		told: []told{
			{voter: first, choice: schema.BallotChoiceFor, ballot: yes},
			{voter: second, choice: schema.BallotChoiceAgainst, ballot: no},
			{voter: third, choice: schema.BallotChoiceFor, refusal: string(fault.VoteNotOpen)},
		},
		status: schema.VoteStatusClosed, closedAt: &closed,
		stored: []stored{{yes, first, schema.BallotChoiceFor, at}, {no, second, schema.BallotChoiceAgainst, at}},
		verdicts: []map[schema.BallotChoice]int64{
			{schema.BallotChoiceFor: 1, schema.BallotChoiceAgainst: 1, schema.BallotChoiceAbstain: 0},
		},
		recorded: []string{"draftVote", "openVote", "castBallots", "castBallots", "closeVote"},
	}
}

// TestTheRaceIsJudged shows that nothing that may go wrong in a race is
// overlooked.
func TestTheRaceIsJudged(t *testing.T) {
	if wrongs := fair().wrongs(); len(wrongs) > 0 {
		t.Errorf("nothing is wrong, and yet: %v", wrongs)
	}
	for says, spoil := range map[string]func(o *observed){
		"told of ballot":          func(o *observed) { o.stored[0].ballot = o.stored[1].ballot },
		"FOR, and [{":             func(o *observed) { o.stored[0].choice = schema.BallotChoiceAgainst },
		"and [] is stored":        func(o *observed) { o.stored = o.stored[1:] },
		"acknowledged and 1 are":  func(o *observed) { o.stored = o.stored[1:] },
		"acknowledged and 3 are":  func(o *observed) { o.stored = append(o.stored, o.stored[0]) },
		"a ballot is stored":      func(o *observed) { o.stored[0].voter = o.told[2].voter },
		"refused with NOT_ON":     func(o *observed) { o.told[2].refusal = string(fault.NotOnRoll) },
		"FOR are stored and 0":    func(o *observed) { o.verdicts[0][schema.BallotChoiceFor] = 0 },
		"ABSTAIN are stored":      func(o *observed) { o.verdicts[0][schema.BallotChoiceAbstain] = 1 },
		"0 verdicts":              func(o *observed) { o.verdicts = nil },
		"2 verdicts":              func(o *observed) { o.verdicts = append(o.verdicts, o.verdicts[0]) },
		"the vote is OPEN":        func(o *observed) { o.status = schema.VoteStatusOpen },
		"1 ballots were cast":     func(o *observed) { o.stored[1].at = o.closedAt.Add(time.Microsecond) },
		"1 ballots are on record": func(o *observed) { o.recorded = slices.Delete(o.recorded, 2, 3) },
		"not the last on record":  func(o *observed) { slices.Reverse(o.recorded[3:]) },
	} {
		o := fair()
		spoil(&o)
		if wrongs := strings.Join(o.wrongs(), "\n"); !strings.Contains(wrongs, says) {
			t.Errorf("%q is not among what was found: %q", says, wrongs)
		}
	}
}
