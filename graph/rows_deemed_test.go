package graph_test

import "testing"

// The silence of owners who were served, where the bylaws count it; everybody
// has 100 m² but in the last row.
var deemedRows = []row{
	{"13", once(row13)},
	{"13b", once(row13b)},
	{"13c", once(row13c)},
	{"14", once(row14)},
	{"14b", []play{{"fewer served", row14b}, {"where silence makes no quorum", row14bStrict}}},
	{"15", []play{{"no majority to follow", row15}, {"where silence is an abstention", row15Abstaining}}},
	{"15b", once(row15b)},
}

const silenceFollows = `"deemed": {"basis": {"zh": "第十二条", "en": "art. 12"}, "direction": "FOLLOW_MAJORITY", "countsTowardQuorum": true}`

// silent lets groups of owners vote where the bylaws say something; nothing if
// they are empty.
func silent(t *testing.T, s *stage, bylaws string, motions []motion, groups ...bloc) *assembly {
	t.Helper()
	flats, choices, served := blocs(groups...)
	e := newEstate(t, s, inXiangtan, flats...)
	if bylaws != "" {
		e.policy(bylaws)
	}
	a := e.held(motions...)
	a.cast(choices)
	if len(served) > 0 {
		a.serve(served)
	}
	return a
}

// minhang is a vote of 2021: 703 of 1 291 papers came back, 584 were served and
// did not, four were never served.
var minhang = []bloc{
	{417, 41_700_00, "FOR", false}, {278, 27_800_00, "AGAINST", false}, {8, 800_00, "ABSTAIN", false},
	{584, 58_400_00, "", true}, {4, 400_00, "", false},
}

func row13(t *testing.T, s *stage) {
	a := silent(t, s, "", []motion{selectCompany}, minhang...)
	v := a.judged()
	a.came(v, "NOT_QUORATE", "70300.00<86066.67 703<861 41700.00≥35150.01 417≥352")
	if v.Deemed != nil || len(v.Otherwise) > 0 {
		t.Errorf("%+v, %+v", v.Deemed, v.Otherwise)
	}
}

func row13b(t *testing.T, s *stage) {
	a := silent(t, s, silenceFollows, []motion{selectCompany}, minhang...)
	v := a.judged()
	a.came(v, "ADOPTED", "128700.00≥86066.67 1287≥861 100100.00≥64350.01 1001≥644", "DEEMED_DECISIVE")
	a.given(v, "FOR 417/41700.00, AGAINST 278/27800.00, ABSTAIN 8/800.00")
	a.silence(v, "FOR", 584, 4)
	a.otherwise(v, "WITHOUT_DEEMED_VOTES", "NOT_QUORATE")
	if strict := asked(v.Otherwise[0].Clauses); strict != "70300.00<86066.67 703<861 41700.00≥35150.01 417≥352" {
		t.Errorf("strictly %s", strict)
	}
}

func row13c(t *testing.T, s *stage) {
	a := silent(t, s, silenceFollows, []motion{raiseFund}, minhang...)
	v := a.judged()
	a.came(v, "ADOPTED", "128700.00≥86066.67 1287≥861 100100.00≥96525.00 1001≥966", "DEEMED_DECISIVE", "NEEDS_REVIEW")
	a.otherwise(v, "WITHOUT_DEEMED_VOTES", "NOT_QUORATE")
}

// silence asserts what silence was counted as, of how many who were served.
func (a *assembly) silence(v verdict, countedAs string, served, unserved int) {
	a.Helper()
	if d := v.Deemed; d == nil || d.CountedAs != countedAs || d.Served.Heads != served || d.Unserved.Heads != unserved {
		a.Errorf("deemed %+v, want %s of %d, and %d not served", d, countedAs, served, unserved)
	}
}

func row14(t *testing.T, s *stage) {
	a := silent(t, s, silenceFollows, []motion{selectCompany, raiseFund}, thirtyToFifteen(20)...)
	v := a.judgedAt(0)
	a.came(v, "ADOPTED", "7000.00≥6666.67 70≥67 5000.00≥3500.01 50≥36", "DEEMED_DECISIVE")
	a.silence(v, "FOR", 20, 30)
	v = a.judgedAt(1)
	a.came(v, "REJECTED", "7000.00≥6666.67 70≥67 5000.00<5250.00 50<53", "DEEMED_DECISIVE", "NEEDS_REVIEW")
	a.silence(v, "FOR", 20, 30)
}

// thirtyToFifteen are a hundred owners of whom 50 voted, and some who did not
// were served.
func thirtyToFifteen(served int64) []bloc {
	return []bloc{
		{30, 3_000_00, "FOR", false}, {15, 1_500_00, "AGAINST", false}, {5, 500_00, "ABSTAIN", false},
		{served, served * 100_00, "", true}, {50 - served, (50 - served) * 100_00, "", false},
	}
}

func row14b(t *testing.T, s *stage) {
	a := silent(t, s, silenceFollows, []motion{selectCompany}, thirtyToFifteen(16)...)
	v := a.judged()
	a.came(v, "NOT_QUORATE", "6600.00<6666.67 66<67 4600.00≥3300.01 46≥34")
	a.silence(v, "FOR", 16, 34)
}

func row14bStrict(t *testing.T, s *stage) {
	a := silent(t, s, `"deemed": {"basis": {"zh": "第十二条", "en": "art. 12"}, "direction": "FOLLOW_MAJORITY", "countsTowardQuorum": false}`,
		[]motion{selectCompany}, thirtyToFifteen(20)...)
	a.came(a.judged(), "NOT_QUORATE", "5000.00<6666.67 50<67 5000.00≥3500.01 50≥36")
}

func row15(t *testing.T, s *stage) {
	a := silent(t, s, silenceFollows, []motion{selectCompany},
		bloc{25, 2_500_00, "FOR", false}, bloc{25, 2_500_00, "AGAINST", false}, bloc{20, 2_000_00, "", true}, bloc{30, 3_000_00, "", false})
	v := a.judged()
	a.came(v, "REJECTED", "7000.00≥6666.67 70≥67 2500.00<3500.01 25<36", "DEEMED_DECISIVE")
	a.silence(v, "ABSTAIN", 20, 30)
}

func row15Abstaining(t *testing.T, s *stage) {
	a := silent(t, s, `"deemed": {"basis": {"zh": "第十二条", "en": "art. 12"}, "direction": "ABSTAIN", "countsTowardQuorum": true}`,
		[]motion{selectCompany}, thirtyToFifteen(20)...)
	v := a.judged()
	a.came(v, "REJECTED", "7000.00≥6666.67 70≥67 3000.00<3500.01 30<36", "DEEMED_DECISIVE")
	a.silence(v, "ABSTAIN", 20, 30)
}

// Heads have one majority and the land has another: silence follows neither.
func row15b(t *testing.T, s *stage) {
	a := silent(t, s, silenceFollows, []motion{selectCompany},
		bloc{30, 2_400_00, "FOR", false}, bloc{20, 2_900_00, "AGAINST", false}, bloc{20, 2_000_00, "", true}, bloc{30, 2_700_00, "", false})
	v := a.judged()
	a.came(v, "REJECTED", "7300.00≥6666.67 70≥67 2400.00<3650.01 30<36", "DEEMED_DECISIVE", "SPLIT_MAJORITY")
	a.silence(v, "ABSTAIN", 20, 30)
}
