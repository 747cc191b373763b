package floor

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"sifang/schema"
	"sifang/schema/ident"
)

var start = time.Date(2026, 6, 8, 11, 0, 0, 0, time.UTC)

// number is an identifier that sorts by its number.
func number(n int) ident.ID {
	var id ident.ID
	id[14], id[15] = byte(n>>8), byte(n)
	return id
}

// turns reads turns from words such as a+ (a asked to speak for it), b-! (b had
// the floor and spoke against), c0? (c takes a question back). They were asked
// for, and given, in the order of the words.
func turns(words string) []Turn {
	var all []Turn
	for i, word := range strings.Fields(words) {
		t := Turn{
			ID: number(1000 + i), Person: number(int(word[0])), Status: schema.SpeechStatusRequested,
			Side:  map[byte]schema.SpeechSide{'+': schema.SpeechSideFor, '-': schema.SpeechSideAgainst, '0': schema.SpeechSideNeutral}[word[1]],
			Asked: start.Add(time.Duration(i) * time.Minute),
		}
		switch {
		case strings.HasSuffix(word, "!"):
			t.Status, t.Given, t.Limit = schema.SpeechStatusEnded, t.Asked, 2*time.Minute
		case strings.HasSuffix(word, "?"):
			t.Status = schema.SpeechStatusWithdrawn
		}
		all = append(all, t)
	}
	return all
}

// line writes a queue as in turns, with the first letter of each reason.
func line(queue []Place) string {
	words := make([]string, len(queue))
	for i, p := range queue {
		words[i] = fmt.Sprintf("%c%s", p.Person[15], strings.ToLower(string(p.Why[:1])))
	}
	return strings.Join(words, " ")
}

func TestQueue(t *testing.T) {
	for _, c := range []struct{ name, turns, want string }{
		{"nobody", "", ""},
		{"one", "a+", "aa"},
		{"taken back", "a+? b-", "ba"},
		{"who asked first", "a+ b+ c+", "ae be ca"},
		{"the sides take turns", "a+ b+ c- d-", "ae ce bo da"},
		{"after somebody spoke for it", "x+! a+ b+ c-", "co ae ba"},
		{"who was not heard goes before the other side", "a+! a- b+", "bu aa"},
		{"of two who were heard, the other side", "a+! b-! a- b+", "bo aa"},
		{"a question changes no side", "a+! q0! b+ c-", "co ba"},
		{"a question waits for its turn", "a+! q0 c-", "co qa"},
		{"a question asked before the same side", "a+! q0 b+", "qe ba"},
		{"nobody is left on the other side", "a+! b+ c+", "be ca"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := line(Queue(turns(c.turns))); got != c.want {
				t.Errorf("%q, want %q", got, c.want)
			}
		})
	}
}

func TestSpeaking(t *testing.T) {
	all := turns("a+! b-")
	if _, ok := Unended(all); ok {
		t.Error("somebody speaks who is done")
	}
	all[1].Status, all[1].Given, all[1].Limit = schema.SpeechStatusSpeaking, start, 2*time.Minute
	for _, c := range []struct {
		after time.Duration
		left  time.Duration
		speak bool
	}{{0, 2 * time.Minute, true}, {119 * time.Second, time.Second, true}, {2 * time.Minute, 0, false}, {time.Hour, 0, false}} {
		turn, ok := Speaking(all, start.Add(c.after))
		if ok != c.speak || turn.Left(start.Add(c.after)) != c.left {
			t.Errorf("after %s: %v, %s left", c.after, ok, turn.Left(start.Add(c.after)))
		}
	}
	all[1].Limit = 0
	if turn, ok := Speaking(all, start.Add(time.Hour)); !ok || turn.Over(start.Add(time.Hour)) {
		t.Error("a turn without a limit ended by itself")
	}
	if Had(all, all[1].Person) != 1 || Had(all, number('z')) != 0 {
		t.Error("turns are miscounted")
	}
}

func someTurns(t *rapid.T) []Turn {
	words := rapid.SliceOfN(rapid.StringMatching(`[a-d][-+0][!?]?`), 0, 12).Draw(t, "turns")
	return turns(strings.Join(words, " "))
}

// Everybody who asked stands in the queue once, whatever the order of the rows,
// and nobody else does.
func TestQueueHoldsWhoeverAsked(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		all := someTurns(t)
		queue := Queue(all)
		var asked, queued []string
		for _, turn := range all {
			if turn.waits() {
				asked = append(asked, turn.ID.String())
			}
		}
		for _, p := range queue {
			queued = append(queued, p.ID.String())
		}
		if shuffled := Queue(rapid.Permutation(all).Draw(t, "order")); !slices.Equal(shuffled, queue) {
			t.Fatalf("%v in another order of the rows, and %v", line(shuffled), line(queue))
		}
		slices.Sort(queued)
		slices.Sort(asked)
		if !slices.Equal(asked, queued) {
			t.Fatalf("%v asked, %v are queued", asked, queued)
		}
	})
}

// Nobody speaks again while somebody waits who spoke less often, and no side
// twice in a row while somebody of the other one waits who spoke as little.
func TestQueueIsFair(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		all := someTurns(t)
		queue := Queue(all)
		for i, p := range queue {
			last := lastSide(given(all, queue[:i]))
			for _, q := range queue[i+1:] {
				mine, theirs := spoken(all, queue[:i], p.Person), spoken(all, queue[:i], q.Person)
				if theirs < mine {
					t.Fatalf("%s: place %d spoke %d times, and one behind it %d times", line(queue), i, mine, theirs)
				}
				if theirs == mine && q.Side == other(last) && p.Side != other(last) {
					t.Fatalf("%s: place %d keeps out the other side", line(queue), i)
				}
			}
		}
	})
}

// given are the turns that were had, and those in the queue before a place.
func given(all []Turn, before []Place) []Turn {
	var had []Turn
	for _, t := range all {
		if t.had() {
			had = append(had, t)
		}
	}
	for i, p := range before {
		p.Given = start.Add(time.Duration(100+i) * time.Hour)
		had = append(had, p.Turn)
	}
	return had
}

func spoken(all []Turn, before []Place, person ident.ID) int {
	n := Had(all, person)
	for _, p := range before {
		if p.Person == person {
			n++
		}
	}
	return n
}
