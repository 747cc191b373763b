package rule_test

import (
	"strings"
	"testing"

	"pgregory.net/rapid"

	"sifang/schema"
	"sifang/schema/fault"
	"sifang/schema/rule"
)

func TestSentences(t *testing.T) {
	owners := &rule.Group{Code: "OWNER", Title: rule.Text{Chinese: "业主委员", English: "owner members"}}
	share := func(count rule.Counted, measure schema.Measure, base schema.Base, by rule.Comparison, num, den int64) rule.Clause {
		return rule.Clause{Share: &rule.Share{Count: count, Measure: measure, Base: base, Compare: by, Fraction: rule.Fraction{Num: num, Den: den}}}
	}
	grouped := share(rule.Present, schema.MeasureSeats, schema.BaseOnRoll, rule.MoreThan, 1, 2)
	grouped.Share.Among = owners
	for _, c := range []struct {
		clause     rule.Clause
		got, whole int64
		zh, en     string
	}{
		{
			share(rule.For, schema.MeasureSeats, schema.BaseAllSeats, rule.MoreThan, 1, 2), 3, 7,
			"全体席位共7席，须有过半数同意，即至少4席；现有3席，未满足。",
			"More than half of the 7 seats there are in all must be in favour, which takes at least 4; 3 are, so this is not met.",
		},
		{
			share(rule.Participating, schema.MeasureArea, schema.BaseOnRoll, rule.AtLeast, 2, 3), 6_666_667, 10_000_000,
			"名册所列共100000.00平方米，须有三分之二以上参与表决，即至少66666.67平方米；现有66666.67平方米，已满足。",
			"At least two thirds of the 100000.00 square metres on the roll must take part, which takes at least 66666.67; 66666.67 do, so this is met.",
		},
		{
			share(rule.For, schema.MeasureHeads, schema.BasePresent, rule.MoreThan, 2, 3), 1, 3,
			"到会的共3人，须有超过三分之二同意，即至少3人；现有1人，未满足。",
			"More than two thirds of the 3 people present must be in favour, which takes at least 3; 1 is, so this is not met.",
		},
		{
			share(rule.For, schema.MeasureParties, schema.BaseAllSeats, rule.AtLeast, 1, 1), 3, 4,
			"参加表决的各方共4方，须全部同意；现同意的有3方，未满足。",
			"All of the 4 parties that vote must be in favour; 3 are, so this is not met.",
		},
		{
			share(rule.Present, schema.MeasureHeads, schema.BaseDue, rule.AtLeast, 1, 2), 23, 46,
			"应到会的共46人，须有半数以上到会，即至少23人；现有23人，已满足。",
			"At least half of the 46 people due to attend must be present, which takes at least 23; 23 are, so this is met.",
		},
		{
			share(rule.For, schema.MeasureHouseholds, schema.BaseCastForOrAgainst, rule.AtLeast, 20, 100), 1, 1,
			"表示同意或者反对的共1户，须有百分之二十以上同意，即至少1户；现有1户，已满足。",
			"At least 20 per cent of the 1 household cast for or against must be in favour, which takes at least 1; 1 is, so this is met.",
		},
		{
			grouped, 2, 5,
			"仅就业主委员而言，名册所列共5席，须有过半数到会，即至少3席；现有2席，未满足。",
			"More than half of the 5 seats on the roll, counting only owner members, must be present, which takes at least 3; 2 are, so this is not met.",
		},
		{
			rule.Clause{Number: &rule.Number{Count: rule.Participating, Measure: schema.MeasureParties, Least: 2}}, 1, 0,
			"至少须有2方参与表决；现有1方，未满足。",
			"At least 2 parties must take part; 1 does, so this is not met.",
		},
		{
			share(rule.For, schema.MeasureSeats, schema.BaseIncumbents, rule.AtLeast, 13, 105), 0, 10,
			"现任成员共10席，须有一百零五分之十三以上同意，即至少2席；现有0席，未满足。",
			"At least 13 in every 105 of the 10 seats that are filled must be in favour, which takes at least 2; 0 are, so this is not met.",
		},
		{
			limit(schema.MeasureHeads, schema.BaseOnRoll, 1, 3), 30, 90,
			"名册所列共90人，反对的不得超过三分之一，即至多30人；现反对的有30人，已满足。",
			"At most one third of the 90 people on the roll may be against, which allows at most 30; 30 are, so this is met.",
		},
		{
			limit(schema.MeasureArea, schema.BaseParticipating, 1, 2), 500_001, 1_000_000,
			"参与表决的共10000.00平方米，反对的不得超过半数，即至多5000.00平方米；现反对的有5000.01平方米，未满足。",
			"At most half of the 10000.00 square metres that took part may be against, which allows at most 5000.00; 5000.01 are, so this is not met.",
		},
		{
			limit(schema.MeasureParties, schema.BaseAllSeats, 0, 1), 1, 4,
			"参加表决的各方共4方，不得有反对的；现反对的有1方，未满足。",
			"None of the 4 parties that vote may be against; 1 is, so this is not met.",
		},
		{
			share(rule.For, schema.MeasureHeads, schema.BasePapersCast, rule.AtLeast, 1, 3), 15, 45,
			"收回表决票的共45人，须有三分之一以上同意，即至少15人；现有15人，已满足。",
			"At least one third of the 45 people with a paper returned must be in favour, which takes at least 15; 15 are, so this is met.",
		},
	} {
		said := c.clause.Judge(room{got: c.got, whole: c.whole}).Sentence()
		if got := said.In(fault.Chinese); got != c.zh {
			t.Errorf("got  %s\nwant %s", got, c.zh)
		}
		if got := said.In(fault.English); got != c.en {
			t.Errorf("got  %s\nwant %s", got, c.en)
		}
	}
}

func TestCombinedSentences(t *testing.T) {
	part := rule.Clause{Number: &rule.Number{Count: rule.For, Measure: schema.MeasureSeats, Least: 2}}
	two := []rule.Clause{part, part}
	for _, c := range []struct {
		clause rule.Clause
		zh, en string
	}{
		{rule.Clause{All: two}, "以下各项须全部满足，未满足。", "All of the following are required: this is not met."},
		{rule.Clause{Any: two}, "以下各项满足其一即可，未满足。", "One of the following is enough: this is not met."},
		{rule.Clause{KOf: &rule.KOf{K: 2, Of: two}}, "以下各项中至少须满足2项，现满足0项，未满足。", "At least 2 of the following are required; 0 are met, so this is not met."},
	} {
		said := c.clause.Judge(room{got: 1}).Sentence()
		if said.Chinese != c.zh || said.English != c.en {
			t.Errorf("%s / %s", said.Chinese, said.English)
		}
		if len(said.Parts) != 2 || said.Parts[0].Chinese != "至少须有2席同意；现有1席，未满足。" {
			t.Errorf("parts: %+v", said.Parts)
		}
	}
	persons := rule.Rule{DistinctPersonsMin: 3}.JudgeQuorum(room{}, 1).Sentence()
	if persons.English != "At least 3 different people must be present; 1 is, so this is not met." {
		t.Error(persons.English)
	}
}

// No sentence needs a sign of mathematics, whatever the fraction.
func TestSentencesHaveNoSigns(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := drawShare(t)
		bound := limit(schema.MeasureArea, schema.BaseOnRoll, s.Fraction.Num-1, s.Fraction.Den)
		for _, clause := range []rule.Clause{{Share: &s}, bound} {
			said := clause.Judge(room{got: 3, whole: 7}).Sentence()
			if strings.ContainsAny(said.Chinese+said.English, "<>=≥≤/%×+*{}[]") {
				t.Fatalf("%s %s", said.Chinese, said.English)
			}
			if strings.Contains(said.Chinese, "零分之") || strings.Contains(said.Chinese, "分之零") {
				t.Fatal(said.Chinese)
			}
		}
	})
}
