package schema

import (
	"entgo.io/ent"
	"entgo.io/ent/schema"

	"sifang/schema/ident"
)

// Handover is what whoever leaves has to hand over.
type Handover struct{ ent.Schema }

func (Handover) Mixin() []ent.Mixin { return []ent.Mixin{thing{kind: ident.KindHandover}} }

func (Handover) Fields() []ent.Field {
	return []ent.Field{
		date("due_on", "Last day on which it is in time (移交期限)."),
		words("basis", "The article that it rests on (依据)."),
		instant("started_at", "When it was begun (启动时间).", ordered),
		instant("completed_at", "When all was received (完成时间).", optional, mutable),
		ref("organization"), ref("term", optional), ref("membership", optional), ref("receiver"),
	}
}

func (Handover) Edges() []ent.Edge {
	return []ent.Edge{
		link("organization", Organization.Type, "Whose papers and property they are (所属组织)."),
		link("term", Term.Type, "The term that ends (届满的届).", optional),
		link("membership", Membership.Type, "The post that ends, as far as the viewer may see it (离任的任职).", optional),
		link("receiver", Organization.Type, "Who receives them (接收单位)."),
		back("items", HandoverItem.Type, "handover", "What is to be handed over (移交清单)."),
	}
}

func (Handover) Indexes() []ent.Index {
	return paths([]string{"organization", "term", "membership", "receiver"}, "started_at")
}

func (Handover) Annotations() []schema.Annotation {
	return nested("What whoever leaves office has to hand over, and until when (移交).")
}

// HandoverItem is a thing to be handed over.
type HandoverItem struct{ ent.Schema }

func (HandoverItem) Mixin() []ent.Mixin { return []ent.Mixin{thing{kind: ident.KindHandoverItem}} }

func (HandoverItem) Fields() []ent.Field {
	return []ent.Field{
		number("position", "Its place on the list, from 1 (序号).", ordered),
		words("title", "What it is (名称)."),
		words("quantity", "How much of it (数量).", optional),
		instant("received_at", "When it was received (接收时间).", optional, mutable),
		ref("handover"), ref("received_by", optional, mutable), ref("document", optional, mutable),
	}
}

func (HandoverItem) Edges() []ent.Edge {
	return []ent.Edge{
		link("handover", Handover.Type, "The handover (移交)."),
		link("received_by", Person.Type, "Who received it (接收人).", optional, mutable),
		link("document", Document.Type, "The list or receipt on paper (清单).", optional, mutable),
	}
}

func (HandoverItem) Indexes() []ent.Index {
	return paths([]string{"handover", "received_by", "document"}, "position")
}

func (HandoverItem) Annotations() []schema.Annotation {
	return nested("A thing to be handed over: files, seals, accounts, funds (移交事项).")
}
