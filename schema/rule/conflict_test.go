package rule_test

import (
	"fmt"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"sifang/schema"
	"sifang/schema/rule"
)

func preset(t *testing.T, code string) rule.Rule {
	t.Helper()
	r, ok := rule.Preset(code)
	if !ok {
		t.Fatalf("no preset %s", code)
	}
	return r
}

func ask(count rule.Counted, measure schema.Measure, base schema.Base, by rule.Comparison, num, den int64) rule.Clause {
	return rule.Clause{Share: &rule.Share{
		Count: count, Measure: measure, Base: base, Compare: by, Fraction: rule.Fraction{Num: num, Den: den},
	}}
}

func least(n int64) rule.Clause {
	return rule.Clause{Number: &rule.Number{Count: rule.For, Measure: schema.MeasureHeads, Least: n}}
}

func TestClausesThatAskForLess(t *testing.T) {
	heads := func(base schema.Base, by rule.Comparison, num, den int64) rule.Clause {
		return ask(rule.For, schema.MeasureHeads, base, by, num, den)
	}
	half := heads(schema.BaseParticipating, rule.MoreThan, 1, 2)
	third := heads(schema.BaseParticipating, rule.AtLeast, 2, 3)
	area := ask(rule.For, schema.MeasureArea, schema.BaseParticipating, rule.MoreThan, 1, 2)
	ownersOnly := heads(schema.BaseParticipating, rule.MoreThan, 1, 2)
	ownersOnly.Share.Among = &rule.Group{Code: "OWNER", Title: rule.Text{Chinese: "业主", English: "owners"}}
	all := func(parts ...rule.Clause) rule.Clause { return rule.Clause{All: parts} }
	anyOf := func(parts ...rule.Clause) rule.Clause { return rule.Clause{Any: parts} }
	kOf := func(k int, parts ...rule.Clause) rule.Clause { return rule.Clause{KOf: &rule.KOf{K: k, Of: parts}} }
	against := func(num, den int64) rule.Clause { return limit(schema.MeasureHeads, schema.BaseOnRoll, num, den) }
	for _, c := range []struct {
		name     string
		law, own rule.Clause
		clashes  int
	}{
		{"the same", half, half, 0},
		{"more", half, third, 0},
		{"less", third, half, 1},
		{"exactly half is less than more than half", half, heads(schema.BaseParticipating, rule.AtLeast, 1, 2), 1},
		{"more than half is no less than half", heads(schema.BaseParticipating, rule.AtLeast, 1, 2), half, 0},
		{"another way to write it", third, heads(schema.BaseParticipating, rule.AtLeast, 4, 6), 0},
		{"of everybody on the roll", half, heads(schema.BaseOnRoll, rule.MoreThan, 1, 2), 0},
		{"of those for or against", half, heads(schema.BaseCastForOrAgainst, rule.AtLeast, 3, 4), 1},
		{"of owners only", half, ownersOnly, 1},
		{"of another measure", half, area, 1},
		{"one of two measures", all(half, area), area, 1},
		{"neither of two measures", all(half, area), least(1), 2},
		{"both, among others", all(half, area), all(least(1), area, third), 0},
		{"both, nested", all(half, area), all(all(area), all(half)), 0},
		{"one or the other", all(half, area), anyOf(half, area), 2},
		{"either way enough", half, anyOf(third, half), 0},
		{"the law leaves a choice", anyOf(half, area), area, 0},
		{"two of three of which two will do", half, kOf(2, half, third, area), 0},
		{"one of three", half, kOf(1, half, third, area), 1},
		{"the law's own two of three", kOf(2, half, area, least(3)), kOf(2, half, area, least(3)), 0},
		{"three of three", kOf(2, half, area, least(3)), kOf(3, half, area, least(3)), 0},
		{"two of three that the law all wants", all(half, area, least(3)), kOf(2, half, area, least(3)), 3},
		{"a smaller number", least(3), least(2), 1},
		{"a larger number", least(3), least(4), 0},
		{"a number for a share", half, least(100), 1},
		{"fewer may be against", against(1, 3), against(1, 4), 0},
		{"a veto", against(1, 3), against(0, 1), 0},
		{"more may be against", against(1, 3), against(1, 2), 1},
		{"objections for consent", all(half, area), against(1, 3), 2},
	} {
		t.Run(c.name, func(t *testing.T) {
			found := rule.Conflicts(rule.Rule{Approval: c.law}, rule.Rule{Approval: c.own})
			if len(found) != c.clashes {
				t.Errorf("%d conflicts: %+v", len(found), found)
			}
			law, own := rule.Rule{Quorum: &c.law, Approval: area}, rule.Rule{Quorum: &c.own, Approval: area}
			if asQuorum := rule.Conflicts(law, own); len(asQuorum) != c.clashes {
				t.Errorf("%d conflicts as a quorum", len(asQuorum))
			}
		})
	}
}

func TestConflictsWithPresets(t *testing.T) {
	with := func(code string, change func(*rule.Rule)) rule.Rule {
		r := preset(t, code)
		change(&r)
		return r
	}
	heard := preset(t, "RESIDENTS_COMMITTEE_RECALL_BY_VOTERS").Conditions[0]
	for _, c := range []struct {
		name     string
		law, own rule.Rule
		want     []string // what the notes contain, in order
	}{
		{"special for ordinary", preset(t, "OWNERS_ORDINARY"), preset(t, "OWNERS_SPECIAL"), nil},
		{"ordinary for special", preset(t, "OWNERS_SPECIAL"), preset(t, "OWNERS_ORDINARY"), []string{
			"at least three quarters of the area that took part must be in favour; this rule only that more than half of the area",
			"at least three quarters of the people that took part must be in favour; this rule only that more than half of the people",
		}},
		{"no quorum", preset(t, "OWNERS_ORDINARY"), with("OWNERS_ORDINARY", func(r *rule.Rule) { r.Quorum = nil }), []string{
			"at least two thirds of the area on the roll must take part; nothing in this rule is shown to be as strict",
			"at least two thirds of the people on the roll must take part; nothing in this rule is shown to be as strict",
		}},
		{"items nobody heard of", preset(t, "OWNERS_ORDINARY"), with("OWNERS_ORDINARY", func(r *rule.Rule) { r.AgendaMustBeNoticed = false }), []string{"not noticed"}},
		{"Shandong above Beijing", preset(t, "OWNERS_COMMITTEE_BEIJING"), preset(t, "OWNERS_COMMITTEE_SHANDONG"), nil},
		{"Beijing above Shandong", preset(t, "OWNERS_COMMITTEE_SHANDONG"), preset(t, "OWNERS_COMMITTEE_BEIJING"), []string{"at least two thirds of the seats"}},
		{"Zhoushan in Beijing", preset(t, "OWNERS_COMMITTEE_BEIJING"), preset(t, "OWNERS_COMMITTEE_ZHOUSHAN"), []string{"be present", "be in favour"}},
		{"the local Party meeting", preset(t, "PARTY_BRANCH"), preset(t, "FOUR_MEETINGS_PARTY_MEETING_LOCAL_MAJORITY"), []string{"more than half of the people due to attend"}},
		{"the default Party meeting", preset(t, "PARTY_BRANCH"), preset(t, "FOUR_MEETINGS_PARTY_MEETING"), nil},
		{"objections", preset(t, "OWNERS_ORDINARY"), preset(t, "OBJECTION_VOTE_HENAN"), []string{"take part", "take part", "in favour", "in favour"}},
		{"silence consents", preset(t, "INTERESTED_OWNERS"), with("INTERESTED_OWNERS", func(r *rule.Rule) { r.Deemed = &rule.Deemed{Direction: rule.FollowMajority} }), []string{"silence is none"}},
		{"silence on an ordinary matter", preset(t, "OWNERS_ORDINARY"), with("OWNERS_ORDINARY", func(r *rule.Rule) { r.Deemed = &rule.Deemed{Direction: rule.FollowMajority} }), nil},
		{"representatives by proxy", preset(t, "RESIDENTS_COMMITTEE_ELECTION_BY_REPRESENTATIVES"), with("RESIDENTS_COMMITTEE_ELECTION_BY_REPRESENTATIVES", func(r *rule.Rule) { r.Proxies = &rule.Proxies{} }), []string{"admits no proxies"}},
		{"four principals, any agent", preset(t, "RESIDENTS_COMMITTEE_ELECTION_BY_VOTERS"), with("RESIDENTS_COMMITTEE_ELECTION_BY_VOTERS", func(r *rule.Rule) { r.Proxies = &rule.Proxies{MostPrincipals: 4} }), []string{
			"for how many others", "vote in person", "bars some people",
		}},
		{"one principal", preset(t, "RESIDENTS_COMMITTEE_ELECTION_BY_VOTERS"), with("RESIDENTS_COMMITTEE_ELECTION_BY_VOTERS", func(r *rule.Rule) {
			r.Proxies = &rule.Proxies{MostPrincipals: 1, AgentOnRoll: true, Barred: []rule.Barred{rule.PropertyStaff, rule.Candidate}}
		}), nil},
		{"no proxies at all", preset(t, "RESIDENTS_COMMITTEE_ELECTION_BY_VOTERS"), with("RESIDENTS_COMMITTEE_ELECTION_BY_VOTERS", func(r *rule.Rule) { r.Proxies = nil }), nil},
		{"an open ballot, no choice", preset(t, "RESIDENTS_COMMITTEE_ELECTION_BY_VOTERS"), with("RESIDENTS_COMMITTEE_ELECTION_BY_VOTERS", func(r *rule.Rule) {
			r.Visibility = ""
			r.Election = &rule.Election{Ranking: r.Election.Ranking, SecondTie: rule.VoteAgain}
		}), []string{"secret ballot", "more candidates than seats"}},
		{"a motion for an election", preset(t, "OWNERS_COMMITTEE_ELECTION"), preset(t, "OWNERS_ORDINARY"), []string{"about an election"}},
		{"an election with fewer seats", preset(t, "OWNERS_COMMITTEE_ELECTION_HANGZHOU"), preset(t, "OWNERS_COMMITTEE_ELECTION"), []string{"least number of seats"}},
		{"more alternates", preset(t, "OWNERS_COMMITTEE_ELECTION_BEIJING"), preset(t, "OWNERS_COMMITTEE_ELECTION"), []string{"who stands by"}},
		{"unheard", preset(t, "RESIDENTS_COMMITTEE_RECALL_BY_VOTERS"), with("RESIDENTS_COMMITTEE_RECALL_BY_VOTERS", func(r *rule.Rule) { r.Conditions = nil }), []string{"had the chance to be heard"}},
		{"heard more strictly", preset(t, "RESIDENTS_COMMITTEE_RECALL_BY_VOTERS"), with("RESIDENTS_COMMITTEE_RECALL_BY_VOTERS", func(r *rule.Rule) {
			r.Conditions = []rule.Condition{{Code: heard.Code, Title: heard.Title, Lacking: rule.Blocks}}
		}), nil},
		{"another city's condition", preset(t, "OWNERS_COMMITTEE_RECALL"), preset(t, "OWNERS_ORDINARY"), nil},
		{"fewer persons", with("RESIDENTS_MEETING", func(r *rule.Rule) { r.DistinctPersonsMin = 3 }), preset(t, "RESIDENTS_MEETING"), []string{"different people"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			found := rule.Conflicts(c.law, c.own)
			if len(found) != len(c.want) {
				t.Fatalf("%d conflicts: %+v", len(found), found)
			}
			for i, one := range found {
				if !strings.Contains(one.Note.English, c.want[i]) || one.Note.Chinese == "" || one.Source != c.law.Source {
					t.Errorf("%+v", one)
				}
			}
		})
	}
}

func TestNotesNameBothClauses(t *testing.T) {
	found := rule.Conflicts(preset(t, "OWNERS_SPECIAL"), preset(t, "OWNERS_ORDINARY"))
	want := rule.Text{
		Chinese: "该规定要求：参与表决的人数须有四分之三以上同意；本规则只要求：参与表决的人数须有过半数同意。",
		English: "The law asks that at least three quarters of the people that took part must be in favour; this rule only that more than half of the people that took part must be in favour.",
	}
	if len(found) != 2 || found[1].Note != want {
		t.Errorf("%+v", found)
	}
}

func TestNoPresetContradictsItself(t *testing.T) {
	for _, r := range rule.Presets() {
		if found := rule.Conflicts(r, r); len(found) > 0 {
			t.Errorf("%s: %+v", r.Code, found)
		}
	}
}

// Documents nested on purpose are compared in no time.
func TestDeepClausesAreComparedQuickly(t *testing.T) {
	deep := least(1)
	for i := range int64(30) {
		parts := []rule.Clause{deep, least(i + 2)}
		if i%2 == 0 {
			deep = rule.Clause{Any: parts}
		} else {
			deep = rule.Clause{KOf: &rule.KOf{K: 2, Of: parts}}
		}
	}
	if found := rule.Conflicts(rule.Rule{Approval: deep}, rule.Rule{Approval: deep}); len(found) > 0 {
		t.Errorf("%+v", found)
	}
	wide := rule.Clause{}
	for i := range 2000 {
		part := least(1)
		part.Number.Among = &rule.Group{Code: fmt.Sprint("G", i)}
		wide.Any = append(wide.Any, part)
	}
	if found := rule.Conflicts(rule.Rule{Approval: wide}, rule.Rule{Approval: wide}); len(found) != 1 {
		t.Errorf("so many parts are not compared: %d conflicts", len(found))
	}
}

// Where no conflict is found, whatever meets the rule meets the law.
func TestConflictsAreFound(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		law, own := drawClause(t, "law", 2), drawClause(t, "own", 2)
		if rapid.Bool().Draw(t, "own adds to the law") {
			own = rule.Clause{All: []rule.Clause{own, law}}
		}
		if len(rule.Conflicts(rule.Rule{Approval: law}, rule.Rule{Approval: own})) > 0 {
			return
		}
		h := drawHall(t)
		if own.Judge(h).Met && !law.Judge(h).Met {
			t.Fatalf("in %+v the rule %+v is met and the law %+v is not", h, own, law)
		}
	})
}

func drawClause(t *rapid.T, name string, depth int) rule.Clause {
	kinds := 3
	if depth > 0 {
		kinds = 6
	}
	kind := rapid.IntRange(0, kinds-1).Draw(t, name)
	if kind > 2 {
		parts := make([]rule.Clause, rapid.IntRange(1, 3).Draw(t, name+" parts"))
		for i := range parts {
			parts[i] = drawClause(t, name, depth-1)
		}
		switch kind {
		case 3:
			return rule.Clause{All: parts}
		case 4:
			return rule.Clause{Any: parts}
		default:
			return rule.Clause{KOf: &rule.KOf{K: rapid.IntRange(1, len(parts)).Draw(t, name+" k"), Of: parts}}
		}
	}
	bases := []schema.Base{
		schema.BaseOnRoll, schema.BaseDue, schema.BasePresent, schema.BaseParticipating, schema.BaseValid,
		schema.BaseCastForOrAgainst, schema.BasePapersCast,
	}
	base := rapid.SampledFrom(bases).Draw(t, name+" base")
	den := rapid.Int64Range(1, 4).Draw(t, name+" den")
	switch kind {
	case 0:
		return least(rapid.Int64Range(1, 4).Draw(t, name+" least"))
	case 1:
		return limit(schema.MeasureHeads, base, rapid.Int64Range(0, den-1).Draw(t, name+" num"), den)
	default:
		by := rapid.SampledFrom([]rule.Comparison{rule.MoreThan, rule.AtLeast}).Draw(t, name+" by")
		return ask(rule.For, schema.MeasureHeads, base, by, rapid.Int64Range(1, den).Draw(t, name+" num"), den)
	}
}

// hall is a meeting of people: how many did what.
type hall struct{ due, roll, present, papers, participating, valid, favour, against int64 }

func drawHall(t *rapid.T) hall {
	least := func(name string) int64 { return rapid.Int64Range(0, 4).Draw(t, name) }
	var h hall
	h.favour, h.against = least("for"), least("against")
	h.valid = h.favour + h.against + least("abstaining")
	h.papers = h.valid + least("invalid")
	h.participating = h.valid + least("silent but counted")
	h.present = least("more present") + max(h.papers, h.valid)
	h.roll = max(h.present, h.participating) + least("away")
	h.due = h.roll + least("not on the roll")
	return h
}

func (h hall) Got(count rule.Counted, _ schema.Measure, _ string) int64 {
	if count == rule.Against {
		return h.against
	}
	return h.favour
}

func (h hall) Whole(base schema.Base, _ schema.Measure, _ string) (int64, bool) {
	return map[schema.Base]int64{
		schema.BaseOnRoll: h.roll, schema.BaseDue: h.due, schema.BasePresent: h.present, schema.BasePapersCast: h.papers,
		schema.BaseParticipating: h.participating, schema.BaseValid: h.valid, schema.BaseCastForOrAgainst: h.favour + h.against,
	}[base], false
}
