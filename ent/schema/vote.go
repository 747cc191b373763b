package schema

import (
	"encoding/json"

	"entgo.io/contrib/entgql"
	"entgo.io/ent"
	"entgo.io/ent/dialect/entsql"
	"entgo.io/ent/schema"
	"entgo.io/ent/schema/edge"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/index"

	domain "sifang/schema"
	"sifang/schema/ident"
)

// Roll says who may vote in a meeting. It is frozen before the first vote and
// shared by all votes of the meeting.
type Roll struct{ ent.Schema }

func (Roll) Mixin() []ent.Mixin { return []ent.Mixin{thing{kind: ident.KindRoll}} }

func (Roll) Fields() []ent.Field {
	return []ent.Field{
		instant("frozen_at", "When it was frozen (冻结时间)."),
		number("seats", "Seats of the body, or voting parties of the linkage (席位数)."),
		number("incumbents", "Seats that are filled (在任人数)."),
		words("hash", "Fingerprint of its entries (名册指纹)."),
		ref("meeting"),
	}
}

func (Roll) Edges() []ent.Edge {
	return []ent.Edge{
		link("meeting", Meeting.Type, "The meeting (会议)."),
		back("entries", RollEntry.Type, "roll", "Who may vote (名册条目)."),
	}
}

func (Roll) Indexes() []ent.Index {
	return append(paths([]string{"meeting"}), index.Fields("meeting_id").Unique())
}

func (Roll) Annotations() []schema.Annotation {
	return nested("Who may vote in a meeting, frozen before the first vote and shared by all its votes (名册).")
}

// RollEntry is one voter on a roll: a member, or a party with its delegates.
type RollEntry struct{ ent.Schema }

func (RollEntry) Mixin() []ent.Mixin { return []ent.Mixin{thing{kind: ident.KindRollEntry}} }

func (RollEntry) Fields() []ent.Field {
	return []ent.Field{
		number("position", "Its place on the roll, from 1 (序号).", ordered),
		words("label", "Under which name it stands on the roll (名册名称)."),
		ref("roll"), ref("person", optional), ref("party", optional),
	}
}

func (RollEntry) Edges() []ent.Edge {
	return []ent.Edge{
		link("roll", Roll.Type, "The roll (名册)."),
		link("person", Person.Type, "The voter, if the body's members vote (表决人).", optional),
		link("party", LinkageParty.Type, "The party that votes, or for which the member votes (联动方).", optional),
		edge.To("delegates", Person.Type).Immutable().Comment("Who may cast the party's ballot (授权代表).").
			Annotations(entgql.RelayConnection(), entsql.OnDelete(entsql.NoAction)),
		back("ballots", Ballot.Type, "entry", "Ballots given under it, as far as the viewer may see them (表决票)."),
	}
}

func (RollEntry) Indexes() []ent.Index {
	return append(paths([]string{"roll", "person", "party"}, "position"),
		index.Fields("roll_id", "position").Unique())
}

func (RollEntry) Annotations() []schema.Annotation {
	return nested("One voter on a roll: a member, or a party with its delegates (名册条目).")
}

// Vote is the event in which a question is decided.
type Vote struct{ ent.Schema }

func (Vote) Mixin() []ent.Mixin { return []ent.Mixin{thing{kind: ident.KindVote}, edited{}} }

func (Vote) Fields() []ent.Field {
	return []ent.Field{
		words("question", "What is put to the vote, as it will be read out (表决事项).", mutable),
		words("rule_code", "Code of the rule that judges it (规则代码)."),
		number("rule_edition", "Version of that rule (规则版本)."),
		field.JSON("rule", json.RawMessage{}).Immutable().Annotations(entgql.Skip(entgql.SkipAll)).
			Comment("The rule itself, pinned for ever."),
		one[domain.VoteMethod]("method", "How votes are given (表决方式)."),
		one[domain.BallotVisibility]("visibility", "Who may learn a voter's choice (公开程度)."),
		one[domain.VoteStatus]("status", "Where it stands (状态).", mutable),
		instant("noticed_at", "When its item was announced in a notice (通知时间).", optional, mutable),
		instant("opened_at", "When it was opened (开始表决时间).", optional, mutable),
		instant("closed_at", "When it was closed (结束表决时间).", optional, mutable),
		ref("agenda_item"), ref("roll", optional, mutable), ref("revote_of", optional),
	}
}

func (Vote) Edges() []ent.Edge {
	return []ent.Edge{
		link("agenda_item", AgendaItem.Type, "The agenda item (议题)."),
		link("roll", Roll.Type, "The roll it is held on, once open; only those entitled see it (名册).", optional, mutable),
		link("revote_of", Vote.Type, "The vote it repeats (再次表决的原表决).", optional),
		back("revotes", Vote.Type, "revote_of", "The votes that repeat it (再次表决)."),
		back("ballots", Ballot.Type, "vote", "Ballots, as far as the viewer may see them (表决票)."),
		back("verdicts", Verdict.Type, "vote", "How it was judged; the last one stands (裁定)."),
		back("resolutions", Resolution.Type, "vote", "What was issued on the strength of it (决议)."),
	}
}

func (Vote) Indexes() []ent.Index {
	return append(paths([]string{"agenda_item", "roll", "revote_of"}), index.Fields("status", "id"))
}

func (Vote) Annotations() []schema.Annotation {
	return listed("The event in which a question is decided (表决).",
		"votes", "Votes announced, and drafts that the viewer may see (表决)")
}

// Ballot is one voter's choice in one vote.
type Ballot struct{ ent.Schema }

func (Ballot) Mixin() []ent.Mixin { return []ent.Mixin{thing{kind: ident.KindBallot}} }

func (Ballot) Fields() []ent.Field {
	return []ent.Field{
		one[domain.BallotChoice]("choice", "For, against or abstain (意见)."),
		one[domain.BallotChannel]("channel", "The way it came in (途径)."),
		one[domain.BallotStatus]("status", "Whether it counts (有效状态)."),
		instant("cast_at", "When it was cast (投票时间)."),
		ref("vote"), ref("entry"), ref("person"),
	}
}

func (Ballot) Edges() []ent.Edge {
	return []ent.Edge{
		link("vote", Vote.Type, "The vote (表决)."),
		link("entry", RollEntry.Type, "The place on the roll (名册条目)."),
		link("person", Person.Type, "Who cast it (投票人)."),
	}
}

func (Ballot) Indexes() []ent.Index {
	return append(paths([]string{"vote", "entry", "person"}), index.Fields("vote_id", "entry_id").Unique())
}

func (Ballot) Annotations() []schema.Annotation {
	return nested("One voter's choice in one vote (表决票).")
}

// Verdict is how a vote was judged. A later judgment is a further row.
type Verdict struct{ ent.Schema }

func (Verdict) Mixin() []ent.Mixin { return []ent.Mixin{thing{kind: ident.KindVerdict}} }

func (Verdict) Fields() []ent.Field {
	return []ent.Field{
		one[domain.VerdictOutcome]("outcome", "What the vote came to (结果)."),
		field.JSON("document", json.RawMessage{}).Immutable().Annotations(entgql.Skip(entgql.SkipAll)).
			Comment("Counts, clauses, margins and explanation."),
		instant("judged_at", "When it was judged (裁定时间)."),
		ref("vote"),
	}
}

func (Verdict) Edges() []ent.Edge {
	return []ent.Edge{link("vote", Vote.Type, "The vote judged (表决).")}
}

func (Verdict) Indexes() []ent.Index { return paths([]string{"vote"}) }

func (Verdict) Annotations() []schema.Annotation {
	return nested("How a vote was judged (裁定).")
}
