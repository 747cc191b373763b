package graph_test

import (
	"fmt"
	"slices"
	"testing"
)

// Elections told in numbers, and a meeting of representatives.
var electionRows = []row{
	{"26", []play{
		{"the last seat is tied", elects(sevenSeats(lastSeat...), "TIED", "TIE_BREAK_REQUIRED",
			"C1 ELECTED 1", "C2 ELECTED 2", "C3 ELECTED 3", "C4 ELECTED 4", "C5 ELECTED 5", "C6 ELECTED 6",
			"C7 TIED 7", "C8 TIED 7", "C10 ALTERNATE 9", "C9 NOT_ELECTED 0", "C11 NOT_ELECTED 0")},
		{"between the two", elects(tieBreak(w(110, 11_000_00), w(111, 10_000_00)), "ADOPTED", "ESTABLISHED", "C2 ELECTED 1", "C1 ALTERNATE 2")},
		{"tied again", elects(tieBreak(w(110, 11_000_00), w(110, 11_000_00)), "", "ESTABLISHED_WITH_VACANCIES", "C1 NOT_ELECTED 1", "C2 NOT_ELECTED 1")},
	}},
	{"27", []play{{"six of seven", elects(sevenSeats(pass, pass, pass, pass, pass, pass, fail, fail), "ADOPTED", "ESTABLISHED_WITH_VACANCIES",
		"C1 ELECTED 1", "C2 ELECTED 1", "C3 ELECTED 1", "C4 ELECTED 1", "C5 ELECTED 1", "C6 ELECTED 1", "C7 NOT_ELECTED 0", "C8 NOT_ELECTED 0")}}},
	{"28", []play{{"three of seven", elects(sevenSeats(pass, pass, pass, fail, fail, fail, fail, fail), "REJECTED", "NOT_ESTABLISHED",
		"C1 NOT_ELECTED 1", "C2 NOT_ELECTED 1", "C3 NOT_ELECTED 1", "C4 NOT_ELECTED 0", "C5 NOT_ELECTED 0", "C6 NOT_ELECTED 0", "C7 NOT_ELECTED 0", "C8 NOT_ELECTED 0")}}},
	{"29", []play{
		{"forty of sixty", elects(byRepresentatives(40, 21, 19), "NOT_QUORATE", "NOT_QUORATE", "C1 NOT_ELECTED 1", "C2 NOT_ELECTED 0")},
		{"one more", elects(byRepresentatives(41, 21, 20), "ADOPTED", "ESTABLISHED", "C1 ELECTED 1", "C2 NOT_ELECTED 0")},
	}},
	{"29b", []play{{"21 and 20", elects(byRepresentatives(41, 21, 20), "ADOPTED", "ESTABLISHED", "C1 ELECTED 1", "C2 NOT_ELECTED 0")}}},
	{"29c", []play{
		{"16 of 45", runOff(0, 15, 14, 16, "C3")},
		{"three alike under the floor", runOff(3, 14, 14, 14, "")},
		{"first, and under the floor", runOff(6, 14, 13, 12, "")},
	}},
	{"30b", []play{
		{"33 present", represented(17, 33, "ADOPTED")},
		{"one vote fewer", represented(16, 33, "REJECTED")},
		{"32 present", represented(32, 32, "NOT_QUORATE")},
	}},
}

var (
	lastSeat = []weight{
		w(200, 20_000_00), w(190, 19_100_00), w(180, 18_200_00), w(170, 16_500_00), w(160, 16_800_00), w(155, 15_600_00),
		w(150, 15_000_00), w(150, 15_000_00), w(140, 11_900_00), w(130, 13_100_00), w(50, 5_000_00),
	}
	pass, fail = w(150, 15_000_00), w(120, 12_000_00)
)

func (w weight) input() map[string]any {
	return map[string]any{"heads": w.heads, "area": squareMetres(w.area)}
}

// candidates stand with their votes, C1 first.
func candidates(votes ...weight) []any {
	var all []any
	for i, v := range votes {
		all = append(all, map[string]any{"name": fmt.Sprint("C", i+1), "for": v.input()})
	}
	return all
}

// sevenSeats is an election to seven seats in Hangzhou, with two alternates.
func sevenSeats(votes ...weight) map[string]any {
	return map[string]any{
		"ruleCode": "OWNERS_COMMITTEE_ELECTION_HANGZHOU", "kind": "ELECTION", "written": true, "fill": 7, "standBy": 2,
		"roll": w(300, 30_000_00).input(), "valid": w(240, 24_000_00).input(), "options": candidates(votes...),
	}
}

// tieBreak is the vote between two who were equal for the last seat.
func tieBreak(votes ...weight) map[string]any {
	return map[string]any{
		"ruleCode": "OWNERS_COMMITTEE_ELECTION_HANGZHOU", "kind": "ELECTION", "written": true, "fill": 1, "standBy": 1, "tieBreak": true,
		"roll": w(300, 30_000_00).input(), "options": candidates(votes...),
	}
}

// byRepresentatives is an election by sixty representatives, of whom some are
// there (Residents' Committee Organic Law art. 19).
func byRepresentatives(present, first, second int64) map[string]any {
	return map[string]any{
		"ruleCode": "RESIDENTS_COMMITTEE_ELECTION_BY_REPRESENTATIVES", "kind": "ELECTION", "fill": 1, "due": 60, "seats": 60, "incumbents": 60,
		"roll": w(60, 0).input(), "present": w(present, 0).input(), "options": candidates(w(first, 0), w(second, 0)),
	}
}

func elects(input map[string]any, outcome, election string, want ...string) func(*testing.T, *stage) {
	return func(t *testing.T, s *stage) {
		v := teller{t, s}.whatIf(input)
		var got []string
		for _, c := range v.Choices {
			got = append(got, fmt.Sprint(c.Label, " ", c.Outcome, " ", c.Rank))
		}
		if outcome != "" && v.Outcome != outcome || v.Election != election || !slices.Equal(got, want) {
			t.Errorf("%s, %s %q, want %s, %s %q", v.Outcome, v.Election, got, outcome, election, want)
		}
	}
}

// whatIf judges a vote told in numbers.
func (d teller) whatIf(input map[string]any) verdict {
	d.Helper()
	var v verdict
	d.done("", `query ($input: WhatIfInput!) { whatIf(input: $input) { verdict `+verdictFields+` userErrors { code facts { name value } } } }`,
		values{"input": input}).into("whatIf.verdict", &v)
	return v
}

// runOff is one for one seat with 45 papers cast, some of them blank or spoilt:
// it takes the most votes, and a third of the papers.
func runOff(spoilt, first, second, third int64, elected string) func(*testing.T, *stage) {
	return func(t *testing.T, s *stage) {
		v := teller{t, s}.whatIf(map[string]any{
			"ruleCode": "RESIDENTS_COMMITTEE_RUN_OFF_BY_VOTERS", "kind": "ELECTION", "written": true, "fill": 1, "due": 80,
			"roll": w(80, 0).input(), "invalid": w(spoilt, 0).input(), "options": candidates(w(first, 0), w(second, 0), w(third, 0)),
		})
		got := ""
		for _, c := range v.Choices {
			if c.Outcome == "ELECTED" {
				got += c.Label
			}
			if last := c.Clauses[len(c.Clauses)-1]; last.Needed != "15" || last.Of != "45" {
				t.Errorf("%s: %+v", c.Label, last)
			}
		}
		if got != elected {
			t.Errorf("elected %q, want %q: %s", got, elected, v.Election)
		}
	}
}

// represented is a meeting of 49 representatives, in figures (art. 29).
func represented(inFavour, present int64, outcome string) func(*testing.T, *stage) {
	return func(t *testing.T, s *stage) {
		v := teller{t, s}.whatIf(map[string]any{
			"ruleCode": "REPRESENTATIVES_MEETING", "due": 49, "seats": 49, "incumbents": 49, "roll": w(49, 0).input(), "present": w(present, 0).input(),
			"for": w(inFavour, 0).input(), "abstain": w(present-inFavour, 0).input(),
		})
		if v.Outcome != outcome {
			t.Errorf("%s, want %s", v.Outcome, outcome)
		}
	}
}
