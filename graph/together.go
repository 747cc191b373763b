package graph

import (
	"context"
	"errors"
	"fmt"
	"reflect"
	"strings"
	"sync"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"

	"sifang/ent"
	"sifang/ent/view"
)

// together knows, of every thing in an answer, what arrived with it: the rows of
// one statement, or what was computed about them. What a document asks about one
// of them it asks about all, so it is computed for all when the first of them
// comes up, and a list costs as many statements as a single thing.
type together struct {
	mu    sync.Mutex
	lists map[any]arrival
	asked map[question]*answers
}

// arrival is where a thing stands in the list in which it arrived, which is a
// slice of pointers.
type arrival struct {
	list any
	at   int
}

// question is a field of the document, asked about the things of a list. The
// first of them stands for the list.
type question struct {
	first any
	field string
}

// answers are about the things of a list, in their order.
type answers struct {
	once sync.Once
	all  any
	err  error
}

type togetherKey struct{}

// gathering begins an answer.
func gathering(ctx context.Context) context.Context {
	t := &together{lists: map[any]arrival{}, asked: map[question]*answers{}}
	return ent.WithArrivals(context.WithValue(ctx, togetherKey{}, t), t.arrived)
}

// arrived notes a list of things. A count, say, is none.
func (t *together) arrived(list any) {
	v := reflect.ValueOf(list)
	if v.Kind() != reflect.Slice || v.Type().Elem().Kind() != reflect.Pointer {
		return
	}
	t.mu.Lock()
	defer t.mu.Unlock()
	for i := range v.Len() {
		t.lists[v.Index(i).Interface()] = arrival{list, i}
	}
}

// errUnanswered is left by what panicked when it was asked.
var errUnanswered = errors.New("a question about several things was not answered")

// each answers a field of a thing, and in the same go of all that arrived with
// it. What it asks answers one value for each, in their order.
func each[T, V any](ctx context.Context, thing *T, ask func(context.Context, []*T) ([]V, error)) (V, error) {
	var none V
	t, list, at, a := asking(ctx, thing)
	a.once.Do(func() {
		a.err = errUnanswered
		all, err := ask(ctx, list)
		if err == nil && len(all) != len(list) {
			err = fmt.Errorf("%d answers about %d things", len(all), len(list))
		}
		if err == nil {
			t.computed(all)
		}
		a.all, a.err = all, err
	})
	if a.err != nil {
		return none, a.err
	}
	return a.all.([]V)[at], nil
}

// asking finds what arrived with a thing, and what was answered about them to
// the field at hand. What nobody announced, such as a payload, came alone.
func asking[T any](ctx context.Context, thing *T) (*together, []*T, int, *answers) {
	t, ok := ctx.Value(togetherKey{}).(*together)
	if !ok {
		t = &together{lists: map[any]arrival{}, asked: map[question]*answers{}}
	}
	t.mu.Lock()
	defer t.mu.Unlock()
	p, ok := t.lists[thing]
	if !ok {
		p = arrival{list: []*T{thing}}
	}
	list := p.list.([]*T)
	q := question{first: list[0], field: fieldOf(ctx)}
	if t.asked[q] == nil {
		t.asked[q] = &answers{}
	}
	return t, list, p.at, t.asked[q]
}

// fieldOf is the field at hand by its place in the document: the names on the
// way to it, without the places in lists.
func fieldOf(ctx context.Context) string {
	var names []string
	for _, step := range graphql.GetPath(ctx) {
		if name, ok := step.(ast.PathName); ok {
			names = append(names, string(name))
		}
	}
	return strings.Join(names, ".")
}

// computed notes what was computed, and all that hangs on it: for each type a
// list, whatever the things of that type hang on.
func (t *together) computed(values any) {
	lists := map[reflect.Type]reflect.Value{}
	collect(reflect.ValueOf(values), lists)
	for _, list := range lists {
		t.arrived(list.Interface())
	}
}

// computing is the package whose things are computed.
var computing = reflect.TypeFor[view.Seat]().PkgPath()

func collect(v reflect.Value, lists map[reflect.Type]reflect.Value) {
	switch v.Kind() {
	case reflect.Slice:
		for i := range v.Len() {
			collect(v.Index(i), lists)
		}
	case reflect.Pointer:
		if v.IsNil() || v.Type().Elem().PkgPath() != computing {
			return
		}
		list, ok := lists[v.Type()]
		if !ok {
			list = reflect.MakeSlice(reflect.SliceOf(v.Type()), 0, 1)
		}
		lists[v.Type()] = reflect.Append(list, v)
		for i := range v.Elem().NumField() {
			if v.Elem().Type().Field(i).IsExported() {
				collect(v.Elem().Field(i), lists)
			}
		}
	}
}
