package schema

import (
	"entgo.io/ent"
	"entgo.io/ent/schema"
	"entgo.io/ent/schema/index"

	domain "sifang/schema"
	"sifang/schema/ident"
)

// Post is a seat or office in an organization.
type Post struct{ ent.Schema }

func (Post) Mixin() []ent.Mixin { return []ent.Mixin{thing{kind: ident.KindPost}, dated{}} }

func (Post) Fields() []ent.Field {
	return []ent.Field{
		one[domain.PostCategory]("category", "What the post is (职务类别)."),
		words("title", "How it is called there (职务名称)."),
		one[domain.SeatKind]("seat_kind", "How the seat is filled (产生方式)."),
		one[domain.VotingRight]("voting_right", "Whether its holder votes (表决权)."),
		number("capacity", "How many persons may hold it at once (职数)."),
		ref("organization"),
	}
}

func (Post) Edges() []ent.Edge {
	return []ent.Edge{
		link("organization", Organization.Type, "Whose post it is (组织)."),
		back("memberships", Membership.Type, "post", "Who holds it and who did (任职)."),
	}
}

func (Post) Indexes() []ent.Index { return paths([]string{"organization"}, "from") }

func (Post) Annotations() []schema.Annotation {
	return nested("A seat or office in an organization (职务).")
}

// Membership is a person or organization in an organization: with a post it
// is an appointment, without one it is belonging.
type Membership struct{ ent.Schema }

func (Membership) Mixin() []ent.Mixin {
	return []ent.Mixin{thing{kind: ident.KindMembership}, dated{}}
}

func (Membership) Fields() []ent.Field {
	return []ent.Field{
		one[domain.MembershipKind]("kind", "In what capacity (身份)."),
		one[domain.MembershipMode]("mode", "By what act: election, engagement, dispatch … (任用方式)."),
		one[domain.MembershipStatus]("status", "Where it stands (状态).", mutable),
		words("basis", "The decision, contract or letter it rests on (依据).", optional),
		one[domain.EndReason]("end_reason", "On which ground it ended (终止原因).", optional, mutable),
		date("noticed_on", "Day on which the holder gave notice of resignation; the post is held on until that takes effect (辞职申请日期).", optional, mutable),
		instant("published_at", "When it was first published; what was never published only the bodies concerned see (公示时间).", optional, mutable),
		ref("organization"), ref("person", optional), ref("member_organization", optional), ref("post", optional),
		ref("term", optional), ref("on_behalf_of", optional), ref("source", optional),
	}
}

func (Membership) Edges() []ent.Edge {
	return []ent.Edge{
		link("organization", Organization.Type, "The organization belonged to (所属组织)."),
		link("person", Person.Type, "Who belongs, if a person (人员).", optional),
		link("member_organization", Organization.Type, "Who belongs, if an organization (成员单位).", optional),
		link("post", Post.Type, "The post held; absent for belonging without a post (职务).", optional),
		link("term", Term.Type, "The term of office it falls in (届).", optional),
		link("on_behalf_of", Organization.Type, "For whom the post is held (代表单位).", optional),
		link("source", Membership.Type, "The post this cross-appointment rests on (来源职务).", optional),
		back("cross_appointments", Membership.Type, "source", "The cross-appointments that rest on it (由此产生的交叉任职)."),
	}
}

func (Membership) Indexes() []ent.Index {
	return append(paths([]string{
		"organization", "person", "member_organization", "post", "term", "on_behalf_of", "source",
	}, "from"), index.Fields("organization_id", "status", "id"))
}

func (Membership) Annotations() []schema.Annotation {
	return filtered("A person or organization in an organization: with a post an appointment, without one belonging (任职与归属).",
		"memberships", "Posts held and organizations belonged to, as far as published or open to the viewer (任职与归属)")
}

// Assignment gives a person or organization charge of an area.
type Assignment struct{ ent.Schema }

func (Assignment) Mixin() []ent.Mixin {
	return []ent.Mixin{thing{kind: ident.KindAssignment}, dated{}}
}

func (Assignment) Fields() []ent.Field {
	return []ent.Field{
		one[domain.Duty]("duty", "What it asks for (职责)."),
		ref("area"), ref("person", optional), ref("organization", optional),
	}
}

func (Assignment) Edges() []ent.Edge {
	return []ent.Edge{
		link("area", Area.Type, "The area (区域)."),
		link("person", Person.Type, "Who has charge of it, if a person (人员).", optional),
		link("organization", Organization.Type, "Who has charge of it, if an organization (组织).", optional),
	}
}

func (Assignment) Indexes() []ent.Index {
	return paths([]string{"area", "person", "organization"}, "from")
}

func (Assignment) Annotations() []schema.Annotation {
	return nested("Charge of an area, given to a person or organization (分包).")
}
