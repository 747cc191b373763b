package schema

import (
	"entgo.io/ent"
	"entgo.io/ent/schema"

	domain "sifang/schema"
	"sifang/schema/ident"
)

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
		words("basis", "Which provision asks for that time, in its own language; absent if none does (公示期限依据).", optional),
		date("objections_until", "Last day on which objections to what it says are in time; absent if it is not open to any (异议截止日).", optional),
		ref("meeting", optional), ref("resolution", optional), ref("membership", optional), ref("vote", optional),
		ref("roll", optional), ref("organization", optional), ref("minutes", optional), ref("document", optional), ref("posted_by", optional),
	}
}

func (Publication) Edges() []ent.Edge {
	return []ent.Edge{
		link("meeting", Meeting.Type, "The meeting announced (会议).", optional),
		link("resolution", Resolution.Type, "The resolution published (决议).", optional),
		link("membership", Membership.Type, "The appointment published (任职).", optional),
		link("vote", Vote.Type, "The vote whose candidates, extension or result were published (表决).", optional),
		link("roll", Roll.Type, "The roll published, as far as the viewer may see it (名册).", optional),
		link("organization", Organization.Type, "The organization whose composition was published (组成人员所属组织).", optional),
		link("minutes", Minutes.Type, "The minutes published (会议记录).", optional),
		link("document", Document.Type, "What was posted, as it hung there (公示原件).", optional),
		link("posted_by", Person.Type, "Who posted it (公示人).", optional),
		back("checks", PostingCheck.Type, "publication", "Whether it was still there (公示巡查)."),
		back("objections", Objection.Type, "publication", "Objections to it, as far as the viewer may see them (异议)."),
	}
}

func (Publication) Indexes() []ent.Index {
	return paths([]string{
		"meeting", "resolution", "membership", "vote", "roll", "organization", "minutes", "document", "posted_by",
	}, "posted_at")
}

func (Publication) Annotations() []schema.Annotation {
	return listed("A posting for everybody to read (公示).",
		"publications", "Postings: notices, appointments, results, resolutions (公示)")
}

// PostingCheck is that somebody looked whether a posting is still there.
type PostingCheck struct{ ent.Schema }

func (PostingCheck) Mixin() []ent.Mixin { return []ent.Mixin{thing{kind: ident.KindPostingCheck}} }

func (PostingCheck) Fields() []ent.Field {
	return []ent.Field{
		instant("checked_at", "When (巡查时间).", ordered),
		yes("still_there", "Whether it was there, and whole (是否完好)."),
		words("note", "What was seen (说明).", optional),
		ref("publication"), ref("checked_by", optional), ref("document", optional),
	}
}

func (PostingCheck) Edges() []ent.Edge {
	return []ent.Edge{
		link("publication", Publication.Type, "The posting (公示)."),
		link("checked_by", Person.Type, "Who looked (巡查人).", optional),
		link("document", Document.Type, "A photograph (照片).", optional),
	}
}

func (PostingCheck) Indexes() []ent.Index {
	return paths([]string{"publication", "checked_by", "document"}, "checked_at")
}

func (PostingCheck) Annotations() []schema.Annotation {
	return nested("That somebody looked whether a posting is still there (公示巡查).")
}
