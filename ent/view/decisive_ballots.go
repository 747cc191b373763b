package view

import (
	"context"
	"slices"

	"sifang/ent"
	"sifang/ent/db"
	"sifang/ent/db/ballot"
	"sifang/ent/db/vote"
	"sifang/ent/poll"
	"sifang/schema"
	"sifang/schema/fault"
	"sifang/schema/ident"
	"sifang/schema/tally"
)

// DecisiveBallots says whether the result of a vote rests on some ballots. Unless
// it was refused, all but Flipped are there.
type DecisiveBallots struct {
	fault.Outcome
	AsJudged *schema.VerdictOutcome
	Excluded *schema.VerdictOutcome
	Flipped  *schema.VerdictOutcome
	Stands   *bool
}

// disputed is how many ballots may be tried at once.
const disputed = 1000

// Decisive tries a vote that was judged without some ballots. It refuses with
// NOT_FOUND where the viewer sees no verdict, and with COUNT_BALLOT_UNKNOWN what
// is no ballot of the vote or not one that the viewer sees: whoever could try
// another one would learn what it says.
func Decisive(ctx context.Context, s *ent.Store, id ident.ID, ballots []ident.ID) (*DecisiveBallots, error) {
	d, err := decide(ctx, s, id, ballots)
	if faults, refused := fault.Of(err); refused {
		return &DecisiveBallots{Outcome: fault.Outcome{UserErrors: faults}}, nil
	}
	if err != nil {
		return nil, err
	}
	told := &DecisiveBallots{AsJudged: &d.AsJudged, Excluded: &d.Excluded, Stands: &d.Stands}
	if d.Flipped != "" {
		told.Flipped = &d.Flipped
	}
	return told, nil
}

func decide(ctx context.Context, s *ent.Store, id ident.ID, ballots []ident.ID) (tally.Decision, error) {
	var none tally.Decision
	if n := len(ballots); n > disputed {
		return none, fault.New(fault.TooMany, "limit", disputed, "count", n).At("ballotIds")
	}
	v, err := judgedVote(ctx, s, id)
	if err != nil {
		return none, err
	}
	if err := unseen(ctx, s, id, ballots); err != nil {
		return none, err
	}
	// How everybody else voted is counted, and not told.
	whole := ent.Unguarded(ctx)
	judged, _, err := poll.Standing(whole, s.Read(), v, s.Now())
	if err != nil {
		return none, err
	}
	facts, err := poll.Gather(whole, s.Read(), v, judged.At, judged.Raised...)
	if err != nil {
		return none, err
	}
	names := make([]string, len(ballots))
	for i, id := range ballots {
		names[i] = id.String()
	}
	return tally.Decisive(facts.Rule, facts.Count, names)
}

// judgedVote is a vote whose verdict the viewer sees.
func judgedVote(ctx context.Context, s *ent.Store, id ident.ID) (*db.Vote, error) {
	v, err := s.Read().Vote.Query().Where(vote.ID(id), vote.StatusNEQ(schema.VoteStatusVoid), vote.HasVerdicts()).Only(ctx)
	if db.IsNotFound(err) {
		return nil, fault.New(fault.NotFound, "kind", ident.KindVote).At("voteId")
	}
	return v, err
}

// unseen refuses ballots of other votes, and those that the viewer does not see.
func unseen(ctx context.Context, s *ent.Store, id ident.ID, ballots []ident.ID) error {
	seen, err := s.Read().Ballot.Query().Where(ballot.VoteID(id), ballot.IDIn(ballots...)).IDs(ctx)
	if err != nil {
		return err
	}
	var faults fault.Faults
	for i, one := range ballots {
		if !slices.Contains(seen, one) {
			faults = append(faults, fault.New(fault.CountBallotUnknown, "id", one).At("ballotIds", i))
		}
	}
	return faults.Err()
}
