package command_test

import (
	"context"
	"maps"
	"slices"
	"testing"
	"time"

	"sifang/ent"
	"sifang/ent/command"
	"sifang/ent/db"
	"sifang/ent/db/membership"
	"sifang/ent/view"
	"sifang/schema"
	"sifang/schema/fault"
	"sifang/schema/ident"
)

// ward is a second street in the town, with a community and an estate of its
// own and a clerk of the street who keeps their registers.
type ward struct {
	*town
	street, community, estate ident.ID
	clerk                     context.Context
}

// newWard registers a street with a code of the administrative division, which
// decides whose rules are in force there.
func newWard(w *town, code string) *ward {
	w.Helper()
	p, err := w.do.RegisterArea(w.operator, command.RegisterAreaInput{
		Kind: schema.AreaKindStreet, Name: "街道", Code: &code, From: on("2020-01-01"),
	})
	k := &ward{town: w, street: done(w, p, err).AreaID}
	k.community = w.area(schema.AreaKindCommunity, "井下基地社区", k.street)
	k.estate = w.area(schema.AreaKindEstate, "井下基地小区", k.community)
	office := w.organization(schema.OrganizationKindStreetOffice, "街道办事处", ident.Nil, k.street)
	k.clerk = w.officer("街道工作人员", office, schema.PostCategoryClerk)
	return k
}

// adult is a person who is old enough for every post.
func (k *ward) adult(name string, sex schema.Sex) ident.ID {
	k.Helper()
	p, err := k.do.RegisterPerson(k.operator, command.RegisterPersonInput{
		Name: name, Sex: &sex, BirthDate: on("1980-05-05"), CommunityID: &ident.Area{ID: k.community},
	})
	return done(k.town, p, err).PersonID
}

// resident is a person of whom only the name is recorded.
func (k *ward) resident(name string) ident.ID {
	k.Helper()
	p, err := k.do.RegisterPerson(k.operator, command.RegisterPersonInput{Name: name, CommunityID: &ident.Area{ID: k.community}})
	return done(k.town, p, err).PersonID
}

// owns makes the person the owner of a flat in the estate.
func (k *ward) owns(who ident.ID, number string) {
	k.Helper()
	in := k.flat(number)
	in.AreaID = ident.Area{ID: k.estate}
	unit, err := k.do.RegisterUnit(k.clerk, in)
	done(k.town, unit, err)
	p, err := k.do.RegisterOwnership(k.clerk, command.RegisterOwnershipInput{
		UnitID: ident.Unit{ID: unit.UnitID}, PersonID: person(who), From: on("2020-01-01"),
	})
	done(k.town, p, err)
}

// post creates a post of which there are so many.
func (k *ward) post(of ident.ID, category schema.PostCategory, kind schema.SeatKind, right schema.VotingRight, capacity int) ident.Post {
	k.Helper()
	p, err := k.do.CreatePost(k.operator, command.CreatePostInput{
		OrganizationID: ident.Organization{ID: of}, Category: category, Title: string(category), SeatKind: kind,
		VotingRight: right, Capacity: capacity, From: on("2020-01-01"),
	})
	return ident.Post{ID: done(k.town, p, err).PostID}
}

// elected creates posts with a vote that are filled by election.
func (k *ward) elected(of ident.ID, category schema.PostCategory, capacity int) ident.Post {
	k.Helper()
	return k.post(of, category, schema.SeatKindElected, schema.VotingRightFull, capacity)
}

func (k *ward) propose(in command.ProposeAppointmentInput) ident.Membership {
	k.Helper()
	p, err := k.do.ProposeAppointment(k.operator, in)
	return ident.Membership{ID: done(k.town, p, err).MembershipID}
}

func posting(m ident.Membership) command.PublishInput {
	return command.PublishInput{MembershipID: &m, Place: "社区公告栏", Text: "任前公示"}
}

// appoint proposes, posts for the days it takes, and confirms.
func (k *ward) appoint(in command.ProposeAppointmentInput) ident.Membership {
	k.Helper()
	m := k.propose(in)
	p, err := k.do.Publish(k.operator, posting(m))
	done(k.town, p, err)
	k.clock.Pass(4 * 24 * time.Hour)
	c, err := k.do.ConfirmAppointment(k.operator, command.ConfirmAppointmentInput{MembershipID: m})
	done(k.town, c, err)
	return m
}

// end ends a membership today and answers what lapsed with it.
func (k *ward) end(m ident.Membership) []ident.ID {
	k.Helper()
	p, err := k.do.EndMembership(k.clerk, command.EndMembershipInput{MembershipID: m, Reason: schema.EndReasonResigned})
	return done(k.town, p, err).LapsedIDs
}

func (k *ward) membership(m ident.Membership) *db.Membership {
	k.Helper()
	return get(k.town, k.store.Read().Membership.Get, m.ID)
}

// stands asserts the state of a membership.
func (k *ward) stands(m ident.Membership, want schema.MembershipStatus) {
	k.Helper()
	if got := k.membership(m).Status; got != want {
		k.Errorf("the membership is %s, want %s", got, want)
	}
}

// zhongyuan is a community with a property project, in which people of each
// party sit in the bodies of the others.
type zhongyuan struct {
	*ward
	residents, owners, project, forum ident.ID
	linkage                           ident.ID
	manager, chair, member            ident.ID // persons
	managing, chairing, belonging     ident.Membership
	partTime, quality, ownersSeat     ident.Post
	advising                          ident.Post
}

func newZhongyuan(w *town) *zhongyuan {
	w.Helper()
	z := &zhongyuan{ward: newWard(w, "410102001")}
	z.residents = w.organization(schema.OrganizationKindResidentsCommittee, "社区居委会", ident.Nil, z.community)
	z.owners = w.organization(schema.OrganizationKindOwnersCommittee, "业主委员会", ident.Nil, z.estate)
	company := w.organization(schema.OrganizationKindPropertyCompany, "物业公司", ident.Nil, z.street)
	z.project = w.organization(schema.OrganizationKindPropertyProject, "物业项目部", company, z.estate)
	z.forum = w.organization(schema.OrganizationKindCoGovernanceCommittee, "共治委员会", ident.Nil, z.estate)

	z.manager = z.adult("项目经理", schema.SexMale)
	z.chair = z.adult("业委会主任", schema.SexFemale)
	z.member = z.adult("居委会委员", schema.SexFemale)
	z.owns(z.chair, "1-101")
	z.owns(z.member, "1-102")

	managers := z.post(z.project, schema.PostCategoryProjectManager, schema.SeatKindAppointed, schema.VotingRightFull, 1)
	z.quality = z.post(z.project, schema.PostCategoryQualitySupervisor, schema.SeatKindAppointed, schema.VotingRightNone, 1)
	z.partTime = z.post(z.residents, schema.PostCategoryPartTimeMember, schema.SeatKindCoOpted, schema.VotingRightConsultative, 2)
	z.ownersSeat = z.elected(z.owners, schema.PostCategoryMember, 4)
	z.advising = z.post(z.forum, schema.PostCategoryOther, schema.SeatKindCoOpted, schema.VotingRightConsultative, 3)

	z.managing = z.appoint(command.ProposeAppointmentInput{PostID: managers, PersonID: *person(z.manager), Mode: schema.MembershipModeEngaged})
	z.chairing = z.appoint(command.ProposeAppointmentInput{
		PostID: z.elected(z.owners, schema.PostCategoryChair, 1), PersonID: *person(z.chair), Mode: schema.MembershipModeElected,
	})
	z.belonging = z.appoint(command.ProposeAppointmentInput{
		PostID: z.elected(z.residents, schema.PostCategoryMember, 5), PersonID: *person(z.member), Mode: schema.MembershipModeElected,
	})
	p, err := w.do.FormLinkage(z.clerk, command.FormLinkageInput{
		Name: "三方联动", AreaID: ident.Area{ID: z.estate}, RuleCode: "JOINT_ALL_PARTIES",
		Parties: []command.LinkagePartyInput{
			{OrganizationID: *organization(z.residents), Role: schema.LinkageRoleConvenes, Votes: true},
			{OrganizationID: *organization(z.owners), Role: schema.LinkageRoleParticipates, Votes: true},
			{OrganizationID: *organization(z.project), Role: schema.LinkageRoleParticipates, Votes: true},
		},
	})
	z.linkage = done(w, p, err).LinkageID
	return z
}

// upward engages somebody as part-time member of the residents' committee on
// the strength of another post.
func (z *zhongyuan) upward(who ident.ID, source ident.Membership, behalf ident.ID) command.ProposeAppointmentInput {
	return command.ProposeAppointmentInput{
		PostID: z.partTime, PersonID: *person(who), Mode: schema.MembershipModeEngaged,
		SourceID: &source, OnBehalfOfID: organization(behalf),
	}
}

// directions are how many cross-appointments lead each way, as the matrix
// tells it, and the seats in it.
func (z *zhongyuan) directions(as context.Context, day string) map[schema.CrossAppointmentDirection]int {
	z.Helper()
	matrix, err := view.CrossAppointmentsOf(as, z.store, z.linkage, on(day), nil)
	if err != nil {
		z.Fatal(err)
	}
	if matrix.On.String() != day || len(matrix.Cells) != 6 {
		z.Fatalf("the matrix of %s has %d cells", matrix.On, len(matrix.Cells))
	}
	count := map[schema.CrossAppointmentDirection]int{}
	for _, one := range matrix.Directions {
		if one.Count > 0 {
			count[one.Direction] = one.Count
		}
	}
	inCells := map[schema.CrossAppointmentDirection]int{}
	for _, cell := range matrix.Cells {
		if n := len(cell.Appointments); n > 0 {
			inCells[cell.Direction] += n
		}
	}
	if !maps.Equal(count, inCells) {
		z.Errorf("the sums %v are not those of the cells %v", count, inCells)
	}
	return count
}

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
		held, err := view.PostsHeldBy(w.visitor, w.store, z.member, on(today), nil)
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

func (k *ward) declare(in command.DeclareInterestInput) {
	k.Helper()
	p, err := k.do.DeclareInterest(k.clerk, in)
	done(k.town, p, err)
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
