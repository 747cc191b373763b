package demo_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"testing"

	"github.com/vektah/gqlparser/v2"
	"github.com/vektah/gqlparser/v2/ast"

	"sifang/ent"
	"sifang/ent/command"
	"sifang/graph"
	"sifang/schema/ident"
	"sifang/server/internal/demo"
)

// api asks the API as somebody.
type api struct {
	schema  *ast.Schema
	handler http.Handler
}

func newAPI(t *testing.T, s *ent.Store) *api {
	t.Helper()
	schema, err := gqlparser.LoadSchema(&ast.Source{Name: "api", Input: graph.SDL()})
	if err != nil {
		t.Fatal(err)
	}
	do := command.New(s)
	t.Cleanup(do.Close)
	handler := graph.New(graph.Config{Store: s, Do: do, Log: slog.New(slog.DiscardHandler)})
	return &api{schema: schema, handler: handler}
}

func (a *api) ask(t *testing.T, viewer ident.ID, query string, variables map[string]any) map[string]any {
	t.Helper()
	body, err := json.Marshal(map[string]any{"query": query, "variables": variables})
	if err != nil {
		t.Fatal(err)
	}
	ctx := ent.WithViewer(t.Context(), &ent.Viewer{Person: viewer})
	request := httptest.NewRequestWithContext(ctx, http.MethodPost, "/graphql", bytes.NewReader(body))
	request.Header.Set("Content-Type", "application/json")
	recorder := httptest.NewRecorder()
	a.handler.ServeHTTP(recorder, request)
	var answer struct {
		Data   map[string]any
		Errors []struct{ Message string }
	}
	if err := json.Unmarshal(recorder.Body.Bytes(), &answer); err != nil {
		t.Fatalf("%v: %s", err, recorder.Body)
	}
	if len(answer.Errors) > 0 {
		t.Errorf("%.400s\nwas answered %s", query, answer.Errors[0].Message)
	}
	return answer.Data
}

// plain are the fields of a type that hold a value rather than a thing, and
// need no argument.
func (a *api) plain(typ string) []string {
	var names []string
	for _, field := range a.schema.Types[typ].Fields {
		kind := a.schema.Types[field.Type.Name()].Kind
		asks := slices.ContainsFunc(field.Arguments, func(one *ast.ArgumentDefinition) bool { return one.Type.NonNull && one.DefaultValue == nil })
		if (kind == ast.Scalar || kind == ast.Enum) && !asks && !strings.HasPrefix(field.Name, "__") {
			names = append(names, field.Name)
		}
	}
	return names
}

// things are the fields that lead to one other row.
func (a *api) things(typ string) []*ast.FieldDefinition {
	var fields []*ast.FieldDefinition
	for _, field := range a.schema.Types[typ].Fields {
		if field.Type.Elem == nil && a.node(field.Type.Name()) {
			fields = append(fields, field)
		}
	}
	return fields
}

func (a *api) node(typ string) bool {
	def := a.schema.Types[typ]
	return def.Kind == ast.Object && len(def.Interfaces) > 0
}

// connections are the fields that lead to lists of rows, with the type of row.
func (a *api) connections(typ string) map[string]string {
	lists := map[string]string{}
	for _, field := range a.schema.Types[typ].Fields {
		if row, ok := strings.CutSuffix(field.Type.Name(), "Connection"); ok && row != "" {
			lists[field.Name] = row
		}
	}
	return lists
}

func (a *api) row(typ string) string {
	parts := append([]string{"__typename", "id"}, a.plain(typ)...)
	for _, thing := range a.things(typ) {
		parts = append(parts, thing.Name+" { id }")
	}
	return strings.Join(parts, " ")
}

// testRequired lets everybody read everything that they see, with all that it
// leads to: nothing that they see may lead to a refusal.
func testRequired(t *testing.T, s *ent.Store, players []demo.Player) {
	a := newAPI(t, s)
	viewers := []ident.ID{ident.Nil}
	for _, p := range players {
		viewers = append(viewers, p.Person)
	}
	rows := 0
	for _, viewer := range viewers {
		for list, typ := range a.connections("Query") {
			query := fmt.Sprintf("{ %s(first: 60) { totalCount edges { node { %s } } } }", list, a.row(typ))
			rows += len(edges(a.ask(t, viewer, query, nil)[list]))
			for inner, innerType := range a.connections(typ) {
				query := fmt.Sprintf("{ %s(first: 12) { edges { node { id %s(first: 8) { totalCount pageInfo { hasNextPage } edges { node { %s } } } } } } }",
					list, inner, a.row(innerType))
				for _, outer := range edges(a.ask(t, viewer, query, nil)[list]) {
					node, _ := outer["node"].(map[string]any)
					rows += len(edges(node[inner]))
				}
			}
		}
	}
	if rows < 1000 {
		t.Errorf("only %d rows were read", rows)
	}
}

func edges(connection any) []map[string]any {
	fields, _ := connection.(map[string]any)
	list, _ := fields["edges"].([]any)
	all := make([]map[string]any, 0, len(list))
	for _, one := range list {
		if edge, ok := one.(map[string]any); ok {
			all = append(all, edge)
		}
	}
	return all
}

// orders are the values that a list can be ordered by: "" is the order of
// identifiers.
func (a *api) orders(typ string) []string {
	all := []string{""}
	if enum := a.schema.Types[typ+"OrderField"]; enum != nil {
		for _, value := range enum.EnumValues {
			all = append(all, value.Name)
		}
	}
	return all
}

// testPages reads page 1, page 2 and page 1 again of every list in every
// order, of root lists and of lists within rows, as somebody.
func testPages(t *testing.T, s *ent.Store, players []demo.Player, as string) {
	a := newAPI(t, s)
	viewer := players[0].Person
	for _, p := range players {
		if p.English == as {
			viewer = p.Person
		}
	}
	turned := 0
	for list, typ := range a.connections("Query") {
		for _, order := range a.orders(typ) {
			for _, direction := range []string{"ASC", "DESC"} {
				turned += a.turns(t, viewer, "%s", list, order, direction, nil)
			}
		}
	}
	for list, typ := range a.connections("Query") {
		data := a.ask(t, viewer, fmt.Sprintf("{ %s(first: 100) { edges { node { id } } } }", list), nil)
		for inner, innerType := range a.connections(typ) {
			parent := a.richest(t, viewer, typ, inner, edges(data[list]))
			if parent == "" {
				continue
			}
			for _, order := range a.orders(innerType) {
				for _, direction := range []string{"ASC", "DESC"} {
					wrap := "node(id: $id) { ... on " + typ + " { %s } }"
					turned += a.turns(t, viewer, wrap, inner, order, direction, map[string]any{"id": parent})
				}
			}
		}
	}
	if turned < 60 {
		t.Errorf("only %d lists had a second page", turned)
	}
}

// richest is the row whose list is longest.
func (a *api) richest(t *testing.T, viewer ident.ID, typ, inner string, rows []map[string]any) string {
	t.Helper()
	best, most := "", 2
	for _, row := range rows {
		node, _ := row["node"].(map[string]any)
		id := fmt.Sprint(node["id"])
		data := a.ask(t, viewer, fmt.Sprintf("query ($id: ID!) { node(id: $id) { ... on %s { %s { totalCount } } } }", typ, inner), map[string]any{"id": id})
		found, _ := data["node"].(map[string]any)
		connection, _ := found[inner].(map[string]any)
		if count, ok := connection["totalCount"].(float64); ok && int(count) > most {
			best, most = id, int(count)
		}
		if most > 4 {
			break
		}
	}
	return best
}

// turns reads a list forth and back, and answers 1 if it had a second page.
func (a *api) turns(t *testing.T, viewer ident.ID, wrap, list, order, direction string, variables map[string]any) int {
	t.Helper()
	by := ""
	if order != "" {
		by = fmt.Sprintf(", orderBy: {field: %s, direction: %s}", order, direction)
	} else if direction == "DESC" {
		return 0
	}
	page := func(arguments string) ([]string, map[string]any) {
		declare := ""
		if variables != nil {
			declare = "query ($id: ID!) "
		}
		field := fmt.Sprintf("%s(%s%s) { edges { node { id } cursor } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } }", list, arguments, by)
		data := a.ask(t, viewer, declare+"{ "+fmt.Sprintf(wrap, field)+" }", variables)
		if node, ok := data["node"].(map[string]any); ok {
			data = node
		}
		var ids []string
		for _, edge := range edges(data[list]) {
			node, _ := edge["node"].(map[string]any)
			ids = append(ids, fmt.Sprint(node["id"]))
		}
		connection, _ := data[list].(map[string]any)
		info, _ := connection["pageInfo"].(map[string]any)
		return ids, info
	}
	const size = 2
	first, info := page(fmt.Sprintf("first: %d", size))
	if info["hasNextPage"] != true {
		return 0
	}
	second, behind := page(fmt.Sprintf("first: %d, after: %q", size, info["endCursor"]))
	both, _ := page(fmt.Sprintf("first: %d", 2*size))
	if got := append(append([]string{}, first...), second...); fmt.Sprint(got) != fmt.Sprint(both) {
		t.Errorf("%s by %s %s: pages %v, together %v", list, order, direction, got, both)
	}
	if behind["hasPreviousPage"] != true {
		t.Errorf("%s by %s %s: page 2 knows of nothing before it", list, order, direction)
	}
	again, _ := page(fmt.Sprintf("last: %d, before: %q", size, behind["startCursor"]))
	if fmt.Sprint(again) != fmt.Sprint(first) {
		t.Errorf("%s by %s %s: page 1 was %v, and from page 2 back it is %v", list, order, direction, first, again)
	}
	return 1
}
