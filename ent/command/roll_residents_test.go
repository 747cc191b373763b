package command_test

import (
	"context"
	"encoding/json"
	"slices"
	"testing"

	"sifang/ent"
	"sifang/ent/command"
	"sifang/ent/db"
	"sifang/ent/db/auditevent"
	"sifang/schema"
	"sifang/schema/fault"
	"sifang/schema/ident"
	"sifang/schema/rule"
)

// dweller is somebody who lives in the community.
type dweller struct {
	name      string
	born      string // not recorded if empty
	household ident.ID
	mute      bool // takes no part in elections
	until     string
}

// lives registers residents of an area, since 2020.
func (a *assembly) lives(in ident.ID, dwellers ...dweller) []ident.ID {
	a.Helper()
	var ids []ident.ID
	for _, d := range dwellers {
		id := a.write(func(ctx context.Context, tx *ent.Tx) (ident.ID, error) {
			p := tx.Person.Create().SetCommunityID(a.community).SetName(d.name)
			if d.born != "" {
				p.SetBirthDate(*on(d.born))
			}
			row, err := p.Save(ctx)
			if err != nil {
				return ident.Nil, err
			}
			r := tx.Residence.Create().SetCommunityID(a.community).SetPersonID(row.ID).SetAreaID(in).
				SetVoterStatus(schema.VoterStatusVoter).SetFrom(*on("2020-01-01"))
			if d.mute {
				r.SetVoterStatus(schema.VoterStatusNotVoter)
			}
			if !d.household.IsZero() {
				r.SetHouseholdID(d.household)
			}
			if d.until != "" {
				r.SetTo(*on(d.until))
			}
			return row.ID, r.Exec(ctx)
		})
		ids = append(ids, id)
	}
	return ids
}

func (a *assembly) household(label string) ident.ID {
	a.Helper()
	p, err := a.do.RegisterHousehold(a.registrar, command.RegisterHouseholdInput{Label: label, AreaID: ident.Area{ID: a.estate}})
	return done(a.town, p, err).HouseholdID
}

// neighbours are two households, somebody who belongs to none, and people who
// have no vote.
func (a *assembly) neighbours() (households, voters []ident.ID) {
	a.Helper()
	households = []ident.ID{a.household("10号"), a.household("9号"), a.household("空户")}
	voters = a.lives(a.community,
		dweller{name: "甲", born: "1980-05-05", household: households[0]},
		dweller{name: "乙", household: households[0]},
		dweller{name: "丙", born: "2008-06-01", household: households[1]}, // eighteen today
		dweller{name: "丁", born: "1950-01-01"})
	a.lives(a.community,
		dweller{name: "少年", born: "2008-06-02", household: households[2]},
		dweller{name: "外来", born: "1990-01-01", household: households[2], mute: true},
		dweller{name: "搬走", born: "1990-01-01", household: households[2], until: "2026-06-01"})
	a.lives(a.street, dweller{name: "别处", born: "1990-01-01"})
	return households, voters
}

// resident is a meeting of residents that was called by their committee.
func (a *assembly) resident(kind schema.MeetingKind) ident.Meeting {
	a.Helper()
	in := a.written()
	in.Kind, in.OrganizationID, in.ChairID = kind, ident.Organization{ID: a.committee}, person(a.director)
	p, err := a.do.DraftMeeting(a.asDirector, in)
	m := ident.Meeting{ID: done(a.town, p, err).MeetingID}
	item, err := a.do.AddAgendaItem(a.asDirector, command.AddAgendaItemInput{MeetingID: m, ProposalID: a.proposal("议案", "PARKING_ORDER")})
	done(a.town, item, err)
	called, err := a.do.CallMeeting(a.asDirector, command.CallMeetingInput{MeetingID: m, Place: "公告栏"})
	done(a.town, called, err)
	return m
}

// draws freezes the roll of a meeting of residents.
func (a *assembly) draws(m ident.Meeting, basis schema.RollBasis) *db.Roll {
	a.Helper()
	in := command.FreezeRollInput{MeetingID: m}
	if basis != "" {
		in.Basis = &basis
	}
	p, err := a.do.FreezeRoll(a.asDirector, in)
	return get(a.town, a.store.Read().Roll.Get, done(a.town, p, err).RollID)
}

// All residents of the community with a vote stand on the roll who are of age on
// the day, in the order of their names.
func TestRollOfResidents(t *testing.T) {
	eachAssembly(t, func(a *assembly) {
		_, voters := a.neighbours()
		r := a.draws(a.resident(schema.MeetingKindResidents), "")
		is(a.council, "the basis", *r.Basis, schema.RollBasisResidents)
		is(a.council, "heads", r.Heads, 4)
		is(a.council, "households", r.Households, 0)
		var there []ident.ID
		for _, e := range a.lines(r.ID) {
			is(a.council, "heads of each", *e.Heads, 1)
			there = append(there, *e.PersonID)
		}
		for _, id := range voters {
			if !slices.Contains(there, id) {
				a.Errorf("%s is not on the roll", id)
			}
		}
	})
}

// Each household with somebody who votes is one, and any of them may vote for it.
func TestRollOfHouseholds(t *testing.T) {
	eachAssembly(t, func(a *assembly) {
		households, voters := a.neighbours()
		r := a.draws(a.resident(schema.MeetingKindResidents), schema.RollBasisHouseholds)
		is(a.council, "the basis", *r.Basis, schema.RollBasisHouseholds)
		is(a.council, "heads", r.Heads, 2)
		is(a.council, "households", r.Households, 2)
		entries := a.lines(r.ID)
		is(a.council, "entries", len(entries), 2)
		is(a.council, "the first", *entries[0].HouseholdID, households[1])
		is(a.council, "its name", entries[0].Label, "9号")
		is(a.council, "households of each", *entries[0].Households, 1)
		a.voters(entries[0], voters[2])
		a.voters(entries[1], voters[:2]...)
		// Who belongs to no household is on the record, if not on the roll.
		event, err := a.store.Read().AuditEvent.Query().Where(auditevent.SubjectID(r.ID)).Only(ent.Unguarded(a.Context()))
		a.must(err)
		var leaf struct{ Facts map[string]any }
		a.must(json.Unmarshal(event.Leaf[len("sifang/v1\n"):], &leaf))
		is(a.council, "residents without a household", leaf.Facts["residentsWithoutHousehold"], any(1.0))
	})
}

// What the rule of the meeting counts decides who stands on its roll, and a roll
// of the other kind is no roll for it.
func TestBasisFollowsTheRule(t *testing.T) {
	eachAssembly(t, func(a *assembly) {
		a.neighbours()
		bylaw, ok := rule.Preset("RESIDENTS_MEETING")
		if !ok {
			a.Fatal("no rule for residents")
		}
		byHouseholds(bylaw.Quorum)
		byHouseholds(&bylaw.Approval)
		bylaw.Code = "HOUSEHOLDS_MEETING"
		set := rule.Set{
			Code: "HOUSEHOLDS", Version: "1", Title: bylaw.Title, ValidFrom: *on("2026-01-01"),
			Source: rule.Source{Title: "约定", Jurisdiction: "社区", Text: "按户表决。", TextDate: *on("2026-01-01")},
			Voting: []rule.Voting{{Organization: schema.OrganizationKindResidentsCommittee, Rule: &bylaw}},
		}
		text, err := set.Print()
		a.must(err)
		p, err := a.do.AdoptRuleSet(a.registrar, command.AdoptRuleSetInput{
			Code: set.Code, AreaID: &ident.Area{ID: a.community}, Document: string(text), From: on("2026-06-01"),
		})
		done(a.town, p, err)
		is(a.council, "the basis", *a.draws(a.resident(schema.MeetingKindResidents), "").Basis, schema.RollBasisHouseholds)

		m := a.resident(schema.MeetingKindResidents)
		a.draws(m, schema.RollBasisResidents)
		items, err := a.store.Read().AgendaItem.Query().All(ent.Unguarded(a.Context()))
		a.must(err)
		item := items[slices.IndexFunc(items, func(i *db.AgendaItem) bool { return i.MeetingID == m.ID })]
		drafted, err := a.do.DraftVote(a.asDirector, command.DraftVoteInput{
			AgendaItemID: ident.AgendaItem{ID: item.ID}, Question: "是否同意？", RuleCode: &bylaw.Code,
			Method: schema.VoteMethodNamed, Visibility: schema.BallotVisibilityOpen,
		})
		v := ident.Vote{ID: done(a.town, drafted, err).VoteID}
		a.clock.Set(a.meeting(m).StartsAt)
		opened, err := a.do.OpenMeeting(a.asDirector, command.OpenMeetingInput{MeetingID: m})
		done(a.town, opened, err)
		announced, err := a.do.OpenVote(a.asDirector, command.OpenVoteInput{VoteID: v})
		refusedWith(a.T, err, fault.RollMismatch)
		if announced.VoteID != ident.Nil {
			a.Error("the vote was opened on a roll of residents")
		}
	})
}

// byHouseholds makes a clause measure households.
func byHouseholds(c *rule.Clause) {
	if c == nil {
		return
	}
	for i := range c.All {
		byHouseholds(&c.All[i])
	}
	if c.Share != nil {
		c.Share.Measure = schema.MeasureHouseholds
	}
}

// Representatives stand on a roll of members, as before.
func TestRollOfRepresentatives(t *testing.T) {
	eachAssembly(t, func(a *assembly) {
		a.neighbours()
		m := a.resident(schema.MeetingKindRepresentatives)
		r := a.draws(m, "")
		is(a.council, "the basis", *r.Basis, schema.RollBasisMembers)
		for _, e := range a.lines(r.ID) {
			is(a.council, "heads", *e.Heads, 1)
			is(a.council, "seats", *e.Seats, 1)
		}
		other := command.FreezeRollInput{MeetingID: a.resident(schema.MeetingKindResidents), Basis: new(schema.RollBasis)}
		*other.Basis = schema.RollBasisOwners
		scoped := other
		scoped.Basis, scoped.ScopeAreaIDs = nil, []ident.Area{{ID: a.first}}
		keeps(a, a.do.FreezeRoll, []refusal[command.FreezeRollInput]{
			{"residents are no owners", a.asDirector, other, []fault.Code{fault.WrongKind}, "basis"},
			{"and vote in no building", a.asDirector, scoped, []fault.Code{fault.FieldUnused}, "scopeAreaIds"},
		})
	})
}
