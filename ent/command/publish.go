package command

import (
	"context"

	"sifang/ent"
	"sifang/schema/fault"
	"sifang/schema/ident"
)

// PublishInput is what is posted for everybody to read, and where.
type PublishInput struct {
	ent.Order
	MembershipID     *ident.Membership
	ResolutionID     *ident.Resolution
	VoteID           *ident.Vote
	RollID           *ident.Roll
	ProxiesMeetingID *ident.Meeting
	OrganizationID   *ident.Organization
	MinutesID        *ident.Minutes
	Place            string
	Text             string
	MinimumDays      *int
	DocumentID       *ident.Document
}

// PublishPayload names the posting, and what was posted if it is a membership, a
// resolution or something about a vote. All else the posting itself tells.
type PublishPayload struct {
	fault.Outcome
	PublicationID ident.ID
	MembershipID  ident.ID `json:",omitzero"`
	ResolutionID  ident.ID `json:",omitzero"`
	VoteID        ident.ID `json:",omitzero"`
}

// longestPosting is the most days for which anything may be posted at least.
const longestPosting = 365

// Publish posts something for everybody to read: an appointment or its end, a
// resolution, what is known of a vote, a roll, the proxies of an election, who
// sits in a body, or minutes.
func (d *Do) Publish(ctx context.Context, in PublishInput) (*PublishPayload, error) {
	return work(ctx, d, "publish", in, publishing{in, d.second}.do)
}

// publishing posts something, with the counter that checks a verdict that was
// not written down yet.
type publishing struct {
	PublishInput
	second counter
}

func (in publishing) do(ctx context.Context, tx *ent.Tx) (*ent.Deed[PublishPayload], error) {
	stated := []bool{
		in.MembershipID != nil, in.ResolutionID != nil, in.VoteID != nil, in.RollID != nil,
		in.ProxiesMeetingID != nil, in.OrganizationID != nil, in.MinutesID != nil,
	}
	if !oneOf(stated...) {
		return nil, fault.New(fault.OneOfNeeded, "fields",
			"membershipId, resolutionId, voteId, rollId, proxiesMeetingId, organizationId, minutesId").At("membershipId")
	}
	switch {
	case in.MembershipID != nil:
		return in.publishMembership(ctx, tx)
	case in.ResolutionID != nil:
		return in.publishResolution(ctx, tx)
	case in.VoteID != nil:
		return in.publishVote(ctx, tx)
	case in.RollID != nil:
		return in.publishRoll(ctx, tx)
	case in.ProxiesMeetingID != nil:
		return in.publishProxies(ctx, tx)
	case in.MinutesID != nil:
		return in.publishMinutes(ctx, tx)
	default:
		return in.publishComposition(ctx, tx)
	}
}

// oneOf reports whether exactly one of several things was stated.
func oneOf(stated ...bool) bool {
	n := 0
	for _, one := range stated {
		if one {
			n++
		}
	}
	return n == 1
}

// days is for how long it is posted: as long as the rules ask, or longer.
func (in PublishInput) days(least int) (int, *fault.Fault) {
	switch {
	case in.MinimumDays == nil:
		return least, nil
	case *in.MinimumDays < least, *in.MinimumDays > longestPosting:
		return least, fault.New(fault.OutOfRange, "least", least, "most", longestPosting).At("minimumDays")
	default:
		return *in.MinimumDays, nil
	}
}

func (in PublishInput) place() *fault.Fault { return text("place", in.Place, nameLimit) }

func (in PublishInput) words() *fault.Fault { return text("text", in.Text, textLimit) }
