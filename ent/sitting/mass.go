package sitting

import (
	"context"
	"maps"
	"slices"

	"sifang/ent/db"
	"sifang/ent/db/ownership"
	"sifang/ent/db/person"
	"sifang/ent/db/residence"
	"sifang/ent/db/roll"
	"sifang/ent/db/rollentry"
	"sifang/schema"
	"sifang/schema/day"
	"sifang/schema/ident"
)

// mass are the meetings in which somebody has a vote without holding a post: an
// assembly of owners, and a meeting of residents.
type mass struct {
	// meetings are those on whose roll they stand; owners and voters are the
	// communities in which they own a unit, or live with a vote.
	meetings, owners, voters map[ident.ID]bool
}

// votes reports whether somebody has a vote in a meeting by what they own or
// where they live. Whether a ballot of theirs counts the roll of the vote tells.
func (in mass) votes(m *db.Meeting) bool {
	var communities map[ident.ID]bool
	switch {
	case m.LinkageID != nil || m.CommunityID == nil:
		return false
	case m.Kind == schema.MeetingKindAssembly:
		communities = in.owners
	case m.Kind == schema.MeetingKindResidents:
		communities = in.voters
	}
	return in.meetings[m.ID] || communities[*m.CommunityID]
}

// massOf are those among some meetings in which somebody has a vote so, on the day.
func massOf(ctx context.Context, c *db.Client, on day.Date, who ident.ID, meetings []*db.Meeting) (mass, error) {
	in := mass{meetings: map[ident.ID]bool{}, owners: map[ident.ID]bool{}, voters: map[ident.ID]bool{}}
	ids, communities := map[ident.ID]bool{}, map[ident.ID]bool{}
	for _, m := range meetings {
		if m.LinkageID == nil && m.CommunityID != nil && (m.Kind == schema.MeetingKindAssembly || m.Kind == schema.MeetingKindResidents) {
			ids[m.ID], communities[*m.CommunityID] = true, true
		}
	}
	if len(ids) == 0 {
		return in, nil
	}
	rolls, err := c.Roll.Query().Where(roll.MeetingIDIn(slices.Collect(maps.Keys(ids))...), roll.HasEntriesWith(
		rollentry.Or(rollentry.PersonID(who), rollentry.HasDelegatesWith(person.ID(who))))).All(ctx)
	if err != nil {
		return in, err
	}
	for _, r := range rolls {
		in.meetings[r.MeetingID] = true
	}
	around := slices.Collect(maps.Keys(communities))
	owned, err := c.Ownership.Query().Where(ownership.PersonID(who), ownership.CommunityIDIn(around...), ownership.FromLTE(on),
		ownership.Or(ownership.ToIsNil(), ownership.ToGT(on))).All(ctx)
	if err != nil {
		return in, err
	}
	for _, o := range owned {
		in.owners[*o.CommunityID] = true
	}
	lived, err := c.Residence.Query().Where(residence.PersonID(who), residence.CommunityIDIn(around...), residence.FromLTE(on),
		residence.Or(residence.ToIsNil(), residence.ToGT(on)), residence.VoterStatusEQ(schema.VoterStatusVoter)).All(ctx)
	for _, r := range lived {
		in.voters[*r.CommunityID] = true
	}
	return in, err
}
