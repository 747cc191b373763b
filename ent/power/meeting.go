package power

import (
	"context"

	"sifang/ent/db"
	"sifang/ent/db/oversightaction"
	"sifang/schema/day"
	"sifang/schema/ident"
	"sifang/schema/mandate"
)

// OfMeeting is the subject of what concerns a meeting, its agenda and its
// votes: the officers of whoever meets or convenes and of whoever organizes it
// may act, those above them, and whoever presides; of a meeting that was ordered
// also those of whoever ordered it, once the time to obey is over.
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
	orders, err := overdue(ctx, c, on, meetings)
	if err != nil {
		return nil, err
	}
	for _, issuer := range orders {
		all = append(all, issuer)
	}
	lines, err := upward(ctx, c, on, all)
	subjects := make([]mandate.Subject, len(meetings))
	for i, m := range meetings {
		subjects[i] = InCommunity(m.CommunityID)
		subjects[i].Organizations = lines.over(directing(m)...)
		if m.OrderID != nil && !orders[*m.OrderID].IsZero() {
			subjects[i].Organizations = append(subjects[i].Organizations, lines.over(orders[*m.OrderID])...)
		}
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

// Overdue reports whether an order was not obeyed in time: then whoever gave it
// may do what was ordered (Beijing property management regulation art. 36,
// Shanghai art. 25, Weifang art. 32).
func Overdue(order *db.OversightAction, on day.Date) bool {
	return order.DueOn != nil && order.DueOn.Before(on) && (order.FulfilledOn == nil || order.FulfilledOn.After(*order.DueOn))
}

// overdue are those who gave the orders under which some meetings are held, by
// order, as far as the time to obey is over.
func overdue(ctx context.Context, c *db.Client, on day.Date, meetings []*db.Meeting) (map[ident.ID]ident.ID, error) {
	var ids []ident.ID
	for _, m := range meetings {
		if m.OrderID != nil {
			ids = append(ids, *m.OrderID)
		}
	}
	if len(ids) == 0 {
		return nil, nil
	}
	rows, err := c.OversightAction.Query().Where(oversightaction.IDIn(ids...)).All(ctx)
	issuers := make(map[ident.ID]ident.ID, len(rows))
	for _, row := range rows {
		if Overdue(row, on) {
			issuers[row.ID] = row.OrganizationID
		}
	}
	return issuers, err
}
