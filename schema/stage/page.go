package stage

import (
	"fmt"
	"strings"
)

// Page prints every table as one page of Markdown: what a reviewer reads when
// a table changes.
func Page() string {
	var page strings.Builder
	page.WriteString("# Which step may follow which\n\n" +
		"`—` is a thing that does not exist yet. A condition in the last column has to hold for the step;\n" +
		"it is explained at the end. `" + string(Clock) + "` is a day that has come, `" + string(Lapse) +
		"` the end of what the thing rests on,\n`" + string(Return) + "` that this holds again,\n`" +
		string(Settle) + "` that what a motion was moved on is settled.\n")
	Meeting.print(&page)
	AgendaItem.print(&page)
	Vote.print(&page)
	Candidate.print(&page)
	Resolution.print(&page)
	Task.print(&page)
	Membership.print(&page)
	Term.print(&page)
	Filing.print(&page)
	Speech.print(&page)
	Motion.print(&page)
	Minutes.print(&page)
	Proposal.print(&page)
	ProcedureRun.print(&page)
	page.WriteString("\n## Conditions\n\n| condition | holds if |\n|---|---|\n")
	for _, one := range guards {
		fmt.Fprintf(&page, "| %s | %s |\n", one.guard, one.meaning)
	}
	return page.String()
}

func (m Machine[S]) print(page *strings.Builder) {
	fmt.Fprintf(page, "\n## %s\n\n", m.name)
	fmt.Fprintf(page, "Nothing leads out of %s.\n\n", join(m.final))
	page.WriteString("| step | from | to | only if |\n|---|---|---|---|\n")
	for _, one := range m.moves {
		if one.to != "" {
			fmt.Fprintf(page, "| %s | %s | %s | %s |\n", one.verb, written(one.from), one.to, one.when)
		}
	}
	page.WriteString("\nWithout a change of state:\n\n| step | in | only if |\n|---|---|---|\n")
	for _, one := range m.moves {
		if one.to == "" {
			fmt.Fprintf(page, "| %s | %s | %s |\n", one.verb, written(one.from), one.when)
		}
	}
}

func written[S ~string](from []S) string {
	if len(from) == 0 {
		return "—"
	}
	return join(from)
}

func join[S ~string](states []S) string {
	texts := make([]string, len(states))
	for i, state := range states {
		texts[i] = string(state)
	}
	return strings.Join(texts, ", ")
}
