package command

import (
	"context"
	"slices"

	"sifang/ent"
	"sifang/ent/db"
	"sifang/ent/db/vote"
	"sifang/ent/poll"
	"sifang/schema"
	"sifang/schema/ident"
	"sifang/schema/rule"
	"sifang/schema/stage"
)

// settlePaper makes sure that everybody can know who stands in an election that
// is to be opened. Where no list is asked for, the paper is the list. It refuses
// with CANDIDATES_NOT_POSTED and OBJECTIONS_UNANSWERED.
func (p polled) settlePaper(ctx context.Context, tx *ent.Tx) error {
	if p.vote.Kind != schema.VoteKindElection {
		return nil
	}
	unready, err := poll.Unready(ctx, tx.Client, p.vote, p.meeting, tx.Today)
	if err != nil {
		return err
	}
	for _, one := range unready {
		one.At("voteId")
	}
	if err := unready.Err(); err != nil {
		return err
	}
	candidates, err := poll.OnPaper(ctx, tx.Client, p.vote.ID)
	if err != nil {
		return err
	}
	return listed(ctx, tx, "openVote", slices.DeleteFunc(candidates, func(c *db.Candidate) bool {
		return c.Status != schema.CandidateStatusNominated
	}))
}

// idsOf are the identifiers of candidates.
func idsOf(candidates []*db.Candidate) []ident.ID {
	ids := make([]ident.ID, len(candidates))
	for i, c := range candidates {
		ids[i] = c.ID
	}
	return ids
}

// seatsLeftOpen is the condition of rules for a run-off: that an election before
// it did not fill all seats.
const seatsLeftOpen = "SEATS_LEFT_OPEN"

// conditions are those conditions of the rule that are fulfilled, as was
// confirmed before or as the register tells.
func (p polled) conditions(ctx context.Context, tx *ent.Tx, pinned rule.Rule) ([]string, error) {
	asks := func(c rule.Condition) bool { return c.Code == seatsLeftOpen }
	if !slices.ContainsFunc(pinned.Conditions, asks) || slices.Contains(p.vote.Fulfilled, seatsLeftOpen) {
		return p.vote.Fulfilled, nil
	}
	before, err := tx.Vote.Query().Where(vote.AgendaItemID(p.item.ID), vote.IDNEQ(p.vote.ID),
		vote.KindEQ(schema.VoteKindElection), vote.StatusIn(stage.Counted...)).All(ctx)
	if err != nil {
		return nil, err
	}
	for _, v := range before {
		judged, ok, err := poll.Standing(ctx, tx.Client, v, tx.Now)
		if err != nil {
			return nil, err
		}
		if ok && alike(v.PostID, p.vote.PostID) && slices.Contains(short, judged.Election) {
			return append(slices.Clone(p.vote.Fulfilled), seatsLeftOpen), nil
		}
	}
	return p.vote.Fulfilled, nil
}

// short are the elections that did not fill all seats.
var short = []schema.ElectionOutcome{
	schema.ElectionOutcomeEstablishedWithVacancies, schema.ElectionOutcomeNotEstablished,
}
