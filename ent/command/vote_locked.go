package command

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"slices"

	"sifang/ent"
	"sifang/ent/db"
	"sifang/ent/db/vote"
	"sifang/ent/power"
	"sifang/schema"
	"sifang/schema/fault"
	"sifang/schema/ident"
	"sifang/schema/mandate"
	"sifang/schema/stage"
)

// questionLimit is the greatest length of what is put to the vote, in
// characters: it is read out.
const questionLimit = 1000

// The functions below lock votes until the verb is done. Because ballots are
// cast without pause, votes have a queue, and are locked in no other way.

// lockedVote locks a vote for the verb alone.
func lockedVote(ctx context.Context, tx *ent.Tx, id ident.ID) (*db.Vote, error) {
	if err := tx.QueueToUpdate(ctx, id); err != nil {
		return nil, err
	}
	return tx.Vote.Query().Where(vote.ID(id), ent.Update).Only(ctx)
}

// lockedVotes locks the votes on some items for the verb alone. Nobody adds one
// meanwhile, because the verb has locked the meeting.
func lockedVotes(ctx context.Context, tx *ent.Tx, items ...ident.ID) ([]*db.Vote, error) {
	ids, err := tx.Vote.Query().Where(vote.AgendaItemIDIn(items...)).IDs(ctx)
	if err != nil {
		return nil, err
	}
	return claimedVotes(ctx, tx, ids)
}

// votesOn are the votes on a roll but those that are void, locked as the verb
// needs them. None is opened on it meanwhile, because the verb has locked the
// meeting.
func votesOn(
	ctx context.Context, tx *ent.Tx, roll ident.ID, lock func(context.Context, *ent.Tx, []ident.ID) ([]*db.Vote, error),
) ([]*db.Vote, error) {
	ids, err := tx.Vote.Query().Where(vote.RollID(roll)).IDs(ctx)
	if err != nil {
		return nil, err
	}
	votes, err := lock(ctx, tx, ids)
	return slices.DeleteFunc(votes, func(v *db.Vote) bool { return v.Status == schema.VoteStatusVoid }), err
}

// heldVotes keeps votes from being changed, and above all from being closed, and
// answers those that exist. They are locked in the order of their identifiers,
// so that two processes never wait for each other.
func heldVotes(ctx context.Context, tx *ent.Tx, ids []ident.ID) ([]*db.Vote, error) {
	if err := tx.QueueToShare(ctx, ids...); err != nil {
		return nil, err
	}
	return tx.Vote.Query().Where(vote.IDIn(ids...), ent.Share).Order(vote.ByID()).All(ctx)
}

// claimedVotes locks votes for the verb alone, in the order of their identifiers,
// and answers those that exist.
func claimedVotes(ctx context.Context, tx *ent.Tx, ids []ident.ID) ([]*db.Vote, error) {
	if err := tx.QueueToUpdate(ctx, ids...); err != nil {
		return nil, err
	}
	return tx.Vote.Query().Where(vote.IDIn(ids...), ent.Update).Order(vote.ByID()).All(ctx)
}

// polled is a vote with what it hangs on.
type polled struct {
	meeting *db.Meeting
	item    *db.AgendaItem
	vote    *db.Vote
}

// voted locks the vote that an input field names for the verb alone, its
// meeting and its item as asked, and asks the mandate of those who direct the
// meeting.
func voted(ctx context.Context, tx *ent.Tx, verb string, id ident.Vote, ofMeeting, ofItem lock) (polled, mandate.Grant, error) {
	// What a vote belongs to never changes, so it may be read before it is
	// locked, which comes last.
	v, err := need(ctx, tx.Vote.Get, id.ID, "voteId")
	if err != nil {
		return polled{}, mandate.Grant{}, err
	}
	p, grant, err := tabled(ctx, tx, verb, v.ID, v.AgendaItemID, ofMeeting, ofItem)
	if err != nil {
		return p, grant, err
	}
	p.vote, err = lockedVote(ctx, tx, id.ID)
	return p, grant, err
}

// tabled locks an item and its meeting and asks the mandate of those who direct
// the meeting about what is to be done to the subject.
func tabled(ctx context.Context, tx *ent.Tx, verb string, about, id ident.ID, ofMeeting, ofItem lock) (polled, mandate.Grant, error) {
	var p polled
	var none mandate.Grant
	item, err := tx.AgendaItem.Get(ctx, id)
	if err != nil {
		return p, none, err
	}
	if p.meeting, err = lockedMeeting(tx, ofMeeting)(ctx, item.MeetingID); err != nil {
		return p, none, err
	}
	if p.item, err = lockedItem(tx, ofItem)(ctx, id); err != nil {
		return p, none, err
	}
	subject, err := power.OfMeeting(ctx, tx.Client, tx.Today, p.meeting)
	if err != nil {
		return p, none, err
	}
	grant, err := may(ctx, tx, verb, about, subject)
	return p, grant, err
}

// matter is the matter of the proposal that an item treats.
func (p polled) matter(ctx context.Context, tx *ent.Tx) (string, error) {
	proposal, err := tx.Proposal.Get(ctx, p.item.ProposalID)
	if err != nil {
		return "", err
	}
	return proposal.Matter, nil
}

// nextOf is the state of a vote to which a verb leads, as a refusal at the
// field that names the vote.
func nextOf(verb stage.Verb, v *db.Vote, guards ...stage.Guard) (schema.VoteStatus, *fault.Fault) {
	next, wrong := stage.Vote.Next(verb, v.Status, guards...)
	return next, at(wrong, "voteId")
}

// digest is the fingerprint under which the record names a text.
func digest(text []byte) string {
	sum := sha256.Sum256(text)
	return hex.EncodeToString(sum[:])
}
