package command

import (
	"context"
	"slices"

	"sifang/ent"
	"sifang/ent/db"
	"sifang/ent/db/candidate"
	"sifang/ent/db/membership"
	"sifang/ent/db/objection"
	"sifang/ent/db/vote"
	"sifang/ent/poll"
	"sifang/schema"
	"sifang/schema/day"
	"sifang/schema/ident"
	"sifang/schema/rule"
	"sifang/schema/slate"
	"sifang/schema/stage"
	"sifang/schema/tally"
)

// returns are what an election came to, with the votes that broke its ties.
type returns struct {
	slate slate.Slate
	// votes are the election and those votes, seated the seats that were taken
	// on the strength of them.
	votes  []ident.ID
	seated []*db.Membership
}

// returnsOf is what the election came to of which the vote is one. It refuses
// with WRONG_STATE if a vote whose tie it breaks is not final, and with
// RECOUNT_DIFFERS if the counters say different things about any of its votes.
func returnsOf(ctx context.Context, tx *ent.Tx, v *db.Vote) (returns, error) {
	var r returns
	for v.TieBreakOfID != nil {
		var err error
		if v, err = tx.Vote.Get(ctx, *v.TieBreakOfID); err != nil {
			return r, err
		}
		// What is final stays so, and need not be held.
		_, early := stage.Vote.Next("acceptElection", v.Status)
		if err := refuse(at(early, "candidateId")); err != nil {
			return r, err
		}
	}
	var err error
	if r.slate, err = r.lines(ctx, tx, v); err != nil {
		return r, err
	}
	candidates, err := tx.Candidate.Query().Where(candidate.VoteIDIn(r.votes...)).All(ctx)
	if err != nil {
		return r, err
	}
	var seats []ident.ID
	for _, c := range candidates {
		if c.MembershipID != nil {
			seats = append(seats, *c.MembershipID)
		}
	}
	if r.seated, err = tx.Membership.Query().Where(membership.IDIn(seats...)).All(ctx); err != nil {
		return r, err
	}
	barred, err := barredFrom(ctx, tx, candidates)
	if err != nil {
		return r, err
	}
	for i := range r.slate {
		c := candidates[slices.IndexFunc(candidates, func(c *db.Candidate) bool { return c.ID == r.slate[i].Candidate })]
		r.slate[i].Status, r.slate[i].Barred, r.slate[i].Left = c.Status, barred[c.PersonID], r.left(c, tx.Today)
	}
	return r, nil
}

// lines are the candidates of a vote as it was judged; where its tie was broken,
// with what that vote came to in place of the tie.
func (r *returns) lines(ctx context.Context, tx *ent.Tx, v *db.Vote) (slate.Slate, error) {
	judged, ok, err := poll.Standing(ctx, tx.Client, v, tx.Now)
	if err != nil || !ok {
		return nil, err
	}
	if err := refuse(at(doubtful(judged), "candidateId")); err != nil {
		return nil, err
	}
	r.votes = append(r.votes, v.ID)
	own, err := lined(v, judged.Choices)
	if err != nil || judged.Election != schema.ElectionOutcomeTieBreakRequired {
		return own, err
	}
	later, err := tx.Vote.Query().Where(vote.TieBreakOfID(v.ID), vote.StatusEQ(schema.VoteStatusFinal)).All(ctx)
	if err != nil {
		return nil, err
	}
	for _, one := range later {
		// One that had no quorum broke nothing, and may have been repeated.
		judged, ok, err := poll.Standing(ctx, tx.Client, one, tx.Now)
		if err != nil {
			return nil, err
		}
		if ok && judged.Outcome != schema.VerdictOutcomeNotQuorate {
			broken, err := r.lines(ctx, tx, one)
			return own.Broken(broken), err
		}
	}
	return own, nil
}

// lined are the candidates in the order in which the verdict shows them. Those
// who stand by share a place if they are equal in all by which the rule ranks.
func lined(v *db.Vote, choices []tally.Choice) (slate.Slate, error) {
	pinned, err := rule.Parse(v.Rule)
	if err != nil {
		return nil, err
	}
	var lines slate.Slate
	place, before := 0, []int64(nil)
	for _, choice := range choices {
		if choice.None {
			continue
		}
		id, err := ident.Parse(choice.Option)
		if err != nil {
			return nil, err
		}
		line := slate.Line{Candidate: id, Outcome: choice.Outcome}
		if choice.Outcome == schema.CandidateOutcomeAlternate {
			votes := make([]int64, len(pinned.Election.Ranking))
			for i, measure := range pinned.Election.Ranking {
				votes[i] = choice.For.Weights.Of(measure)
			}
			if before == nil || !slices.Equal(votes, before) {
				place++
			}
			line.Place, before = place, votes
		}
		lines = append(lines, line)
	}
	return lines, nil
}

// left reports whether a candidate took a seat and does not hold it any more on
// the day.
func (r *returns) left(c *db.Candidate, today day.Date) bool {
	if c.MembershipID == nil {
		return false
	}
	i := slices.IndexFunc(r.seated, func(m *db.Membership) bool { return m.ID == *c.MembershipID })
	m := r.seated[i]
	return stage.Membership.Final(m.Status) || m.To != nil && !today.Before(*m.To)
}

// barredFrom are the persons to whom as candidates of the election an objection
// was upheld.
func barredFrom(ctx context.Context, tx *ent.Tx, candidates []*db.Candidate) (map[ident.ID]bool, error) {
	rows, err := tx.Objection.Query().Where(objection.CandidateIDIn(idsOf(candidates)...),
		objection.StatusEQ(schema.ObjectionStatusUpheld)).All(ctx)
	if err != nil {
		return nil, err
	}
	barred := map[ident.ID]bool{}
	for _, row := range rows {
		i := slices.IndexFunc(candidates, func(c *db.Candidate) bool { return c.ID == *row.CandidateID })
		barred[candidates[i].PersonID] = true
	}
	return barred, nil
}
