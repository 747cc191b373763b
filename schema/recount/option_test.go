package recount_test

import (
	"strconv"
	"testing"

	"sifang/schema/recount"
)

// papers is a written vote in which each text is a paper and lists the options
// marked on it by their letters; an empty one was not handed in.
func papers(kind string, options string, marked ...string) object {
	return with(weighted(marked, func(int) int { return 10000 }), object{"kind": kind, "options": choosing(options)})
}

// choosing are options with a letter each; a small n is none of the others.
func choosing(letters string) []object {
	options := []object{}
	for _, letter := range letters {
		o := object{"id": string(letter)}
		if letter == 'n' {
			o["none"] = true
		}
		options = append(options, o)
	}
	return options
}

func weighted(marked []string, area func(int) int) object {
	roll, ballots := []object{}, []object{}
	for i, letters := range marked {
		n := strconv.Itoa(i)
		roll = append(roll, object{"id": "u" + n, "voters": list(object{"person": "p" + n}), "weights": object{"heads": 1, "seats": 1, "area": area(i)}})
		marks := []string{}
		for _, letter := range letters {
			marks = append(marks, string(letter))
		}
		if letters != "" {
			ballots = append(ballots, object{"id": "b" + n, "entry": "u" + n, "person": "p" + n, "marks": marks})
		}
	}
	return object{"written": true, "roll": roll, "ballots": ballots}
}

// times repeats papers: times(90, "X", 70, "Y").
func times(parts ...any) []string {
	var all []string
	for i := 0; i+1 < len(parts); i += 2 {
		for range parts[i].(int) {
			all = append(all, parts[i+1].(string))
		}
	}
	return all
}

// TestChoice: which company is to be engaged.
func TestChoice(t *testing.T) {
	for _, c := range []struct {
		judged
		choices string
	}{
		{judged{"no plurality wins", ordinary(), papers("CHOICE", "XYn", times(90, "X", 70, "Y", 40, "n", 100, "")...),
			expected{"REJECTED", "ALL 2/2 yes, SHARE 200/300 yes, SHARE 2000000/3000000 yes", "ALL 0/2 no, SHARE 90/200 no, SHARE 900000/2000000 no", "", ""}},
			"X 90 NOT_ELECTED, Y 70 NOT_ELECTED, n 40 NOT_ELECTED"},
		{judged{"one has more than half", ordinary(), papers("CHOICE", "XYn", times(70, "X", 101, "Y", 29, "n", 100, "")...),
			expected{"ADOPTED", "ALL 2/2 yes, SHARE 200/300 yes, SHARE 2000000/3000000 yes", "ALL 2/2 yes, SHARE 101/200 yes, SHARE 1010000/2000000 yes", "", ""}},
			"Y 101 rank 1 ELECTED, X 70 NOT_ELECTED, n 29 NOT_ELECTED"},
		{judged{"none of them", ordinary(), papers("CHOICE", "XYn", times(1, "X", 2, "n")...),
			expected{"REJECTED", "ALL 2/2 yes, SHARE 3/3 yes, SHARE 30000/30000 yes", "ALL 0/2 no, SHARE 1/3 no, SHARE 10000/30000 no", "", ""}},
			"X 1 NOT_ELECTED, Y 0 NOT_ELECTED, n 2 NOT_ELECTED"},
		{judged{"no quorum", ordinary(), papers("CHOICE", "XY", times(1, "X", 2, "")...),
			expected{"NOT_QUORATE", "ALL 0/2 no, SHARE 1/3 no, SHARE 10000/30000 no", "ALL 2/2 yes, SHARE 1/1 yes, SHARE 10000/10000 yes", "", ""}},
			"X 1 rank 1 NOT_ELECTED, Y 0 NOT_ELECTED"},
		{judged{"two marks each, and both reach it", ordinary(), with(papers("CHOICE", "XYZ", times(2, "XY", 1, "Y")...), object{"mostMarks": 2}),
			expected{"ADOPTED", "ALL 2/2 yes, SHARE 3/3 yes, SHARE 30000/30000 yes", "ALL 2/2 yes, SHARE 3/3 yes, SHARE 30000/30000 yes", "", ""}},
			"Y 3 rank 1 ELECTED, X 2 rank 2 ELECTED, Z 0 NOT_ELECTED"},
		{judged{"two marks each, and two are equal in front", ordinary(), with(papers("CHOICE", "XYZ", times(3, "XY")...), object{"mostMarks": 2}),
			expected{"ADOPTED", "ALL 2/2 yes, SHARE 3/3 yes, SHARE 30000/30000 yes", "ALL 2/2 yes, SHARE 3/3 yes, SHARE 30000/30000 yes", "", ""}},
			"X 3 rank 1 ELECTED, Y 3 rank 1 ELECTED, Z 0 NOT_ELECTED"},
		{judged{"one mark each, and two are equal in front", ruled(share("FOR", "HEADS", "VALID", "AT_LEAST", 1, 4)), papers("CHOICE", "WXYZ", times(2, "X", 3, "Y", 3, "Z")...),
			expected{"TIED", "NOTHING 0/0 yes", "SHARE 3/8 yes", "", ""}},
			"Y 3 rank 1 TIED, Z 3 rank 1 TIED, X 2 rank 3 NOT_ELECTED, W 0 NOT_ELECTED"},
		{judged{"one mark each, and one is in front of two", ruled(share("FOR", "HEADS", "VALID", "AT_LEAST", 1, 4)), papers("CHOICE", "XYZ", times(2, "X", 4, "Y", 2, "Z")...),
			expected{"ADOPTED", "NOTHING 0/0 yes", "SHARE 4/8 yes", "", ""}},
			"Y 4 rank 1 ELECTED, X 2 rank 2 ELECTED, Z 2 rank 2 ELECTED"},
		{judged{"a condition is lacking", ordinary(object{"conditions": list(condition("HEARD", "BLOCKS"))}), papers("CHOICE", "XY", "X", "X"),
			expected{"REJECTED", "ALL 2/2 yes, SHARE 2/2 yes, SHARE 20000/20000 yes", "ALL 2/2 yes, SHARE 2/2 yes, SHARE 20000/20000 yes", "", ""}},
			"X 2 rank 1 NOT_ELECTED, Y 0 NOT_ELECTED"},
		{judged{"papers that say nothing lawful", ordinary(), papers("CHOICE", "XYn", "X", "X", "XY", "Xn", "XX", "?", "X?"),
			expected{"NOT_QUORATE", "ALL 0/2 no, SHARE 2/7 no, SHARE 20000/70000 no", "ALL 2/2 yes, SHARE 2/2 yes, SHARE 20000/20000 yes", "", "NOT_A_CHOICE 4, TOO_MANY_MARKS 1"}},
			"X 2 rank 1 NOT_ELECTED, Y 0 NOT_ELECTED, n 0 NOT_ELECTED"},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := counted(t, c.rule, c.count)
			c.want.hold(t, r)
			if got := choicesOf(r); got != c.choices {
				t.Errorf("%s, want %s", got, c.choices)
			}
		})
	}
}

// TestTooManyMarks is an invalid paper.
func TestTooManyMarks(t *testing.T) {
	r := counted(t, ordinary(takingPart), papers("CHOICE", "XY", "X", "X", "XY"))
	expected{"ADOPTED", "ALL 2/2 yes, SHARE 3/3 yes, SHARE 30000/30000 yes", "ALL 2/2 yes, SHARE 2/3 yes, SHARE 20000/30000 yes", "", "TOO_MANY_MARKS 1"}.hold(t, r)
	if r.Invalid.Entries != 1 || len(r.Otherwise) != 1 || r.Otherwise[0].Reading != "INVALID_EXCLUDED" {
		t.Errorf("%+v, %s", r.Invalid, otherwise(r))
	}
}

func electing(more ...object) object {
	e := object{"ranking": list("HEADS", "AREA"), "secondTie": "LEAVE_VACANT", "marksAtMostSeats": true, "moreCandidatesThanSeats": false}
	for _, one := range more {
		e = with(e, one)
	}
	return object{"election": e}
}

// result of an election, in words.
func elected(r recount.Result) string { return string(r.Election) + ": " + choicesOf(r) }

// TestElection fills seats by rank.
func TestElection(t *testing.T) {
	half := halfOf("PARTICIPATING")
	few := electing(object{"leastSeats": 2, "leastShare": object{"compare": "MORE_THAN", "fraction": object{"num": 1, "den": 2}}})
	fill := func(seats, by int) object { return object{"fill": seats, "standBy": by} }
	for _, c := range []struct {
		name        string
		rule, count object
		outcome     string
		want        string
	}{
		{"two of three seats by rank", ruled(half, electing()), with(papers("ELECTION", "ABCn", times(3, "AB", 1, "AC", 1, "B")...), fill(2, 0)),
			"ADOPTED", "ESTABLISHED: A 4 rank 1 ELECTED, B 4 rank 1 ELECTED, C 1 NOT_ELECTED, n 0 NOT_ELECTED"},
		{"one more seat than qualified, half is filled", ruled(half, few), with(papers("ELECTION", "ABC", times(3, "AB", 1, "C")...), fill(3, 0)),
			"ADOPTED", "ESTABLISHED_WITH_VACANCIES: A 3 rank 1 ELECTED, B 3 rank 1 ELECTED, C 1 NOT_ELECTED"},
		{"too few", ruled(half, few), with(papers("ELECTION", "ABC", times(3, "A", 1, "C")...), fill(3, 0)),
			"REJECTED", "NOT_ESTABLISHED: A 3 rank 1 NOT_ELECTED, C 1 NOT_ELECTED, B 0 NOT_ELECTED"},
		{"nobody", ruled(half, electing()), with(papers("ELECTION", "ABn", times(2, "n", 1, "A")...), fill(1, 0)),
			"REJECTED", "NOT_ESTABLISHED: A 1 NOT_ELECTED, B 0 NOT_ELECTED, n 2 NOT_ELECTED"},
		{"a tie for the last seat", ruled(half, electing()), with(papers("ELECTION", "ABC", times(2, "AB", 2, "AC", 1, "BC")...), fill(2, 0)),
			"TIED", "TIE_BREAK_REQUIRED: A 4 rank 1 ELECTED, B 3 rank 2 TIED, C 3 rank 2 TIED"},
		{"area decides between equal heads", ruled(half, electing(object{"marksAtMostSeats": false})),
			with(weighted(list("AB", "AB", "A", "B"), func(i int) int { return 100 + i }), object{"kind": "ELECTION", "options": choosing("AB"), "fill": 1, "mostMarks": 2}),
			"ADOPTED", "ESTABLISHED: B 3 rank 1 ELECTED, A 3 rank 2 NOT_ELECTED"},
		{"the second tie leaves the seat vacant", ruled(half, electing()), with(papers("ELECTION", "BC", times(2, "B", 2, "C")...), with(fill(1, 0), object{"tieBreak": true})),
			"ADOPTED", "ESTABLISHED_WITH_VACANCIES: B 2 rank 1 NOT_ELECTED, C 2 rank 1 NOT_ELECTED"},
		{"or is voted on again", ruled(half, electing(object{"secondTie": "VOTE_AGAIN"})), with(papers("ELECTION", "BC", times(2, "B", 2, "C")...), with(fill(1, 0), object{"tieBreak": true})),
			"TIED", "TIE_BREAK_REQUIRED: B 2 rank 1 TIED, C 2 rank 1 TIED"},
		{"a vote between those tied asks for no approval", ruled(half, electing(object{"leastSeats": 5})), with(papers("ELECTION", "BCn", times(2, "B", 1, "C", 4, "n")...), with(fill(1, 0), object{"tieBreak": true})),
			"ADOPTED", "ESTABLISHED: B 2 rank 1 ELECTED, C 1 rank 2 NOT_ELECTED, n 4 NOT_ELECTED"},
		{"more marks than seats", ruled(half, electing()), with(papers("ELECTION", "AB", times(3, "AB", 1, "A")...), with(fill(1, 0), object{"mostMarks": 2})),
			"ADOPTED", "ESTABLISHED: A 1 rank 1 ELECTED, B 0 NOT_ELECTED"},
		{"no quorum", ruled(half, electing(), twoThirds), with(papers("ELECTION", "AB", times(1, "A", 1, "")...), fill(1, 0)),
			"NOT_QUORATE", "NOT_QUORATE: A 1 rank 1 NOT_ELECTED, B 0 NOT_ELECTED"},
		{"marks beyond the seats, where the rule leaves them to the vote", ruled(half, electing(object{"marksAtMostSeats": false})), with(papers("ELECTION", "ABC", times(3, "AB", 1, "BC")...), with(fill(1, 0), object{"mostMarks": 2})),
			"ADOPTED", "ESTABLISHED: B 4 rank 1 ELECTED, A 3 rank 2 NOT_ELECTED, C 1 NOT_ELECTED"},
		{"a place is kept for the loser of a tie", ruled(half, electing(object{"marksAtMostSeats": false, "alternates": object{"mustQualify": true}})),
			with(papers("ELECTION", "ABCD", times(3, "ABCD", 1, "AB", 1, "D")...), with(fill(1, 2), object{"mostMarks": 4})),
			"TIED", "TIE_BREAK_REQUIRED: A 4 rank 1 TIED, B 4 rank 1 TIED, D 4 rank 1 TIED, C 3 rank 4 NOT_ELECTED"},
		{"alternates behind, one for each seat", ruled(half, electing(object{"marksAtMostSeats": false, "alternates": object{"mostPerSeat": 1, "mustQualify": true}})),
			with(papers("ELECTION", "ABCD", times(3, "ABC", 1, "BCD", 1, "B")...), with(fill(1, 2), object{"mostMarks": 3})),
			"ADOPTED", "ESTABLISHED: B 5 rank 1 ELECTED, C 4 rank 2 ALTERNATE, A 3 rank 3 NOT_ELECTED, D 1 NOT_ELECTED"},
		{"alternates who did not qualify, of whom two are equal for the last place", ruled(half, electing(object{"marksAtMostSeats": false, "alternates": object{"mustQualify": false}})),
			with(papers("ELECTION", "ABCD", times(3, "AB", 1, "BC", 1, "D", 1, "CD")...), with(fill(1, 2), object{"mostMarks": 3})),
			"ADOPTED", "ESTABLISHED: B 4 rank 1 ELECTED, A 3 ALTERNATE, C 2 NOT_ELECTED, D 2 NOT_ELECTED"},
		{"nobody passes those who are equal for the last place", ruled(half, electing(object{"alternates": object{"mustQualify": false}})),
			with(papers("ELECTION", "ABCDn", times(5, "A", 1, "B", 1, "C")...), fill(1, 1)),
			"ADOPTED", "ESTABLISHED: A 5 rank 1 ELECTED, B 1 NOT_ELECTED, C 1 NOT_ELECTED, D 0 NOT_ELECTED, n 0 NOT_ELECTED"},
		{"not on the agenda", ruled(half, electing(), object{"agendaMustBeNoticed": true}), with(papers("ELECTION", "AB", "A"), fill(1, 0)),
			"VOID", "NOT_ESTABLISHED: A 1 rank 1 NOT_ELECTED, B 0 NOT_ELECTED"},
		{"a condition is lacking", ruled(half, electing(), object{"conditions": list(condition("HEARD", "BLOCKS"))}), with(papers("ELECTION", "AB", "A"), fill(1, 0)),
			"REJECTED", "NOT_ESTABLISHED: A 1 rank 1 NOT_ELECTED, B 0 NOT_ELECTED"},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := counted(t, c.rule, c.count)
			if string(r.Outcome) != c.outcome || elected(r) != c.want {
				t.Errorf("%s, %s; want %s, %s", r.Outcome, elected(r), c.outcome, c.want)
			}
		})
	}
}

// TestElectionOfOwners elects seven of eleven candidates, of whom two are equal
// for the last seat. Heads rank first, and an alternate needs the legal votes
// in both measures as well.
func TestElectionOfOwners(t *testing.T) {
	votes := []struct{ heads, area int }{
		{200, 20000}, {190, 19100}, {180, 18200}, {170, 16500}, {160, 16800}, {155, 15600},
		{150, 15000}, {150, 15000}, {140, 11900}, {130, 13100}, {50, 5000},
	}
	// 119 owners of 150 m², 119 of 50 m², two of 100 m², and sixty who are silent.
	marked := make([]string, 300)
	for i, v := range votes {
		letter := string(rune('A' + i))
		heads, area := v.heads, v.area
		for k := 0; (area-50*heads)%100 != 0 || k < 1+i%2; k++ {
			marked[238+k] += letter
			heads, area = heads-1, area-100
		}
		large := (area - 50*heads) / 100
		for k := range large {
			marked[(k+13*i)%119] += letter
		}
		for k := range heads - large {
			marked[119+(k+13*i)%119] += letter
		}
	}
	size := func(i int) int {
		switch {
		case i < 119:
			return 15000
		case i < 238:
			return 5000
		default:
			return 10000
		}
	}
	count := with(weighted(marked, size), object{
		"kind": "ELECTION", "options": choosing("ABCDEFGHIJK"), "fill": 7, "standBy": 2, "mostMarks": 11,
	})
	rule := ordinary(electing(object{"marksAtMostSeats": false, "alternates": object{"mustQualify": true}}))
	r := counted(t, rule, count)
	want := "TIE_BREAK_REQUIRED: A 200 rank 1 ELECTED, B 190 rank 2 ELECTED, C 180 rank 3 ELECTED, D 170 rank 4 ELECTED, " +
		"E 160 rank 5 ELECTED, F 155 rank 6 ELECTED, G 150 rank 7 TIED, H 150 rank 7 TIED, J 130 rank 9 ALTERNATE, " +
		"I 140 NOT_ELECTED, K 50 NOT_ELECTED"
	if r.Outcome != "TIED" || elected(r) != want {
		t.Errorf("%s, %s; want %s", r.Outcome, elected(r), want)
	}
	for i, v := range votes {
		for _, c := range r.Choices {
			if c.Option == string(rune('A'+i)) && (c.For.Entries != int64(v.heads) || c.For.Weights.Area != int64(v.area)*100) {
				t.Errorf("%s: %+v, want %+v", c.Option, c.For, v)
			}
		}
	}
}

// TestRunOff elects by a plurality of at least a third of the papers cast,
// blank and invalid ones included.
func TestRunOff(t *testing.T) {
	third := ruled(share("FOR", "HEADS", "PAPERS_CAST", "AT_LEAST", 1, 3), electing(object{"ranking": list("HEADS")}))
	for _, c := range []struct {
		papers []string
		want   string
	}{
		{times(15, "B", 14, "D", 16, "E"), "ESTABLISHED: E 16 rank 1 ELECTED, B 15 rank 2 NOT_ELECTED, D 14 NOT_ELECTED"},
		{times(14, "B", 14, "D", 14, "E", 3, "?"), "NOT_ESTABLISHED: B 14 NOT_ELECTED, D 14 NOT_ELECTED, E 14 NOT_ELECTED"},
		{times(14, "B", 13, "D", 12, "E", 6, "BD"), "NOT_ESTABLISHED: B 14 NOT_ELECTED, D 13 NOT_ELECTED, E 12 NOT_ELECTED"},
	} {
		r := counted(t, third, with(papers("ELECTION", "BDE", c.papers...), object{"fill": 1}))
		if elected(r) != c.want {
			t.Errorf("%s, want %s", elected(r), c.want)
		}
	}
}
