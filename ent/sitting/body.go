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

// Wholes are, for each of some meetings, who might come: what its quorum is
// measured against. Once the roll is frozen its numbers stand; until then they
// are those of the day. At a joint meeting it is the voting parties.
func Wholes(ctx context.Context, c *db.Client, on day.Date, meetings ...*db.Meeting) ([]quorum.Whole, error) {
	parties, err := VotersOfLinkages(ctx, c, on, meetings...)
	if err != nil {
		return nil, err
	}
	frozen, err := frozenWholes(ctx, c, meetings)
	if err != nil {
		return nil, err
	}
	wholes := make([]quorum.Whole, len(meetings))
	var open []*db.Meeting
	var places []int
	for i, m := range meetings {
		whole, done := frozen[m.ID]
		switch {
		case m.LinkageID != nil:
			for _, p := range parties[*m.LinkageID] {
				wholes[i].Parties = append(wholes[i].Parties, rule.Party{ID: p.ID.String()})
			}
		case done:
			wholes[i] = whole
		default:
			open, places = append(open, m), append(places, i)
		}
	}
	if len(open) == 0 {
		return wholes, nil
	}
	voting, err := electorates(ctx, c, on, open)
	for j, e := range voting {
		wholes[places[j]] = sized(e.seats, len(e.voters), len(e.voters))
	}
	return wholes, err
}

// sized is a body of so many seats, filled or not, and members on its roll.
func sized(seats, incumbents, members int) quorum.Whole {
	var w quorum.Whole
	w.Seats, w.Incumbents = int64(seats), int64(incumbents)
	w.Due, w.OnRoll = int64(members), int64(members)
	return w
}

// frozenWholes are those of the meetings of one organization whose roll is
// frozen.
func frozenWholes(ctx context.Context, c *db.Client, meetings []*db.Meeting) (map[ident.ID]quorum.Whole, error) {
	var ids []ident.ID
	for _, m := range meetings {
		if m.LinkageID == nil {
			ids = append(ids, m.ID)
		}
	}
	if len(ids) == 0 {
		return nil, nil
	}
	rolls, err := c.Roll.Query().Where(roll.MeetingIDIn(ids...)).All(ctx)
	if err != nil || len(rolls) == 0 {
		return nil, err
	}
	of := make(map[ident.ID]*db.Roll, len(rolls))
	frozen := make([]ident.ID, len(rolls))
	for i, r := range rolls {
		of[r.ID], frozen[i] = r, r.ID
	}
	var counts []struct {
		RollID ident.ID `sql:"roll_id"`
		Count  int
	}
	err = c.RollEntry.Query().Where(rollentry.RollIDIn(frozen...)).
		GroupBy(rollentry.FieldRollID).Aggregate(db.Count()).Scan(ctx, &counts)
	wholes := make(map[ident.ID]quorum.Whole, len(rolls))
	for _, one := range counts {
		r := of[one.RollID]
		wholes[r.MeetingID] = sized(r.Seats, r.Incumbents, one.Count)
	}
	return wholes, err
}

// VotingParties are the parties of a linkage that have a vote on the day, in
// their order, with their organizations.
func VotingParties(ctx context.Context, c *db.Client, linkage ident.ID, on day.Date) ([]*db.LinkageParty, error) {
	all, err := votingParties(ctx, c, on, []ident.ID{linkage})
	return all[linkage], err
}

// VotersOfLinkages are the VotingParties of the linkages that meet, by linkage.
func VotersOfLinkages(ctx context.Context, c *db.Client, on day.Date, meetings ...*db.Meeting) (map[ident.ID][]*db.LinkageParty, error) {
	var linkages []ident.ID
	for _, m := range meetings {
		if m.LinkageID != nil {
			linkages = append(linkages, *m.LinkageID)
		}
	}
	return votingParties(ctx, c, on, linkages)
}

func votingParties(ctx context.Context, c *db.Client, on day.Date, linkages []ident.ID) (map[ident.ID][]*db.LinkageParty, error) {
	if len(linkages) == 0 {
		return nil, nil
	}
	rows, err := c.LinkageParty.Query().Where(
		linkageparty.LinkageIDIn(linkages...), linkageparty.Votes(true),
		linkageparty.FromLTE(on), linkageparty.Or(linkageparty.ToIsNil(), linkageparty.ToGT(on)),
	).WithOrganization().Order(linkageparty.ByPosition(), linkageparty.ByID()).All(ctx)
	all := map[ident.ID][]*db.LinkageParty{}
	for _, row := range rows {
		all[row.LinkageID] = append(all[row.LinkageID], row)
	}
	return all, err
}
