package rules

import (
	"cmp"
	"slices"
	"strings"

	"sifang/schema/day"
	"sifang/schema/rule"
	"sifang/schema/seat"
)

// practice is the set of what is customary where nothing is written.
const practice = "PRACTICE"

// legislator is one of those whose texts come with the service.
type legislator struct {
	code string
	seat.Preset
}

// shipped are the sets that come with the service for these divisions: custom,
// the nation, and then from the province to the district. A set whose period
// does not include the day is left out. The rules about seats have no period
// of their own: each names the text it was taken from.
func shipped(codes []string, on day.Date) (rule.Chain, error) {
	binding, err := legislators(codes)
	if err != nil {
		return nil, err
	}
	var layers rule.Chain
	if custom, ok := inForce(practice, on); ok {
		layers = append(layers, custom)
	}
	for _, one := range binding {
		layers = append(layers, one.layer(on))
	}
	return layers, nil
}

// legislators are those whose jurisdiction one of the divisions lies in: the
// nation has no code, a province a short one, a district a long one.
func legislators(codes []string) ([]legislator, error) {
	names, err := seat.Presets()
	if err != nil {
		return nil, err
	}
	var binding []legislator
	for _, name := range names {
		one := legislator{code: strings.ToUpper(name)}
		if one.Preset, err = seat.Load(name); err != nil {
			return nil, err
		}
		if lies(codes, one.Area) {
			binding = append(binding, one)
		}
	}
	slices.SortStableFunc(binding, func(a, b legislator) int {
		return cmp.Compare(len(division(a.Area)), len(division(b.Area)))
	})
	return binding, nil
}

// layer joins what the service has of one legislator: about decisions and
// periods, and about seats.
func (l legislator) layer(on day.Date) rule.Set {
	set, ok := inForce(l.code, on)
	if !ok {
		set = rule.Set{Code: l.code, Title: rule.Text(l.Name)}
	}
	set.Seats = seat.Merge(set.Seats, l.Rules)
	return set
}

func inForce(code string, on day.Date) (rule.Set, bool) {
	set, ok := rule.PresetSet(code)
	period := day.Span{From: set.ValidFrom, To: set.ValidTo}
	return set, ok && period.Contains(on)
}

// division is the part of a code that all divisions below it share: 11 of
// 110000 (a province), 4401 of 440100 (a city), 440115 (a district).
func division(code string) string {
	for strings.HasSuffix(code, "00") {
		code = strings.TrimSuffix(code, "00")
	}
	return code
}

// lies reports whether one of the codes lies in the jurisdiction. In the nation
// lies everything.
func lies(codes []string, jurisdiction string) bool {
	return jurisdiction == "" || slices.ContainsFunc(codes, func(code string) bool {
		return strings.HasPrefix(code, division(jurisdiction))
	})
}
