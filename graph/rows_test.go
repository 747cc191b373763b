package graph_test

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"sifang/ent/enttest"
)

// row is a worked example by its number: what comes in and which verdict is
// expected, told to the API from the first registration to the verdict. A row
// that looks at several cases has a play for each.
type row struct {
	number string
	plays  []play
}

type play struct {
	name string
	tell func(t *testing.T, s *stage)
}

// once is a row with one case.
func once(tell func(*testing.T, *stage)) []play { return []play{{"", tell}} }

func (r row) run(t *testing.T) {
	for _, p := range r.plays {
		each := func(t *testing.T) {
			enttest.Each(t, func(t *testing.T, database string) { p.tell(t, newStage(t, database)) })
		}
		if p.name == "" {
			each(t)
		} else {
			t.Run(p.name, each)
		}
	}
}

// teller asks the API and insists on the answer.
type teller struct {
	*testing.T
	*stage
}

// values are the variables of a request.
type values map[string]any

// done asks for what must succeed, and answers the data.
func (d teller) done(as, query string, with values) reply {
	d.Helper()
	return d.refused(as, query, with)
}

// refused asks for what is refused with the codes, in the order of the
// document, and with nothing else.
func (d teller) refused(as, query string, with values, codes ...string) reply {
	d.Helper()
	answer := d.ask(d.T, step{As: as, Query: query, Variables: with})
	var refusals []any
	collect(answer["data"], &refusals)
	if got, want := codesOf(refusals), fmt.Sprint(codes); got != want || answer["errors"] != nil {
		text, err := json.MarshalIndent(answer, "", "  ")
		d.Fatalf("refused with %s, want %s (%v)\n%s\n%s", got, want, err, query, text)
	}
	return reply{d.T, answer["data"]}
}

// reply is the data of an answer.
type reply struct {
	t    *testing.T
	data any
}

// text is what stands at a path such as vote.roll.id; it must be there.
func (r reply) text(path string) string {
	r.t.Helper()
	value, ok := at(r.data, strings.Split(path, "."))
	if !ok || value == nil {
		r.t.Fatalf("nothing at %s in %v", path, r.data)
	}
	return fmt.Sprint(value)
}

// list are the nodes of the connection at a path.
func (r reply) list(path string) []reply {
	r.t.Helper()
	value, ok := at(r.data, strings.Split(path+".edges", "."))
	edges, isList := value.([]any)
	if !ok || !isList {
		r.t.Fatalf("no connection at %s in %v", path, r.data)
	}
	all := make([]reply, len(edges))
	for i, edge := range edges {
		all[i] = reply{r.t, edge.(map[string]any)["node"]}
	}
	return all
}

// is asserts what stands at a path.
func (r reply) is(path string, want any) {
	r.t.Helper()
	value, _ := at(r.data, strings.Split(path, "."))
	if fmt.Sprint(value) != fmt.Sprint(want) {
		r.t.Errorf("%s is %v, want %v", path, value, want)
	}
}

// into reads what stands at a path, or all if there is none.
func (r reply) into(path string, to any) {
	r.t.Helper()
	value, ok := r.data, true
	if path != "" {
		value, ok = at(r.data, strings.Split(path, "."))
	}
	text, err := json.Marshal(value)
	if err == nil && ok {
		err = json.Unmarshal(text, to)
	}
	if err != nil || !ok || value == nil {
		r.t.Fatalf("nothing to read at %s (%v) in %v", path, err, r.data)
	}
}

// squareMetres writes an area of 0.01 m² as the API does.
func squareMetres(area int64) string { return fmt.Sprintf("%d.%02d", area/100, area%100) }
