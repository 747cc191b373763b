package view

import (
	"context"

	"sifang/ent"
	"sifang/ent/db"
	"sifang/ent/db/ballot"
	"sifang/ent/db/rollentry"
	"sifang/schema"
	"sifang/schema/ident"
	"sifang/schema/rule"
)

// VoteRule tells under which rule a vote is held.
func VoteRule(ctx context.Context, s *ent.Store, id ident.ID) (*RuleReport, error) {
	v, err := s.Read().Vote.Get(ctx, id)
	if err != nil {
		return nil, err
	}
	r, err := rule.Parse(v.Rule)
	if err != nil {
		return nil, err
	}
	return ruleReport(r)
}

// Turnout is how many voted, of how many who may. It never tells how.
type Turnout struct {
	Cast int
	Of   int
}

// VoteTurnout tells how many have voted. Before the vote is opened nobody may.
func VoteTurnout(ctx context.Context, s *ent.Store, id ident.ID) (*Turnout, error) {
	v, err := s.Read().Vote.Get(ctx, id)
	if err != nil {
		return nil, err
	}
	var t Turnout
	if v.RollID == nil {
		return &t, nil
	}
	// Counts are for everybody, the rows they are counted from are not.
	ctx = ent.Unguarded(ctx)
	if t.Of, err = s.Read().RollEntry.Query().Where(rollentry.RollID(*v.RollID)).Count(ctx); err != nil {
		return nil, err
	}
	t.Cast, err = s.Read().Ballot.Query().
		Where(ballot.VoteID(id), ballot.StatusEQ(schema.BallotStatusValid)).Count(ctx)
	return &t, err
}

// VoteViewerBallot is the ballot that the viewer cast in a vote: the first, if
// there are several under different places on the roll; nil if there is none.
func VoteViewerBallot(ctx context.Context, s *ent.Store, id ident.ID) (*db.Ballot, error) {
	viewer := ent.ViewerFrom(ctx)
	if viewer.Person.IsZero() {
		return nil, nil
	}
	b, err := s.Read().Ballot.Query().Where(ballot.VoteID(id), ballot.PersonID(viewer.Person)).
		Order(db.Asc(ballot.FieldID)).First(ctx)
	if db.IsNotFound(err) {
		return nil, nil
	}
	return b, err
}
