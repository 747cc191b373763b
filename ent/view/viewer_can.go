package view

import (
	"sifang/schema/fault"
	"sifang/schema/mandate"
	"sifang/schema/stage"
)

// VerbPermission is whether the viewer could do something to a thing as it
// stands, and if not, why. What depends on the input of the verb, and on votes
// that are under way, only the verb itself tells.
type VerbPermission struct {
	Verb    string
	Allowed bool
	Reasons []*fault.Fault
}

// asker asks what a verb asks: the lives of the things concerned, rules that
// need no input, and the mandate.
type asker struct {
	viewer  mandate.Viewer
	steps   []step
	rules   map[string]*fault.Fault
	subject func(verb string) mandate.Subject
}

func (a asker) ask(verbs []string) []*VerbPermission {
	all := make([]*VerbPermission, len(verbs))
	for i, verb := range verbs {
		all[i] = a.one(verb)
	}
	return all
}

func (a asker) one(verb string) *VerbPermission {
	p := &VerbPermission{Verb: verb}
	var refused []*fault.Fault
	for _, s := range a.steps {
		refused = append(refused, s(stage.Verb(verb)))
	}
	_, notMandated := mandate.Ask(verb, a.viewer, a.subject(verb))
	for _, reason := range append(refused, a.rules[verb], notMandated) {
		if reason != nil {
			p.Reasons = append(p.Reasons, reason)
		}
	}
	p.Allowed = len(p.Reasons) == 0
	return p
}

// step tells whether a verb is possible in the state that something is in.
type step func(stage.Verb) *fault.Fault

// in is the step of a machine in a state, under the conditions that hold.
func in[S ~string](m stage.Machine[S], state S, holds ...stage.Guard) step {
	return func(verb stage.Verb) *fault.Fault {
		_, wrong := m.Next(verb, state, holds...)
		return wrong
	}
}

// except is a step that has no say in one verb.
func except(silent stage.Verb, s step) step {
	return func(verb stage.Verb) *fault.Fault {
		if verb == silent {
			return nil
		}
		return s(verb)
	}
}

// always is the same subject for every verb.
func always(s mandate.Subject) func(string) mandate.Subject {
	return func(string) mandate.Subject { return s }
}
