package schema

import (
	"encoding/json"

	"entgo.io/contrib/entgql"
	"entgo.io/ent"
	"entgo.io/ent/dialect/entsql"
	"entgo.io/ent/schema"
	"entgo.io/ent/schema/edge"
	"entgo.io/ent/schema/index"

	domain "sifang/schema"
	"sifang/schema/ident"
)

// Ballot is one voter's choice in one vote.
type Ballot struct{ ent.Schema }

func (Ballot) Mixin() []ent.Mixin { return []ent.Mixin{thing{kind: ident.KindBallot}} }

func (Ballot) Fields() []ent.Field {
	return []ent.Field{
		one[domain.BallotChoice]("choice", "For, against or abstain; absent where options are chosen, and on a paper that is not valid (意见).", optional),
		document("marks", "The options or candidates marked.", []ident.ID{}, optional),
		one[domain.BallotChannel]("channel", "The way it came in (途径)."),
		one[domain.BallotStatus]("status", "Whether it counts, as things stand (有效状态).", mutable),
		one[domain.InvalidReason]("invalid_reason", "Why it does not count (无效原因).", optional),
		since(yes("settled", "Whether it counts because the voters of its place on the roll agreed on it (经共有人确认).", mutable), "false"),
		instant("cast_at", "When it was cast (投票时间)."),
		ref("vote"), ref("entry"), ref("person"), ref("agent", optional), ref("proxy", optional), ref("paper", optional),
	}
}

func (Ballot) Edges() []ent.Edge {
	return []ent.Edge{
		link("vote", Vote.Type, "The vote (表决)."),
		link("entry", RollEntry.Type, "The place on the roll (名册条目)."),
		link("person", Person.Type, "In whose name it was cast (表决人)."),
		link("agent", Person.Type, "Who cast it for the voter (受托人).", optional),
		link("proxy", Proxy.Type, "The authority under which the agent cast it (委托).", optional),
		link("paper", PaperBallot.Type, "The paper it was read from (纸质票).", optional),
	}
}

func (Ballot) Indexes() []ent.Index {
	return append(paths([]string{"vote", "entry", "person", "agent", "proxy", "paper"}),
		index.Fields("vote_id", "entry_id").Unique().Annotations(where("status = 'VALID'")))
}

func (Ballot) Annotations() []schema.Annotation {
	return nested("One voter's choice in one vote (表决票).")
}

// PaperBallot is a paper that came in, read by two persons independently.
type PaperBallot struct{ ent.Schema }

func (PaperBallot) Mixin() []ent.Mixin { return []ent.Mixin{thing{kind: ident.KindPaperBallot}} }

func (PaperBallot) Fields() []ent.Field {
	return []ent.Field{
		words("number", "The number printed on it (票号)."),
		one[domain.PaperBallotStatus]("status", "Where it stands between its two entries (录入状态).", mutable),
		instant("received_at", "When it was handed in; that decides whether it was in time (收票时间)."),
		instant("entered_at", "When it was first entered (录入时间).", ordered),
		document("first", "What the first reader read.", json.RawMessage{}),
		document("second", "What the second reader read.", json.RawMessage{}, optional, mutable),
		instant("checked_at", "When it was entered the second time (复核时间).", optional, mutable),
		document("settlement", "What the third person decided that it says.", json.RawMessage{}, optional, mutable),
		instant("settled_at", "When a third person decided (裁定时间).", optional, mutable),
		ref("meeting"), ref("entry"), ref("person"), ref("agent", optional), ref("document", optional), ref("courier", optional),
		ref("entered_by", optional), ref("checked_by", optional, mutable), ref("settled_by", optional, mutable),
	}
}

func (PaperBallot) Edges() []ent.Edge {
	return []ent.Edge{
		link("meeting", Meeting.Type, "The meeting (会议)."),
		link("entry", RollEntry.Type, "The place on the roll (名册条目)."),
		link("person", Person.Type, "Who signed it, or in whose name it was signed (表决人)."),
		link("agent", Person.Type, "Who signed it for the voter (受托人).", optional),
		link("document", Document.Type, "The scan (扫描件).", optional),
		link("courier", Person.Type, "The owners' representative who collected it; a courier carries opinions and no weight (收集人).", optional),
		link("entered_by", Person.Type, "Who entered it first (录入人).", optional),
		link("checked_by", Person.Type, "Who entered it second (复核人).", optional, mutable),
		link("settled_by", Person.Type, "Who settled the difference (裁定人).", optional, mutable),
		back("ballots", Ballot.Type, "paper", "The ballots read from it, as far as the viewer may see them (表决票)."),
	}
}

func (PaperBallot) Indexes() []ent.Index {
	return append(paths([]string{
		"meeting", "entry", "person", "agent", "document", "courier", "entered_by", "checked_by", "settled_by",
	}, "entered_at"), index.Fields("meeting_id", "number").Unique())
}

func (PaperBallot) Annotations() []schema.Annotation {
	return nested("A paper that came in, entered by two persons independently (纸质票).")
}

// CountSheet is a count by hand, entered by one person and confirmed by
// another.
type CountSheet struct{ ent.Schema }

func (CountSheet) Mixin() []ent.Mixin { return []ent.Mixin{thing{kind: ident.KindCountSheet}} }

func (CountSheet) Fields() []ent.Field {
	return []ent.Field{
		one[domain.CountSheetStatus]("status", "Where it stands (状态).", mutable),
		number("issued", "Papers handed out (发出票数).", optional),
		number("returned", "Papers that came back (收回票数).", optional),
		number("blank", "Of these blank (空白票).", optional),
		number("invalid", "Of these invalid (无效票).", optional),
		number("for", "In favour (同意).", optional),
		number("against", "Against (反对).", optional),
		number("abstain", "Abstaining (弃权).", optional),
		document("marks", "How many papers marked each option or candidate.", json.RawMessage{}, optional),
		instant("entered_at", "When it was entered (录入时间).", ordered),
		instant("confirmed_at", "When it was confirmed (确认时间).", optional, mutable),
		ref("vote"), ref("document", optional), ref("entered_by", optional), ref("confirmed_by", optional, mutable),
	}
}

func (CountSheet) Edges() []ent.Edge {
	return []ent.Edge{
		link("vote", Vote.Type, "The vote (表决)."),
		link("document", Document.Type, "The scan (扫描件).", optional),
		link("entered_by", Person.Type, "Who entered it (录入人).", optional),
		link("confirmed_by", Person.Type, "Who confirmed it (确认人).", optional, mutable),
		edge.To("counters", Person.Type).Immutable().Comment("Who counted (计票人).").
			Annotations(entgql.RelayConnection(), entsql.OnDelete(entsql.NoAction)),
		edge.To("scrutineers", Person.Type).Immutable().Comment("Who watched the count (监票人).").
			Annotations(entgql.RelayConnection(), entsql.OnDelete(entsql.NoAction)),
	}
}

func (CountSheet) Indexes() []ent.Index {
	return paths([]string{"vote", "document", "entered_by", "confirmed_by"}, "entered_at")
}

func (CountSheet) Annotations() []schema.Annotation {
	return nested("A count by hand, entered by one person and confirmed by another (计票单).")
}
