package demo

import (
	"fmt"

	"sifang/ent/command"
	"sifang/schema"
	"sifang/schema/ident"
)

// heping is a district in Shenyang where 860 grid branches meet 839 grids: a
// branch covers several grids and a grid has several branches. The demo holds a
// sample of them; a test holds them all.
func heping(t *teller) {
	province := t.division(schema.AreaKindProvince, "辽宁省", "210000", nil)
	city := t.division(schema.AreaKindCity, "沈阳市", "210100", province)
	district := t.division(schema.AreaKindDistrict, "和平区", "210102", city)
	street := t.area(schema.AreaKindStreet, "太原街街道", district)
	t.clerk(t.organization(schema.OrganizationKindStreetOffice, "太原街街道办事处", street, nil))

	community := t.area(schema.AreaKindCommunity, "民族社区", street)
	party := t.organization(schema.OrganizationKindPartyCommittee, "民族社区党委", community, nil)
	const branches, grids = 7, 6
	var covered []ident.Area
	for i := range grids {
		covered = append(covered, *t.area(schema.AreaKindGrid, fmt.Sprintf("民族社区第%d网格", i+1), community))
	}
	for i := range branches {
		branch := t.organization(schema.OrganizationKindGridPartyBranch, fmt.Sprintf("民族社区第%d网格党支部", i+1), community, &party)
		areas := []ident.Area{covered[i%grids]}
		if i%2 == 0 {
			areas = append(areas, covered[(i+1)%grids])
		}
		tell(t, t.do.CoverArea, command.CoverAreaInput{OrganizationID: branch, AreaIDs: areas})
	}
	t.hall(community, party)
}

// hall is the deliberation hall that took in the leaders of three meetings.
func (t *teller) hall(community *ident.Area, party ident.Organization) {
	hall := t.organization(schema.OrganizationKindDeliberationForum, "众议堂", community, nil)
	seats := t.postWith(hall, schema.PostCategoryMember, "议事员", schema.SeatKindExOfficio, schema.VotingRightConsultative, 9)
	var leaders []ident.Membership
	var people []ident.Person
	var homes []ident.Organization
	for _, name := range []string{"小区议事会", "居民代表会", "小区事务协调会"} {
		home := t.organization(schema.OrganizationKindDeliberationForum, name, community, nil)
		leader := t.resident(community)
		leaders = append(leaders, t.seat(t.post(home, schema.PostCategoryChair, "召集人", schema.SeatKindElected, 1), leader, schema.MembershipModeElected))
		people, homes = append(people, leader), append(homes, home)
	}
	secretary := t.resident(community)
	t.partyMember(party, secretary)
	t.seat(t.post(party, schema.PostCategorySecretary, "社区党委书记", schema.SeatKindElected, 1), secretary, schema.MembershipModeElected)
	t.settle()
	for i, leader := range leaders {
		t.appoint(command.ProposeAppointmentInput{
			PostID: seats, PersonID: people[i], Mode: schema.MembershipModeExOfficio, OnBehalfOfID: &homes[i], SourceID: &leader,
		})
	}
	t.settle()
	t.plays(secretary, "社区党委书记（和平）", "Secretary of a community's Party committee (Heping)")
}
