package schema

import (
	"entgo.io/ent"
	"entgo.io/ent/schema"
	"entgo.io/ent/schema/index"

	domain "sifang/schema"
	"sifang/schema/ident"
)

// Recusal is that somebody steps aside on an agenda item, or is asked to.
type Recusal struct{ ent.Schema }

func (Recusal) Mixin() []ent.Mixin { return []ent.Mixin{thing{kind: ident.KindRecusal}} }

func (Recusal) Fields() []ent.Field {
	return []ent.Field{
		one[domain.RecusalStatus]("status", "Where it stands (状态).", mutable),
		words("reason", "The interest that the person has (回避理由)."),
		instant("filed_at", "When it was declared or asked for (提出时间).", ordered),
		instant("ruled_at", "When it was ruled on (决定时间).", optional, mutable),
		ref("agenda_item"), ref("person"), ref("filed_by", optional), ref("ruled_by", optional, mutable),
	}
}

func (Recusal) Edges() []ent.Edge {
	return []ent.Edge{
		link("agenda_item", AgendaItem.Type, "The item (议题)."),
		link("person", Person.Type, "Who steps aside, in every capacity (回避人)."),
		link("filed_by", Person.Type, "Who asked for it (提出人).", optional),
		link("ruled_by", Person.Type, "Who ruled on it (决定人).", optional, mutable),
	}
}

func (Recusal) Indexes() []ent.Index {
	return append(paths([]string{"agenda_item", "person", "filed_by", "ruled_by"}, "filed_at"),
		index.Fields("agenda_item_id", "person_id").Unique())
}

func (Recusal) Annotations() []schema.Annotation {
	return nested("That somebody steps aside on an agenda item, or is asked to (回避).")
}
