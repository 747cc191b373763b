package schema

import (
	"entgo.io/ent"
	"entgo.io/ent/schema"
	"entgo.io/ent/schema/index"

	domain "sifang/schema"
	"sifang/schema/ident"
)

// Resolution is what a body issued on an agenda item.
type Resolution struct{ ent.Schema }

func (Resolution) Mixin() []ent.Mixin {
	return []ent.Mixin{thing{kind: ident.KindResolution}, edited{}}
}

func (Resolution) Fields() []ent.Field {
	return []ent.Field{
		number("year", "Year of its number (年份)."),
		number("serial", "Its number within the organization and year (编号)."),
		one[domain.ResolutionKind]("kind", "Whether it decides, recommends or refers (类型)."),
		words("title", "Title (标题)."),
		words("text", "What was resolved (正文).", mutable),
		one[domain.ResolutionStatus]("status", "Where it stood when last written; currentStatus tells where it stands now (登记状态).", mutable),
		instant("adopted_at", "When it was adopted (通过时间).", ordered),
		instant("published_at", "When it was first published (公示时间).", optional, mutable),
		date("effective_from", "First day on which it is in force (生效日期).", optional, mutable),
		date("effective_to", "First day on which it is no longer in force (失效日期).", optional, mutable),
		words("condition", "What has to come about before it takes effect (生效条件).", optional),
		date("condition_met_on", "Day on which that came about (条件成就日期).", optional, mutable),
		ref("organization"), ref("agenda_item"), ref("vote", optional), ref("supersedes", optional), ref("amends", optional),
	}
}

func (Resolution) Edges() []ent.Edge {
	return []ent.Edge{
		link("organization", Organization.Type, "The organization under which it is numbered (发文组织)."),
		link("agenda_item", AgendaItem.Type, "The agenda item it settles (议题)."),
		link("vote", Vote.Type, "The vote it rests on (表决).", optional),
		link("supersedes", Resolution.Type, "The resolution whose place it takes (取代的决议).", optional),
		link("amends", Resolution.Type, "The resolution that it changes (修改的决议).", optional),
		back("superseded_by", Resolution.Type, "supersedes", "What took its place (被取代)."),
		back("amended_by", Resolution.Type, "amends", "What changed it (被修改)."),
		back("publications", Publication.Type, "resolution", "Where and how long it was posted (公示)."),
		back("effects", ResolutionEffect.Type, "resolution", "What kept it from holding, and when (效力变动)."),
		back("tasks", Task.Type, "resolution", "What is to be done to carry it out (落实任务)."),
		back("evaluations", Evaluation.Type, "resolution", "What those affected think of it, as far as the viewer may see it (评议)."),
		back("challenges", Challenge.Type, "resolution", "Suits and applications against it (争议)."),
		back("oversight_actions", OversightAction.Type, "resolution", "Orders and revocations that concern it (监督措施)."),
		back("filings", Filing.Type, "resolution", "Where it was put on file (备案)."),
		back("objections", Objection.Type, "resolution", "Objections to it, as far as the viewer may see them (异议)."),
	}
}

func (Resolution) Indexes() []ent.Index {
	return append(paths([]string{"organization", "agenda_item", "vote", "supersedes", "amends"}, "adopted_at"),
		index.Fields("organization_id", "year", "serial").Unique())
}

func (Resolution) Annotations() []schema.Annotation {
	return filtered("What a body issued on an agenda item: a decision, recommendation or referral (决议).",
		"resolutions", "Resolutions published, and others that the viewer may see (决议)")
}
