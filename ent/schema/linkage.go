package schema

import (
	"entgo.io/ent"
	"entgo.io/ent/schema"
	"entgo.io/ent/schema/index"

	domain "sifang/schema"
	"sifang/schema/ident"
)

// Linkage is what several parties agreed to consult and decide in together.
type Linkage struct{ ent.Schema }

func (Linkage) Mixin() []ent.Mixin { return []ent.Mixin{thing{kind: ident.KindLinkage}, dated{}} }

func (Linkage) Fields() []ent.Field {
	return []ent.Field{
		words("name", "Name (名称).", ordered),
		words("rule_code", "Code of the rule by which its joint meetings decide (议决规则)."),
		ref("area"),
	}
}

func (Linkage) Edges() []ent.Edge {
	return []ent.Edge{
		link("area", Area.Type, "The area it is for (区域)."),
		back("parties", LinkageParty.Type, "linkage", "Its parties, past and present (联动方)."),
	}
}

func (Linkage) Indexes() []ent.Index { return paths([]string{"area"}, "name", "from") }

func (Linkage) Annotations() []schema.Annotation {
	return filtered("What several parties agreed to consult and decide in together (联动).",
		"linkages", "Linkages of three, four or more parties (联动)")
}

// LinkageParty is an organization in a role of a linkage.
type LinkageParty struct{ ent.Schema }

func (LinkageParty) Mixin() []ent.Mixin {
	return []ent.Mixin{thing{kind: ident.KindLinkageParty}, dated{}}
}

func (LinkageParty) Fields() []ent.Field {
	return []ent.Field{
		one[domain.LinkageRole]("role", "The part it takes: leads, convenes, organizes or participates (角色)."),
		number("position", "Its place in the order of parties, from 1 (序位).", ordered),
		yes("votes", "Whether it has a position to give in a vote (有表决权)."),
		ref("linkage"), ref("organization"),
	}
}

func (LinkageParty) Edges() []ent.Edge {
	return []ent.Edge{
		link("linkage", Linkage.Type, "The linkage (联动)."),
		link("organization", Organization.Type, "The organization (组织)."),
		back("delegates", PartyDelegate.Type, "party", "Who may speak and vote for it (授权代表)."),
	}
}

func (LinkageParty) Indexes() []ent.Index {
	return append(paths([]string{"linkage", "organization"}, "from", "position"),
		index.Fields("linkage_id", "organization_id", "from").Unique().Annotations(current()))
}

func (LinkageParty) Annotations() []schema.Annotation {
	return nested("An organization in a role of a linkage (联动方).")
}

// PartyDelegate is a person whom a party of a linkage authorised.
type PartyDelegate struct{ ent.Schema }

func (PartyDelegate) Mixin() []ent.Mixin {
	return []ent.Mixin{thing{kind: ident.KindPartyDelegate}, dated{}}
}

func (PartyDelegate) Fields() []ent.Field {
	return []ent.Field{ref("party"), ref("person")}
}

func (PartyDelegate) Edges() []ent.Edge {
	return []ent.Edge{
		link("party", LinkageParty.Type, "The party (联动方)."),
		link("person", Person.Type, "The delegate (代表)."),
	}
}

func (PartyDelegate) Indexes() []ent.Index { return paths([]string{"party", "person"}, "from") }

func (PartyDelegate) Annotations() []schema.Annotation {
	return nested("A person whom a party of a linkage authorised to speak and vote for it (授权代表).")
}
