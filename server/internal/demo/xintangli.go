package demo

import (
	"fmt"

	"sifang/ent/command"
	"sifang/schema"
	"sifang/schema/ident"
)

// Of the eleven entrances eight asked for a lift and were recommended.
const (
	xintangliEntrances   = 11
	xintangliRecommended = 8
)

// xintangli is an estate in Xiangtan where the street's Party working committee
// leads, the community's general branch convenes, the estate's branch organizes,
// and the owners' committee and its supervisors take part.
func xintangli(t *teller) {
	province := t.division(schema.AreaKindProvince, "湖南省", "430000", nil)
	city := t.division(schema.AreaKindCity, "湘潭市", "430300", province)
	district := t.division(schema.AreaKindDistrict, "岳塘区", "430304", city)
	street := t.area(schema.AreaKindStreet, "双马街道", district)
	working := t.organization(schema.OrganizationKindPartyWorkingCommittee, "双马街道党工委", street, nil)
	clerk := t.clerk(t.organization(schema.OrganizationKindStreetOffice, "双马街道办事处", street, nil))
	t.plays(clerk, "街道经办人（新塘里）", "Clerk of a street office (Xintangli)")

	e := &estate{community: t.area(schema.AreaKindCommunity, "新塘里社区", street)}
	e.area = t.area(schema.AreaKindEstate, "三湘鑫苑小区", e.community)
	for i := range xintangliEntrances {
		e.entrances = append(e.entrances, t.area(schema.AreaKindEntrance, fmt.Sprintf("第%d单元", i+1), e.area))
	}
	general := t.organization(schema.OrganizationKindPartyGeneralBranch, "新塘里社区党总支", e.community, &working)
	e.branch = t.organization(schema.OrganizationKindPartyBranch, "三湘鑫苑小区邻里党支部", e.area, &general)
	e.owners = t.organization(schema.OrganizationKindOwnersCommittee, "三湘鑫苑小区业主委员会", e.area, nil)
	e.supervisors = t.organization(schema.OrganizationKindOwnersSupervisionCommittee, "三湘鑫苑小区业主监督委员会", e.area, nil)
	tell(t, t.do.CoverArea, command.CoverAreaInput{OrganizationID: e.owners, AreaIDs: []ident.Area{*e.area}})
	tell(t, t.do.CoverArea, command.CoverAreaInput{OrganizationID: e.supervisors, AreaIDs: []ident.Area{*e.area}})
	t.supervised(e.owners, e.supervisors)
	t.staff(e, general)

	linkage := t.linkage("三湘鑫苑联席会议", e.area, "JOINT_MAJORITY_OF_PARTIES",
		command.LinkagePartyInput{OrganizationID: working, Role: schema.LinkageRoleLeads},
		voting(general, schema.LinkageRoleConvenes), voting(e.branch, schema.LinkageRoleOrganizes),
		voting(e.owners, schema.LinkageRoleParticipates), voting(e.supervisors, schema.LinkageRoleParticipates))
	t.lifts(e, general, linkage)

	t.plays(e.general, "社区党总支书记（新塘里）", "Secretary of a community's general Party branch (Xintangli)")
	t.plays(e.chair, "业委会主任、小区党支部书记（新塘里）", "Chair of an owners' committee and secretary of the estate's branch (Xintangli)")
	t.plays(e.auditor, "居务监督委员会成员（新塘里）", "Auditor: member of the residents' supervision committee (Xintangli)")
	t.plays(e.resident, "居民、业主（新塘里）", "Resident and owner (Xintangli)")
}

// estate is Xintangli's, with the people who matter there.
type estate struct {
	community, area                               *ident.Area
	entrances                                     []*ident.Area
	branch, owners, supervisors                   ident.Organization
	general, chair, vice, head, auditor, resident ident.Person
}

// staff fills the posts. One person is secretary of the branch and chair of the
// owners' committee; four of the five committee members and all three
// supervisors belong to the Party.
func (t *teller) staff(e *estate, general ident.Organization) {
	e.general = t.resident(e.community)
	t.partyMember(general, e.general)
	t.seat(t.post(general, schema.PostCategorySecretary, "党总支书记", schema.SeatKindElected, 1), e.general, schema.MembershipModeElected)

	e.chair, e.vice, e.head, e.resident = t.flat(e), t.flat(e), t.flat(e), t.flat(e)
	t.partyMember(e.branch, e.chair)
	t.partyMember(e.branch, e.vice)
	t.partyMember(e.branch, e.head)
	t.seat(t.post(e.branch, schema.PostCategorySecretary, "支部书记", schema.SeatKindElected, 1), e.chair, schema.MembershipModeElected)
	t.seat(t.post(e.owners, schema.PostCategoryChair, "主任", schema.SeatKindElected, 1), e.chair, schema.MembershipModeElected)
	t.seat(t.post(e.owners, schema.PostCategoryViceChair, "副主任", schema.SeatKindElected, 1), e.vice, schema.MembershipModeElected)
	members := t.post(e.owners, schema.PostCategoryMember, "委员", schema.SeatKindElected, 3)
	for i := range 3 {
		member := t.flat(e)
		if i < 2 {
			t.partyMember(e.branch, member)
		}
		t.seat(members, member, schema.MembershipModeElected)
	}
	t.seat(t.post(e.supervisors, schema.PostCategoryChair, "召集人", schema.SeatKindElected, 1), e.head, schema.MembershipModeElected)
	watching := t.post(e.supervisors, schema.PostCategorySupervisor, "监督委员", schema.SeatKindElected, 2)
	for range 2 {
		member := t.flat(e)
		t.partyMember(e.branch, member)
		t.seat(watching, member, schema.MembershipModeElected)
	}
	audit := t.organization(schema.OrganizationKindResidentsSupervisionCommittee, "新塘里社区居务监督委员会", e.community, nil)
	e.auditor = t.resident(e.community)
	t.seat(t.post(audit, schema.PostCategorySupervisor, "居务监督委员", schema.SeatKindElected, 3), e.auditor, schema.MembershipModeElected)
	t.settle()
}

// flat is an owner in one entrance after the other.
func (t *teller) flat(e *estate) ident.Person {
	return t.owner(e.community, e.entrances[t.names%xintangliEntrances], fmt.Sprintf("%d01", 1+t.names%6))
}

// lifts is the joint meeting on eleven proposals for a lift, one an entrance.
// Putting in a lift is for the owners to decide, so what the meeting issues are
// recommendations.
func (t *teller) lifts(e *estate, general ident.Organization, linkage ident.Linkage) {
	var proposals []ident.Proposal
	for i, entrance := range e.entrances {
		proposals = append(proposals, t.proposal(fmt.Sprintf("第%d单元加装电梯", i+1),
			fmt.Sprintf("第%d单元业主申报加装电梯，请联席会议推荐，由本单元业主表决。", i+1), "REBUILDING", entrance, schema.ProposalSourceOwner))
	}
	parties := t.parties(linkage, 5)
	t.as(e.general)
	s := t.joint("加装电梯联席会议", linkage, general, e.general, t.soon(10), proposals...)
	t.call(s)
	present := []delegate{t.authorize(parties[1], e.general), t.authorize(parties[2], e.chair)}
	t.as(e.chair)
	present = append(present, t.authorize(parties[3], e.vice))
	t.as(e.head)
	present = append(present, t.authorize(parties[4], e.head))

	t.until(s.starts)
	t.as(e.general)
	t.open(s, present...)
	for i, d := range present {
		t.paper(s, d.person, liftChoices(i)...)
	}
	t.closeVotes(s)
	for i := range xintangliRecommended {
		t.resolve(s, i, fmt.Sprintf("关于推荐第%d单元加装电梯的建议", i+1))
	}
	tell(t, t.do.CloseMeeting, command.CloseMeetingInput{MeetingID: s.meeting, CarryOver: true})
}

// liftChoices are the choices of the nth party: eight entrances find a
// majority, on the ninth the parties are divided two to two, on the last two
// only one is for it.
func liftChoices(party int) []schema.BallotChoice {
	choices := make([]schema.BallotChoice, xintangliEntrances)
	for i := range choices {
		choices[i] = schema.BallotChoiceFor
		tied, lost := i == xintangliRecommended, i > xintangliRecommended
		if tied && party >= 2 || lost && party >= 1 {
			choices[i] = schema.BallotChoiceAgainst
		}
	}
	return choices
}
