package schema

import (
	"entgo.io/ent"
	"entgo.io/ent/schema"

	domain "sifang/schema"
	"sifang/schema/ident"
)

// Challenge is a suit or an application against a resolution.
type Challenge struct{ ent.Schema }

func (Challenge) Mixin() []ent.Mixin { return []ent.Mixin{thing{kind: ident.KindChallenge}} }

func (Challenge) Fields() []ent.Field {
	return []ent.Field{
		one[domain.ChallengeKind]("kind", "Before whom (争议类型)."),
		words("authority", "The court or authority (受理机关)."),
		words("case_number", "Number of the case (案号).", optional),
		words("ground", "What is held against the resolution (理由)."),
		date("filed_on", "Day on which it was filed (起诉或申请日期).", ordered),
		one[domain.ChallengeStatus]("status", "Where it stands (状态).", mutable),
		yes("late", "Whether it was filed after its time (逾期)."),
		ref("resolution"), ref("challenger", optional), ref("document", optional), ref("recorded_by", optional),
	}
}

func (Challenge) Edges() []ent.Edge {
	return []ent.Edge{
		link("resolution", Resolution.Type, "The resolution (决议)."),
		link("challenger", Person.Type, "Who filed it, as far as the viewer may see it (起诉人).", optional),
		link("document", Document.Type, "What was filed (材料).", optional),
		link("recorded_by", Person.Type, "Who entered it (登记人).", optional),
		back("rulings", Ruling.Type, "challenge", "What was ruled on it (裁判)."),
	}
}

func (Challenge) Indexes() []ent.Index {
	return paths([]string{"resolution", "challenger", "document", "recorded_by"}, "filed_on")
}

func (Challenge) Annotations() []schema.Annotation {
	return nested("A suit or an application against a resolution (争议).")
}

// Ruling is what a court or an authority ruled on a challenge.
type Ruling struct{ ent.Schema }

func (Ruling) Mixin() []ent.Mixin { return []ent.Mixin{thing{kind: ident.KindRuling}} }

func (Ruling) Fields() []ent.Field {
	return []ent.Field{
		one[domain.RulingOutcome]("outcome", "What was ruled (裁判结果)."),
		words("text", "What it says (裁判内容)."),
		words("case_number", "Number of the ruling (裁判文号).", optional),
		date("ruled_on", "Day of the ruling (裁判日期).", ordered),
		date("effect_from", "First day on which it shows: what is struck down never held, unless the ruling says since when (效力起始日).", optional),
		ref("challenge"), ref("overturns", optional), ref("document", optional), ref("recorded_by", optional),
	}
}

func (Ruling) Edges() []ent.Edge {
	return []ent.Edge{
		link("challenge", Challenge.Type, "The challenge (争议)."),
		link("overturns", Ruling.Type, "The ruling that it overturns (被推翻的裁判).", optional),
		link("document", Document.Type, "The ruling on paper (裁判文书).", optional),
		link("recorded_by", Person.Type, "Who entered it (登记人).", optional),
		back("overturned_by", Ruling.Type, "overturns", "The ruling that overturned it (推翻其的裁判)."),
	}
}

func (Ruling) Indexes() []ent.Index {
	return paths([]string{"challenge", "overturns", "document", "recorded_by"}, "ruled_on")
}

func (Ruling) Annotations() []schema.Annotation {
	return nested("What a court or an authority ruled on a challenge (裁判).")
}

// OversightAction is an order or a revocation by an authority or a higher body.
type OversightAction struct{ ent.Schema }

func (OversightAction) Mixin() []ent.Mixin {
	return []ent.Mixin{thing{kind: ident.KindOversightAction}}
}

func (OversightAction) Fields() []ent.Field {
	return []ent.Field{
		one[domain.OversightKind]("kind", "What it does (措施类型)."),
		words("text", "What it says (内容)."),
		words("basis", "The article that it rests on (依据)."),
		date("issued_on", "Day on which it was issued (作出日期).", ordered),
		date("due_on", "Last day on which it is to be obeyed (履行期限).", optional),
		date("fulfilled_on", "Day on which it was obeyed (履行日期).", optional, mutable),
		ref("organization"), ref("target"), ref("resolution", optional), ref("document", optional),
	}
}

func (OversightAction) Edges() []ent.Edge {
	return []ent.Edge{
		link("organization", Organization.Type, "Who issued it (作出单位)."),
		link("target", Organization.Type, "Whom it is addressed to (对象)."),
		link("resolution", Resolution.Type, "The resolution concerned, as far as the viewer may see it (决议).", optional),
		link("document", Document.Type, "The order on paper (文书).", optional),
		back("meetings", Meeting.Type, "order", "Meetings convened under it (据此召集的会议)."),
	}
}

func (OversightAction) Indexes() []ent.Index {
	return paths([]string{"organization", "target", "resolution", "document"}, "issued_on")
}

func (OversightAction) Annotations() []schema.Annotation {
	return listed("An order or a revocation by an authority or a higher body (监督措施).",
		"oversightActions", "Orders and revocations by authorities and higher bodies (监督措施)")
}

// ResolutionEffect is something that keeps a resolution from holding, as a whole or
// in part, for a time.
type ResolutionEffect struct{ ent.Schema }

func (ResolutionEffect) Mixin() []ent.Mixin {
	return []ent.Mixin{thing{kind: ident.KindResolutionEffect}, dated{}}
}

func (ResolutionEffect) Fields() []ent.Field {
	return []ent.Field{
		one[domain.ResolutionStatus]("status", "What it is then: PUBLISHED while its condition has not come about, or STAYED, REVOKED, REVOKED_IN_PART or SUPERSEDED (效力状态)."),
		ref("resolution"), ref("ruling", optional), ref("oversight", optional), ref("superseding", optional),
	}
}

func (ResolutionEffect) Edges() []ent.Edge {
	return []ent.Edge{
		link("resolution", Resolution.Type, "The resolution (决议)."),
		link("ruling", Ruling.Type, "The ruling it comes from (裁判).", optional),
		link("oversight", OversightAction.Type, "The revocation it comes from (监督措施).", optional),
		link("superseding", Resolution.Type, "The resolution that took its place, or by which a higher body revoked it, as far as the viewer may see it (取代或撤销它的决议).", optional),
	}
}

func (ResolutionEffect) Indexes() []ent.Index {
	return paths([]string{"resolution", "ruling", "oversight", "superseding"}, "from")
}

func (ResolutionEffect) Annotations() []schema.Annotation {
	return nested("What keeps a resolution from holding, as a whole or in part, for a time (效力变动).")
}

// Filing is that something is put on file with an authority.
type Filing struct{ ent.Schema }

func (Filing) Mixin() []ent.Mixin { return []ent.Mixin{thing{kind: ident.KindFiling}} }

func (Filing) Fields() []ent.Field {
	return []ent.Field{
		one[domain.FilingStatus]("status", "Where it stands (状态).", mutable),
		date("filed_on", "Day on which it was handed in (报送日期).", ordered),
		date("due_on", "Last day on which it was in time (报送期限).", optional),
		words("basis", "The article that the periods rest on (依据).", optional),
		date("answer_due_on", "Last day on which the authority answers in time (办理期限).", optional),
		date("answered_on", "Day on which it was answered (答复日期).", optional, mutable),
		words("number", "Its number on file (备案号).", optional, mutable),
		words("note", "What was answered (答复内容).", optional, mutable),
		ref("organization"), ref("authority"), ref("term", optional), ref("membership", optional), ref("resolution", optional),
		ref("document", optional),
	}
}

func (Filing) Edges() []ent.Edge {
	return []ent.Edge{
		link("organization", Organization.Type, "Whose it is (报送单位)."),
		link("authority", Organization.Type, "With whom (备案机关)."),
		link("term", Term.Type, "The term put on file (届).", optional),
		link("membership", Membership.Type, "Who joined or left, as far as the viewer may see it (变更的任职).", optional),
		link("resolution", Resolution.Type, "The resolution put on file, as far as the viewer may see it (决议).", optional),
		link("document", Document.Type, "What was handed in (材料).", optional),
	}
}

func (Filing) Indexes() []ent.Index {
	return paths([]string{"organization", "authority", "term", "membership", "resolution", "document"}, "filed_on")
}

func (Filing) Annotations() []schema.Annotation {
	return listed("That something is put on file with an authority (备案).",
		"filings", "What was put on file with authorities (备案)")
}
