package tally_test

import (
	"math/big"
	"slices"

	"sifang/schema"
	"sifang/schema/rule"
	"sifang/schema/tally"
)

// brute is a second counter that shares no code with the first one. It goes
// over the whole count for every number that it needs, and compares fractions
// as rational numbers.
type brute struct {
	r rule.Rule
	c tally.Count
	// strict counts no silence; takePart lets spoilt papers take part.
	strict, takePart bool
	// quorum looks at everybody; option is the one that is measured, or empty;
	// awaited is what parties say whose answer is awaited; casting a chair's voice.
	quorum  bool
	option  string
	awaited string
	casting int64
	// known keeps what was found about the ballots of an entry, which is the same
	// however they are read.
	known map[string]papers
}

// papers are what came in for an entry: the ballots that count, and whether
// anything came, or nothing but spoilt papers.
type papers struct {
	voices      []tally.Ballot
	any, spoilt bool
}

func counter(r rule.Rule, c tally.Count) brute {
	b := brute{r: r, c: c, takePart: r.InvalidBallots == rule.TakePart, known: map[string]papers{}}
	for _, e := range c.Roll {
		b.known[e.ID] = papers{b.countVoices(e), b.anyPaper(e), b.onlySpoilt(e)}
	}
	return b
}

func (b brute) voices(e tally.Entry) []tally.Ballot { return b.known[e.ID].voices }
func (b brute) paper(e tally.Entry) bool            { return b.known[e.ID].any }
func (b brute) spoilt(e tally.Entry) bool           { return b.known[e.ID].spoilt }

func (b brute) withAwaited(say string) brute { b.awaited = say; return b }
func (b brute) on(option string) brute       { b.option = option; return b }
func (b brute) inQuorum() brute              { b.quorum = true; return b }

func (b brute) isMotion() bool { return b.c.Kind == "" || b.c.Kind == schema.VoteKindMotion }

// roll is who stands on the roll now.
func (b brute) roll() []tally.Entry {
	var all []tally.Entry
	for _, e := range b.c.Roll {
		if e.Amended == nil || !e.Amended.Removed {
			all = append(all, e)
		}
	}
	return all
}

func (b brute) quorate() bool {
	persons := map[string]bool{}
	for _, e := range b.roll() {
		for _, v := range e.Voters {
			if b.there(e, v) && (!v.Recused || b.r.Recused.CountAsPresent) {
				persons[v.Person] = true
			}
		}
	}
	return len(persons) >= b.r.DistinctPersonsMin && (b.r.Quorum == nil || b.inQuorum().met(*b.r.Quorum))
}

func (b brute) blocked() bool {
	for _, one := range b.r.Conditions {
		if one.Lacking == rule.Blocks && !slices.Contains(b.c.Fulfilled, one.Code) {
			return true
		}
	}
	return false
}

func (b brute) outcome() schema.VerdictOutcome {
	switch {
	case b.r.AgendaMustBeNoticed && !b.c.Noticed:
		return void
	case !b.quorate():
		return nobody
	case b.c.Kind == schema.VoteKindChoice:
		return b.choice()
	case b.c.Kind == schema.VoteKindElection:
		return map[schema.ElectionOutcome]schema.VerdictOutcome{
			"ESTABLISHED": adopted, "ESTABLISHED_WITH_VACANCIES": adopted, "NOT_ESTABLISHED": rejected, "TIE_BREAK_REQUIRED": tied,
		}[b.election()]
	}
	word := rejected
	if b.withAwaited("objects").met(b.r.Approval) {
		word = adopted
	} else if b.withAwaited("consents").met(b.r.Approval) {
		word = pending
	} else if b.r.Tie != "" && b.even(b.r.Approval) {
		word = b.chair()
	}
	if b.blocked() && word != tied {
		return rejected
	}
	return word
}

// chair is what a tie comes to.
func (b brute) chair() schema.VerdictOutcome {
	said := map[string]bool{}
	for _, e := range b.roll() {
		for _, one := range b.voices(e) {
			if one.Person == b.c.Chair && b.c.Chair != "" {
				said[string(one.Choice)] = true
			}
		}
	}
	switch {
	case b.r.Tie != rule.CastingVote || len(said) != 1 || said["ABSTAIN"]:
		return tied
	case said["AGAINST"]:
		return rejected
	}
	b.casting, b.awaited = 1, "objects"
	if b.met(b.r.Approval) {
		return adopted
	}
	return rejected
}

func (b brute) met(c rule.Clause) bool {
	switch {
	case c.Share != nil:
		got, whole := b.got(c.Count(), c.Measure(), c.Among()), b.whole(c.Base(), c.Measure(), c.Among())
		threshold := new(big.Rat).Mul(big.NewRat(c.Share.Fraction.Num, c.Share.Fraction.Den), big.NewRat(whole, 1))
		by := big.NewRat(got, 1).Cmp(threshold)
		return got > 0 && (by > 0 || by == 0 && c.Share.Compare == rule.AtLeast)
	case c.Limit != nil:
		got, whole := b.got(rule.Against, c.Measure(), c.Among()), b.whole(c.Base(), c.Measure(), c.Among())
		threshold := new(big.Rat).Mul(big.NewRat(c.Limit.Fraction.Num, c.Limit.Fraction.Den), big.NewRat(whole, 1))
		return big.NewRat(got, 1).Cmp(threshold) <= 0
	case c.Number != nil:
		return b.got(c.Count(), c.Measure(), c.Among()) >= c.Number.Least
	}
	parts, needed := c.All, len(c.All)
	if c.Any != nil {
		parts, needed = c.Any, 1
	} else if c.KOf != nil {
		parts, needed = c.KOf.Of, c.KOf.K
	}
	for _, part := range parts {
		if b.met(part) {
			needed--
		}
	}
	return needed <= 0
}

// even reports whether each measure of the clause has as many against as for.
func (b brute) even(c rule.Clause) bool {
	if c.Measure() != "" {
		yes := b.got(rule.For, c.Measure(), nil)
		return yes > 0 && yes == b.got(rule.Against, c.Measure(), nil)
	}
	for _, part := range partsOf(c) {
		if !b.even(part) {
			return false
		}
	}
	return true
}

func partsOf(c rule.Clause) []rule.Clause {
	parts := append(append([]rule.Clause{}, c.All...), c.Any...)
	if c.KOf != nil {
		parts = c.KOf.Of
	}
	return parts
}

func (b brute) partySpeaks(p string) bool {
	return len(b.partyBallots(p)) > 0 || b.on("").stance(p) != ""
}

func (b brute) takesPart(e tally.Entry) bool {
	return b.counts(e) != "" || b.takePart && b.spoilt(e)
}

// counts is what an entry is counted as, with silence if that means something.
func (b brute) counts(e tally.Entry) string {
	if word := b.votes(e); word != "" {
		return word
	}
	return b.silence(e)
}

func (b brute) inFavour(e tally.Entry) bool {
	if b.option == "" {
		return b.counts(e) == "FOR"
	}
	return b.chose(e, b.option)
}

// silence is what the silence of an entry is counted as.
func (b brute) silence(e tally.Entry) string {
	d := b.r.Deemed
	if d == nil || b.strict || !b.isMotion() || b.quorum && !d.CountsTowardQuorum ||
		!e.Served || len(e.Voters) == 0 || allRecused(e) || b.paper(e) || b.isOfParty(e) {
		return ""
	}
	return b.direction()
}

func (b brute) direction() string {
	if b.r.Deemed.Direction == rule.DeemedAbstain {
		return "ABSTAIN"
	}
	b.strict, b.casting = true, 0
	words := map[string]bool{}
	for _, leaf := range b.r.Approval.Leaves() {
		yes, no := b.got(rule.For, leaf.Measure(), nil), b.got(rule.Against, leaf.Measure(), nil)
		switch {
		case yes > no:
			words["FOR"] = true
		case yes < no:
			words["AGAINST"] = true
		default:
			words["ABSTAIN"] = true
		}
	}
	for word := range words {
		if len(words) == 1 {
			return word
		}
	}
	return "ABSTAIN"
}
