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
// its linkage, or, without one, as a member of the organization that meets; in
// an assembly of owners or a meeting of residents as one of these.
//
// For a party its authorised delegates count, and the holders of statutory
// seats in its organization, provided that the party has a vote at all. At
// a meeting of a linkage only parties count, so whoever comes for none is
// there without a vote.
func StandingOf(ctx context.Context, c *db.Client, m *db.Meeting, party *db.LinkageParty, person ident.ID, on day.Date) (Standing, error) {
	if party == nil {
		s, err := memberOf(ctx, c, m, m.OrganizationID, person, on)
		if err != nil {
			return s, err
		}
		among, err := massOf(ctx, c, on, person, []*db.Meeting{m})
		s.Belongs = s.Belongs || among.votes(m)
		s.Votes = s.Votes && m.LinkageID == nil || among.votes(m)
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
	at, err := belonging(ctx, c, on, person, []*db.Meeting{m})
	return at.meets(m), err
}

// OfAttendance is the subject of somebody's coming to a meeting: those who
// direct it may let anybody in, and those who meet come by themselves.
func OfAttendance(ctx context.Context, c *db.Client, on day.Date, m *db.Meeting, person ident.ID) (mandate.Subject, error) {
	all, err := OfAttendances(ctx, c, on, person, m)
	if err != nil {
		return mandate.Subject{}, err
	}
	return all[0], nil
}

// OfAttendances is OfAttendance for several meetings at once.
func OfAttendances(ctx context.Context, c *db.Client, on day.Date, person ident.ID, meetings ...*db.Meeting) ([]mandate.Subject, error) {
	subjects, err := power.OfMeetings(ctx, c, on, meetings...)
	if err != nil || person.IsZero() {
		return subjects, err
	}
	at, err := belonging(ctx, c, on, person, meetings)
	for i, m := range meetings {
		if at.meets(m) {
			subjects[i].Persons = []ident.ID{person}
		}
	}
	return subjects, err
}

// places are those in whose meetings somebody is of those who meet:
// organizations and linkages, and what they own or where they live.
type places struct {
	posts map[ident.ID]bool
	mass  mass
}

func (p places) meets(m *db.Meeting) bool {
	return p.posts[m.OrganizationID] || m.LinkageID != nil && p.posts[*m.LinkageID] || p.mass.votes(m)
}

// belonging are the places of somebody on the day: the organizations to which
// they belong in whatever capacity and, of the linkages that meet, those in which
// one of these is a party, or a party authorised them.
func belonging(ctx context.Context, c *db.Client, on day.Date, person ident.ID, meetings []*db.Meeting) (places, error) {
	at := places{posts: map[ident.ID]bool{}}
	held, err := seating.On(c, on).Holdings(ctx, membership.PersonID(person))
	if err != nil {
		return at, err
	}
	for _, h := range held {
		if seat.Effective(h, on) {
			at.posts[h.Organization.ID] = true
		}
	}
	if at.mass, err = massOf(ctx, c, on, person, meetings); err != nil {
		return at, err
	}
	return at, at.linkages(ctx, c, on, person, meetings)
}

// linkages adds the linkages.
func (p places) linkages(ctx context.Context, c *db.Client, on day.Date, person ident.ID, meetings []*db.Meeting) error {
	var linkages []ident.ID
	for _, m := range meetings {
		if m.LinkageID != nil {
			linkages = append(linkages, *m.LinkageID)
		}
	}
	if len(linkages) == 0 {
		return nil
	}
	sent := partydelegate.And(partydelegate.PersonID(person),
		partydelegate.FromLTE(on), partydelegate.Or(partydelegate.ToIsNil(), partydelegate.ToGT(on)))
	parties, err := c.LinkageParty.Query().Where(linkageparty.LinkageIDIn(linkages...),
		linkageparty.FromLTE(on), linkageparty.Or(linkageparty.ToIsNil(), linkageparty.ToGT(on))).
		WithDelegates(func(q *db.PartyDelegateQuery) { q.Where(sent) }).All(ctx)
	for _, one := range parties {
		if p.posts[one.OrganizationID] || len(one.Edges.Delegates) > 0 {
			p.posts[one.LinkageID] = true
		}
	}
	return err
}
