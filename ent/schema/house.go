package schema

import (
	"reflect"
	"strings"

	"entgo.io/contrib/entgql"
	"entgo.io/ent"
	"entgo.io/ent/dialect"
	"entgo.io/ent/dialect/entsql"
	"entgo.io/ent/schema"
	"entgo.io/ent/schema/edge"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/index"

	domain "sifang/schema"
	"sifang/schema/day"
	"sifang/schema/ident"
)

// trait says in which respect a column differs from the usual one, which is
// required, written once and shown in the API.
type trait uint8

const (
	optional trait = 1 << iota // may be absent
	mutable                    // may change after the row was made
	hidden                     // not shown in the API
	ordered                    // connections may be ordered by it
)

func traitsOf(traits []trait) trait {
	var all trait
	for _, t := range traits {
		all |= t
	}
	return all
}

func (t trait) has(one trait) bool { return t&one != 0 }

func annotate(name, gqlType string, t trait) []schema.Annotation {
	var all []schema.Annotation
	if gqlType != "" {
		all = append(all, entgql.Type(gqlType))
	}
	if t.has(hidden) {
		all = append(all, entgql.Skip(entgql.SkipAll))
	}
	if t.has(ordered) {
		all = append(all, entgql.OrderField(strings.ToUpper(name)))
	}
	return all
}

// builder is what all of ent's column builders have in common.
type builder[B any] interface {
	ent.Field
	Comment(string) B
	Optional() B
	Immutable() B
	StructTag(string) B
	Annotations(...schema.Annotation) B
}

func column[B builder[B]](b B, name, comment, gqlType string, traits []trait) B {
	t := traitsOf(traits)
	b = b.Comment(comment).Annotations(annotate(name, gqlType, t)...)
	if t.has(optional) {
		b = b.Optional()
	}
	if !t.has(mutable) {
		b = b.Immutable()
	}
	return b
}

// nillable is spelled apart because an absent value of every optional column
// is nil, never a zero that looks like a value.
type nillable[B any] interface {
	builder[B]
	Nillable() B
}

func nilColumn[B nillable[B]](b B, name, comment, gqlType string, traits []trait) ent.Field {
	b = column(b, name, comment, gqlType, traits)
	if traitsOf(traits).has(optional) {
		b = b.Nillable()
	}
	return b
}

// words is a text that people wrote.
func words(name, comment string, traits ...trait) ent.Field {
	return nilColumn(field.Text(name), name, comment, "", traits)
}

// number is a count or an ordinal.
func number(name, comment string, traits ...trait) ent.Field {
	return nilColumn(field.Int(name), name, comment, "", traits)
}

// yes is a statement that holds or does not.
func yes(name, comment string, traits ...trait) ent.Field {
	return nilColumn(field.Bool(name), name, comment, "", traits)
}

// instant is a point in time, to the microsecond.
func instant(name, comment string, traits ...trait) ent.Field {
	return nilColumn(field.Time(name), name, comment, "DateTime", traits)
}

// date is a day of the civil calendar in China.
func date(name, comment string, traits ...trait) ent.Field {
	b := field.String(name).GoType(day.Date{}).SchemaType(map[string]string{dialect.Postgres: "date", dialect.SQLite: "text"})
	return nilColumn(b, name, comment, "Date", traits)
}

// one is a value out of an enumeration of the domain.
func one[E interface {
	~string
	Values() []string
}](name, comment string, traits ...trait) ent.Field {
	var zero E
	gqlType := reflect.TypeFor[E]().Name()
	b := field.Enum(name).GoType(zero)
	t := append(annotate(name, gqlType, traitsOf(traits)), entgql.Skip(entgql.SkipEnumField))
	b = b.Comment(comment).Annotations(t...)
	if traitsOf(traits).has(optional) {
		b = b.Optional().Nillable()
	}
	if !traitsOf(traits).has(mutable) {
		b = b.Immutable()
	}
	return b
}

// since gives the rows that were written before there was such a column their
// value. New rows still have to state theirs.
func since(f ent.Field, value string) ent.Field {
	d := f.Descriptor()
	d.Annotations = append(d.Annotations, entsql.Default(value))
	return f
}

// square is an area in 0.01 m².
func square(name, comment string, traits ...trait) ent.Field {
	return nilColumn(field.Int64(name).GoType(domain.FloorArea(0)), name, comment, "FloorArea", traits)
}

// document is a value that is read and written whole and that the API does not
// show as it is stored.
func document[T any](name, comment string, zero T, traits ...trait) ent.Field {
	b := field.JSON(name, zero).Annotations(entgql.Skip(entgql.SkipAll)).Comment(comment)
	if traitsOf(traits).has(optional) {
		b = b.Optional()
	}
	if !traitsOf(traits).has(mutable) {
		b = b.Immutable()
	}
	return b
}

// ref is the column behind a link to one other row. The API shows the row, not
// the column.
func ref(name string, traits ...trait) ent.Field {
	b := field.UUID(name+"_id", ident.ID{}).Annotations(entgql.Skip(entgql.SkipAll))
	if traitsOf(traits).has(optional) {
		b = b.Optional().Nillable()
	}
	if !traitsOf(traits).has(mutable) {
		b = b.Immutable()
	}
	return b
}

// link is the edge over a ref of the same name and traits.
func link(name string, to any, comment string, traits ...trait) ent.Edge {
	// Nothing is ever deleted, so no engine may be told to follow a deletion.
	e := edge.To(name, to).Unique().Field(name + "_id").Comment(comment).
		Annotations(entsql.OnDelete(entsql.NoAction))
	if !traitsOf(traits).has(optional) {
		e = e.Required()
	}
	if !traitsOf(traits).has(mutable) {
		e = e.Immutable()
	}
	return e
}

// back is the inverse of a link of another type, as a connection.
func back(name string, from any, via, comment string) ent.Edge {
	return edge.From(name, from).Ref(via).Comment(comment).Annotations(entgql.RelayConnection())
}

// many is the inverse of an edge to many of many, which no query of the API
// goes along.
func many(name string, from any, via, comment string) ent.Edge {
	return edge.From(name, from).Ref(via).Comment(comment).Annotations(entgql.Skip(entgql.SkipAll))
}

// paths indexes each foreign key together with every column that the API can
// order by, and with the identifier, which breaks ties.
func paths(refs []string, orders ...string) []ent.Index {
	var all []ent.Index
	for _, r := range refs {
		all = append(all, index.Fields(r+"_id", "id"))
		for _, o := range orders {
			all = append(all, index.Fields(r+"_id", o, "id"))
		}
	}
	for _, o := range orders {
		all = append(all, index.Fields(o, "id"))
	}
	return all
}

// listed is the annotation of a type that the API shows and can list: what it
// is, the name of its list, and what the list holds.
func listed(about, query, list string) []schema.Annotation {
	return append(filtered(about, query, list), entgql.Skip(entgql.SkipWhereInput))
}

// filtered is like listed, with filters.
func filtered(about, query, list string) []schema.Annotation {
	return []schema.Annotation{
		schema.Comment(about), entgql.RelayConnection(), entgql.QueryField(query).Description(list),
	}
}

// nested is the annotation of a type that is reached from others only.
func nested(about string) []schema.Annotation {
	return []schema.Annotation{schema.Comment(about), entgql.RelayConnection(), entgql.Skip(entgql.SkipWhereInput)}
}
