package schema

import (
	"entgo.io/ent"
	"entgo.io/ent/schema"
	"entgo.io/ent/schema/index"

	domain "sifang/schema"
	"sifang/schema/ident"
)

// Task is something to be done to carry a resolution out.
type Task struct{ ent.Schema }

func (Task) Mixin() []ent.Mixin { return []ent.Mixin{thing{kind: ident.KindTask}} }

func (Task) Fields() []ent.Field {
	return []ent.Field{
		words("title", "What is to be done, in a line (任务)."),
		words("text", "What exactly (要求).", optional),
		one[domain.TaskStatus]("status", "Where it stood when last written; currentStatus tells where it stands now (登记状态).", mutable),
		number("progress", "How far it is, in percent (进度).", mutable),
		date("due_on", "Last day on which it is in time (完成期限)."),
		instant("created_at", "When it was given (下达时间).", ordered),
		instant("completed_at", "When it was done (完成时间).", optional, mutable),
		words("stop_reason", "Why it was stopped (停止原因).", optional, mutable),
		ref("resolution"), ref("organization"), ref("person", optional), ref("document", optional, mutable),
	}
}

func (Task) Edges() []ent.Edge {
	return []ent.Edge{
		link("resolution", Resolution.Type, "The resolution (决议)."),
		link("organization", Organization.Type, "Who has to do it (责任单位)."),
		link("person", Person.Type, "Who answers for it (责任人).", optional),
		link("document", Document.Type, "What proves that it was done (完成证明).", optional, mutable),
		back("reports", TaskReport.Type, "task", "What was reported of it (进展)."),
	}
}

func (Task) Indexes() []ent.Index {
	return append(paths([]string{"resolution", "organization", "person", "document"}, "created_at"),
		index.Fields("status", "due_on"))
}

func (Task) Annotations() []schema.Annotation {
	return listed("Something to be done to carry a resolution out (落实任务).",
		"tasks", "What is to be done to carry resolutions out (落实任务)")
}

// TaskReport is what was reported of a task.
type TaskReport struct{ ent.Schema }

func (TaskReport) Mixin() []ent.Mixin { return []ent.Mixin{thing{kind: ident.KindTaskReport}} }

func (TaskReport) Fields() []ent.Field {
	return []ent.Field{
		words("text", "What was done since (进展内容)."),
		number("progress", "How far it is, in percent (进度)."),
		instant("reported_at", "When (报告时间).", ordered),
		ref("task"), ref("reported_by", optional), ref("document", optional),
	}
}

func (TaskReport) Edges() []ent.Edge {
	return []ent.Edge{
		link("task", Task.Type, "The task (任务)."),
		link("reported_by", Person.Type, "Who reported (报告人).", optional),
		link("document", Document.Type, "What shows it (材料).", optional),
	}
}

func (TaskReport) Indexes() []ent.Index {
	return paths([]string{"task", "reported_by", "document"}, "reported_at")
}

func (TaskReport) Annotations() []schema.Annotation {
	return nested("What was reported of a task (进展报告).")
}

// Evaluation is what somebody affected thinks of how a resolution was carried
// out, of an organization, or of a holder of a post.
type Evaluation struct{ ent.Schema }

func (Evaluation) Mixin() []ent.Mixin { return []ent.Mixin{thing{kind: ident.KindEvaluation}} }

func (Evaluation) Fields() []ent.Field {
	return []ent.Field{
		one[domain.EvaluationGrade]("grade", "How good it is (等次)."),
		words("text", "What is said (评语).", optional),
		instant("evaluated_at", "When (评议时间).", ordered),
		ref("resolution", optional), ref("organization", optional), ref("membership", optional), ref("evaluated_by"),
	}
}

func (Evaluation) Edges() []ent.Edge {
	return []ent.Edge{
		link("resolution", Resolution.Type, "The resolution (决议).", optional),
		link("organization", Organization.Type, "The organization (组织).", optional),
		link("membership", Membership.Type, "The holder of the post (任职).", optional),
		link("evaluated_by", Person.Type, "Who says it (评议人)."),
	}
}

func (Evaluation) Indexes() []ent.Index {
	return append(paths([]string{"resolution", "organization", "membership", "evaluated_by"}, "evaluated_at"),
		index.Fields("resolution_id", "evaluated_by_id").Unique())
}

func (Evaluation) Annotations() []schema.Annotation {
	return nested("What somebody affected thinks of how a resolution was carried out, of an organization or of a holder of a post (评议).")
}
