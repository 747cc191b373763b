package poll

import (
	"sifang/ent/db"
	"sifang/schema"
	"sifang/schema/fault"
	"sifang/schema/rule"
	"sifang/schema/stage"
)

// Noticed tells whether the notice stands in the way of opening a vote: the
// condition that holds for the stages of the vote, and NOT_NOTICED for an item
// that was in no notice where the rule of the vote asks for that.
func Noticed(v *db.Vote, item *db.AgendaItem, r rule.Rule) (stage.Guard, *fault.Fault) {
	if item.NoticedAt != nil || !r.AgendaMustBeNoticed || v.Status != schema.VoteStatusDraft {
		return stage.NoticeNotNeeded, nil
	}
	return stage.NoticeNotNeeded, fault.New(fault.NotNoticed, "rule", r.Code)
}

// Correctable refuses to edit a vote that others may have read already.
func Correctable(v *db.Vote) *fault.Fault {
	if v.Status == schema.VoteStatusDraft {
		return nil
	}
	return fault.New(fault.WrongState, "verb", schema.Verb("correctVote"), "state", v.Status, "allowed", schema.VoteStatusDraft)
}
