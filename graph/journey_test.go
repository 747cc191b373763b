package graph_test

import (
	"fmt"
	"slices"
	"testing"
)

// journeys are matters told from the first verb to the last, each ending in the
// timeline that an auditor reads.
var journeys = []row{
	{"a complaint that becomes a reserved matter", once(aComplaint)},
	{"an owners' committee elected with a tie", once(aTie)},
	{"a cross-appointed manager steps aside", once(theManagerStepsAside)},
	{"a quality supervisor, from the proposal to the end", once(theSupervisor)},
	{"a change of term with handover", once(aChangeOfTerm)},
	{"a late objection", once(aLateObjection)},
	{"what was in force on a day, before and after a judgment entered late", once(inForceOnADay)},
	{"the four deliberations and two disclosures", once(fourDeliberations)},
}

func TestJourneys(t *testing.T) {
	for _, j := range journeys {
		t.Run(j.number, func(t *testing.T) { j.run(t) })
	}
}

// tells asserts the story as somebody reads it, as far as it was recorded by some
// instant.
func (d teller) tells(as, proposal string, knownAt any, want ...string) {
	d.Helper()
	d.told(as, `query ($thing: ID!, $knownAt: DateTime) {
		node(id: $thing) { ... on Proposal { timeline(knownAt: $knownAt) { at on verb text subject { id } } } }
	}`, proposal, knownAt, want...)
}

// told asserts the story of a thing.
func (d teller) told(as, query, thing string, knownAt any, want ...string) {
	d.Helper()
	var told []struct{ Verb, Text string }
	d.done(as, query, values{"thing": thing, "knownAt": knownAt}).into("node.timeline", &told)
	got := make([]string, len(told))
	for i, one := range told {
		got[i] = one.Verb + " " + one.Text
	}
	if !slices.Equal(got, want) {
		d.Errorf("the story is\n%s\nwant\n%s", lines(got), lines(want))
	}
}

func lines(all []string) string {
	text := ""
	for _, one := range all {
		text += fmt.Sprintf("%q,\n", one)
	}
	return text
}
