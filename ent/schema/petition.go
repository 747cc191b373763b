package schema

import (
	"entgo.io/ent"
	"entgo.io/ent/schema"
	"entgo.io/ent/schema/index"

	"sifang/schema/ident"
)

// Signature is that somebody signed the petition for a proposal.
type Signature struct{ ent.Schema }

func (Signature) Mixin() []ent.Mixin { return []ent.Mixin{thing{kind: ident.KindSignature}} }

func (Signature) Fields() []ent.Field {
	return []ent.Field{
		instant("signed_at", "When it was signed (签名时间).", ordered),
		ref("proposal"), ref("person"), ref("document", optional), ref("recorded_by", optional),
	}
}

func (Signature) Edges() []ent.Edge {
	return []ent.Edge{
		link("proposal", Proposal.Type, "The proposal (议案)."),
		link("person", Person.Type, "Who signed (签名人)."),
		link("document", Document.Type, "The paper with the signature, where it was not given by the person, signed in (签名材料).", optional),
		link("recorded_by", Person.Type, "Who entered it (登记人).", optional),
	}
}

func (Signature) Indexes() []ent.Index {
	return append(paths([]string{"proposal", "person", "document", "recorded_by"}, "signed_at"),
		index.Fields("proposal_id", "person_id").Unique())
}

func (Signature) Annotations() []schema.Annotation {
	return nested("That somebody signed the petition for a proposal (联名).")
}
