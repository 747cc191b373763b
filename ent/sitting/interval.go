package sitting

import (
	"context"

	"sifang/ent/db"
	"sifang/ent/db/attendance"
	"sifang/schema/ident"
	"sifang/schema/quorum"
)

// Intervals are the stays at each meeting. A party is counted only by those who
// count for the quorum.
func Intervals(ctx context.Context, c *db.Client, meetings ...*db.Meeting) (map[ident.ID][]quorum.Interval, error) {
	ids := make([]ident.ID, len(meetings))
	for i, m := range meetings {
		ids[i] = m.ID
	}
	rows, err := c.Attendance.Query().Where(attendance.MeetingIDIn(ids...)).All(ctx)
	stays := make(map[ident.ID][]quorum.Interval, len(meetings))
	for _, row := range rows {
		stay := quorum.Interval{Person: row.PersonID.String(), From: row.ArrivedAt, Mode: row.Mode, Voting: row.Votes}
		if row.PartyID != nil {
			stay.Party = row.PartyID.String()
		}
		if row.LeftAt != nil {
			stay.To = *row.LeftAt
		}
		stays[row.MeetingID] = append(stays[row.MeetingID], stay)
	}
	return stays, err
}
