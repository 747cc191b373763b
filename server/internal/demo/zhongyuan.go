package demo

import (
	"fmt"
	"time"

	"sifang/ent/command"
	"sifang/schema"
	"sifang/schema/ident"
)

// 22 cadres look after 78 courtyards that nobody manages.
const (
	zhongyuanPeople     = 22
	zhongyuanCourtyards = 78
)

// zhongyuan is a district in Zhengzhou where people cross between property
// company, owners and community in all three directions.
func zhongyuan(t *teller) {
	province := t.division(schema.AreaKindProvince, "河南省", "410000", nil)
	city := t.division(schema.AreaKindCity, "郑州市", "410100", province)
	district := t.division(schema.AreaKindDistrict, "中原区", "410102", city)
	street := t.area(schema.AreaKindStreet, "桐柏路街道", district)
	clerk := t.clerk(t.organization(schema.OrganizationKindStreetOffice, "桐柏路街道办事处", street, nil))
	t.plays(clerk, "街道经办人（中原）", "Clerk of a street office (Zhongyuan)")

	community := t.area(schema.AreaKindCommunity, "井下基地社区", street)
	t.courtyards(community)
	t.crossings(community)
}

func (t *teller) courtyards(community *ident.Area) {
	var yards []ident.Area
	for i := range zhongyuanCourtyards {
		yards = append(yards, *t.area(schema.AreaKindCourtyard, fmt.Sprintf("无主管楼院%02d", i+1), community))
	}
	for i := range zhongyuanPeople {
		cadre := t.resident(nil)
		// 78 among 22: the first twelve have four, the others three.
		from, to := i*zhongyuanCourtyards/zhongyuanPeople, (i+1)*zhongyuanCourtyards/zhongyuanPeople
		tell(t, t.do.Assign, command.AssignInput{PersonID: &cadre, Duty: schema.DutyContact, AreaIDs: yards[from:to]})
	}
}

// crossings seats the manager of the property project and the head of the
// owners' committee among the community's committees, and sends a member of
// those to watch the quality of property services.
func (t *teller) crossings(community *ident.Area) {
	estate := t.area(schema.AreaKindEstate, "井下基地小区", community)
	building := t.area(schema.AreaKindBuilding, "1号楼", estate)
	party := t.organization(schema.OrganizationKindPartyGeneralBranch, "井下基地社区党总支", community, nil)
	residents := t.organization(schema.OrganizationKindResidentsCommittee, "井下基地社区居民委员会", community, nil)
	project := t.organization(schema.OrganizationKindPropertyProject, "井下基地物业服务项目", estate, nil)
	owners := t.organization(schema.OrganizationKindOwnersCommittee, "井下基地小区业主委员会", estate, nil)
	tell(t, t.do.CoverArea, command.CoverAreaInput{OrganizationID: owners, AreaIDs: []ident.Area{*estate}})
	tell(t, t.do.CoverArea, command.CoverAreaInput{OrganizationID: project, AreaIDs: []ident.Area{*estate}})

	manager, chair, member := t.resident(community), t.owner(community, building, "1-1-101"), t.resident(community)
	ofProject := t.seat(t.post(project, schema.PostCategoryProjectManager, "项目负责人", schema.SeatKindAppointed, 1), manager, schema.MembershipModeEngaged)
	ofOwners := t.seat(t.post(owners, schema.PostCategoryChair, "业委会主任", schema.SeatKindElected, 1), chair, schema.MembershipModeElected)
	ofResidents := t.seat(t.post(residents, schema.PostCategoryViceChair, "居委会副主任", schema.SeatKindElected, 1), member, schema.MembershipModeElected)
	partTime := t.postWith(residents, schema.PostCategoryPartTimeMember, "兼职委员", schema.SeatKindCoOpted, schema.VotingRightConsultative, 4)
	supervisor := t.postWith(project, schema.PostCategoryQualitySupervisor, "物业服务项目质量监督员", schema.SeatKindAppointed, schema.VotingRightNone, 2)
	t.settle()

	cross := func(post ident.Post, person ident.Person, mode schema.MembershipMode, from ident.Organization, source ident.Membership) {
		t.appoint(command.ProposeAppointmentInput{PostID: post, PersonID: person, Mode: mode, OnBehalfOfID: &from, SourceID: &source})
	}
	cross(partTime, manager, schema.MembershipModeEngaged, project, ofProject)
	cross(partTime, chair, schema.MembershipModeEngaged, owners, ofOwners)
	cross(supervisor, member, schema.MembershipModeDispatched, residents, ofResidents)
	t.settle()

	linkage := t.linkage("社区+物业+居民三方联动", estate, "JOINT_ALL_PARTIES",
		voting(residents, schema.LinkageRoleConvenes), voting(project, schema.LinkageRoleParticipates), voting(owners, schema.LinkageRoleParticipates))
	tell(t, t.do.RelateOrganizations, command.RelateOrganizationsInput{
		Kind: schema.RelationKindLedBy, OrganizationID: residents, TargetID: party,
	})
	t.hurried(estate, linkage, residents, member)
	t.plays(chair, "业委会主任（中原）", "Chair of an owners' committee (Zhongyuan)")
	t.plays(member, "居委会副主任、质量监督员（中原）", "Vice chair of a residents' committee who watches property services (Zhongyuan)")
}

// hurried is a joint meeting that was called too late for its notice. Whoever
// called it was told so and did it all the same: the flag stays.
func (t *teller) hurried(estate *ident.Area, linkage ident.Linkage, residents ident.Organization, chair ident.Person) {
	charging := t.proposal("电动自行车集中充电点选址", "在北门旧车棚设置集中充电点，由物业项目负责日常管理。", "SAFETY_AND_ORDER", estate, schema.ProposalSourceInspection)
	t.until(t.ago(time.Hour))
	t.as(chair)
	s := t.joint("三方联动联席会议", linkage, residents, chair, t.soon(2), charging)
	t.call(s, schema.WarningCodeNoticeTooShort)
}
