package rule

import (
	"slices"

	"sifang/schema"
)

// maxPairs is how many pairs of clauses are compared. Real rules have a dozen;
// what a document nested on purpose leaves uncompared is not shown.
const maxPairs = 20_000

// proof remembers what was shown of two clauses, so that each pair of nodes is
// compared once.
type proof map[pair]bool

type pair struct{ own, law *Clause }

// implies reports whether whoever meets the one clause surely meets the other
// too. It is right when it says yes, and says no where it cannot tell.
func (p proof) implies(own, law *Clause) bool {
	both := pair{own, law}
	known, seen := p[both]
	if seen || len(p) >= maxPairs {
		return known
	}
	p[both] = false // until it is shown
	p[both] = p.takenApart(own, law) || p.paired(own, law) || own.leafImplies(*law)
	return p[both]
}

// takenApart shows each part of the law that is needed by itself, or finds parts
// of which one must be met and any is enough.
func (p proof) takenApart(own, law *Clause) bool {
	if need, parts, ok := law.combination(); ok {
		kept := 0
		for i := range parts {
			if p.implies(own, &parts[i]) {
				kept++
			}
		}
		if kept >= need {
			return true
		}
	}
	k, parts, ok := own.combination()
	enough := 0
	for i := range parts {
		if p.implies(&parts[i], law) {
			enough++
		}
	}
	return ok && enough > len(parts)-k // whichever k of them are met, one is among them
}

// paired compares combinations of the same build part by part.
func (p proof) paired(own, law *Clause) bool {
	k, parts, _ := own.combination()
	need, asked, _ := law.combination()
	if len(parts) == 0 || len(parts) != len(asked) || k < need {
		return false
	}
	for i := range parts {
		if !p.implies(&parts[i], &asked[i]) {
			return false
		}
	}
	return true
}

// combination is how many of which parts must be met. It reports false for a
// leaf.
func (c Clause) combination() (int, []Clause, bool) {
	parts := c.parts()
	switch {
	case c.KOf != nil:
		return c.KOf.K, parts, true
	case c.Any != nil:
		return 1, parts, true
	default:
		return len(parts), parts, c.All != nil
	}
}

func (c Clause) leafImplies(law Clause) bool {
	if !c.alike(law) {
		return false
	}
	switch {
	case c.Share != nil && law.Share != nil:
		return wider(c.Base(), law.Base(), law.Measure()) && c.Share.part().asMuchAs(law.Share.part())
	case c.Number != nil && law.Number != nil:
		return c.Number.Least >= law.Number.Least
	case c.Limit != nil && law.Limit != nil:
		own, most := c.Limit.Fraction, law.Limit.Fraction
		return c.Base() == law.Base() && own.Num*most.Den <= most.Num*own.Den
	default:
		return false
	}
}

// alike reports whether two leaves count the same thing among the same people.
func (c Clause) alike(other Clause) bool {
	return c.Count() == other.Count() && c.Measure() == other.Measure() && code(c.Among()) == code(other.Among())
}

func (s Share) part() Portion { return Portion{Compare: s.Compare, Fraction: s.Fraction} }

// asMuchAs reports whether whatever reaches the one portion of a whole reaches
// the other one. At least a half is less than more than a half.
func (p Portion) asMuchAs(law Portion) bool {
	own, asked := p.Fraction.Num*law.Fraction.Den, law.Fraction.Num*p.Fraction.Den
	return own > asked || own == asked && (p.Compare == law.Compare || law.Compare == AtLeast)
}

// wider reports whether the one base holds all that the other one does, so that
// the same part of it is at least as much. Recusal is read alike on both sides,
// since it is left to bylaws. Parties that are absent may leave their base, so
// theirs are not compared.
func wider(own, law schema.Base, measure schema.Measure) bool {
	return own == law || measure != schema.MeasureParties && slices.Contains(within[own], law)
}

// within lists the bases that each base surely holds. Numbers that are stated for
// a body are never below its roll. Silence that counts as taking part is on no
// paper.
var within = map[schema.Base][]schema.Base{
	schema.BaseAllSeats:      append([]schema.Base{schema.BaseIncumbents, schema.BaseOnRoll}, onRoll...),
	schema.BaseIncumbents:    append([]schema.Base{schema.BaseOnRoll}, onRoll...),
	schema.BaseDue:           append([]schema.Base{schema.BaseOnRoll}, onRoll...),
	schema.BaseOnRoll:        onRoll,
	schema.BasePapersCast:    {schema.BaseValid},
	schema.BaseParticipating: {schema.BaseValid, schema.BaseCastForOrAgainst},
}

var onRoll = []schema.Base{
	schema.BasePresent, schema.BasePapersCast, schema.BaseParticipating, schema.BaseValid, schema.BaseCastForOrAgainst,
}
