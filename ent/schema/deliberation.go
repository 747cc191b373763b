package schema

import (
	"entgo.io/ent"
	"entgo.io/ent/schema"
	"entgo.io/ent/schema/index"

	domain "sifang/schema"
	"sifang/schema/ident"
)

// Opinion is what an organization was asked to say in writing about an item before
// it is voted on.
type Opinion struct{ ent.Schema }

func (Opinion) Mixin() []ent.Mixin { return []ent.Mixin{thing{kind: ident.KindOpinion}} }

func (Opinion) Fields() []ent.Field {
	return []ent.Field{
		instant("requested_at", "When it was asked for (征求时间).", ordered),
		instant("due_at", "Until when it is waited for (答复期限)."),
		one[domain.OpinionStance]("stance", "How it stands to the proposal (态度).", optional, mutable),
		words("text", "What it says (意见内容).", optional, mutable),
		instant("given_at", "When it was given (答复时间).", optional, mutable),
		ref("agenda_item"), ref("organization"), ref("requested_by", optional), ref("given_by", optional, mutable),
	}
}

func (Opinion) Edges() []ent.Edge {
	return []ent.Edge{
		link("agenda_item", AgendaItem.Type, "The item (议题)."),
		link("organization", Organization.Type, "Whose opinion it is (征求对象)."),
		link("requested_by", Person.Type, "Who asked for it (征求人).", optional),
		link("given_by", Person.Type, "Who gave it for the organization (答复人).", optional, mutable),
	}
}

func (Opinion) Indexes() []ent.Index {
	return append(paths([]string{"agenda_item", "organization", "requested_by", "given_by"}, "requested_at"),
		index.Fields("agenda_item_id", "organization_id").Unique())
}

func (Opinion) Annotations() []schema.Annotation {
	return nested("A written opinion on an item, asked of an organization before the vote (书面意见).")
}

// Speech is one turn of somebody at the floor, from the request on.
type Speech struct{ ent.Schema }

func (Speech) Mixin() []ent.Mixin { return []ent.Mixin{thing{kind: ident.KindSpeech}} }

func (Speech) Fields() []ent.Field {
	return []ent.Field{
		one[domain.SpeechSide]("side", "For which side (发言立场)."),
		one[domain.SpeechStatus]("status", "Where it stands (状态).", mutable),
		instant("requested_at", "When the floor was asked for (申请时间).", ordered),
		instant("given_at", "When the floor was given (开始发言时间).", optional, mutable),
		instant("ended_at", "When it ended (结束发言时间).", optional, mutable),
		number("seconds", "How long it may last, in seconds (限时秒数).", optional, mutable),
		ref("agenda_item"), ref("person"), ref("party", optional),
	}
}

func (Speech) Edges() []ent.Edge {
	return []ent.Edge{
		link("agenda_item", AgendaItem.Type, "The item (议题)."),
		link("person", Person.Type, "Who speaks (发言人)."),
		link("party", LinkageParty.Type, "For which party, in a joint meeting (代表方).", optional),
	}
}

func (Speech) Indexes() []ent.Index {
	return paths([]string{"agenda_item", "person", "party"}, "requested_at")
}

func (Speech) Annotations() []schema.Annotation {
	return nested("One turn of somebody at the floor, from the request on (发言).")
}

// Motion is what somebody moves in a meeting on an item, or how a motion is to be
// changed.
type Motion struct{ ent.Schema }

func (Motion) Mixin() []ent.Mixin { return []ent.Mixin{thing{kind: ident.KindMotion}} }

func (Motion) Fields() []ent.Field {
	return []ent.Field{
		words("text", "What is moved, or how the motion is to read (动议内容)."),
		one[domain.MotionStatus]("status", "Where it stands (状态).", mutable),
		instant("moved_at", "When it was moved (提出时间).", ordered),
		instant("seconded_at", "When it was seconded (附议时间).", optional, mutable),
		ref("agenda_item"), ref("mover", optional), ref("seconder", optional, mutable), ref("amends", optional),
	}
}

func (Motion) Edges() []ent.Edge {
	return []ent.Edge{
		link("agenda_item", AgendaItem.Type, "The item (议题)."),
		link("mover", Person.Type, "Who moved it, as far as the viewer may see it (动议人).", optional),
		link("seconder", Person.Type, "Who seconded it (附议人).", optional, mutable),
		link("amends", Motion.Type, "The motion that it is to change (被修正的动议).", optional),
		back("amendments", Motion.Type, "amends", "The motions to change it (修正案)."),
		back("votes", Vote.Type, "motion", "Votes on it (表决)."),
	}
}

func (Motion) Indexes() []ent.Index {
	return paths([]string{"agenda_item", "mover", "seconder", "amends"}, "moved_at")
}

func (Motion) Annotations() []schema.Annotation {
	return nested("What somebody moves in a meeting on an item, or how a motion is to be changed (动议).")
}

// Minutes are an edition of what a meeting is recorded to have been.
type Minutes struct{ ent.Schema }

func (Minutes) Mixin() []ent.Mixin { return []ent.Mixin{thing{kind: ident.KindMinutes}} }

func (Minutes) Fields() []ent.Field {
	return []ent.Field{
		number("edition", "Which edition, from 1 (版次)."),
		one[domain.MinutesStatus]("status", "Where it stands (状态).", mutable),
		words("text", "What is recorded (记录内容)."),
		words("correction", "What was corrected in it, and why (更正说明).", optional),
		instant("drafted_at", "When it was written (起草时间).", ordered),
		instant("approved_at", "When it was approved (核准时间).", optional, mutable),
		ref("meeting"), ref("drafted_by", optional), ref("approved_by", optional, mutable), ref("corrects", optional),
	}
}

func (Minutes) Edges() []ent.Edge {
	return []ent.Edge{
		link("meeting", Meeting.Type, "The meeting (会议)."),
		link("drafted_by", Person.Type, "Who wrote it (记录人).", optional),
		link("approved_by", Person.Type, "Who approved it (核准人).", optional, mutable),
		link("corrects", Minutes.Type, "The edition that it corrects (被更正的版本).", optional),
		back("corrections", Minutes.Type, "corrects", "The editions that correct it (更正版本)."),
		back("signatures", MinutesSignature.Type, "minutes", "Who signed it (签字)."),
	}
}

func (Minutes) Indexes() []ent.Index {
	return append(paths([]string{"meeting", "drafted_by", "approved_by", "corrects"}, "drafted_at"),
		index.Fields("meeting_id", "edition").Unique())
}

func (Minutes) Annotations() []schema.Annotation {
	return nested("One edition of the minutes of a meeting (会议记录).")
}

// MinutesSignature is that somebody who was there signed the minutes.
type MinutesSignature struct{ ent.Schema }

func (MinutesSignature) Mixin() []ent.Mixin {
	return []ent.Mixin{thing{kind: ident.KindMinutesSignature}}
}

func (MinutesSignature) Fields() []ent.Field {
	return []ent.Field{
		instant("signed_at", "When (签字时间).", ordered),
		ref("minutes"), ref("person"), ref("party", optional),
	}
}

func (MinutesSignature) Edges() []ent.Edge {
	return []ent.Edge{
		link("minutes", Minutes.Type, "The minutes (会议记录)."),
		link("person", Person.Type, "Who signed (签字人)."),
		link("party", LinkageParty.Type, "For which party, in a joint meeting (代表方).", optional),
	}
}

func (MinutesSignature) Indexes() []ent.Index {
	return append(paths([]string{"minutes", "person", "party"}, "signed_at"),
		index.Fields("minutes_id", "person_id").Unique())
}

func (MinutesSignature) Annotations() []schema.Annotation {
	return nested("That somebody who was there signed the minutes (会议记录签字).")
}
