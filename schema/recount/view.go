package recount

import (
	"slices"
	"strings"

	"sifang/schema"
)

// reading is one way to read the same papers.
type reading struct {
	// name is empty for the one that decides.
	name string
	// invalidToo lets invalid papers take part, deemed counts the silent, frozen
	// takes the roll as it was before it was amended.
	invalidToo, deemed, frozen bool
}

// view is a sifted poll in one reading, as sets of entries. Behind the entries
// of the roll stand the papers of a count by hand, one each, which nobody can
// tell apart.
type view struct {
	*sifted
	reading
	// roll are the entries that count, recused those of them all of whose voters
	// had to step aside. Papers by hand are in neither.
	roll, recused set
	// here holds those for whom somebody is there who may vote, aside those for
	// whom somebody is there who may not.
	here, aside set
	valid, took set
	// silent entries were served and took no part. They count as silence says.
	silent  set
	silence string
	// yes, no, abstained and divided are how the entries voted. In a vote between
	// options, who marks any is for it, and who marks none of them is against.
	yes, no, abstained, divided set
	stands                      []stand
	// chosen are those in favour of the option that is looked at, if one is.
	chosen set
}

func (s *sifted) view(as reading) *view {
	v := &view{sifted: s, reading: as}
	n := len(s.poll.roll)
	v.roll, v.recused, v.here, v.aside = v.none(), v.none(), v.none(), v.none()
	for i := range n {
		e := &s.poll.roll[i]
		if as.frozen && e.added || !as.frozen && e.removed {
			continue
		}
		v.roll.add(i)
		if len(e.voters) > 0 && !e.free() {
			v.recused.add(i)
		}
		for _, one := range e.voters {
			switch {
			case s.poll.written || !s.arrived(one):
			case one.recused:
				v.aside.add(i)
			default:
				v.here.add(i)
			}
		}
	}
	v.valid = v.none()
	for _, one := range s.counted {
		v.valid.add(one.entry)
	}
	v.valid = v.valid.and(v.roll).or(v.byHand(0, s.hands.valid))
	v.took = v.valid
	if as.invalidToo {
		v.took = v.took.or(v.invalid())
	}
	if s.poll.written {
		v.here = v.took
	}
	v.silent = v.none()
	v.ask()
	return v
}

// free reports whether some voter of the entry did not have to step aside.
func (e *entry) free() bool {
	return slices.ContainsFunc(e.voters, func(v voter) bool { return !v.recused })
}

func (v *view) none() set { return newSet(len(v.poll.roll) + int(v.hands.total())) }

// invalid are the entries whose papers are all invalid, and such papers of a
// count by hand.
func (v *view) invalid() set {
	return v.wide(v.spoilt).and(v.roll).or(v.byHand(v.hands.valid, v.hands.total()))
}

// byHand are the papers of a count by hand from one to before another.
func (v *view) byHand(from, to int64) set {
	made := v.none()
	for i := from; i < to; i++ {
		made.add(len(v.poll.roll) + int(i))
	}
	return made
}

// wide is a set of entries of the roll as long as the sets of the view.
func (v *view) wide(s set) set {
	made := v.none()
	copy(made, s)
	return made
}

// weight is what an entry weighs in this reading. A paper by hand weighs one
// in everything that is asked of it.
func (v *view) weight(i int) Weights {
	if i >= len(v.poll.roll) {
		return v.hands.weights
	}
	e := &v.poll.roll[i]
	if v.frozen && e.before != nil {
		return *e.before
	}
	return e.weights
}

// sum is how many there are and what they weigh.
func (v *view) sum(of set) Sum {
	var s Sum
	for i := range of.all() {
		w := v.weight(i)
		s.Entries++
		for k := range weighed {
			*s.Weights.of(k) += *w.of(k)
		}
	}
	return s
}

// weigh is what those of a group weigh in one measure.
func (v *view) weigh(of set, measure schema.Measure, group string) int64 {
	var total int64
	for i := range of.all() {
		if group != "" && (i >= len(v.poll.roll) || !slices.Contains(v.poll.roll[i].groups, group)) {
			continue
		}
		w := v.weight(i)
		total += w.in(measure)
	}
	return total
}

// persons is how many different people are there who may vote.
func (v *view) persons() int64 {
	var there []string
	if v.poll.written {
		for _, one := range v.counted {
			if v.roll.has(one.entry) {
				there = append(there, v.poll.ballots[one.ballot].person)
			}
		}
	} else {
		for i := range v.roll.and(v.here.or(v.aside)).all() {
			for _, one := range v.poll.roll[i].voters {
				if v.arrived(one) && (!one.recused || v.rule.recusedPresent) {
					there = append(there, one.person)
				}
			}
		}
	}
	slices.SortFunc(there, strings.Compare)
	return int64(len(slices.Compact(there)))
}
