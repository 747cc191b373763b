package schema

import (
	"entgo.io/contrib/entgql"
	"entgo.io/ent"
	"entgo.io/ent/dialect/entsql"
	"entgo.io/ent/schema"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/index"
	"entgo.io/ent/schema/mixin"

	"sifang/schema/ident"
)

// thing is what every row has: an identifier that tells its kind, the
// community it belongs to, and when it came into the register.
type thing struct {
	mixin.Schema
	kind ident.Kind
}

func (t thing) Fields() []ent.Field {
	return []ent.Field{
		field.UUID("id", ident.ID{}).Immutable().
			// The store makes the identifier, by the time of the verb that makes the row.
			Default(func() ident.ID { return ident.Draft(t.kind) }).
			Comment("Identifier. It tells the type, so node(id:) needs nothing else."),
		field.UUID("community_id", ident.ID{}).Optional().Nillable().Immutable().
			Annotations(entgql.Skip(entgql.SkipAll)).
			Comment("The community the row belongs to; absent above communities."),
		instant("recorded_at", "When this was entered in the register as it stands now (登记时间).", mutable),
	}
}

func (thing) Indexes() []ent.Index { return []ent.Index{index.Fields("community_id", "id")} }

// dated is a fact that holds for a time. A change keeps the former version:
// that is what a question with knownAt reads.
type dated struct{ mixin.Schema }

func (dated) Fields() []ent.Field {
	return []ent.Field{
		date("from", "First day on which it holds (起始日).", ordered, mutable),
		date("to", "First day on which it no longer holds; absent while no end is known (终止日).", optional, mutable),
		instant("superseded_at", "When a later version replaced this one.", optional, mutable, hidden),
		field.UUID("version_of", ident.ID{}).Optional().Nillable().Immutable().
			Annotations(entgql.Skip(entgql.SkipAll)).
			Comment("The row of which this is a former version."),
	}
}

func (dated) Indexes() []ent.Index { return []ent.Index{index.Fields("version_of")} }

// edited is what may be corrected before it takes effect.
type edited struct{ mixin.Schema }

func (edited) Fields() []ent.Field {
	return []ent.Field{
		number("version", "Rises with each correction; give it as expectedVersion (版本号).", mutable),
	}
}

// where limits a unique index to some rows.
func where(condition string) schema.Annotation { return entsql.IndexWhere(condition) }

// current limits a unique index to the rows that no later version replaced.
func current() schema.Annotation { return where("superseded_at IS NULL") }
