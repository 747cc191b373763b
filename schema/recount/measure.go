package recount

import (
	"fmt"
	"math/big"
	"slices"

	"sifang/schema"
)

// scale measures the clauses of a rule on a view.
type scale struct {
	*view
	// quorum: the base of a quorum holds everybody, also those who stepped aside
	// and the parties that stayed away.
	quorum bool
	as     guess
	// chair adds the voice with which the chair breaks a tie.
	chair bool
}

// tree measures a condition and all its parts, each before its parts.
func (s scale) tree(c clause) []Clause { return s.measure(c, "", nil) }

func (s scale) measure(c clause, place string, measured []Clause) []Clause {
	at := len(measured)
	one := Clause{Place: place, Kind: c.form}
	measured = append(measured, one)
	switch c.form {
	case formAll, formAny, formKOf:
		for i, part := range c.parts {
			from := len(measured)
			measured = s.measure(part, joined(place, fmt.Sprintf("parts.%d", i)), measured)
			if measured[from].Met {
				one.Got++
			}
		}
		one.Whole = int64(len(c.parts))
		one.Met = one.Got >= c.needed
	case formNumber:
		one.Got = s.got(c)
		one.Met = one.Got >= c.needed
	default:
		one.Got, one.Whole = s.got(c), s.whole(c)
		one.Met = c.met(one.Got, one.Whole)
	}
	measured[at] = one
	return measured
}

// joined is a place under another one.
func joined(place, under string) string {
	if place == "" {
		return under
	}
	return place + "." + under
}

// met compares a leaf with its share of the whole. Nothing is no share of
// nothing, but it is within every limit.
func (c clause) met(got, whole int64) bool {
	if c.form == formLimit {
		return c.compare(got, whole) <= 0
	}
	return got > 0 && c.reached(got, whole)
}

func (t threshold) reached(got, whole int64) bool {
	by := t.compare(got, whole)
	return by > 0 || by == 0 && !t.strict
}

// compare holds got against the share of the whole.
func (t threshold) compare(got, whole int64) int {
	share := new(big.Rat).Mul(t.share, new(big.Rat).SetInt64(whole))
	return new(big.Rat).SetInt64(got).Cmp(share)
}

// got is how much is in favour, against, present or takes part.
func (s scale) got(c clause) int64 {
	if c.measure == schema.MeasureParties {
		return s.parties(c.group, func(p stand) bool {
			switch c.counted {
			case inFavour, against:
				if c.counted == inFavour && s.chosen != nil {
					return p.chose
				}
				return p.says(s.as) == c.counted
			case present:
				return p.here || p.aside && s.rule.recusedPresent
			default:
				return p.took
			}
		})
	}
	got := s.weigh(s.counting(c.counted), c.measure, c.group)
	if s.chair && c.counted == inFavour && c.group == "" {
		got++
	}
	return got
}

func (s scale) counting(counted string) set {
	switch counted {
	case inFavour:
		if s.chosen != nil {
			return s.chosen
		}
		return s.with(s.yes, inFavour)
	case against:
		return s.with(s.no, against)
	case present:
		if s.rule.recusedPresent {
			return s.here.or(s.aside.and(s.recused))
		}
		return s.here
	default:
		if s.quorum && (s.rule.deemed == nil || !s.rule.deemed.quorum) {
			return s.took
		}
		return s.took.or(s.silent)
	}
}

// with adds the silent to those with whom they count.
func (s scale) with(those set, word string) set {
	if s.silence == word {
		return those.or(s.silent)
	}
	return those
}

// whole is the base. A voice that breaks a tie is one among those who voted.
func (s scale) whole(c clause) int64 {
	whole := s.base(c)
	voted := []schema.Base{schema.BaseParticipating, schema.BaseValid, schema.BasePapersCast, schema.BaseCastForOrAgainst}
	if s.poll.written {
		voted = append(voted, schema.BasePresent)
	}
	if s.chair && c.group == "" && slices.Contains(voted, c.base) {
		whole++
	}
	return whole
}

func (s scale) base(c clause) int64 {
	if c.measure == schema.MeasureParties {
		return s.wholeParties(c)
	}
	out := s.none()
	if !s.quorum && !s.rule.recusedInBase {
		out = s.recused
	}
	var base set
	switch c.base {
	case schema.BaseAllSeats, schema.BaseIncumbents, schema.BaseDue:
		return s.poll.stated(c.base) - s.weigh(out, c.measure, c.group)
	case schema.BaseOnRoll:
		base = s.roll.minus(out)
	case schema.BasePresent:
		base = s.here
		if s.rule.recusedInBase {
			base = base.or(s.aside.and(s.recused))
		}
	case schema.BaseCastForOrAgainst:
		base = s.with(s.yes, inFavour).or(s.with(s.no, against))
	case schema.BaseValid:
		base = s.valid.or(s.silent)
	case schema.BasePapersCast: // whoever is counted with the others is in their base
		base = s.wide(s.papers).and(s.roll).or(s.byHand(0, s.hands.total())).or(s.silent)
	default:
		base = s.took.or(s.silent)
	}
	return s.weigh(base, c.measure, c.group)
}

func (p *poll) stated(base schema.Base) int64 {
	switch base {
	case schema.BaseAllSeats:
		return p.seats
	case schema.BaseIncumbents:
		return p.incumbents
	default:
		return p.due
	}
}

func (s scale) wholeParties(c clause) int64 {
	recusedIn := s.quorum || s.rule.recusedInBase
	absentOut := !s.quorum && s.rule.parties.leave
	return s.parties(c.group, func(p stand) bool {
		voted := p.took || p.says(s.as) != ""
		switch c.base {
		case schema.BasePresent:
			return p.here || p.aside && recusedIn || voted
		case schema.BaseParticipating, schema.BaseValid, schema.BasePapersCast:
			return voted
		case schema.BaseCastForOrAgainst:
			return p.says(s.as) != ""
		default:
			return (recusedIn || p.Position != schema.PartyPositionRecused) &&
				!(absentOut && p.Position == schema.PartyPositionAbsent)
		}
	})
}

// quorate measures what must be there before anything is decided.
func (v *view) quorate() []Clause {
	s := scale{view: v, quorum: true}
	var parts [][]Clause
	if v.rule.quorum != nil {
		parts = append(parts, s.tree(*v.rule.quorum))
	}
	if v.rule.persons > 0 {
		n := v.persons()
		parts = append(parts, []Clause{{Kind: formPersons, Got: n, Met: n >= v.rule.persons}})
	}
	switch len(parts) {
	case 0:
		return []Clause{{Kind: formNothing, Met: true}}
	case 1:
		return parts[0]
	}
	all := []Clause{{Kind: formAll, Whole: 2, Met: true}}
	for i, part := range parts {
		if part[0].Met {
			all[0].Got++
		}
		all[0].Met = all[0].Met && part[0].Met
		for _, c := range part {
			place := fmt.Sprintf("parts.%d", i)
			if c.Place != "" {
				place += "." + c.Place
			}
			c.Place = place
			all = append(all, c)
		}
	}
	return all
}
