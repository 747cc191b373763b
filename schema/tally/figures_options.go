package tally

import (
	"slices"
	"strconv"

	"sifang/schema"
	"sifang/schema/fault"
)

// validPapers are the papers that marked something. Where each marks one option,
// they are as many as the marks.
func (b *builder) validPapers() Weights {
	if len(b.figures.Options) == 0 || b.count.mostMarks(b.rule) > 1 {
		return b.figures.Valid
	}
	var marks Weights
	for _, option := range b.figures.Options {
		marks = marks.plus(option.For)
	}
	return b.figures.Valid.or(marks)
}

// addPapers adds papers that have, together, exactly the marks of the options,
// in each measure for itself.
func (b *builder) addPapers() {
	for _, measure := range measured {
		b.addMarks(measure)
	}
}

// addMarks lays the votes of the options behind each other around a circle of as
// many papers as there are, so that each paper meets an option at most once and
// all papers meet as many as the others, give or take one. Papers for none of
// the options stay out of the circle.
func (b *builder) addMarks(measure schema.Measure) {
	valid := b.figures.Valid.Of(measure)
	var marks, against int64
	for i, option := range b.figures.Options {
		votes := option.For.Of(measure)
		if option.None {
			against = votes
		} else {
			marks += votes
		}
		if votes > valid {
			b.exceeds(option.ID, votes, valid, "options", i, "for")
			return
		}
	}
	circle := valid - against
	switch most := int64(b.count.mostMarks(b.rule)); {
	case marks > most*circle:
		b.exceeds("options", marks, most*circle, "options")
		return
	case marks < circle: // papers that mark nothing are not valid
		b.exceeds("valid", valid, marks+against, "valid")
		return
	}
	cuts := []int64{0, circle}
	var from int64
	for i, option := range b.figures.Options {
		votes := option.For.Of(measure)
		switch {
		case option.None:
			b.addPaper(measure, votes, option.ID)
			continue
		case votes > circle:
			b.exceeds(option.ID, votes, circle, "options", i, "for")
			return
		case votes > 0:
			cuts = append(cuts, (from+votes)%circle)
		}
		from += votes
	}
	slices.Sort(cuts)
	for i := range len(cuts) - 1 {
		b.addPaper(measure, cuts[i+1]-cuts[i], b.meets(measure, cuts[i], circle)...)
	}
}

func (b *builder) exceeds(part string, sum, whole int64, path ...any) {
	b.refuse(fault.New(fault.CountFiguresSum, "part", part, "sum", sum, "whole", whole), path...)
}

// meets are the options that a place of the circle meets.
func (b *builder) meets(measure schema.Measure, place, circle int64) []string {
	var marks []string
	var from int64
	for _, option := range b.figures.Options {
		votes := option.For.Of(measure)
		if option.None || votes == 0 {
			continue
		}
		if (place-from%circle+circle)%circle < votes {
			marks = append(marks, option.ID)
		}
		from += votes
	}
	return marks
}

func (b *builder) addPaper(measure schema.Measure, papers int64, marks ...string) {
	if papers == 0 {
		return
	}
	var w Weights
	switch measure {
	case schema.MeasureHeads:
		w.Heads = papers
	case schema.MeasureArea:
		w.Area = papers
	case schema.MeasureSeats:
		w.Seats = papers
	case schema.MeasureHouseholds:
		w.Households = papers
	default:
		w.Weight = papers
	}
	b.add(share{name: "paper " + strconv.Itoa(len(b.count.Roll)), weights: w, arrival: AtOpening, marks: marks}, "")
}
