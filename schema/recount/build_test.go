package recount_test

import (
	"encoding/json"
	"fmt"
	"maps"
	"strconv"
	"strings"
	"testing"

	"sifang/schema"
	"sifang/schema/recount"
	"sifang/schema/rule"
)

// object is an object of a document in the making.
type object = map[string]any

func list[T any](all ...T) []T { return all }

// ruled is a rule with an approval and whatever else it says.
func ruled(approval object, more ...object) object {
	r := object{
		"code": "MADE", "version": "7", "approval": approval,
		"agendaMustBeNoticed": false, "lateArrivalsVote": false, "recused": object{"inBase": true},
	}
	for _, one := range more {
		maps.Copy(r, one)
	}
	return r
}

func share(count, measure, base, compare string, num, den int) object {
	return object{"share": object{
		"count": count, "measure": measure, "base": base, "compare": compare, "fraction": object{"num": num, "den": den},
	}}
}

func limit(measure, base string, num, den int) object {
	return object{"limit": object{"count": "AGAINST", "measure": measure, "base": base, "fraction": object{"num": num, "den": den}}}
}

func all(parts ...object) object { return object{"all": parts} }

// halfOf asks for more than half of a base, in heads and area.
func halfOf(base string) object {
	return all(share("FOR", "HEADS", base, "MORE_THAN", 1, 2), share("FOR", "AREA", base, "MORE_THAN", 1, 2))
}

// twoThirds is the quorum of owners (Civil Code art. 278).
var twoThirds = object{"quorum": all(
	share("PARTICIPATING", "HEADS", "ON_ROLL", "AT_LEAST", 2, 3),
	share("PARTICIPATING", "AREA", "ON_ROLL", "AT_LEAST", 2, 3),
)}

// ordinary and special are the two thresholds of owners.
func ordinary(more ...object) object {
	return ruled(halfOf("PARTICIPATING"), append([]object{twoThirds}, more...)...)
}

func special(more ...object) object {
	return ruled(all(share("FOR", "HEADS", "PARTICIPATING", "AT_LEAST", 3, 4), share("FOR", "AREA", "PARTICIPATING", "AT_LEAST", 3, 4)),
		append([]object{twoThirds, {"class": "SPECIAL"}}, more...)...)
}

// flats is a written vote in which each letter is an owner with one flat of
// 100.00 m²:
//
//	F for   G against   B abstains   X hands in a spoilt paper
//	. silent   s silent, and served   r had to step aside
func flats(word string) object {
	var blocs []bloc
	for _, letter := range word {
		blocs = append(blocs, bloc{letter, 1, 10000})
	}
	return owners(blocs...)
}

// bloc is a group of owners who do the same, and what they own together.
type bloc struct {
	letter      rune
	heads, area int
}

// owners is a written vote of blocs. In each the area is shared equally, and
// the first owner has what remains.
func owners(blocs ...bloc) object {
	roll, ballots := []object{}, []object{}
	for _, b := range blocs {
		for i := range b.heads {
			area := b.area / b.heads
			if i == 0 {
				area += b.area % b.heads
			}
			n := strconv.Itoa(len(roll))
			voter := object{"person": "p" + n}
			entry := object{"id": "u" + n, "voters": list(voter), "weights": object{"heads": 1, "area": area}}
			switch b.letter {
			case 's':
				entry["served"] = true
			case 'r':
				voter["recused"] = true
			}
			roll = append(roll, entry)
			ballot := object{"id": "b" + n, "entry": "u" + n, "person": "p" + n}
			if choice, ok := choices[b.letter]; ok {
				ballots = append(ballots, with(ballot, object{"choice": choice}))
			}
			if b.letter == 'X' {
				ballots = append(ballots, with(ballot, object{"invalid": "ILLEGIBLE"}))
			}
		}
	}
	return object{"written": true, "roll": roll, "ballots": ballots}
}

var choices = map[rune]string{'F': "FOR", 'G': "AGAINST", 'B': "ABSTAIN", 'l': "FOR"}

// sitting is a meeting of members, a letter each, of equal weight:
//
//	F for   G against   B abstains   . present and silent   - absent
//	R stepped aside, and there   r stepped aside, and absent   l late, and for
func sitting(seats int, word string) object {
	c := object{"noticed": true, "seats": seats, "incumbents": len(word), "due": len(word)}
	roll, ballots := []object{}, []object{}
	for i, letter := range word {
		id := strconv.Itoa(i)
		roll = append(roll, object{
			"id": "e" + id, "voters": list(arriving("m"+id, letter)),
			"weights": object{"heads": 1, "seats": 1, "households": 1, "weight": 1},
		})
		if choice, ok := choices[letter]; ok {
			ballots = append(ballots, object{"entry": "e" + id, "person": "m" + id, "choice": choice})
		}
	}
	c["roll"], c["ballots"] = roll, ballots
	return c
}

func arriving(person string, letter rune) object {
	v := object{"person": person, "arrival": "AT_OPENING"}
	switch letter {
	case '-':
		delete(v, "arrival")
	case 'R':
		v["recused"] = true
	case 'r':
		v["recused"] = true
		delete(v, "arrival")
	case 'l':
		v["arrival"] = "LATE"
	}
	return v
}

// joint is a meeting of parties, a letter each, with one delegate each.
func joint(word string) object {
	c := sitting(0, word)
	var parties []object
	for i, entry := range c["roll"].([]object) {
		id := "party" + strconv.Itoa(i)
		entry["party"] = id
		parties = append(parties, object{"id": id})
	}
	c["parties"] = parties
	return c
}

// with adds to a document.
func with(base object, more object) object {
	made := maps.Clone(base)
	maps.Copy(made, more)
	return made
}

// more are further ballots of a count.
func more(c object, ballots ...object) object {
	return with(c, object{"ballots": append(append([]object{}, c["ballots"].([]object)...), ballots...)})
}

func text(t *testing.T, value any) json.RawMessage {
	t.Helper()
	data, err := json.Marshal(value)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func document(t *testing.T, r, count any) recount.Document {
	t.Helper()
	d := recount.Document{Format: recount.Format, Rule: text(t, r), Count: text(t, count), Verdict: json.RawMessage(`{}`)}
	d.Vote = recount.Vote{ID: "v", Question: "?", Kind: schema.VoteKindMotion}
	if c, ok := count.(object); ok && c["kind"] != nil {
		d.Vote.Kind = schema.VoteKind(fmt.Sprint(c["kind"]))
	}
	return d
}

func counted(t *testing.T, r, count any) recount.Result {
	t.Helper()
	result, err := recount.Count(document(t, r, count))
	if err != nil {
		t.Fatal(err)
	}
	return result
}

func preset(t *testing.T, code string) json.RawMessage {
	t.Helper()
	r, ok := rule.Preset(code)
	if !ok {
		t.Fatalf("no preset %s", code)
	}
	data, err := r.Print()
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// written is how a test expects clauses: "ALL 1/2 no, SHARE 101/200 yes".
func written(clauses []recount.Clause) string {
	var all []string
	for _, c := range clauses {
		met := "no"
		if c.Met {
			met = "yes"
		}
		all = append(all, fmt.Sprintf("%s %d/%d %s", c.Kind, c.Got, c.Whole, met))
	}
	return strings.Join(all, ", ")
}

func asides(r recount.Result) string {
	var all []string
	for _, a := range r.SetAside {
		all = append(all, fmt.Sprintf("%s %d", a.Reason, a.Ballots))
	}
	return strings.Join(all, ", ")
}

func flags(r recount.Result) string {
	var all []string
	for _, flag := range r.Flags {
		all = append(all, string(flag))
	}
	return strings.Join(all, ", ")
}

// choicesOf is how a test expects options: "A 90 rank 1 ELECTED".
func choicesOf(r recount.Result) string {
	var all []string
	for _, c := range r.Choices {
		rank := ""
		if c.Rank > 0 {
			rank = fmt.Sprintf(" rank %d", c.Rank)
		}
		all = append(all, fmt.Sprintf("%s %d%s %s", c.Option, c.For.Entries, rank, c.Outcome))
	}
	return strings.Join(all, ", ")
}

// repeat is a word of letters, so many of each.
func repeat(parts ...any) string {
	var b strings.Builder
	for i := 0; i+1 < len(parts); i += 2 {
		b.WriteString(strings.Repeat(parts[i].(string), parts[i+1].(int)))
	}
	return b.String()
}
