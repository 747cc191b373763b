package view

import (
	"context"

	"entgo.io/ent/dialect/sql"

	"sifang/ent/db"
	"sifang/ent/db/ballot"
	"sifang/ent/db/delivery"
	"sifang/ent/db/ownership"
	"sifang/ent/db/paperballot"
	"sifang/ent/db/proxy"
	"sifang/ent/db/roll"
	"sifang/ent/db/rollentry"
	"sifang/ent/db/unit"
	"sifang/ent/db/vote"
	"sifang/schema"
	"sifang/schema/day"
	"sifang/schema/flag"
	"sifang/schema/ident"
	"sifang/schema/rule"
)

// scrutiny is what is recorded about some votes: who took part, and who entered
// it. It never reads what a ballot says.
type scrutiny struct {
	client *db.Client
	today  day.Date
	items  map[ident.ID]*db.AgendaItem // with their meetings
	votes  []*db.Vote
	alerts map[ident.ID][]rule.Alert // by meeting
	days   int                       // the longest that an alert looks back
	rolls  map[ident.ID]*db.Roll     // by meeting
	facts  map[ident.ID]*flag.Facts  // by vote
}

func (s *scrutiny) gather(ctx context.Context, today day.Date) error {
	s.today, s.facts = today, map[ident.ID]*flag.Facts{}
	if len(s.votes) == 0 {
		return nil
	}
	for _, part := range []func(context.Context) error{
		s.alerted, s.electorates, s.cast, s.read, s.authorized, s.registered, s.delivered,
	} {
		if err := part(ctx); err != nil {
			return err
		}
	}
	return nil
}

// of are the facts of the votes in a meeting.
func (s *scrutiny) of(meeting ident.ID) []*flag.Facts {
	var all []*flag.Facts
	for _, v := range s.votes {
		if f := s.facts[v.ID]; f != nil && s.items[v.AgendaItemID].MeetingID == meeting {
			all = append(all, f)
		}
	}
	return all
}

// electorates reads the rolls. Before one is frozen nothing is known of a vote.
func (s *scrutiny) electorates(ctx context.Context) error {
	var meetings, ids []ident.ID
	for _, v := range s.votes {
		meetings = append(meetings, s.items[v.AgendaItemID].MeetingID)
	}
	rows, err := s.client.Roll.Query().Where(roll.MeetingIDIn(meetings...)).All(ctx)
	if err != nil {
		return err
	}
	s.rolls = map[ident.ID]*db.Roll{}
	for _, r := range rows {
		s.rolls[r.MeetingID], ids = r, append(ids, r.ID)
	}
	entries, err := counts(ctx, s.client.RollEntry.Query().Where(rollentry.RollIDIn(ids...),
		rollentry.Or(rollentry.StruckIsNil(), rollentry.Struck(false))).GroupBy(rollentry.FieldRollID).Aggregate(db.Count()))
	for _, v := range s.votes {
		r := s.rolls[s.items[v.AgendaItemID].MeetingID]
		if r == nil {
			continue
		}
		f := &flag.Facts{Entries: entries[r.ID], Area: r.Area, Frozen: day.Of(r.FrozenAt)}
		switch {
		case v.ClosedAt != nil:
			f.Ends = day.Of(*v.ClosedAt)
		case v.ClosesAt != nil:
			f.Ends = day.Of(*v.ClosesAt)
		}
		s.facts[v.ID] = f
	}
	return err
}

// ids are the votes of which something is known.
func (s *scrutiny) ids() []ident.ID {
	ids := make([]ident.ID, 0, len(s.facts))
	for _, v := range s.votes {
		if s.facts[v.ID] != nil {
			ids = append(ids, v.ID)
		}
	}
	return ids
}

// meetings are those whose roll is frozen, and rollIDs their rolls.
func (s *scrutiny) meetings() []ident.ID {
	var ids []ident.ID
	for id := range s.rolls {
		ids = append(ids, id)
	}
	return ids
}

func (s *scrutiny) rollIDs() []ident.ID {
	var ids []ident.ID
	for _, r := range s.rolls {
		ids = append(ids, r.ID)
	}
	return ids
}

// cast reads under which places somebody voted, and who did so for others.
func (s *scrutiny) cast(ctx context.Context) error {
	rows, err := s.client.Ballot.Query().Where(ballot.VoteIDIn(s.ids()...)).
		Select(ballot.FieldID, ballot.FieldVoteID, ballot.FieldEntryID, ballot.FieldAgentID, ballot.FieldProxyID,
			ballot.FieldChannel, ballot.FieldCastAt).Order(ballot.ByID()).All(ctx)
	voted := map[[2]ident.ID]bool{}
	for _, b := range rows {
		f, place := s.facts[b.VoteID], [2]ident.ID{b.VoteID, b.EntryID}
		if !voted[place] {
			voted[place] = true
			f.Voted++
		}
		if b.Channel != schema.BallotChannelPaper {
			f.Ballots = append(f.Ballots, flag.Ballot{ID: b.ID, At: b.CastAt})
		}
		if b.AgentID != nil {
			f.Cast = append(f.Cast, flag.Cast{Entry: b.EntryID, Agent: *b.AgentID, Proxy: value(b.ProxyID)})
		}
	}
	return err
}

// read reads who entered the papers of the meetings, and when.
func (s *scrutiny) read(ctx context.Context) error {
	rows, err := s.client.PaperBallot.Query().Where(paperballot.MeetingIDIn(s.meetings()...)).Select(
		paperballot.FieldID, paperballot.FieldMeetingID, paperballot.FieldEnteredAt, paperballot.FieldEnteredByID,
		paperballot.FieldCheckedAt, paperballot.FieldCheckedByID).Order(paperballot.ByID()).All(ctx)
	for _, row := range rows {
		for _, f := range s.of(row.MeetingID) {
			f.Papers = append(f.Papers, flag.Paper{
				ID: row.ID, First: value(row.EnteredByID), Second: value(row.CheckedByID),
				Entered: row.EnteredAt, Checked: value(row.CheckedAt),
			})
		}
	}
	return err
}

// authorized reads when the authorities for each vote were entered, also those
// that were taken back.
func (s *scrutiny) authorized(ctx context.Context) error {
	covered := vote.IDIn(s.ids()...)
	rows, err := s.client.Proxy.Query().Where(proxy.HasVotesWith(covered)).
		WithVotes(func(q *db.VoteQuery) { q.Where(covered).Select(vote.FieldID) }).Order(proxy.ByID()).All(ctx)
	for _, row := range rows {
		for _, v := range row.Edges.Votes {
			s.facts[v.ID].Proxies = append(s.facts[v.ID].Proxies, flag.Proxy{ID: row.ID, Granted: day.Of(row.GrantedAt)})
		}
	}
	return err
}

// registered reads which units on the rolls were entered in the register, or passed
// to somebody, in the days before.
func (s *scrutiny) registered(ctx context.Context) error {
	first := s.today
	for _, r := range s.rolls {
		first = day.Earliest(first, day.Of(r.FrozenAt).AddDays(-s.days))
	}
	onRoll := unit.HasRollEntriesWith(rollentry.RollIDIn(s.rollIDs()...))
	passed, err := s.client.Ownership.Query().Where(ownership.FromGTE(first), ownership.HasUnitWith(onRoll)).
		Select(ownership.FieldID, ownership.FieldUnitID, ownership.FieldFrom).Order(ownership.ByID()).All(ctx)
	if err != nil {
		return err
	}
	units, err := s.client.Unit.Query().Where(onRoll,
		unit.Or(unit.RecordedAtGTE(first.Start()), unit.HasOwnershipsWith(ownership.FromGTE(first)))).
		Select(unit.FieldID, unit.FieldExclusiveArea, unit.FieldRecordedAt).Order(unit.ByID()).All(ctx)
	if err != nil {
		return err
	}
	rolls, err := s.rolled(ctx)
	changes := map[ident.ID][]flag.Change{}
	areas := map[ident.ID]schema.FloorArea{}
	for _, u := range units {
		areas[u.ID] = u.ExclusiveArea
		changes[u.ID] = append(changes[u.ID], flag.Change{Unit: u.ID, Area: u.ExclusiveArea, Registered: true, On: day.Of(u.RecordedAt)})
	}
	for _, o := range passed {
		changes[o.UnitID] = append(changes[o.UnitID], flag.Change{Unit: o.UnitID, Area: areas[o.UnitID], On: o.From})
	}
	for meeting, r := range s.rolls {
		for _, f := range s.of(meeting) {
			for _, id := range rolls[r.ID] {
				f.Changes = append(f.Changes, changes[id]...)
			}
		}
	}
	return err
}

// rolled are the units of each roll. They are read along the rolls, because a
// statement has no room for all of them.
func (s *scrutiny) rolled(ctx context.Context) (map[ident.ID][]ident.ID, error) {
	var rows []struct {
		Roll ident.ID `json:"roll_id"`
		Unit ident.ID `json:"unit"`
	}
	err := s.client.RollEntry.Query().Where(rollentry.RollIDIn(s.rollIDs()...), func(q *sql.Selector) {
		link := sql.Dialect(q.Dialect()).Table(rollentry.UnitsTable)
		q.Join(link).On(q.C(rollentry.FieldID), link.C(rollentry.UnitsPrimaryKey[0]))
		q.AppendSelectAs(link.C(rollentry.UnitsPrimaryKey[1]), "unit")
	}).Order(rollentry.ByPosition()).Select(rollentry.FieldRollID).Scan(ctx, &rows)
	all := map[ident.ID][]ident.ID{}
	for _, row := range rows {
		all[row.Roll] = append(all[row.Roll], row.Unit)
	}
	return all, err
}

// delivered reads who brought papers from door to door, and when.
func (s *scrutiny) delivered(ctx context.Context) error {
	onRoll, brought := rollentry.RollIDIn(s.rollIDs()...), delivery.MethodEQ(schema.DeliveryMethodInPerson)
	entries, err := s.client.RollEntry.Query().Where(onRoll, rollentry.HasDeliveriesWith(brought)).
		Select(rollentry.FieldID, rollentry.FieldRollID).All(ctx)
	if err != nil {
		return err
	}
	rows, err := s.client.Delivery.Query().Where(brought, delivery.HasEntryWith(onRoll)).Select(delivery.FieldID,
		delivery.FieldEntryID, delivery.FieldDeliveredAt, delivery.FieldRecordedByID).Order(delivery.ByID()).All(ctx)
	rolls := make(map[ident.ID]ident.ID, len(entries))
	for _, e := range entries {
		rolls[e.ID] = e.RollID
	}
	for meeting, r := range s.rolls {
		for _, f := range s.of(meeting) {
			for _, row := range rows {
				if rolls[row.EntryID] == r.ID {
					f.Deliveries = append(f.Deliveries, flag.Delivery{ID: row.ID, By: value(row.RecordedByID), At: row.DeliveredAt})
				}
			}
		}
	}
	return err
}
