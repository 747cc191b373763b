package command

import (
	"context"

	"sifang/ent"
	"sifang/schema"
	"sifang/schema/day"
	"sifang/schema/fault"
	"sifang/schema/ident"
)

// CreatePostInput is a post and whose it is.
type CreatePostInput struct {
	ent.Order
	OrganizationID ident.Organization
	Category       schema.PostCategory
	Title          string
	SeatKind       schema.SeatKind
	VotingRight    schema.VotingRight
	Capacity       int
	From           *day.Date
}

// CreatePostPayload names the post created.
type CreatePostPayload struct {
	fault.Outcome
	PostID ident.ID
}

// mostSeats is how many may hold one post at once: a large community has some
// two hundred residents' representatives.
const mostSeats = 1000

// CreatePost creates a seat or office in an organization.
func (d *Do) CreatePost(ctx context.Context, in CreatePostInput) (*CreatePostPayload, error) {
	return work(ctx, d, "createPost", in, in.do)
}

func (in CreatePostInput) do(ctx context.Context, tx *ent.Tx) (*ent.Deed[CreatePostPayload], error) {
	o, err := need(ctx, lockedOrganization(tx, ent.Share), in.OrganizationID.ID, "organizationId")
	if err != nil {
		return nil, err
	}
	grant, err := mayDirect(ctx, tx, "createPost", o.ID)
	if err != nil {
		return nil, err
	}
	from := orToday(in.From, tx)
	if err := refuse(existsOn(from, o.From, o.To, "organizationId"), text("title", in.Title, nameLimit), in.seats()); err != nil {
		return nil, err
	}
	row, err := tx.Post.Create().SetNillableCommunityID(o.CommunityID).SetOrganizationID(o.ID).SetCategory(in.Category).
		SetTitle(in.Title).SetSeatKind(in.SeatKind).SetVotingRight(in.VotingRight).SetCapacity(in.Capacity).SetFrom(from).Save(ctx)
	if err != nil {
		return nil, err
	}
	return ent.Did(CreatePostPayload{PostID: row.ID}, grant, row.ID, o.CommunityID, map[string]any{
		"organization": o.ID, "category": in.Category, "title": in.Title, "seatKind": in.SeatKind,
		"votingRight": in.VotingRight, "capacity": in.Capacity, "from": from,
	}), nil
}

func (in CreatePostInput) seats() *fault.Fault {
	if in.Capacity >= 1 && in.Capacity <= mostSeats {
		return nil
	}
	return fault.New(fault.OutOfRange, "least", 1, "most", mostSeats).At("capacity")
}
