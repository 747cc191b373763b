package recount

import (
	"slices"
	"strings"

	"sifang/schema"
)

// Count counts the vote in a document once more. It looks at the rule and the
// count only, never at the verdict. It refuses with the codes of Parse, of a rule
// also with RULE_CLAUSE_NOT_SINGLE, RULE_COMBINATION_EMPTY,
// RULE_TOO_MANY_REQUIRED, RULE_COUNT_MISMATCH, RULE_PARTIES_MISSING and
// OUT_OF_RANGE, and where numbers contradict each other with COUNT_REPEATED,
// COUNT_UNKNOWN, COUNT_PARTY_UNKNOWN, COUNT_WEIGHT, COUNT_BASE_MISSING,
// COUNT_BASE_TOO_SMALL, COUNT_NOTICE_MISSING and RECOUNT_CONTRADICTION.
func Count(d Document) (Result, error) {
	u, err := readRule(string(d.Rule))
	if err != nil {
		return Result{}, err
	}
	p, err := readPoll(string(d.Count))
	if err != nil {
		return Result{}, err
	}
	if p.kind != d.Vote.Kind {
		return Result{}, contradiction(kindDiffers).At("vote", "kind")
	}
	if f := p.doubt(u); f != nil {
		return Result{}, f
	}
	byHand, f := p.byHand(u)
	if f != nil {
		return Result{}, f
	}
	s := sift(u, p)
	s.hands = byHand
	return s.result(), nil
}

// result judges the reading that the rule asks for, and the others beside it.
func (s *sifted) result() Result {
	motion := s.poll.kind == schema.VoteKindMotion
	as := reading{
		invalidToo: s.rule.invalid == takePart,
		deemed:     s.rule.deemed != nil && motion && len(s.poll.sheets) == 0,
	}
	v := s.view(as)
	f := v.judge()
	r := Result{
		Rule:    Reference{s.rule.code, s.rule.version},
		Outcome: f.outcome, Election: f.election, Quorum: f.quorum, Approval: f.approval, Choices: f.choices,
		Options: v.options(v.all()), Buildings: v.buildings(), Invalid: v.sum(v.invalid()),
		SetAside: s.setAside(),
	}
	for _, p := range v.stands {
		r.Parties = append(r.Parties, p.Stand)
	}
	for _, c := range s.lacking() {
		r.Lacking = append(r.Lacking, c.code)
	}
	if as.deemed {
		served := v.silent
		r.Deemed = &Silence{Served: v.sum(served), Unserved: v.sum(v.mute(false))}
		if served.size() > 0 {
			r.Deemed.CountedAs = schema.BallotChoice(v.silence)
		}
	}
	for _, other := range s.others(as, v.invalid().size() > 0) {
		o := s.view(other).judge()
		r.Otherwise = append(r.Otherwise, Alternative{other.name, o.outcome, o.quorum, o.approval})
	}
	r.Flags = v.flags(r)
	return r
}

// others are the readings to be shown beside the one that decides.
func (s *sifted) others(as reading, invalid bool) []reading {
	var all []reading
	if as.deemed {
		other := as
		other.name, other.deemed = withoutDeemed, false
		all = append(all, other)
	}
	if invalid {
		other := as
		other.name, other.invalidToo = "INVALID_TAKING_PART", true
		if as.invalidToo {
			other.name, other.invalidToo = "INVALID_EXCLUDED", false
		}
		all = append(all, other)
	}
	if slices.ContainsFunc(s.poll.roll, func(e entry) bool { return e.amended }) {
		other := as
		other.name, other.frozen = "ROLL_AS_FROZEN", true
		all = append(all, other)
	}
	return all
}

const withoutDeemed = "WITHOUT_DEEMED_VOTES"

// flags are sorted, each once.
func (v *view) flags(r Result) []schema.VerdictFlag {
	var flags []schema.VerdictFlag
	for _, given := range v.poll.flags {
		flags = append(flags, schema.VerdictFlag(given))
	}
	if v.poll.kind == schema.VoteKindMotion {
		if more, less := v.majorities(); more > 0 && less > 0 {
			flags = append(flags, schema.VerdictFlagSplitMajority)
		}
	}
	if v.rule.conflicts > 0 {
		flags = append(flags, schema.VerdictFlagRuleConflict)
	}
	if slices.ContainsFunc(v.lacking(), func(c condition) bool { return !c.blocks }) {
		flags = append(flags, schema.VerdictFlagProceduralDefect)
	}
	for _, other := range r.Otherwise {
		if other.Reading != withoutDeemed || other.Outcome == r.Outcome {
			continue
		}
		flags = append(flags, schema.VerdictFlagDeemedDecisive)
		if v.rule.class != "" && v.rule.class != "ORDINARY" {
			flags = append(flags, schema.VerdictFlagNeedsReview)
		}
	}
	slices.Sort(flags)
	return slices.Compact(flags)
}

// all is the whole roll, and the papers by hand.
func (v *view) all() set { return v.roll.or(v.byHand(0, v.hands.total())) }

// buildings are the votes by building, in the order of the roll. A count by hand
// does not tell where its papers came from.
func (v *view) buildings() []Building {
	if len(v.poll.sheets) > 0 {
		return nil
	}
	var names []string
	var parts []set
	for i := range v.roll.all() {
		name := v.poll.roll[i].building
		at := slices.Index(names, name)
		if at < 0 {
			at = len(names)
			names, parts = append(names, name), append(parts, v.none())
		}
		parts[at].add(i)
	}
	if len(names) == 0 || len(names) == 1 && names[0] == "" {
		return nil
	}
	all := make([]Building, len(names))
	for i := range names {
		all[i] = Building{names[i], v.options(parts[i])}
	}
	return all
}

// setAside counts the ballots that do not count by reason.
func (s *sifted) setAside() []Aside {
	var why []string
	for i, reason := range s.reasons {
		if reason != repeated && s.places[i] >= 0 && s.poll.roll[s.places[i]].removed {
			reason = notOnRoll
		}
		if reason != "" && reason != repeated {
			why = append(why, reason)
		}
	}
	slices.SortFunc(why, strings.Compare)
	var all []Aside
	for _, reason := range why {
		if n := len(all); n > 0 && all[n-1].Reason == reason {
			all[n-1].Ballots++
			continue
		}
		all = append(all, Aside{reason, 1})
	}
	return all
}
