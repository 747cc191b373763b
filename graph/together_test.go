package graph

import (
	"context"
	"errors"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"

	"sifang/ent/view"
)

// at is the context of a field of the document.
func at(ctx context.Context, path ...string) context.Context {
	for _, name := range path {
		field := graphql.CollectedField{Field: &ast.Field{Alias: name}}
		ctx = graphql.WithFieldContext(ctx, &graphql.FieldContext{Field: field})
	}
	return ctx
}

// lengths answers how long texts are, and counts how often it is asked.
type lengths struct {
	mu    sync.Mutex
	asked int
}

func (l *lengths) of(_ context.Context, texts []*string) ([]int, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.asked++
	all := make([]int, len(texts))
	for i, text := range texts {
		all[i] = len(*text)
	}
	return all, nil
}

func TestEachAsksOnceAboutWhatArrivedTogether(t *testing.T) {
	ctx := gathering(t.Context())
	known := ctx.Value(togetherKey{}).(*together)
	here, there := []*string{new("a"), new("bb"), new("ccc")}, []*string{new("dddd")}
	known.arrived(here)
	known.arrived(there)
	known.arrived(7) // a count is no list
	var l lengths
	var all sync.WaitGroup
	for i, text := range slices.Concat(here, there, []*string{new("alone")}) {
		all.Go(func() {
			got, err := each(at(ctx, "list", "node", "length"), text, l.of)
			if err != nil || got != i+1 {
				t.Errorf("the length of %s is %d (%v)", *text, got, err)
			}
		})
	}
	all.Wait()
	if l.asked != 3 {
		t.Errorf("asked %d times about two lists and a thing alone", l.asked)
	}
	if _, err := each(at(ctx, "list", "node", "other"), here[1], l.of); err != nil || l.asked != 4 {
		t.Errorf("another field was asked %d times (%v)", l.asked, err)
	}
	if _, err := each(t.Context(), here[1], l.of); err != nil || l.asked != 5 {
		t.Errorf("outside of an answer it was asked %d times (%v)", l.asked, err)
	}
}

func TestEachTellsEverybodyWhatWentWrong(t *testing.T) {
	ctx := at(gathering(t.Context()), "list", "node", "length")
	texts := []*string{new("a"), new("bb")}
	ctx.Value(togetherKey{}).(*together).arrived(texts)
	broken := errors.New("broken")
	for _, text := range texts {
		_, err := each(ctx, text, func(context.Context, []*string) ([]int, error) { return nil, broken })
		if !errors.Is(err, broken) {
			t.Errorf("answered %v", err)
		}
	}
	short := at(ctx, "short")
	if _, err := each(short, texts[0], func(context.Context, []*string) ([]int, error) { return []int{1}, nil }); err == nil ||
		!strings.Contains(err.Error(), "1 answers about 2 things") {
		t.Errorf("answered %v", err)
	}
	panics := func() {
		defer func() { _ = recover() }()
		_, _ = each(at(ctx, "panics"), texts[0], func(context.Context, []*string) ([]int, error) { panic("x") })
	}
	panics()
	_, err := each(at(ctx, "panics"), texts[1], func(context.Context, []*string) ([]int, error) { return []int{1, 2}, nil })
	if !errors.Is(err, errUnanswered) {
		t.Errorf("after a panic the other was answered %v", err)
	}
}

// What hangs on things that were computed together is together, too, whatever
// it hangs on.
func TestWhatIsComputedTogetherIsTogether(t *testing.T) {
	ctx := gathering(t.Context())
	texts := []*string{new("a"), new("bb")}
	ctx.Value(togetherKey{}).(*together).arrived(texts)
	seats := [][]*view.Seat{{{}, {}}, {{}}}
	first, err := each(at(ctx, "composition"), texts[0], func(context.Context, []*string) ([]*view.Composition, error) {
		return []*view.Composition{{Seats: seats[0]}, {Seats: seats[1]}, nil}[:2], nil
	})
	if err != nil || len(first.Seats) != 2 {
		t.Fatalf("answered %v, %v", first, err)
	}
	asked := 0
	for i, seat := range slices.Concat(seats...) {
		got, err := each(at(ctx, "composition", "seats", "number"), seat, func(_ context.Context, all []*view.Seat) ([]int, error) {
			asked++
			return []int{0, 1, 2}[:len(all)], nil
		})
		if err != nil || got != i {
			t.Errorf("seat %d is %d (%v)", i, got, err)
		}
	}
	if asked != 1 {
		t.Errorf("asked %d times about three seats", asked)
	}
}
