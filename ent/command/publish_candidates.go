package command

import (
	"context"

	"sifang/ent"
	"sifang/ent/db"
	"sifang/ent/db/candidate"
	"sifang/ent/poll"
	"sifang/schema"
	"sifang/schema/fault"
	"sifang/schema/mandate"
	"sifang/schema/stage"
)

// publishCandidates posts who stands in an election, for as many days as the
// rules of today ask. From then on everybody sees those candidates, and the
// vote, which is announced with them.
func (in PublishInput) publishCandidates(ctx context.Context, tx *ent.Tx, p polled, grant mandate.Grant) (*ent.Deed[PublishPayload], error) {
	v := p.vote
	guards, uncalled := poll.Listing(v, p.item)
	status, wrong := nextOf("publish", v, guards...)
	periods, _, err := poll.ListPeriods(ctx, tx.Client, p.meeting, tx.Today)
	if err != nil {
		return nil, err
	}
	added, err := tx.Candidate.Query().Where(candidate.VoteID(v.ID), candidate.StatusEQ(schema.CandidateStatusNominated)).
		Order(candidate.ByPosition()).All(ctx)
	if err != nil {
		return nil, err
	}
	h, few, err := in.hang(ctx, tx, schema.PublicationKindCandidates, p.meeting.OrganizationID, v.CommunityID, periods.PublicationDays)
	if err != nil {
		return nil, err
	}
	if err := refuse(wrong, few, in.place(), in.words(), at(uncalled, "voteId"), nobodyNew(added)); err != nil {
		return nil, err
	}
	posting, err := h.row(tx).SetVoteID(v.ID).Save(ctx)
	if err != nil {
		return nil, err
	}
	if err := listed(ctx, tx, "publish", added); err != nil {
		return nil, err
	}
	update := tx.Vote.UpdateOneID(v.ID).SetStatus(status)
	if v.NoticedAt == nil {
		update.SetNoticedAt(tx.Now)
	}
	if err := update.Exec(ctx); err != nil {
		return nil, err
	}
	return ent.Did(PublishPayload{PublicationID: posting.ID, VoteID: v.ID}, grant, v.ID, v.CommunityID,
		h.facts(posting.ID, map[string]any{"candidates": idsOf(added)})), nil
}

func nobodyNew(candidates []*db.Candidate) *fault.Fault {
	if len(candidates) > 0 {
		return nil
	}
	return fault.New(fault.NoCandidatesToPost).At("voteId")
}

// listed puts candidates on the list that everybody sees.
func listed(ctx context.Context, tx *ent.Tx, verb stage.Verb, candidates []*db.Candidate) error {
	for _, c := range candidates {
		status, wrong := stage.Candidate.Next(verb, c.Status)
		if err := refuse(wrong); err != nil {
			return err
		}
		if err := tx.Candidate.UpdateOneID(c.ID).SetStatus(status).SetListedAt(tx.Now).Exec(ctx); err != nil {
			return err
		}
	}
	return nil
}
