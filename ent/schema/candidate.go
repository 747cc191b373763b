package schema

import (
	"entgo.io/ent"
	"entgo.io/ent/schema"
	"entgo.io/ent/schema/index"

	domain "sifang/schema"
	"sifang/schema/ident"
)

// VoteOption is something to choose.
type VoteOption struct{ ent.Schema }

func (VoteOption) Mixin() []ent.Mixin { return []ent.Mixin{thing{kind: ident.KindVoteOption}} }

func (VoteOption) Fields() []ent.Field {
	return []ent.Field{
		number("position", "Its place on the paper, from 1 (序号).", ordered),
		words("label", "What it says (选项内容)."),
		yes("none", "Whether it stands for none of the others (以上皆不选)."),
		ref("vote"),
	}
}

func (VoteOption) Edges() []ent.Edge {
	return []ent.Edge{link("vote", Vote.Type, "The vote (表决).")}
}

func (VoteOption) Indexes() []ent.Index {
	return append(paths([]string{"vote"}, "position"), index.Fields("vote_id", "position").Unique())
}

func (VoteOption) Annotations() []schema.Annotation {
	return nested("Something to choose in a vote (选项).")
}

// Candidate is somebody who stands in an election.
type Candidate struct{ ent.Schema }

func (Candidate) Mixin() []ent.Mixin { return []ent.Mixin{thing{kind: ident.KindCandidate}} }

func (Candidate) Fields() []ent.Field {
	return []ent.Field{
		number("position", "The place on the paper, from 1 (序号).", ordered),
		one[domain.CandidateStatus]("status", "Where the candidacy stands (状态).", mutable),
		one[domain.NominationSource]("nominated_by", "Who nominated (提名方式)."),
		words("statement", "What the candidate says about themselves (自我介绍).", optional),
		instant("nominated_at", "When (提名时间)."),
		instant("listed_at", "When the list was published (公布时间).", optional, mutable),
		instant("answered_at", "When the candidate accepted or declined being elected (接受时间).", optional, mutable),
		ref("vote"), ref("person"), ref("membership", optional, mutable),
	}
}

func (Candidate) Edges() []ent.Edge {
	return []ent.Edge{
		link("vote", Vote.Type, "The election (选举)."),
		link("person", Person.Type, "Who stands (候选人)."),
		back("objections", Objection.Type, "candidate", "Objections to the candidate, as far as the viewer may see them (异议)."),
		link("membership", Membership.Type, "The seat taken on the strength of the election (当选任职).", optional, mutable),
	}
}

func (Candidate) Indexes() []ent.Index {
	return append(paths([]string{"vote", "person", "membership"}, "position"),
		index.Fields("vote_id", "person_id").Unique(), index.Fields("vote_id", "position").Unique())
}

func (Candidate) Annotations() []schema.Annotation {
	return nested("Somebody who stands in an election (候选人).")
}
