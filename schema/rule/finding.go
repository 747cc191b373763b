package rule

import "sifang/schema"

// Numbers are what a clause is measured on. Amounts are never negative and
// never exceed [MaxWhole]; areas are in 0.01 m². The group is empty where a
// leaf is not restricted to one.
type Numbers interface {
	// Got is how much is in favour, present or takes part.
	Got(count Counted, measure schema.Measure, group string) int64
	// Whole is the base. It reports true if one more voice in favour would
	// enlarge the base as well, because only those who vote make it up.
	Whole(base schema.Base, measure schema.Measure, group string) (int64, bool)
}

// FindingKind says what a finding is about.
type FindingKind string

// The kinds of findings.
const (
	FoundAll     FindingKind = "ALL"
	FoundAny     FindingKind = "ANY"
	FoundKOf     FindingKind = "K_OF"
	FoundShare   FindingKind = "SHARE"
	FoundNumber  FindingKind = "NUMBER"
	FoundLimit   FindingKind = "LIMIT"
	FoundPersons FindingKind = "PERSONS"
	// FoundNothing: the rule asks for nothing here.
	FoundNothing FindingKind = "NOTHING"
)

// Values lists every FindingKind.
func (FindingKind) Values() []string {
	return []string{"ALL", "ANY", "K_OF", "SHARE", "NUMBER", "LIMIT", "PERSONS", "NOTHING"}
}

// Finding is a clause measured on numbers. Of a combination, Whole counts its
// parts, Got those that are met, Needed those that must be.
type Finding struct {
	Kind     FindingKind    `json:"kind"`
	Met      bool           `json:"met"`
	Count    Counted        `json:"count,omitempty"`
	Measure  schema.Measure `json:"measure,omitempty"`
	Base     schema.Base    `json:"base,omitempty"`
	Compare  Comparison     `json:"compare,omitempty"`
	Fraction *Fraction      `json:"fraction,omitempty"`
	Among    *Group         `json:"among,omitempty"`

	// Needed is the least whole number that meets the clause as things stand; of a
	// limit, the most that does.
	Needed int64 `json:"needed"`
	Got    int64 `json:"got"`
	// Whole is the base; zero for a number, which has none.
	Whole int64 `json:"whole"`
	// Missing is the least number by which Got must still grow, where those
	// voices come from people who had not voted. It exceeds Needed less Got
	// where they enlarge the base. A limit misses nothing.
	Missing int64 `json:"missing"`
	// Lost reports that no further voices can meet the clause: somebody who
	// should have been in favour is not, or too many are against.
	Lost bool `json:"lost,omitempty"`

	Parts []Finding `json:"parts,omitempty"`
}

// Judge measures the clause.
func (c Clause) Judge(n Numbers) Finding {
	switch {
	case c.Share != nil:
		return c.Share.judge(n)
	case c.Number != nil:
		return c.Number.judge(n)
	case c.Limit != nil:
		return c.Limit.judge(n)
	case c.KOf != nil:
		return combine(FoundKOf, c.KOf.K, judgeAll(c.KOf.Of, n))
	case c.Any != nil:
		return combine(FoundAny, 1, judgeAll(c.Any, n))
	default:
		return combine(FoundAll, len(c.All), judgeAll(c.All, n))
	}
}

// JudgeQuorum measures what the rule asks for before anything is decided:
// its quorum, and how many different persons there must be.
func (r Rule) JudgeQuorum(n Numbers, persons int64) Finding {
	var parts []Finding
	if r.Quorum != nil {
		parts = append(parts, r.Quorum.Judge(n))
	}
	if r.DistinctPersonsMin > 0 {
		parts = append(parts, counted(FoundPersons, persons, int64(r.DistinctPersonsMin)))
	}
	switch len(parts) {
	case 0:
		return Finding{Kind: FoundNothing, Met: true}
	case 1:
		return parts[0]
	default:
		return combine(FoundAll, len(parts), parts)
	}
}

func (s Share) judge(n Numbers) Finding {
	group := code(s.Among)
	got := n.Got(s.Count, s.Measure, group)
	whole, grows := n.Whole(s.Base, s.Measure, group)
	fraction := s.Fraction
	f := Finding{
		Kind: FoundShare, Count: s.Count, Measure: s.Measure, Base: s.Base,
		Compare: s.Compare, Fraction: &fraction, Among: s.Among.copy(),
		Needed: fraction.least(whole, s.Compare), Got: got, Whole: whole,
		Met: fraction.reached(got, whole, s.Compare),
	}
	switch {
	case f.Met:
	case grows:
		missing, possible := fraction.missing(got, whole, s.Compare)
		f.Missing, f.Lost = missing, !possible
	default:
		f.Missing, f.Lost = f.Needed-got, f.Needed > whole
	}
	if f.Lost {
		f.Missing = 0
	}
	return f
}

func (m Number) judge(n Numbers) Finding {
	f := counted(FoundNumber, n.Got(m.Count, m.Measure, code(m.Among)), m.Least)
	f.Count, f.Measure, f.Among = m.Count, m.Measure, m.Among.copy()
	return f
}

// judge finds a limit met as long as nobody speaks up: silence passes. Voices in
// favour help only where they enlarge the base, and a veto they never outweigh.
func (l Limit) judge(n Numbers) Finding {
	group := code(l.Among)
	got := n.Got(l.Count, l.Measure, group)
	whole, grows := n.Whole(l.Base, l.Measure, group)
	fraction := l.Fraction
	met := fraction.kept(got, whole)
	return Finding{
		Kind: FoundLimit, Count: l.Count, Measure: l.Measure, Base: l.Base,
		Fraction: &fraction, Among: l.Among.copy(),
		Needed: fraction.most(whole), Got: got, Whole: whole,
		Met: met, Lost: !met && (!grows || fraction.Num == 0),
	}
}

func counted(kind FindingKind, got, needed int64) Finding {
	return Finding{Kind: kind, Met: got >= needed, Needed: needed, Got: got, Missing: max(0, needed-got)}
}

func judgeAll(clauses []Clause, n Numbers) []Finding {
	found := make([]Finding, len(clauses))
	for i, clause := range clauses {
		found[i] = clause.Judge(n)
	}
	return found
}

func combine(kind FindingKind, needed int, parts []Finding) Finding {
	open, met := 0, 0
	for _, part := range parts {
		if part.Met {
			met++
		}
		if !part.Lost {
			open++
		}
	}
	return Finding{
		Kind: kind, Met: met >= needed, Needed: int64(needed), Got: int64(met), Whole: int64(len(parts)),
		Missing: int64(max(0, needed-met)), Lost: open < needed, Parts: parts,
	}
}

func code(g *Group) string {
	if g == nil {
		return ""
	}
	return g.Code
}

func (g *Group) copy() *Group {
	if g == nil {
		return nil
	}
	twin := *g
	return &twin
}
