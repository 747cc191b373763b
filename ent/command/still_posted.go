package command

import (
	"context"

	"sifang/ent"
	"sifang/ent/db"
	"sifang/ent/db/objection"
	"sifang/ent/db/postingcheck"
	"sifang/ent/db/publication"
	"sifang/schema"
	"sifang/schema/fault"
	"sifang/schema/posting"
)

// stillPosted refuses an appointment whose posting is not over (STILL_POSTED), or
// was found gone and not again since (POSTING_INTERRUPTED), or to which somebody
// objected who waits for an answer (OBJECTIONS_UNANSWERED). The day on which it
// was posted does not count, and the last day counts in whole.
func stillPosted(ctx context.Context, tx *ent.Tx, m *db.Membership) (*fault.Fault, error) {
	last, err := tx.Publication.Query().Where(publication.MembershipID(m.ID)).Order(db.Desc(publication.FieldPostedAt)).First(ctx)
	if err != nil {
		return nil, err
	}
	hung, err := compliance(ctx, tx, last)
	if err != nil {
		return nil, err
	}
	switch {
	case hung.Due.IsZero():
		return fault.New(fault.PostingInterrupted, "goneAt", hung.Gaps[len(hung.Gaps)-1].Gone), nil
	case !hung.Met:
		return fault.New(fault.StillPosted, "until", hung.Due), nil
	}
	waiting, err := tx.Objection.Query().Where(objection.StatusEQ(schema.ObjectionStatusFiled),
		objection.HasPublicationWith(publication.MembershipID(m.ID))).Count(ctx)
	if err != nil || waiting == 0 {
		return nil, err
	}
	return fault.New(fault.ObjectionsUnanswered, "count", waiting), nil
}

// compliance is how far a posting hung as long as it has to by today, and where it
// was found gone.
func compliance(ctx context.Context, tx *ent.Tx, p *db.Publication) (posting.Compliance, error) {
	rows, err := tx.PostingCheck.Query().Where(postingcheck.PublicationID(p.ID)).All(ctx)
	checks := make([]posting.Check, len(rows))
	for i, row := range rows {
		checks[i] = posting.Check{At: row.CheckedAt, There: row.StillThere}
	}
	return posting.Hung(p.PostedAt, p.MinimumDays, p.Until, tx.Today, checks), err
}
