package command

import (
	"context"
	"slices"

	"sifang/ent"
	"sifang/ent/db"
	"sifang/ent/db/candidate"
	"sifang/ent/db/voteoption"
	"sifang/schema"
	"sifang/schema/ident"
	"sifang/schema/rule"
	"sifang/schema/voice"
)

// offers reads what there is to choose in the votes. Motions need nothing read.
func (b *box) offers(ctx context.Context, tx *ent.Tx) error {
	var choosing []ident.ID
	for id, m := range b.motions {
		m.offer = voice.Offer{Kind: m.vote.Kind, MostMarks: mostMarks(m.vote, m.rule)}
		if m.vote.Kind != schema.VoteKindMotion {
			choosing = append(choosing, id)
		}
	}
	if len(choosing) == 0 {
		return nil
	}
	slices.SortFunc(choosing, inOrder)
	candidates, err := tx.Candidate.Query().Where(candidate.VoteIDIn(choosing...)).Order(candidate.ByPosition()).All(ctx)
	if err != nil {
		return err
	}
	for _, row := range candidates {
		m := b.motions[row.VoteID]
		m.offer.Options = append(m.offer.Options, voice.Option{ID: row.ID, Gone: offThePaper(row)})
	}
	options, err := tx.VoteOption.Query().Where(voteoption.VoteIDIn(choosing...)).Order(voteoption.ByPosition()).All(ctx)
	for _, row := range options {
		m := b.motions[row.VoteID]
		m.offer.Options = append(m.offer.Options, voice.Option{ID: row.ID, None: row.None})
	}
	return err
}

// offThePaper reports whether a candidate is not on the paper any more.
func offThePaper(c *db.Candidate) bool {
	return c.Status == schema.CandidateStatusWithdrawn || c.Status == schema.CandidateStatusStruck
}

// mostMarks is how many options one paper may mark: what the vote says; without
// that as many as there are seats, or one. A rule may bound it by the seats.
func mostMarks(v *db.Vote, r rule.Rule) int {
	most, seats := 1, 0
	if v.Seats != nil {
		seats = *v.Seats
		most = max(seats, 1)
	}
	if v.MostMarks != nil && *v.MostMarks > 0 {
		most = *v.MostMarks
	}
	if r.Election != nil && r.Election.MarksAtMostSeats {
		most = min(most, max(seats, 1))
	}
	return most
}
