package command_test

import (
	"maps"
	"slices"
	"testing"
	"time"

	"sifang/ent"
	"sifang/ent/command"
	"sifang/ent/db/membership"
	"sifang/ent/view"
	"sifang/schema"
	"sifang/schema/fault"
	"sifang/schema/ident"
)

// The story of Zhongyuan: two directions up, one down, one by election; what
// rests on a post lapses with it, and what was won by election stays.
func TestCrossAppointments(t *testing.T) {
	eachTown(t, func(w *town) {
		z := newZhongyuan(w)
		managerUp := z.appoint(z.upward(z.manager, z.managing, z.project))
		chairUp := z.appoint(z.upward(z.chair, z.chairing, z.owners))
		down := z.appoint(command.ProposeAppointmentInput{
			PostID: z.quality, PersonID: *person(z.member), Mode: schema.MembershipModeDispatched,
			SourceID: &z.belonging, OnBehalfOfID: organization(z.residents),
		})
		won := z.appoint(command.ProposeAppointmentInput{
			PostID: z.ownersSeat, PersonID: *person(z.member), Mode: schema.MembershipModeElected, SourceID: &z.belonging,
		})
		further := z.appoint(command.ProposeAppointmentInput{
			PostID: z.advising, PersonID: *person(z.manager), Mode: schema.MembershipModeCoOpted, SourceID: &managerUp,
		})

		all := map[schema.CrossAppointmentDirection]int{
			schema.CrossAppointmentDirectionPropertyToCommunity: 1, schema.CrossAppointmentDirectionOwnersToCommunity: 1,
			schema.CrossAppointmentDirectionCommunityToProperty: 1, schema.CrossAppointmentDirectionCommunityToOwners: 1,
		}
		before := w.clock.Now().Format(time.DateOnly)
		if got := z.directions(w.visitor, before); !maps.Equal(got, all) {
			t.Errorf("the matrix shows %v, want %v", got, all)
		}

		w.clock.Pass(24 * time.Hour)
		today := w.clock.Now().Format(time.DateOnly)
		if got := z.end(z.managing); !slices.Equal(got, []ident.ID{managerUp.ID, further.ID}) {
			t.Errorf("with the manager's post lapsed %v, want %v and %v", got, managerUp, further)
		}
		if got := z.end(z.belonging); !slices.Equal(got, []ident.ID{down.ID}) {
			t.Errorf("with the committee seat lapsed %v, want %v", got, down)
		}
		z.stands(managerUp, schema.MembershipStatusLapsed)
		z.stands(further, schema.MembershipStatusLapsed)
		z.stands(down, schema.MembershipStatusLapsed)
		z.stands(won, schema.MembershipStatusEffective)
		z.stands(chairUp, schema.MembershipStatusEffective)
		if row := z.membership(managerUp); row.To == nil || row.To.String() != today {
			t.Errorf("the cross-appointment ends on %v, want %s", row.To, today)
		}

		left := map[schema.CrossAppointmentDirection]int{schema.CrossAppointmentDirectionOwnersToCommunity: 1}
		if got := z.directions(w.visitor, today); !maps.Equal(got, left) {
			t.Errorf("the matrix shows %v, want %v", got, left)
		}
		if got := z.directions(w.visitor, before); !maps.Equal(got, all) {
			t.Errorf("the matrix of the day before shows %v, want %v", got, all)
		}
		held, err := asked(w.visitor, view.On(w.store, on(today), nil).PostsHeld, w.store.Read().Person.Get, z.member)
		if err != nil || len(held) != 1 || held[0].MembershipID != won.ID {
			t.Errorf("the member elected to the owners' committee holds %+v (%v)", held, err)
		}
	})
}

func TestProposeAppointmentRefuses(t *testing.T) {
	eachTown(t, func(w *town) {
		z := newZhongyuan(w)
		z.appoint(z.upward(z.chair, z.chairing, z.owners))
		clerkOfNothing := w.as(w.person("路人"))

		employee := z.adult("物业员工", schema.SexMale)
		wife := z.adult("经理妻子", schema.SexFemale)
		z.owns(employee, "2-101")
		z.owns(wife, "2-102")
		z.declare(command.DeclareInterestInput{
			PersonID: *person(employee), Kind: schema.DeclarationKindEmployment, Relation: "EMPLOYEE", AboutOrganizationID: organization(z.project),
		})
		z.declare(command.DeclareInterestInput{
			PersonID: *person(z.manager), Kind: schema.DeclarationKindKinship, Relation: "SPOUSE", AboutPersonID: person(wife),
		})
		noAge := z.resident("年龄不详")
		z.owns(noAge, "2-103")

		for _, c := range [][2]string{{"2026-01-01", "2031-01-01"}} {
			p, err := w.do.StartTerm(z.clerk, command.StartTermInput{OrganizationID: *organization(z.owners), From: on(c[0]), To: on(c[1])})
			done(w, p, err)
		}
		candidate := z.adult("候选人", schema.SexMale)
		z.owns(candidate, "2-104")
		ownersMember := func(who ident.ID, change func(*command.ProposeAppointmentInput)) command.ProposeAppointmentInput {
			in := command.ProposeAppointmentInput{PostID: z.ownersSeat, PersonID: *person(who), Mode: schema.MembershipModeElected}
			if change != nil {
				change(&in)
			}
			return in
		}
		taken := z.appoint(ownersMember(candidate, nil))
		if row := z.membership(taken); row.To == nil || row.To.String() != "2031-01-01" || row.TermID == nil {
			t.Errorf("without an end the seat is held until %v, in term %v", row.To, row.TermID)
		}
		none := func(in *command.ProposeAppointmentInput) {
			in.PostID = ident.Post{ID: ident.New(ident.KindPost, w.store.Now())}
		}
		noSource := z.upward(z.manager, z.managing, z.project)
		noSource.SourceID = nil
		secondManager := z.adult("继任经理", schema.SexMale)

		refuses(w, w.do.ProposeAppointment, []refusal[command.ProposeAppointmentInput]{
			{"no such post", w.operator, ownersMember(z.chair, none), []fault.Code{fault.UnknownPost}, "postId"},
			{"a post that is not yet there", w.operator, ownersMember(z.chair, func(in *command.ProposeAppointmentInput) {
				in.From = on("2019-12-31")
			}), []fault.Code{fault.UnknownPost}, "postId"},
			{"no such person", w.operator, ownersMember(ident.New(ident.KindPerson, w.store.Now()), nil), []fault.Code{fault.NotFound}, "personId"},
			{"no such source", w.operator, z.upward(z.manager, ident.Membership{ID: ident.New(ident.KindMembership, w.store.Now())}, z.project),
				[]fault.Code{fault.NotFound}, "sourceId"},
			{"enrolled, ending before it starts", w.operator, ownersMember(z.member, func(in *command.ProposeAppointmentInput) {
				in.Mode, in.To, in.Basis = schema.MembershipModeEnrolled, on("2026-01-01"), new("\u0007")
			}), []fault.Code{fault.WrongKind, fault.EndsBeforeItStarts, fault.ControlCharacter}, "mode"},
			{"staff of the property company", w.operator, ownersMember(employee, nil), []fault.Code{fault.Incompatible}, "personId"},
			{"the manager's wife", w.operator, ownersMember(wife, nil), []fault.Code{fault.Incompatible}, "personId"},
			{"the manager, who owns nothing there", w.operator, ownersMember(z.manager, nil),
				[]fault.Code{fault.NotEligible, fault.Incompatible}, "personId"},
			{"an age nobody recorded", w.operator, ownersMember(noAge, nil), []fault.Code{fault.MissingFact}, "personId"},
			{"engaged where an election is due", w.operator, command.ProposeAppointmentInput{
				PostID: z.elected(z.residents, schema.PostCategoryViceChair, 1), PersonID: *person(z.chair), Mode: schema.MembershipModeEngaged,
			}, []fault.Code{fault.NotEligible}, "personId"},
			{"twice in one post", w.operator, ownersMember(candidate, nil), []fault.Code{fault.OverlappingTerm}, "personId"},
			{"beyond the term", w.operator, ownersMember(z.member, func(in *command.ProposeAppointmentInput) { in.To = on("2031-01-02") }),
				[]fault.Code{fault.OutsideTerm}, "to"},
			{"after the term", w.operator, ownersMember(z.member, func(in *command.ProposeAppointmentInput) { in.From = on("2031-01-01") }),
				[]fault.Code{fault.OutsideTerm}, "from"},
			{"before the term", w.operator, ownersMember(z.member, func(in *command.ProposeAppointmentInput) { in.From = on("2025-12-31") }),
				[]fault.Code{fault.OutsideTerm}, "from"},
			{"a part-time member of nowhere", w.operator, noSource, []fault.Code{fault.SourceRequired}, "sourceId"},
			{"on the strength of somebody else's post", w.operator, z.upward(z.manager, z.chairing, z.project),
				[]fault.Code{fault.SourceNotHeld}, "sourceId"},
			{"a post that is taken", w.operator, command.ProposeAppointmentInput{
				PostID: ident.Post{ID: *z.membership(z.managing).PostID}, PersonID: *person(secondManager), Mode: schema.MembershipModeEngaged,
			}, []fault.Code{fault.PostFull}, "postId"},
			{"by a stranger", clerkOfNothing, ownersMember(z.member, nil), []fault.Code{fault.NotMandated}, ""},
		})

		// The owner's own officer may; a person whom the officer may not see does
		// not exist for them.
		officer := w.as(z.chair)
		elsewhere := w.person("邻社区居民")
		refuses(w, w.do.ProposeAppointment, []refusal[command.ProposeAppointmentInput]{
			{"somebody unknown here", officer, ownersMember(elsewhere, nil), []fault.Code{fault.NotFound}, "personId"},
		})
		once(w, func(o ent.Order) (*command.ProposeAppointmentPayload, error) {
			return w.do.ProposeAppointment(officer, ownersMember(z.member, func(in *command.ProposeAppointmentInput) { in.Order = o }))
		})
	})
}

// A refusal names the rule, its source, and says in a sentence what is wrong.
func TestRefusalNamesTheRule(t *testing.T) {
	eachTown(t, func(w *town) {
		z := newZhongyuan(w)
		_, err := w.do.ProposeAppointment(w.operator, command.ProposeAppointmentInput{
			PostID: z.ownersSeat, PersonID: *person(z.manager), Mode: schema.MembershipModeElected,
		})
		faults, _ := fault.Of(err)
		if len(faults) != 2 {
			t.Fatalf("answered %v", err)
		}
		told := map[string]string{}
		for _, fact := range faults[1].Facts {
			told[fact.Name] = fact.Text(fault.Chinese)
		}
		if told["rule"] != "PROPERTY_STAFF" || told["source"] == "" || told["sentence"] == "" || told["tie"] != "SELF" {
			t.Errorf("the refusal tells %v", told)
		}
	})
}

// Two proposals at once for the last place: one of them gets it.
func TestLastPlaceIsGivenOnce(t *testing.T) {
	eachTown(t, func(w *town) {
		k := newWard(w, "410102001")
		project := w.organization(schema.OrganizationKindPropertyProject, "物业项目部",
			w.organization(schema.OrganizationKindPropertyCompany, "物业公司", ident.Nil, k.street), k.estate)
		post := k.post(project, schema.PostCategoryProjectManager, schema.SeatKindAppointed, schema.VotingRightFull, 1)
		const rivals = 4
		refused := make(chan error, rivals)
		for i := range rivals {
			who := k.adult(string(rune('甲'+i)), schema.SexMale)
			go func() {
				_, err := w.do.ProposeAppointment(w.operator, command.ProposeAppointmentInput{
					PostID: post, PersonID: *person(who), Mode: schema.MembershipModeEngaged,
				})
				refused <- err
			}()
		}
		won := 0
		for range rivals {
			if err := <-refused; err == nil {
				won++
			} else {
				refusedWith(t, err, fault.PostFull)
			}
		}
		held, err := w.store.Read().Membership.Query().Where(membership.PostID(post.ID)).Count(ent.Unguarded(t.Context()))
		if err != nil || won != 1 || held != 1 {
			t.Errorf("%d of %d were given the one place, %d rows (%v)", won, rivals, held, err)
		}
	})
}
