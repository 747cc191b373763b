package printout

import (
	"fmt"
	"html/template"
	"strconv"
	"strings"
	"time"

	"sifang/graph"
	"sifang/schema/day"
)

// words are what templates say things with.
var words = template.FuncMap{
	"code":    code,
	"word":    word,
	"date":    date,
	"moment":  moment,
	"until":   until,
	"short":   short,
	"nodes":   nodes,
	"lines":   lines,
	"ordinal": ordinal,
	"figure":  figure,
	"count":   count,
	"weighed": weighed,
	"rows":    func(n int) []struct{} { return make([]struct{}, n) },
	"plus":    func(a, b int) int { return a + b },
	"forms":   func() []page { return pages },
}

// word is the Chinese word for a value of an enum. A value without one fails
// the page: codes are for programs.
func word(enum string, value any) (string, error) {
	found := graph.Word(enum, fmt.Sprint(value))
	if found == "" {
		return "", fmt.Errorf("%s has no word for %v", enum, value)
	}
	return found, nil
}

// instant reads a time of the API.
func instant(value any) (time.Time, error) {
	if t, ok := value.(time.Time); ok {
		return t, nil
	}
	return time.Parse(time.RFC3339Nano, fmt.Sprint(value))
}

// inChina is an instant as clocks there show it.
func inChina(at time.Time) time.Time { return at.In(day.Of(at).Start().Location()) }

// date is a day as people write it, of a day or of an instant; a line to fill
// in where there is none.
func date(value any) (string, error) {
	if value == nil {
		return "　　年　月　日", nil
	}
	d, err := day.Parse(fmt.Sprint(value))
	if err != nil {
		at, bad := instant(value)
		if bad != nil {
			return "", bad
		}
		d = day.Of(at)
	}
	return d.Start().Format("2006年1月2日"), nil
}

// moment is a day and a time of day in China; a line to fill in where there is
// none.
func moment(value any) (string, error) {
	if value == nil {
		return "　　年　月　日　时　分", nil
	}
	at, err := instant(value)
	if err != nil {
		return "", err
	}
	return inChina(at).Format("2006年1月2日15时04分"), nil
}

// short is a moment of this year in a narrow column.
func short(value any) (string, error) {
	at, err := instant(value)
	if err != nil {
		return "", err
	}
	return inChina(at).Format("1月2日 15:04"), nil
}

// until is a moment at which something is over: midnight is the end of the day
// before, not the beginning of one on which it is too late.
func until(value any) (string, error) {
	if at, err := instant(value); err == nil && day.Of(at).Start().Equal(at) {
		return day.Of(at).AddDays(-1).Start().Format("2006年1月2日") + "24时", nil
	}
	return moment(value)
}

// nodes are the rows of a list of the API.
func nodes(connection any) ([]any, error) {
	list, ok := connection.(map[string]any)
	if !ok {
		return nil, fmt.Errorf("%T is no list of the API", connection)
	}
	edges, ok := list["edges"].([]any)
	if !ok {
		return nil, fmt.Errorf("a list of the API without edges: %v", list)
	}
	rows := make([]any, len(edges))
	for i, edge := range edges {
		rows[i] = edge.(map[string]any)["node"]
	}
	return rows, nil
}

// lines are the paragraphs of a text.
func lines(text any) []string {
	var all []string
	for line := range strings.Lines(fmt.Sprint(text)) {
		if line = strings.TrimSpace(line); line != "" {
			all = append(all, line)
		}
	}
	return all
}

var numerals = []string{"", "一", "二", "三", "四", "五", "六", "七", "八", "九"}

// ordinal is a number from 1 to 99 as sections are counted; a larger one stays
// as it is.
func ordinal(n int) string {
	switch {
	case n < 1 || n > 99:
		return fmt.Sprint(n)
	case n < 10:
		return numerals[n]
	case n < 20:
		return "十" + numerals[n-10]
	default:
		return numerals[n/10] + "十" + numerals[n%10]
	}
}

// figure is a number of the API as it is written; a dash where there is none.
func figure(value any) string {
	if value == nil {
		return "—"
	}
	return fmt.Sprint(value)
}

// count is a number of the API as a number.
func count(value any) (int, error) { return strconv.Atoi(fmt.Sprint(value)) }

// weighed tells whether votes count for heads, rather than each for one.
func weighed(counts ...any) bool {
	for _, rows := range counts {
		list, _ := rows.([]any)
		for _, row := range list {
			option, _ := row.(map[string]any)
			if heads, err := count(option["heads"]); err == nil && heads > 0 {
				return true
			}
		}
	}
	return false
}
