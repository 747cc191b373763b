package schema

import (
	"entgo.io/ent"
	"entgo.io/ent/schema"
	"entgo.io/ent/schema/index"

	domain "sifang/schema"
	"sifang/schema/ident"
)

// Organization is a body that acts in the life of a community.
type Organization struct{ ent.Schema }

func (Organization) Mixin() []ent.Mixin {
	return []ent.Mixin{thing{kind: ident.KindOrganization}, dated{}}
}

func (Organization) Fields() []ent.Field {
	return []ent.Field{
		one[domain.OrganizationKind]("kind", "What it is in law or in practice (组织类型)."),
		words("name", "Name (名称).", ordered),
		ref("parent", optional), ref("area", optional),
	}
}

func (Organization) Edges() []ent.Edge {
	return []ent.Edge{
		link("parent", Organization.Type, "The organization it is a part of or stands under (上级组织).", optional),
		link("area", Area.Type, "The area it is at home in (所在区域).", optional),
		back("children", Organization.Type, "parent", "The organizations below it (下级组织)."),
		back("coverage", OrganizationArea.Type, "organization", "The areas it covers (覆盖区域)."),
		back("relations", OrganizationRelation.Type, "organization", "Whom it supervises, serves, acts for or is allied with (组织关系)."),
		back("related_by", OrganizationRelation.Type, "target", "Who supervises, serves, acts for or is allied with it (被关联)."),
		back("terms", Term.Type, "organization", "Its terms of office (届)."),
		back("posts", Post.Type, "organization", "Its posts (职务)."),
		back("memberships", Membership.Type, "organization", "Who belongs to it, with or without a post (成员)."),
		back("linkage_parties", LinkageParty.Type, "organization", "The linkages it takes part in (参与的联动)."),
		back("assignments", Assignment.Type, "organization", "Areas it is assigned to (分包)."),
		back("filings", Filing.Type, "organization", "What it put on file with authorities (备案)."),
		back("handovers", Handover.Type, "organization", "What was handed over, as far as the viewer may see it (移交)."),
		back("oversight_actions", OversightAction.Type, "target", "Orders addressed to it, and revocations (监督措施)."),
	}
}

func (Organization) Indexes() []ent.Index {
	return append(paths([]string{"parent", "area"}, "name", "from"), index.Fields("kind", "id"))
}

func (Organization) Annotations() []schema.Annotation {
	return filtered("A body that acts in the life of a community (组织).",
		"organizations", "Party organizations, committees, companies and others (组织)")
}

// OrganizationRelation says how one organization stands to another.
type OrganizationRelation struct{ ent.Schema }

func (OrganizationRelation) Mixin() []ent.Mixin {
	return []ent.Mixin{thing{kind: ident.KindOrganizationRelation}, dated{}}
}

func (OrganizationRelation) Fields() []ent.Field {
	return []ent.Field{
		one[domain.RelationKind]("kind", "How the first stands to the second (关系类型)."),
		words("basis", "What it rests on: law, contract, decision (依据).", optional),
		ref("organization"), ref("target"),
	}
}

func (OrganizationRelation) Edges() []ent.Edge {
	return []ent.Edge{
		link("organization", Organization.Type, "The organization that supervises, serves, acts for … (组织)."),
		link("target", Organization.Type, "The organization supervised, served, acted for … (对象)."),
	}
}

func (OrganizationRelation) Indexes() []ent.Index {
	return paths([]string{"organization", "target"}, "from")
}

func (OrganizationRelation) Annotations() []schema.Annotation {
	return nested("How one organization stands to another: supervises, serves, acts for, is allied with (组织关系).")
}

// OrganizationArea says that an organization covers an area. Grids and
// branches cover each other many-to-many.
type OrganizationArea struct{ ent.Schema }

func (OrganizationArea) Mixin() []ent.Mixin {
	return []ent.Mixin{thing{kind: ident.KindOrganizationArea}, dated{}}
}

func (OrganizationArea) Fields() []ent.Field {
	return []ent.Field{ref("organization"), ref("area")}
}

func (OrganizationArea) Edges() []ent.Edge {
	return []ent.Edge{
		link("organization", Organization.Type, "The organization (组织)."),
		link("area", Area.Type, "The area it covers (区域)."),
	}
}

func (OrganizationArea) Indexes() []ent.Index {
	return paths([]string{"organization", "area"}, "from")
}

func (OrganizationArea) Annotations() []schema.Annotation {
	return nested("That an organization covers an area; many to many (覆盖).")
}

// Term is one period of office of an organization (届).
type Term struct{ ent.Schema }

func (Term) Mixin() []ent.Mixin { return []ent.Mixin{thing{kind: ident.KindTerm}, dated{}} }

func (Term) Fields() []ent.Field {
	return []ent.Field{
		number("number", "Ordinal of the term (届次)."),
		one[domain.TermState]("state", "Where the term stood when last written; currentState tells where it stands now (登记状态).", mutable),
		date("caretaker_from", "First day on which the body only keeps things going until its successor is elected (看守期起始日).", optional, mutable),
		ref("organization"),
	}
}

func (Term) Edges() []ent.Edge {
	return []ent.Edge{link("organization", Organization.Type, "Whose term it is (组织).")}
}

func (Term) Indexes() []ent.Index {
	return append(paths([]string{"organization"}, "from"),
		index.Fields("organization_id", "number").Unique().Annotations(current()))
}

func (Term) Annotations() []schema.Annotation {
	return nested("One period of office of an organization (届).")
}
