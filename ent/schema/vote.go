package schema

import (
	"encoding/json"

	"entgo.io/ent"
	"entgo.io/ent/schema"
	"entgo.io/ent/schema/index"

	domain "sifang/schema"
	"sifang/schema/ident"
)

// Vote is the event in which a question is decided.
type Vote struct{ ent.Schema }

func (Vote) Mixin() []ent.Mixin { return []ent.Mixin{thing{kind: ident.KindVote}, edited{}} }

func (Vote) Fields() []ent.Field {
	return []ent.Field{
		since(one[domain.VoteKind]("kind", "What is decided: a motion, one of several options, or who is elected (表决类型)."), "MOTION"),
		words("question", "What is put to the vote, as it will be read out (表决事项).", mutable),
		words("rule_code", "Code of the rule that judges it (规则代码)."),
		number("rule_edition", "Version of that rule (规则版本)."),
		document("rule", "The rule itself, pinned for ever.", json.RawMessage{}),
		one[domain.VoteMethod]("method", "How votes are given (表决方式)."),
		one[domain.BallotVisibility]("visibility", "Who may learn a voter's choice (公开程度)."),
		one[domain.VoteStatus]("status", "Where it stands (状态).", mutable),
		instant("noticed_at", "When its item was announced in a notice (通知时间).", optional, mutable),
		instant("opened_at", "When it was opened (开始表决时间).", optional, mutable),
		instant("closed_at", "When it was closed (结束表决时间).", optional, mutable),
		number("most_marks", "How many options one paper may mark, in a choice or an election (最多可选数).", optional),
		number("seats", "How many seats an election fills (应选名额).", optional),
		number("alternates", "How many may stand by at most (候补名额).", optional),
		instant("opens_at", "When it opens by itself (预定开始时间).", optional, mutable),
		instant("closes_at", "When it closes by itself: ballots after that instant are late, whenever the close is written down (截止时间).", optional, mutable),
		since(number("extensions", "How often the close was put off (延期次数).", mutable), "0"),
		date("objections_until", "Last day on which objections to the preliminary result are in time (异议截止日).", optional, mutable),
		document("fulfilled", "Conditions of the rule that were confirmed to be fulfilled.", []string{}, optional, mutable),
		ref("agenda_item"), ref("roll", optional, mutable), ref("revote_of", optional), ref("tie_break_of", optional),
		ref("post", optional), ref("recall_of", optional), ref("motion", optional),
	}
}

func (Vote) Edges() []ent.Edge {
	return []ent.Edge{
		link("agenda_item", AgendaItem.Type, "The agenda item (议题)."),
		link("roll", Roll.Type, "The roll it is held on, once open; only those entitled see it (名册).", optional, mutable),
		link("revote_of", Vote.Type, "The vote it repeats (再次表决的原表决).", optional),
		back("revotes", Vote.Type, "revote_of", "The votes that repeat it (再次表决)."),
		link("tie_break_of", Vote.Type, "The election whose tie it breaks, on the same roll (决胜的原选举).", optional),
		link("post", Post.Type, "The post that an election fills (选举职务).", optional),
		link("recall_of", Membership.Type, "Whose post ends if it is adopted, as far as the viewer may see it (罢免对象).", optional),
		link("motion", Motion.Type, "The motion or amendment that it decides (动议).", optional),
		back("publications", Publication.Type, "vote", "Postings of its candidates and its result (公示)."),
		back("tie_breaks", Vote.Type, "tie_break_of", "The votes among those who were tied (决胜表决)."),
		many("proxies", Proxy.Type, "votes", "Authorities that cover it."),
		back("options", VoteOption.Type, "vote", "What there is to choose (选项)."),
		back("candidates", Candidate.Type, "vote", "Who stands in the election, as far as the viewer may see it (候选人)."),
		back("count_sheets", CountSheet.Type, "vote", "Counts by hand, as far as the viewer may see them (计票单)."),
		back("objections", Objection.Type, "vote", "Objections to it, as far as the viewer may see them (异议)."),
		back("ballots", Ballot.Type, "vote", "Ballots, as far as the viewer may see them (表决票)."),
		back("verdicts", Verdict.Type, "vote", "How it was judged; the last one stands (裁定)."),
		back("resolutions", Resolution.Type, "vote", "What was issued on the strength of it (决议)."),
	}
}

func (Vote) Indexes() []ent.Index {
	return append(paths([]string{"agenda_item", "roll", "revote_of", "tie_break_of", "post", "recall_of", "motion"}),
		index.Fields("status", "id"), index.Fields("status", "closes_at"), index.Fields("status", "opens_at"))
}

func (Vote) Annotations() []schema.Annotation {
	return listed("The event in which a question is decided (表决).",
		"votes", "Votes announced, and drafts that the viewer may see (表决)")
}

// Verdict is how a vote was judged. A later judgment is a further row.
type Verdict struct{ ent.Schema }

func (Verdict) Mixin() []ent.Mixin { return []ent.Mixin{thing{kind: ident.KindVerdict}} }

func (Verdict) Fields() []ent.Field {
	return []ent.Field{
		one[domain.VerdictOutcome]("outcome", "What the vote came to (结果)."),
		document("document", "Counts, clauses, margins and explanation.", json.RawMessage{}),
		one[domain.RecountResult]("recount", "Whether the second, independent counter came to the same; absent where nothing was counted (复核结果).", optional),
		document("differences", "Where the two counters differ.", []string{}, optional),
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
