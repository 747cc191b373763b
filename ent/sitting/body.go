package sitting

import (
	"context"
	"sifang/ent/db"
	"sifang/ent/db/linkageparty"
	"sifang/ent/db/roll"
	"sifang/ent/db/rollentry"
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
