package command_test

import (
	"context"
	"slices"
	"testing"
	"time"

	"sifang/ent"
	"sifang/ent/command"
	"sifang/ent/view"
	"sifang/schema"
	"sifang/schema/fault"
	"sifang/schema/ident"
)

func TestEndMembership(t *testing.T) {
	eachTown(t, func(w *town) {
		z := newZhongyuan(w)
		from := z.membership(z.chairing).From
		end := func(m ident.Membership, text string) command.EndMembershipInput {
			in := command.EndMembershipInput{MembershipID: m, Reason: schema.EndReasonResigned}
			if text != "" {
				in.On = on(text)
			}
			return in
		}
		tomorrow := w.clock.Now().Add(oneDay).Format(time.DateOnly)
		short := z.candidacy("临时委员", "3-101")
		short.To = on(tomorrow)
		brief := z.propose(short)
		w.write(func(ctx context.Context, tx *ent.Tx) (ident.ID, error) {
			return brief.ID, tx.Membership.UpdateOneID(brief.ID).SetStatus(schema.MembershipStatusEffective).Exec(ctx)
		})
		refuses(w, w.do.EndMembership, []refusal[command.EndMembershipInput]{
			{"before it began", z.clerk, end(z.chairing, from.AddDays(-1).String()), []fault.Code{fault.OutOfRange}, "on"},
			{"tomorrow", z.clerk, end(z.chairing, tomorrow), []fault.Code{fault.OutOfRange}, "on"},
			{"over by itself, in the future", z.clerk, end(brief, tomorrow), []fault.Code{fault.AlreadyEnded, fault.OutOfRange}, "membershipId"},
			{"still proposed", z.clerk, end(z.propose(z.candidacy("候选人", "3-102")), ""), []fault.Code{fault.WrongState}, "membershipId"},
			{"by another member", w.as(z.manager), end(z.chairing, ""), []fault.Code{fault.NotMandated}, ""},
			{"no such membership", z.clerk, end(ident.Membership{ID: ident.New(ident.KindMembership, w.store.Now())}, ""), []fault.Code{fault.NotFound}, "membershipId"},
		})
		answer := once(w, func(o ent.Order) (*command.EndMembershipPayload, error) {
			in := end(z.chairing, "")
			in.Order = o
			return w.do.EndMembership(w.as(z.chair), in)
		})
		if row := z.membership(z.chairing); row.Status != schema.MembershipStatusEnded || row.EndReason == nil || len(answer.LapsedIDs) != 0 {
			t.Errorf("ended: %+v, answered %+v", row, answer)
		}
		refuses(w, w.do.EndMembership, []refusal[command.EndMembershipInput]{
			{"ended", z.clerk, end(z.chairing, ""), []fault.Code{fault.WrongState}, "membershipId"},
		})
	})
}

// An end that is entered late ends what rested on the post on the same day as
// the post, and what was only proposed was never held.
func TestLateEndLapsesInArrears(t *testing.T) {
	eachTown(t, func(w *town) {
		z := newZhongyuan(w)
		up := z.appoint(z.upward(z.manager, z.managing, z.project))
		proposed := z.propose(command.ProposeAppointmentInput{
			PostID: z.advising, PersonID: *person(z.manager), Mode: schema.MembershipModeCoOpted, SourceID: &z.managing,
		})
		before := w.clock.Now()
		w.clock.Pass(10 * oneDay)
		left := w.clock.Now().Add(-7 * oneDay).Format(time.DateOnly)
		p, err := w.do.EndMembership(z.clerk, command.EndMembershipInput{
			MembershipID: z.managing, Reason: schema.EndReasonRemoved, On: on(left),
		})
		if got := done(w, p, err).LapsedIDs; !slices.Equal(got, []ident.ID{up.ID, proposed.ID}) {
			t.Errorf("lapsed %v", got)
		}
		if row := z.membership(up); row.To.String() != left || row.Status != schema.MembershipStatusLapsed {
			t.Errorf("the cross-appointment ends on %s as %s", row.To, row.Status)
		}
		for name, c := range map[string]struct {
			knownAt *time.Time
			want    int
		}{"as it is known now": {nil, 0}, "as it was known then": {&before, 1}} {
			matrix, err := asked(w.visitor, view.On(w.store, on(left), c.knownAt).CrossAppointments, w.store.Read().Linkage.Get, z.linkage)
			if err != nil {
				t.Fatal(err)
			}
			sum := 0
			for _, one := range matrix.Directions {
				sum += one.Count
			}
			if sum != c.want {
				t.Errorf("on %s, %s, there are %d cross-appointments, want %d", left, name, sum, c.want)
			}
		}
		if row := z.membership(proposed); *row.To != row.From || row.Status != schema.MembershipStatusLapsed {
			t.Errorf("what was only proposed is kept from %s to %s as %s", row.From, row.To, row.Status)
		}
	})
}

// Whichever comes first, a cross-appointment is never in effect on the strength
// of a post that ended.
func TestConfirmAgainstEnd(t *testing.T) {
	eachTown(t, func(w *town) {
		z := newZhongyuan(w)
		managers := ident.Post{ID: *z.membership(z.managing).PostID}
		for range 4 {
			up := z.propose(z.upward(z.manager, z.managing, z.project))
			p, err := w.do.Publish(w.operator, posting(up))
			done(w, p, err)
			w.clock.Pass(8 * oneDay)
			confirmed := make(chan error)
			go func() {
				_, err := w.do.ConfirmAppointment(w.operator, command.ConfirmAppointmentInput{MembershipID: up})
				confirmed <- err
			}()
			lapsed := z.end(z.managing)
			if err := <-confirmed; err != nil {
				refusedWith(t, err, fault.WrongState)
			}
			z.stands(up, schema.MembershipStatusLapsed)
			if !slices.Equal(lapsed, []ident.ID{up.ID}) {
				t.Errorf("lapsed %v, want %v", lapsed, up)
			}
			z.managing = z.appoint(command.ProposeAppointmentInput{
				PostID: managers, PersonID: *person(z.manager), Mode: schema.MembershipModeEngaged,
			})
		}
	})
}

func TestRevokeAppointment(t *testing.T) {
	eachTown(t, func(w *town) {
		z := newZhongyuan(w)
		up := z.appoint(z.upward(z.manager, z.managing, z.project))
		revoke := command.RevokeAppointmentInput{MembershipID: z.managing, Reason: "选聘程序违法"}
		silent, early := revoke, revoke
		silent.Reason, early.On = "", on("2020-01-01")
		volunteer, err := w.do.EnrolMember(z.clerk, command.EnrolMemberInput{
			OrganizationID: *organization(z.owners), PersonID: person(z.manager), Kind: schema.MembershipKindVolunteer,
		})
		done(w, volunteer, err)
		refuses(w, w.do.RevokeAppointment, []refusal[command.RevokeAppointmentInput]{
			{"without a reason", z.clerk, silent, []fault.Code{fault.Blank}, "reason"},
			{"before it began", z.clerk, early, []fault.Code{fault.OutOfRange}, "on"},
			{"a volunteer", z.clerk, command.RevokeAppointmentInput{
				MembershipID: ident.Membership{ID: volunteer.MembershipID}, Reason: "不再参加",
			}, []fault.Code{fault.WrongKind}, "membershipId"},
			{"by a member of the committee", w.as(z.member), revoke, []fault.Code{fault.NotMandated}, ""},
		})
		proposed := z.propose(z.candidacy("候选人", "3-101"))
		p, err := w.do.RevokeAppointment(z.clerk, command.RevokeAppointmentInput{MembershipID: proposed, Reason: "提名有误"})
		done(w, p, err)
		if row := z.membership(proposed); row.Status != schema.MembershipStatusRevoked || *row.To != row.From {
			t.Errorf("a proposal that was revoked is kept from %s to %v as %s", row.From, row.To, row.Status)
		}
		w.clock.Pass(oneDay)
		answer := once(w, func(o ent.Order) (*command.RevokeAppointmentPayload, error) {
			revoke.Order = o
			return w.do.RevokeAppointment(z.clerk, revoke)
		})
		if !slices.Equal(answer.LapsedIDs, []ident.ID{up.ID}) {
			t.Errorf("lapsed %v, want %v", answer.LapsedIDs, up)
		}
		z.stands(z.managing, schema.MembershipStatusRevoked)
		z.stands(up, schema.MembershipStatusLapsed)
	})
}
