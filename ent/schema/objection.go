package schema

import (
	"entgo.io/ent"
	"entgo.io/ent/schema"

	domain "sifang/schema"
	"sifang/schema/ident"
)

// Objection is somebody's objection to a roll, to a list of candidates, to a
// result, or to anything else that was posted.
type Objection struct{ ent.Schema }

func (Objection) Mixin() []ent.Mixin { return []ent.Mixin{thing{kind: ident.KindObjection}} }

func (Objection) Fields() []ent.Field {
	return []ent.Field{
		one[domain.ObjectionStatus]("status", "Where it stands (状态).", mutable),
		words("text", "What is objected to, and why (异议内容)."),
		instant("filed_at", "When it came in (提出时间).", ordered),
		yes("late", "Whether it came in after its time; it is answered all the same (逾期)."),
		words("answer", "What was answered (答复).", optional, mutable),
		instant("answered_at", "When (答复时间).", optional, mutable),
		one[domain.ObjectionRemedy]("remedy", "What follows from it (处理方式).", optional, mutable),
		date("answer_due_on", "Last day on which an answer is in time (答复期限).", optional),
		ref("vote", optional), ref("roll", optional), ref("candidate", optional), ref("party", optional), ref("filed_by"), ref("answered_by", optional, mutable),
		ref("resolution", optional), ref("publication", optional),
	}
}

func (Objection) Edges() []ent.Edge {
	return []ent.Edge{
		link("vote", Vote.Type, "The vote whose result is objected to (表决).", optional),
		link("roll", Roll.Type, "The roll objected to (名册).", optional),
		link("candidate", Candidate.Type, "The candidate objected to (候选人).", optional),
		link("party", LinkageParty.Type, "The absent party that objects (联动方).", optional),
		link("resolution", Resolution.Type, "The resolution objected to, as far as the viewer may see it (决议).", optional),
		link("publication", Publication.Type, "The posting objected to (公示).", optional),
		link("filed_by", Person.Type, "Who objects (异议人)."),
		link("answered_by", Person.Type, "Who answered (答复人).", optional, mutable),
	}
}

func (Objection) Indexes() []ent.Index {
	return paths([]string{"vote", "roll", "candidate", "party", "filed_by", "answered_by", "resolution", "publication"}, "filed_at")
}

func (Objection) Annotations() []schema.Annotation {
	return nested("An objection to a roll, to a candidate, to a result, or to anything else that was posted (异议).")
}
