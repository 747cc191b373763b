package schema

import (
	"encoding/json"

	"entgo.io/contrib/entgql"
	"entgo.io/ent"
	"entgo.io/ent/schema"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/index"

	"sifang/schema/ident"
)

// RuleSet is what a city or a bylaw says where it departs from the law that
// ships with the service.
type RuleSet struct{ ent.Schema }

func (RuleSet) Mixin() []ent.Mixin { return []ent.Mixin{thing{kind: ident.KindRuleSet}, dated{}} }

func (RuleSet) Fields() []ent.Field {
	return []ent.Field{
		words("code", "Code of the rule set, the same in all its versions (规则代码)."),
		number("edition", "Ordinal of the version (版本)."),
		words("title", "Title of the regulation or bylaw (名称)."),
		date("text_date", "Date of the text it was taken from (文本日期)."),
		date("verified_on", "When somebody last compared it with the text (核对日期).", optional),
		field.JSON("document", json.RawMessage{}).Immutable().Annotations(entgql.Skip(entgql.SkipAll)),
		ref("area", optional), ref("organization", optional),
	}
}

func (RuleSet) Edges() []ent.Edge {
	return []ent.Edge{
		link("area", Area.Type, "Where it is in force; all below inherits it (适用区域).", optional),
		link("organization", Organization.Type, "Whose bylaw it is (制定组织).", optional),
	}
}

func (RuleSet) Indexes() []ent.Index {
	return append(paths([]string{"area", "organization"}, "from"), index.Fields("code", "edition").Unique().Annotations(current()))
}

func (RuleSet) Annotations() []schema.Annotation {
	return listed("What a city or a bylaw says where it departs from the law that ships with the service (规则).",
		"ruleSets", "Rule sets adopted here by cities and bylaws (规则)")
}
