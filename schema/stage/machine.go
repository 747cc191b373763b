package stage

import (
	"slices"

	"sifang/schema"
	"sifang/schema/fault"
)

// Verb is what changes a state: a verb of the API, by its name there, or one
// of the events that nobody calls.
type Verb string

// What happens by itself.
const (
	// Clock is a day or an instant that has come.
	Clock Verb = "(clock)"
	// Lapse is the end of what another thing rests on: of the membership behind a
	// post, of the resolution behind a task.
	Lapse Verb = "(lapse)"
	// Return is that it holds again.
	Return Verb = "(return)"
)

// unasked are the events that nobody calls.
var unasked = []Verb{Clock, Lapse, Return, Settle}

// Machine is the life of one kind of thing. The zero state is that of a thing
// that does not exist yet: the verbs that make it lead out of it.
type Machine[S ~string] struct {
	name  string
	moves []move[S]
	final []S
}

// move says that a verb is allowed in some states, and where it leads. Without
// states to lead from it makes the thing; without one to lead to it leaves the
// thing where it is.
type move[S ~string] struct {
	verb Verb
	from []S
	to   S
	when Guard
}

// Next is the state to which the verb leads, which is the same state for a
// verb that changes nothing about it. The guards are the conditions that hold
// in the case; one that the table does not ask for is ignored. It refuses with
// WRONG_STATE, naming the verb, the state, and the states in which the verb
// would be possible under the same conditions.
//
// The refusal is nil if there is none: compare it before it becomes an error.
func (m Machine[S]) Next(verb Verb, from S, holds ...Guard) (S, *fault.Fault) {
	var chosen *move[S]
	for i := range m.moves {
		one := &m.moves[i]
		if one.verb != verb || !one.leaves(from) || !one.open(holds) {
			continue
		}
		// A step under a condition that holds is more telling than one without.
		if chosen == nil || chosen.when == "" && one.when != "" {
			chosen = one
		}
	}
	switch {
	case chosen == nil:
		return from, fault.New(fault.WrongState,
			"verb", schema.Verb(verb), "state", from, "allowed", m.Allowed(verb, holds...))
	case chosen.to == "":
		return from, nil
	default:
		return chosen.to, nil
	}
}

// Allowed lists the states in which the verb is possible under the given
// conditions, in the order of the table.
func (m Machine[S]) Allowed(verb Verb, holds ...Guard) []S {
	var states []S
	for _, one := range m.moves {
		if one.verb != verb || !one.open(holds) {
			continue
		}
		for _, from := range one.from {
			if !slices.Contains(states, from) {
				states = append(states, from)
			}
		}
	}
	return states
}

// Verbs lists the verbs that somebody may call in the state, under whatever
// condition, in the order of the table. What happens by itself is not listed.
func (m Machine[S]) Verbs(from S) []Verb {
	var verbs []Verb
	for _, one := range m.moves {
		if one.leaves(from) && !slices.Contains(unasked, one.verb) && !slices.Contains(verbs, one.verb) {
			verbs = append(verbs, one.verb)
		}
	}
	return verbs
}

// Final reports whether nothing leads out of the state any more.
func (m Machine[S]) Final(state S) bool { return slices.Contains(m.final, state) }

// open reports whether the condition of the move is among those that hold.
func (o move[S]) open(holds []Guard) bool {
	return o.when == "" || slices.Contains(holds, o.when)
}

// leaves reports whether the move leads out of the state, or stays in it.
func (o move[S]) leaves(state S) bool {
	if len(o.from) == 0 {
		return state == ""
	}
	return slices.Contains(o.from, state)
}

// in lists states.
func in[S ~string](states ...S) []S { return states }
