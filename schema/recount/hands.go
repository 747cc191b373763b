package recount

import (
	"slices"

	"sifang/schema"
	"sifang/schema/fault"
)

// hands is what was counted by hand, all sheets together.
type hands struct {
	// valid papers or hands, and papers that are blank or spoilt.
	valid, spoilt int64
	// yes and no are those for and against; the rest abstains.
	yes, no int64
	// marks are the papers that mark each option.
	marks []int64
	// weights are those of one paper: one in each measure that the rule asks for.
	weights Weights
}

func (h hands) total() int64 { return h.valid + h.spoilt }

// option is how many papers mark an option.
func (h hands) option(i int) int64 {
	if len(h.marks) == 0 {
		return 0
	}
	return h.marks[i]
}

// byHand adds the sheets up, and refuses sheets that contradict each other or
// the roll, or that cannot tell what the rule asks for.
func (p *poll) byHand(u rule) (hands, *fault.Fault) {
	var h hands
	if len(p.sheets) == 0 {
		return h, nil
	}
	if len(p.ballots) > 0 || u.parties != nil {
		return h, contradiction(sheetsBeside).At("count", "sheets")
	}
	if f := p.countable(u, &h.weights); f != nil {
		return h, f
	}
	h.marks = make([]int64, len(p.options))
	room := p.room(u)
	for i, one := range p.sheets {
		if f := h.add(p, one, int64(p.most(u))); f != nil {
			return h, f.At("count", "sheets", i)
		}
		if h.total() > room {
			return h, contradiction(sheetBeyondRoll).At("count", "sheets", i)
		}
	}
	return h, nil
}

// countable refuses what hands cannot count: areas, groups of voters, and votes
// that do not weigh the same.
func (p *poll) countable(u rule, weights *Weights) *fault.Fault {
	measures := []schema.Measure{}
	for _, leaf := range u.leaves() {
		if leaf.group != "" && leaf.counted != present {
			return contradiction(sheetUncountable).At("count", "sheets")
		}
		measures = append(measures, leaf.measure)
	}
	if u.election != nil {
		measures = append(measures, u.election.ranking...)
	}
	for _, measure := range measures {
		if measure == schema.MeasureArea || measure == schema.MeasureParties {
			return contradiction(sheetUncountable).At("count", "sheets")
		}
		for k, one := range weighed {
			if one.measure == measure {
				*weights.of(k) = 1
			}
		}
		for i := range p.roll {
			if e := &p.roll[i]; !e.removed && e.weights.in(measure) != 1 {
				return contradiction(sheetUncountable).At("count", "roll", i, "weights")
			}
		}
	}
	return nil
}

// room is the greatest number of papers there can be.
func (p *poll) room(u rule) int64 {
	s := sifted{rule: u}
	var n int64
	for i := range p.roll {
		e := &p.roll[i]
		here := slices.ContainsFunc(e.voters, func(v voter) bool { return !v.recused && s.arrived(v) })
		if !e.removed && (here || p.written && (len(e.voters) == 0 || e.free())) {
			n++
		}
	}
	return n
}

// add adds one sheet. A sheet on which no paper was handed out is a show of
// hands.
func (h *hands) add(p *poll, s sheet, most int64) *fault.Fault {
	papers := s.issued > 0 || s.returned > 0
	valid := s.inFavour + s.against + s.abstain
	if p.kind != schema.VoteKindMotion {
		if valid > 0 {
			return contradiction(sheetSum)
		}
		marks, none, f := h.mark(p, s)
		if f != nil {
			return f
		}
		if valid = marks; papers {
			valid = s.returned - s.blank - s.invalid
		}
		for _, m := range s.marks {
			if m.papers > valid {
				return contradiction(sheetSum)
			}
		}
		if marks > most*valid || !papers && most > 1 {
			return contradiction(sheetSum)
		}
		h.yes, h.no = h.yes+valid-none, h.no+none
	} else {
		h.yes, h.no = h.yes+s.inFavour, h.no+s.against
	}
	spoilt := s.blank + s.invalid
	switch {
	case valid < 0, s.returned > s.issued, papers && valid+spoilt != s.returned, !papers && spoilt > 0,
		p.kind == schema.VoteKindMotion && len(s.marks) > 0:
		return contradiction(sheetSum)
	}
	h.valid += valid
	h.spoilt += spoilt
	return nil
}

// mark adds the papers of a sheet that mark options, and answers how many marks
// there are, and how many of them are for none of the others.
func (h *hands) mark(p *poll, s sheet) (int64, int64, *fault.Fault) {
	var marks, none int64
	for _, m := range s.marks {
		i := slices.IndexFunc(p.options, func(o option) bool { return o.id == m.option })
		if i < 0 {
			return 0, 0, fault.New(fault.UnknownValue, "value", m.option, "allowed", p.optionIDs())
		}
		if p.options[i].none {
			none += m.papers
		}
		h.marks[i] += m.papers
		marks += m.papers
	}
	return marks, none, nil
}
