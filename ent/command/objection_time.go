package command

import (
	"context"

	"sifang/ent"
	"sifang/ent/db"
	"sifang/ent/db/publication"
	"sifang/ent/db/vote"
	"sifang/ent/poll"
	"sifang/ent/restdays"
	"sifang/schema"
	"sifang/schema/day"
	"sifang/schema/posting"
	"sifang/schema/rule"
)

// laws are the provisions in force today about objections to such a posting of
// such a body, whether or not it was posted.
func (c contested) laws(ctx context.Context, tx *ent.Tx) ([]rule.Posting, error) {
	kind := schema.PublicationKindRoll
	switch {
	case c.publication != nil:
		kind = c.publication.Kind
	case c.resolution != nil:
		kind = schema.PublicationKindResolution
	case c.candidate != nil:
		kind = schema.PublicationKindCandidates
	case c.vote != nil:
		kind = schema.PublicationKindResult
	}
	of := c.organization
	if of.IsZero() {
		of = c.meeting.OrganizationID
	}
	return postings(ctx, tx, kind, of)
}

// answerDue is the last day on which an answer to an objection of today is in
// time; nil if no provision states one.
func answerDue(ctx context.Context, tx *ent.Tx, laws []rule.Posting) (*day.Date, error) {
	rest, err := restdays.Known(ctx, tx.Client)
	if err != nil {
		return nil, err
	}
	due := posting.AnswerDue(tx.Today, laws, rest)
	if due.IsZero() {
		return nil, nil
	}
	return &due, nil
}

// late reports whether an objection comes after its time: to a result once the
// time for objections is over, by an absent party once its time to answer is, to
// a roll or a candidate once the vote was opened, and to whatever was posted with
// a time to object once that is over.
func (in FileObjectionInput) late(ctx context.Context, tx *ent.Tx, about contested, laws []rule.Posting) (bool, error) {
	switch {
	case in.RollID != nil:
		opened, err := tx.Vote.Query().Where(vote.RollID(in.RollID.ID), vote.OpenedAtNotNil()).Exist(ctx)
		if err != nil || opened {
			return opened, err
		}
		return tooLate(ctx, tx, laws, tx.Publication.Query().Where(publication.RollID(in.RollID.ID)))
	case in.CandidateID != nil:
		return about.vote.OpenedAt != nil, nil
	case in.ResolutionID != nil:
		return tooLate(ctx, tx, laws, tx.Publication.Query().Where(publication.ResolutionID(in.ResolutionID.ID)))
	case in.PublicationID != nil:
		return tooLate(ctx, tx, laws, tx.Publication.Query().Where(publication.ID(in.PublicationID.ID)))
	case in.PartyID == nil:
		return poll.Result(about.vote).Late(tx.Today), nil
	}
	deadline, err := poll.AnswersUntil(ctx, tx.Client, about.vote)
	return about.vote.Status == schema.VoteStatusFinal || !tx.Now.Before(deadline), err
}

// tooLate reports whether the time to object to the last of some postings is
// over. Where none gives a time, nothing is too late.
func tooLate(ctx context.Context, tx *ent.Tx, laws []rule.Posting, postings *db.PublicationQuery) (bool, error) {
	last, err := postings.Where(publication.ObjectionsUntilNotNil()).Order(db.Desc(publication.FieldPostedAt)).First(ctx)
	if db.IsNotFound(err) {
		return false, nil
	}
	if err != nil {
		return false, err
	}
	return !tx.Now.Before(posting.Closing(laws).Of(*last.ObjectionsUntil)), nil
}
