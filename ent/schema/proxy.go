package schema

import (
	"entgo.io/contrib/entgql"
	"entgo.io/ent"
	"entgo.io/ent/dialect/entsql"
	"entgo.io/ent/schema"
	"entgo.io/ent/schema/edge"

	domain "sifang/schema"
	"sifang/schema/ident"
)

// Proxy is the authority to vote for somebody.
type Proxy struct{ ent.Schema }

func (Proxy) Mixin() []ent.Mixin { return []ent.Mixin{thing{kind: ident.KindProxy}} }

func (Proxy) Fields() []ent.Field {
	return []ent.Field{
		one[domain.ProxyStatus]("status", "Where it stands (状态).", mutable),
		words("scope", "What the agent may do, in the words of the paper (委托事项)."),
		date("signed_on", "When the principal signed it (签署日期)."),
		date("expires_on", "First day on which it no longer holds (失效日期)."),
		instant("granted_at", "When it was entered (登记时间).", ordered),
		instant("revoked_at", "When it was taken back (撤销时间).", optional, mutable),
		ref("meeting"), ref("principal"), ref("agent"), ref("document", optional), ref("passed_on_from", optional),
		ref("recorded_by", optional),
	}
}

func (Proxy) Edges() []ent.Edge {
	return []ent.Edge{
		link("meeting", Meeting.Type, "The meeting it is for (会议)."),
		link("principal", Person.Type, "Who gave it (委托人)."),
		link("agent", Person.Type, "Who votes (受托人)."),
		link("document", Document.Type, "The paper with the signature (委托书).", optional),
		link("passed_on_from", Proxy.Type, "The authority that was passed on, with the principal's consent (转委托的原委托).", optional),
		back("passed_on", Proxy.Type, "passed_on_from", "Authorities it was passed on in (转委托)."),
		link("recorded_by", Person.Type, "Who entered it (登记人).", optional),
		edge.To("votes", Vote.Type).Immutable().Comment("The votes it covers (委托表决的事项).").
			Annotations(entgql.RelayConnection(), entsql.OnDelete(entsql.NoAction)),
		back("ballots", Ballot.Type, "proxy", "Each use of it, as far as the viewer may see it (使用记录)."),
	}
}

func (Proxy) Indexes() []ent.Index {
	return paths([]string{"meeting", "principal", "agent", "document", "passed_on_from", "recorded_by"}, "granted_at")
}

func (Proxy) Annotations() []schema.Annotation {
	return nested("The authority to vote for somebody in a meeting (委托).")
}
