package view

import (
	"context"

	"sifang/ent/db"
	"sifang/ent/db/candidate"
	"sifang/ent/db/vote"
	"sifang/ent/poll"
	"sifang/schema"
	"sifang/schema/day"
	"sifang/schema/ident"
	"sifang/schema/seat"
)

// standBy counts, by organization, the candidates who were elected to stand by,
// and have not answered yet, in the elections that filled the present term.
func (p Present) standBy(ctx context.Context, posts []*db.Post, holdings []seat.Holding, o offices) (map[ident.ID]int, error) {
	organization := map[ident.ID]ident.ID{}
	var ids []ident.ID
	for _, row := range posts {
		organization[row.ID] = row.OrganizationID
		ids = append(ids, row.ID)
	}
	votes, err := p.store.Read().Vote.Query().Where(vote.PostIDIn(ids...), vote.StatusEQ(schema.VoteStatusFinal)).All(ctx)
	if err != nil || len(votes) == 0 {
		return nil, err
	}
	candidates, err := p.candidates(ctx, votes)
	if err != nil {
		return nil, err
	}
	began := map[ident.ID]day.Date{}
	for _, h := range holdings {
		began[h.ID] = h.Held.From
	}
	judged, err := poll.Standings(ctx, p.store.Read(), p.store.Now(), votes...)
	counts := map[ident.ID]int{}
	for _, v := range votes {
		of := organization[*v.PostID]
		if !seated(candidates[v.ID], began, o.terms[of].Held.From) {
			continue
		}
		for _, choice := range judged[v.ID].Choices {
			id, wrong := ident.Parse(choice.Option)
			c, listed := candidates[v.ID][id]
			if wrong == nil && listed && choice.Outcome == schema.CandidateOutcomeAlternate && waits(c) {
				counts[of]++
			}
		}
	}
	return counts, err
}

// candidates are those who stood in the votes, by vote and by their identifier.
func (p Present) candidates(ctx context.Context, votes []*db.Vote) (map[ident.ID]map[ident.ID]*db.Candidate, error) {
	all := map[ident.ID]map[ident.ID]*db.Candidate{}
	ids := make([]ident.ID, len(votes))
	for i, v := range votes {
		ids[i], all[v.ID] = v.ID, map[ident.ID]*db.Candidate{}
	}
	rows, err := p.store.Read().Candidate.Query().Where(candidate.VoteIDIn(ids...)).All(ctx)
	for _, row := range rows {
		all[row.VoteID][row.ID] = row
	}
	return all, err
}

// seated reports whether one of the candidates took a seat in the term that began
// on the day.
func seated(candidates map[ident.ID]*db.Candidate, began map[ident.ID]day.Date, term day.Date) bool {
	for _, c := range candidates {
		if c.MembershipID == nil {
			continue
		}
		if from, held := began[*c.MembershipID]; held && !from.Before(term) {
			return true
		}
	}
	return false
}

// waits reports whether a candidate has not answered.
func waits(c *db.Candidate) bool {
	return c.Status != schema.CandidateStatusAccepted && c.Status != schema.CandidateStatusDeclined
}
