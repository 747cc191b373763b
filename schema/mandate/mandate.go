package mandate

import (
	"fmt"
	"slices"
	"strings"

	"sifang/schema"
	"sifang/schema/fault"
)

// Grant is the proof that a mandate was asked for and given. Only Ask makes
// one, and no deed is recorded without it.
type Grant struct {
	verb   string
	viewer Viewer
}

// Verb is what was allowed.
func (g Grant) Verb() string { return g.verb }

// Viewer is to whom.
func (g Grant) Viewer() Viewer { return g.viewer }

// Ask returns a grant, or NOT_MANDATED with the grounds that would have
// sufficed. A verb that the table does not know is refused to everybody.
func Ask(verb string, v Viewer, s Subject) (Grant, *fault.Fault) {
	for _, ground := range table[verb] {
		if named(ground).holds(v, s) {
			return Grant{verb: verb, viewer: v}, nil
		}
	}
	return Grant{}, fault.New(fault.NotMandated, "verb", schema.Verb(verb), "grounds", words(verb))
}

func named(g Ground) meaning {
	return grounds[slices.IndexFunc(grounds, func(m meaning) bool { return m.name == g })]
}

func words(verb string) fault.Words {
	var zh, en []string
	for _, ground := range table[verb] {
		zh = append(zh, named(ground).zh)
		en = append(en, named(ground).en)
	}
	return fault.Words{Chinese: strings.Join(zh, "或"), English: strings.Join(en, ", or ")}
}

// Verbs lists every verb that somebody may do, in alphabetical order.
func Verbs() []string {
	verbs := make([]string, 0, len(table))
	for verb := range table {
		verbs = append(verbs, verb)
	}
	slices.Sort(verbs)
	return verbs
}

// Page prints the table for people: a row a verb, a column a ground.
func Page() string {
	var b strings.Builder
	b.WriteString("| verb |")
	for _, g := range grounds {
		fmt.Fprintf(&b, " %s |", g.name)
	}
	b.WriteString("\n|---|" + strings.Repeat("---|", len(grounds)) + "\n")
	for _, verb := range Verbs() {
		fmt.Fprintf(&b, "| %s |", verb)
		for _, g := range grounds {
			mark := " "
			if slices.Contains(table[verb], g.name) {
				mark = "yes"
			}
			fmt.Fprintf(&b, " %s |", mark)
		}
		b.WriteString("\n")
	}
	b.WriteString("\n")
	for _, g := range grounds {
		fmt.Fprintf(&b, "* %s: %s (%s)\n", g.name, g.en, g.zh)
	}
	return b.String()
}
