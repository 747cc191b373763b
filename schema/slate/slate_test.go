package slate

import (
	"testing"

	"pgregory.net/rapid"

	"sifang/schema"
	"sifang/schema/fault"
	"sifang/schema/ident"
)

// id is an identifier that only tests know.
func id(n int) ident.ID { return ident.ID{15: byte(n)} }

const (
	elected    = schema.CandidateOutcomeElected
	alternate  = schema.CandidateOutcomeAlternate
	tied       = schema.CandidateOutcomeTied
	notElected = schema.CandidateOutcomeNotElected
	accepted   = schema.CandidateStatusAccepted
	declined   = schema.CandidateStatusDeclined
	listed     = schema.CandidateStatusListed
)

// drawn is a slate of these lines, the candidates numbered from 1.
func drawn(lines ...Line) Slate {
	for i := range lines {
		lines[i].Candidate = id(i + 1)
	}
	return lines
}

func TestTakesUp(t *testing.T) {
	seated := Line{Outcome: elected, Status: accepted}
	no := Line{Outcome: elected, Status: declined}
	gone := Line{Outcome: elected, Status: accepted, Left: true}
	struck := Line{Outcome: elected, Barred: true}
	waits := func(place int) Line { return Line{Outcome: alternate, Place: place, Status: listed} }
	for name, c := range map[string]struct {
		slate   Slate
		who     int
		decided bool
		want    fault.Code
	}{
		"elected":                           {drawn(Line{Outcome: elected}), 1, false, ""},
		"elected, with an objection upheld": {drawn(struck), 1, true, fault.ObjectionUpheld},
		"not elected":                       {drawn(Line{Outcome: notElected}), 1, true, fault.NotElected},
		"tied":                              {drawn(Line{Outcome: tied}), 1, true, fault.NotElected},
		"not on the slate":                  {drawn(seated), 9, true, fault.NotElected},
		"an alternate, every seat taken":    {drawn(seated, waits(1)), 2, true, fault.NoSeatFree},
		"an alternate, somebody has not answered":  {drawn(Line{Outcome: elected}, waits(1)), 2, true, fault.NoSeatFree},
		"an alternate, a seat declined":            {drawn(no, waits(1)), 2, false, ""},
		"an alternate, a seat left":                {drawn(gone, waits(1)), 2, false, ""},
		"an alternate, an objection upheld":        {drawn(struck, waits(1)), 2, false, ""},
		"the second, one seat":                     {drawn(no, waits(1), waits(2)), 3, true, fault.AlternateAhead},
		"the second, two seats":                    {drawn(no, gone, waits(1), waits(2)), 4, false, ""},
		"the second, the first declined":           {drawn(no, Line{Outcome: alternate, Place: 1, Status: declined}, waits(2)), 3, false, ""},
		"the second, the first struck":             {drawn(no, Line{Outcome: alternate, Place: 1, Barred: true}, waits(2)), 3, false, ""},
		"the second, the first moved up":           {drawn(no, Line{Outcome: alternate, Place: 1, Status: accepted}, waits(2)), 3, true, fault.NoSeatFree},
		"the second, the first moved up and left":  {drawn(no, Line{Outcome: alternate, Place: 1, Status: accepted, Left: true}, waits(2)), 3, false, ""},
		"equals, one seat":                         {drawn(no, waits(1), waits(1)), 3, false, fault.AlternatesEqual},
		"equals, one seat, and the order decided":  {drawn(no, waits(1), waits(1)), 3, true, ""},
		"equals, a seat for each":                  {drawn(no, no, waits(1), waits(1)), 4, false, ""},
		"equals behind one ahead":                  {drawn(no, waits(1), waits(2), waits(2)), 4, true, fault.AlternateAhead},
		"while a tie is not broken":                {drawn(no, Line{Outcome: tied}, Line{Outcome: tied}, waits(3)), 4, true, fault.TieNotBroken},
		"while a tie is not broken, no seat free":  {drawn(seated, Line{Outcome: tied}, Line{Outcome: tied}, waits(3)), 4, true, fault.NoSeatFree},
		"an alternate to whom an objection stands": {drawn(no, Line{Outcome: alternate, Place: 1, Barred: true}), 2, true, fault.ObjectionUpheld},
	} {
		t.Run(name, func(t *testing.T) {
			var got fault.Code
			if refused := c.slate.TakesUp(id(c.who), c.decided); refused != nil {
				got = refused.Code
			}
			if got != c.want {
				t.Errorf("refused with %q, want %q", got, c.want)
			}
		})
	}
}

// However people accept, decline and leave, there are never more in the seats
// than seats, and no alternate ever sits while one with more votes waits.
func TestSuccession(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		seats := rapid.IntRange(1, 4).Draw(t, "seats")
		var s Slate
		for range seats {
			s = append(s, Line{Outcome: elected})
		}
		place := 0
		for range rapid.IntRange(0, 4).Draw(t, "alternates") {
			place += rapid.IntRange(0, 1).Draw(t, "fewer votes")
			s = append(s, Line{Outcome: alternate, Place: place})
		}
		s = drawn(s...)
		for range 20 {
			i := rapid.IntRange(0, len(s)-1).Draw(t, "who")
			answered := s[i].Status == accepted || s[i].Status == declined
			switch what := rapid.IntRange(0, 3).Draw(t, "what"); {
			case what == 0 && !answered:
				s[i].Status = declined
			case what == 1 && s[i].Status == accepted:
				s[i].Left = true
			case what > 1 && !answered && s.TakesUp(s[i].Candidate, rapid.Bool().Draw(t, "decided")) == nil:
				for _, other := range s {
					if other.waits() && other.Place < s[i].Place && s[i].Outcome == alternate && s.Free() < 2 {
						t.Fatalf("%v passed %v", s[i], other)
					}
				}
				s[i].Status = accepted
			}
			if sits := s.sitting(); sits > seats {
				t.Fatalf("%d sit in %d seats: %v", sits, seats, s)
			}
		}
	})
}

func (s Slate) sitting() int {
	n := 0
	for _, l := range s {
		if l.Status == accepted && !l.Left {
			n++
		}
	}
	return n
}

// The election filled a seat, two were tied for the second, and one more stands
// by. The tie was broken, and the loser stands by before that one.
func TestBroken(t *testing.T) {
	first := Slate{
		{Candidate: id(1), Outcome: elected}, {Candidate: id(2), Outcome: tied}, {Candidate: id(3), Outcome: tied},
		{Candidate: id(4), Outcome: alternate, Place: 1}, {Candidate: id(5), Outcome: notElected},
	}
	all := first.Broken(Slate{{Candidate: id(12), Outcome: elected, Status: declined}, {Candidate: id(13), Outcome: alternate, Place: 1}})
	for _, c := range []struct {
		who  int
		want fault.Code
	}{{1, ""}, {2, fault.NotElected}, {3, fault.NotElected}, {4, fault.AlternateAhead}, {5, fault.NotElected}, {12, ""}, {13, ""}} {
		var got fault.Code
		if refused := all.TakesUp(id(c.who), true); refused != nil {
			got = refused.Code
		}
		if got != c.want {
			t.Errorf("candidate %d is refused with %q, want %q", c.who, got, c.want)
		}
	}
	if refused := first.TakesUp(id(4), true); refused == nil || refused.Code != fault.NoSeatFree {
		t.Errorf("before the tie was broken: %v", refused)
	}
}

func TestDeclines(t *testing.T) {
	s := drawn(Line{Outcome: elected}, Line{Outcome: alternate, Place: 1}, Line{Outcome: tied}, Line{Outcome: notElected})
	for who, may := range []bool{false, true, true, false, false} {
		if refused := s.Declines(id(who)); (refused == nil) != may {
			t.Errorf("candidate %d: %v", who, refused)
		}
	}
}
