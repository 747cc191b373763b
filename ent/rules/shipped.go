package rules

import (
	"cmp"
	"slices"
	"strings"
	"sync"

	"sifang/schema/day"
	"sifang/schema/rule"
	"sifang/schema/seat"
)

// practice is the set of what is customary where nothing is written.
const practice = "PRACTICE"

// text is what the service has of one legislator: about decisions and periods,
// which hold for a time, and about seats, where each rule names the text it
// was taken from and has no period of its own.
type text struct {
	division string // the beginning of the codes of all divisions below it
	set      rule.Set
	seats    rule.Set
}

// library are the texts that come with the service: custom, the nation, then
// provinces, cities and districts. To read them takes longer than most verbs,
// so it is done once; nobody changes what is in it.
var library = sync.OnceValues(func() ([]text, error) {
	custom, _ := rule.PresetSet(practice)
	texts := []text{{set: custom}}
	names, err := seat.Presets()
	if err != nil {
		return nil, err
	}
	for _, name := range names {
		var preset seat.Preset
		if preset, err = seat.Load(name); err != nil {
			return nil, err
		}
		texts = append(texts, join(strings.ToUpper(name), preset))
	}
	for _, code := range rule.SetCodes() {
		if set, ok := rule.PresetSet(code); ok && !slices.ContainsFunc(texts, func(t text) bool { return t.set.Code == code }) {
			texts = append(texts, text{division: division(set.Division), set: set})
		}
	}
	// The nation has no code, a province a short one, a district a long one.
	slices.SortStableFunc(texts, func(a, b text) int { return cmp.Compare(len(a.division), len(b.division)) })
	return texts, nil
})

func join(code string, preset seat.Preset) text {
	t := text{division: division(preset.Area)}
	t.seats = rule.Set{Code: code, Title: rule.Text(preset.Name), Seats: preset.Rules}
	if set, ok := rule.PresetSet(code); ok {
		set.Seats = seat.Merge(set.Seats, preset.Rules)
		t.set = set
	}
	return t
}

// shipped are the sets that come with the service for these divisions, the
// general ones first, as far as they hold on the day.
func shipped(codes []string, on day.Date) (rule.Chain, error) {
	texts, err := library()
	if err != nil {
		return nil, err
	}
	var layers rule.Chain
	for _, t := range texts {
		period := day.Span{From: t.set.ValidFrom, To: t.set.ValidTo}
		switch {
		case !t.binds(codes):
		case t.set.Code != "" && period.Contains(on):
			layers = append(layers, t.set)
		case t.seats.Code != "":
			layers = append(layers, t.seats)
		}
	}
	return layers, nil
}

// division is the part of a code that all divisions below it share: 11 of
// 110000 (a province), 4401 of 440100 (a city), 440115 (a district).
func division(code string) string {
	for strings.HasSuffix(code, "00") {
		code = strings.TrimSuffix(code, "00")
	}
	return code
}

// binds reports whether one of the codes lies in the legislator's division. In
// the nation lies everything.
func (t text) binds(codes []string) bool {
	return t.division == "" || slices.ContainsFunc(codes, func(code string) bool {
		return strings.HasPrefix(code, t.division)
	})
}
