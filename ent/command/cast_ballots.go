package command

import (
	"context"
	"encoding/json"
	"slices"
	"strconv"

	"sifang/ent"
	"sifang/ent/db"
	"sifang/schema"
	"sifang/schema/fault"
	"sifang/schema/ident"
	"sifang/schema/mandate"
)

// CastBallotsInput is one paper: the viewer's choice on one motion or several.
type CastBallotsInput struct {
	ent.Order
	Ballots []BallotInput
}

// BallotInput is a choice in one vote, under one place on its roll.
type BallotInput struct {
	VoteID  ident.Vote
	EntryID *ident.RollEntry
	Choice  schema.BallotChoice
}

// CastBallotsPayload names the ballots, in the order of the paper.
type CastBallotsPayload struct {
	fault.Outcome
	BallotIDs []ident.ID
}

// motionLimit is how many motions one paper may carry.
const motionLimit = 50

// CastBallots casts one paper: all its ballots count, or none. Papers that come
// in together share a transaction, and each has an answer of its own.
func (d *Do) CastBallots(ctx context.Context, in CastBallotsInput) (*CastBallotsPayload, error) {
	payload, err := d.papers.Do(ctx, in)
	return &payload, err
}

// paper is a paper with what becomes of it.
type paper = ent.Part[CastBallotsInput, CastBallotsPayload]

// casting judges papers and writes their ballots.
type casting struct {
	// hold reads votes, and keeps them from being closed while ballots are cast
	// into them.
	hold func(ctx context.Context, tx *ent.Tx, votes []ident.ID) ([]*db.Vote, error)
}

// do judges the papers in the order in which they came.
func (c casting) do(ctx context.Context, tx *ent.Tx, papers []*paper) error {
	box, err := c.gather(ctx, tx, papers)
	if err != nil {
		return err
	}
	var cast []marked
	for _, p := range papers {
		ballots, err := box.judge(ctx, p)
		if _, refused := fault.Of(err); err != nil && !refused {
			return err
		}
		if p.Err = err; err != nil {
			continue
		}
		if p.Deed, err = box.deed(p, ballots); err != nil {
			return err
		}
		cast = append(cast, ballots...)
	}
	// Of two processes given the same ballots each takes the places in the same
	// order, so that one waits for the other and never both.
	slices.SortFunc(cast, func(a, b marked) int { return a.slot().compare(b.slot()) })
	return inRows(cast, func(b marked) *db.BallotCreate { return b.row(tx) },
		func(rows []*db.BallotCreate) error { return tx.Ballot.CreateBulk(rows...).Exec(ctx) })
}

// judge decides about a paper: all its ballots, or all that is wrong with it.
func (b *box) judge(ctx context.Context, p *paper) ([]marked, error) {
	if err := refuse(sized(p.Input.Ballots)); err != nil {
		return nil, err
	}
	var ballots []marked
	var faults fault.Faults
	for i, one := range p.Input.Ballots {
		ballot, wrong, err := b.mark(ctx, p, one)
		if err != nil {
			return nil, err
		}
		if wrong == nil && among(ballots, ballot) {
			wrong = fault.New(fault.ListedTwice).At("voteId")
		}
		if wrong == nil && len(ballots) > 0 && ballots[0].motion.meeting.ID != ballot.motion.meeting.ID {
			wrong = fault.New(fault.OneMeetingAtATime).At("voteId")
		}
		if wrong != nil {
			wrong.Field = append([]string{"ballots", strconv.Itoa(i)}, wrong.Field...)
			faults = append(faults, wrong)
			continue
		}
		ballots = append(ballots, ballot)
	}
	if err := faults.Err(); err != nil {
		return nil, err
	}
	for _, ballot := range ballots {
		b.taken[ballot.slot()] = ballot.at
	}
	return ballots, nil
}

func sized(ballots []BallotInput) *fault.Fault {
	switch n := len(ballots); {
	case n == 0:
		return fault.New(fault.Blank).At("ballots")
	case n > motionLimit:
		return fault.New(fault.TooMany, "limit", motionLimit, "count", n).At("ballots")
	default:
		return nil
	}
}

func among(ballots []marked, one marked) bool {
	for _, other := range ballots {
		if other.slot() == one.slot() {
			return true
		}
	}
	return false
}

// deed is what the record tells of a paper: who took part in what. The choices
// it only commits to.
func (b *box) deed(p *paper, ballots []marked) (*ent.Deed[CastBallotsPayload], error) {
	grant, refused := mandate.Ask("castBallots", p.Viewer, voterOf(p))
	if refused != nil {
		return nil, refused
	}
	subject, community := ballots[0].motion.vote.ID, ballots[0].motion.vote.CommunityID
	if len(ballots) > 1 {
		subject = ballots[0].motion.meeting.ID
	}
	var payload CastBallotsPayload
	var told []any
	chosen := map[ident.ID]schema.BallotChoice{}
	for _, one := range ballots {
		payload.BallotIDs = append(payload.BallotIDs, one.id)
		told = append(told, map[string]any{"ballot": one.id, "vote": one.motion.vote.ID, "entry": one.entry.ID})
		chosen[one.id] = one.choice
	}
	choices, err := json.Marshal(chosen)
	if err != nil {
		return nil, err
	}
	p.Seal("choices", string(choices))
	return ent.Did(payload, grant, subject, community, map[string]any{
		"ballots": told, "channel": schema.BallotChannelOnline,
	}), nil
}

// voterOf is the subject of casting a ballot: everybody casts their own.
func voterOf(p *paper) mandate.Subject {
	return mandate.Subject{Persons: []ident.ID{p.Viewer.Person}}
}
