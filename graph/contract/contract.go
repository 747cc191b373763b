// Package contract is the API as clients download it.
package contract

import (
	"strings"

	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/formatter"
)

// opaque is the scalar behind cursors. Relay and the clients made for it expect
// a String there, so a String is what they get.
const opaque = "Cursor"

// Public turns the schema that the server is built from into the one it
// publishes: cursors are strings, and directives for generators are gone. Every
// verb takes exactly one argument, and what that is need not be said at each.
func Public(s *ast.Schema) *ast.Schema {
	delete(s.Types, opaque)
	for _, name := range []string{"goField", "goModel"} {
		delete(s.Directives, name)
	}
	for _, verb := range s.Mutation.Fields {
		verb.Arguments.ForName("input").Description = "What is to be done, in one object."
	}
	for _, def := range s.Types {
		def.Directives = published(def.Directives)
		for _, field := range def.Fields {
			field.Directives = published(field.Directives)
			asString(field.Type)
			for _, arg := range field.Arguments {
				asString(arg.Type)
			}
		}
	}
	return s
}

func published(all ast.DirectiveList) ast.DirectiveList {
	var kept ast.DirectiveList
	for _, d := range all {
		if !strings.HasPrefix(d.Name, "go") {
			kept = append(kept, d)
		}
	}
	return kept
}

func asString(t *ast.Type) {
	for t.Elem != nil {
		t = t.Elem
	}
	if t.NamedType == opaque {
		t.NamedType = "String"
	}
}

// Print writes the schema in the schema definition language, with every
// description, in an order that does not depend on files.
func Print(s *ast.Schema) string {
	var b strings.Builder
	formatter.NewFormatter(&b, formatter.WithIndent("  ")).FormatSchema(s)
	return b.String()
}
