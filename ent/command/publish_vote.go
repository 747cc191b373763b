package command

import (
	"context"

	"sifang/ent"
	"sifang/ent/db"
	"sifang/ent/poll"
	"sifang/schema"
	"sifang/schema/day"
	"sifang/schema/ident"
	"sifang/schema/mandate"
	"sifang/schema/rule"
	"sifang/schema/window"
)

// publishVote posts what is known of a vote: before an election is opened, who
// stands in it; once a vote is closed, what it came to.
func (in publishing) publishVote(ctx context.Context, tx *ent.Tx) (*ent.Deed[PublishPayload], error) {
	proposal, err := votedOn(ctx, tx, *in.VoteID)
	if err != nil {
		return nil, err
	}
	p, grant, err := voted(ctx, tx, "publish", *in.VoteID, ent.Share, ent.Update)
	if err != nil {
		return nil, err
	}
	if lists, _ := poll.Listing(p.vote, p.item); len(lists) > 0 {
		return in.publishCandidates(ctx, tx, p, grant)
	}
	return in.publishResult(ctx, tx, p.onProposal(proposal), grant)
}

// publishResult posts what a vote came to. The result is preliminary: it may be
// objected to for as long as it has to stay posted, and becomes final after
// that.
func (in publishing) publishResult(ctx context.Context, tx *ent.Tx, basis grounds, grant mandate.Grant) (*ent.Deed[PublishPayload], error) {
	v := basis.vote
	status, wrong := nextOf("publish", v)
	least, err := basis.daysOfObjection(ctx, tx)
	if err != nil {
		return nil, err
	}
	h, few, err := in.hang(ctx, tx, schema.PublicationKindResult, basis.meeting.OrganizationID, v.CommunityID, least)
	if err != nil {
		return nil, err
	}
	if err = refuse(wrong, few, in.place(), in.words()); err != nil {
		return nil, err
	}
	_, told, err := in.second.standing(ctx, tx, v)
	if err != nil {
		return nil, err
	}
	// A preliminary result may be objected to for as long as it hangs.
	h.term.ObjectionsUntil = day.Latest(h.term.ObjectionsUntil, h.term.Until)
	posting, err := h.row(tx).SetVoteID(v.ID).Save(ctx)
	if err != nil {
		return nil, err
	}
	if err = tx.Vote.UpdateOneID(v.ID).SetStatus(status).SetObjectionsUntil(h.term.ObjectionsUntil).Exec(ctx); err != nil {
		return nil, err
	}
	if err = basis.show(ctx, tx); err != nil {
		return nil, err
	}
	return ent.Did(PublishPayload{PublicationID: posting.ID, VoteID: v.ID}, grant, v.ID, v.CommunityID,
		h.facts(posting.ID, map[string]any{"judged": told})), nil
}

// daysOfObjection is for how many days a result has to be open to objections:
// what the rule of the vote asks, and what the rules of today ask of the
// meeting, whichever is longer.
func (g grounds) daysOfObjection(ctx context.Context, tx *ent.Tx) (int, error) {
	pinned, err := rule.Parse(g.vote.Rule)
	if err != nil {
		return 0, err
	}
	periods, err := g.periods(ctx, tx)
	return max(window.Preliminary(pinned.Window), periods.ObjectionDays, periods.PublicationDays), err
}

// votedOn locks the proposal that a vote is on, which comes before the meeting
// in the order of locks.
func votedOn(ctx context.Context, tx *ent.Tx, id ident.Vote) (*db.Proposal, error) {
	v, err := need(ctx, tx.Vote.Get, id.ID, "voteId")
	if err != nil {
		return nil, err
	}
	item, err := tx.AgendaItem.Get(ctx, v.AgendaItemID)
	if err != nil {
		return nil, err
	}
	return lockedProposal(tx, ent.Update)(ctx, item.ProposalID)
}

// onProposal are the grounds that everybody may see once something about the
// vote is posted.
func (p polled) onProposal(proposal *db.Proposal) grounds {
	return grounds{proposal: proposal, meeting: p.meeting, item: p.item, vote: p.vote}
}
