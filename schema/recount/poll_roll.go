package recount

import "sifang/schema"

func (r *reader) entry() entry {
	var e entry
	r.object(func(name string) bool {
		switch name {
		case "id":
			e.id = r.string()
		case "party":
			e.party = r.string()
		case "groups":
			e.groups = r.strings()
		case "voters":
			r.list(func() { e.voters = append(e.voters, r.voter()) })
		case "weights":
			e.weights = r.weights(0)
		case "building":
			e.building = r.string()
		case "served":
			e.served = r.boolean()
		case "amended":
			r.amendment(&e)
		default:
			return false
		}
		return true
	}, "id")
	return e
}

func (r *reader) amendment(e *entry) {
	e.amended = true
	r.object(func(name string) bool {
		switch name {
		case "added":
			e.added = r.boolean()
		case "removed":
			e.removed = r.boolean()
		case "before":
			before := r.weights(0)
			e.before = &before
		default:
			return false
		}
		return true
	})
}

func (r *reader) voter() voter {
	var v voter
	r.object(func(name string) bool {
		switch name {
		case "person":
			v.person = r.string()
		case "arrival":
			v.arrival = r.word("", atOpening, late)
		case "recused":
			v.recused = r.boolean()
		default:
			return false
		}
		return true
	}, "person")
	return v
}

// weights reads what an entry weighs, no number below the least.
func (r *reader) weights(least int64) Weights {
	var w Weights
	r.object(func(name string) bool {
		for i, measure := range weighed {
			if name == measure.field {
				*w.of(i) = r.between(least, maxNumber)
				return true
			}
		}
		return false
	})
	return w
}

func (r *reader) ballot() ballot {
	b := ballot{channel: online}
	r.object(func(name string) bool {
		switch name {
		case "id":
			b.id = r.string()
		case "entry":
			b.entry = r.string()
		case "person":
			b.person = r.string()
		case "choice":
			b.choice = r.string()
		case "marks":
			b.words = r.strings()
		case "agent":
			b.agent = r.string()
		case "channel":
			b.channel = r.word(schema.BallotChannel("").Values()...)
		case "at":
			b.at = r.instant()
		case "invalid":
			b.invalid = r.string()
		default:
			return false
		}
		return true
	}, "entry", "person")
	return b
}

func (r *reader) sheet() sheet {
	var s sheet
	r.object(func(name string) bool {
		switch name {
		case "id":
			r.string()
		case "issued":
			s.issued = r.papers()
		case "returned":
			s.returned = r.papers()
		case "blank":
			s.blank = r.papers()
		case "invalid":
			s.invalid = r.papers()
		case "for":
			s.inFavour = r.papers()
		case "against":
			s.against = r.papers()
		case "abstain":
			s.abstain = r.papers()
		case "marks":
			r.list(func() { s.marks = append(s.marks, r.marked()) })
		default:
			return false
		}
		return true
	})
	return s
}

func (r *reader) papers() int64 { return r.between(0, maxNumber) }

func (r *reader) marked() marked {
	var m marked
	r.object(func(name string) bool {
		switch name {
		case "option":
			m.option = r.string()
		case "papers":
			m.papers = r.papers()
		default:
			return false
		}
		return true
	}, "option", "papers")
	return m
}
