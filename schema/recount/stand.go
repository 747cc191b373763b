package recount

import (
	"slices"

	"sifang/schema"
)

// How an absent party answered.
const (
	awaited   = "AWAITED"
	consented = "CONSENTED"
	objected  = "OBJECTED"
	deemed    = "DEEMED_CONSENT"
	silent    = "SILENT"
)

// guess is what is taken for granted about those whose answer is awaited.
type guess string

const (
	nothing     guess = ""
	theyConsent guess = inFavour
	theyObject  guess = against
)

// stand is a party, where it stands, and who of it is there.
type stand struct {
	Stand
	groups      []string
	here, aside bool
	// took part; chose the option that is looked at.
	took, chose bool
}

// stand finds where the parties stand from what their people said.
func (v *view) stand(said []voices) []stand {
	all := make([]stand, len(v.poll.parties))
	heard := make([]voices, len(all))
	free, bound := make([]int, len(all)), make([]int, len(all))
	for i := range v.roll.all() {
		e := &v.poll.roll[i]
		k := v.poll.party(i)
		if k < 0 {
			continue
		}
		v.join(&heard[k], said[i])
		all[k].here = all[k].here || v.here.has(i) && (!v.poll.written || v.valid.has(i))
		all[k].aside = all[k].aside || v.aside.has(i)
		for _, one := range e.voters {
			if one.recused {
				bound[k]++
			} else {
				free[k]++
			}
		}
	}
	for k, p := range v.poll.parties {
		s := &all[k]
		s.Party, s.groups = p.id, p.groups
		s.For, s.Against, s.Abstain = heard[k].yes, heard[k].no, heard[k].abstained
		s.took = heard[k].total() > 0
		switch {
		case s.took:
			s.Position = schema.PartyPosition(heard[k].word(v.rule.parties != nil && v.rule.parties.byMajority))
		case bound[k] > 0 && free[k] == 0, s.aside && !s.here:
			s.Position = schema.PartyPositionRecused
		case s.here:
			s.Position = schema.PartyPositionAbstain
		default:
			s.Position, s.Answer = schema.PartyPositionAbsent, v.answered(p.id)
		}
	}
	return all
}

// party is the place of the party of an entry, -1 without one.
func (p *poll) party(entry int) int {
	id := p.roll[entry].party
	return slices.IndexFunc(p.parties, func(one party) bool { return one.id == id })
}

// answered is what an absent party said to the notice by the instant of the
// count. Before a notice no time runs, and nobody is late.
func (v *view) answered(id string) string {
	p, terms := &v.poll, v.rule.parties
	if terms == nil || terms.days == 0 || p.kind != schema.VoteKindMotion {
		return "" // nobody is asked, or yes and no would be no answer
	}
	noticed := !p.deadline.IsZero()
	inTime := slices.DeleteFunc(slices.Clone(p.replies), func(y reply) bool {
		return y.party != id || y.at.After(p.now) || noticed && !y.at.Before(p.deadline)
	})
	if len(inTime) > 0 {
		// The last answer counts; of two at one instant the objection does.
		last := slices.MaxFunc(inTime, func(a, b reply) int {
			if by := a.at.Compare(b.at); by != 0 || a.objects == b.objects {
				return by
			} else if a.objects {
				return 1
			}
			return -1
		})
		if last.objects {
			return objected
		}
		return consented
	}
	switch {
	case !noticed || p.now.Before(p.deadline):
		return awaited
	case terms.consent:
		return deemed
	default:
		return silent
	}
}

// says is FOR, AGAINST, or nothing, for a party that voted so or answered so.
func (s stand) says(as guess) string {
	switch {
	case s.Position == schema.PartyPositionFor || s.Answer == consented || s.Answer == deemed:
		return inFavour
	case s.Position == schema.PartyPositionAgainst || s.Answer == objected:
		return against
	case s.Answer == awaited:
		return string(as)
	default:
		return ""
	}
}

// parties counts those of a group that are something.
func (v *view) parties(group string, is func(stand) bool) int64 {
	var n int64
	for _, s := range v.stands {
		if (group == "" || slices.Contains(s.groups, group)) && is(s) {
			n++
		}
	}
	return n
}
