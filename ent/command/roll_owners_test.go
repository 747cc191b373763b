package command_test

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"

	"sifang/ent"
	"sifang/ent/command"
	"sifang/ent/db"
	"sifang/ent/poll"
	"sifang/schema"
	"sifang/schema/fault"
	"sifang/schema/ident"
)

// Of a flat that a couple own together either may vote, or the one they chose;
// it is one head of a hundred.
func TestRollOfCoOwners(t *testing.T) {
	for name, chosen := range map[string]bool{"either": false, "one": true} {
		perCase(t, name, func(a *assembly) {
			couple := a.people(2)
			flat := lot{number: "101", owners: couple}
			want := couple
			if chosen {
				flat.designated, want = couple[1], couple[1:]
			}
			theirs := a.builds(flat)[0]
			a.builds(a.flats(99, a.second, 0)...)
			r := a.frozen(a.freezing())
			a.totals(r, 100, 100, 1_000_000)
			e := a.under(r.ID, theirs)
			a.voters(e, want...)
			if e.PersonID != nil || e.Label != "业主1、业主2" || *e.Premises != "101" {
				a.Errorf("the couple stand there as %s, %s", e.Label, *e.Premises)
			}
			is(a.council, "the basis", *r.Basis, schema.RollBasisOwners)
			is(a.council, "drawn on", r.DrawnOn.String(), "2026-06-01")
		})
	}
}

// Ten of a hundred units belong to one owner, who is one head.
func TestRollOfAnOwnerOfTen(t *testing.T) {
	eachAssembly(t, func(a *assembly) {
		x := a.people(1)
		var ten []lot
		for i := range 10 {
			ten = append(ten, lot{in: a.entrances[i%2], number: fmt.Sprint(201 + i), area: 9_000, owners: x})
		}
		his := a.builds(ten...)
		a.builds(a.flats(90, a.second, 9_000)...)
		r := a.frozen(a.freezing())
		a.totals(r, 100, 91, 900_000)
		e := a.under(r.ID, his[0])
		is(a.council, "his units", len(e.Edges.Units), 10)
		is(a.council, "his area", *e.Area, 90_000)
		is(a.council, "his place", *e.PersonID, x[0])
		is(a.council, "his building", *e.BuildingID, a.first)
		is(a.council, "his numbers", *e.Premises, "1号楼 1单元 201、203、205、207、209；1号楼 2单元 202、204、206、208、210")
	})
}

// A couple's flat and his own are two heads, unless the bylaws merge them.
func TestRollOfCoupleAndHusband(t *testing.T) {
	for name, c := range map[string]struct {
		bylaws string
		heads  int
	}{"law": {"", 2}, "merged": {`"owners": {"mergeCoOwned": true}`, 1}, "units": {`"owners": {"heads": "UNIT"}`, 2}} {
		perCase(t, name, func(a *assembly) {
			a.bylaws(c.bylaws)
			couple := a.people(2)
			units := a.builds(lot{number: "101", owners: couple}, lot{number: "102", owners: couple[:1]})
			r := a.frozen(a.freezing())
			a.totals(r, 2, c.heads, 20_000)
			if c.heads == 1 {
				a.voters(a.under(r.ID, units[0]), couple[0])
			} else {
				a.voters(a.under(r.ID, units[0]), couple...)
			}
		})
	}
}

// bylaws are those of the owners' committee, in force since 2020.
func (a *assembly) bylaws(sections string) {
	a.Helper()
	if sections == "" {
		return
	}
	p, err := a.do.AdoptRuleSet(a.operator, command.AdoptRuleSetInput{
		Code: "BYLAWS", OrganizationID: organization(a.owners), Document: document("BYLAWS", sections), From: on("2020-01-01"),
	})
	done(a.town, p, err)
}

// The developer is one head for what is not sold and for what is sold and not
// handed over, and votes for both.
func TestRollWithADeveloper(t *testing.T) {
	eachAssembly(t, func(a *assembly) {
		developer := a.organization(schema.OrganizationKindOther, "开发商", ident.Nil, a.street)
		manager, clerk := a.person("项目负责人"), a.person("打字员")
		a.seat(manager, developer, schema.PostCategoryProjectManager)
		a.seat(clerk, developer, schema.PostCategoryOther)
		a.builds(a.flats(100, a.second, 0)...)
		var lots []lot
		for i := range 20 {
			lots = append(lots, lot{in: a.entrances[0], number: fmt.Sprint(101 + i), status: schema.DeliveryStatusUnsold, owners: []ident.ID{developer}})
		}
		for i, buyer := range a.people(10) {
			lots = append(lots, lot{in: a.entrances[1], number: fmt.Sprint(101 + i), status: schema.DeliveryStatusSoldUndelivered, owners: []ident.ID{buyer}})
		}
		units := a.builds(lots...)
		r := a.frozen(a.freezing())
		a.totals(r, 130, 101, 1_300_000)
		e := a.under(r.ID, units[0])
		is(a.council, "its area", *e.Area, 300_000)
		is(a.council, "who it is", *e.OrganizationID, developer)
		is(a.council, "its name", e.Label, "开发商")
		a.voters(e, manager)
		is(a.council, "what waits for a buyer", a.under(r.ID, units[29]).ID, e.ID)
	})
}

func TestRollWithoutDeveloper(t *testing.T) {
	eachAssembly(t, func(a *assembly) {
		a.builds(a.flats(2, a.second, 0)...)
		a.builds(lot{in: a.entrances[1], number: "302", status: schema.DeliveryStatusUnsold})
		keeps(a, a.do.FreezeRoll, []refusal[command.FreezeRollInput]{
			{"nobody holds what is unsold", a.asChair, a.freezing(), []fault.Code{fault.DeveloperUnknown}, ""},
		})
		_, err := a.do.FreezeRoll(a.asChair, a.freezing())
		if !strings.Contains(err.Error(), "1号楼 2单元 302") {
			a.Errorf("the refusal does not name the flat: %v", err)
		}
		// Where it does not vote, it does not matter.
		r := a.frozen(command.FreezeRollInput{MeetingID: a.sitting, ScopeAreaIDs: []ident.Area{{ID: a.second}}})
		a.totals(r, 2, 2, 20_000)
	})
}

// About a lift the owners of one entrance decide.
func TestRollOfAnEntrance(t *testing.T) {
	eachAssembly(t, func(a *assembly) {
		a.builds(a.flats(12, a.entrances[0], 0)...)
		a.builds(a.flats(5, a.entrances[1], 0)...)
		a.builds(a.flats(7, a.second, 0)...)
		scoped := func(ids ...ident.ID) command.FreezeRollInput {
			in := a.freezing()
			for _, id := range ids {
				in.ScopeAreaIDs = append(in.ScopeAreaIDs, ident.Area{ID: id})
			}
			return in
		}
		elsewhere := a.area(schema.AreaKindBuilding, "别处", a.community)
		keeps(a, a.do.FreezeRoll, []refusal[command.FreezeRollInput]{
			{"a building of another estate", a.asChair, scoped(a.first, elsewhere), []fault.Code{fault.RollScopeOutside}, "scopeAreaIds.1"},
			{"no area, the estate, and twice", a.asChair, scoped(ident.New(ident.KindArea, a.store.Now()), a.estate, a.first, a.first),
				[]fault.Code{fault.NotFound, fault.WrongKind, fault.ListedTwice}, "scopeAreaIds.0"},
			{"too many", a.asChair, scoped(make([]ident.ID, 201)...), []fault.Code{fault.TooMany}, "scopeAreaIds"},
		})
		r := a.frozen(scoped(a.entrances[0]))
		a.totals(r, 12, 12, 120_000)
		scope, err := r.QueryScope().IDs(a.visitor)
		a.must(err)
		if !slices.Equal(scope, []ident.ID{a.entrances[0]}) {
			a.Errorf("the scope is %v", scope)
		}
		other := *a
		other.sitting = a.announced(a.written())
		in := scoped(a.entrances[1], a.second)
		in.MeetingID = other.sitting
		other.totals(other.frozen(in), 12, 12, 120_000)
	})
}

// Whether parking spaces vote the bylaws say, or else the register.
func TestRollWithParking(t *testing.T) {
	for name, c := range map[string]struct {
		bylaws string
		units  int
	}{"silent": {"", 3}, "without": {`"owners": {"parkingCounts": false}`, 2}, "with": {`"owners": {"parkingCounts": true}`, 4}} {
		perCase(t, name, func(a *assembly) {
			a.bylaws(c.bylaws)
			owners := a.people(4)
			a.builds(
				lot{number: "101", owners: owners[:1]}, lot{number: "102", owners: owners[1:2]},
				lot{number: "车位1", use: schema.UnitUseParking, area: 1_200, owners: owners[2:3]},
				lot{number: "车位2", use: schema.UnitUseParking, area: 1_200, mute: true, owners: owners[3:]},
				lot{number: "物业用房", mute: true, owners: owners[:1]})
			a.totals(a.frozen(a.freezing()), c.units, c.units, 20_000+schema.FloorArea(c.units-2)*1_200)
		})
	}
}

// A flat without an owner on the register weighs, and nobody votes for it; one
// that was sold before the day belongs to the buyer, and one sold after it to the
// seller.
func TestRollShowsItsDay(t *testing.T) {
	eachAssembly(t, func(a *assembly) {
		who := a.people(3)
		units := a.builds(lot{number: "9", owners: who[:1]}, lot{number: "10", owners: who[1:2]}, lot{number: "11"})
		a.sells(units[0], who[2], "2026-05-20")
		in := a.freezing()
		in.On = on("2026-06-02")
		keeps(a, a.do.FreezeRoll, []refusal[command.FreezeRollInput]{
			{"a day to come", a.asChair, in, []fault.Code{fault.RollDayAhead}, "on"},
		})
		in.On = on("2026-05-19")
		r := a.frozen(in)
		a.totals(r, 3, 3, 30_000)
		is(a.council, "drawn on", *r.DrawnOn, *on("2026-05-19"))
		a.voters(a.under(r.ID, units[0]), who[0])
		a.voters(a.under(r.ID, units[2]))
		is(a.council, "nobody's name", a.under(r.ID, units[2]).Label, "业主不详")
		for i, e := range a.lines(r.ID) {
			is(a.council, "in the order of numbers", *e.Premises, fmt.Sprint(9+i))
		}
		later := *a
		later.sitting = a.announced(a.written())
		r = later.frozen(later.freezing())
		a.voters(later.under(r.ID, units[0]), who[2])
	})
}

// sells transfers a flat to somebody else on a day.
func (a *assembly) sells(unit, to ident.ID, day string) {
	a.Helper()
	rows, err := a.store.Read().Ownership.Query().All(ent.Unguarded(a.Context()))
	a.must(err)
	for _, o := range rows {
		if o.UnitID != unit || o.To != nil {
			continue
		}
		p, err := a.do.TransferOwnership(a.registrar, command.TransferOwnershipInput{
			OwnershipID: ident.Ownership{ID: o.ID}, PersonID: person(to), On: on(day),
		})
		done(a.town, p, err)
	}
}

// The territory of whoever convenes is where it is at home and what it covers,
// with what was grouped there and what it took the place of, and no more.
func TestRollOfTerritory(t *testing.T) {
	eachAssembly(t, func(a *assembly) {
		outside := func(kind schema.AreaKind, name string) ident.ID {
			id := a.area(kind, name, a.community)
			a.builds(a.flats(1, id, 0)...)
			return id
		}
		a.builds(a.flats(2, a.estate, 0)...)
		covered := outside(schema.AreaKindEstate, "另一小区")
		grouped, former, near := outside(schema.AreaKindCourtyard, "院落"), outside(schema.AreaKindEstate, "旧小区"), outside(schema.AreaKindEstate, "邻近小区")
		outside(schema.AreaKindEstate, "无关小区")
		link := func(kind schema.AreaLinkKind, area, target ident.ID) {
			p, err := a.do.LinkAreas(a.operator, command.LinkAreasInput{
				Kind: kind, AreaID: ident.Area{ID: area}, TargetID: ident.Area{ID: target}, From: on("2020-01-01"),
			})
			done(a.town, p, err)
		}
		link(schema.AreaLinkKindGroupedIn, grouped, a.estate)
		link(schema.AreaLinkKindSucceeds, a.estate, former)
		link(schema.AreaLinkKindWithin, near, a.estate)
		p, err := a.do.CoverArea(a.registrar, command.CoverAreaInput{
			OrganizationID: ident.Organization{ID: a.owners}, AreaIDs: []ident.Area{{ID: covered}}, From: on("2020-01-01"),
		})
		done(a.town, p, err)
		// A building that was pulled down votes no more.
		a.builds(a.flats(3, a.second, 0)...)
		a.write(func(ctx context.Context, tx *ent.Tx) (ident.ID, error) {
			return a.second, tx.Area.UpdateOneID(a.second).SetTo(*on("2026-01-01")).Exec(ctx)
		})
		r := a.frozen(a.freezing())
		a.totals(r, 5, 5, 50_000)
		var premises []string
		for _, e := range a.lines(r.ID) {
			premises = append(premises, *e.Premises)
		}
		is(a.council, "the numbers", strings.Join(premises, "|"), "101|101|102|旧小区 101|院落 101")
	})
}

func TestFreezeRollRefusals(t *testing.T) {
	eachAssembly(t, func(a *assembly) {
		draft := command.FreezeRollInput{MeetingID: a.draft(a.written())}
		street := a.written()
		street.OrganizationID, street.ChairID = ident.Organization{ID: a.branch}, person(a.secretary)
		session := a.session()
		session.StartsAt, session.EndsAt = evening(7), evening(8)
		byBranch, committee := command.FreezeRollInput{MeetingID: a.announcedBy(street)}, command.FreezeRollInput{MeetingID: a.announced(session)}
		basis := committee
		basis.Basis, basis.ScopeAreaIDs = new(schema.RollBasis), []ident.Area{{ID: a.first}}
		*basis.Basis = schema.RollBasisOwners
		keeps(a, a.do.FreezeRoll, []refusal[command.FreezeRollInput]{
			{"nobody owns anything", a.asChair, a.freezing(), []fault.Code{fault.RollEmpty}, ""},
			{"a meeting that was not called", a.asChair, draft, []fault.Code{fault.WrongState}, ""},
			{"the branch calls no owners", a.asSecretary, byBranch, []fault.Code{fault.RollNotSupported}, ""},
			{"a committee has no scope and no choice of basis", a.asChair, basis, []fault.Code{fault.FieldUnused, fault.FieldUnused}, "basis"},
			{"a stranger", a.as(a.person("路人")), a.freezing(), []fault.Code{fault.NotMandated}, ""},
			{"no meeting", a.asChair, command.FreezeRollInput{MeetingID: ident.Meeting{ID: ident.New(ident.KindMeeting, a.store.Now())}},
				[]fault.Code{fault.NotFound}, "meetingId"},
		})
		a.builds(a.flats(3, a.second, 0)...)
		once(a.town, func(o ent.Order) (*command.FreezeRollPayload, error) {
			in := a.freezing()
			in.Order = o
			return a.do.FreezeRoll(a.asChair, in)
		})
		keeps(a, a.do.FreezeRoll, []refusal[command.FreezeRollInput]{
			{"twice", a.asChair, a.freezing(), []fault.Code{fault.RollFrozen}, "meetingId"},
		})
		// Names are for those whose business it is.
		rolls := func(c *db.Client) counted { return c.RollEntry.Query() }
		a.seen(rolls, 0, 3)
	})
}

// announcedBy is announced, in the name of the branch.
func (a *assembly) announcedBy(in command.DraftMeetingInput) ident.Meeting {
	a.Helper()
	m := a.draft(in)
	item, err := a.do.AddAgendaItem(a.asSecretary, command.AddAgendaItemInput{MeetingID: m, ProposalID: a.proposal("议案", "PROPERTY_COMPANY_SELECTION")})
	done(a.town, item, err)
	p, err := a.do.CallMeeting(a.asSecretary, command.CallMeetingInput{MeetingID: m, Place: "公告栏"})
	done(a.town, p, err)
	return m
}

// The fingerprint is that of the form that its contract tells.
func TestRollFingerprint(t *testing.T) {
	eachAssembly(t, func(a *assembly) {
		couple := a.people(2)
		a.builds(lot{in: a.second, number: "101", owners: couple})
		a.builds(a.flats(3, a.entrances[0], 0)...)
		in := a.freezing()
		in.ScopeAreaIDs = []ident.Area{{ID: a.second}, {ID: a.first}}
		r := a.frozen(in)
		drawn := poll.Roll{
			Basis: *r.Basis, DrawnOn: *r.DrawnOn, Scope: []ident.ID{a.first, a.second},
			Totals: poll.Totals{Units: r.Units, Heads: r.Heads, Area: r.Area},
		}
		var stood []poll.Stood
		for _, e := range a.lines(r.ID) {
			one := poll.Stood{ID: e.ID, Position: e.Position}
			one.Entry = poll.Entry{Label: e.Label, Premises: *e.Premises, Person: e.PersonID, Building: e.BuildingID, Heads: *e.Heads, Area: *e.Area}
			for _, p := range e.Edges.Delegates {
				one.Delegates = append(one.Delegates, p.ID)
			}
			for _, u := range e.Edges.Units {
				one.Units = append(one.Units, u.ID)
			}
			stood = append(stood, one)
		}
		hash, err := poll.Fingerprint(r.MeetingID, drawn, stood)
		a.must(err)
		is(a.council, "the fingerprint", r.Hash, hash)
		stood[0].Heads++
		other, err := poll.Fingerprint(r.MeetingID, drawn, stood)
		a.must(err)
		if other == hash {
			a.Error("a head more has the same fingerprint")
		}
	})
}
