package main

import (
	"errors"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/vektah/gqlparser/v2"
	gql "github.com/vektah/gqlparser/v2/ast"
)

// rules are what keeps the house in order: each answers what breaks it.
var rules = []struct {
	name   string
	broken func(fs.FS) ([]string, error)
}{
	{"imports point right", importsLeft},
	{"law is pure", impureLaw},
	{"generated code stays apart", strayCode},
	{"every verb has its file", missingCommands},
	{"a resolver is one line", longResolvers},
	{"the top level is bare", strayEntries},
	{"everything is described", undescribed},
}

var order = []string{"schema", "ent", "graph", "server"}

func place(name string) int { return slices.Index(order, strings.Split(name, "/")[0]) }

// source is one parsed Go file.
type source struct {
	path string
	text string
	file *ast.File
}

func (s source) imports() []string {
	var all []string
	for _, spec := range s.file.Imports {
		name, _ := strconv.Unquote(spec.Path.Value) // the parser took it, so it is quoted
		all = append(all, name)
	}
	return all
}

func (s source) test() bool { return strings.HasSuffix(s.path, "_test.go") }

func sources(tree fs.FS, mode parser.Mode) ([]source, error) {
	var all []source
	err := fs.WalkDir(tree, ".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() || path.Ext(name) != ".go" {
			return err
		}
		text, err := fs.ReadFile(tree, name)
		if err != nil {
			return err
		}
		file, err := parser.ParseFile(token.NewFileSet(), name, text, mode)
		all = append(all, source{path: name, text: string(text), file: file})
		return err
	})
	return all, err
}

func importsLeft(tree fs.FS) ([]string, error) {
	files, err := sources(tree, parser.ImportsOnly)
	var broken []string
	for _, f := range files {
		for _, name := range f.imports() {
			target, own := strings.CutPrefix(name, "sifang/")
			if own && place(target) > place(f.path) {
				broken = append(broken, fmt.Sprintf("%s imports %s, which lies to its left", f.path, name))
			}
			if strings.HasPrefix(f.path, "ent/schema/") && strings.HasPrefix(target, "ent/db") {
				broken = append(broken, fmt.Sprintf("%s imports %s, which is generated from it", f.path, name))
			}
		}
	}
	return broken, err
}

// impure are the packages through which the world could get into the law.
var impure = regexp.MustCompile(`^(context|database/.*|net(/.*)?|os(/.*)?|time/tzdata|entgo\.io/.*|github\.com/99designs/.*)$`)

var pure = []string{"github.com/google/uuid", "golang.org/x/mod", "pgregory.net/rapid"}

func impureLaw(tree fs.FS) ([]string, error) {
	files, err := sources(tree, parser.SkipObjectResolution)
	var broken []string
	for _, f := range files {
		if place(f.path) != 0 || f.test() {
			continue
		}
		for _, name := range f.imports() {
			foreign := strings.Contains(strings.Split(name, "/")[0], ".") && !slices.ContainsFunc(pure, func(p string) bool { return strings.HasPrefix(name, p) })
			if name != "database/sql/driver" && impure.MatchString(name) || foreign {
				broken = append(broken, fmt.Sprintf("%s imports %s; the law takes values and returns values", f.path, name))
			}
		}
		ast.Inspect(f.file, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.Ident:
				// The ledger names the types in order to refuse them.
				if (n.Name == "float64" || n.Name == "float32") && !strings.HasPrefix(f.path, "schema/ledger/") {
					broken = append(broken, f.path+" uses "+n.Name+"; shares are fractions and areas are whole numbers")
				}
			case *ast.SelectorExpr:
				if id, ok := n.X.(*ast.Ident); ok && id.Name == "time" && n.Sel.Name == "Now" {
					broken = append(broken, f.path+" reads the clock")
				}
			}
			return true
		})
	}
	return broken, err
}

var generatedHeader = regexp.MustCompile(`(?m)^(//|#) Code generated .* DO NOT EDIT\.$`)

var generatedPlaces = []string{"ent/db/", "graph/gql/", "schema/gen/"}

func strayCode(tree fs.FS) ([]string, error) {
	files, err := sources(tree, parser.PackageClauseOnly)
	var broken []string
	for _, f := range files {
		apart := slices.ContainsFunc(generatedPlaces, func(p string) bool { return strings.HasPrefix(f.path, p) })
		head, _, _ := strings.Cut(f.text, "\npackage ")
		switch generated := generatedHeader.MatchString(head); {
		case generated && !apart:
			broken = append(broken, f.path+" is generated, and lies among what is written by hand")
		case !generated && apart:
			broken = append(broken, f.path+" is written by hand, and lies among what is generated")
		}
	}
	return broken, err
}

var capitals = regexp.MustCompile(`[A-Z]`)

func snake(verb string) string {
	return capitals.ReplaceAllStringFunc(verb, func(c string) string { return "_" + strings.ToLower(c) })
}

var verbLine = regexp.MustCompile(`(?m)^  (\w+)\(input: \w+!\): \w+$`)

func missingCommands(tree fs.FS) ([]string, error) {
	files, err := fs.Glob(tree, "schema/*.graphql")
	var broken []string
	for _, name := range files {
		text, bad := fs.ReadFile(tree, name)
		err = errors.Join(err, bad)
		for _, verb := range verbLine.FindAllStringSubmatch(string(text), -1) {
			command := "ent/command/" + snake(verb[1]) + ".go"
			if _, bad := fs.Stat(tree, command); bad != nil {
				broken = append(broken, fmt.Sprintf("the verb %s of %s has no %s", verb[1], name, command))
			}
		}
	}
	return broken, err
}

func longResolvers(tree fs.FS) ([]string, error) {
	files, err := sources(tree, parser.SkipObjectResolution)
	var broken []string
	for _, f := range files {
		if !strings.HasSuffix(f.path, ".resolvers.go") {
			continue
		}
		for _, declared := range f.file.Decls {
			if fn, ok := declared.(*ast.FuncDecl); ok && len(fn.Body.List) != 1 {
				broken = append(broken, fmt.Sprintf("%s: %s has %d statements", f.path, fn.Name.Name, len(fn.Body.List)))
			}
		}
	}
	return broken, err
}

var topLevel = []string{"ent", "graph", "server", "schema", "go.mod", "go.sum", "gqlgen.yml", "README.md", "CHANGELOG.md", "LICENSE"}

func strayEntries(tree fs.FS) ([]string, error) {
	entries, err := fs.ReadDir(tree, ".")
	var broken []string
	for _, entry := range entries {
		name := entry.Name()
		if !strings.HasPrefix(name, ".") && !strings.HasPrefix(name, "sifang") && !slices.Contains(topLevel, name) {
			broken = append(broken, name+" has no place at the top level")
		}
	}
	return broken, err
}

func undescribed(tree fs.FS) ([]string, error) {
	text, err := fs.ReadFile(tree, "schema/gen/api.graphql")
	if err != nil {
		return nil, err
	}
	api, err := gqlparser.LoadSchema(&gql.Source{Name: "api.graphql", Input: string(text)})
	if err != nil {
		return nil, err
	}
	var broken []string
	missing := func(description string, what ...string) {
		if strings.TrimSpace(description) == "" {
			broken = append(broken, strings.Join(what, ".")+" has no description")
		}
	}
	for _, def := range api.Types {
		if def.BuiltIn {
			continue
		}
		missing(def.Description, def.Name)
		for _, field := range def.Fields {
			if strings.HasPrefix(field.Name, "__") {
				continue
			}
			missing(field.Description, def.Name, field.Name)
			for _, argument := range field.Arguments {
				missing(argument.Description, def.Name, field.Name, argument.Name)
			}
		}
		for _, value := range def.EnumValues {
			missing(value.Description, def.Name, value.Name)
		}
	}
	return broken, nil
}
