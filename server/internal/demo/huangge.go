package demo

import (
	"fmt"
	"time"

	"sifang/ent/command"
	"sifang/schema"
	"sifang/schema/ident"
)

// The four levels of Huangge: one branch of the estate, 2 grid branches, 34
// groups, 353 responsibility areas.
const (
	huanggeGrids  = 2
	huanggeGroups = 34
	huanggeAreas  = 353
)

// huangge is an estate of a town in Guangzhou whose linkage has four parties
// of a set of its own: the estate's Party branch, the co-governance committee,
// the grid branches and the property company.
func huangge(t *teller) {
	province := t.division(schema.AreaKindProvince, "广东省", "440000", nil)
	city := t.division(schema.AreaKindCity, "广州市", "440100", province)
	district := t.division(schema.AreaKindDistrict, "南沙区", "440115", city)
	town := t.area(schema.AreaKindTownship, "黄阁镇", district)
	office := t.organization(schema.OrganizationKindStreetOffice, "黄阁镇人民政府", town, nil)
	t.clerk(office)

	community := t.area(schema.AreaKindCommunity, "凤凰社区", town)
	estate := t.area(schema.AreaKindEstate, "万科府前一号小区", community)
	party := t.organization(schema.OrganizationKindPartyCommittee, "凤凰社区党委", community, nil)
	branch := t.organization(schema.OrganizationKindPartyBranch, "万科府前一号小区党支部", estate, &party)
	grids := t.fourLevels(estate, branch)
	residents := t.organization(schema.OrganizationKindResidentsCommittee, "凤凰社区居民委员会", community, nil)
	project := t.organization(schema.OrganizationKindPropertyProject, "万科府前一号物业服务中心", estate, nil)
	committee := t.organization(schema.OrganizationKindCoGovernanceCommittee, "万科府前一号共治共享委员会", estate, nil)
	t.supervised(committee, party, residents,
		t.organization(schema.OrganizationKindResidentsSupervisionCommittee, "凤凰社区居务监督委员会", community, nil))

	secretary, manager := t.resident(community), t.resident(community)
	t.partyMember(branch, secretary)
	first := t.seat(t.post(branch, schema.PostCategorySecretary, "党支部书记", schema.SeatKindElected, 1), secretary, schema.MembershipModeElected)
	second := t.seat(t.post(project, schema.PostCategoryProjectManager, "项目经理", schema.SeatKindAppointed, 1), manager, schema.MembershipModeEngaged)
	member := t.resident(community)
	third := t.seat(t.post(residents, schema.PostCategoryMember, "居委会委员", schema.SeatKindElected, 5), member, schema.MembershipModeElected)
	t.settle()

	// Five kinds of seats, at least one of each.
	seats := t.post(committee, schema.PostCategoryMember, "委员", schema.SeatKindAppointed, 9)
	t.delegated(t.post(committee, schema.PostCategoryChair, "主任委员", schema.SeatKindAppointed, 1), secretary, branch, first)
	t.delegated(seats, manager, project, second)
	t.delegated(seats, member, residents, third)
	activist, neighbour := t.resident(community), t.resident(community)
	t.partyMember(branch, activist)
	t.seat(seats, activist, schema.MembershipModeElected)
	t.seat(seats, neighbour, schema.MembershipModeElected)
	t.settle()

	t.seat(t.post(grids[0], schema.PostCategorySecretary, "网格党支部书记", schema.SeatKindElected, 1), activist, schema.MembershipModeElected)
	t.settle()

	linkage := t.linkage("万科府前一号四方联动", estate, "JOINT_MAJORITY_OF_PARTIES",
		voting(branch, schema.LinkageRoleConvenes), voting(committee, schema.LinkageRoleOrganizes),
		voting(grids[0], schema.LinkageRoleParticipates), voting(project, schema.LinkageRoleParticipates))
	t.underWay(estate, linkage, branch, []ident.Person{secretary, neighbour, activist, manager})
	t.plays(secretary, "小区党支部书记（黄阁）", "Secretary of an estate's Party branch (Huangge)")
	t.plays(manager, "物业项目经理（黄阁）", "Manager of a property project (Huangge)")
	t.plays(neighbour, "群众代表（黄阁）", "Residents' representative (Huangge)")
}

// underWay is a joint meeting that sits while the demo is looked at: two of its
// four parties have voted.
func (t *teller) underWay(estate *ident.Area, linkage ident.Linkage, branch ident.Organization, people []ident.Person) {
	hall := t.proposal("架空层改建居民议事厅", "将3号楼架空层整修为居民议事厅，费用由共建资金承担。", "ENVIRONMENT_AND_HYGIENE", estate, schema.ProposalSourceResident)
	t.until(t.ago(10 * oneDay))
	t.as(people[0])
	s := t.joint("四方联动协商会议", linkage, branch, people[0], t.ago(time.Hour), hall)
	t.call(s)
	var present []delegate
	for i, party := range t.parties(linkage, len(people)) {
		if i == len(people)-1 {
			t.as(people[i]) // the company names its own
		}
		present = append(present, t.authorize(party, people[i]))
	}
	t.until(t.ago(10 * time.Minute))
	t.as(people[0])
	t.open(s, present...)
	t.paper(s, people[0], schema.BallotChoiceFor)
	t.paper(s, people[1], schema.BallotChoiceFor)
}

// fourLevels builds what lies below the estate's branch.
func (t *teller) fourLevels(estate *ident.Area, branch ident.Organization) []ident.Organization {
	var branches, groups []ident.Organization
	for i := range huanggeGrids {
		grid := t.area(schema.AreaKindGrid, fmt.Sprintf("第%d网格", i+1), estate)
		branches = append(branches, t.organization(schema.OrganizationKindGridPartyBranch, fmt.Sprintf("第%d网格党支部", i+1), grid, &branch))
	}
	for i := range huanggeGroups {
		groups = append(groups, t.organization(schema.OrganizationKindPartyGroup, fmt.Sprintf("第%d党小组", i+1), estate, &branches[i%huanggeGrids]))
	}
	covered := make([][]ident.Area, huanggeGroups)
	for i := range huanggeAreas {
		area := t.area(schema.AreaKindResponsibilityArea, fmt.Sprintf("党员责任区%03d", i+1), estate)
		covered[i%huanggeGroups] = append(covered[i%huanggeGroups], *area)
	}
	for i, group := range groups {
		tell(t, t.do.CoverArea, command.CoverAreaInput{OrganizationID: group, AreaIDs: covered[i]})
	}
	return branches
}

// supervised says who supervises an organization.
func (t *teller) supervised(o ident.Organization, supervisors ...ident.Organization) {
	for _, s := range supervisors {
		tell(t, t.do.RelateOrganizations, command.RelateOrganizationsInput{
			Kind: schema.RelationKindSupervises, OrganizationID: s, TargetID: o,
		})
	}
}

// delegated seats somebody on behalf of their own organization, on the strength
// of the post they hold there.
func (t *teller) delegated(post ident.Post, person ident.Person, from ident.Organization, source ident.Membership) ident.Membership {
	return t.appoint(command.ProposeAppointmentInput{
		PostID: post, PersonID: person, Mode: schema.MembershipModeDispatched, OnBehalfOfID: &from, SourceID: &source,
	})
}

func voting(o ident.Organization, role schema.LinkageRole) command.LinkagePartyInput {
	return command.LinkagePartyInput{OrganizationID: o, Role: role, Votes: true}
}

func (t *teller) linkage(name string, area *ident.Area, rule string, parties ...command.LinkagePartyInput) ident.Linkage {
	return ident.Linkage{ID: tell(t, t.do.FormLinkage, command.FormLinkageInput{
		Name: name, AreaID: *area, RuleCode: rule, Parties: parties,
	}).LinkageID}
}
