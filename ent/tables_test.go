package ent

import (
	"slices"
	"testing"

	"entgo.io/ent/dialect/sql/schema"

	"sifang/ent/db/migrate"
	"sifang/schema/ident"
)

func TestEveryForeignKeyIsThePrefixOfAnIndex(t *testing.T) {
	for _, table := range migrate.Tables {
		for _, key := range table.ForeignKeys {
			column := key.Columns[0].Name
			indexed := slices.ContainsFunc(table.Indexes, func(i *schema.Index) bool { return i.Columns[0].Name == column }) ||
				table.PrimaryKey[0].Name == column
			// The table that joins two others is looked up from its first column;
			// from the second only when a person's rolls are asked for.
			if !indexed && len(table.PrimaryKey) == 1 {
				t.Errorf("%s.%s is a foreign key without an index", table.Name, column)
			}
		}
	}
}

func TestEveryVersionedTableIsKnown(t *testing.T) {
	known := map[string]bool{}
	for _, l := range versioned {
		known[l.table] = true
	}
	for _, table := range migrate.Tables {
		has := slices.ContainsFunc(table.Columns, func(c *schema.Column) bool { return c.Name == "superseded_at" })
		if has != known[table.Name] {
			t.Errorf("%s keeps former versions: %v; the store knows: %v", table.Name, has, known[table.Name])
		}
	}
}

func TestEveryKindHasATableAndAGuard(t *testing.T) {
	names := map[string]bool{}
	for _, table := range migrate.Tables {
		names[table.Name] = true
	}
	for _, kind := range ident.Kinds() {
		if !names[tables[kind]] {
			t.Errorf("%v is kept in %q, which is no table", kind, tables[kind])
		}
		if _, ok := guard[kind.String()]; !ok {
			t.Errorf("nothing says who may see rows of %v", kind)
		}
	}
	if len(guard) != len(ident.Kinds()) {
		t.Errorf("%d guards for %d kinds", len(guard), len(ident.Kinds()))
	}
}
