package recount

import (
	"slices"
	"strings"

	"sifang/schema"
	"sifang/schema/fault"
)

// puzzle is a way in which a file can contradict itself.
type puzzle int

// The puzzles.
const (
	optionsMissing puzzle = iota
	electionTermless
	tooFewCandidates
	sheetsBeside
	sheetUncountable
	sheetBeyondRoll
	sheetSum
	kindDiffers
)

var puzzles = map[puzzle]fault.Words{
	optionsMissing:   {Chinese: "选项与表决种类不符：选择和选举须有选项，且至多一项为“均不选”，议案表决没有选项", English: "a choice or an election takes options, of which one at most is none of the others, and a motion takes none"},
	electionTermless: {Chinese: "选举须有选举规则和应选名额，其他表决不得有", English: "an election takes a rule about elections and a number of seats, and no other vote does"},
	tooFewCandidates: {Chinese: "候选人数少于规则的要求", English: "there are fewer candidates than the rule asks for"},
	sheetsBeside:     {Chinese: "手工计票不能同时有表决票或者各方", English: "a count by hand has neither ballots nor parties"},
	sheetUncountable: {Chinese: "规则所计量的不能用手工清点，或者各票的票权不相等", English: "hands cannot count what the rule measures, or the votes do not weigh the same"},
	sheetBeyondRoll:  {Chinese: "票数多于可以交票的人数", English: "there are more papers than people who could hand one in"},
	sheetSum:         {Chinese: "计票表上的数字相加不符", English: "the numbers of the sheet do not add up"},
	kindDiffers:      {Chinese: "表决与计票资料的种类不一致", English: "the vote and the count are of different kinds"},
}

func contradiction(why puzzle) *fault.Fault {
	return fault.New(fault.RecountContradiction, "why", puzzles[why])
}

// doubt refuses a poll whose numbers contradict each other or the rule. It
// also sorts what this counter looks up by name.
func (p *poll) doubt(u rule) *fault.Fault {
	for _, one := range []func(rule) *fault.Fault{p.doubtKind, p.doubtRoll, p.doubtBases, p.doubtSettled, p.doubtConsent} {
		if f := one(u); f != nil {
			f.Field = append([]string{"count"}, f.Field...)
			return f
		}
	}
	return nil
}

func (p *poll) doubtKind(u rule) *fault.Fault {
	election := p.kind == schema.VoteKindElection
	if (len(p.options) > 0) != (p.kind != schema.VoteKindMotion) {
		return contradiction(optionsMissing).At("options")
	}
	if election != (u.election != nil) || election && p.fill < 1 {
		return contradiction(electionTermless).At("fill")
	}
	if i, ok := sorted(len(p.options), func(i int) string { return p.options[i].id }).repeated(); ok {
		return fault.New(fault.CountRepeated, "id", p.options[i].id).At("options", i, "id")
	}
	none := 0
	for _, o := range p.options {
		if o.none {
			none++
		}
	}
	candidates := int64(len(p.options) - none)
	if none > 1 || len(p.options) > 0 && candidates == 0 {
		return contradiction(optionsMissing).At("options")
	}
	if election && (candidates < p.fill || u.election.choice && !p.tieBreak && candidates == p.fill) {
		return contradiction(tooFewCandidates).At("options")
	}
	return nil
}

func (p *poll) doubtRoll(rule) *fault.Fault {
	p.order = sorted(len(p.roll), func(i int) string { return p.roll[i].id })
	if i, ok := p.order.repeated(); ok {
		return fault.New(fault.CountRepeated, "id", p.roll[i].id).At("roll", i, "id")
	}
	if i, ok := sorted(len(p.parties), func(i int) string { return p.parties[i].id }).repeated(); ok {
		return fault.New(fault.CountRepeated, "id", p.parties[i].id).At("parties", i, "id")
	}
	var total Weights
	for i := range p.roll {
		e := &p.roll[i]
		if e.party != "" && !slices.ContainsFunc(p.parties, func(o party) bool { return o.id == e.party }) {
			return fault.New(fault.CountPartyUnknown, "party", e.party).At("roll", i, "party")
		}
		slices.SortFunc(e.voters, func(a, b voter) int { return strings.Compare(a.person, b.person) })
		for k := range e.voters {
			if k > 0 && e.voters[k].person == e.voters[k-1].person {
				return fault.New(fault.CountRepeated, "id", e.voters[k].person).At("roll", i, "voters")
			}
		}
		for k := range weighed {
			more := *e.weights.of(k)
			if e.before != nil {
				more = max(more, *e.before.of(k))
			}
			if *total.of(k) += more; *total.of(k) > maxNumber {
				return fault.New(fault.CountWeight, "most", maxNumber).At("roll", i, "weights")
			}
		}
	}
	return nil
}

// doubtBases refuses a stated base that is missing, or smaller than the roll
// that it should contain.
func (p *poll) doubtBases(u rule) *fault.Fault {
	var total Weights
	for i := range p.roll {
		if e := &p.roll[i]; !e.removed {
			total.Seats += e.weights.Seats
			total.Heads += e.weights.Heads
		}
	}
	roll := map[schema.Base]int64{
		schema.BaseAllSeats: total.Seats, schema.BaseIncumbents: total.Seats, schema.BaseDue: total.Heads,
	}
	for _, leaf := range u.leaves() {
		if leaf.measure == schema.MeasureParties {
			if u.parties == nil {
				return fault.New(fault.RulePartiesMissing).At("parties")
			}
			if len(p.parties) == 0 {
				return fault.New(fault.CountBaseMissing, "base", string(leaf.measure)).At("parties")
			}
			continue
		}
		least, stated := roll[leaf.base]
		switch given := p.stated(leaf.base); {
		case !stated:
		case given == 0:
			return fault.New(fault.CountBaseMissing, "base", string(leaf.base))
		case given < least:
			return fault.New(fault.CountBaseTooSmall, "base", string(leaf.base), "given", given, "roll", least)
		}
	}
	return nil
}

// doubtSettled refuses to settle what nobody could have cast, or twice.
func (p *poll) doubtSettled(rule) *fault.Fault {
	p.speakers = sorted(len(p.settled), func(i int) string { return p.settled[i].entry })
	if i, ok := p.speakers.repeated(); ok {
		return fault.New(fault.CountRepeated, "id", p.settled[i].entry).At("settled", i, "entry")
	}
	for i, s := range p.settled {
		at, ok := p.order.find(s.entry)
		if !ok {
			return fault.New(fault.CountUnknown, "id", s.entry).At("settled", i, "entry")
		}
		if _, ok := p.roll[at].voter(s.person); !ok {
			return fault.New(fault.CountUnknown, "id", s.person).At("settled", i, "person")
		}
	}
	return nil
}

// doubtConsent refuses a time to answer of which nobody was told, or that was
// over before.
func (p *poll) doubtConsent(rule) *fault.Fault {
	if p.deadline.IsZero() != p.noticedAt.IsZero() || !p.deadline.IsZero() && !p.deadline.After(p.noticedAt) {
		return fault.New(fault.CountNoticeMissing).At("consent", "deadline")
	}
	return nil
}

func (p *poll) optionIDs() string {
	ids := make([]string, len(p.options))
	for i, o := range p.options {
		ids[i] = o.id
	}
	return strings.Join(ids, ", ")
}
