package graph_test

import "testing"

// Elections of owners' committees (Hangzhou arts. 16, 27 and 28).
var electionRows = []row{
	{"26", []play{{"the tie is broken", row26}, {"tied again", row26TiedAgain}}},
	{"27", once(row27)},
	{"28", once(row28)},
}

// lastSeat are 240 of 300 owners, with 24 000 of 30 000 m². Each marks at most
// seven of the eleven candidates; flats of different sizes are what it takes that
// each candidate has the heads and the area of the example at once.
var lastSeat = []electors{
	{45, 3_100_00, []int{1, 3, 4, 5, 8, 9, 10}},
	{15, 1_100_00, []int{1, 2, 3, 4, 5, 8, 9}},
	{10, 1_500_00, []int{1, 2, 3, 4, 5, 6, 9}},
	{40, 4_000_00, []int{2, 3, 4, 5, 6, 7, 9}},
	{30, 2_200_00, []int{1, 2, 3, 4, 6, 7, 9}},
	{10, 1_300_00, []int{1, 2, 3, 4, 6, 7, 11}},
	{5, 800_00, []int{1, 2, 3, 6, 7, 8, 11}},
	{35, 2_900_00, []int{1, 2, 6, 7, 8, 10, 11}},
	{25, 2_900_00, []int{1, 2, 5, 6, 7, 8, 10}},
	{5, 900_00, []int{1, 2, 3, 5, 7, 8, 10}},
	{15, 1_500_00, []int{1, 2, 3, 4, 5, 8, 10}},
	{5, 1_800_00, []int{1, 3, 4, 5, 8, 10}},
}

// forSeven is the election up to its tie: by heads C4 comes before C5, though it
// has less area, and C9 has not half of the area.
func forSeven(t *testing.T, s *stage) *contest {
	t.Helper()
	c := newContest(t, s, w(300, 30_000_00), 11, lastSeat)
	c.convenes()
	c.objectedTo(11)
	c.opens()
	c.refused(c.who("00001"), castBallots, values{"ballots": c.marking("00001", 1, 2, 3, 4, 5, 6, 7, 8)}, "TOO_MANY_MARKS")
	c.returned(c.counted(), "TIED", "TIE_BREAK_REQUIRED",
		"C1 ELECTED 1 200/20000.00", "C2 ELECTED 2 190/19100.00", "C3 ELECTED 3 180/18200.00", "C4 ELECTED 4 170/16500.00",
		"C5 ELECTED 5 160/16800.00", "C6 ELECTED 6 155/15600.00", "C7 TIED 7 150/15000.00", "C8 TIED 7 150/15000.00",
		"C10 ALTERNATE 9 130/13100.00", "C9 NOT_ELECTED 0 140/11900.00", "C11 NOT_ELECTED 0 50/5000.00")
	return c
}

// C8 wins the last seat by heads. C7 is the first to move up, then C10.
func row26(t *testing.T, s *stage) {
	c := forSeven(t, s)
	tie := c.breaksTie()
	tie.returned(tie.between("777887887787"), "ADOPTED", "ESTABLISHED", "C8 ELECTED 1 125/11400.00", "C7 ALTERNATE 2 115/12600.00")
	c.final()
	c.owes(c.people[0], "ANSWER_ELECTION", 1).is("viewer.todo.todos.0.subject.id", c.papers[1])
	c.owes(c.people[8], "ANSWER_ELECTION", 0)
	c.accepts(1, 2, 3, 4, 5)
	c.owes(c.people[0], "ANSWER_ELECTION", 0)
	tie.answers(8, true, "WRONG_STATE")
	tie.final()
	tie.accepts(8)
	c.vacant(1)
	tie.answers(7, true, "NO_SEAT_FREE")
	c.answers(6, false).is("acceptElection.candidate.status", "DECLINED")
	c.answers(10, true, "ALTERNATE_AHEAD")
	tie.accepts(7)
	c.vacant(0)
	c.answers(9, true, "NOT_ELECTED")
}

// Equal in heads and in area once more: the seat stays vacant.
func row26TiedAgain(t *testing.T, s *stage) {
	c := forSeven(t, s)
	tie := c.breaksTie()
	tie.returned(tie.between("788887877887"), "ADOPTED", "ESTABLISHED_WITH_VACANCIES",
		"C7 NOT_ELECTED 1 120/12000.00", "C8 NOT_ELECTED 1 120/12000.00")
	c.final()
	tie.final()
	c.accepts(1, 2, 3, 4, 5, 6)
	tie.answers(7, true, "NOT_ELECTED")
	c.vacant(1)
}

// Six have more than half of those who took part, two exactly half: that is a
// committee with a vacancy, for which there is a by-election.
func row27(t *testing.T, s *stage) {
	c := newContest(t, s, w(120, 12_000_00), 8, []electors{
		{10, 1_000_00, []int{1, 2, 3, 4, 5, 6, 7}}, {10, 1_000_00, []int{1, 2, 3, 4, 5, 6, 8}},
		{30, 3_000_00, []int{1, 2, 3, 4, 5, 6}}, {30, 3_000_00, []int{7, 8}},
	})
	c.convenes()
	c.opens()
	c.returned(c.counted(), "ADOPTED", "ESTABLISHED_WITH_VACANCIES",
		"C1 ELECTED 1 50/5000.00", "C2 ELECTED 1 50/5000.00", "C3 ELECTED 1 50/5000.00", "C4 ELECTED 1 50/5000.00", "C5 ELECTED 1 50/5000.00",
		"C6 ELECTED 1 50/5000.00", "C7 NOT_ELECTED 0 40/4000.00", "C8 NOT_ELECTED 0 40/4000.00")
	c.final()
	c.accepts(1, 2, 3, 4, 5, 6)
	c.answers(7, true, "NOT_ELECTED")
	c.vacant(1)
}

// Three are fewer than the five that a committee needs: none of them is seated.
func row28(t *testing.T, s *stage) {
	c := newContest(t, s, w(120, 12_000_00), 8, []electors{
		{40, 4_000_00, []int{1, 2, 3, 4, 5, 6, 7}}, {10, 1_000_00, []int{1, 2, 3, 8}}, {30, 3_000_00, []int{8}},
	})
	c.convenes()
	c.opens()
	c.returned(c.counted(), "REJECTED", "NOT_ESTABLISHED",
		"C1 NOT_ELECTED 1 50/5000.00", "C2 NOT_ELECTED 1 50/5000.00", "C3 NOT_ELECTED 1 50/5000.00", "C4 NOT_ELECTED 0 40/4000.00",
		"C5 NOT_ELECTED 0 40/4000.00", "C6 NOT_ELECTED 0 40/4000.00", "C7 NOT_ELECTED 0 40/4000.00", "C8 NOT_ELECTED 0 40/4000.00")
	c.final()
	c.answers(1, true, "NOT_ELECTED")
	c.vacant(7)
}
