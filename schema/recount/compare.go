package recount

import (
	"fmt"
	"slices"
	"strings"

	"sifang/schema/fault"
)

// Difference is a figure that the verdict and the recount do not agree on.
type Difference struct {
	// Place is where the figure stands in the file, such as
	// "verdict.approval.parts.1.got". What has a name stands under its name instead
	// of a number: "verdict.choices.C7.rank".
	Place string `json:"place"`
	// Verdict is what the verdict says, and Recount what was found; empty for
	// nothing at all.
	Verdict string `json:"verdict"`
	Recount string `json:"recount"`
}

// Text words the difference.
func (d Difference) Text(lang fault.Language) string {
	return fault.New(fault.RecountDifference,
		"place", d.Place, "verdict", orNothing(d.Verdict), "recount", orNothing(d.Recount)).Text(lang)
}

// orNothing words what a person would not say as it is written.
func orNothing(value string) any {
	switch value {
	case "":
		return fault.Words{Chinese: "无", English: "nothing"}
	case "true":
		return fault.Words{Chinese: "是", English: "yes"}
	case "false":
		return fault.Words{Chinese: "否", English: "no"}
	default:
		return value
	}
}

// Compare holds a recount against the verdict in the document, and lists where
// they differ, in the order of the result. It refuses a verdict that cannot be
// read with the codes of Parse.
func Compare(d Document, found Result) ([]Difference, error) {
	said, err := readVerdict(string(d.Verdict))
	if err != nil {
		return nil, err
	}
	return differences(said.figures(), found.figures()), nil
}

// Check reads the file of a vote, counts it again and compares.
func Check(data []byte) (Result, []Difference, error) {
	d, err := Parse(data)
	if err != nil {
		return Result{}, nil, err
	}
	found, err := Count(d)
	if err != nil {
		return Result{}, nil, err
	}
	all, err := Compare(d, found)
	return found, all, err
}

// figure is one number or word of a result, with its place.
type figure struct{ place, value string }

func differences(said, found []figure) []Difference {
	var all []Difference
	given := map[string]string{}
	seen := map[string]bool{}
	for _, f := range said {
		if seen[f.place] {
			all = append(all, Difference{Place: f.place, Verdict: f.value})
			continue
		}
		seen[f.place], given[f.place] = true, f.value
	}
	for _, f := range found {
		if given[f.place] != f.value {
			all = append(all, Difference{f.place, given[f.place], f.value})
		}
		delete(given, f.place)
	}
	for _, f := range said {
		if value, left := given[f.place]; left && value != "" {
			all = append(all, Difference{Place: f.place, Verdict: value})
			delete(given, f.place)
		}
	}
	return all
}

// figures are gathered one after the other.
type figures []figure

func (f *figures) add(place string, value any) {
	*f = append(*f, figure{place, fmt.Sprint(value)})
}

// figures are all figures of a result, in its order. A figure of zero stands
// there as well as any other.
func (r Result) figures() []figure {
	var f figures
	f.add("verdict.rule.code", r.Rule.Code)
	f.add("verdict.rule.version", r.Rule.Version)
	f.add("verdict.outcome", r.Outcome)
	f.add("verdict.election", r.Election)
	f.add("verdict.flags", words(r.Flags))
	f.options("verdict.options", r.Options)
	f.clauses("verdict.quorum", r.Quorum)
	f.clauses("verdict.approval", r.Approval)
	for _, c := range r.Choices {
		at := "verdict.choices." + c.Option
		f.add(at+".outcome", c.Outcome)
		f.add(at+".rank", c.Rank)
		f.sum(at+".for", c.For)
		f.clauses(at+".approval", c.Approval)
	}
	for _, b := range r.Buildings {
		f.options("verdict.buildings."+b.Building, b.Options)
	}
	if r.Deemed != nil {
		f.add("verdict.deemed.countedAs", r.Deemed.CountedAs)
		f.sum("verdict.deemed.served", r.Deemed.Served)
		f.sum("verdict.deemed.unserved", r.Deemed.Unserved)
	}
	f.sum("verdict.invalid", r.Invalid)
	for _, a := range r.Otherwise {
		at := "verdict.otherwise." + a.Reading
		f.add(at+".outcome", a.Outcome)
		f.clauses(at+".quorum", a.Quorum)
		f.clauses(at+".approval", a.Approval)
	}
	f.add("verdict.lacking", words(slices.Sorted(slices.Values(r.Lacking))))
	for _, p := range r.Parties {
		at := "verdict.parties." + p.Party
		f.add(at+".position", p.Position)
		f.add(at+".answer", p.Answer)
		f.add(at+".ballots.for", p.For)
		f.add(at+".ballots.against", p.Against)
		f.add(at+".ballots.abstain", p.Abstain)
	}
	for _, a := range r.SetAside {
		f.add("verdict.setAside."+a.Reason, a.Ballots)
	}
	return f
}

func (f *figures) options(at string, o Options) {
	f.sum(at+".for", o.For)
	f.sum(at+".against", o.Against)
	f.sum(at+".abstain", o.Abstain)
	f.sum(at+".divided", o.Divided)
	f.sum(at+".notCast", o.NotCast)
}

func (f *figures) sum(at string, s Sum) {
	f.add(at+".entries", s.Entries)
	for i, measure := range weighed {
		f.add(at+".weights."+measure.field, *s.Weights.of(i))
	}
}

func (f *figures) clauses(at string, all []Clause) {
	for _, c := range all {
		place := strings.TrimSuffix(joined(at, c.Place), ".")
		f.add(place+".kind", c.Kind)
		f.add(place+".got", c.Got)
		f.add(place+".whole", c.Whole)
		f.add(place+".met", c.Met)
	}
}

func words[T ~string](all []T) string {
	texts := make([]string, len(all))
	for i, one := range all {
		texts[i] = string(one)
	}
	return strings.Join(texts, ", ")
}
