package command_test

import (
	"context"
	"testing"
	"time"

	"sifang/ent"
	"sifang/ent/command"
	"sifang/ent/db/membership"
	dbperson "sifang/ent/db/person"
	"sifang/ent/db/publication"
	"sifang/ent/view"
	"sifang/schema"
	"sifang/schema/fault"
	"sifang/schema/ident"
)

const oneDay = 24 * time.Hour

// candidacy is a person, and a post of the owners' committee for which nothing
// speaks against the person.
func (z *zhongyuan) candidacy(name, flat string) command.ProposeAppointmentInput {
	z.Helper()
	who := z.adult(name, schema.SexMale)
	z.owns(who, flat)
	return command.ProposeAppointmentInput{PostID: z.ownersSeat, PersonID: *person(who), Mode: schema.MembershipModeElected}
}

func TestPublishAppointment(t *testing.T) {
	eachTown(t, func(w *town) {
		z := newZhongyuan(w)
		m := z.propose(z.candidacy("候选人", "3-101"))
		publish := func(change func(*command.PublishInput)) command.PublishInput {
			in := posting(m)
			change(&in)
			return in
		}
		resolution := &ident.Resolution{ID: ident.New(ident.KindResolution, w.store.Now())}
		volunteer, err := w.do.EnrolMember(z.clerk, command.EnrolMemberInput{
			OrganizationID: *organization(z.owners), PersonID: person(z.manager), Kind: schema.MembershipKindVolunteer,
		})
		done(w, volunteer, err)
		refuses(w, w.do.Publish, []refusal[command.PublishInput]{
			{"nothing", w.operator, publish(func(in *command.PublishInput) { in.MembershipID = nil }), []fault.Code{fault.OneOfNeeded}, "membershipId"},
			{"two things", w.operator, publish(func(in *command.PublishInput) { in.ResolutionID = resolution }), []fault.Code{fault.OneOfNeeded}, "membershipId"},
			{"no such appointment", w.operator, posting(ident.Membership{ID: ident.New(ident.KindMembership, w.store.Now())}), []fault.Code{fault.NotFound}, "membershipId"},
			{"a volunteer", w.operator, posting(ident.Membership{ID: volunteer.MembershipID}), []fault.Code{fault.WrongKind}, "membershipId"},
			{"in effect", w.operator, posting(z.managing), []fault.Code{fault.WrongState}, "membershipId"},
			{"for two days, nowhere, with no words", w.operator, publish(func(in *command.PublishInput) {
				in.MinimumDays, in.Place, in.Text = new(2), " ", "\u0007"
			}), []fault.Code{fault.OutOfRange, fault.Blank, fault.ControlCharacter}, "minimumDays"},
			{"for longer than a year", w.operator, publish(func(in *command.PublishInput) { in.MinimumDays = new(366) }), []fault.Code{fault.OutOfRange}, "minimumDays"},
			{"by somebody who may not see it", w.as(w.person("路人")), posting(m), []fault.Code{fault.NotFound}, ""},
			{"by a member of the committee", w.as(z.member), posting(m), []fault.Code{fault.NotMandated}, ""},
		})
		answer := once(w, func(o ent.Order) (*command.PublishPayload, error) {
			return w.do.Publish(z.clerk, publish(func(in *command.PublishInput) { in.Order = o }))
		})
		z.stands(m, schema.MembershipStatusPublicized)
		row := get(w, w.store.Read().Publication.Get, answer.PublicationID)
		until := w.clock.Now().Add(3 * oneDay).Format(time.DateOnly)
		if row.Kind != schema.PublicationKindAppointment || row.MinimumDays != 3 || row.Until.String() != until ||
			answer.MembershipID != m.ID || !answer.ResolutionID.IsZero() || *row.MembershipID != m.ID {
			t.Errorf("posted %+v, answered %+v", row, answer)
		}
		if z.membership(m).PublishedAt == nil {
			t.Error("the appointment does not say when it was published")
		}
	})
}

// The day of posting is not counted and the last day counts in whole: what was
// posted on a Monday for three days may take effect on Friday.
func TestConfirmAppointmentWaitsForThePosting(t *testing.T) {
	eachTown(t, func(w *town) {
		z := newZhongyuan(w)
		m := z.propose(z.candidacy("候选人", "3-101"))
		confirm := command.ConfirmAppointmentInput{MembershipID: m}
		refuses(w, w.do.ConfirmAppointment, []refusal[command.ConfirmAppointmentInput]{
			{"never posted", w.operator, confirm, []fault.Code{fault.NotYetPosted}, "membershipId"},
			{"no such appointment", w.operator, command.ConfirmAppointmentInput{
				MembershipID: ident.Membership{ID: ident.New(ident.KindMembership, w.store.Now())},
			}, []fault.Code{fault.NotFound}, "membershipId"},
			{"in effect", w.operator, command.ConfirmAppointmentInput{MembershipID: z.managing}, []fault.Code{fault.WrongState}, "membershipId"},
		})
		p, err := w.do.Publish(w.operator, posting(m))
		done(w, p, err)
		w.clock.Pass(3 * oneDay)
		refuses(w, w.do.ConfirmAppointment, []refusal[command.ConfirmAppointmentInput]{
			{"on the last day", w.operator, confirm, []fault.Code{fault.StillPosted}, "membershipId"},
			{"by the person", w.as(*z.membership(m).PersonID), confirm, []fault.Code{fault.NotMandated}, ""},
		})
		w.clock.Pass(oneDay)
		once(w, func(o ent.Order) (*command.ConfirmAppointmentPayload, error) {
			confirm.Order = o
			return w.do.ConfirmAppointment(w.as(z.chair), confirm)
		})
		z.stands(m, schema.MembershipStatusEffective)
	})
}

// What was lawful when it was proposed is asked again when it takes effect.
func TestConfirmAppointmentAsksAgain(t *testing.T) {
	eachTown(t, func(w *town) {
		z := newZhongyuan(w)
		in := z.candidacy("候选人", "3-101")
		in.To = on("2029-01-01")
		first, second := z.propose(in), z.propose(z.candidacy("另一候选人", "3-102"))
		for _, m := range []ident.Membership{first, second} {
			p, err := w.do.Publish(w.operator, posting(m))
			done(w, p, err)
		}
		z.declare(command.DeclareInterestInput{
			PersonID: in.PersonID, Kind: schema.DeclarationKindKinship, Relation: "SIBLING", AboutPersonID: person(z.manager),
		})
		w.clock.Pass(4 * oneDay)
		refuses(w, w.do.ConfirmAppointment, []refusal[command.ConfirmAppointmentInput]{
			{"became known as the manager's sister", w.operator, command.ConfirmAppointmentInput{MembershipID: first}, []fault.Code{fault.Incompatible}, "membershipId"},
		})
		c, err := w.do.ConfirmAppointment(w.operator, command.ConfirmAppointmentInput{MembershipID: second})
		done(w, c, err)
		z.stands(second, schema.MembershipStatusEffective)
		z.stands(first, schema.MembershipStatusPublicized)
	})
}

func TestDeclineAppointment(t *testing.T) {
	eachTown(t, func(w *town) {
		z := newZhongyuan(w)
		in := z.candidacy("候选人", "3-101")
		m := z.propose(in)
		refuses(w, w.do.DeclineAppointment, []refusal[command.DeclineAppointmentInput]{
			{"by another member", w.as(z.member), command.DeclineAppointmentInput{MembershipID: m}, []fault.Code{fault.NotMandated}, ""},
			{"by a stranger", w.as(w.person("路人")), command.DeclineAppointmentInput{MembershipID: m}, []fault.Code{fault.NotFound}, ""},
			{"in effect", z.clerk, command.DeclineAppointmentInput{MembershipID: z.managing}, []fault.Code{fault.WrongState}, "membershipId"},
		})
		once(w, func(o ent.Order) (*command.DeclineAppointmentPayload, error) {
			return w.do.DeclineAppointment(w.as(in.PersonID.ID), command.DeclineAppointmentInput{Order: o, MembershipID: m})
		})
		z.stands(m, schema.MembershipStatusDeclined)
		// The seat is free again, also for the same person.
		z.stands(z.appoint(in), schema.MembershipStatusEffective)
	})
}

func TestSuspendMembership(t *testing.T) {
	eachTown(t, func(w *town) {
		z := newZhongyuan(w)
		suspend := command.SuspendMembershipInput{MembershipID: z.chairing, Reason: "接受调查"}
		silent := suspend
		silent.Reason = " "
		refuses(w, w.do.SuspendMembership, []refusal[command.SuspendMembershipInput]{
			{"without a reason", z.clerk, silent, []fault.Code{fault.Blank}, "reason"},
			{"by the person", w.as(z.member), suspend, []fault.Code{fault.NotMandated}, ""},
			{"still proposed", z.clerk, command.SuspendMembershipInput{
				MembershipID: z.propose(z.candidacy("候选人", "3-101")), Reason: "接受调查",
			}, []fault.Code{fault.WrongState}, "membershipId"},
		})
		before := w.clock.Now().Format(time.DateOnly)
		w.clock.Pass(oneDay)
		once(w, func(o ent.Order) (*command.SuspendMembershipPayload, error) {
			suspend.Order = o
			return w.do.SuspendMembership(z.clerk, suspend)
		})
		z.stands(z.chairing, schema.MembershipStatusSuspended)
		for text, want := range map[string]int{before: 1, w.clock.Now().Format(time.DateOnly): 0} {
			held, err := asked(w.visitor, view.On(w.store, on(text), nil).PostsHeld, w.store.Read().Person.Get, z.chair)
			if err != nil || len(held) != want {
				t.Errorf("on %s the chair holds %d posts, want %d (%v)", text, len(held), want, err)
			}
		}
		holders, err := asked(w.visitor, view.On(w.store, nil, nil).PostHolders, w.store.Read().Organization.Get, z.owners)
		if err != nil || holders[1].Vacant != 0 || len(holders[1].Seats) != 0 {
			t.Errorf("a suspended chair leaves %+v (%v)", holders, err)
		}
		c, err := w.do.ConfirmAppointment(z.clerk, command.ConfirmAppointmentInput{MembershipID: z.chairing})
		done(w, c, err)
		z.stands(z.chairing, schema.MembershipStatusEffective)
	})
}

// A visitor sees posts that were published, and who holds them; nobody who was
// only proposed, and nobody's belonging without a post.
func TestGuardOfAppointments(t *testing.T) {
	eachTown(t, func(w *town) {
		z := newZhongyuan(w)
		in := z.candidacy("候选人", "3-101")
		m := z.propose(in)
		visible := func(as context.Context) (int, int) {
			t.Helper()
			rows, err := w.store.Read().Membership.Query().Where(membership.ID(m.ID)).Count(as)
			if err != nil {
				t.Fatal(err)
			}
			people, err := w.store.Read().Person.Query().Where(dbperson.ID(in.PersonID.ID)).Count(as)
			if err != nil {
				t.Fatal(err)
			}
			return rows, people
		}
		for name, c := range map[string]struct {
			as           context.Context
			rows, people int
		}{
			"a visitor": {w.visitor, 0, 0}, "the person": {w.as(in.PersonID.ID), 1, 1},
			"a member": {w.as(z.member), 1, 1}, "another community": {w.registrar, 0, 0},
		} {
			if rows, people := visible(c.as); rows != c.rows || people != c.people {
				t.Errorf("%s sees %d proposals and %d persons, want %d and %d", name, rows, people, c.rows, c.people)
			}
		}
		p, err := w.do.Publish(w.operator, posting(m))
		done(w, p, err)
		if rows, people := visible(w.visitor); rows != 1 || people != 1 {
			t.Errorf("once it is published a visitor sees %d appointments and %d persons", rows, people)
		}
		if n, err := w.store.Read().Publication.Query().Where(publication.MembershipID(m.ID)).Count(w.visitor); err != nil || n != 1 {
			t.Errorf("a visitor sees %d postings (%v)", n, err)
		}
		// A published proposal is seen, but no seat yet.
		c, err := asked(w.visitor, view.On(w.store, nil, nil).Compositions, w.store.Read().Organization.Get, z.owners)
		if err != nil || len(c.Seats) != 1 || c.Members != 1 {
			t.Errorf("the owners' committee shows %+v (%v)", c, err)
		}
	})
}
