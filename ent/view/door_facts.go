package view

import (
	"context"

	"entgo.io/ent/dialect/sql"

	"sifang/ent/db"
	"sifang/ent/db/area"
	"sifang/ent/db/ballot"
	"sifang/ent/db/delivery"
	"sifang/ent/db/paperballot"
	"sifang/ent/db/roll"
	"sifang/ent/db/rollentry"
	"sifang/ent/db/unit"
	"sifang/ent/poll"
	"sifang/schema"
	"sifang/schema/fault"
	"sifang/schema/ident"
	"sifang/schema/rule"
	"sifang/schema/tally"
)

// DoorQuorum is how the quorum of a vote stands with what came in so far.
type DoorQuorum struct {
	Met      bool
	Clauses  []ClauseReport
	Sentence fault.Words
}

// doorList reads the roll of a meeting for a vote in it; nil before it is frozen.
func (p Present) doorList(ctx context.Context, v *db.Vote, m *db.Meeting, asked Doors) (*DoorList, error) {
	c := p.store.Read()
	r, err := c.Roll.Query().Where(roll.MeetingID(m.ID)).Only(ctx)
	if db.IsNotFound(err) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	pinned, err := rule.Parse(v.Rule)
	if err != nil {
		return nil, err
	}
	entries, err := doorEntries(ctx, c, v, r, pinned)
	if err != nil {
		return nil, err
	}
	list := asked.list(entries)
	list.Quorum, err = p.doorQuorum(ctx, v, r)
	return list, err
}

// doorEntries are all entries of a roll that stand, in their order.
func doorEntries(ctx context.Context, c *db.Client, v *db.Vote, r *db.Roll, pinned rule.Rule) ([]*DoorEntry, error) {
	rows, err := c.RollEntry.Query().Where(rollentry.RollID(r.ID), rollentry.Or(rollentry.StruckIsNil(), rollentry.Struck(false))).
		Order(rollentry.ByPosition()).Select(rollentry.FieldID, rollentry.FieldPosition, rollentry.FieldPremises, rollentry.FieldHeads,
		rollentry.FieldArea, rollentry.FieldHouseholds, rollentry.FieldBuildingID).All(ctx)
	if err != nil {
		return nil, err
	}
	places, err := unitPlaces(ctx, c, r.ID)
	if err != nil {
		return nil, err
	}
	reached, err := reached(ctx, c, r.ID, pinned)
	if err != nil {
		return nil, err
	}
	came, err := cameIn(ctx, c, v, r)
	if err != nil {
		return nil, err
	}
	entries := make([]*DoorEntry, len(rows))
	for i, row := range rows {
		entries[i] = &DoorEntry{
			Position: row.Position, Premises: row.Premises, PlaceID: calledOn(row.BuildingID, places[row.ID]), EntryID: row.ID,
			Heads: value(row.Heads), Area: value(row.Area), Households: value(row.Households), Served: reached[row.ID],
		}
		if v.Method == schema.VoteMethodNamed {
			voted := came[row.ID]
			entries[i].Voted = &voted
		}
	}
	return entries, nil
}

// unitPlaces are the areas in which the units of each entry lie. A roll may have
// more entries than a statement has room for, so they are read along the roll.
func unitPlaces(ctx context.Context, c *db.Client, id ident.ID) (map[ident.ID][]*db.Area, error) {
	var rows []struct {
		ID   ident.ID `json:"id"`
		Area ident.ID `json:"place"`
	}
	err := c.RollEntry.Query().Where(rollentry.RollID(id), func(s *sql.Selector) {
		link, units := sql.Dialect(s.Dialect()).Table(rollentry.UnitsTable), sql.Dialect(s.Dialect()).Table(unit.Table)
		s.Join(link).On(s.C(rollentry.FieldID), link.C(rollentry.UnitsPrimaryKey[0]))
		s.Join(units).On(link.C(rollentry.UnitsPrimaryKey[1]), units.C(unit.FieldID))
		s.AppendSelectAs(units.C(unit.FieldAreaID), "place")
	}).Order(func(s *sql.Selector) { s.OrderBy("place") }).Select(rollentry.FieldID).Scan(ctx, &rows)
	if err != nil {
		return nil, err
	}
	known := map[ident.ID]*db.Area{}
	var ids []ident.ID
	for _, row := range rows {
		if _, ok := known[row.Area]; !ok {
			known[row.Area], ids = nil, append(ids, row.Area)
		}
	}
	areas, err := c.Area.Query().Where(area.IDIn(ids...)).All(ctx)
	for _, a := range areas {
		known[a.ID] = a
	}
	all := make(map[ident.ID][]*db.Area, len(rows))
	for _, row := range rows {
		if a := known[row.Area]; a != nil {
			all[row.ID] = append(all[row.ID], a)
		}
	}
	return all, err
}

// reached are the entries to which a ballot came with the agenda and, where the
// rule counts silence, with what silence means. What was posted reached nobody.
func reached(ctx context.Context, c *db.Client, id ident.ID, pinned rule.Rule) (map[ident.ID]bool, error) {
	query := c.Delivery.Query().Where(delivery.HasEntryWith(rollentry.RollID(id)),
		delivery.MethodNEQ(schema.DeliveryMethodPosted), delivery.AgendaTold(true))
	if pinned.Deemed != nil {
		query.Where(delivery.ConsequenceTold(true))
	}
	rows, err := query.Select(delivery.FieldID, delivery.FieldEntryID).All(ctx)
	all := make(map[ident.ID]bool, len(rows))
	for _, row := range rows {
		all[row.EntryID] = true
	}
	return all, err
}

// cameIn are the entries under which a ballot came in for the vote, or a paper
// that is still to be read a second time.
func cameIn(ctx context.Context, c *db.Client, v *db.Vote, r *db.Roll) (map[ident.ID]bool, error) {
	ballots, err := c.Ballot.Query().Where(ballot.VoteID(v.ID)).Select(ballot.FieldID, ballot.FieldEntryID).All(ctx)
	if err != nil {
		return nil, err
	}
	papers, err := c.PaperBallot.Query().Where(paperballot.MeetingID(r.MeetingID),
		paperballot.StatusIn(schema.PaperBallotStatusEntered, schema.PaperBallotStatusMismatched)).
		Select(paperballot.FieldID, paperballot.FieldEntryID).All(ctx)
	all := make(map[ident.ID]bool, len(ballots)+len(papers))
	for _, b := range ballots {
		all[b.EntryID] = true
	}
	for _, paper := range papers {
		all[paper.EntryID] = true
	}
	return all, err
}

// doorQuorum judges what came in so far by the quorum of the pinned rule. Before
// the vote is opened nothing has come in.
func (p Present) doorQuorum(ctx context.Context, v *db.Vote, r *db.Roll) (*DoorQuorum, error) {
	now := p.store.Now()
	as := *v
	if as.OpenedAt == nil {
		as.OpenedAt, as.RollID = &now, &r.ID
	}
	facts, err := poll.Gather(ctx, p.store.Read(), &as, now)
	if err != nil {
		return nil, err
	}
	facts.Count.Open = false // what may still come is not asked for
	judged, err := tally.Judge(facts.Rule, facts.Count)
	if _, unfit := fault.Of(err); unfit {
		return nil, nil
	}
	return &DoorQuorum{
		Met: judged.Quorum.Met, Clauses: clauses(judged.Quorum, true), Sentence: fault.Words(judged.Quorum.Shortfall()),
	}, err
}
