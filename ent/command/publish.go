package command

import (
	"context"

	"sifang/ent"
	"sifang/ent/db"
	"sifang/ent/db/membership"
	"sifang/ent/rules"
	"sifang/ent/seating"
	"sifang/schema"
	"sifang/schema/day"
	"sifang/schema/fault"
	"sifang/schema/ident"
	"sifang/schema/seat"
)

// PublishInput is what is posted for everybody to read, and where.
type PublishInput struct {
	ent.Order
	MembershipID *ident.Membership
	ResolutionID *ident.Resolution
	VoteID       *ident.Vote
	Place        string
	Text         string
	MinimumDays  *int
}

// PublishPayload names the posting, and what was posted: one of the three.
type PublishPayload struct {
	fault.Outcome
	PublicationID ident.ID
	MembershipID  ident.ID `json:",omitzero"`
	ResolutionID  ident.ID `json:",omitzero"`
	VoteID        ident.ID `json:",omitzero"`
}

// longestPosting is the most days for which anything may be posted at least.
const longestPosting = 365

// Publish posts an appointment, a resolution, or what is known of a vote, for
// everybody to read.
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
	switch {
	case !oneOf(in.MembershipID != nil, in.ResolutionID != nil, in.VoteID != nil):
		return nil, fault.New(fault.OneOfNeeded, "fields", "membershipId, resolutionId, voteId").At("membershipId")
	case in.MembershipID != nil:
		return in.publishMembership(ctx, tx)
	case in.ResolutionID != nil:
		return in.publishResolution(ctx, tx)
	default:
		return in.publishVote(ctx, tx)
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

// publishMembership posts an appointment that was proposed. From then on
// everybody sees it.
func (in PublishInput) publishMembership(ctx context.Context, tx *ent.Tx) (*ent.Deed[PublishPayload], error) {
	m, err := lockedMembership(ctx, tx, *in.MembershipID)
	if err != nil {
		return nil, err
	}
	subject, err := ofMembership(ctx, tx, m)
	if err != nil {
		return nil, err
	}
	grant, err := may(ctx, tx, "publish", m.ID, subject)
	if err != nil {
		return nil, err
	}
	if err = refuse(appointed(m)); err != nil {
		return nil, err
	}
	status, wrong := membershipStep("publish", m)
	least, err := daysToPost(ctx, tx, m)
	if err != nil {
		return nil, err
	}
	days, few := in.days(least)
	if err = refuse(wrong, few, in.place(), in.words()); err != nil {
		return nil, err
	}
	ends := in.lastDay(tx, days)
	posting, err := tx.Publication.Create().SetNillableCommunityID(m.CommunityID).SetKind(schema.PublicationKindAppointment).
		SetPlace(in.Place).SetText(in.Text).SetPostedAt(tx.Now).SetMinimumDays(days).SetUntil(ends).SetMembershipID(m.ID).Save(ctx)
	if err != nil {
		return nil, err
	}
	if err = tx.Membership.UpdateOneID(m.ID).SetStatus(status).SetPublishedAt(tx.Now).Exec(ctx); err != nil {
		return nil, err
	}
	return ent.Did(PublishPayload{PublicationID: posting.ID, MembershipID: m.ID}, grant, m.ID, m.CommunityID, map[string]any{
		"publication": posting.ID, "minimumDays": days, "until": ends,
	}), nil
}

// daysToPost is for how many days the rules of today ask that the appointment
// be posted.
func daysToPost(ctx context.Context, tx *ent.Tx, m *db.Membership) (int, error) {
	chain, err := rules.For(ctx, tx.Client, m.OrganizationID, tx.Today)
	if err != nil {
		return 0, err
	}
	holdings, err := seating.On(tx.Client, tx.Today).Holdings(ctx, membership.ID(m.ID))
	if err != nil {
		return 0, err
	}
	days := 0
	for _, one := range holdings {
		days = max(days, seat.PublicationDays(chain.Seats(), one))
	}
	return days, nil
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

// lastDay is the last day of the period of so many days. Nobody has to act
// before it ends, so it may end on a day of rest.
func (in PublishInput) lastDay(tx *ent.Tx, days int) day.Date {
	return day.PeriodEnd(tx.Today, day.Period{Days: days}, day.Calendar{})
}

func (in PublishInput) place() *fault.Fault { return text("place", in.Place, nameLimit) }

func (in PublishInput) words() *fault.Fault { return text("text", in.Text, textLimit) }
