package graph_test

import (
	"fmt"
	"strings"
	"testing"

	"sifang/ent/enttest"
)

const deadlinePlan = `query ($assembly: ID!, $by: Date!) {
	deadlinePlan(organizationId: $assembly, matter: "PROPERTY_COMPANY_SELECTION", meetingKind: ASSEMBLY, form: WRITTEN, resultBy: $by) {
		tooLate earliest ruleCode steps { step latest late days source sentence }
	}
}`

// TestDeadlinePlan counts backwards for the owners of an estate in Hangzhou, who
// are told of a meeting 15 clear days before and vote for five days at least
// (Hangzhou property management regulation).
func TestDeadlinePlan(t *testing.T) {
	enttest.Each(t, func(t *testing.T, database string) {
		e := newEstate(t, newStage(t, database), inHangzhou, numbered(1, 3, 100_00)...)
		by := func(ahead int) reply {
			return e.done("", deadlinePlan, values{"assembly": e.assembly, "by": e.today(ahead)})
		}
		var p struct {
			TooLate  bool
			Earliest string
			Steps    []struct {
				Step, Latest, Source, Sentence string
				Late                           bool
				Days                           int
			}
		}
		by(30).into("deadlinePlan", &p)
		var got []string
		for _, s := range p.Steps {
			got = append(got, s.Step+" "+s.Latest)
			if s.Late || s.Days > 0 && s.Source == "" || !strings.Contains(s.Sentence, s.Latest) {
				t.Errorf("%+v", s)
			}
		}
		want := []string{
			"READY " + e.today(9), "ANNOUNCED " + e.today(9), "LISTED " + e.today(25), "OPENED " + e.today(25), "SERVED " + e.today(30),
			"CLOSED " + e.today(30), "DECISION_POSTED " + e.today(30), "SETTLED " + e.today(30),
		}
		if fmt.Sprint(got) != fmt.Sprint(want) || p.TooLate || p.Earliest != e.today(21) {
			t.Errorf("planned %q, want %q; too late: %v; the first day is %s", got, want, p.TooLate, p.Earliest)
		}
		by(21).is("deadlinePlan.tooLate", false)
		late := by(20)
		late.is("deadlinePlan.tooLate", true)
		late.is("deadlinePlan.steps.1.late", true)
	})
}
