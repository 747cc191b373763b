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
		one[domain.RollBasis]("basis", "Who stands on it; absent on rolls from before this was written down (名册依据).", optional),
		date("drawn_on", "The day whose facts it was drawn up from (名册基准日).", optional),
		since(number("units", "Units on it, of owners (专有部分数)."), "0"),
		since(number("heads", "Heads on it, as frozen (总人数)."), "0"),
		since(square("area", "Exclusive area on it, as frozen, in m² with two decimals (专有部分总面积)."), "0"),
		since(number("households", "Households on it, as frozen (总户数)."), "0"),
		ref("meeting"),
	}
}

func (Roll) Edges() []ent.Edge {
	return []ent.Edge{
		link("meeting", Meeting.Type, "The meeting (会议)."),
		edge.To("scope", Area.Type).Immutable().Comment("The buildings or entrances whose owners alone decide; all of the area if there are none (表决范围).").
			Annotations(entgql.RelayConnection(), entsql.OnDelete(entsql.NoAction)),
		back("entries", RollEntry.Type, "roll", "Who may vote (名册条目)."),
		back("amendments", RollAmendment.Type, "roll", "What was changed after it was frozen (名册更正)."),
		back("objections", Objection.Type, "roll", "Objections to it, as far as the viewer may see them (异议)."),
	}
}

func (Roll) Indexes() []ent.Index {
	return append(paths([]string{"meeting"}), index.Fields("meeting_id").Unique())
}

func (Roll) Annotations() []schema.Annotation {
	return nested("Who may vote in a meeting, frozen before the first vote and shared by all its votes (名册).")
}

// RollEntry is one voter on a roll: a member, a party with its delegates, or
// the owners of units.
type RollEntry struct{ ent.Schema }

func (RollEntry) Mixin() []ent.Mixin { return []ent.Mixin{thing{kind: ident.KindRollEntry}} }

func (RollEntry) Fields() []ent.Field {
	return []ent.Field{
		number("position", "Its place on the roll, from 1 (序号).", ordered),
		words("label", "Under which name it stands on the roll (名册名称).", mutable),
		words("premises", "The numbers of its units, under which it is published without names (房号).", optional, mutable),
		number("heads", "Heads it counts for (人数).", optional, mutable),
		square("area", "Exclusive area it counts for, in m² with two decimals (面积).", optional, mutable),
		number("seats", "Seats it counts for (席位).", optional, mutable),
		number("households", "Households it counts for (户数).", optional, mutable),
		yes("struck", "Taken off the roll by an amendment (已剔除).", optional, mutable),
		document("groups", "Groups of voters it belongs to, where a rule tells them apart, such as OWNER.", []string{}, optional),
		ref("roll"), ref("person", optional), ref("party", optional), ref("organization", optional),
		ref("household", optional), ref("building", optional), ref("amended_by", optional, mutable),
	}
}

func (RollEntry) Edges() []ent.Edge {
	return []ent.Edge{
		link("roll", Roll.Type, "The roll (名册)."),
		link("person", Person.Type, "The voter, if the body's members vote (表决人).", optional),
		link("party", LinkageParty.Type, "The party that votes, or for which the member votes (联动方).", optional),
		edge.To("delegates", Person.Type).Comment("Who may cast its ballot: delegates of a party, co-owners, or who acts for an organization (可表决人).").
			Annotations(entgql.RelayConnection(), entsql.OnDelete(entsql.NoAction)),
		link("organization", Organization.Type, "The owner, if an organization (单位业主).", optional),
		link("household", Household.Type, "The household, where households vote (户).", optional),
		link("building", Area.Type, "The building or entrance it is counted under (楼栋).", optional),
		link("amended_by", RollAmendment.Type, "The last amendment that changed it (名册更正).", optional, mutable),
		edge.To("units", Unit.Type).Immutable().Comment("The units it votes for, as far as the viewer may see them (专有部分).").
			Annotations(entgql.RelayConnection(), entsql.OnDelete(entsql.NoAction)),
		back("deliveries", Delivery.Type, "entry", "How ballots reached its voters (送达)."),
		back("ballots", Ballot.Type, "entry", "Ballots given under it, as far as the viewer may see them (表决票)."),
	}
}

func (RollEntry) Indexes() []ent.Index {
	return append(paths([]string{"roll", "person", "party", "organization", "household", "building", "amended_by"}, "position"),
		index.Fields("roll_id", "position").Unique())
}

func (RollEntry) Annotations() []schema.Annotation {
	return nested("One voter on a roll: a member, a party with its delegates, or the owners of units (名册条目).")
}

// Delivery is evidence that a ballot reached its voter.
type Delivery struct{ ent.Schema }

func (Delivery) Mixin() []ent.Mixin { return []ent.Mixin{thing{kind: ident.KindDelivery}} }

func (Delivery) Fields() []ent.Field {
	return []ent.Field{
		one[domain.DeliveryMethod]("method", "How it reached the voter (送达方式)."),
		instant("delivered_at", "When it did (送达时间).", ordered),
		yes("agenda_told", "Whether the agenda came with it (已告知议题)."),
		yes("consequence_told", "Whether it said what silence would mean (已告知未表决的后果)."),
		words("witness", "Who saw it, or what proves it, in words (见证).", optional),
		ref("entry"), ref("document", optional), ref("recorded_by", optional),
	}
}

func (Delivery) Edges() []ent.Edge {
	return []ent.Edge{
		link("entry", RollEntry.Type, "The place on the roll (名册条目)."),
		link("document", Document.Type, "The receipt (送达凭证).", optional),
		link("recorded_by", Person.Type, "Who entered it (登记人).", optional),
	}
}

func (Delivery) Indexes() []ent.Index {
	return paths([]string{"entry", "document", "recorded_by"}, "delivered_at")
}

func (Delivery) Annotations() []schema.Annotation {
	return nested("Evidence that a ballot reached its voter (送达).")
}

// RollAmendment changes a frozen roll, and takes two persons.
type RollAmendment struct{ ent.Schema }

func (RollAmendment) Mixin() []ent.Mixin { return []ent.Mixin{thing{kind: ident.KindRollAmendment}} }

func (RollAmendment) Fields() []ent.Field {
	return []ent.Field{
		one[domain.RollAmendmentKind]("kind", "How the roll is changed (更正类型)."),
		one[domain.RollAmendmentStatus]("status", "Where it stands (状态).", mutable),
		words("reason", "Why (更正理由)."),
		document("change", "What the entry is to be, and what it was.", json.RawMessage{}, mutable),
		instant("proposed_at", "When it was asked for (提出时间).", ordered),
		instant("decided_at", "When the second person decided (确认时间).", optional, mutable),
		ref("roll"), ref("entry", optional, mutable), ref("document", optional),
		ref("proposed_by", optional), ref("decided_by", optional, mutable),
	}
}

func (RollAmendment) Edges() []ent.Edge {
	return []ent.Edge{
		link("roll", Roll.Type, "The roll (名册)."),
		link("entry", RollEntry.Type, "The entry changed or added (名册条目).", optional, mutable),
		link("document", Document.Type, "What proves it (证明材料).", optional),
		link("proposed_by", Person.Type, "Who asked for it (提出人).", optional),
		link("decided_by", Person.Type, "Who confirmed it or turned it down, another person (确认人).", optional, mutable),
		back("entries", RollEntry.Type, "amended_by", "The entries it changed last (名册条目)."),
	}
}

func (RollAmendment) Indexes() []ent.Index {
	return paths([]string{"roll", "entry", "document", "proposed_by", "decided_by"}, "proposed_at")
}

func (RollAmendment) Annotations() []schema.Annotation {
	return nested("A change of a roll after it was frozen, by two persons and with a reason (名册更正).")
}
