package graph_test

import "testing"

// Streets, by the codes of their districts (GB/T 2260): the law of the place
// follows from it.
const (
	inXiangtan = "430304004"
	inHangzhou = "330106009"
	inHenan    = "410102001"
	inShandong = "370102001"
	inBeijing  = "110105026"
	inZhoushan = "330902001"
)

// Owners' decisions under Civil Code art. 278; areas in 0.01 m².
var ownersRows = []row{
	{"1a", decided(selectCompany, w(300, 30_000_00), w(200, 20_000_00), w(101, 10_000_01), "ADOPTED", "20000.00≥20000.00 200≥200 10000.01≥10000.01 101≥101")},
	{"1b", decided(selectCompany, w(300, 30_000_00), w(200, 20_000_00), w(100, 10_000_00), "REJECTED", "20000.00≥20000.00 200≥200 10000.00<10000.01 100<101")},
	{"1c", decided(selectCompany, w(300, 30_000_00), w(200, 20_000_00), w(101, 10_000_00), "REJECTED", "20000.00≥20000.00 200≥200 10000.00<10000.01 101≥101")},
	{"2", decided(selectCompany, w(300, 30_000_00), w(199, 25_000_00), w(150, 20_000_00), "NOT_QUORATE", "25000.00≥20000.00 199<200 20000.00≥12500.01 150≥100")},
	{"3a", decided(selectCompany, w(301, 100_000_00), w(200, 80_000_00), w(200, 80_000_00), "NOT_QUORATE", "80000.00≥66666.67 200<201 80000.00≥40000.01 200≥101")},
	{"3b", decided(selectCompany, w(301, 100_000_00), w(201, 66_666_67), w(180, 60_000_00), "ADOPTED", "66666.67≥66666.67 201≥201 60000.00≥33333.34 180≥101")},
	{"3c", decided(selectCompany, w(301, 100_000_00), w(201, 66_666_66), w(180, 60_000_00), "NOT_QUORATE", "66666.66<66666.67 201≥201 60000.00≥33333.34 180≥101")},
	{"4", once(row4)},
	{"5a", decided(raiseFund, w(300, 30_000_00), w(200, 20_000_00), w(150, 15_000_00), "ADOPTED", "20000.00≥20000.00 200≥200 15000.00≥15000.00 150≥150")},
	{"5b", decided(raiseFund, w(300, 30_000_00), w(200, 20_000_00), w(149, 15_000_00), "REJECTED", "20000.00≥20000.00 200≥200 15000.00≥15000.00 149<150")},
	{"5c", decided(raiseFund, w(300, 30_000_00), w(200, 20_000_00), w(150, 14_999_99), "REJECTED", "20000.00≥20000.00 200≥200 14999.99<15000.00 150≥150")},
	{"6", once(row6)},
	{"10", once(row10)},
	{"22", []play{
		{"a third of the heads", objecting(30, 2_900_00, "ADOPTED", "2900.00≥3000.00 30≥30")},
		{"one objector more", objecting(31, 2_900_00, "REJECTED", "2900.00≥3000.00 31<30")},
	}},
}

// weight is how many heads, and how much area of 0.01 m².
type weight struct{ heads, area int64 }

func w(heads, area int64) weight { return weight{heads, area} }

// decided is a vote of so many owners, of whom some took part and some of these
// were in favour; the others who took part were against.
func decided(m motion, all, part, inFavour weight, outcome, clauses string) []play {
	return once(func(t *testing.T, s *stage) {
		voted(t, s, []bloc{
			{inFavour.heads, inFavour.area, "FOR", false},
			{part.heads - inFavour.heads, part.area - inFavour.area, "AGAINST", false},
			{all.heads - part.heads, all.area - part.area, "", false},
		}, m, outcome, clauses)
	})
}

// voted lets groups of owners vote on a motion, and answers the verdict and the
// assembly.
func voted(t *testing.T, s *stage, groups []bloc, m motion, outcome, clauses string) (*assembly, verdict) {
	t.Helper()
	flats, choices, _ := blocs(groups...)
	a := newEstate(t, s, inXiangtan, flats...).held(m)
	a.cast(choices)
	v := a.judged()
	a.came(v, outcome, clauses)
	return a, v
}

// The owner of a shop with more than a third of the land stays away, and one
// flat.
func row4(t *testing.T, s *stage) {
	voted(t, s, []bloc{
		{110, 11_000_00, "FOR", false}, {8, 1_000_00, "AGAINST", false}, {1, 7_900_00, "", false}, {1, 100_00, "", false},
	}, selectCompany, "NOT_QUORATE", "12000.00<13333.34 118≥80 11000.00≥6000.01 110≥60")
}

// The same ballots adopt what half may adopt, and not what takes three quarters.
func row6(t *testing.T, s *stage) {
	flats, choices, _ := blocs(bloc{130, 13_000_00, "FOR", false}, bloc{70, 7_000_00, "AGAINST", false}, bloc{100, 10_000_00, "", false})
	a := newEstate(t, s, inXiangtan, flats...).held(useFund, raiseFund)
	a.cast(choices)
	a.came(a.judgedAt(0), "ADOPTED", "20000.00≥20000.00 200≥200 13000.00≥10000.01 130≥101")
	a.came(a.judgedAt(1), "REJECTED", "20000.00≥20000.00 200≥200 13000.00<15000.00 130<150")
}

// Who abstains takes part: more than twice as many for as against are not
// enough.
func row10(t *testing.T, s *stage) {
	a, v := voted(t, s, []bloc{
		{99, 9_900_00, "FOR", false}, {40, 4_000_00, "AGAINST", false}, {61, 6_100_00, "ABSTAIN", false}, {100, 10_000_00, "", false},
	}, selectCompany, "REJECTED", "20000.00≥20000.00 200≥200 9900.00<10000.01 99<101")
	a.given(v, "FOR 99/9900.00, AGAINST 40/4000.00, ABSTAIN 61/6100.00")
}

// Objectors may be a third of the heads and of the land (Henan art. 66); that
// silence passes contradicts the Civil Code, and is said. What is needed is here
// what is still allowed.
func objecting(heads, area int64, outcome, clauses string) func(*testing.T, *stage) {
	return func(t *testing.T, s *stage) {
		flats, choices, _ := blocs(bloc{heads, area, "AGAINST", false}, bloc{90 - heads, 9_000_00 - area, "", false})
		a := newEstate(t, s, inHenan, flats...).held(motion{matter: "MAINTENANCE_FUND_USE_BY_OBJECTION"})
		a.cast(choices)
		a.came(a.judged(), outcome, clauses, "RULE_CONFLICT")
	}
}
