package schema

import (
	"entgo.io/contrib/entgql"
	"entgo.io/ent"
	"entgo.io/ent/schema"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/index"

	"sifang/schema/ident"
)

// AuditEvent says that a verb was done: by whom, when, to what.
type AuditEvent struct{ ent.Schema }

func (AuditEvent) Mixin() []ent.Mixin { return []ent.Mixin{thing{kind: ident.KindAuditEvent}} }

func (AuditEvent) Fields() []ent.Field {
	return []ent.Field{
		words("verb", "Which verb was done, as the API names it (操作)."),
		field.UUID("actor_id", ident.ID{}).Optional().Nillable().Immutable().
			Annotations(entgql.Type("ID")).Comment("Who did it; absent for the operator of the service (操作人)."),
		field.UUID("subject_id", ident.ID{}).Immutable().
			Annotations(entgql.Type("ID")).Comment("What it was done to; ask node(id:) for it (对象)."),
		words("request_id", "The caller's key of the request (请求编号).", optional),
		field.Bytes("leaf").Immutable().Annotations(entgql.Skip(entgql.SkipAll)).
			Comment("The record itself, in the canonical form that the log commits to."),
	}
}

func (AuditEvent) Indexes() []ent.Index {
	return []ent.Index{index.Fields("subject_id", "id"), index.Fields("actor_id", "id"), index.Fields("verb", "id")}
}

func (AuditEvent) Annotations() []schema.Annotation {
	return filtered("That a verb was done: by whom, when, to what (操作记录).",
		"auditEvents", "What was done, for those who audit (操作记录)")
}

// Outbox holds the records that the log has not yet taken in. It is a queue:
// rows are taken out, never updated.
type Outbox struct{ ent.Schema }

func (Outbox) Fields() []ent.Field {
	return []ent.Field{
		field.UUID("id", ident.ID{}).Immutable(),
		field.Bytes("leaf").Immutable(),
	}
}

func (Outbox) Annotations() []schema.Annotation {
	return []schema.Annotation{entgql.Skip(entgql.SkipAll)}
}

// Salt keeps what a record only commits to: with salt and content erased, the
// record still proves everything else and tells nothing about a person.
type Salt struct{ ent.Schema }

func (Salt) Fields() []ent.Field {
	return []ent.Field{
		field.UUID("event_id", ident.ID{}).Immutable(),
		field.Text("name").Immutable(),
		field.Bytes("salt").Immutable().Sensitive(),
		field.Bytes("content").Immutable().Sensitive(),
	}
}

func (Salt) Indexes() []ent.Index { return []ent.Index{index.Fields("event_id", "name").Unique()} }

func (Salt) Annotations() []schema.Annotation {
	return []schema.Annotation{entgql.Skip(entgql.SkipAll)}
}

// Request remembers what was answered to a caller's key, so that a button
// pressed twice does one thing.
type Request struct{ ent.Schema }

func (Request) Fields() []ent.Field {
	return []ent.Field{
		field.Text("caller").Immutable(),
		field.Text("key").Immutable(),
		field.Text("verb").Immutable(),
		field.Bytes("input").Immutable(),
		field.Bytes("payload").Immutable(),
		instant("answered_at", "When it was answered."),
	}
}

func (Request) Indexes() []ent.Index {
	return []ent.Index{index.Fields("caller", "key").Unique(), index.Fields("answered_at")}
}

func (Request) Annotations() []schema.Annotation {
	return []schema.Annotation{entgql.Skip(entgql.SkipAll)}
}
