package view

import (
	"testing"

	"sifang/schema/seat"
)

func TestNeeded(t *testing.T) {
	for want, n := range map[string]seat.Needed{
		"5–9":               {Least: 5, Most: 9},
		"≥ 1":               {Least: 1},
		"≤ 3":               {Most: 3},
		"1":                 {Least: 1, Most: 1},
		"5, 7, 9, 11":       {Least: 5, Most: 11, Odd: true},
		"7, 9":              {Least: 6, Most: 9, Odd: true},
		"1, 3, 5, …":        {Odd: true},
		"5, 7, 9, …":        {Least: 5, Odd: true},
		"3, 5, 7, 9, 11, …": {Least: 3, Most: 99, Odd: true},
		"≥ 4/5":             {Share: seat.Fraction{Num: 4, Den: 5}},
		"> 1/2":             {Share: seat.Fraction{Num: 1, Den: 2}, More: true},
		"7, 9, 11; ≥ 1/2":   {Least: 7, Most: 11, Odd: true, Share: seat.Fraction{Num: 1, Den: 2}},
		"":                  {},
	} {
		if got := needed(n); got != want {
			t.Errorf("%+v reads %q, want %q", n, got, want)
		}
	}
}

func TestGot(t *testing.T) {
	half := seat.Needed{Share: seat.Fraction{Num: 1, Den: 2}}
	for want, f := range map[string]seat.Finding{"4": {Of: 4, Among: 5}, "4/5": {Of: 4, Among: 5, Needed: half}} {
		if reads := got(f); reads != want {
			t.Errorf("%+v reads %q, want %q", f, reads, want)
		}
	}
}
