package sitting

import (
	"context"
	"slices"

	"sifang/ent/db"
	"sifang/ent/db/linkageparty"
	"sifang/ent/db/membership"
	"sifang/ent/db/post"
	"sifang/ent/db/predicate"
	"sifang/ent/db/roll"
	"sifang/ent/db/rollentry"
	"sifang/schema"
	"sifang/schema/day"
	"sifang/schema/ident"
	"sifang/schema/quorum"
	"sifang/schema/rule"
)

// Whole is who might come to the meeting: what its quorum is measured against.
// Once the roll is frozen its numbers stand; until then they are those of the
// day.
func Whole(ctx context.Context, c *db.Client, m *db.Meeting, on day.Date) (quorum.Whole, error) {
	var w quorum.Whole
	if m.LinkageID != nil {
		parties, err := VotingParties(ctx, c, *m.LinkageID, on)
		for _, p := range parties {
			w.Parties = append(w.Parties, rule.Party{ID: p.ID.String()})
		}
		return w, err
	}
	frozen, err := c.Roll.Query().Where(roll.MeetingID(m.ID)).Only(ctx)
	if err == nil {
		entries, err := c.RollEntry.Query().Where(rollentry.RollID(frozen.ID)).Count(ctx)
		w.Seats, w.Incumbents = int64(frozen.Seats), int64(frozen.Incumbents)
		w.Due, w.OnRoll = int64(entries), int64(entries)
		return w, err
	}
	if !db.IsNotFound(err) {
		return w, err
	}
	voters, seats, err := Voters(ctx, c, m, on)
	w.Seats, w.Incumbents = int64(seats), int64(len(voters))
	w.Due, w.OnRoll = int64(len(voters)), int64(len(voters))
	return w, err
}

// VotingParties are the parties of a linkage that have a vote on the day, in
// their order, with their organizations.
func VotingParties(ctx context.Context, c *db.Client, linkage ident.ID, on day.Date) ([]*db.LinkageParty, error) {
	return c.LinkageParty.Query().Where(
		linkageparty.LinkageID(linkage), linkageparty.Votes(true),
		linkageparty.FromLTE(on), linkageparty.Or(linkageparty.ToIsNil(), linkageparty.ToGT(on)),
	).WithOrganization().Order(linkageparty.ByPosition(), linkageparty.ByID()).All(ctx)
}

// Voters are the persons who have a vote in a meeting that is not one of a
// linkage, in the order of their identifiers, and the number of seats with a
// vote: the holders of posts with a full vote and, in a meeting of a Party
// branch, its full members.
func Voters(ctx context.Context, c *db.Client, m *db.Meeting, on day.Date) ([]ident.ID, int, error) {
	posts, err := c.Post.Query().Where(
		post.OrganizationID(m.OrganizationID), post.VotingRightEQ(schema.VotingRightFull),
		post.FromLTE(on), post.Or(post.ToIsNil(), post.ToGT(on))).All(ctx)
	if err != nil {
		return nil, 0, err
	}
	seats := 0
	for _, p := range posts {
		seats += p.Capacity
	}
	rows, err := c.Membership.Query().Where(
		membership.OrganizationID(m.OrganizationID), membership.PersonIDNotNil(),
		held(on), withVote(m)).All(ctx)
	if err != nil {
		return nil, 0, err
	}
	persons := make([]ident.ID, len(rows))
	for i, row := range rows {
		persons[i] = *row.PersonID
	}
	slices.SortFunc(persons, func(a, b ident.ID) int { return slices.Compare(a[:], b[:]) })
	return slices.Compact(persons), seats, nil
}

// held limits to memberships in effect on the day. One that was ended later
// was in effect until then.
func held(on day.Date) predicate.Membership {
	return membership.And(
		membership.StatusIn(schema.MembershipStatusEffective, schema.MembershipStatusEnded),
		membership.FromLTE(on), membership.Or(membership.ToIsNil(), membership.ToGT(on)))
}

// withVote limits to memberships that carry a vote in the meeting.
func withVote(m *db.Meeting) predicate.Membership {
	full := membership.HasPostWith(post.VotingRightEQ(schema.VotingRightFull))
	if m.Kind != schema.MeetingKindPartyBranch {
		return full
	}
	return membership.Or(full, membership.KindEQ(schema.MembershipKindPartyMember))
}
