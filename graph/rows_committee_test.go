package graph_test

import (
	"fmt"
	"strings"
	"testing"
)

// Committees, by the regulations of their cities or by bylaws.
var committeeRows = []row{
	{"31", board(inHangzhou, 7, "", "FFFG---", "REJECTED", "4≥4 3<4")},
	{"31b", board(inHangzhou, 7, "", "FFFFG--", "ADOPTED", "5≥4 4≥4")},
	{"32", []play{
		{"of all seats", sitting(inHangzhou, 7, "", "FFFGGG", "TIED", "6≥4 3<4")},
		{"more than half of the incumbents", sitting(inXiangtan, 7, ofIncumbents("MORE_THAN"), "FFFGGG", "TIED", "6≥4 3<4")},
		{"half of the incumbents", sitting(inXiangtan, 7, ofIncumbents("AT_LEAST"), "FFFGGG", "ADOPTED", "6≥4 3≥3")},
		{"Zhoushan, of six seats", sitting(inZhoushan, 6, "", "FFFGGG", "ADOPTED", "6≥3 3≥3")},
	}},
	{"33", []play{
		{"all members", sitting(inBeijing, 5, "", "FFGRR", "REJECTED", "3≥3 2<3")},
		{"without the recused", sitting(inXiangtan, 5, withoutRecused, "FFGRR", "ADOPTED", "3≥3 2≥2")},
	}},
	{"33b", once(row33b)},
	{"34", []play{
		{"Shandong", sitting(inShandong, 7, "", "FFFF---", "NOT_QUORATE", "4<5 4≥4")},
		{"Shandong, one more", sitting(inShandong, 7, "", "FFFFG--", "ADOPTED", "5≥5 4≥4")},
		{"Beijing", sitting(inBeijing, 7, "", "FFFF---", "ADOPTED", "4≥4 4≥4")},
	}},
	{"35", once(row35)},
	{"36", []play{{"two of the owners' members", interim("FF---", "FFFF", "NOT_QUORATE", "6≥5 2<3 6≥5")}}},
	{"36b", []play{
		{"three of the owners' members", interim("FFF--", "FF--", "ADOPTED", "5≥5 3≥3 5≥5")},
		{"one fewer in favour", interim("FFG--", "FF--", "REJECTED", "5≥5 3≥3 4<5")},
	}},
}

// ofSeats is a rule of an owners' committee, in bylaws.
const ofSeats = `"voting": [{"organization": "OWNERS_COMMITTEE", "rule": {
	"code": "COMMITTEE_BYLAWS", "version": "1", "title": {"zh": "业委会决定", "en": "Decisions of the committee"},
	"source": {"title": "议事规则", "jurisdiction": "本小区", "text": "第二十条"}, "validFrom": "2026-01-01",
	"quorum": {"share": {"count": "PRESENT", "measure": "SEATS", "base": "ALL_SEATS", "compare": "MORE_THAN", "fraction": {"num": 1, "den": 2}}},
	"approval": {"share": {"count": "FOR", "measure": "SEATS", "base": "%s", "compare": "%s", "fraction": {"num": 1, "den": 2}}},
	"tie": "RETABLE", "agendaMustBeNoticed": false, "lateArrivalsVote": false, "recused": {"inBase": %t}}}]`

func ofIncumbents(compare string) string { return fmt.Sprintf(ofSeats, "INCUMBENTS", compare, true) }

var withoutRecused = fmt.Sprintf(ofSeats, "ALL_SEATS", "MORE_THAN", false)

func board(street string, seats int, bylaws, word, outcome, clauses string) []play {
	return once(sitting(street, seats, bylaws, word, outcome, clauses))
}

// sitting lets an owners' committee sit, each letter a member.
func sitting(street string, seats int, bylaws, word, outcome, clauses string) func(*testing.T, *stage) {
	return func(t *testing.T, s *stage) {
		e, members := newCommittee(t, s, street, seats, len(word), bylaws)
		sits := e.callsCommittee()
		sits.came(sits.sits(members, word), outcome, clauses)
	}
}

// newCommittee is an estate whose owners' committee has so many seats, and the
// holders of those that are filled, the chair first.
func newCommittee(t *testing.T, s *stage, street string, seats, filled int, bylaws string) (*estate, []string) {
	t.Helper()
	e := newEstate(t, s, street, numbered(1, 1, 90_00)...)
	post := e.done(e.clerk, `mutation ($committee: ID!, $capacity: Int!) {
		createPost(input: {organizationId: $committee, category: MEMBER, title: "委员", seatKind: ELECTED, votingRight: FULL, capacity: $capacity}) { post { id } userErrors { code } }
	}`, values{"committee": e.committee, "capacity": seats - 1}).text("createPost.post.id")
	others := e.owners(filled - 1)
	var holders []holder
	for _, person := range others {
		holders = append(holders, holder{person: person, post: post, mode: "ELECTED"})
	}
	e.seat(e.clerk, holders...)
	if bylaws != "" {
		e.bylaws(bylaws)
	}
	return e, append([]string{e.chair}, others...)
}

// callsCommittee calls a meeting of the committee.
func (e *estate) callsCommittee() *session {
	e.Helper()
	return e.calls(called{
		kind: "COMMITTEE", organization: e.committee, officer: e.chair, area: e.area, matter: "OWNERS_COMMITTEE_BUSINESS",
	})
}

// people are so many new persons of the community.
func (e *estate) people(n int) []string {
	e.Helper()
	all := make([]string, n)
	for from := 0; from < n; from += 25 {
		var query strings.Builder
		query.WriteString("mutation ($community: ID!) {\n")
		for i := from; i < min(n, from+25); i++ {
			fmt.Fprintf(&query, "p%d: registerPerson(input: {name: \"居民%d\", sex: FEMALE, birthDate: \"1982-01-09\", communityId: $community}) { person { id } userErrors { code } }\n", i, i)
		}
		made := e.done(e.clerk, query.String()+"}", values{"community": e.community})
		for i := from; i < min(n, from+25); i++ {
			all[i] = made.text(fmt.Sprintf("p%d.person.id", i))
		}
	}
	return all
}

// owners are so many new persons, who own a flat each.
func (e *estate) owners(n int) []string {
	e.Helper()
	all := e.people(n)
	for _, person := range all {
		unit := e.done(e.clerk, `mutation ($estate: ID!, $number: String!) {
			registerUnit(input: {areaId: $estate, number: $number, exclusiveArea: "90.00", areaSource: REGISTERED, deliveryStatus: DELIVERED}) { unit { id } userErrors { code } }
		}`, values{"estate": e.area, "number": person[len(person)-12:]}).text("registerUnit.unit.id")
		e.done(e.clerk, `mutation ($unit: ID!, $person: ID!) { registerOwnership(input: {unitId: $unit, personId: $person}) { userErrors { code } } }`,
			values{"unit": unit, "person": person})
	}
	return all
}

// Three of five step aside: the others make no quorum and could not reach three.
// The item goes to the owners' assembly.
func row33b(t *testing.T, s *stage) {
	e, members := newCommittee(t, s, inBeijing, 5, 5, "")
	sits := e.callsCommittee()
	sits.came(sits.sits(members, "FFRRR"), "NOT_QUORATE", "2<3 2<3")
	sits.done(sits.officer, `mutation ($vote: ID!) { finalizeVote(input: {voteId: $vote}) { vote { status } userErrors { code } } }`, values{"vote": sits.vote})
	sits.done(sits.officer, `mutation ($item: ID!) {
		referItem(input: {agendaItemId: $item, authority: OWNERS_ASSEMBLY, note: "提交业主大会"}) { agendaItem { disposition } userErrors { code } }
	}`, values{"item": sits.item}).is("referItem.agendaItem.disposition", "REFERRED")
}

// An alternate may attend and has no vote until seated (Hangzhou art. 28).
func row35(t *testing.T, s *stage) {
	e, members := newCommittee(t, s, inHangzhou, 7, 7, "")
	post := e.done(e.clerk, `mutation ($committee: ID!) {
		createPost(input: {organizationId: $committee, category: ALTERNATE, title: "候补委员", seatKind: ALTERNATE, votingRight: NONE}) { post { id } userErrors { code } }
	}`, values{"committee": e.committee}).text("createPost.post.id")
	alternate := e.owners(1)[0]
	e.seat(e.clerk, holder{person: alternate, post: post, mode: "ELECTED"})
	sits := e.callsCommittee()
	sits.begins()
	sits.there(members, "FFFG---")
	sits.comes(alternate, nil)
	sits.opens()
	sits.refused(alternate, castBallots, sits.ballot("FOR", nil), "NOT_ON_ROLL")
	sits.came(sits.votes(members, "FFFG---"), "REJECTED", "4≥4 3<4")
}

// interim is an interim committee of members who sit for the owners, and of
// members whom the residents' committee sent, its chair among them (Beijing
// art. 54): more than half of all and of the former has to be there (art. 57).
// Who was sent does not sit for the owners, even if they own a flat.
func interim(owners, others, outcome, clauses string) func(*testing.T, *stage) {
	return func(t *testing.T, s *stage) {
		e := newEstate(t, s, inBeijing, numbered(1, 1, 90_00)...)
		residents := e.establish("RESIDENTS_COMMITTEE", "社区居民委员会", e.community, nil)
		committee := e.establish("INTERIM_PROPERTY_COMMITTEE", "物业管理委员会", e.area, nil)
		posts := e.done(e.clerk, `mutation ($committee: ID!, $estate: ID!, $owners: Int!, $others: Int!) {
			coverArea(input: {organizationId: $committee, areaIds: [$estate]}) { userErrors { code } }
			chairs: createPost(input: {organizationId: $committee, category: CHAIR, title: "主任", seatKind: APPOINTED, votingRight: FULL}) { post { id } userErrors { code } }
			owners: createPost(input: {organizationId: $committee, category: MEMBER, title: "业主代表委员", seatKind: ELECTED, votingRight: FULL, capacity: $owners}) { post { id } userErrors { code } }
			others: createPost(input: {organizationId: $committee, category: MEMBER, title: "委员", seatKind: APPOINTED, votingRight: FULL, capacity: $others}) { post { id } userErrors { code } }
		}`, values{"committee": committee, "estate": e.area, "owners": len(owners), "others": len(others) - 1})
		members := e.owners(len(owners) + len(others))
		var holders []holder
		for i, person := range members {
			h := holder{person, posts.text("owners.post.id"), "ELECTED", nil}
			if i >= len(owners) {
				h.post, h.mode, h.sentBy = posts.text("others.post.id"), "DISPATCHED", residents
			}
			if i == len(owners) {
				h.post = posts.text("chairs.post.id")
			}
			holders = append(holders, h)
		}
		e.seat(e.clerk, holders...)
		sits := e.calls(called{
			kind: "COMMITTEE", organization: committee, officer: members[len(owners)], area: e.area, matter: "OWNERS_COMMITTEE_BUSINESS",
		})
		sits.came(sits.sits(members, owners+others), outcome, clauses)
	}
}
