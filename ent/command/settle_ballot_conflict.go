package command

import (
	"context"

	"sifang/ent"
	"sifang/ent/db"
	"sifang/ent/db/ballot"
	"sifang/ent/db/rollentry"
	"sifang/ent/poll"
	"sifang/schema"
	"sifang/schema/fault"
	"sifang/schema/ident"
)

// SettleBallotConflictInput is whose ballot the voters of a place on the roll
// agreed upon, who had said different things, and the paper on which they did.
type SettleBallotConflictInput struct {
	ent.Order
	VoteID     ident.Vote
	EntryID    ident.RollEntry
	PersonID   ident.Person
	DocumentID ident.Document
}

// SettleBallotConflictPayload names the ballot that counts now.
type SettleBallotConflictPayload struct {
	fault.Outcome
	BallotID ident.ID
}

// SettleBallotConflict lets one of several ballots count that disagree: the one
// of the voter upon whom all agreed. The others are kept, superseded. A vote that
// is closed already is judged anew. What was agreed may be agreed otherwise, for
// as long as the vote is not published.
func (d *Do) SettleBallotConflict(ctx context.Context, in SettleBallotConflictInput) (*SettleBallotConflictPayload, error) {
	return work(ctx, d, "settleBallotConflict", in, settling{in, d.second}.do)
}

// settling is the end of a conflict, with the counter that checks the verdict.
type settling struct {
	SettleBallotConflictInput
	second counter
}

func (in settling) do(ctx context.Context, tx *ent.Tx) (*ent.Deed[SettleBallotConflictPayload], error) {
	p, grant, err := voted(ctx, tx, "settleBallotConflict", in.VoteID, ent.Share, ent.Share)
	if err != nil {
		return nil, err
	}
	document, err := rollProof(ctx, tx, &in.DocumentID, p.meeting.CommunityID)
	if err != nil {
		return nil, err
	}
	_, wrong := nextOf("settleBallotConflict", p.vote)
	if err := refuse(wrong); err != nil {
		return nil, err
	}
	b, s, err := in.disputed(ctx, tx, p.vote)
	if err != nil {
		return nil, err
	}
	stands, err := b.settle(s, in.PersonID.ID)
	if err != nil {
		return nil, err
	}
	if err := b.write(ctx, tx); err != nil {
		return nil, err
	}
	facts := map[string]any{
		"entry": in.EntryID, "voter": in.PersonID, "ballot": stands.ID, "document": document,
	}
	if err := in.second.renew(ctx, tx, p.vote, facts); err != nil {
		return nil, err
	}
	return ent.Did(SettleBallotConflictPayload{BallotID: stands.ID}, grant, p.vote.ID, p.vote.CommunityID, facts), nil
}

// disputed is the box with what came in for the place. The vote is locked for
// this verb alone already. It refuses a place on another roll.
func (in settling) disputed(ctx context.Context, tx *ent.Tx, v *db.Vote) (*box, slot, error) {
	s := slot{v.ID, in.EntryID.ID}
	e, err := tx.RollEntry.Query().Where(rollentry.ID(s.entry)).WithDelegates().Only(ctx)
	if e, err = found(e, err, ident.KindRollEntry, "entryId"); err != nil {
		return nil, s, err
	}
	if v.RollID == nil || e.RollID != *v.RollID {
		return nil, s, fault.New(fault.EntryOfOtherRoll).At("entryId")
	}
	rows, err := tx.Ballot.Query().Where(ballot.VoteID(v.ID), ballot.EntryID(e.ID)).All(ctx)
	if err != nil {
		return nil, s, err
	}
	voters := poll.Voters(e)
	for _, row := range rows {
		voters = append(voters, row.PersonID)
	}
	alone := func(context.Context, *ent.Tx, []ident.ID) ([]*db.Vote, error) { return []*db.Vote{v}, nil }
	b, err := casting{hold: alone}.gather(ctx, tx, asked{votes: []ident.ID{v.ID}, persons: voters, at: tx.Now})
	return b, s, err
}

// settle lets the ballot of one voter count for a place whose voters disagree,
// and answers it. It refuses with NOT_IN_CONFLICT who has none that disagrees
// with another one.
func (b *box) settle(s slot, voter ident.ID) (*lodged, error) {
	all := b.lodged[s]
	var stands *lodged
	if len(all) > 0 {
		p := ballotPlace(all[0].motion, all[0].entry, nil)
		for i, status := range p.Stand(voices(all)) {
			if status == schema.BallotStatusConflicted && all[i].Voter == voter {
				stands = all[i]
			}
		}
	}
	if stands == nil {
		return nil, fault.New(fault.NotInConflict).At("personId")
	}
	for _, one := range all {
		one.settled = one == stands
	}
	b.restand(s)
	return stands, nil
}
