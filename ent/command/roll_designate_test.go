package command_test

import (
	"testing"

	"sifang/ent"
	"sifang/ent/command"
	"sifang/ent/db/ownership"
	"sifang/schema/fault"
	"sifang/schema/ident"
)

// share is the ownership of somebody in a unit.
func (a *assembly) share(unit, who ident.ID) ident.Ownership {
	a.Helper()
	row, err := a.store.Read().Ownership.Query().Where(ownership.UnitID(unit), ownership.PersonID(who)).
		Order(ownership.ByFrom()).First(ent.Unguarded(a.Context()))
	a.must(err)
	return ident.Ownership{ID: row.ID}
}

func TestDesignateVoter(t *testing.T) {
	eachAssembly(t, func(a *assembly) {
		who := a.people(3)
		couple := who[:2]
		units := a.builds(lot{number: "101", owners: couple}, lot{number: "102", owners: who[2:]}, lot{number: "103", owners: who[2:]})
		a.sells(units[2], couple[0], "2026-05-01")
		choose := func(unit, who ident.ID) command.DesignateVoterInput {
			return command.DesignateVoterInput{OwnershipID: a.share(unit, who)}
		}
		consent, foreign := a.file(a.community), a.file(a.street)
		signed := func(d ident.Document) command.DesignateVoterInput {
			in := choose(units[0], couple[1])
			in.DocumentID = &d
			return in
		}
		nowhere := signed(ident.Document{ID: ident.New(ident.KindDocument, a.store.Now())})
		keeps(a, a.do.DesignateVoter, []refusal[command.DesignateVoterInput]{
			{"one owner", a.registrar, choose(units[1], who[2]), []fault.Code{fault.SoleOwner}, "ownershipId"},
			{"whoever sold it", a.registrar, choose(units[2], who[2]), []fault.Code{fault.NotInForce, fault.SoleOwner}, "ownershipId"},
			{"a co-owner without the others", a.as(couple[0]), choose(units[0], couple[1]), []fault.Code{fault.ConsentMissing}, "documentId"},
			{"a neighbour", a.as(who[2]), signed(consent), []fault.Code{fault.NotFound}, ""},
			{"an officer of the owners' committee", a.asChair, choose(units[0], couple[1]), []fault.Code{fault.NotFound}, ""},
			{"no consent there is", a.as(couple[0]), nowhere, []fault.Code{fault.NotFound}, "documentId"},
			{"one that the co-owner cannot see", a.as(couple[0]), signed(consent), []fault.Code{fault.NotFound}, "documentId"},
			{"of another place", a.registrar, signed(foreign), []fault.Code{fault.NotFound}, "documentId"},
			{"no ownership", a.registrar, command.DesignateVoterInput{OwnershipID: ident.Ownership{ID: ident.New(ident.KindOwnership, a.store.Now())}},
				[]fault.Code{fault.NotFound}, "ownershipId"},
		})
		once(a.town, func(o ent.Order) (*command.DesignateVoterPayload, error) {
			in := signed(consent)
			in.Order = o
			return a.do.DesignateVoter(a.registrar, in)
		})
		keeps(a, a.do.DesignateVoter, []refusal[command.DesignateVoterInput]{
			{"who was chosen before", a.registrar, choose(units[0], couple[1]), []fault.Code{fault.DesignatedAlready}, "ownershipId"},
		})
		p, err := a.do.DesignateVoter(a.registrar, choose(units[0], couple[0]))
		done(a.town, p, err)
		is(a.council, "who was chosen before", get(a.town, a.store.Read().Ownership.Get, a.share(units[0], couple[1]).ID).DesignatedVoter, false)
		r := a.frozen(a.freezing())
		a.voters(a.under(r.ID, units[0]), couple[0])
		keeps(a, a.do.DesignateVoter, []refusal[command.DesignateVoterInput]{
			{"once the roll is frozen", a.registrar, choose(units[0], couple[1]), []fault.Code{fault.RollFrozen}, "ownershipId"},
		})
		// After the meeting it is for the next one.
		cancelled, err := a.do.CancelMeeting(a.asChair, command.CancelMeetingInput{MeetingID: a.sitting, Reason: "改期", Place: new("公告栏")})
		done(a.town, cancelled, err)
		p, err = a.do.DesignateVoter(a.registrar, choose(units[0], couple[1]))
		done(a.town, p, err)
	})
}

// A co-owner brings a document that they sent themselves.
func TestCoOwnerDesignates(t *testing.T) {
	eachAssembly(t, func(a *assembly) {
		couple := []ident.ID{a.chair, a.person("配偶")}
		unit := a.builds(lot{number: "101", owners: couple})[0]
		consent := a.file(a.community) // the chair sent it
		p, err := a.do.DesignateVoter(a.asChair, command.DesignateVoterInput{OwnershipID: a.share(unit, couple[1]), DocumentID: &consent})
		done(a.town, p, err)
		a.voters(a.under(a.frozen(a.freezing()).ID, unit), couple[1])
	})
}
