package schema

import (
	"entgo.io/ent"
	"entgo.io/ent/schema"

	domain "sifang/schema"
	"sifang/schema/ident"
)

// Area is a piece of territory.
type Area struct{ ent.Schema }

func (Area) Mixin() []ent.Mixin { return []ent.Mixin{thing{kind: ident.KindArea}, dated{}} }

func (Area) Fields() []ent.Field {
	return []ent.Field{
		one[domain.AreaKind]("kind", "What the area is (区域类型)."),
		words("name", "Name as people use it (名称).", ordered),
		words("code", "Code of the administrative division, GB/T 2260, where one exists (行政区划代码).", optional),
		yes("pilot", "Whether it was named a pilot area (试点)."),
		ref("parent", optional),
	}
}

func (Area) Edges() []ent.Edge {
	return []ent.Edge{
		link("parent", Area.Type, "The area of which it is a part in the administrative tree (上级区域).", optional),
		back("children", Area.Type, "parent", "The areas of which it is the parent (下级区域)."),
		back("links", AreaLink.Type, "area", "Overlaps, groupings and successions that a tree cannot say (区域关联)."),
		back("coverage", OrganizationArea.Type, "area", "The organizations that cover it (覆盖组织)."),
		back("assignments", Assignment.Type, "area", "Who is assigned to it (分包人员)."),
		many("scoped_rolls", Roll.Type, "scope", "Rolls whose owners lie in it."),
	}
}

func (Area) Indexes() []ent.Index { return paths([]string{"parent"}, "name", "from") }

func (Area) Annotations() []schema.Annotation {
	return filtered("A piece of territory: a community, an estate, a grid, a courtyard … (区域).",
		"areas", "Territory: streets, communities, estates, grids, courtyards … (区域)")
}

// AreaLink joins areas that are not parent and child.
type AreaLink struct{ ent.Schema }

func (AreaLink) Mixin() []ent.Mixin { return []ent.Mixin{thing{kind: ident.KindAreaLink}, dated{}} }

func (AreaLink) Fields() []ent.Field {
	return []ent.Field{
		one[domain.AreaLinkKind]("kind", "How the two belong together (关联类型)."),
		ref("area"), ref("target"),
	}
}

func (AreaLink) Edges() []ent.Edge {
	return []ent.Edge{
		link("area", Area.Type, "The area that lies within, is grouped in or succeeds the other (区域)."),
		link("target", Area.Type, "The other area (关联区域)."),
	}
}

func (AreaLink) Indexes() []ent.Index { return paths([]string{"area", "target"}, "from") }

func (AreaLink) Annotations() []schema.Annotation {
	return nested("How two areas belong together that are not parent and child (区域关联).")
}
