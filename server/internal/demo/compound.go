package demo

import (
	"fmt"

	"sifang/ent/command"
	"sifang/schema"
	"sifang/schema/ident"
)

// compound is an invented estate with everybody who has a say in it: what all
// states have in common.
type compound struct {
	name                                  string
	street, community, area               *ident.Area
	buildings, entrances                  []*ident.Area // the last building are shops
	office, branch, residents             ident.Organization
	assembly, committee, company, project ident.Organization
	clerk, secretary, director            ident.Person // of street, branch and residents' committee
	spouse                                ident.Person // of the owner of undecidedFlat
	chair, vice, manager                  ident.Person // of owners' committee and property project
	counters                              [2]ident.Person
	homes                                 []home // by entrances and floors, the shops last
	seated                                []ident.Membership
	chairing                              ident.Post
	linkage                               ident.Linkage
}

// home is a unit with its first owner.
type home struct {
	unit  ident.Unit
	owner ident.Person
}

// The estate has three buildings with two entrances of six flats, and four
// shops. The first two shops, of one owner, have more than a fifth of the area, so
// that heads and area part ways.
const (
	compoundBuildings = 3
	entranceFlats     = 6
	flatsOfAll        = compoundBuildings * 2 * entranceFlats
)

var shopAreas = []schema.FloorArea{800_00, 400_00, 210_00, 165_00}

// Flats of note, by their place among the homes.
const (
	couplesFlat   = 10             // owned by two, who named one of them to vote
	undecidedFlat = 23             // owned by two, who named nobody
	secondFlat    = flatsOfAll - 1 // the second one of the owner of ownersFirst
	ownersFirst   = 3
	largestOwner  = flatsOfAll // of two shops
)

// foundedBefore is for how many years an estate exists with its bodies when its
// story begins: longer than a term.
const foundedBefore = 6

// compound tells of the estate up to the day on which everybody is in office,
// four months before the present. The chair of the owners' committee acts then.
func (t *teller) compound(p place, name, rule string) *compound {
	t.since = new(t.today().AddYears(-foundedBefore))
	street := t.area(schema.AreaKindStreet, name+"街道", t.district(p))
	c := &compound{name: name, street: street, office: t.organization(schema.OrganizationKindStreetOffice, name+"街道办事处", street, nil)}
	c.clerk = t.clerk(c.office)
	c.community = t.area(schema.AreaKindCommunity, name+"社区", street)
	c.area = t.area(schema.AreaKindEstate, name+"小区", c.community)
	t.houses(c)
	t.bodies(c)
	t.offices(c)
	t.settle()
	c.linkage = t.linkage(name+"小区四方联动", c.area, rule,
		voting(c.branch, schema.LinkageRoleConvenes), voting(c.residents, schema.LinkageRoleOrganizes),
		voting(c.committee, schema.LinkageRoleParticipates), voting(c.project, schema.LinkageRoleParticipates))
	t.roles(c)
	t.as(c.chair)
	return c
}

// houses registers buildings, entrances, flats and shops with their owners.
func (t *teller) houses(c *compound) {
	for i := range compoundBuildings {
		building := t.area(schema.AreaKindBuilding, fmt.Sprintf("%d幢", i+1), c.area)
		c.buildings = append(c.buildings, building)
		for j := range 2 {
			entrance := t.area(schema.AreaKindEntrance, fmt.Sprintf("%d单元", j+1), building)
			c.entrances = append(c.entrances, entrance)
			for flat := range entranceFlats {
				n := len(c.homes)
				number := fmt.Sprintf("%d0%d", flat/2+1, flat%2+1)
				unit := t.unit(entrance, number, schema.UnitUseDwelling, 86_00+schema.FloorArea(n*37%8)*5_50)
				owner := t.ownerOf(c, unit, n)
				c.homes = append(c.homes, home{unit, owner})
			}
		}
	}
	shops := t.area(schema.AreaKindBuilding, "沿街商铺", c.area)
	c.buildings = append(c.buildings, shops)
	for i, area := range shopAreas {
		unit := t.unit(shops, fmt.Sprintf("S%d", i+1), schema.UnitUseShop, area)
		owner := t.ownerOf(c, unit, flatsOfAll+i)
		c.homes = append(c.homes, home{unit, owner})
	}
}

func (t *teller) unit(in *ident.Area, number string, use schema.UnitUse, area schema.FloorArea) ident.Unit {
	return ident.Unit{ID: tell(t, t.do.RegisterUnit, command.RegisterUnitInput{
		AreaID: *in, Number: number, Use: use, ExclusiveArea: area, AreaSource: schema.AreaSourceRegistered,
		DeliveryStatus: schema.DeliveryStatusDelivered, CountsForVoting: true,
	}).UnitID}
}

// ownerOf registers who owns the nth home: most own one, two own two, and two
// flats belong to couples.
func (t *teller) ownerOf(c *compound, unit ident.Unit, n int) ident.Person {
	var owner ident.Person
	switch n {
	case secondFlat:
		owner = c.homes[ownersFirst].owner
	case largestOwner + 1:
		owner = c.homes[largestOwner].owner
	default:
		owner = t.resident(c.community)
	}
	tell(t, t.do.RegisterOwnership, command.RegisterOwnershipInput{UnitID: unit, PersonID: &owner})
	if n == couplesFlat || n == undecidedFlat {
		c.spouse = t.resident(c.community)
		tell(t, t.do.RegisterOwnership, command.RegisterOwnershipInput{UnitID: unit, PersonID: &c.spouse, DesignatedVoter: n == couplesFlat})
	}
	return owner
}

// bodies establishes the organizations. The owners' committee is one of the
// assembly, whose affairs the street supervises.
func (t *teller) bodies(c *compound) {
	c.branch = t.organization(schema.OrganizationKindPartyBranch, c.name+"小区党支部", c.area, nil)
	c.residents = t.organization(schema.OrganizationKindResidentsCommittee, c.name+"社区居民委员会", c.community, nil)
	c.assembly = t.organization(schema.OrganizationKindOwnersAssembly, c.name+"小区业主大会", c.area, nil)
	c.committee = t.organization(schema.OrganizationKindOwnersCommittee, c.name+"小区业主委员会", c.area, &c.assembly)
	c.company = t.organization(schema.OrganizationKindPropertyCompany, c.name+"物业服务有限公司", c.street, nil)
	c.project = t.organization(schema.OrganizationKindPropertyProject, c.name+"小区物业服务中心", c.area, &c.company)
	for _, o := range []ident.Organization{c.assembly, c.committee, c.project} {
		tell(t, t.do.CoverArea, command.CoverAreaInput{OrganizationID: o, AreaIDs: []ident.Area{*c.area}})
	}
}

// offices fills the posts: five owners in the committee, with two clerks who own
// nothing there, and whoever heads the other parties.
func (t *teller) offices(c *compound) {
	c.secretary, c.director, c.manager = t.resident(c.community), t.resident(c.community), t.resident(c.community)
	c.counters = [2]ident.Person{t.resident(c.community), t.resident(c.community)}
	c.chair, c.vice = c.homes[0].owner, c.homes[7].owner
	t.partyMember(c.branch, c.secretary)
	t.partyMember(c.branch, c.chair)
	t.seat(t.post(c.branch, schema.PostCategorySecretary, "支部书记", schema.SeatKindElected, 1), c.secretary, schema.MembershipModeElected)
	t.seat(t.post(c.residents, schema.PostCategoryChair, "居委会主任", schema.SeatKindElected, 1), c.director, schema.MembershipModeElected)
	t.seat(t.post(c.project, schema.PostCategoryProjectManager, "项目经理", schema.SeatKindAppointed, 1), c.manager, schema.MembershipModeEngaged)
	t.seat(t.post(c.assembly, schema.PostCategoryChair, "召集人", schema.SeatKindAppointed, 1), c.chair, schema.MembershipModeEngaged)
	c.chairing = t.post(c.committee, schema.PostCategoryChair, "主任", schema.SeatKindElected, 1)
	members := t.post(c.committee, schema.PostCategoryMember, "委员", schema.SeatKindElected, 3)
	c.seated = []ident.Membership{
		t.seat(c.chairing, c.chair, schema.MembershipModeElected),
		t.seat(t.post(c.committee, schema.PostCategoryViceChair, "副主任", schema.SeatKindElected, 1), c.vice, schema.MembershipModeElected),
	}
	for _, n := range []int{14, 20, 27} {
		c.seated = append(c.seated, t.seat(members, c.homes[n].owner, schema.MembershipModeElected))
	}
	clerks := t.postWith(c.committee, schema.PostCategoryClerk, "业委会秘书", schema.SeatKindAppointed, schema.VotingRightNone, 2)
	for _, counter := range c.counters {
		t.seat(clerks, counter, schema.MembershipModeEngaged)
	}
}

// roles names those whom a visitor may be in every state.
func (t *teller) roles(c *compound) {
	t.plays(c.chair, "业委会主任", committeeChair)
	t.plays(c.counters[0], "业委会秘书（甲）", "Clerk of the owners' committee (A)")
	t.plays(c.counters[1], "业委会秘书（乙）", "Clerk of the owners' committee (B)")
	t.plays(c.homes[1].owner, "业主（一套住宅）", "Owner of a flat")
	t.plays(c.homes[ownersFirst].owner, "业主（两套住宅）", "Owner of two flats")
	t.plays(c.homes[largestOwner].owner, "业主（两间商铺）", "Owner of two shops, more than a fifth of the area")
	t.plays(c.director, "居委会主任", "Chair of the residents' committee")
	t.plays(c.secretary, "小区党支部书记", branchSecretary)
	t.plays(c.manager, "物业项目经理", "Manager of the property project")
	t.plays(c.clerk, "街道经办人", "Clerk of the street office")
}
