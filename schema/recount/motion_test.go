package recount_test

import (
	"testing"

	"sifang/schema/recount"
)

// expected is what a count is to come to, computed by hand.
type expected struct {
	outcome, quorum, approval, flags, aside string
}

func (e expected) hold(t *testing.T, r recount.Result) {
	t.Helper()
	for _, one := range []struct{ what, want, got string }{
		{"outcome", e.outcome, string(r.Outcome)},
		{"quorum", e.quorum, written(r.Quorum)},
		{"approval", e.approval, written(r.Approval)},
		{"flags", e.flags, flags(r)},
		{"set aside", e.aside, asides(r)},
	} {
		if one.want != one.got {
			t.Errorf("%s: %s, want %s", one.what, one.got, one.want)
		}
	}
}

// judged is a case whose name says what is judged.
type judged struct {
	name        string
	rule, count any
	want        expected
}

func judge(t *testing.T, cases []judged) {
	t.Helper()
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) { c.want.hold(t, counted(t, c.rule, c.count)) })
	}
}

// TestOwners are votes of owners with worked numbers (Civil Code art. 278).
func TestOwners(t *testing.T) {
	const quorate = "ALL 2/2 yes, SHARE 200/300 yes, SHARE 2000000/3000000 yes"
	vote := func(heads, area int) object {
		return owners(bloc{'F', heads, area}, bloc{'G', 200 - heads, 2000000 - area}, bloc{'.', 100, 1000000})
	}
	judge(t, []judged{
		{"two thirds is enough, and more than half agree", ordinary(), vote(101, 1000001),
			expected{"ADOPTED", quorate, "ALL 2/2 yes, SHARE 101/200 yes, SHARE 1000001/2000000 yes", "", ""}},
		{"half is not more than half", ordinary(), vote(100, 1000000),
			expected{"REJECTED", quorate, "ALL 0/2 no, SHARE 100/200 no, SHARE 1000000/2000000 no", "", ""}},
		{"heads do not make up for area", ordinary(), vote(101, 1000000),
			expected{"REJECTED", quorate, "ALL 1/2 no, SHARE 101/200 yes, SHARE 1000000/2000000 no", "", ""}},
		{"heads for and area against", ordinary(), vote(101, 999999),
			expected{"REJECTED", quorate, "ALL 1/2 no, SHARE 101/200 yes, SHARE 999999/2000000 no", "SPLIT_MAJORITY", ""}},
		{"three quarters is enough", special(), vote(150, 1500000),
			expected{"ADOPTED", quorate, "ALL 2/2 yes, SHARE 150/200 yes, SHARE 1500000/2000000 yes", "", ""}},
		{"a hundredth of a square metre", special(), vote(150, 1499999),
			expected{"REJECTED", quorate, "ALL 1/2 no, SHARE 150/200 yes, SHARE 1499999/2000000 no", "", ""}},
		{"abstaining is taking part", ordinary(), owners(bloc{'F', 99, 990000}, bloc{'G', 40, 400000}, bloc{'B', 61, 610000}, bloc{'.', 100, 1000000}),
			expected{"REJECTED", quorate, "ALL 0/2 no, SHARE 99/200 no, SHARE 990000/2000000 no", "", ""}},
		{"one head fewer is no quorum, whatever the area", ordinary(), owners(bloc{'F', 150, 2000000}, bloc{'G', 49, 500000}, bloc{'.', 101, 500000}),
			expected{"NOT_QUORATE", "ALL 1/2 no, SHARE 199/300 no, SHARE 2500000/3000000 yes", "ALL 2/2 yes, SHARE 150/199 yes, SHARE 2000000/2500000 yes", "", ""}},
		{"not on the agenda", ordinary(object{"agendaMustBeNoticed": true}), flats("FFF"),
			expected{"VOID", "ALL 2/2 yes, SHARE 3/3 yes, SHARE 30000/30000 yes", "ALL 2/2 yes, SHARE 3/3 yes, SHARE 30000/30000 yes", "", ""}},
		{"nobody came", ordinary(), flats("..."),
			expected{"NOT_QUORATE", "ALL 0/2 no, SHARE 0/3 no, SHARE 0/30000 no", "ALL 0/2 no, SHARE 0/0 no, SHARE 0/0 no", "", ""}},
	})
}

// TestBases holds one voice out of each base.
func TestBases(t *testing.T) {
	// Seven seats, six filled: three for, one against, one abstains, one absent.
	count := sitting(7, "FFFGB-")
	for base, want := range map[string]string{
		"ON_ROLL": "3/6", "ALL_SEATS": "3/7", "INCUMBENTS": "3/6", "PRESENT": "3/5", "PARTICIPATING": "3/5", "VALID": "3/5",
		"CAST_FOR_OR_AGAINST": "3/4", "PAPERS_CAST": "3/5",
	} {
		met := " no"
		if base == "CAST_FOR_OR_AGAINST" || base == "PRESENT" || base == "PARTICIPATING" || base == "VALID" || base == "PAPERS_CAST" {
			met = " yes"
		}
		r := counted(t, ruled(share("FOR", "SEATS", base, "MORE_THAN", 1, 2)), count)
		if got := written(r.Approval); got != "SHARE "+want+met {
			t.Errorf("%s: %s, want %s%s", base, got, want, met)
		}
	}
	r := counted(t, ruled(share("FOR", "HEADS", "DUE", "MORE_THAN", 1, 2)), with(count, object{"due": 8}))
	if got := written(r.Approval); got != "SHARE 3/8 no" {
		t.Errorf("DUE: %s", got)
	}
}

// TestMeasures counts the same three of five in households and in weight.
func TestMeasures(t *testing.T) {
	count := sitting(5, "FFFGG")
	for i, entry := range count["roll"].([]object) {
		entry["weights"] = object{"households": 1 + i%2, "weight": 10 * i}
	}
	// Households 1 2 1 | 2 1, weights 0 10 20 | 30 40.
	rule := ruled(all(share("FOR", "HOUSEHOLDS", "ON_ROLL", "MORE_THAN", 1, 2), share("FOR", "WEIGHT", "ON_ROLL", "MORE_THAN", 1, 2)))
	expected{"REJECTED", "NOTHING 0/0 yes", "ALL 1/2 no, SHARE 4/7 yes, SHARE 30/100 no", "SPLIT_MAJORITY", ""}.hold(t, counted(t, rule, count))
}

// TestCombinations measures every part, be it needed or not.
func TestCombinations(t *testing.T) {
	seats := share("FOR", "SEATS", "ALL_SEATS", "MORE_THAN", 1, 2)
	number := func(least int) object {
		return object{"number": object{"count": "FOR", "measure": "HEADS", "least": least}}
	}
	judge(t, []judged{
		{"any", ruled(object{"any": list(seats, number(3))}), sitting(7, "FFFG"),
			expected{"ADOPTED", "NOTHING 0/0 yes", "ANY 1/2 yes, SHARE 3/7 no, NUMBER 3/0 yes", "", ""}},
		{"two of three", ruled(object{"kOf": object{"k": 2, "of": list(seats, number(3), all(number(4), number(1)))}}), sitting(7, "FFFG"),
			expected{"REJECTED", "NOTHING 0/0 yes", "K_OF 1/3 no, SHARE 3/7 no, NUMBER 3/0 yes, ALL 1/2 no, NUMBER 3/0 no, NUMBER 3/0 yes", "", ""}},
		{"different persons beside a quorum", ruled(seats, object{"quorum": share("PRESENT", "SEATS", "ALL_SEATS", "MORE_THAN", 1, 2), "distinctPersonsMin": 5}), sitting(7, "FFFF--."),
			expected{"ADOPTED", "ALL 2/2 yes, SHARE 5/7 yes, PERSONS 5/0 yes", "SHARE 4/7 yes", "", ""}},
		{"different persons alone", ruled(seats, object{"distinctPersonsMin": 6}), sitting(7, "FFFF--."),
			expected{"NOT_QUORATE", "PERSONS 5/0 no", "SHARE 4/7 yes", "", ""}},
		{"a group", ruled(object{"share": object{"count": "FOR", "measure": "SEATS", "base": "ON_ROLL", "compare": "AT_LEAST",
			"fraction": object{"num": 2, "den": 3}, "among": object{"code": "OWNER", "title": object{}}}}), grouped(sitting(5, "FFGGG"), "OWNER", 0, 1, 2),
			expected{"ADOPTED", "NOTHING 0/0 yes", "SHARE 2/3 yes", "", ""}},
	})
}

func grouped(count object, code string, members ...int) object {
	for _, i := range members {
		count["roll"].([]object)[i]["groups"] = list(code)
	}
	return count
}

// TestStepAside has three of five vote while two stepped aside, one of whom
// is there.
func TestStepAside(t *testing.T) {
	present := object{"quorum": share("PRESENT", "SEATS", "ALL_SEATS", "MORE_THAN", 1, 2)}
	half := share("FOR", "SEATS", "ALL_SEATS", "MORE_THAN", 1, 2)
	recused := func(inBase, present bool) object {
		return object{"recused": object{"inBase": inBase, "countAsPresent": present}}
	}
	voted := more(sitting(5, "FFGRr"), object{"entry": "e3", "person": "m3", "choice": "FOR"})
	judge(t, []judged{
		{"they stay in the base", ruled(half, present), voted,
			expected{"REJECTED", "SHARE 3/5 yes", "SHARE 2/5 no", "", "RECUSED 1"}},
		{"they leave the base", ruled(half, present, recused(false, false)), voted,
			expected{"ADOPTED", "SHARE 3/5 yes", "SHARE 2/3 yes", "", "RECUSED 1"}},
		{"the one who is there counts as present", ruled(half, present, recused(false, true)), voted,
			expected{"ADOPTED", "SHARE 4/5 yes", "SHARE 2/3 yes", "", "RECUSED 1"}},
		{"the room with them", ruled(share("FOR", "SEATS", "PRESENT", "MORE_THAN", 1, 2)), voted,
			expected{"REJECTED", "NOTHING 0/0 yes", "SHARE 2/4 no", "", "RECUSED 1"}},
		{"the room without them", ruled(share("FOR", "SEATS", "PRESENT", "MORE_THAN", 1, 2), recused(false, false)), voted,
			expected{"ADOPTED", "NOTHING 0/0 yes", "SHARE 2/3 yes", "", "RECUSED 1"}},
	})
}
