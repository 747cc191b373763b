package schema

import (
	"encoding/json"

	"entgo.io/ent"
	"entgo.io/ent/schema"
	"entgo.io/ent/schema/index"

	domain "sifang/schema"
	"sifang/schema/ident"
)

// ProcedureRun is a procedure that a proposal goes through, step by step.
type ProcedureRun struct{ ent.Schema }

func (ProcedureRun) Mixin() []ent.Mixin { return []ent.Mixin{thing{kind: ident.KindProcedureRun}} }

func (ProcedureRun) Fields() []ent.Field {
	return []ent.Field{
		words("code", "Code of the procedure (程序代码)."),
		number("edition", "Version of the procedure (程序版本)."),
		document("procedure", "The procedure itself, pinned for ever.", json.RawMessage{}),
		one[domain.ProcedureRunStatus]("status", "Where it stands (状态).", mutable),
		instant("started_at", "When it was begun (启动时间).", ordered),
		instant("ended_at", "When it ended (结束时间).", optional, mutable),
		words("stop_reason", "Why it ended before its last step (终止原因).", optional, mutable),
		ref("proposal"), ref("organization"),
	}
}

func (ProcedureRun) Edges() []ent.Edge {
	return []ent.Edge{
		link("proposal", Proposal.Type, "The proposal (议案)."),
		link("organization", Organization.Type, "Who conducts it (主办单位)."),
		back("steps", ProcedureStep.Type, "run", "The steps done (已完成步骤)."),
	}
}

func (ProcedureRun) Indexes() []ent.Index {
	return paths([]string{"proposal", "organization"}, "started_at")
}

func (ProcedureRun) Annotations() []schema.Annotation {
	return listed("A procedure that a proposal goes through, step by step (程序).",
		"procedureRuns", "Procedures that proposals go through (程序)")
}

// ProcedureStep is a step of a procedure that was done.
type ProcedureStep struct{ ent.Schema }

func (ProcedureStep) Mixin() []ent.Mixin { return []ent.Mixin{thing{kind: ident.KindProcedureStep}} }

func (ProcedureStep) Fields() []ent.Field {
	return []ent.Field{
		words("step", "Code of the step (步骤代码)."),
		words("note", "What was noted (说明).", optional),
		instant("done_at", "When it was done (完成时间).", ordered),
		ref("run"), ref("meeting", optional), ref("vote", optional), ref("resolution", optional), ref("publication", optional), ref("document", optional), ref("recorded_by", optional),
	}
}

func (ProcedureStep) Edges() []ent.Edge {
	return []ent.Edge{
		link("run", ProcedureRun.Type, "The procedure (程序)."),
		link("meeting", Meeting.Type, "The meeting that did it (会议).", optional),
		link("vote", Vote.Type, "The vote that did it (表决).", optional),
		link("resolution", Resolution.Type, "The resolution that did it (决议).", optional),
		link("publication", Publication.Type, "The posting that did it (公示).", optional),
		link("document", Document.Type, "A paper that proves it (证明材料).", optional),
		link("recorded_by", Person.Type, "Who entered it (登记人).", optional),
	}
}

func (ProcedureStep) Indexes() []ent.Index {
	return append(paths([]string{"run", "meeting", "vote", "resolution", "publication", "document", "recorded_by"}, "done_at"),
		index.Fields("run_id", "step").Unique())
}

func (ProcedureStep) Annotations() []schema.Annotation {
	return nested("A step of a procedure that was done, with what proves it (程序步骤).")
}
