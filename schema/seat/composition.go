package seat

import (
	"fmt"
	"slices"

	"sifang/schema"
	"sifang/schema/day"
	"sifang/schema/ident"
)

// Body is an organization whose composition is looked at, with the size of
// the estate it is for; zero where nobody measured it.
type Body struct {
	Organization
	Households int
	Area       schema.FloorArea
}

// Finding tells how one rule of composition stands in a body on a day.
type Finding struct {
	Rule   string
	Source Source
	// Needed repeats the bounds of the rule; a bound of zero was not set.
	Needed Needed
	// Of persons were counted Among those looked at. Unknown of them were left
	// out because their sex, which the rule asks for, is not recorded.
	Of, Among, Unknown int
	Met                bool
	// Sentence words the rule and what was found.
	Sentence Sentence
}

// Needed are the bounds of a rule of composition.
type Needed struct {
	Least, Most int
	Odd         bool
	Share       Fraction
	More        bool
}

// Composition judges every rule of composition that applies to the body, by
// the memberships effective on the day. Persons are counted, not seats: who is
// chair and member at once counts once. Part-time members who were co-opted,
// alternates and observers are not among the statutory seats. The holdings
// also tell what the holders hold elsewhere; the candidates tell who they are.
func Composition(rules Rules, body Body, holdings []Holding, people []Candidate, on day.Date) []Finding {
	v := view{organization: body.Organization, holdings: holdings, people: people, on: on}
	var all []Finding
	for _, rule := range inForce(rules.Composition) {
		if slices.Contains(rule.Organizations, body.Kind) && rule.When.includes(body) {
			all = append(all, v.judge(rule))
		}
	}
	return all
}

func (v view) judge(rule Requirement) Finding {
	seats := v.seats(rule.Among)
	counted, undecided := v.pick(seats, rule.Of)
	f := Finding{
		Rule:    rule.Code,
		Source:  rule.Source,
		Needed:  Needed{Least: rule.Least, Most: rule.Most, Odd: rule.Odd, Share: rule.Share, More: rule.More},
		Of:      len(counted),
		Among:   len(members(seats)),
		Unknown: len(undecided),
	}
	f.Met = f.Needed.met(f.Of, f.Among)
	f.Sentence = rule.Sentence.found(f.Of, f.Among, rule.Share != Fraction{})
	return f
}

// met compares what was found with the bounds.
func (n Needed) met(of, among int) bool {
	switch {
	case of < n.Least, n.Most > 0 && of > n.Most, n.Odd && of%2 == 0:
		return false
	case n.Share == Fraction{}:
		return true
	case n.More:
		return n.Share.compare(of, among) > 0
	default:
		return n.Share.reached(of, among)
	}
}

// compare is negative if of in among is less than the fraction, zero if it is
// exactly the fraction, positive if it is more.
func (f Fraction) compare(of, among int) int {
	left, right := int64(of)*f.Den, f.Num*int64(among)
	switch {
	case left < right:
		return -1
	case left > right:
		return 1
	default:
		return 0
	}
}

// reached reports whether of in among is at least the fraction. A share of
// nobody reaches nothing.
func (f Fraction) reached(of, among int) bool { return among > 0 && f.compare(of, among) >= 0 }

// found words a rule and what was found.
func (s Sentence) found(of, among int, asShare bool) Sentence {
	if asShare {
		return Sentence{
			Chinese: fmt.Sprintf("%s现为 %d 人中 %d 人。", s.Chinese, among, of),
			English: fmt.Sprintf("%s Now: %d of %d.", s.English, of, among),
		}
	}
	return Sentence{
		Chinese: fmt.Sprintf("%s现有 %d 人。", s.Chinese, of),
		English: fmt.Sprintf("%s Now: %d.", s.English, of),
	}
}

func (s Scale) includes(b Body) bool {
	small := s.HouseholdsAtMost == 0 || b.Households > 0 && b.Households <= s.HouseholdsAtMost
	large := s.HouseholdsOver == 0 || b.Households == 0 || b.Households > s.HouseholdsOver
	tight := s.AreaAtMost == 0 || b.Area > 0 && b.Area <= s.AreaAtMost
	wide := s.AreaOver == 0 || b.Area == 0 || b.Area > s.AreaOver
	return small && large && tight && wide
}

// members are the persons and organizations in the seats, each once.
func members(seats []Holding) []ident.ID {
	var all []ident.ID
	for _, h := range seats {
		if !slices.Contains(all, h.Member) {
			all = append(all, h.Member)
		}
	}
	return all
}
