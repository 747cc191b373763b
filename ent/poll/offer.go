package poll

import (
	"context"

	"sifang/ent/db"
	"sifang/ent/db/candidate"
	"sifang/ent/db/objection"
	"sifang/ent/db/voteoption"
	"sifang/schema"
	"sifang/schema/tally"
)

// standing are the states in which somebody is on the paper.
var standing = []schema.CandidateStatus{
	schema.CandidateStatusNominated, schema.CandidateStatusListed,
	schema.CandidateStatusAccepted, schema.CandidateStatusDeclined,
}

// offer reads what there is to choose: options, and candidates who stand.
func (f *Facts) offer(ctx context.Context, c *db.Client, v *db.Vote) error {
	if v.Kind == schema.VoteKindMotion {
		return nil
	}
	candidates, err := c.Candidate.Query().Where(candidate.VoteID(v.ID), candidate.StatusIn(standing...)).
		WithPerson().Order(candidate.ByPosition()).All(ctx)
	if err != nil {
		return err
	}
	for _, row := range candidates {
		f.Count.Options = append(f.Count.Options, tally.Option{ID: row.ID.String(), Name: row.Edges.Person.Name})
	}
	options, err := c.VoteOption.Query().Where(voteoption.VoteID(v.ID)).Order(voteoption.ByPosition()).All(ctx)
	if err != nil {
		return err
	}
	for _, row := range options {
		f.Count.Options = append(f.Count.Options, tally.Option{ID: row.ID.String(), Name: row.Label, None: row.None})
	}
	f.Count.MostMarks, f.Count.Fill, f.Count.StandBy = optional(v.MostMarks), optional(v.Seats), optional(v.Alternates)
	return nil
}

func optional(n *int) int {
	if n == nil {
		return 0
	}
	return *n
}

// objections are those of absent parties to what was voted, which the rule may
// give them time for.
func (f *Facts) objections(ctx context.Context, c *db.Client, v *db.Vote) error {
	if f.Rule.Parties == nil {
		return nil
	}
	rows, err := c.Objection.Query().Where(objection.VoteID(v.ID), objection.PartyIDNotNil(),
		objection.StatusNEQ(schema.ObjectionStatusWithdrawn)).All(ctx)
	for _, row := range rows {
		f.Count.Consent.Replies = append(f.Count.Consent.Replies,
			tally.Reply{Party: row.PartyID.String(), Objects: true, At: row.FiledAt})
	}
	return err
}
