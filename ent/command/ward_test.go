package command_test

import (
	"context"
	"maps"
	"time"

	"sifang/ent/command"
	"sifang/ent/db"
	"sifang/ent/view"
	"sifang/schema"
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
	// One that ends on a day of rest hangs longer.
	if over := get(k.town, k.store.Read().Publication.Get, p.PublicationID).Until.End(); k.store.Now().Before(over) {
		k.clock.Set(over)
	}
	c, err := k.do.ConfirmAppointment(k.operator, command.ConfirmAppointmentInput{MembershipID: m})
	done(k.town, c, err)
	return m
}

// end ends a membership today and answers what lapsed with it.
func (k *ward) end(m ident.Membership) []ident.ID {
	k.Helper()
	p, err := k.do.EndMembership(k.clerk, command.EndMembershipInput{MembershipID: m, Reason: schema.EndReasonRemoved})
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
	matrix, err := asked(as, view.On(z.store, on(day), nil).CrossAppointments, z.store.Read().Linkage.Get, z.linkage)
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

func (k *ward) declare(in command.DeclareInterestInput) {
	k.Helper()
	p, err := k.do.DeclareInterest(k.clerk, in)
	done(k.town, p, err)
}
