package graph

import (
	"context"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"
	"github.com/vektah/gqlparser/v2/parser"

	"sifang/ent/page"
)

// Limits bound what one document may ask, so that no question can keep the
// service from answering others. Zero means the default.
type Limits struct {
	Tokens     int // words of the document, 5 000
	Depth      int // levels of fields within fields, 12
	Aliases    int // renamed fields, 30
	Fields     int // fields after fragments are put in, 500
	Directives int // 20
	Complexity int // rows times fields, 5 000
}

func (l Limits) withDefaults() Limits {
	set := func(limit *int, usual int) {
		if *limit == 0 {
			*limit = usual
		}
	}
	set(&l.Tokens, 5000)
	set(&l.Depth, 12)
	set(&l.Aliases, 30)
	set(&l.Fields, 500)
	set(&l.Directives, 20)
	set(&l.Complexity, 5000)
	return l
}

var _ interface {
	graphql.OperationParameterMutator
	graphql.OperationContextMutator
	graphql.HandlerExtension
} = Limits{}

// ExtensionName names the extension to gqlgen.
func (Limits) ExtensionName() string { return "Limits" }

// Validate has nothing to object to.
func (Limits) Validate(graphql.ExecutableSchema) error { return nil }

func tooLarge(what string, limit int) *gqlerror.Error {
	return &gqlerror.Error{
		Message:    fmt.Sprintf("The document is too large: at most %d %s are allowed.", limit, what),
		Extensions: map[string]any{"code": codeLimit, "limit": limit},
	}
}

// MutateOperationParameters measures the document before it is validated:
// validation itself is what an attacker would make expensive.
func (l Limits) MutateOperationParameters(_ context.Context, p *graphql.RawParams) *gqlerror.Error {
	document, err := parser.ParseQueryWithTokenLimit(&ast.Source{Input: p.Query}, l.Tokens)
	switch {
	case err != nil && strings.Contains(err.Error(), "token limit"):
		return tooLarge("words", l.Tokens)
	case err != nil:
		return nil // the parser of the server tells it with its place
	}
	for _, operation := range document.Operations {
		m := &measure{fragments: document.Fragments, limits: l}
		m.directives += len(operation.Directives)
		if bad := m.selection(operation.SelectionSet, place{depth: 1}); bad != nil {
			return bad
		}
	}
	return nil
}

// measure counts what a document asks, with fragments put in where they are
// spread. Every selection counts when it is visited, so that the measuring
// itself is bounded whatever the fragments spread.
type measure struct {
	fragments                            ast.FragmentDefinitionList
	limits                               Limits
	visited, fields, aliases, directives int
}

func (m *measure) selection(set ast.SelectionSet, at place) *gqlerror.Error {
	for _, selected := range set {
		m.visited++
		if bad := m.exceeded(at); bad != nil {
			return bad
		}
		var bad *gqlerror.Error
		switch s := selected.(type) {
		case *ast.Field:
			bad = m.field(s, at)
		case *ast.InlineFragment:
			m.directives += len(s.Directives)
			bad = m.selection(s.SelectionSet, at)
		case *ast.FragmentSpread:
			bad = m.spread(s, at)
		}
		if bad != nil {
			return bad
		}
	}
	return m.exceeded(at)
}

// place is where in a document a selection stands.
type place struct {
	depth int
	open  []string // the fragments around it
	meta  bool     // within the schema's description of itself
}

func (m *measure) field(f *ast.Field, at place) *gqlerror.Error {
	m.fields++
	m.directives += len(f.Directives)
	if f.Alias != f.Name {
		m.aliases++
		if at.meta {
			m.aliases += metaAlias
		}
	}
	at.depth++
	if f.Name == "__schema" || f.Name == "__type" {
		at.meta = true
	}
	return m.selection(f.SelectionSet, at)
}

// metaAlias is what an alias within the schema's description of itself costs:
// no tool needs one there, and each repeats a list of hundreds.
const metaAlias = 10

// metaDepth is how deep that description may be asked for: tools unwrap types
// of types to a fixed depth.
const metaDepth = 16

func (m *measure) spread(s *ast.FragmentSpread, at place) *gqlerror.Error {
	m.directives += len(s.Directives)
	fragment := m.fragments.ForName(s.Name)
	if fragment == nil || slices.Contains(at.open, s.Name) {
		return nil // validation refuses both by name
	}
	at.open = append(slices.Clip(at.open), s.Name)
	return m.selection(fragment.SelectionSet, at)
}

func (m *measure) exceeded(at place) *gqlerror.Error {
	depth := m.limits.Depth
	if at.meta {
		depth = max(depth, metaDepth)
	}
	switch l := m.limits; {
	case at.depth > depth:
		return tooLarge("levels of fields", l.Depth)
	case m.fields > l.Fields || m.visited > 2*l.Fields:
		return tooLarge("fields", l.Fields)
	case m.aliases > l.Aliases:
		return tooLarge("aliases", l.Aliases)
	case m.directives > l.Directives:
		return tooLarge("directives", l.Directives)
	default:
		return nil
	}
}

// MutateOperationContext bounds the rows that may be asked for: a list costs
// its page size times what each row costs.
func (l Limits) MutateOperationContext(_ context.Context, o *graphql.OperationContext) *gqlerror.Error {
	if cost(o.Operation.SelectionSet, o.Variables, l.Complexity) > l.Complexity {
		return tooLarge("rows times fields", l.Complexity)
	}
	return nil
}

func cost(set ast.SelectionSet, variables map[string]any, most int) int {
	sum := 0
	for _, selected := range set {
		switch s := selected.(type) {
		case *ast.Field:
			sum += 1 + rowsOf(s, variables)*cost(s.SelectionSet, variables, most)
		case *ast.InlineFragment:
			sum += cost(s.SelectionSet, variables, most)
		case *ast.FragmentSpread:
			if s.Definition != nil {
				sum += cost(s.Definition.SelectionSet, variables, most)
			}
		}
		if sum > most {
			return most + 1 // no need to know by how much, and no overflow
		}
	}
	return sum
}

// rowsOf is how many rows a field may answer.
func rowsOf(f *ast.Field, variables map[string]any) int {
	if ids := f.Arguments.ForName("ids"); ids != nil {
		value, err := ids.Value.Value(variables)
		if list, ok := value.([]any); ok && err == nil {
			return len(list)
		}
	}
	if f.Definition == nil || f.Definition.Arguments.ForName("first") == nil {
		return 1
	}
	for _, name := range []string{"first", "last"} {
		argument := f.Arguments.ForName(name)
		if argument == nil {
			continue
		}
		value, err := argument.Value.Value(variables)
		if err != nil || value == nil {
			continue
		}
		if n, err := strconv.Atoi(fmt.Sprint(value)); err == nil && n >= 0 && n <= page.Most {
			return n
		}
	}
	return page.Default
}
