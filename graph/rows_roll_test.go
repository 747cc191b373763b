package graph_test

import (
	"fmt"
	"maps"
	"slices"
	"testing"
)

// Who stands on a roll of owners, and for how much.
var rollRows = []row{
	{"8a", once(row8a)},
	{"8b", once(row8b)},
	{"8c", []play{{"two heads", row8c}, {"merged by the bylaws", row8cMerged}}},
	{"9a", once(row9a)},
	{"9b", once(row9b)},
	{"20", once(row20)},
	{"21", []play{
		{"eight of twelve", atTheEntrance(8, "ADOPTED", "800.00≥800.00 8≥8 600.00≥600.00 6≥6")},
		{"seven", atTheEntrance(7, "NOT_QUORATE", "700.00<800.00 7<8 600.00≥525.00 6≥6")},
	}},
	{"23", []play{
		{"one refuses", shopInAFlat("AGAINST", "REJECTED", "47<48")},
		{"one is silent", shopInAFlat("", "REJECTED", "47<48")},
		{"all consent", shopInAFlat("FOR", "ADOPTED", "48≥48")},
	}},
}

// numbered are flats of one size, each of somebody else.
func numbered(from, to int, area int64) []flat {
	var flats []flat
	for i := from; i <= to; i++ {
		number := fmt.Sprintf("%05d", i)
		flats = append(flats, flat{number: number, area: area, owner: "业主" + number})
	}
	return flats
}

// alike is a choice for all flats of some numbers.
func alike(choice string, from, to int) map[string]string {
	choices := map[string]string{}
	for i := from; i <= to; i++ {
		choices[fmt.Sprintf("%05d", i)] = choice
	}
	return choices
}

// withTen are a hundred flats of 90 m², the last ten of which one owner has.
func withTen() []flat {
	flats := numbered(1, 100, 90_00)
	for i := range flats[90:] {
		flats[90+i].owner = "大业主"
	}
	return flats
}

// owner is the number under which somebody with several flats stands on the
// roll.
func (a *assembly) owner(flats int, area string) string {
	a.Helper()
	for premises, p := range a.places {
		if p.Area == area {
			if p.Heads != 1 {
				a.Errorf("%d flats are %d heads", flats, p.Heads)
			}
			return premises
		}
	}
	a.Fatalf("nobody has %s", area)
	return ""
}

// An owner of ten flats is one head (Supreme People's Court on the ownership of
// buildings, art. 9) and votes with the area of all.
func row8a(t *testing.T, s *stage) {
	a := newEstate(t, s, inXiangtan, withTen()...).held(selectCompany)
	if len(a.places) != 91 {
		t.Fatalf("%d heads", len(a.places))
	}
	a.cast(alike("FOR", 1, 60))
	a.cast(map[string]string{a.owner(10, "900.00"): "AGAINST"})
	v := a.judged()
	a.came(v, "ADOPTED", "6300.00≥6000.00 61≥61 5400.00≥3150.01 60≥31")
	a.given(v, "FOR 60/5400.00, AGAINST 1/900.00, ABSTAIN 0/0.00")
}

// By flats it would be two thirds and a majority; by owners it is no quorum.
func row8b(t *testing.T, s *stage) {
	a := newEstate(t, s, inXiangtan, withTen()...).held(selectCompany)
	a.cast(alike("FOR", 1, 40))
	a.cast(alike("AGAINST", 41, 57))
	a.cast(map[string]string{a.owner(10, "900.00"): "AGAINST"})
	a.came(a.judged(), "NOT_QUORATE", "6030.00≥6000.00 58<61 3600.00≥3015.01 40≥30")
}

// couple are a flat that the husband and his wife own together, one that he owns
// alone, and one of the chair.
func couple() []flat {
	return []flat{
		{number: "00001", area: 100_00, owner: "主任"},
		{number: "00002", area: 100_00, owner: "丈夫", coOwners: "妻子"},
		{number: "00003", area: 100_00, owner: "丈夫"},
	}
}

// voters are those who may vote under a place on the roll, by name.
func (a *assembly) voters(number string) map[string]string {
	a.Helper()
	names := map[string]string{}
	for _, one := range a.done(a.clerk, `query ($entry: ID!) {
		node(id: $entry) { ... on RollEntry { delegates { edges { node { id name } } } } }
	}`, values{"entry": a.places[number].ID}).list("node.delegates") {
		names[one.text("name")] = one.text("id")
	}
	return names
}

// A flat that a couple owns together is one head, and one that the husband owns
// alone another.
func row8c(t *testing.T, s *stage) {
	a := newEstate(t, s, inXiangtan, couple()...).held(selectCompany)
	if len(a.places) != 3 {
		t.Fatalf("%d heads with the chair", len(a.places))
	}
	both := a.voters("00002")
	a.done(both["妻子"], castBallots, values{"ballots": a.paper("00002", "AGAINST")})
	a.cast(map[string]string{"00003": "FOR"})
	v := a.judged()
	a.given(v, "FOR 1/100.00, AGAINST 1/100.00, ABSTAIN 0/0.00")
	a.came(v, "REJECTED", "200.00≥200.00 2≥2 100.00<100.01 1<2")
}

func row8cMerged(t *testing.T, s *stage) {
	e := newEstate(t, s, inXiangtan, couple()...)
	e.bylaws(`"owners": {"mergeCoOwned": true}`)
	a := e.held(selectCompany)
	if len(a.places) != 2 {
		t.Fatalf("%d heads with the chair", len(a.places))
	}
	a.cast(map[string]string{a.owner(2, "200.00"): "FOR"})
	a.given(a.judged(), "FOR 1/200.00, AGAINST 0/0.00, ABSTAIN 0/0.00")
}

// developed are 100 flats handed over, 20 unsold and 10 sold and not handed
// over, of 100 m² each.
func developed(t *testing.T, s *stage) *assembly {
	t.Helper()
	flats := numbered(1, 130, 100_00)
	for i := range flats[100:] {
		f := &flats[100+i]
		f.owner, f.company, f.delivery = "开发公司", true, "未售"
		if i >= 20 {
			f.owner, f.company, f.delivery = "买受人"+f.number, false, "已售未交付"
		}
	}
	e := newEstate(t, s, inXiangtan, flats[0])
	company := e.establish("LOCAL_EMPLOYER", "开发公司", e.area, nil)
	e.takeIn(flats[1:])
	post := e.done(e.clerk, `mutation ($company: ID!) {
		createPost(input: {organizationId: $company, category: CHAIR, title: "负责人", seatKind: APPOINTED, votingRight: FULL}) { post { id } userErrors { code } }
		registerPerson(input: {name: "负责人", sex: FEMALE, birthDate: "1979-12-19"}) { person { id } userErrors { code } }
	}`, values{"company": company})
	e.seat(e.clerk, holder{person: post.text("registerPerson.person.id"), post: post.text("createPost.post.id"), mode: "ENGAGED"})
	a := e.held(selectCompany)
	if len(a.places) != 101 {
		t.Fatalf("%d heads", len(a.places))
	}
	return a
}

// The developer stays away with all that is unsold or not handed over.
func row9a(t *testing.T, s *stage) {
	a := developed(t, s)
	a.cast(alike("FOR", 1, 60))
	a.cast(alike("AGAINST", 61, 68))
	a.came(a.judged(), "NOT_QUORATE", "6800.00<8666.67 68≥68 6000.00≥3400.01 60≥35")
}

// The developer is one head, and votes with its land.
func row9b(t *testing.T, s *stage) {
	a := developed(t, s)
	a.cast(alike("FOR", 1, 60))
	a.cast(alike("AGAINST", 61, 67))
	number := a.owner(30, "3000.00")
	for _, person := range a.voters(number) {
		a.done(person, castBallots, values{"ballots": a.paper(number, "AGAINST")})
	}
	a.came(a.judged(), "ADOPTED", "9700.00≥8666.67 68≥68 6000.00≥4850.01 60≥35")
}

// Flats are sold while the vote is open. A seller's ballot stands; the buyer of
// a flat for which nobody voted may vote.
func row20(t *testing.T, s *stage) {
	a := newEstate(t, s, inXiangtan, numbered(1, 3, 100_00)...).held(selectCompany)
	a.clock.Pass(3 * oneDay)
	a.cast(alike("FOR", 2, 2))
	a.clock.Pass(7 * oneDay)
	buyer := map[string]string{}
	for _, number := range []string{"00002", "00003"} {
		owned := a.done(a.clerk, `query ($entry: ID!) {
			node(id: $entry) { ... on RollEntry { units { edges { node { ownerships { edges { node { id } } } } } } } }
		}`, values{"entry": a.places[number].ID}).list("node.units")[0].list("ownerships")[0].text("id")
		buyer[number] = a.done(a.clerk, `mutation ($name: String!, $community: ID!) {
			registerPerson(input: {name: $name, communityId: $community}) { person { id } userErrors { code } }
		}`, values{"name": "买家" + number, "community": a.community}).text("registerPerson.person.id")
		a.done(a.clerk, `mutation ($ownership: ID!, $buyer: ID!) {
			transferOwnership(input: {ownershipId: $ownership, personId: $buyer}) { userErrors { code } }
		}`, values{"ownership": owned, "buyer": buyer[number]})
	}
	a.takesOver(buyer["00002"], "00002").is("node.viewerEntries.0.reasons.0.code", "ALREADY_VOTED")
	a.refused(buyer["00002"], castBallots, values{"ballots": a.paper("00002", "AGAINST")}, "ALREADY_VOTED")
	a.takesOver(buyer["00003"], "00003").is("node.viewerEntries.0.reasons", []any{})
	a.done(buyer["00003"], castBallots, values{"ballots": a.paper("00003", "AGAINST")})
	v := a.judged()
	a.given(v, "FOR 1/100.00, AGAINST 1/100.00, ABSTAIN 0/0.00")
	a.came(v, "REJECTED", "200.00≥200.00 2≥2 100.00<100.01 1<2")
}

// takesOver is the one place on the roll that a buyer is told of.
func (a *assembly) takesOver(buyer, number string) reply {
	a.Helper()
	mine := a.done(buyer, `query ($vote: ID!) {
		node(id: $vote) { ... on Vote { viewerEntries { entry { id } reasons { code } } } }
	}`, values{"vote": a.votes[0]})
	mine.is("node.viewerEntries.0.entry.id", a.places[number].ID)
	mine.is("node.viewerEntries.1", nil)
	return mine
}

// A lift for one entrance of twelve flats, of which some take part and six are
// in favour; another entrance of the building has no say.
func atTheEntrance(part int, outcome, clauses string) func(*testing.T, *stage) {
	return func(t *testing.T, s *stage) {
		flats := numbered(1, 24, 100_00)
		for i := range flats {
			flats[i].building, flats[i].entrance = "1幢", []string{"1单元", "2单元"}[i/12]
		}
		e := newEstate(t, s, inXiangtan, flats...)
		a := e.drafted(rebuild)
		a.call()
		a.clock.Pass(21 * oneDay)
		a.begin()
		entrance := a.done(a.clerk, `query ($estate: ID!) {
			node(id: $estate) { ... on Area { children { edges { node { children(orderBy: {field: NAME}) { edges { node { id } } } } } } } }
		}`, values{"estate": a.area}).list("node.children")[0].list("children")[0].text("id")
		a.freeze(entrance)
		a.open()
		if len(a.places) != 12 {
			t.Fatalf("%d owners", len(a.places))
		}
		numbers := slices.Sorted(maps.Keys(a.places))
		choices := map[string]string{}
		for i, number := range numbers[:part] {
			choices[number] = "FOR"
			if i >= 6 {
				choices[number] = "AGAINST"
			}
		}
		a.cast(choices)
		a.came(a.judged(), outcome, clauses)
	}
}

// A shop in a flat takes the consent of the 48 other owners of the building
// (Civil Code art. 279). The applicant is struck off the roll, by two persons.
func shopInAFlat(last, outcome, clauses string) func(*testing.T, *stage) {
	return func(t *testing.T, s *stage) {
		e := newEstate(t, s, inXiangtan, numbered(1, 49, 100_00)...)
		a := e.drafted(motion{matter: "DWELLING_TO_BUSINESS"})
		a.call()
		a.clock.Pass(21 * oneDay)
		a.begin()
		a.freeze()
		amendment := a.done(a.chair, `mutation ($roll: ID!, $entry: ID!) {
			amendRoll(input: {rollId: $roll, kind: REMOVE, entryId: $entry, reason: "申请人"}) { amendment { id } userErrors { code field } }
		}`, values{"roll": a.roll, "entry": a.places["00049"].ID}).text("amendRoll.amendment.id")
		const confirmed = `mutation ($amendment: ID!) { confirmRollAmendment(input: {amendmentId: $amendment, confirm: true}) { userErrors { code } } }`
		a.refused(a.chair, confirmed, values{"amendment": amendment}, "SAME_PERSON")
		a.done(a.clerk, confirmed, values{"amendment": amendment})
		a.open()
		a.cast(alike("FOR", 1, 47))
		if last != "" {
			a.cast(alike(last, 48, 48))
		}
		v := a.judged()
		a.came(v, outcome, clauses)
	}
}
