package view

import (
	"context"

	"sifang/ent/db"
	"sifang/ent/db/delivery"
	"sifang/ent/db/organization"
	"sifang/ent/db/predicate"
	"sifang/ent/db/proposal"
	"sifang/ent/db/publication"
	"sifang/ent/db/recusal"
	"sifang/ent/db/resolution"
	"sifang/ent/db/roll"
	"sifang/ent/db/rollentry"
	"sifang/ent/poll"
	"sifang/ent/sitting"
	"sifang/schema"
	"sifang/schema/day"
	"sifang/schema/ident"
	"sifang/schema/posting"
)

// inspection is what some votes are held against.
type inspection struct {
	present Present
	client  *db.Client
	votes   []*db.Vote

	items     map[ident.ID]*db.AgendaItem // with their meetings
	matters   map[ident.ID]string         // by proposal
	kinds     map[ident.ID]schema.OrganizationKind
	laws      map[ident.ID]sitting.Law // by meeting
	rolls     map[ident.ID]*db.Roll    // by meeting
	entries   map[ident.ID]int         // by roll
	reached   map[ident.ID]int         // by roll: with the agenda
	warned    map[ident.ID]int         // by roll: and with what silence means
	recusals  map[ident.ID][]*db.Recusal
	verdicts  map[ident.ID]*db.Verdict // by vote, the last
	objected  map[ident.ID]poll.Objections
	notices   map[ident.ID]*db.Publication // by meeting, the first
	results   map[ident.ID]*db.Publication // by vote, the last
	issued    map[ident.ID]*db.Resolution  // by vote, the first
	announced map[ident.ID]*db.Publication // by resolution, the first
	checks    map[ident.ID][]posting.Check // by publication
}

func (g *inspection) gather(ctx context.Context, verdicts []*db.Verdict) error {
	g.verdicts = make(map[ident.ID]*db.Verdict, len(verdicts))
	for _, row := range verdicts {
		g.verdicts[row.VoteID] = row
	}
	var err error
	if g.items, err = g.present.around(ctx, g.votes); err != nil {
		return err
	}
	if g.objected, err = poll.ObjectionsTo(ctx, g.client, g.votes...); err != nil {
		return err
	}
	for _, part := range []func(context.Context) error{g.law, g.electorate, g.asides, g.resolutions, g.postings} {
		if err := part(ctx); err != nil {
			return err
		}
	}
	return nil
}

// law reads what binds each meeting: on the day of its notice or, before it is
// called, today. Meetings of one day are asked about at once.
func (g *inspection) law(ctx context.Context) error {
	byDay := map[day.Date][]*db.Meeting{}
	var proposals, organizations []ident.ID
	seen := map[ident.ID]bool{}
	for _, item := range g.items {
		proposals = append(proposals, item.ProposalID)
		m := item.Edges.Meeting
		if seen[m.ID] {
			continue
		}
		seen[m.ID] = true
		organizations = append(organizations, m.OrganizationID)
		on := day.Of(g.present.store.Now())
		if m.NoticedAt != nil {
			on = day.Of(*m.NoticedAt)
		}
		byDay[on] = append(byDay[on], m)
	}
	g.laws = map[ident.ID]sitting.Law{}
	for on, meetings := range byDay {
		laws, err := sitting.Laws(ctx, g.client, on, meetings...)
		if err != nil {
			return err
		}
		for i, m := range meetings {
			g.laws[m.ID] = laws[i]
		}
	}
	bodies, err := g.client.Organization.Query().Where(organization.IDIn(organizations...)).All(ctx)
	if err != nil {
		return err
	}
	g.kinds = make(map[ident.ID]schema.OrganizationKind, len(bodies))
	for _, o := range bodies {
		g.kinds[o.ID] = o.Kind
	}
	about, err := g.client.Proposal.Query().Where(proposal.IDIn(proposals...)).All(ctx)
	g.matters = make(map[ident.ID]string, len(about))
	for _, one := range about {
		g.matters[one.ID] = one.Matter
	}
	return err
}

// electorate reads the rolls, and how many of their entries were reached.
func (g *inspection) electorate(ctx context.Context) error {
	var meetings, ids []ident.ID
	for _, item := range g.items {
		meetings = append(meetings, item.MeetingID)
	}
	rolls, err := g.client.Roll.Query().Where(roll.MeetingIDIn(meetings...)).All(ctx)
	if err != nil {
		return err
	}
	g.rolls = make(map[ident.ID]*db.Roll, len(rolls))
	for _, r := range rolls {
		g.rolls[r.MeetingID], ids = r, append(ids, r.ID)
	}
	told := delivery.And(delivery.MethodNEQ(schema.DeliveryMethodPosted), delivery.AgendaTold(true))
	for _, one := range []struct {
		to    *map[ident.ID]int
		which []predicate.RollEntry
	}{
		{&g.entries, nil},
		{&g.reached, []predicate.RollEntry{rollentry.HasDeliveriesWith(told)}},
		{&g.warned, []predicate.RollEntry{rollentry.HasDeliveriesWith(told, delivery.ConsequenceTold(true))}},
	} {
		*one.to, err = counts(ctx, g.client.RollEntry.Query().Where(append(one.which, rollentry.RollIDIn(ids...),
			rollentry.Or(rollentry.StruckIsNil(), rollentry.Struck(false)))...).GroupBy(rollentry.FieldRollID).Aggregate(db.Count()))
		if err != nil {
			return err
		}
	}
	return nil
}

func (g *inspection) asides(ctx context.Context) error {
	var ids []ident.ID
	for id := range g.items {
		ids = append(ids, id)
	}
	rows, err := g.client.Recusal.Query().Where(recusal.AgendaItemIDIn(ids...)).All(ctx)
	g.recusals = make(map[ident.ID][]*db.Recusal, len(ids))
	for _, row := range rows {
		g.recusals[row.AgendaItemID] = append(g.recusals[row.AgendaItemID], row)
	}
	return err
}

func (g *inspection) resolutions(ctx context.Context) error {
	ids := make([]ident.ID, len(g.votes))
	for i, v := range g.votes {
		ids[i] = v.ID
	}
	rows, err := g.client.Resolution.Query().Where(resolution.VoteIDIn(ids...)).Order(db.Desc(resolution.FieldID)).All(ctx)
	g.issued = make(map[ident.ID]*db.Resolution, len(rows))
	for _, row := range rows {
		g.issued[*row.VoteID] = row
	}
	return err
}

// postings reads what was posted: of notices and resolutions the first, of
// results the last, which the others led up to.
func (g *inspection) postings(ctx context.Context) error {
	var votes, meetings, resolutions []ident.ID
	for _, v := range g.votes {
		votes, meetings = append(votes, v.ID), append(meetings, g.items[v.AgendaItemID].MeetingID)
	}
	for _, r := range g.issued {
		resolutions = append(resolutions, r.ID)
	}
	rows, err := g.client.Publication.Query().Where(publication.Or(
		publication.And(publication.KindEQ(schema.PublicationKindNotice), publication.MeetingIDIn(meetings...)),
		publication.And(publication.KindEQ(schema.PublicationKindResult), publication.VoteIDIn(votes...)),
		publication.And(publication.KindEQ(schema.PublicationKindResolution), publication.ResolutionIDIn(resolutions...)),
	)).Order(db.Asc(publication.FieldID)).All(ctx)
	g.notices, g.results, g.announced = map[ident.ID]*db.Publication{}, map[ident.ID]*db.Publication{}, map[ident.ID]*db.Publication{}
	for _, row := range rows {
		switch {
		case row.Kind == schema.PublicationKindResult:
			g.results[*row.VoteID] = row
		case row.Kind == schema.PublicationKindNotice && g.notices[*row.MeetingID] == nil:
			g.notices[*row.MeetingID] = row
		case row.Kind == schema.PublicationKindResolution && g.announced[*row.ResolutionID] == nil:
			g.announced[*row.ResolutionID] = row
		}
	}
	if err != nil {
		return err
	}
	g.checks, err = g.present.checks(ctx, rows)
	return err
}
