package command

import (
	"context"
	"slices"

	"sifang/ent"
	"sifang/ent/db"
	"sifang/ent/poll"
	"sifang/schema"
	"sifang/schema/fault"
	"sifang/schema/ident"
	"sifang/schema/stage"
)

// contested is what an objection is to, with what it belongs to. The vote is
// kept from being made final.
type contested struct {
	field        string // of the input that names it
	subject      ident.ID
	community    *ident.ID
	organization ident.ID    // whose it is, where no meeting tells
	meeting      *db.Meeting // nil for what belongs to none
	vote         *db.Vote    // nil for all but a result and a candidate
	roll         *ident.ID   // nil where none was frozen
	candidate    *db.Candidate
	resolution   *db.Resolution
	publication  *db.Publication
}

// contested reads what is objected to.
func (in FileObjectionInput) contested(ctx context.Context, tx *ent.Tx) (contested, error) {
	switch {
	case in.VoteID != nil:
		about := contested{field: "voteId", subject: in.VoteID.ID}
		v, err := need(ctx, tx.Vote.Get, in.VoteID.ID, "voteId")
		if err != nil {
			return about, err
		}
		return about, about.holds(ctx, tx, v.ID, in.PartyID != nil)
	case in.CandidateID != nil:
		about := contested{field: "candidateId", subject: in.CandidateID.ID}
		var err error
		if about.candidate, err = need(ctx, tx.Candidate.Get, in.CandidateID.ID, "candidateId"); err != nil {
			return about, err
		}
		return about, about.holds(ctx, tx, about.candidate.VoteID, false)
	case in.ResolutionID != nil:
		r, err := need(ctx, tx.Resolution.Get, in.ResolutionID.ID, "resolutionId")
		if err != nil {
			return contested{field: "resolutionId"}, err
		}
		return resolvedUpon(ctx, tx, "resolutionId", r)
	case in.PublicationID != nil:
		p, err := need(ctx, tx.Publication.Get, in.PublicationID.ID, "publicationId")
		if err != nil {
			return contested{field: "publicationId"}, err
		}
		return hung(ctx, tx, "publicationId", p)
	default:
		about := contested{field: "rollId", subject: in.RollID.ID}
		r, err := need(ctx, tx.Roll.Get, in.RollID.ID, "rollId")
		if err != nil {
			return about, err
		}
		about.community, about.roll = r.CommunityID, &r.ID
		about.meeting, err = tx.Meeting.Get(ctx, r.MeetingID)
		return about, err
	}
}

// holds locks the vote: for the verb alone if it will be judged anew.
func (c *contested) holds(ctx context.Context, tx *ent.Tx, id ident.ID, alone bool) error {
	if alone {
		v, err := lockedVote(ctx, tx, id)
		if err != nil {
			return err
		}
		c.vote = v
	} else {
		held, err := heldVotes(ctx, tx, []ident.ID{id})
		if err != nil {
			return err
		}
		c.vote = held[0]
	}
	c.community, c.roll = c.vote.CommunityID, c.vote.RollID
	item, err := tx.AgendaItem.Get(ctx, c.vote.AgendaItemID)
	if err != nil {
		return err
	}
	c.meeting, err = tx.Meeting.Get(ctx, item.MeetingID)
	return err
}

// standingCandidates are the states in which somebody may be objected to.
var standingCandidates = []schema.CandidateStatus{
	schema.CandidateStatusNominated, schema.CandidateStatusListed, schema.CandidateStatusAccepted, schema.CandidateStatusDeclined,
}

// gone refuses to object to a candidate who does not stand any more
// (WRONG_STATE).
func (c contested) gone() *fault.Fault {
	if c.candidate == nil || slices.Contains(standingCandidates, c.candidate.Status) {
		return nil
	}
	return fault.New(fault.WrongState, "verb", schema.Verb("fileObjection"),
		"state", c.candidate.Status, "allowed", standingCandidates).At(c.field)
}

// over refuses a verb about a result that there is not, or about a resolution
// that nobody was told of (WRONG_STATE).
func (c contested) over(verb stage.Verb) *fault.Fault {
	switch {
	case c.vote != nil:
		_, wrong := stage.Vote.Next(verb, c.vote.Status, c.guards()...)
		return at(wrong, c.field)
	case c.resolution != nil && verb == "fileObjection":
		_, wrong := stage.Resolution.Next(verb, c.resolution.Status)
		return at(wrong, c.field)
	default:
		return nil
	}
}

// guards are the conditions under which the stages of the vote allow it.
func (c contested) guards() []stage.Guard {
	if c.candidate == nil {
		return nil
	}
	return []stage.Guard{stage.ToCandidate}
}

// position is how a party stood in the vote; empty where it is not one of its
// parties.
func (c contested) position(ctx context.Context, tx *ent.Tx, party ident.ID) (schema.PartyPosition, error) {
	judged, _, err := poll.Standing(ctx, tx.Client, c.vote, tx.Now)
	for _, one := range judged.Parties {
		if one.Party == party.String() {
			return one.Position, err
		}
	}
	return "", err
}
