package command

import (
	"context"

	"sifang/ent"
	"sifang/ent/db"
	"sifang/ent/power"
	"sifang/schema/ident"
	"sifang/schema/mandate"
)

// poster is whose posting something is: the organization, and the meeting if it
// belongs to one.
type poster struct {
	organization ident.ID
	meeting      *db.Meeting // nil if it belongs to none
}

// postedBy finds whose posting something is, by what it is about.
func postedBy(ctx context.Context, tx *ent.Tx, p *db.Publication) (poster, error) {
	switch {
	case p.OrganizationID != nil:
		return poster{organization: *p.OrganizationID}, nil
	case p.MembershipID != nil:
		m, err := tx.Membership.Get(ctx, *p.MembershipID)
		if err != nil {
			return poster{}, err
		}
		return poster{organization: m.OrganizationID}, nil
	case p.ResolutionID != nil:
		r, err := tx.Resolution.Get(ctx, *p.ResolutionID)
		if err != nil {
			return poster{}, err
		}
		item, err := tx.AgendaItem.Get(ctx, r.AgendaItemID)
		if err != nil {
			return poster{}, err
		}
		m, err := tx.Meeting.Get(ctx, item.MeetingID)
		return poster{organization: r.OrganizationID, meeting: m}, err
	}
	id, err := meetingOf(ctx, tx, p)
	if err != nil {
		return poster{}, err
	}
	m, err := tx.Meeting.Get(ctx, id)
	if err != nil {
		return poster{}, err
	}
	return poster{organization: m.OrganizationID, meeting: m}, nil
}

// meetingOf is the meeting that a posting about nothing else belongs to.
func meetingOf(ctx context.Context, tx *ent.Tx, p *db.Publication) (ident.ID, error) {
	switch {
	case p.MeetingID != nil:
		return *p.MeetingID, nil
	case p.RollID != nil:
		r, err := tx.Roll.Get(ctx, *p.RollID)
		if err != nil {
			return ident.ID{}, err
		}
		return r.MeetingID, nil
	case p.MinutesID != nil:
		edition, err := tx.Minutes.Get(ctx, *p.MinutesID)
		if err != nil {
			return ident.ID{}, err
		}
		return edition.MeetingID, nil
	}
	v, err := tx.Vote.Get(ctx, *p.VoteID)
	if err != nil {
		return ident.ID{}, err
	}
	item, err := tx.AgendaItem.Get(ctx, v.AgendaItemID)
	if err != nil {
		return ident.ID{}, err
	}
	return item.MeetingID, nil
}

// may asks the mandate of those who direct the meeting, or the organization where
// there is none.
func (p poster) may(ctx context.Context, tx *ent.Tx, verb string, about ident.ID) (mandate.Grant, error) {
	if p.meeting == nil {
		subject, err := ofOrganization(ctx, tx, p.organization)
		if err != nil {
			return mandate.Grant{}, err
		}
		return may(ctx, tx, verb, about, subject)
	}
	subject, err := power.OfMeeting(ctx, tx.Client, tx.Today, p.meeting)
	if err != nil {
		return mandate.Grant{}, err
	}
	return may(ctx, tx, verb, about, subject)
}
