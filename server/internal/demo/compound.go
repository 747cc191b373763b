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
	name                         string
	street, community, area      *ident.Area
	branch, residents            ident.Organization
	assembly, committee, project ident.Organization
	clerk, secretary, director   ident.Person    // of street, branch and residents' committee
	chair, vice, manager         ident.Person    // of owners' committee and property project
	counters                     [2]ident.Person // the committee's clerks
	homes                        []home          // by entrances and floors, the shops last
	linkage                      ident.Linkage
}

// home is a unit with its owner, and whoever owns it together with them.
type home struct {
	unit          ident.Unit
	owner, spouse ident.Person
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
	c := &compound{name: name, street: street}
	c.clerk = t.clerk(t.organization(schema.OrganizationKindStreetOffice, name+"街道办事处", street, nil))
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
		for j := range 2 {
			entrance := t.area(schema.AreaKindEntrance, fmt.Sprintf("%d单元", j+1), building)
			for flat := range entranceFlats {
				n, number := len(c.homes), fmt.Sprintf("%d0%d", flat/2+1, flat%2+1)
				t.owned(c, t.unit(entrance, number, schema.UnitUseDwelling, 86_00+schema.FloorArea(n*37%8)*5_50))
			}
		}
	}
	shops := t.area(schema.AreaKindBuilding, "沿街商铺", c.area)
	for i, area := range shopAreas {
		t.owned(c, t.unit(shops, fmt.Sprintf("S%d", i+1), schema.UnitUseShop, area))
	}
}

func (t *teller) unit(in *ident.Area, number string, use schema.UnitUse, area schema.FloorArea) ident.Unit {
	return ident.Unit{ID: tell(t, t.do.RegisterUnit, command.RegisterUnitInput{
		AreaID: *in, Number: number, Use: use, ExclusiveArea: area, AreaSource: schema.AreaSourceRegistered,
		DeliveryStatus: schema.DeliveryStatusDelivered, CountsForVoting: true,
	}).UnitID}
}

// owned registers who owns the next home: most own one, two own two, and two flats
// belong to couples.
func (t *teller) owned(c *compound, unit ident.Unit) {
	h := home{unit: unit}
	n := len(c.homes)
	switch n {
	case secondFlat:
		h.owner = c.homes[ownersFirst].owner
	case largestOwner + 1:
		h.owner = c.homes[largestOwner].owner
	default:
		h.owner = t.resident(c.community)
	}
	tell(t, t.do.RegisterOwnership, command.RegisterOwnershipInput{UnitID: unit, PersonID: &h.owner})
	if n == couplesFlat || n == undecidedFlat {
		h.spouse = t.resident(c.community)
		tell(t, t.do.RegisterOwnership, command.RegisterOwnershipInput{UnitID: unit, PersonID: &h.spouse, DesignatedVoter: n == couplesFlat})
	}
	c.homes = append(c.homes, h)
}

// bodies establishes the organizations. The owners' committee belongs to the
// assembly, and the property project to a company of the street.
func (t *teller) bodies(c *compound) {
	c.branch = t.organization(schema.OrganizationKindPartyBranch, c.name+"小区党支部", c.area, nil)
	c.residents = t.organization(schema.OrganizationKindResidentsCommittee, c.name+"社区居民委员会", c.community, nil)
	c.assembly = t.organization(schema.OrganizationKindOwnersAssembly, c.name+"小区业主大会", c.area, nil)
	c.committee = t.organization(schema.OrganizationKindOwnersCommittee, c.name+"小区业主委员会", c.area, &c.assembly)
	company := t.organization(schema.OrganizationKindPropertyCompany, c.name+"物业服务有限公司", c.street, nil)
	c.project = t.organization(schema.OrganizationKindPropertyProject, c.name+"小区物业服务中心", c.area, &company)
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
	t.seat(t.post(c.committee, schema.PostCategoryChair, "主任", schema.SeatKindElected, 1), c.chair, schema.MembershipModeElected)
	t.seat(t.post(c.committee, schema.PostCategoryViceChair, "副主任", schema.SeatKindElected, 1), c.vice, schema.MembershipModeElected)
	members := t.post(c.committee, schema.PostCategoryMember, "委员", schema.SeatKindElected, 3)
	for _, n := range []int{14, 20, 27} {
		t.seat(members, c.homes[n].owner, schema.MembershipModeElected)
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
