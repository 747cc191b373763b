package graph

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"github.com/99designs/gqlgen/graphql"
)

func measured(query string) string {
	bad := Limits{}.withDefaults().MutateOperationParameters(context.Background(), &graphql.RawParams{Query: query})
	if bad == nil {
		return ""
	}
	return bad.Message
}

// introspection is what the common tools ask to learn a schema.
const introspection = `query IntrospectionQuery { __schema { queryType { name } mutationType { name } types { ...FullType } directives { name locations args { ...InputValue } } } }
fragment FullType on __Type { kind name description fields(includeDeprecated: true) { name description args { ...InputValue } type { ...TypeRef } isDeprecated deprecationReason }
  inputFields { ...InputValue } interfaces { ...TypeRef } enumValues(includeDeprecated: true) { name description isDeprecated deprecationReason } possibleTypes { ...TypeRef } }
fragment InputValue on __InputValue { name description type { ...TypeRef } defaultValue }
fragment TypeRef on __Type { kind name ofType { kind name ofType { kind name ofType { kind name ofType { kind name ofType { kind name ofType { kind name ofType { kind name } } } } } } } }`

func TestLimits(t *testing.T) {
	repeat := func(n int, one string) string {
		var b strings.Builder
		for i := range n {
			fmt.Fprintf(&b, one, i)
		}
		return b.String()
	}
	for name, c := range map[string]struct{ query, refused string }{
		"an ordinary question":      {"{ areas { edges { node { name } } } }", ""},
		"what tools ask":            {introspection, ""},
		"a token flood":             {"{ " + strings.Repeat("__typename ", 5001) + "}", "words"},
		"an alias flood":            {"{ " + repeat(31, "a%d: __typename ") + "}", "aliases"},
		"a field flood":             {"{ " + strings.Repeat("__typename ", 501) + "}", "fields"},
		"a directive flood":         {"{ __typename " + strings.Repeat("@include(if: true) ", 21) + "}", "directives"},
		"too deep":                  {strings.Repeat("{ a ", 13) + strings.Repeat("}", 13), "levels"},
		"an introspection flood":    {"{ __schema { " + repeat(4, "a%d: types { name } ") + "} }", "aliases"},
		"a fragment in itself":      {"{ ...f } fragment f on Query { ...f }", ""},
		"a bomb that ends nowhere":  {"{ ...f0 } " + bomb(40), "fields"},
		"a bomb in its description": {"{ ...g } fragment g on Query { __schema { ...f0 } } " + bomb(40), "fields"},
	} {
		if got := measured(c.query); c.refused == "" && got != "" || !strings.Contains(got, c.refused) {
			t.Errorf("%s was answered %q, want %q", name, got, c.refused)
		}
	}
}

// bomb is a chain of fragments each of which spreads the next one twice.
func bomb(n int) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, "fragment f%d on Query { ...f%d ...f%d } ", i, i+1, i+1)
	}
	return b.String()
}
