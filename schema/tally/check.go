package tally

import (
	"slices"

	"sifang/schema"
	"sifang/schema/fault"
	"sifang/schema/rule"
)

// check tells what is wrong with what was given, and where each entry stands on
// the roll. A verdict about numbers that contradict each other would be worth
// nothing.
func (c Count) check(r rule.Rule) (map[string]int, fault.Faults) {
	faults := c.Suits(r)
	at, wrong := c.checkRoll(r)
	faults = append(faults, wrong...)
	faults = append(faults, c.checkOptions(r)...)
	faults = append(faults, c.checkSheets(r)...)
	faults = append(faults, c.checkSettled(at)...)
	if !c.Consent.Deadline.IsZero() && !c.Consent.Deadline.After(c.Consent.NoticedAt) ||
		c.Consent.Deadline.IsZero() != c.Consent.NoticedAt.IsZero() {
		faults = append(faults, fault.New(fault.CountNoticeMissing).At("consent", "deadline"))
	}
	return at, faults
}

func (c Count) checkRoll(r rule.Rule) (map[string]int, fault.Faults) {
	var faults fault.Faults
	var now, ever Weights
	at := make(map[string]int, len(c.Roll))
	for i := range c.Roll {
		entry := &c.Roll[i]
		if _, known := at[entry.ID]; known {
			faults = append(faults, fault.New(fault.CountRepeated, "id", entry.ID).At("roll", i, "id"))
		} else {
			at[entry.ID] = i
		}
		if entry.Party != "" && !slices.ContainsFunc(c.Parties, func(p rule.Party) bool { return p.ID == entry.Party }) {
			faults = append(faults, fault.New(fault.CountPartyUnknown, "party", entry.Party).At("roll", i, "party"))
		}
		faults = append(faults, entry.checkVoters(i)...)
		before := entry.before()
		now, ever = now.plus(entry.now()), ever.plus(entry.Weights).plus(before)
		if !entry.Weights.sane() || !before.sane() || !ever.sane() {
			return at, append(faults, fault.New(fault.CountWeight, "most", rule.MaxWhole).At("roll", i, "weights"))
		}
	}
	faults = append(faults, c.checkSize(r, schema.BaseAllSeats, now.Seats)...)
	faults = append(faults, c.checkSize(r, schema.BaseIncumbents, now.Seats)...)
	faults = append(faults, c.checkSize(r, schema.BaseDue, now.Heads)...)
	return at, faults
}

// checkVoters refuses to name somebody twice who may vote for an entry.
func (e *Entry) checkVoters(at int) fault.Faults {
	var faults fault.Faults
	for i, v := range e.Voters {
		if slices.ContainsFunc(e.Voters[:i], func(other Voter) bool { return other.Person == v.Person }) {
			faults = append(faults, fault.New(fault.CountRepeated, "id", v.Person).At("roll", at, "voters", i, "person"))
		}
	}
	return faults
}

// now is what the entry weighs on the roll as it stands, before what it weighed
// if that was changed.
func (e *Entry) now() Weights {
	if e.Amended != nil && e.Amended.Removed {
		return Weights{}
	}
	return e.Weights
}

func (e *Entry) before() Weights {
	if e.Amended == nil || e.Amended.Before == nil {
		return Weights{}
	}
	return *e.Amended.Before
}

// checkSize refuses a base that is smaller than the roll it should contain.
func (c Count) checkSize(r rule.Rule, base schema.Base, roll int64) fault.Faults {
	size := c.Size(base)
	if size >= roll && size <= rule.MaxWhole || size == 0 || !r.Uses(base) {
		return nil
	}
	return fault.Faults{fault.New(fault.CountBaseTooSmall, "base", base, "given", size, "roll", roll)}
}

// checkSettled refuses to settle what nobody could have cast, and to settle
// anything twice.
func (c Count) checkSettled(at map[string]int) fault.Faults {
	var faults fault.Faults
	seen := map[string]bool{}
	for i, s := range c.Settled {
		entry, known := at[s.Entry]
		switch {
		case seen[s.Entry]:
			faults = append(faults, fault.New(fault.CountRepeated, "id", s.Entry).At("settled", i, "entry"))
		case !known:
			faults = append(faults, fault.New(fault.CountUnknown, "id", s.Entry).At("settled", i, "entry"))
		case !slices.ContainsFunc(c.Roll[entry].Voters, func(v Voter) bool { return v.Person == s.Person }):
			faults = append(faults, fault.New(fault.CountUnknown, "id", s.Person).At("settled", i, "person"))
		}
		seen[s.Entry] = true
	}
	return faults
}

// checkOptions refuses options that do not suit the kind of the vote.
func (c Count) checkOptions(r rule.Rule) fault.Faults {
	var faults fault.Faults
	if election := c.kind() == schema.VoteKindElection; election != (r.Election != nil) {
		faults = append(faults, fault.New(fault.CountNoElection, "kind", string(c.kind())).At("kind"))
	}
	if !slices.Contains(c.Kind.Values(), string(c.kind())) {
		return append(faults, fault.New(fault.CountOptions, "kind", string(c.Kind), "count", len(c.Options)).At("kind"))
	}
	if c.kind() == schema.VoteKindMotion {
		if len(c.Options) > 0 {
			faults = append(faults, fault.New(fault.CountOptions, "kind", string(c.kind()), "count", len(c.Options)).At("options"))
		}
		return faults
	}
	seen, candidates := map[string]bool{}, 0
	for i, option := range c.Options {
		if seen[option.ID] {
			faults = append(faults, fault.New(fault.CountRepeated, "id", option.ID).At("options", i, "id"))
		}
		seen[option.ID] = true
		if !option.None {
			candidates++
		}
	}
	if nones := len(c.Options) - candidates; nones > 1 || candidates == 0 ||
		c.kind() == schema.VoteKindChoice && len(c.Options) < 2 {
		faults = append(faults, fault.New(fault.CountOptions, "kind", string(c.kind()), "count", len(c.Options)).At("options"))
	}
	if c.MostMarks < 0 || c.MostMarks > len(c.Options) {
		faults = append(faults, fault.New(fault.OutOfRange, "least", 0, "most", len(c.Options)).At("mostMarks"))
	}
	if c.kind() == schema.VoteKindElection && r.Election != nil {
		faults = append(faults, c.checkSeats(*r.Election, candidates)...)
	}
	return faults
}

// checkSeats refuses an election that could not fill its seats. Those who were
// tied are elected among already, however few they are.
func (c Count) checkSeats(e rule.Election, candidates int) fault.Faults {
	var faults fault.Faults
	if c.Fill < 1 {
		faults = append(faults, fault.New(fault.OutOfRange, "least", 1, "most", rule.MaxWhole).At("fill"))
	}
	if c.StandBy < 0 {
		faults = append(faults, fault.New(fault.OutOfRange, "least", 0, "most", rule.MaxWhole).At("standBy"))
	}
	if candidates < c.Fill || candidates == c.Fill && e.MoreCandidatesThanSeats && !c.TieBreak {
		faults = append(faults, fault.New(fault.CountTooFewCandidates, "candidates", candidates, "seats", c.Fill).At("options"))
	}
	return faults
}
