package command_test

import (
	"context"
	"fmt"
	"slices"
	"testing"

	"sifang/ent"
	"sifang/ent/command"
	"sifang/ent/db"
	"sifang/ent/db/rollentry"
	"sifang/schema"
	"sifang/schema/ident"
)

// assembly is a council whose owners' committee calls the owners together, in an
// estate of two buildings: the first has two entrances, the second none.
type assembly struct {
	*council
	first, second ident.ID    // buildings
	entrances     [2]ident.ID // of the first
	sitting       ident.Meeting
}

func eachAssembly(t *testing.T, test func(a *assembly)) {
	t.Helper()
	eachCouncil(t, func(c *council) { test(newAssembly(c)) })
}

// perCase is eachAssembly for one of several cases.
func perCase(t *testing.T, name string, test func(a *assembly)) {
	t.Helper()
	t.Run(name, func(t *testing.T) { eachAssembly(t, test) })
}

func newAssembly(c *council) *assembly {
	c.Helper()
	a := &assembly{council: c}
	a.first = c.area(schema.AreaKindBuilding, "1号楼", c.estate)
	a.second = c.area(schema.AreaKindBuilding, "2号楼", c.estate)
	a.entrances = [2]ident.ID{c.area(schema.AreaKindEntrance, "1单元", a.first), c.area(schema.AreaKindEntrance, "2单元", a.first)}
	a.sitting = a.announced(a.written())
	return a
}

// written is an assembly of owners in writing, three weeks ahead.
func (a *assembly) written() command.DraftMeetingInput {
	in := a.session()
	in.Kind, in.Form, in.Title, in.Venue = schema.MeetingKindAssembly, schema.MeetingFormWritten, "业主大会", nil
	in.StartsAt = a.clock.Now().Add(21 * oneDay)
	in.EndsAt = in.StartsAt.Add(30 * oneDay)
	return in
}

// announced is a meeting that was called with an item on its agenda.
func (a *assembly) announced(in command.DraftMeetingInput) ident.Meeting {
	a.Helper()
	m := a.draft(in)
	item, err := a.do.AddAgendaItem(a.asChair, command.AddAgendaItemInput{MeetingID: m, ProposalID: a.proposal("选聘物业公司", "PROPERTY_COMPANY_SELECTION")})
	done(a.town, item, err)
	p, err := a.do.CallMeeting(a.asChair, command.CallMeetingInput{MeetingID: m, Place: "公告栏"})
	done(a.town, p, err)
	return m
}

// lot is a unit with its owners.
type lot struct {
	in         ident.ID // the estate if zero
	number     string
	area       schema.FloorArea // 100.00 if zero
	use        schema.UnitUse
	status     schema.DeliveryStatus
	mute       bool // carries no votes
	owners     []ident.ID
	designated ident.ID
}

// builds registers units and their owners since 2020, and answers the units.
func (a *assembly) builds(lots ...lot) []ident.ID {
	a.Helper()
	ids := make([]ident.ID, len(lots))
	a.write(func(ctx context.Context, tx *ent.Tx) (ident.ID, error) {
		var units []*db.UnitCreate
		var ownerships []*db.OwnershipCreate
		for i, l := range lots {
			ids[i] = ident.New(ident.KindUnit, tx.Now)
			units = append(units, tx.Unit.Create().SetID(ids[i]).SetCommunityID(a.community).SetAreaID(orElse(l.in, a.estate)).
				SetNumber(l.number).SetUse(orElse(l.use, schema.UnitUseDwelling)).SetExclusiveArea(orElse(l.area, 10_000)).
				SetAreaSource(schema.AreaSourceRegistered).SetDeliveryStatus(orElse(l.status, schema.DeliveryStatusDelivered)).
				SetCountsForVoting(!l.mute))
			for _, owner := range l.owners {
				o := tx.Ownership.Create().SetCommunityID(a.community).SetUnitID(ids[i]).
					SetDesignatedVoter(owner == l.designated).SetFrom(*on("2020-01-01"))
				if owner.Kind() == ident.KindPerson {
					o.SetPersonID(owner)
				} else {
					o.SetOrganizationID(owner)
				}
				ownerships = append(ownerships, o)
			}
		}
		if err := tx.Unit.CreateBulk(units...).Exec(ctx); err != nil {
			return ident.Nil, err
		}
		return a.community, tx.Ownership.CreateBulk(ownerships...).Exec(ctx)
	})
	return ids
}

func orElse[T comparable](value, usual T) T {
	var none T
	if value == none {
		return usual
	}
	return value
}

// people are so many persons of the community.
func (a *assembly) people(n int) []ident.ID {
	a.Helper()
	ids := make([]ident.ID, n)
	for i := range ids {
		ids[i] = ident.New(ident.KindPerson, a.store.Now())
	}
	name := 0
	for some := range slices.Chunk(ids, 1000) {
		a.write(func(ctx context.Context, tx *ent.Tx) (ident.ID, error) {
			rows := make([]*db.PersonCreate, len(some))
			for i, id := range some {
				rows[i] = tx.Person.Create().SetID(id).SetCommunityID(a.community).SetName(fmt.Sprintf("业主%d", name+i+1))
			}
			return a.community, tx.Person.CreateBulk(rows...).Exec(ctx)
		})
		name += len(some)
	}
	return ids
}

// flats are so many flats of 100.00 in an area, each of somebody else.
func (a *assembly) flats(n int, in ident.ID, size schema.FloorArea) []lot {
	a.Helper()
	lots := make([]lot, n)
	for i, owner := range a.people(n) {
		lots[i] = lot{in: in, number: fmt.Sprint(101 + i), area: size, owners: []ident.ID{owner}}
	}
	return lots
}

func (a *assembly) freezing() command.FreezeRollInput {
	return command.FreezeRollInput{MeetingID: a.sitting}
}

// frozen freezes the roll and answers it.
func (a *assembly) frozen(in command.FreezeRollInput) *db.Roll {
	a.Helper()
	p, err := a.do.FreezeRoll(a.asChair, in)
	return get(a.town, a.store.Read().Roll.Get, done(a.town, p, err).RollID)
}

// lines are the entries of a roll with their voters and units.
func (a *assembly) lines(r ident.ID) []*db.RollEntry {
	a.Helper()
	rows, err := a.store.Read().RollEntry.Query().Where(rollentry.RollID(r)).WithDelegates().WithUnits().
		Order(rollentry.ByPosition()).All(ent.Unguarded(a.Context()))
	a.must(err)
	return rows
}

// totals asserts what a roll counts, and that its entries add up to it.
func (a *assembly) totals(r *db.Roll, units, heads int, area schema.FloorArea) {
	a.Helper()
	is(a.council, "units", r.Units, units)
	is(a.council, "heads", r.Heads, heads)
	is(a.council, "area", r.Area, area)
	for _, e := range a.lines(r.ID) {
		units, heads, area = units-len(e.Edges.Units), heads-*e.Heads, area-*e.Area
	}
	is(a.council, "units beyond the entries", units, 0)
	is(a.council, "heads beyond the entries", heads, 0)
	is(a.council, "area beyond the entries", area, 0)
}

// under is the entry that votes for a unit.
func (a *assembly) under(r, unit ident.ID) *db.RollEntry {
	a.Helper()
	for _, e := range a.lines(r) {
		if slices.ContainsFunc(e.Edges.Units, func(u *db.Unit) bool { return u.ID == unit }) {
			return e
		}
	}
	a.Fatal("no entry votes for the unit")
	return nil
}

// voters asserts who may vote under an entry.
func (a *assembly) voters(e *db.RollEntry, want ...ident.ID) {
	a.Helper()
	var got []ident.ID
	for _, p := range e.Edges.Delegates {
		got = append(got, p.ID)
	}
	if e.PersonID != nil && e.AmendedByID == nil {
		got = append(got, *e.PersonID)
	}
	for _, one := range want {
		if !slices.Contains(got, one) {
			a.Errorf("%s cannot vote under %s", one, e.Label)
		}
	}
	is(a.council, "voters under "+e.Label, len(got), len(want))
}

// kept is everything that the verbs about rolls write.
func (a *assembly) kept() []string {
	a.Helper()
	ctx, read := ent.Unguarded(a.Context()), a.store.Read()
	var all []string
	rolls, err := read.Roll.Query().All(ctx)
	a.must(err)
	for _, r := range rolls {
		all = append(all, r.ID.String())
		for _, e := range a.lines(r.ID) {
			all = append(all, fmt.Sprint(e.ID, e.Label, *e.Heads, *e.Area, e.Struck != nil && *e.Struck, len(e.Edges.Delegates)))
		}
	}
	amendments, err := read.RollAmendment.Query().All(ctx)
	a.must(err)
	for _, one := range amendments {
		all = append(all, fmt.Sprint(one.ID, one.Status))
	}
	deliveries, err := read.Delivery.Query().IDs(ctx)
	a.must(err)
	all = append(all, fmt.Sprint(deliveries))
	ownerships, err := read.Ownership.Query().All(ctx)
	a.must(err)
	for _, o := range ownerships {
		all = append(all, fmt.Sprint(o.ID, o.DesignatedVoter))
	}
	slices.Sort(all)
	return all
}

// keeps asserts that a verb refuses each input by name, and that nothing of
// rolls moved.
func keeps[I, P any](a *assembly, verb func(context.Context, I) (*P, error), cases []refusal[I]) {
	a.Helper()
	before := a.kept()
	refused(a.council, verb, cases)
	if after := a.kept(); !slices.Equal(before, after) {
		a.Errorf("the refusals changed\n%v\nto\n%v", before, after)
	}
}

// polls is a vote on the roll, in some state.
func (a *assembly) polls(r *db.Roll, status schema.VoteStatus) ident.Vote {
	a.Helper()
	items, err := a.store.Read().AgendaItem.Query().All(ent.Unguarded(a.Context()))
	a.must(err)
	item := items[slices.IndexFunc(items, func(i *db.AgendaItem) bool { return i.MeetingID == r.MeetingID })]
	v := ident.Vote{ID: a.vote(ident.AgendaItem{ID: item.ID}, status)}
	a.write(func(ctx context.Context, tx *ent.Tx) (ident.ID, error) {
		return v.ID, tx.Vote.UpdateOneID(v.ID).SetRollID(r.ID).Exec(ctx)
	})
	return v
}

// casts gives a ballot under an entry.
func (a *assembly) casts(v ident.Vote, e *db.RollEntry, voter ident.ID) {
	a.Helper()
	a.write(func(ctx context.Context, tx *ent.Tx) (ident.ID, error) {
		return e.ID, tx.Ballot.Create().SetCommunityID(a.community).SetVoteID(v.ID).SetEntryID(e.ID).SetPersonID(voter).
			SetChoice(schema.BallotChoiceFor).SetChannel(schema.BallotChannelOnline).SetStatus(schema.BallotStatusValid).
			SetSettled(false).SetCastAt(tx.Now).Exec(ctx)
	})
}

// file is a document of the community.
func (a *assembly) file(community ident.ID) ident.Document {
	a.Helper()
	return ident.Document{ID: a.write(func(ctx context.Context, tx *ent.Tx) (ident.ID, error) {
		d, err := tx.Document.Create().SetCommunityID(community).SetName("同意书.pdf").SetMediaType("application/pdf").SetSize(1).
			SetSha256("00").SetUploadedAt(tx.Now).SetUploadedByID(a.chair).Save(ctx)
		if err != nil {
			return ident.Nil, err
		}
		return d.ID, nil
	})}
}
