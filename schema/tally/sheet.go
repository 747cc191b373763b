package tally

import (
	"slices"

	"sifang/schema"
	"sifang/schema/fault"
	"sifang/schema/rule"
)

// papers is how many papers, or hands, a sheet counts.
func (s Sheet) papers() int64 {
	if s.byHands() {
		return s.votes()
	}
	return s.Returned
}

// byHands reports whether hands were counted, and no papers.
func (s Sheet) byHands() bool {
	return s.Issued == 0 && s.Returned == 0 && s.Blank == 0 && s.Invalid == 0
}

// valid is how many papers, or hands, chose something.
func (s Sheet) valid() int64 { return s.papers() - s.Blank - s.Invalid }

// votes is what the sheet shows by option.
func (s Sheet) votes() int64 {
	sum := s.For + s.Against + s.Abstain
	for _, marks := range s.Marks {
		sum += marks.Papers
	}
	return sum
}

// enterSheet books a count by hand: so many votes whose entries nobody knows.
func (f *facts) enterSheet(s Sheet) {
	book := func(papers int64, is fate) {
		is.paper, is.byHand = true, true
		if papers > 0 {
			f.book(is, f.handful(papers))
		}
	}
	book(s.Blank+s.Invalid, fate{invalid: true})
	if f.motion() {
		book(s.For, fate{cast: true, choice: schema.BallotChoiceFor})
		book(s.Against, fate{cast: true, choice: schema.BallotChoiceAgainst})
		book(s.Abstain, fate{cast: true, choice: schema.BallotChoiceAbstain})
		return
	}
	against := int64(0)
	for _, marks := range s.Marks {
		at := f.place[marks.Option]
		sum := f.handful(marks.Papers)
		f.chosen[at].add(sum.Entries, sum.Weights)
		if f.count.Options[at].None {
			against = marks.Papers
		}
	}
	book(s.valid()-against, fate{cast: true, choice: schema.BallotChoiceFor})
	book(against, fate{cast: true, choice: schema.BallotChoiceAgainst})
}

// handful is so many entries, each of which weighs one in what the rule measures.
// What they weigh otherwise was not counted.
func (f *facts) handful(n int64) Sum {
	sum := Sum{Entries: n}
	for _, measure := range measuresOf(f.rule) {
		switch measure {
		case schema.MeasureHeads:
			sum.Weights.Heads = n
		case schema.MeasureSeats:
			sum.Weights.Seats = n
		case schema.MeasureHouseholds:
			sum.Weights.Households = n
		case schema.MeasureWeight:
			sum.Weights.Weight = n
		}
	}
	return sum
}

// measuresOf are the measures of the whole rule, each once.
func measuresOf(r rule.Rule) []schema.Measure {
	var all []schema.Measure
	for _, leaf := range r.Leaves() {
		all = append(all, leaf.Measure())
	}
	if r.Election != nil {
		all = append(all, r.Election.Ranking...)
	}
	slices.Sort(all)
	return slices.Compact(all)
}

// checkSheets refuses counts by hand that do not add up, that the roll cannot
// have brought about, or that cannot be measured as the rule does.
func (c Count) checkSheets(r rule.Rule) fault.Faults {
	if len(c.Sheets) == 0 {
		return nil
	}
	faults := c.checkByHand(r)
	if len(c.Ballots) > 0 {
		faults = append(faults, fault.New(fault.CountSheetAndBallots).At("sheets"))
	}
	var papers int64
	most := c.mayCast(r)
	for i, sheet := range c.Sheets {
		faults = append(faults, c.checkSheet(r, i, sheet)...)
		if papers += sheet.papers(); papers > most {
			faults = append(faults, fault.New(fault.CountSheetRoll, "papers", papers, "roll", most).At("sheets", i, "returned"))
		}
	}
	return faults
}

// checkByHand refuses what a count by hand cannot tell: how much land or which
// group is behind a paper, and for which party it speaks.
func (c Count) checkByHand(r rule.Rule) fault.Faults {
	refuse := func(measure schema.Measure) fault.Faults {
		return fault.Faults{fault.New(fault.CountSheetMeasure, "measure", string(measure)).At("sheets")}
	}
	for _, leaf := range r.Leaves() {
		if leaf.Among() != nil && leaf.Count() != rule.Present {
			return refuse(leaf.Measure())
		}
	}
	for _, measure := range measuresOf(r) {
		if measure == schema.MeasureArea || measure == schema.MeasureParties {
			return refuse(measure)
		}
		for i := range c.Roll {
			if e := &c.Roll[i]; !e.weighsOne(measure) || e.Party != "" && r.Parties != nil {
				return refuse(measure)
			}
		}
	}
	return nil
}

// weighsOne reports whether the entry weighs one in the measure, and did before
// it was corrected.
func (e *Entry) weighsOne(measure schema.Measure) bool {
	if e.Amended == nil {
		return e.Weights.Of(measure) == 1
	}
	return (e.Amended.Removed || e.Weights.Of(measure) == 1) &&
		(e.Amended.Before == nil || e.Amended.Before.Of(measure) == 1)
}

// mayCast is how many papers the roll, or those of it who are there, can cast.
func (c Count) mayCast(r rule.Rule) int64 {
	f, sum := &facts{rule: r, count: c}, int64(0)
	for i := range c.Roll {
		if is := f.before(&c.Roll[i]); !is.gone && !is.recused && (c.Written || is.here) {
			sum++
		}
	}
	return sum
}

func (c Count) checkSheet(r rule.Rule, i int, s Sheet) fault.Faults {
	for _, n := range []struct {
		field string
		count int64
	}{
		{"issued", s.Issued}, {"returned", s.Returned}, {"blank", s.Blank}, {"invalid", s.Invalid},
		{"for", s.For}, {"against", s.Against}, {"abstain", s.Abstain},
	} {
		most := int64(rule.MaxWhole)
		if c.kind() != schema.VoteKindMotion && (n.field == "for" || n.field == "against" || n.field == "abstain") {
			most = 0 // papers mark options, and are not for or against
		}
		if n.count < 0 || n.count > most {
			return fault.Faults{fault.New(fault.OutOfRange, "least", 0, "most", most).At("sheets", i, n.field)}
		}
	}
	wrong := func(field string, sum, papers int64) fault.Faults {
		return fault.Faults{fault.New(fault.CountSheetSum, "sum", sum, "papers", papers).At("sheets", i, field)}
	}
	switch {
	case s.Returned > s.Issued:
		return wrong("issued", s.Returned, s.Issued)
	case c.kind() != schema.VoteKindMotion:
		return c.checkMarks(r, i, s, wrong)
	case len(s.Marks) > 0:
		return fault.Faults{fault.New(fault.CountUnknown, "id", s.Marks[0].Option).At("sheets", i, "marks", 0, "option")}
	case !s.byHands() && s.votes()+s.Blank+s.Invalid != s.Returned:
		return wrong("returned", s.votes()+s.Blank+s.Invalid, s.Returned)
	}
	return nil
}

// checkMarks asks that so many marks fit on so many papers. How many raised a
// hand is known only where each may choose one.
func (c Count) checkMarks(r rule.Rule, i int, s Sheet, wrong func(string, int64, int64) fault.Faults) fault.Faults {
	var faults fault.Faults
	var none, others, most int64
	seen := map[string]bool{}
	for k, marks := range s.Marks {
		at := slices.IndexFunc(c.Options, func(o Option) bool { return o.ID == marks.Option })
		switch {
		case at < 0:
			return fault.Faults{fault.New(fault.CountUnknown, "id", marks.Option).At("sheets", i, "marks", k, "option")}
		case seen[marks.Option]:
			return fault.Faults{fault.New(fault.CountRepeated, "id", marks.Option).At("sheets", i, "marks", k, "option")}
		case marks.Papers < 0 || marks.Papers > rule.MaxWhole:
			return fault.Faults{fault.New(fault.OutOfRange, "least", 0, "most", rule.MaxWhole).At("sheets", i, "marks", k, "papers")}
		case c.Options[at].None:
			none = marks.Papers
		default:
			others, most = others+marks.Papers, max(most, marks.Papers)
		}
		seen[marks.Option] = true
	}
	allowed := int64(c.mostMarks(r))
	left := s.valid() - none // papers that can mark anything but none
	switch {
	case s.byHands() && allowed > 1:
		faults = wrong("returned", none+others, 0)
	case s.Blank+s.Invalid > s.Returned:
		faults = wrong("returned", s.Blank+s.Invalid, s.Returned)
	case most > left:
		faults = wrong("marks", most+none, s.valid())
	case left < 0 || others > allowed*left:
		faults = wrong("marks", others, max(0, allowed*left))
	}
	return faults
}
