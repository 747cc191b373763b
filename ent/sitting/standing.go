package sitting

import (
	"context"

	"sifang/ent/db"
	"sifang/ent/db/linkageparty"
	"sifang/ent/db/membership"
	"sifang/ent/db/partydelegate"
	"sifang/ent/power"
	"sifang/ent/seating"
	"sifang/schema/day"
	"sifang/schema/ident"
	"sifang/schema/mandate"
	"sifang/schema/seat"
)

// Standing is what somebody is in a meeting.
type Standing struct {
	// Belongs: the person is of those who meet, with a vote or without.
	Belongs bool
	// Votes: the person counts for the quorum.
	Votes bool
}

// StandingOf tells what somebody is in a meeting on the day: for a party of
// its linkage, or, without one, as a member of the organization that meets.
//
// For a party its authorised delegates count, and the holders of statutory
// seats in its organization, provided that the party has a vote at all. At
// a meeting of a linkage only parties count, so whoever comes for none is
// there without a vote.
func StandingOf(ctx context.Context, c *db.Client, m *db.Meeting, party *db.LinkageParty, person ident.ID, on day.Date) (Standing, error) {
	if party == nil {
		s, err := memberOf(ctx, c, m, m.OrganizationID, person, on)
		s.Votes = s.Votes && m.LinkageID == nil
		return s, err
	}
	delegate, err := c.PartyDelegate.Query().Where(
		partydelegate.PartyID(party.ID), partydelegate.PersonID(person),
		partydelegate.FromLTE(on), partydelegate.Or(partydelegate.ToIsNil(), partydelegate.ToGT(on))).Exist(ctx)
	if err != nil {
		return Standing{}, err
	}
	if delegate {
		return Standing{Belongs: true, Votes: party.Votes}, nil
	}
	s, err := memberOf(ctx, c, m, party.OrganizationID, person, on)
	s.Votes = s.Votes && party.Votes
	return s, err
}

// memberOf tells what somebody is in an organization.
func memberOf(ctx context.Context, c *db.Client, m *db.Meeting, organization, person ident.ID, on day.Date) (Standing, error) {
	held, err := seating.On(c, on).Holdings(ctx, membership.And(
		membership.OrganizationID(organization), membership.PersonID(person)))
	var s Standing
	for _, h := range held {
		s.Belongs = s.Belongs || seat.Effective(h, on)
		s.Votes = s.Votes || votes(h, m.Kind, on)
	}
	return s, err
}

// Attends reports whether the person is of those who meet, in whatever
// capacity.
func Attends(ctx context.Context, c *db.Client, m *db.Meeting, person ident.ID, on day.Date) (bool, error) {
	s, err := StandingOf(ctx, c, m, nil, person, on)
	if err != nil || s.Belongs || m.LinkageID == nil {
		return s.Belongs, err
	}
	parties, err := c.LinkageParty.Query().Where(linkageparty.LinkageID(*m.LinkageID),
		linkageparty.FromLTE(on), linkageparty.Or(linkageparty.ToIsNil(), linkageparty.ToGT(on))).All(ctx)
	if err != nil {
		return false, err
	}
	for _, party := range parties {
		s, err := StandingOf(ctx, c, m, party, person, on)
		if err != nil || s.Belongs {
			return s.Belongs, err
		}
	}
	return false, nil
}

// OfAttendance is the subject of somebody's coming to a meeting: those who
// direct it may let anybody in, and those who meet come by themselves.
func OfAttendance(ctx context.Context, c *db.Client, on day.Date, m *db.Meeting, person ident.ID) (mandate.Subject, error) {
	s, err := power.OfMeeting(ctx, c, on, m)
	if err != nil || person.IsZero() {
		return s, err
	}
	attends, err := Attends(ctx, c, m, person, on)
	if attends {
		s.Persons = []ident.ID{person}
	}
	return s, err
}
