package command

import (
	"context"
	"time"

	"sifang/ent"
	"sifang/ent/db"
	"sifang/ent/poll"
	"sifang/schema"
	"sifang/schema/fault"
	"sifang/schema/ident"
	"sifang/schema/rule"
	"sifang/schema/stage"
)

// OpenVoteInput is a vote to be opened, and when it is to close.
type OpenVoteInput struct {
	ent.Order
	VoteID   ident.Vote
	ClosesAt *time.Time
}

// OpenVotePayload names the vote, and the roll it is held on.
type OpenVotePayload struct {
	fault.Outcome
	VoteID            ident.ID
	RollID            ident.ID
	MissingOpinionIDs []ident.ID
}

// OpenVote begins a vote. From then on it is settled what is voted on, under
// which rule, by whom, and who is present.
func (d *Do) OpenVote(ctx context.Context, in OpenVoteInput) (*OpenVotePayload, error) {
	return work(ctx, d, "openVote", in, opening{in, d.second}.do)
}

// opening is the beginning of a vote, with the counter that checks the first one.
type opening struct {
	OpenVoteInput
	second counter
}

func (in opening) do(ctx context.Context, tx *ent.Tx) (*ent.Deed[OpenVotePayload], error) {
	// The meeting is locked for this verb alone: of two votes opened at once
	// only one freezes the roll.
	p, grant, err := voted(ctx, tx, "openVote", in.VoteID, ent.Update, ent.Share)
	if err != nil {
		return nil, err
	}
	if err := afterTheStays(ctx, tx, p.meeting.ID); err != nil {
		return nil, err
	}
	pinned, err := rule.Parse(p.vote.Rule)
	if err != nil {
		return nil, err
	}
	status, err := p.opens(pinned)
	if err != nil {
		return nil, err
	}
	if err := p.ripe(ctx, tx); err != nil {
		return nil, err
	}
	closes, err := in.closes(tx, p, pinned)
	if err != nil {
		return nil, err
	}
	if err := p.settlePaper(ctx, tx); err != nil {
		return nil, err
	}
	fulfilled, err := p.conditions(ctx, tx, pinned)
	if err != nil {
		return nil, err
	}
	frozen, err := rollFor(ctx, tx, p.meeting, pinned)
	if err != nil {
		return nil, err
	}
	opened := *p.vote
	opened.Status, opened.OpenedAt, opened.RollID, opened.Fulfilled = status, &tx.Now, &frozen.ID, fulfilled
	if err := in.second.judgeable(ctx, tx, &opened); err != nil {
		return nil, err
	}
	motion, missing, err := p.debated(ctx, tx)
	if err != nil {
		return nil, err
	}
	update := tx.Vote.UpdateOneID(p.vote.ID).SetStatus(status).SetOpenedAt(tx.Now).SetRollID(frozen.ID).SetNillableClosesAt(closes)
	if len(fulfilled) > 0 {
		update.SetFulfilled(fulfilled)
	}
	if p.vote.NoticedAt == nil {
		// Drafted after the notice, it is a vote on an item that everybody knows.
		update.SetNillableNoticedAt(p.item.NoticedAt)
	}
	if err := update.Exec(ctx); err != nil {
		return nil, err
	}
	return ent.Did(OpenVotePayload{VoteID: p.vote.ID, RollID: frozen.ID, MissingOpinionIDs: missing}, grant, p.vote.ID, p.vote.CommunityID, map[string]any{
		"question": digest([]byte(p.vote.Question)), "rule": p.vote.RuleCode, "ruleVersion": pinned.Version,
		"roll": frozen.ID, "rollHash": frozen.Hash, "closesAt": inUTC(closes),
		"motion": motion, "opinionsMissing": missing,
	}), nil
}

// opens is the state of a vote that is opened. It refuses with NOT_NOTICED what
// was in no notice where the rule asks for that, and with WRONG_STATE.
func (p polled) opens(pinned rule.Rule) (schema.VoteStatus, error) {
	guard, unnoticed := poll.Noticed(p.vote, p.item, pinned)
	_, byMeeting := stage.Meeting.Next("openVote", p.meeting.Status)
	_, byItem := stage.AgendaItem.Next("openVote", p.item.Disposition)
	status, wrong := nextOf("openVote", p.vote, guard)
	return status, refuse(at(byMeeting, "voteId"), at(byItem, "voteId"), wrong, at(unnoticed, "voteId"))
}

// judgeable refuses to open what could not be judged, by both counters, when it
// is closed.
func (second counter) judgeable(ctx context.Context, tx *ent.Tx, v *db.Vote) error {
	facts, err := poll.Gather(ctx, tx.Client, v, tx.Now)
	if err != nil {
		return err
	}
	_, err = second.judge(v, facts, tx.Now)
	return err
}
