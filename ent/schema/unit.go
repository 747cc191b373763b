package schema

import (
	"entgo.io/contrib/entgql"
	"entgo.io/ent"
	"entgo.io/ent/schema"
	"entgo.io/ent/schema/edge"
	"entgo.io/ent/schema/index"

	domain "sifang/schema"
	"sifang/schema/ident"
)

// Unit is a separately owned part of a building.
type Unit struct{ ent.Schema }

func (Unit) Mixin() []ent.Mixin { return []ent.Mixin{thing{kind: ident.KindUnit}} }

func (Unit) Fields() []ent.Field {
	return []ent.Field{
		words("number", "Number of the flat, shop or space within its area (房号)."),
		square("exclusive_area", "Exclusive area in m² with two decimals (专有部分面积)."),
		since(one[domain.UnitUse]("use", "What it is for (用途)."), "DWELLING"),
		one[domain.AreaSource]("area_source", "Where the area was taken from (面积依据)."),
		one[domain.DeliveryStatus]("delivery_status", "Whether it has reached its buyer (交付状态).", mutable),
		yes("counts_for_voting", "Whether it carries votes; parking spaces do only where the bylaws say so (计入表决)."),
		ref("area"),
	}
}

func (Unit) Edges() []ent.Edge {
	return []ent.Edge{
		link("area", Area.Type, "The estate, building or entrance it lies in (所在区域)."),
		edge.From("ownerships", Ownership.Type).Ref("unit").
			Annotations(entgql.RelayConnection()).Comment("Who owns it and who did (权属)."),
		many("roll_entries", RollEntry.Type, "units", "Rolls on which it carries votes."),
	}
}

func (Unit) Indexes() []ent.Index {
	return append(paths([]string{"area"}), index.Fields("area_id", "number").Unique())
}

func (Unit) Annotations() []schema.Annotation {
	return listed("A flat, shop or other space that is owned separately and carries votes (专有部分).",
		"units", "Flats, shops and registrable spaces that the viewer may see (专有部分)")
}

// Ownership is the right of a person or organization in a unit.
type Ownership struct{ ent.Schema }

func (Ownership) Mixin() []ent.Mixin { return []ent.Mixin{thing{kind: ident.KindOwnership}, dated{}} }

func (Ownership) Fields() []ent.Field {
	return []ent.Field{
		yes("designated_voter", "Whether this co-owner votes for the unit (表决代表人).", mutable),
		ref("unit"), ref("person", optional), ref("organization", optional),
	}
}

func (Ownership) Edges() []ent.Edge {
	return []ent.Edge{
		link("unit", Unit.Type, "The unit owned (专有部分)."),
		link("person", Person.Type, "The owner, if a natural person (业主).", optional),
		link("organization", Organization.Type, "The owner, if an organization, such as the developer (单位业主).", optional),
	}
}

func (Ownership) Indexes() []ent.Index {
	return paths([]string{"unit", "person", "organization"}, "from")
}

func (Ownership) Annotations() []schema.Annotation {
	return nested("The right of a person or organization in a unit, for a time (产权).")
}
