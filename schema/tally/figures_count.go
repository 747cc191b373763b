package tally

import (
	"strconv"

	"sifang/schema"
	"sifang/schema/fault"
	"sifang/schema/rule"
)

// Count builds a count that has these figures, so that it can be judged: made-up
// entries, each of which holds all who did the same. It refuses figures that
// exceed what they are part of with COUNT_FIGURES_SUM, numbers that no roll has
// with COUNT_WEIGHT, and groups in a vote between options, of which nobody says
// what they marked, with COUNT_OPTIONS.
func (f Figures) Count(r rule.Rule) (Count, error) {
	b := &builder{rule: r, figures: f, count: Count{
		Body: rule.Body{Seats: f.Seats, Incumbents: f.Incumbents, Due: f.Due},
		Kind: f.Kind, MostMarks: f.MostMarks, Fill: f.Fill, StandBy: f.StandBy, TieBreak: f.TieBreak,
		Fulfilled: f.Fulfilled, Written: f.Written, Noticed: f.Noticed,
	}}
	for _, option := range f.Options {
		b.count.Options = append(b.count.Options, option.Option)
	}
	if len(f.Options) > 0 && len(f.Groups) > 0 {
		b.refuse(fault.New(fault.CountOptions, "kind", string(f.Kind), "count", len(f.Options)), "groups")
	}
	if b.checkWeights(); len(b.faults) > 0 {
		return Count{}, b.faults
	}
	b.addShares()
	for _, party := range f.Parties {
		b.addParty(party)
	}
	if err := b.faults.Err(); err != nil {
		return Count{}, err
	}
	return b.count, nil
}

// builder builds a count from figures.
type builder struct {
	rule    rule.Rule
	figures Figures
	count   Count
	faults  fault.Faults
}

func (b *builder) refuse(one *fault.Fault, path ...any) {
	b.faults = append(b.faults, one.At(path...))
}

// within refuses a part that exceeds its whole in some measure.
func (b *builder) within(name string, part, whole Weights, path ...any) {
	for _, measure := range measured {
		if part.Of(measure) > whole.Of(measure) {
			b.refuse(fault.New(fault.CountFiguresSum, "part", name, "sum", part.Of(measure), "whole", whole.Of(measure)), path...)
			return
		}
	}
}

// measured are the measures in which entries weigh something.
var measured = []schema.Measure{
	schema.MeasureHeads, schema.MeasureArea, schema.MeasureSeats, schema.MeasureHouseholds, schema.MeasureWeight,
}

func (b *builder) checkWeights() {
	check := func(w Weights, path ...any) {
		if !w.sane() {
			b.refuse(fault.New(fault.CountWeight, "most", rule.MaxWhole), path...)
		}
	}
	checkShares := func(s Shares, path ...any) {
		for _, one := range s.disjoint() {
			check(one.weights, append(path, one.name)...)
			if marks := one.name == "valid"; one.choice != "" || marks {
				if marks != (len(b.figures.Options) > 0) { // papers either say yes or no, or mark options
					b.within(one.name, one.weights, Weights{}, append(path, one.name)...)
				}
			}
		}
		check(s.Roll, append(path, "roll")...)
		check(s.Present, append(path, "present")...)
	}
	checkShares(b.figures.Shares)
	for i, group := range b.figures.Groups {
		checkShares(group.Shares, "groups", i)
	}
	var marks Weights
	for i, option := range b.figures.Options {
		marks = marks.plus(option.For)
		check(option.For, "options", i, "for")
		check(marks, "options", i, "for")
	}
}

// share is a part of the roll that shares no member with another one.
type share struct {
	name    string
	weights Weights
	choice  schema.BallotChoice
	marks   []string
	invalid schema.InvalidReason
	arrival Arrival
	served  bool
	recused bool
}

// disjoint are the shares that are stated. Those who voted come first.
func (s Shares) disjoint() []share {
	return []share{
		{name: "for", weights: s.For, choice: schema.BallotChoiceFor, arrival: AtOpening},
		{name: "against", weights: s.Against, choice: schema.BallotChoiceAgainst, arrival: AtOpening},
		{name: "abstain", weights: s.Abstain, choice: schema.BallotChoiceAbstain, arrival: AtOpening},
		{name: "valid", weights: s.Valid, arrival: AtOpening},
		{name: "invalid", weights: s.Invalid, invalid: schema.InvalidReasonOther, arrival: AtOpening},
		{name: "servedSilent", weights: s.ServedSilent, served: true},
		{name: "unserved", weights: s.Unserved},
		{name: "recused", weights: s.Recused, recused: true, arrival: AtOpening},
	}
}

// whoVoted is how many of the shares handed something in.
const whoVoted = 5

// all are the shares with those that follow from the totals: who was there and
// silent, and who of the roll is not mentioned.
func (b *builder) all(s Shares, path ...any) []share {
	stated := s.disjoint()
	voted := sum(stated[:whoVoted])
	present := s.Present.or(voted)
	b.within("voted", voted, present, append(path, "present")...)
	seated := share{name: "present", weights: present.plus(voted.negative()), arrival: AtOpening}
	mentioned := present.plus(sum(stated[whoVoted:]))
	roll := s.Roll.or(mentioned)
	b.within("mentioned", mentioned, roll, append(path, "roll")...)
	return append(stated, seated, share{name: "roll", weights: roll.plus(mentioned.negative())})
}

func sum(shares []share) Weights {
	var w Weights
	for _, one := range shares {
		w = w.plus(one.weights)
	}
	return w
}

// or takes the other weights in those measures in which there are none.
func (w Weights) or(other Weights) Weights {
	pick := func(a, b int64) int64 {
		if a == 0 {
			return b
		}
		return a
	}
	return Weights{
		Heads: pick(w.Heads, other.Heads), Area: pick(w.Area, other.Area), Seats: pick(w.Seats, other.Seats),
		Households: pick(w.Households, other.Households), Weight: pick(w.Weight, other.Weight),
	}
}

// addShares adds an entry for each share of each group, and for what is left of
// the share outside of all groups.
func (b *builder) addShares() {
	b.figures.Valid = b.validPapers()
	left := b.all(b.figures.Shares)
	for i, group := range b.figures.Groups {
		for k, one := range b.all(group.Shares, "groups", i) {
			b.within(one.name, one.weights, left[k].weights, "groups", i, one.name)
			left[k].weights = left[k].weights.plus(one.weights.negative())
			b.add(one, group.Code)
		}
	}
	for _, one := range left {
		if one.name == "valid" && len(b.figures.Options) > 0 {
			b.addPapers()
			continue
		}
		b.add(one, "")
	}
}

// add adds an entry that did as its share did. It has as many voters as the rule
// may ask for different persons.
func (b *builder) add(one share, group string) {
	if one.weights == (Weights{}) {
		return
	}
	e := Entry{ID: group + "/" + one.name, Weights: one.weights, Served: one.served}
	if group != "" {
		e.Groups = []string{group}
	}
	var most int64
	for _, measure := range measured {
		if measure != schema.MeasureArea {
			most = max(most, one.weights.Of(measure))
		}
	}
	for i := range max(1, min(most, int64(b.rule.DistinctPersonsMin))) {
		v := Voter{Person: e.ID + "/" + strconv.FormatInt(i, 10), Arrival: one.arrival, Recused: one.recused}
		if b.figures.Chair != "" && b.figures.Chair == one.choice && b.count.Chair == "" {
			b.count.Chair = v.Person
		}
		e.Voters = append(e.Voters, v)
		if one.choice != "" || one.marks != nil || one.invalid != "" {
			b.count.Ballots = append(b.count.Ballots, Ballot{
				Entry: e.ID, Person: v.Person, Choice: one.choice, Marks: one.marks, Invalid: one.invalid,
			})
		}
	}
	b.count.Roll = append(b.count.Roll, e)
}

// addParty adds an entry for a party, with a delegate who did as the party did.
// A divided party has two, who differ.
func (b *builder) addParty(p PartyFigures) {
	b.count.Parties = append(b.count.Parties, rule.Party{ID: p.Party, Groups: p.Groups})
	name := p.Delegate
	if name == "" {
		name = "delegate of " + p.Party
	}
	e := Entry{ID: "party/" + p.Party, Party: p.Party, Groups: p.Groups}
	cast := func(person string, choice schema.BallotChoice) {
		e.Voters = append(e.Voters, Voter{Person: person, Arrival: AtOpening})
		b.count.Ballots = append(b.count.Ballots, Ballot{Entry: e.ID, Person: person, Choice: choice, Marks: p.Marks})
	}
	switch p.Position {
	case schema.PartyPositionAbsent:
		e.Voters = []Voter{{Person: name}}
	case schema.PartyPositionRecused:
		e.Voters = []Voter{{Person: name, Arrival: AtOpening, Recused: true}}
	case schema.PartyPositionDivided:
		cast(name, schema.BallotChoiceFor)
		cast(name+", the other one", schema.BallotChoiceAgainst)
	default:
		cast(name, schema.BallotChoice(p.Position))
	}
	b.count.Roll = append(b.count.Roll, e)
}
