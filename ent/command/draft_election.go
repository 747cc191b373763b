package command

import (
	"context"

	"sifang/ent"
	"sifang/ent/db"
	"sifang/schema"
	"sifang/schema/day"
	"sifang/schema/fault"
)

// office refuses an election that does not say which post it fills
// (FIELD_NEEDED), and one of a post that this meeting cannot fill: that does not
// exist on the day of the meeting (UNKNOWN_POST), is not filled by election
// (WRONG_KIND), belongs to another community (POST_ELSEWHERE), or has fewer
// places than there are seats to fill (OUT_OF_RANGE). Nothing but an election
// fills a post (VOTE_KIND_MISMATCH).
func (in DraftVoteInput) office(ctx context.Context, tx *ent.Tx, p polled) (*fault.Fault, error) {
	elects := in.kind() == schema.VoteKindElection
	switch {
	case !elects && in.PostID == nil:
		return nil, nil
	case !elects:
		return fault.New(fault.VoteKindMismatch, "kind", in.kind()).At("postId"), nil
	case in.PostID == nil:
		return fault.New(fault.FieldNeeded, "kind", in.kind(), "field", "postId").At("postId"), nil
	}
	on := day.Latest(tx.Today, day.Of(p.meeting.StartsAt))
	unknown := fault.New(fault.UnknownPost, "from", on).At("postId")
	post, err := tx.Post.Get(ctx, in.PostID.ID)
	switch {
	case db.IsNotFound(err):
		return unknown, nil
	case err != nil:
		return nil, err
	case !within(on, post.From, post.To):
		return unknown, nil
	case apart(post.CommunityID, p.meeting.CommunityID):
		return fault.New(fault.PostElsewhere).At("postId"), nil
	case in.Seats != nil && *in.Seats > post.Capacity:
		return bounded(in.Seats, 1, post.Capacity, "seats"), nil
	default:
		return fits(post.SeatKind, electedSeats, "postId"), nil
	}
}

// electedSeats are the kinds of seats that an election fills.
var electedSeats = []schema.SeatKind{schema.SeatKindElected, schema.SeatKindAlternate}
