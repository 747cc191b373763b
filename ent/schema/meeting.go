package schema

import (
	"entgo.io/contrib/entgql"
	"entgo.io/ent"
	"entgo.io/ent/schema"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/index"

	domain "sifang/schema"
	"sifang/schema/ident"
)

// Proposal is a matter on its way through the bodies that treat it.
type Proposal struct{ ent.Schema }

func (Proposal) Mixin() []ent.Mixin {
	return []ent.Mixin{thing{kind: ident.KindProposal}, edited{}}
}

func (Proposal) Fields() []ent.Field {
	return []ent.Field{
		words("title", "What it is about, in a line (标题).", mutable),
		words("text", "What is proposed (内容).", mutable),
		one[domain.ProposalSource]("source", "Where it came from (来源)."),
		words("matter", "Code of the matter it concerns; it decides who may decide (事项)."),
		one[domain.ProposalStatus]("status", "Where it stands (状态).", mutable),
		words("reason", "Why it was declined or withdrawn (理由).", optional, mutable),
		instant("published_at", "When it was first published: for signatures, or with the agenda on which it stands (公布时间).", optional, mutable),
		ref("area"), ref("proposer", optional), ref("proposing_organization", optional), ref("tracker", optional, mutable),
		ref("merged_into", optional, mutable),
	}
}

func (Proposal) Edges() []ent.Edge {
	return []ent.Edge{
		link("area", Area.Type, "The estate, building or entrance it concerns (涉及区域)."),
		link("proposer", Person.Type, "Who raised it, if a person (提议人).", optional),
		link("proposing_organization", Organization.Type, "Who raised it, if an organization (提议单位).", optional),
		link("tracker", Person.Type, "Who follows it from beginning to end (跟踪人).", optional, mutable),
		link("merged_into", Proposal.Type, "The proposal that goes on in its place (并入的议案).", optional, mutable),
		back("merged_from", Proposal.Type, "merged_into", "The proposals that go on in it (被并入的议案)."),
		back("agenda_items", AgendaItem.Type, "proposal", "Its treatments in meetings (审议记录)."),
		back("signatures", Signature.Type, "proposal", "Who signed its petition, as far as the viewer may see it (联名)."),
		back("procedure_runs", ProcedureRun.Type, "proposal", "Procedures that it goes through (程序)."),
		back("convened", Meeting.Type, "petition", "Meetings that its petition asked for (据此召集的会议)."),
	}
}

func (Proposal) Indexes() []ent.Index {
	return append(paths([]string{"area", "proposer", "proposing_organization", "tracker", "merged_into"}), index.Fields("status", "id"))
}

func (Proposal) Annotations() []schema.Annotation {
	return filtered("A matter on its way through the bodies that treat it (议案).",
		"proposals", "Matters raised, as far as published or open to the viewer (议案)")
}

// Meeting is a sitting, or the window of a written one.
type Meeting struct{ ent.Schema }

func (Meeting) Mixin() []ent.Mixin { return []ent.Mixin{thing{kind: ident.KindMeeting}, edited{}} }

func (Meeting) Fields() []ent.Field {
	return []ent.Field{
		one[domain.MeetingKind]("kind", "Whose meeting it is (会议类型)."),
		one[domain.MeetingForm]("form", "How it is held (会议形式).", mutable),
		words("title", "Title (会议名称).", mutable),
		words("venue", "Where it is held (地点).", optional, mutable),
		instant("starts_at", "When it begins (开始时间).", mutable, ordered),
		instant("ends_at", "When it is to end (结束时间).", mutable),
		one[domain.MeetingStatus]("status", "Where it stands (状态).", mutable),
		one[domain.ConvenedUnder]("convened_under", "On what ground it was convened (召集依据)."),
		instant("noticed_at", "When it was first called with notice (通知时间).", optional, mutable),
		instant("opened_at", "When it was opened (开会时间).", optional, mutable),
		instant("closed_at", "When it was closed (闭会时间).", optional, mutable),
		words("cancel_reason", "Why it was cancelled (取消原因).", optional, mutable),
		field.Strings("acknowledged").Optional().Annotations(entgql.Skip(entgql.SkipAll)).
			Comment("Warnings that were acknowledged when it was called."),
		ref("linkage", optional), ref("organization"), ref("organizer", optional), ref("chair", optional, mutable),
		ref("petition", optional), ref("order", optional),
	}
}

func (Meeting) Edges() []ent.Edge {
	return []ent.Edge{
		link("linkage", Linkage.Type, "The linkage that meets, for a joint meeting (联动).", optional),
		link("organization", Organization.Type, "The organization that meets or, for a joint meeting, convenes (召集单位)."),
		link("organizer", Organization.Type, "Who organizes it, if another (组织单位).", optional),
		link("chair", Person.Type, "Who presides (主持人).", optional, mutable),
		link("petition", Proposal.Type, "The proposal whose petition asked for it (联名提议).", optional),
		link("order", OversightAction.Type, "The order that asked for it (责令召集).", optional),
		back("agenda_items", AgendaItem.Type, "meeting", "Its agenda (议程)."),
		back("minutes", Minutes.Type, "meeting", "Editions of its minutes, as far as the viewer may see them (会议记录)."),
		back("attendances", Attendance.Type, "meeting", "Who was there and when, as far as the viewer may see it (出席)."),
		back("rolls", Roll.Type, "meeting", "Its roll, once frozen (名册)."),
		back("proxies", Proxy.Type, "meeting", "Who may vote for whom, as far as the viewer may see it (委托)."),
		back("paper_ballots", PaperBallot.Type, "meeting", "Papers that came in, as far as the viewer may see them (纸质票)."),
		back("publications", Publication.Type, "meeting", "Its notices (通知公告)."),
	}
}

func (Meeting) Indexes() []ent.Index {
	return append(paths([]string{"linkage", "organization", "organizer", "chair", "petition", "order"}, "starts_at"), index.Fields("status", "id"))
}

func (Meeting) Annotations() []schema.Annotation {
	return filtered("A sitting, or the window of a written one (会议).",
		"meetings", "Meetings called, and drafts that the viewer may see (会议)")
}

// AgendaItem is one treatment of one proposal in one meeting.
type AgendaItem struct{ ent.Schema }

func (AgendaItem) Mixin() []ent.Mixin {
	return []ent.Mixin{thing{kind: ident.KindAgendaItem}, edited{}}
}

func (AgendaItem) Fields() []ent.Field {
	return []ent.Field{
		number("position", "Its place on the agenda, from 1 (序号).", ordered, mutable),
		words("title", "What is treated (议题)."),
		one[domain.DecisionAuthority]("authority", "The body that may lawfully decide it, computed from the matter (决定权)."),
		words("authority_reason", "Why a stricter authority was set than the matter requires (从严理由).", optional),
		one[domain.AgendaItemDisposition]("disposition", "What became of it (处理结果).", mutable),
		words("disposition_note", "What was noted about it (处理说明).", optional, mutable),
		instant("noticed_at", "When it was first announced in a notice (列入通知时间).", optional, mutable),
		ref("meeting"), ref("proposal"), ref("carried_from", optional), ref("referred_from", optional),
	}
}

func (AgendaItem) Edges() []ent.Edge {
	return []ent.Edge{
		link("meeting", Meeting.Type, "The meeting (会议)."),
		link("proposal", Proposal.Type, "The proposal treated (议案)."),
		link("carried_from", AgendaItem.Type, "The item of an earlier meeting that was carried over to this one (结转来源).", optional),
		back("carried_to", AgendaItem.Type, "carried_from", "The items of later meetings that go on with it (结转去向)."),
		link("referred_from", AgendaItem.Type, "The item of another body's meeting that was referred to this one (转交来源).", optional),
		back("referred_to", AgendaItem.Type, "referred_from", "The items that took it up (承接议题)."),
		back("opinions", Opinion.Type, "agenda_item", "Written opinions asked for (书面意见)."),
		back("speeches", Speech.Type, "agenda_item", "Who asked for the floor and who had it, as far as the viewer may see it (发言)."),
		back("motions", Motion.Type, "agenda_item", "What was moved on it (动议)."),
		back("votes", Vote.Type, "agenda_item", "Votes on it (表决)."),
		back("recusals", Recusal.Type, "agenda_item", "Who steps aside on it, as far as the viewer may see it (回避)."),
		back("resolutions", Resolution.Type, "agenda_item", "What was issued on it (决议)."),
	}
}

func (AgendaItem) Indexes() []ent.Index {
	return append(paths([]string{"meeting", "proposal", "carried_from", "referred_from"}, "position"),
		index.Fields("meeting_id", "proposal_id").Unique())
}

func (AgendaItem) Annotations() []schema.Annotation {
	return nested("One treatment of one proposal in one meeting (议题).")
}

// Attendance is one stay of one person in a meeting.
type Attendance struct{ ent.Schema }

func (Attendance) Mixin() []ent.Mixin { return []ent.Mixin{thing{kind: ident.KindAttendance}} }

func (Attendance) Fields() []ent.Field {
	return []ent.Field{
		one[domain.AttendanceMode]("mode", "In person or remote (出席方式)."),
		instant("arrived_at", "When the person came (签到时间).", ordered),
		instant("left_at", "When the person left; absent while present (签退时间).", optional, mutable),
		yes("votes", "Whether the person counts for the quorum, rather than observing (计入法定人数)."),
		ref("meeting"), ref("person"), ref("party", optional),
	}
}

func (Attendance) Edges() []ent.Edge {
	return []ent.Edge{
		link("meeting", Meeting.Type, "The meeting (会议)."),
		link("person", Person.Type, "Who attended (出席人)."),
		link("party", LinkageParty.Type, "The party represented, in a joint meeting (代表方).", optional),
	}
}

func (Attendance) Indexes() []ent.Index {
	return append(paths([]string{"meeting", "person", "party"}, "arrived_at"),
		// One person in one capacity is in the room once.
		index.Fields("meeting_id", "person_id").Unique().StorageKey("attendance_present_alone").
			Annotations(where("left_at IS NULL AND party_id IS NULL")),
		index.Fields("meeting_id", "person_id", "party_id").Unique().StorageKey("attendance_present_for").
			Annotations(where("left_at IS NULL AND party_id IS NOT NULL")),
	)
}

func (Attendance) Annotations() []schema.Annotation {
	return nested("One stay of one person in a meeting, from arrival to departure (出席).")
}
