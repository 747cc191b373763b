package power

import (
	"context"

	"sifang/ent/db"
	"sifang/schema/day"
	"sifang/schema/ident"
	"sifang/schema/mandate"
)

// OfMeeting is the subject of what concerns a meeting, its agenda and its
// votes: the officers of whoever meets or convenes and of whoever organizes it
// may act, those above them, and whoever presides.
func OfMeeting(ctx context.Context, c *db.Client, on day.Date, m *db.Meeting) (mandate.Subject, error) {
	all, err := OfMeetings(ctx, c, on, m)
	if err != nil {
		return mandate.Subject{}, err
	}
	return all[0], nil
}

// OfMeetings is OfMeeting for several at once.
func OfMeetings(ctx context.Context, c *db.Client, on day.Date, meetings ...*db.Meeting) ([]mandate.Subject, error) {
	var all []ident.ID
	for _, m := range meetings {
		all = append(all, directing(m)...)
	}
	lines, err := upward(ctx, c, on, all)
	subjects := make([]mandate.Subject, len(meetings))
	for i, m := range meetings {
		subjects[i] = InCommunity(m.CommunityID)
		subjects[i].Organizations = lines.over(directing(m)...)
		if m.ChairID != nil {
			subjects[i].Chair = *m.ChairID
		}
	}
	return subjects, err
}

// directing are the organizations that direct a meeting.
func directing(m *db.Meeting) []ident.ID {
	if m.OrganizerID == nil || *m.OrganizerID == m.OrganizationID {
		return []ident.ID{m.OrganizationID}
	}
	return []ident.ID{m.OrganizationID, *m.OrganizerID}
}
