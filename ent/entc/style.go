package main

import (
	"errors"
	"fmt"
	"regexp"
	"strings"

	"entgo.io/ent/entc/gen"
	"github.com/vektah/gqlparser/v2/ast"
)

// houseStyle makes the generated API look as if one person had written it, so
// that no file in ent/schema has to repeat the same annotations.
func houseStyle(graph *gen.Graph, schema *ast.Schema) error {
	describeEdges(graph, schema)
	var missing []error
	for _, def := range schema.Types {
		if def.BuiltIn {
			continue
		}
		describeType(def)
		describeConnection(def)
		if def.Name == "Query" {
			askInTime(def)
		}
		if strings.HasSuffix(def.Name, "WhereInput") {
			pruneFilter(def)
		}
		if strings.HasSuffix(def.Name, "OrderField") {
			for _, value := range def.EnumValues {
				value.Description = "By " + strings.ToLower(strings.ReplaceAll(value.Name, "_", " ")) + ", then by identifier."
			}
		}
		missing = append(missing, undescribed(def)...)
	}
	return errors.Join(missing...)
}

// describeEdges gives types and connections their comments, which entgql drops.
func describeEdges(graph *gen.Graph, schema *ast.Schema) {
	for _, node := range graph.Nodes {
		def := schema.Types[node.Name]
		if def == nil {
			continue
		}
		if about, ok := node.Annotations["Comment"].(map[string]any); ok {
			def.Description, _ = about["Text"].(string)
		}
		for _, edge := range node.Edges {
			if field := def.Fields.ForName(camel(edge.Name)); field != nil && field.Description == "" {
				field.Description = edge.Comment()
			}
		}
	}
}

func camel(name string) string {
	parts := strings.Split(name, "_")
	for i := range parts[1:] {
		parts[i+1] = strings.ToUpper(parts[i+1][:1]) + parts[i+1][1:]
	}
	return strings.Join(parts, "")
}

// describeConnection states the page sizes and makes the lists of a connection
// non-null: an element that cannot be shown is left out, never null.
func describeConnection(def *ast.Definition) {
	for _, field := range def.Fields {
		for _, arg := range field.Arguments {
			arg.Description = argument(arg.Name, field)
		}
		switch {
		case strings.HasSuffix(def.Name, "Connection") && field.Name == "edges":
			field.Type = ast.NonNullListType(ast.NonNullNamedType(field.Type.Elem.NamedType, nil), nil)
			field.Description = "The rows of this page, each with its cursor."
		case strings.HasSuffix(def.Name, "Connection") && field.Name == "pageInfo":
			field.Description = "Whether there is more, and where to go on."
		case strings.HasSuffix(def.Name, "Connection") && field.Name == "totalCount":
			field.Description = "How many there are in all; costs a query only when asked for."
		case strings.HasSuffix(def.Name, "Edge") && field.Name == "node":
			field.Type = ast.NonNullNamedType(field.Type.NamedType, nil)
			field.Description = "The row."
		case strings.HasSuffix(def.Name, "Edge") && field.Name == "cursor":
			field.Description = "Its place in the list, for after and before."
		case strings.HasSuffix(def.Name, "Order") && field.Name == "direction":
			field.Description = "Ascending unless said otherwise."
		case strings.HasSuffix(def.Name, "Order") && field.Name == "field":
			field.Description = "What to order by."
		}
	}
}

// askInTime lets lists be asked for what was in force on a day, and for what the
// register said then.
func askInTime(query *ast.Definition) {
	resolutions := query.Fields.ForName("resolutions")
	resolutions.Arguments = append(resolutions.Arguments,
		&ast.ArgumentDefinition{
			Name: "inForceOn", Type: ast.NamedType("Date", nil),
			Description: "Only decisions in force on this day, in whole or in part (生效日).",
		},
		&ast.ArgumentDefinition{
			Name: "knownAt", Type: ast.NamedType("DateTime", nil),
			Description: "Only what the register had at this instant, and in force as it said then; now if absent (登记时点).",
		})
}

func argument(name string, field *ast.FieldDefinition) string {
	switch name {
	case "first":
		return "How many from the beginning, 1 to 100; 20 if neither first nor last is given."
	case "last":
		return "How many from the end, 1 to 100."
	case "after":
		return "Only what comes after this cursor of the same order."
	case "before":
		return "Only what comes before this cursor of the same order."
	case "orderBy":
		return "The order; by identifier, which is by time of entry, if absent."
	case "where":
		return "Which rows are wanted; all conditions must hold."
	case "id":
		return "The identifier."
	case "ids":
		return "The identifiers, at most 100."
	default:
		return field.Description
	}
}

func describeType(def *ast.Definition) {
	connected := func(suffix string) string { return spaced(strings.TrimSuffix(def.Name, suffix)) }
	switch {
	case def.Name == "Node":
		def.Description = "Something with an identifier that node(id:) finds again."
		def.Fields.ForName("id").Description = "The identifier; it tells the type."
	case def.Name == "PageInfo":
		def.Description = "Where a page lies in its list (Relay)."
	case def.Name == "Cursor":
		def.Description = "A place in a list."
	case def.Name == "Query":
		def.Description = "What can be asked."
		describeNode(def)
	case strings.HasSuffix(def.Name, "Connection"):
		def.Description = "A page of a list of " + connected("Connection") + " rows."
	case strings.HasSuffix(def.Name, "Edge"):
		def.Description = "One " + connected("Edge") + " in a list."
	case strings.HasSuffix(def.Name, "WhereInput"):
		def.Description = "Which " + connected("WhereInput") + " rows are wanted."
	case strings.HasSuffix(def.Name, "OrderField"):
		def.Description = "What a list of " + connected("OrderField") + " rows can be ordered by."
	case strings.HasSuffix(def.Name, "Order"):
		def.Description = "The order of a list of " + connected("Order") + " rows."
	}
}

// describeNode also lets root lists be null, so that one that fails does not
// erase its siblings.
func describeNode(query *ast.Definition) {
	for _, list := range query.Fields {
		if strings.HasSuffix(list.Type.NamedType, "Connection") {
			list.Type.NonNull = false
		}
	}
	if node := query.Fields.ForName("node"); node != nil {
		node.Description = "One row of any type; null if there is none or the viewer may not see it."
	}
	if nodes := query.Fields.ForName("nodes"); nodes != nil {
		nodes.Description = "Rows of any type in the order asked; null in place of each that does not exist or that the viewer may not see."
	}
}

var capital = regexp.MustCompile(`([a-z])([A-Z])`)

func spaced(name string) string { return strings.ToLower(capital.ReplaceAllString(name, "$1 $2")) }

// kept are the conditions worth their place in the API. No condition reaches
// across an edge: filters are not guarded, so one that did could be used to
// ask about rows that the viewer may not see.
var kept = map[string]string{
	"":             "Equal to this.",
	"In":           "Any of these.",
	"GTE":          "At this or later.",
	"LT":           "Before this.",
	"ContainsFold": "Contains this text, in any case.",
}

var (
	textFields  = map[string]bool{"name": true, "title": true}
	exactFields = map[string]bool{"code": true, "matter": true, "verb": true, "year": true, "serial": true, "pilot": true, "actorID": true, "subjectID": true}
)

func pruneFilter(def *ast.Definition) {
	var fields ast.FieldList
	for _, field := range def.Fields {
		if field.Name == "and" || field.Name == "or" || field.Name == "not" {
			field.Description = map[string]string{"and": "All of these hold.", "or": "Any of these holds.", "not": "This does not hold."}[field.Name]
			fields = append(fields, field)
			continue
		}
		base, op := condition(field.Name)
		if text, ok := kept[op]; ok && wanted(base, op, field.Type.Name()) {
			field.Description = text
			fields = append(fields, field)
		}
	}
	def.Fields = fields
}

func condition(name string) (string, string) {
	for _, op := range []string{"ContainsFold", "NotIn", "EqualFold", "HasPrefix", "HasSuffix", "Contains", "IsNil", "NotNil", "NEQ", "GTE", "LTE", "GT", "LT", "In"} {
		if base, ok := strings.CutSuffix(name, op); ok && base != "" {
			return base, op
		}
	}
	return name, ""
}

func wanted(base, op, typ string) bool {
	switch {
	case strings.HasPrefix(base, "has") && strings.HasSuffix(typ, "WhereInput"), strings.HasPrefix(base, "has") && typ == "Boolean":
		return false
	case typ == "DateTime" || typ == "Date":
		return op == "GTE" || op == "LT"
	case op == "ContainsFold":
		return textFields[base]
	case op == "" || op == "In":
		return base == "id" || exactFields[base] || typ != "String" && typ != "Int" && typ != "Boolean" && typ != "ID"
	default:
		return false
	}
}

func undescribed(def *ast.Definition) []error {
	var missing []error
	if def.Description == "" {
		missing = append(missing, fmt.Errorf("type %s has no description", def.Name))
	}
	for _, field := range def.Fields {
		if field.Description == "" {
			missing = append(missing, fmt.Errorf("field %s.%s has no description", def.Name, field.Name))
		}
		for _, arg := range field.Arguments {
			if arg.Description == "" {
				missing = append(missing, fmt.Errorf("argument %s.%s(%s) has no description", def.Name, field.Name, arg.Name))
			}
		}
	}
	return missing
}
