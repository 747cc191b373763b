package demo

import (
	"time"

	"sifang/ent/command"
	"sifang/schema"
	"sifang/schema/ident"
)

// huayuan is a community of eight small estates of the nineties that became
// one. It has no owners' assembly: an interim committee acts for it. Its
// linkage has three parties.
func huayuan(t *teller) {
	street := t.area(schema.AreaKindStreet, "老西门街道", nil)
	t.clerk(t.organization(schema.OrganizationKindStreetOffice, "老西门街道办事处", street, nil))
	community := t.area(schema.AreaKindCommunity, "花园社区", street)
	cluster := t.area(schema.AreaKindEstate, "花园小区", community)
	for _, name := range []string{"一", "二", "三", "四", "五", "六", "七", "八"} {
		yard := t.area(schema.AreaKindEstate, "花园"+name+"院", community)
		tell(t, t.do.LinkAreas, command.LinkAreasInput{Kind: schema.AreaLinkKindSucceeds, AreaID: *cluster, TargetID: *yard})
	}
	building := t.area(schema.AreaKindBuilding, "1栋", cluster)
	residents := t.organization(schema.OrganizationKindResidentsCommittee, "花园社区居民委员会", community, nil)
	assembly := t.organization(schema.OrganizationKindOwnersAssembly, "花园小区业主大会", cluster, nil)
	interim := t.organization(schema.OrganizationKindInterimPropertyCommittee, "花园社区物业管理委员会", cluster, nil)
	company := t.organization(schema.OrganizationKindPropertyProject, "花园小区自治物业服务站", cluster, nil)
	basis := "街道组建通知"
	tell(t, t.do.RelateOrganizations, command.RelateOrganizationsInput{
		Kind: schema.RelationKindActsFor, OrganizationID: interim, TargetID: assembly, Basis: &basis,
	})

	chair, owner, manager := t.resident(community), t.owner(community, building, "1-101"), t.resident(community)
	t.seat(t.post(residents, schema.PostCategoryChair, "主任", schema.SeatKindElected, 1), chair, schema.MembershipModeElected)
	t.seat(t.post(interim, schema.PostCategoryViceChair, "副主任", schema.SeatKindAppointed, 1), owner, schema.MembershipModeEngaged)
	t.seat(t.post(company, schema.PostCategoryProjectManager, "站长", schema.SeatKindAppointed, 1), manager, schema.MembershipModeEngaged)
	t.settle()

	linkage := t.linkage("花园社区三方联动", cluster, "JOINT_ALL_PARTIES_CONSENT",
		voting(residents, schema.LinkageRoleConvenes), voting(interim, schema.LinkageRoleParticipates), voting(company, schema.LinkageRoleParticipates))
	t.awaiting(cluster, linkage, residents, chair, owner)
	t.plays(chair, "居委会主任（花园）", "Chair of a residents' committee (Huayuan)")
	t.plays(manager, "物业服务站站长（花园）", "Head of a property service station (Huayuan)")
}

// awaiting is a joint meeting of yesterday whose decision still waits: the
// company was duly called and did not come, and has three days to object.
func (t *teller) awaiting(cluster *ident.Area, linkage ident.Linkage, residents ident.Organization, chair, owner ident.Person) {
	lines := t.proposal("重新施划停车线", "拆墙并院后重新施划院内停车线，不改变共有部分用途。", "PARKING_ORDER", cluster, schema.ProposalSourceGrid)
	parties := t.parties(linkage, 3)
	t.until(t.ago(12 * oneDay))
	t.as(chair)
	s := t.joint("三方联席会议", linkage, residents, chair, t.ago(25*time.Hour), lines)
	t.call(s)
	present := []delegate{t.authorize(parties[0], chair)}
	t.as(owner)
	present = append(present, t.authorize(parties[1], owner))
	t.until(t.ago(24 * time.Hour))
	t.as(chair)
	t.open(s, present...)
	t.paper(s, chair, schema.BallotChoiceFor)
	t.paper(s, owner, schema.BallotChoiceFor)
	t.closeVotes(s)
}
