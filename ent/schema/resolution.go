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
		ref("organization"), ref("agenda_item"), ref("vote", optional),
	}
}

func (Resolution) Edges() []ent.Edge {
	return []ent.Edge{
		link("organization", Organization.Type, "The organization under which it is numbered (发文组织)."),
		link("agenda_item", AgendaItem.Type, "The agenda item it settles (议题)."),
		link("vote", Vote.Type, "The vote it rests on (表决).", optional),
		back("publications", Publication.Type, "resolution", "Where and how long it was posted (公示)."),
	}
}

func (Resolution) Indexes() []ent.Index {
	return append(paths([]string{"organization", "agenda_item", "vote"}, "adopted_at"),
		index.Fields("organization_id", "year", "serial").Unique())
}

func (Resolution) Annotations() []schema.Annotation {
	return filtered("What a body issued on an agenda item: a decision, recommendation or referral (决议).",
		"resolutions", "Resolutions published, and others that the viewer may see (决议)")
}

// Publication is a posting for everybody to read (公示).
type Publication struct{ ent.Schema }

func (Publication) Mixin() []ent.Mixin { return []ent.Mixin{thing{kind: ident.KindPublication}} }

func (Publication) Fields() []ent.Field {
	return []ent.Field{
		one[domain.PublicationKind]("kind", "What was posted (公示类型)."),
		words("place", "Where it hangs: notice board, entrance, website (公示地点)."),
		words("text", "What it says (公示内容)."),
		instant("posted_at", "When it was posted (公示时间).", ordered),
		number("minimum_days", "For how many days it must stay, the day of posting not counted (最少公示天数)."),
		date("until", "Last day of the minimum period (公示截止日)."),
		ref("meeting", optional), ref("resolution", optional), ref("membership", optional), ref("vote", optional),
	}
}

func (Publication) Edges() []ent.Edge {
	return []ent.Edge{
		link("meeting", Meeting.Type, "The meeting announced (会议).", optional),
		link("resolution", Resolution.Type, "The resolution published (决议).", optional),
		link("membership", Membership.Type, "The appointment published (任职).", optional),
		link("vote", Vote.Type, "The vote whose candidates, extension or result were published (表决).", optional),
	}
}

func (Publication) Indexes() []ent.Index {
	return paths([]string{"meeting", "resolution", "membership", "vote"}, "posted_at")
}

func (Publication) Annotations() []schema.Annotation {
	return listed("A posting for everybody to read (公示).",
		"publications", "Postings: notices, appointments, results, resolutions (公示)")
}
