package view

import (
	"testing"
	"time"

	"sifang/schema"
	"sifang/schema/ident"
	"sifang/schema/tally"
)

func TestBuildings(t *testing.T) {
	in := func(where string, inFavour, against int64) tally.Building {
		var b tally.Building
		b.Building = where
		b.Options.For.Entries, b.Options.Against.Entries = inFavour, against
		return b
	}
	east := ident.New(ident.KindArea, time.Unix(0, 0))
	for name, c := range map[string]struct {
		judged []tally.Building
		shown  []bool
	}{
		"many everywhere":                     {[]tally.Building{in("", 4, 3), in("", 9, 0)}, []bool{true, true}},
		"few in one, which totals would tell": {[]tally.Building{in("", 1, 0), in("", 9, 9), in("", 3, 3)}, []bool{false, true, false}},
		"few in several":                      {[]tally.Building{in("", 2, 1), in("", 9, 9), in("", 1, 2)}, []bool{false, true, false}},
		"nobody in one":                       {[]tally.Building{in("", 0, 0), in("", 9, 9)}, []bool{false, true}},
		"few in all":                          {[]tally.Building{in("", 0, 1), in("", 2, 2)}, []bool{false, false}},
	} {
		told, err := buildings(c.judged, names{})
		if err != nil {
			t.Fatal(err)
		}
		for i, want := range c.shown {
			if got := told[i].Options != nil; got != want {
				t.Errorf("%s: %d is shown: %v", name, i, got)
			}
		}
	}
	told, err := buildings([]tally.Building{in(east.String(), 9, 0), in("", 9, 0)}, names{east: "1幢"})
	if err != nil || *told[0].Label != "1幢" || *told[0].AreaID != east || told[1].Label != nil || told[1].AreaID != nil {
		t.Errorf("%+v, %v", told, err)
	}
	if got := told[0].Options[0]; got.Choice != schema.BallotChoiceFor || got.Ballots != 9 {
		t.Errorf("%+v", got)
	}
}
