package command_test

import (
	"testing"

	"sifang/ent"
	"sifang/ent/command"
	"sifang/ent/db"
	"sifang/ent/db/ownership"
	"sifang/schema"
	"sifang/schema/fault"
	"sifang/schema/ident"
)

func (w *town) flat(number string) command.RegisterUnitInput {
	return command.RegisterUnitInput{
		Use:    schema.UnitUseDwelling,
		AreaID: ident.Area{ID: w.estate}, Number: number, ExclusiveArea: 8950, AreaSource: schema.AreaSourceRegistered,
		DeliveryStatus: schema.DeliveryStatusDelivered, CountsForVoting: true,
	}
}

func (w *town) unit(number string) ident.Unit {
	w.Helper()
	p, err := w.do.RegisterUnit(w.registrar, w.flat(number))
	return ident.Unit{ID: done(w, p, err).UnitID}
}

func person(id ident.ID) *ident.Person { return &ident.Person{ID: id} }

func organization(id ident.ID) *ident.Organization { return &ident.Organization{ID: id} }

func TestRegisterUnit(t *testing.T) {
	eachTown(t, func(w *town) {
		once(w, func(o ent.Order) (*command.RegisterUnitPayload, error) {
			in := w.flat("1-101")
			in.Order = o
			return w.do.RegisterUnit(w.registrar, in)
		})
		with := func(change func(*command.RegisterUnitInput)) command.RegisterUnitInput {
			in := w.flat("1-102")
			change(&in)
			return in
		}
		refuses(w, w.do.RegisterUnit, []refusal[command.RegisterUnitInput]{
			{"the number is taken", w.registrar, w.flat("1-101"), []fault.Code{fault.AlreadyExists}, "number"},
			{"no area", w.registrar, with(func(in *command.RegisterUnitInput) {
				in.AreaID = ident.Area{ID: ident.New(ident.KindArea, w.store.Now())}
			}), []fault.Code{fault.NotFound}, "areaId"},
			{"in the community, without size and number", w.registrar, with(func(in *command.RegisterUnitInput) {
				in.AreaID, in.ExclusiveArea, in.Number = ident.Area{ID: w.community}, 0, "\u0007"
			}), []fault.Code{fault.WrongKind, fault.ControlCharacter, fault.OutOfRange}, "areaId"},
			{"larger than any building", w.registrar, with(func(in *command.RegisterUnitInput) { in.ExclusiveArea = 100_000_001 }),
				[]fault.Code{fault.OutOfRange}, "exclusiveArea"},
			{"by a stranger", w.as(w.person("路人")), w.flat("1-102"), []fault.Code{fault.NotMandated}, ""},
			{"by the operator", w.operator, w.flat("1-102"), []fault.Code{fault.NotMandated}, ""},
		})
		w.seen(func(c *db.Client) counted { return c.Unit.Query() }, 0, 1)
	})
}

func TestRegisterOwnership(t *testing.T) {
	eachTown(t, func(w *town) {
		flat, wife, husband := w.unit("1-101"), w.person("甲"), w.person("乙")
		developer := w.organization(schema.OrganizationKindOther, "开发商", ident.Nil, ident.Nil)
		input := func(who ident.ID, designated bool, from, to string) command.RegisterOwnershipInput {
			in := command.RegisterOwnershipInput{UnitID: flat, DesignatedVoter: designated, From: on(from)}
			if who.Kind() == ident.KindPerson {
				in.PersonID = person(who)
			} else {
				in.OrganizationID = organization(who)
			}
			if to != "" {
				in.To = on(to)
			}
			return in
		}
		p, err := w.do.RegisterOwnership(w.registrar, input(developer, true, "2020-01-01", "2021-05-01"))
		done(w, p, err)
		once(w, func(o ent.Order) (*command.RegisterOwnershipPayload, error) {
			in := input(wife, true, "2021-05-01", "")
			in.Order = o
			return w.do.RegisterOwnership(w.registrar, in)
		})
		both := input(wife, false, "2021-05-01", "")
		both.OrganizationID = organization(developer)
		nobody := command.RegisterOwnershipInput{UnitID: flat}
		far := w.personAbove("外人")
		refuses(w, w.do.RegisterOwnership, []refusal[command.RegisterOwnershipInput]{
			{"a second designated voter", w.registrar, input(husband, true, "2021-05-01", ""), []fault.Code{fault.VoterDesignated}, "designatedVoter"},
			{"designated before the other ends", w.registrar, input(husband, true, "2020-06-01", "2021-05-01"), []fault.Code{fault.VoterDesignated}, ""},
			{"the same owner again", w.registrar, input(wife, false, "2025-01-01", ""), []fault.Code{fault.AlreadyExists}, ""},
			{"the same owner again, designated", w.registrar, input(wife, true, "2025-01-01", ""),
				[]fault.Code{fault.AlreadyExists, fault.VoterDesignated}, ""},
			{"two kinds of owner", w.registrar, both, []fault.Code{fault.OneOfNeeded}, "personId"},
			{"no owner", w.registrar, nobody, []fault.Code{fault.OneOfNeeded}, "personId"},
			{"for no day", w.registrar, input(husband, false, "2021-05-01", "2021-05-01"), []fault.Code{fault.EndsBeforeItStarts}, "to"},
			{"before the organization was", w.registrar, input(developer, false, "2019-12-31", "2020-01-01"), []fault.Code{fault.NotInForce}, "organizationId"},
			{"somebody the registrar does not know", w.registrar, input(far, false, "2021-05-01", ""), []fault.Code{fault.NotFound}, "personId"},
			{"by the owner", w.as(wife), input(husband, false, "2021-05-01", ""), []fault.Code{fault.NotMandated}, ""},
			{"by somebody who does not see the unit", w.as(husband), input(husband, false, "2021-05-01", ""), []fault.Code{fault.NotFound}, ""},
		})
		// A co-owner without the vote, and one who has it once nobody else has.
		p, err = w.do.RegisterOwnership(w.registrar, input(husband, false, "2021-05-01", ""))
		done(w, p, err)
		w.seen(func(c *db.Client) counted { return c.Ownership.Query() }, 0, 3)
	})
}

// personAbove is somebody whose record no community keeps.
func (w *town) personAbove(name string) ident.ID {
	w.Helper()
	p, err := w.do.RegisterPerson(w.operator, command.RegisterPersonInput{Name: name})
	return done(w, p, err).PersonID
}

// Two registrars who name different voters for one flat at the same time: one
// of them is refused.
func TestRegisterOwnershipAtOnce(t *testing.T) {
	eachTown(t, func(w *town) {
		flat := w.unit("1-101")
		owners := []ident.ID{w.person("甲"), w.person("乙"), w.person("丙"), w.person("丁")}
		refused := atOnce(len(owners), func(i int) error {
			_, err := w.do.RegisterOwnership(w.registrar, command.RegisterOwnershipInput{
				UnitID: flat, PersonID: person(owners[i]), DesignatedVoter: true,
			})
			return err
		})
		given := 0
		for _, err := range refused {
			if err == nil {
				given++
				continue
			}
			refusedWith(t, err, fault.VoterDesignated)
		}
		if given != 1 {
			t.Errorf("%d owners were designated, want 1", given)
		}
	})
}

func TestTransferOwnership(t *testing.T) {
	eachTown(t, func(w *town) {
		flat, seller, buyer := w.unit("1-101"), w.person("甲"), w.person("乙")
		p, err := w.do.RegisterOwnership(w.registrar, command.RegisterOwnershipInput{
			UnitID: flat, PersonID: person(seller), DesignatedVoter: true, From: on("2020-01-01"),
		})
		old := ident.Ownership{ID: done(w, p, err).OwnershipID}
		input := func(who ident.ID, day string) command.TransferOwnershipInput {
			return command.TransferOwnershipInput{OwnershipID: old, PersonID: person(who), DesignatedVoter: true, On: on(day)}
		}
		refuses(w, w.do.TransferOwnership, []refusal[command.TransferOwnershipInput]{
			{"to oneself", w.registrar, input(seller, "2026-05-01"), []fault.Code{fault.SameThing}, "ownershipId"},
			{"before it began", w.registrar, input(buyer, "2020-01-01"), []fault.Code{fault.EndsBeforeItStarts}, "on"},
			{"to nobody", w.registrar, command.TransferOwnershipInput{OwnershipID: old}, []fault.Code{fault.OneOfNeeded}, "personId"},
			{"by the owner", w.as(seller), input(buyer, "2026-05-01"), []fault.Code{fault.NotMandated}, ""},
			{"by a stranger", w.as(buyer), input(buyer, "2026-05-01"), []fault.Code{fault.NotFound}, ""},
			{"no ownership", w.registrar, command.TransferOwnershipInput{
				OwnershipID: ident.Ownership{ID: ident.New(ident.KindOwnership, w.store.Now())}, PersonID: person(buyer),
			}, []fault.Code{fault.NotFound}, "ownershipId"},
		})
		moved := once(w, func(o ent.Order) (*command.TransferOwnershipPayload, error) {
			in := input(buyer, "2026-05-01")
			in.Order = o
			return w.do.TransferOwnership(w.registrar, in)
		})
		before, after := get(w, w.store.Read().Ownership.Get, moved.EndedID), get(w, w.store.Read().Ownership.Get, moved.OwnershipID)
		if before.To == nil || *before.To != after.From || after.From != *on("2026-05-01") || after.To != nil {
			t.Errorf("one ends on %v, the other runs from %v to %v", before.To, after.From, after.To)
		}
		refuses(w, w.do.TransferOwnership, []refusal[command.TransferOwnershipInput]{
			{"what was transferred", w.registrar, input(w.person("丙"), "2026-05-02"), []fault.Code{fault.AlreadyEnded, fault.VoterDesignated}, "ownershipId"},
		})
	})
}

// Spouses own a flat together and divorce: the one who keeps it is one owner
// still, and the vote stays where it was.
func TestTransferBetweenCoOwners(t *testing.T) {
	eachTown(t, func(w *town) {
		flat, stays, leaves := w.unit("1-101"), w.person("甲"), w.person("乙")
		share := func(who ident.ID, votes bool) ident.Ownership {
			p, err := w.do.RegisterOwnership(w.registrar, command.RegisterOwnershipInput{
				UnitID: flat, PersonID: person(who), DesignatedVoter: votes, From: on("2020-01-01"),
			})
			return ident.Ownership{ID: done(w, p, err).OwnershipID}
		}
		share(stays, true)
		p, err := w.do.TransferOwnership(w.registrar, command.TransferOwnershipInput{
			OwnershipID: share(leaves, false), PersonID: person(stays), On: on("2026-05-01"),
		})
		whole := get(w, w.store.Read().Ownership.Get, done(w, p, err).OwnershipID)
		if !whole.DesignatedVoter {
			t.Error("the owner who voted for the flat no longer does")
		}
		now, err := w.store.Read().Ownership.Query().Where(ownership.UnitID(flat.ID), ownership.ToIsNil()).Count(ent.Unguarded(t.Context()))
		if err != nil || now != 1 {
			t.Errorf("the flat has %d ownerships (%v), want 1", now, err)
		}
	})
}
