package graph_test

import (
	"bytes"
	"fmt"
	"testing"
	"time"

	"sifang/ent"
	"sifang/ent/command"
	"sifang/schema/day"
	"sifang/schema/ident"
)

// flat is a line of the list of an estate's units.
type flat struct {
	number   string
	building string // none if empty
	entrance string
	area     int64 // 0.01 m²
	owner    string
	coOwners string // with 、 between them
	voter    string // designated
	company  bool   // the owner is an organization
	delivery string // 已交付 if empty
}

// estate is an estate in some street, with the street's clerk and the owners'
// assembly and its committee. The chair of both owns the first flat. Appointments
// are posted before they take effect, so its clock is eight days on.
type estate struct {
	teller
	clerk     string // of the street, who keeps the register
	community string
	area      string
	assembly  string
	committee string
	chair     string
}

// holder is somebody for a post, whom an organization sent if one is named.
type holder struct {
	person, post, mode string
	sentBy             any
}

// What is done again and again.
const (
	appoint = `mutation ($post: ID!, $person: ID!, $mode: MembershipMode!, $sentBy: ID, $from: Date!) {
		proposeAppointment(input: {postId: $post, personId: $person, mode: $mode, onBehalfOfId: $sentBy, from: $from}) { membership { id } userErrors { code facts { name value } } }
	}`
	announce = `mutation ($membership: ID!) {
		publish(input: {membershipId: $membership, place: "公告栏", text: "拟任职公示"}) { userErrors { code } }
	}`
	confirm = `mutation ($membership: ID!) {
		confirmAppointment(input: {membershipId: $membership}) { membership { status } userErrors { code facts { name value } } }
	}`
)

// posting is how long an appointment stays posted.
const posting = 4 * 24 * time.Hour

func newEstate(t *testing.T, s *stage, street string, flats ...flat) *estate {
	t.Helper()
	e := &estate{teller: teller{t, s}}
	e.register(street)
	first := flats[0]
	made := e.done(e.clerk, `mutation ($name: String!, $community: ID!, $estate: ID!, $number: String!, $area: FloorArea!) {
		registerPerson(input: {name: $name, sex: MALE, birthDate: "1968-11-02", communityId: $community}) { person { id } userErrors { code } }
		registerUnit(input: {areaId: $estate, number: $number, exclusiveArea: $area, areaSource: REGISTERED, deliveryStatus: DELIVERED}) { unit { id } userErrors { code } }
	}`, values{"name": first.owner, "community": e.community, "estate": e.place(first), "number": first.number, "area": squareMetres(first.area)})
	e.chair = made.text("registerPerson.person.id")
	e.done(e.clerk, `mutation ($unit: ID!, $person: ID!) { registerOwnership(input: {unitId: $unit, personId: $person}) { userErrors { code } } }`,
		values{"unit": made.text("registerUnit.unit.id"), "person": e.chair})
	e.takeIn(flats[1:])
	posts := e.done(e.clerk, `mutation ($assembly: ID!, $committee: ID!, $estate: ID!) {
		all: coverArea(input: {organizationId: $assembly, areaIds: [$estate]}) { userErrors { code } }
		some: coverArea(input: {organizationId: $committee, areaIds: [$estate]}) { userErrors { code } }
		convenes: createPost(input: {organizationId: $assembly, category: CHAIR, title: "召集人", seatKind: APPOINTED, votingRight: FULL}) { post { id } userErrors { code } }
		chairs: createPost(input: {organizationId: $committee, category: CHAIR, title: "主任", seatKind: ELECTED, votingRight: FULL}) { post { id } userErrors { code } }
	}`, values{"assembly": e.assembly, "committee": e.committee, "estate": e.area})
	e.seat(e.clerk, holder{person: e.chair, post: posts.text("convenes.post.id"), mode: "ENGAGED"}, holder{person: e.chair, post: posts.text("chairs.post.id"), mode: "ELECTED"})
	return e
}

// place is where a flat lies: the estate, or a building or entrance that is
// registered for it.
func (e *estate) place(f flat) string {
	e.Helper()
	inside := e.area
	for _, one := range []struct{ kind, name string }{{"BUILDING", f.building}, {"ENTRANCE", f.entrance}} {
		if one.name != "" {
			inside = e.within(one.kind, one.name, inside)
		}
	}
	return inside
}

func (e *estate) within(kind, name, parent string) string {
	e.Helper()
	return e.done(e.clerk, `mutation ($kind: AreaKind!, $name: String!, $parent: ID!) {
		registerArea(input: {kind: $kind, name: $name, parentId: $parent}) { area { id } userErrors { code } }
	}`, values{"kind": kind, "name": name, "parent": parent}).text("registerArea.area.id")
}

// register registers the street with its office and clerk, the community, the
// estate and its owners' committee.
func (e *estate) register(street string) {
	e.Helper()
	made := e.done("operator", `mutation ($code: String!) {
		registerArea(input: {kind: STREET, name: "街道", code: $code}) { area { id } userErrors { code } }
		registerPerson(input: {name: "程致远", sex: MALE, birthDate: "1980-03-15"}) { person { id } userErrors { code } }
	}`, values{"code": street})
	e.clerk = made.text("registerPerson.person.id")
	office := e.done("operator", `mutation ($street: ID!) {
		establishOrganization(input: {kind: STREET_OFFICE, name: "街道办事处", areaId: $street}) { organization { id } userErrors { code } }
	}`, values{"street": made.text("registerArea.area.id")}).text("establishOrganization.organization.id")
	post := e.done("operator", `mutation ($office: ID!) {
		createPost(input: {organizationId: $office, category: CLERK, title: "经办人", seatKind: APPOINTED, votingRight: NONE}) { post { id } userErrors { code } }
	}`, values{"office": office}).text("createPost.post.id")
	e.seat("operator", holder{person: e.clerk, post: post, mode: "ENGAGED"})
	e.community = e.within("COMMUNITY", "社区", made.text("registerArea.area.id"))
	e.area = e.within("ESTATE", "小区", e.community)
	e.assembly = e.establish("OWNERS_ASSEMBLY", "业主大会", e.area, nil)
	e.committee = e.establish("OWNERS_COMMITTEE", "业主委员会", e.area, e.assembly)
}

func (e *estate) establish(kind, name, area string, under any) string {
	e.Helper()
	return e.done(e.clerk, `mutation ($kind: OrganizationKind!, $name: String!, $area: ID!, $under: ID) {
		establishOrganization(input: {kind: $kind, name: $name, areaId: $area, parentId: $under}) { organization { id } userErrors { code } }
	}`, values{"kind": kind, "name": name, "area": area, "under": under}).text("establishOrganization.organization.id")
}

// seat puts persons into posts: proposed, posted, and confirmed once the posting
// is over.
func (e *estate) seat(as string, holders ...holder) {
	e.Helper()
	var memberships []string
	for _, h := range holders {
		m := e.done(as, appoint, values{"post": h.post, "person": h.person, "mode": h.mode, "sentBy": h.sentBy, "from": e.today(4)}).text("proposeAppointment.membership.id")
		e.done(as, announce, values{"membership": m})
		memberships = append(memberships, m)
	}
	e.clock.Pass(posting)
	for _, m := range memberships {
		e.done(as, confirm, values{"membership": m}).is("confirmAppointment.membership.status", "EFFECTIVE")
	}
}

// today is the day in so many days.
func (e *estate) today(ahead int) string { return day.Of(e.clock.Now()).AddDays(ahead).String() }

// takeIn imports a list of flats with their owners.
func (e *estate) takeIn(flats []flat) {
	e.Helper()
	if len(flats) == 0 {
		return
	}
	list := bytes.NewBufferString("楼栋,单元,房号,建筑面积,面积依据,交付状态,业主,业主类型,共有人,表决代表\n")
	for _, f := range flats {
		kind, delivery := "个人", "已交付"
		if f.company {
			kind = "单位"
		}
		if f.delivery != "" {
			delivery = f.delivery
		}
		fmt.Fprintf(list, "%s,%s,%s,%s,登记,%s,%s,%s,%s,%s\n", f.building, f.entrance, f.number, squareMetres(f.area), delivery,
			f.owner, kind, f.coOwners, f.voter)
	}
	payload := e.done(e.clerk, `mutation ($area: ID!, $document: ID!) {
		importUnits(input: {areaId: $area, documentId: $document}) { summary { newUnits } faults { line column error { code } } userErrors { code } }
	}`, values{"area": e.area, "document": e.document(e.clerk, "清册.csv", list.Bytes())})
	payload.is("importUnits.summary.newUnits", len(flats))
}

// document lets somebody hand a file in, as PUT /documents does.
func (e *estate) document(as, name string, content []byte) string {
	e.Helper()
	ctx := ent.WithViewer(e.Context(), e.viewer(e.T, as))
	piece, err := e.files.Put(ctx, bytes.NewReader(content), 1<<20)
	if err != nil {
		e.Fatal(err)
	}
	community, err := ident.Parse(e.community)
	if err != nil {
		e.Fatal(err)
	}
	p, err := e.verbs.RegisterDocument(ctx, command.RegisterDocumentInput{Name: name, CommunityID: &ident.Area{ID: community}, Piece: piece})
	if err != nil || len(p.UserErrors) > 0 {
		e.Fatal(err, p)
	}
	return p.DocumentID.String()
}

// bylaws are adopted by the assembly: a document that lays something over the
// law, such as "voting": […].
func (e *estate) bylaws(says string) {
	e.Helper()
	e.done(e.chair, `mutation ($assembly: ID!, $document: String!) {
		adoptRuleSet(input: {code: "BYLAWS", organizationId: $assembly, document: $document}) { userErrors { code field message } }
	}`, values{"assembly": e.assembly, "document": fmt.Sprintf(`{
		"code": "BYLAWS", "version": "1", "title": {"zh": "业主大会议事规则", "en": "Rules of the owners' assembly"},
		"source": {"title": "业主大会议事规则", "jurisdiction": "本小区", "text": "第十二条", "textDate": "2026-01-01"},
		"validFrom": %q, %s}`, e.today(0), says)})
}

// policy are bylaws with one policy about votes of all owners.
func (e *estate) policy(says string) {
	e.Helper()
	e.bylaws(`"voting": [{"organization": "OWNERS_ASSEMBLY", "override": {` + says + `}}]`)
}
