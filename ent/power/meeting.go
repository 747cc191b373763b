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
	s := InCommunity(m.CommunityID)
	if m.ChairID != nil {
		s.Chair = *m.ChairID
	}
	directing := []ident.ID{m.OrganizationID}
	if m.OrganizerID != nil && *m.OrganizerID != m.OrganizationID {
		directing = append(directing, *m.OrganizerID)
	}
	var err error
	s.Organizations, err = Over(ctx, c, on, directing...)
	return s, err
}
