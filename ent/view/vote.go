package view

import (
	"cmp"
	"context"
	"slices"

	"sifang/ent"
	"sifang/ent/db"
	"sifang/ent/db/ballot"
	"sifang/ent/db/rollentry"
	"sifang/schema"
	"sifang/schema/ident"
	"sifang/schema/rule"
)

// VoteRule tells under which rule a vote is held.
func VoteRule(v *db.Vote) (*RuleReport, error) {
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

// Turnouts tell how many have voted in each vote. Before it is opened nobody may.
func (p Present) Turnouts(ctx context.Context, votes []*db.Vote) ([]*Turnout, error) {
	ids, rolls := make([]ident.ID, len(votes)), make([]ident.ID, 0, len(votes))
	for i, v := range votes {
		ids[i] = v.ID
		if v.RollID != nil {
			rolls = append(rolls, *v.RollID)
		}
	}
	// Counts are for everybody, the rows they are counted from are not.
	ctx = ent.Unguarded(ctx)
	of, err := counts(ctx, p.store.Read().RollEntry.Query().Where(rollentry.RollIDIn(rolls...)).
		GroupBy(rollentry.FieldRollID).Aggregate(db.Count()))
	if err != nil {
		return nil, err
	}
	cast, err := counts(ctx, p.store.Read().Ballot.Query().
		Where(ballot.VoteIDIn(ids...), ballot.StatusEQ(schema.BallotStatusValid)).
		GroupBy(ballot.FieldVoteID).Aggregate(db.Count()))
	all := make([]*Turnout, len(votes))
	for i, v := range votes {
		all[i] = &Turnout{Cast: cast[v.ID]}
		if v.RollID != nil {
			all[i].Of = of[*v.RollID]
		}
	}
	return all, err
}

// counts are how many rows there are to each of what they are grouped by.
func counts(ctx context.Context, grouped interface {
	Scan(context.Context, any) error
}) (map[ident.ID]int, error) {
	var rows []struct {
		RollID ident.ID `sql:"roll_id"`
		VoteID ident.ID `sql:"vote_id"`
		Count  int
	}
	err := grouped.Scan(ctx, &rows)
	all := make(map[ident.ID]int, len(rows))
	for _, row := range rows {
		all[cmp.Or(row.RollID, row.VoteID)] = row.Count
	}
	return all, err
}

// ViewerBallots name the ballot that the viewer cast in each vote: the first, if
// there are several under different places on the roll; nil if there is none.
func (p Present) ViewerBallots(ctx context.Context, votes []*db.Vote) ([]*ident.ID, error) {
	all := make([]*ident.ID, len(votes))
	viewer := ent.ViewerFrom(ctx)
	if viewer.Person.IsZero() {
		return all, nil
	}
	ids := make([]ident.ID, len(votes))
	for i, v := range votes {
		ids[i] = v.ID
	}
	own, err := p.store.Read().Ballot.Query().Where(ballot.VoteIDIn(ids...), ballot.PersonID(viewer.Person)).
		Order(db.Asc(ballot.FieldID)).All(ctx)
	for i, v := range votes {
		if j := slices.IndexFunc(own, func(b *db.Ballot) bool { return b.VoteID == v.ID }); j >= 0 {
			all[i] = &own[j].ID
		}
	}
	return all, err
}
