package main

import (
	"fmt"
	"go/format"
	"os"
	"path/filepath"
	"regexp"

	"entgo.io/ent/entc/gen"
)

// patch replaces one piece of generated text. Generation fails when a piece is
// no longer there, so a new version of the generator cannot silently undo one.
type patch struct {
	file string
	why  string
	old  *regexp.Regexp
	new  string
}

var patches = []patch{
	{
		"gql_pagination.go", "cursors are our own: see package page",
		regexp.MustCompile(`Cursor\s+= entgql\.Cursor\[ident\.ID\]\n\s*PageInfo\s+= entgql\.PageInfo\[ident\.ID\]`),
		"Cursor = page.Cursor\n\tPageInfo = page.Info",
	},
	{
		"gql_pagination.go", "cursors are our own",
		regexp.MustCompile(`(?m)^import \(\n`), "import (\n\t\"sifang/ent/page\"\n",
	},
	{
		"gql_pagination.go", "a cursor names the order it belongs to",
		regexp.MustCompile(`return p\.order\.Field\.toCursor\((\w+)\)`),
		"return p.order.Field.toCursor($1).In(p.order.Field.column)",
	},
	{
		"gql_pagination.go", "a cursor made for one row names its order, too",
		regexp.MustCompile(`Cursor: order\.Field\.toCursor\((\w+)\),`),
		"Cursor: order.Field.toCursor($1).In(order.Field.column),",
	},
	{
		"gql_pagination.go", "a cursor's value has the type of its column",
		regexp.MustCompile(`direction := p\.order\.Direction\n\s*if p\.reverse \{\n\s*direction = direction\.Reverse\(\)\n\s*\}\n\s*for _, predicate := range entgql\.CursorsPredicate\(after, before, (Default(\w+)Order\.Field\.column), (p\.order\.Field\.column), direction\) \{`),
		"like, err := p.order.Field.Value(&$2{})\n\tif err != nil {\n\t\treturn nil, err\n\t}\n" +
			"\tpredicates, err := page.Between(after, before, $1, $3, like, p.order.Direction)\n\tif err != nil {\n\t\treturn nil, err\n\t}\n" +
			"\tfor _, predicate := range predicates {",
	},
	{
		"gql_pagination.go", "a page has a size even if the question names none",
		regexp.MustCompile(`if err := validateFirstLast\(first, last\); err != nil \{\n\s*return nil, err\n\s*\}`),
		"first, err := page.Size(first, last)\n\tif err != nil {\n\t\treturn nil, err\n\t}",
	},
	{
		"gql_pagination.go", "only totalCount counts; pageInfo is read from one row more",
		regexp.MustCompile(`ignoredEdges := !hasCollectedField\(ctx, edgesField\)\n\s*if hasCollectedField\(ctx, totalCountField\) \|\| hasCollectedField\(ctx, pageInfoField\) \{`),
		"ignoredEdges := !hasCollectedField(ctx, edgesField) && !hasCollectedField(ctx, pageInfoField)\n\tif hasCollectedField(ctx, totalCountField) {",
	},
	{
		"gql_pagination.go", "no longer used after the above",
		regexp.MustCompile(`\t"sifang/schema/ident"\n`), "",
	},
	{
		"gql_node.go", "one row is asked for as several are",
		regexp.MustCompile(`(?s)case 1:\n\t\tnoder, err := c\.Noder\(ctx, ids\[0\], opts\.\.\.\).*?return \[\]Noder\{noder\}, nil\n`), "",
	},
	{
		"gql_node.go", "what is not there is nil, and no error",
		regexp.MustCompile(`(?s)\tfor i, id := range ids \{\n\t\tif errors\[i\] == nil \{.*?graphql\.AddError\(ctx, errors\[i\]\)\n\t\}`),
		"\tfor _, err := range errors {\n\t\tif err != nil && !IsNotFound(err) {\n\t\t\treturn nil, err\n\t\t}\n\t}",
	},
	{
		"runtime.go", "the words of the domain and the nouns of the store are both called schema",
		regexp.MustCompile(`\t"sifang/schema"\n`), "",
	},
	{
		"gql_collection.go", "the same for lists within lists: size",
		regexp.MustCompile(`if err := validateFirstLast\(args\.first, args\.last\); err != nil \{\n\s*return fmt\.Errorf\("validate first and last in path %q: %w", path, err\)\n\s*\}`),
		"var err error\n\t\t\tif args.first, err = page.Size(args.first, args.last); err != nil {\n\t\t\t\treturn err\n\t\t\t}",
	},
	{
		"gql_collection.go", "a page size is an error of its own",
		regexp.MustCompile(`(?m)^import \(\n`), "import (\n\t\"sifang/ent/page\"\n",
	},
	{
		"gql_collection.go", "the same for lists within lists: count",
		regexp.MustCompile(`ignoredEdges := !hasCollectedField\(ctx, append\(path, edgesField\)\.\.\.\)\n\s*if hasCollectedField\(ctx, append\(path, totalCountField\)\.\.\.\) \|\| hasCollectedField\(ctx, append\(path, pageInfoField\)\.\.\.\) \{`),
		"ignoredEdges := !hasCollectedField(ctx, append(path, edgesField)...) && !hasCollectedField(ctx, append(path, pageInfoField)...)\n\t\t\tif hasCollectedField(ctx, append(path, totalCountField)...) {",
	},
	{
		"gql_collection.go", "an argument that cannot be read is refused by its field, and must not panic here",
		regexp.MustCompile(`i, err := graphql\.UnmarshalInt\(v\)\n\s*if err == nil \{\n\s*args\[k\] = &i\n\s*\}`),
		"delete(args, k)\n\t\tif i, err := graphql.UnmarshalInt(v); err == nil {\n\t\t\targs[k] = &i\n\t\t}",
	},
	{
		"gql_collection.go", "the same for cursors",
		regexp.MustCompile(`c := &Cursor\{\}\n\s*if c\.UnmarshalGQL\(v\) == nil \{`),
		"delete(args, k)\n\t\tc := &Cursor{}\n\t\tif c.UnmarshalGQL(v) == nil {",
	},
	{
		"gql_edge.go", "a list within a list has the same default size",
		regexp.MustCompile(`(?m)^(\s*)opts := \[\]`), "${1}first, err := page.Size(first, last)\n\tif err != nil {\n\t\treturn nil, err\n\t}\n${1}opts := []",
	},
	{
		"gql_edge.go", "a page size is an error of its own",
		regexp.MustCompile(`(?m)^import \(\n`), "import (\n\t\"sifang/ent/page\"\n",
	},
}

func patched(next gen.Generator) gen.Generator {
	return gen.GenerateFunc(func(graph *gen.Graph) error {
		if err := next.Generate(graph); err != nil {
			return err
		}
		for _, p := range patches {
			path := filepath.Join(graph.Target, p.file)
			text, err := os.ReadFile(path)
			if err != nil {
				return err
			}
			if !p.old.Match(text) {
				return fmt.Errorf("%s: the generator no longer writes what is mended here (%s)", p.file, p.why)
			}
			mended, err := format.Source(p.old.ReplaceAll(text, []byte(p.new)))
			if err != nil {
				return fmt.Errorf("%s: %w", p.file, err)
			}
			if err := os.WriteFile(path, mended, 0o644); err != nil {
				return err
			}
		}
		return nil
	})
}
