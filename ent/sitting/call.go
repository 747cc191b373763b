package sitting

import (
	"context"

	"sifang/ent/db"
	"sifang/ent/db/agendaitem"
	"sifang/ent/db/predicate"
	"sifang/ent/db/vote"
	"sifang/ent/rules"
	"sifang/schema"
	"sifang/schema/day"
	"sifang/schema/notice"
)

// Call is the meeting as a notice posted on the day would announce it.
func Call(ctx context.Context, c *db.Client, m *db.Meeting, posted day.Date) (notice.Call, error) {
	organization, err := c.Organization.Get(ctx, m.OrganizationID)
	if err != nil {
		return notice.Call{}, err
	}
	chain, err := rules.For(ctx, c, m.OrganizationID, posted)
	if err != nil {
		return notice.Call{}, err
	}
	items, err := c.AgendaItem.Query().Where(pending(m)).Count(ctx)
	if err != nil {
		return notice.Call{}, err
	}
	periods, _ := chain.Periods(m.Kind, notice.Subject(m.Kind, m.ConvenedUnder, organization.Kind))
	return notice.Call{
		Posted: posted, Held: day.Of(m.StartsAt), Form: m.Form, Periods: periods,
		Items: items, Chair: m.ChairID != nil, Venue: m.Venue != nil,
	}, nil
}

// pending limits to items of the meeting that are still to be treated.
func pending(m *db.Meeting) predicate.AgendaItem {
	return agendaitem.And(agendaitem.MeetingID(m.ID),
		agendaitem.DispositionEQ(schema.AgendaItemDispositionPending))
}

// Unnamed reports whether an item stands on the agenda that no notice named.
func Unnamed(ctx context.Context, c *db.Client, m *db.Meeting) (bool, error) {
	return c.AgendaItem.Query().Where(pending(m), agendaitem.NoticedAtIsNil()).Exist(ctx)
}

// Unannounced reports whether there is something to announce: an item that no
// notice named, or a vote on any item.
func Unannounced(ctx context.Context, c *db.Client, m *db.Meeting) (bool, error) {
	unnamed, err := Unnamed(ctx, c, m)
	if err != nil || unnamed {
		return unnamed, err
	}
	return c.Vote.Query().Where(vote.StatusEQ(schema.VoteStatusDraft), vote.HasAgendaItemWith(pending(m))).Exist(ctx)
}

// Warnings are what somebody is warned of who calls the meeting on the day or,
// once it is called and there is something new, amends its notice; and that an
// item is in no notice yet.
func Warnings(ctx context.Context, c *db.Client, m *db.Meeting, on day.Date) ([]schema.WarningCode, error) {
	var warnings []schema.WarningCode
	switch m.Status {
	case schema.MeetingStatusClosed, schema.MeetingStatusCancelled:
		return nil, nil
	case schema.MeetingStatusDraft:
		call, err := Call(ctx, c, m, on)
		return call.Warnings(), err
	case schema.MeetingStatusCalled:
		something, err := Unannounced(ctx, c, m)
		if err != nil || !something {
			return nil, err
		}
		call, err := Call(ctx, c, m, on)
		if err != nil {
			return nil, err
		}
		warnings = call.Warnings()
	}
	unnamed, err := Unnamed(ctx, c, m)
	if unnamed {
		warnings = append(warnings, schema.WarningCodeItemNotNoticed)
	}
	return warnings, err
}

// Acknowledged are the warnings that stay with the meeting.
func Acknowledged(m *db.Meeting) []schema.WarningCode {
	warnings := make([]schema.WarningCode, len(m.Acknowledged))
	for i, code := range m.Acknowledged {
		warnings[i] = schema.WarningCode(code)
	}
	return warnings
}
