package schema

import (
	"entgo.io/contrib/entgql"
	"entgo.io/ent"
	"entgo.io/ent/schema"
	"entgo.io/ent/schema/edge"

	domain "sifang/schema"
	"sifang/schema/ident"
)

// Person is a human being known to the register.
type Person struct{ ent.Schema }

func (Person) Mixin() []ent.Mixin { return []ent.Mixin{thing{kind: ident.KindPerson}} }

func (Person) Fields() []ent.Field {
	return []ent.Field{
		words("name", "Name (姓名).", ordered),
		one[domain.Sex]("sex", "Recorded for rules of composition.", optional, hidden),
		date("birth_date", "Recorded for rules of age.", optional, hidden),
	}
}

func (Person) Edges() []ent.Edge {
	return []ent.Edge{
		back("memberships", Membership.Type, "person", "Posts held and organizations belonged to (任职与归属)."),
		back("ownerships", Ownership.Type, "person", "Units owned, as far as the viewer may see them (产权)."),
		back("residences", Residence.Type, "person", "Where the person lives, as far as the viewer may see it (居住)."),
		back("declarations", Declaration.Type, "person", "What was declared about the person, as far as the viewer may see it (申报)."),
		back("assignments", Assignment.Type, "person", "Areas the person is assigned to (分包)."),
		many("roll_entries", RollEntry.Type, "delegates", "Rolls on which the person votes for a party."),
		many("counted_sheets", CountSheet.Type, "counters", "Counts by hand that the person made."),
		many("watched_sheets", CountSheet.Type, "scrutineers", "Counts by hand that the person watched."),
	}
}

func (Person) Indexes() []ent.Index { return paths(nil, "name") }

func (Person) Annotations() []schema.Annotation {
	return filtered("A human being known to the register (人员).",
		"people", "Persons that the viewer may see: everybody sees who holds a published post (人员)")
}

// Household is a family registered together.
type Household struct{ ent.Schema }

func (Household) Mixin() []ent.Mixin { return []ent.Mixin{thing{kind: ident.KindHousehold}} }

func (Household) Fields() []ent.Field {
	return []ent.Field{
		words("label", "How the household is called in the community's lists, such as its address (户名)."),
		ref("area"),
	}
}

func (Household) Edges() []ent.Edge {
	return []ent.Edge{
		link("area", Area.Type, "Where the household lives (所在区域)."),
		edge.From("residences", Residence.Type).Ref("household").
			Annotations(entgql.RelayConnection()).Comment("Who belongs to it (成员)."),
	}
}

func (Household) Indexes() []ent.Index { return paths([]string{"area"}) }

func (Household) Annotations() []schema.Annotation {
	return listed("A family registered together (户).",
		"households", "Households that the viewer may see (户)")
}

// Residence says that somebody lives in a community.
type Residence struct{ ent.Schema }

func (Residence) Mixin() []ent.Mixin { return []ent.Mixin{thing{kind: ident.KindResidence}, dated{}} }

func (Residence) Fields() []ent.Field {
	return []ent.Field{
		one[domain.VoterStatus]("voter_status", "Whether the resident takes part in residents' elections (选民资格).", mutable),
		ref("person"), ref("household", optional), ref("area"),
	}
}

func (Residence) Edges() []ent.Edge {
	return []ent.Edge{
		link("person", Person.Type, "The resident (居民)."),
		link("household", Household.Type, "The household, if registered with one (户).", optional),
		link("area", Area.Type, "The community lived in (社区)."),
	}
}

func (Residence) Indexes() []ent.Index { return paths([]string{"person", "household", "area"}, "from") }

func (Residence) Annotations() []schema.Annotation {
	return nested("That somebody lives in a community, for a time (居住).")
}

// Declaration is what a person declares, or what is declared about them.
type Declaration struct{ ent.Schema }

func (Declaration) Mixin() []ent.Mixin {
	return []ent.Mixin{thing{kind: ident.KindDeclaration}, dated{}}
}

func (Declaration) Fields() []ent.Field {
	return []ent.Field{
		one[domain.DeclarationKind]("kind", "Kinship, employment, interest or conduct (申报类型)."),
		words("relation", "Which relation or fact, such as SPOUSE, EMPLOYEE, JUDGMENT_DEBTOR (关系或事实)."),
		words("evidence", "What it rests on (依据).", optional),
		ref("person"), ref("about_person", optional), ref("about_organization", optional),
	}
}

func (Declaration) Edges() []ent.Edge {
	return []ent.Edge{
		link("person", Person.Type, "Whom it concerns (申报人)."),
		link("about_person", Person.Type, "The relative or other person (相关人).", optional),
		link("about_organization", Organization.Type, "The employer or other organization (相关单位).", optional),
	}
}

func (Declaration) Indexes() []ent.Index {
	return paths([]string{"person", "about_person", "about_organization"}, "from")
}

func (Declaration) Annotations() []schema.Annotation {
	return nested("What a person declared, or what was declared about them: kinship, employment, interest, conduct (申报).")
}
