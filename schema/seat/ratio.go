package seat

import (
	"slices"

	"sifang/schema/day"
)

// Ratio tells how one target stands in one organization on one day.
type Ratio struct {
	Rule        string
	Source      Source
	Numerator   int
	Denominator int
	Target      Fraction
	Met         bool
	On          day.Date
	// Sentence words the target and what was found.
	Sentence Sentence
}

// Ratios judges every target that aims at organizations of this kind, over the
// persons in its statutory seats on the day. Each organization is judged for
// itself: two bodies of which one falls short are never added up, or the
// better one would hide the other. A share of nobody reaches no target.
func Ratios(rules Rules, o Organization, holdings []Holding, people []Candidate, on day.Date) []Ratio {
	v := view{organization: o, holdings: holdings, people: people, on: on}
	var all []Ratio
	for _, rule := range inForce(rules.Ratios) {
		if !slices.Contains(rule.Organizations, o.Kind) {
			continue
		}
		seats := v.seats(Description{})
		counted, _ := v.pick(seats, rule.Of)
		of, among := len(counted), len(members(seats))
		all = append(all, Ratio{
			Rule: rule.Code, Source: rule.Source, Numerator: of, Denominator: among,
			Target: rule.Share, Met: rule.Share.reached(of, among), On: on,
			Sentence: rule.Sentence.found(of, among, true),
		})
	}
	return all
}
