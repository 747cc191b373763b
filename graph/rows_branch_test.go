package graph_test

import (
	"fmt"
	"strings"
	"testing"
)

// Party branches.
var branchRows = []row{
	{"37", []play{
		{"half of them came", branch(46, 23, 23, "REJECTED", "23≥23 23<24")},
		{"one vote more", branch(46, 25, 24, "ADOPTED", "25≥23 24≥24")},
		{"fewer than half", branch(46, 22, 22, "NOT_QUORATE", "22<23 22<24")},
	}},
	{"37b", once(row37b)},
}

// newBranch is a meeting of a Party branch that was called, and its full
// members, the secretary first; four probationary members have no vote.
func newBranch(t *testing.T, s *stage, members int, rule any) (*session, []string) {
	t.Helper()
	e := &estate{teller: teller{t, s}}
	e.register(inXiangtan)
	party := e.establish("PARTY_BRANCH", "党支部", e.community, nil)
	all := e.people(members + 4)
	for from := 0; from < len(all); from += 25 {
		var query strings.Builder
		query.WriteString("mutation ($branch: ID!) {\n")
		for i := from; i < min(len(all), from+25); i++ {
			kind := "PARTY_MEMBER"
			if i >= members {
				kind = "PROBATIONARY_MEMBER"
			}
			fmt.Fprintf(&query, "m%d: enrolMember(input: {organizationId: $branch, personId: %q, kind: %s}) { userErrors { code } }\n", i, all[i], kind)
		}
		e.done(e.clerk, query.String()+"}", values{"branch": party})
	}
	post := e.done(e.clerk, `mutation ($branch: ID!) {
		createPost(input: {organizationId: $branch, category: SECRETARY, title: "书记", seatKind: ELECTED, votingRight: FULL}) { post { id } userErrors { code } }
	}`, values{"branch": party}).text("createPost.post.id")
	e.seat(e.clerk, holder{all[0], post, "ELECTED"})
	return e.calls(called{
		kind: "PARTY_BRANCH", organization: party, officer: all[0], area: e.community, matter: "PARTY_AFFAIRS", rule: rule,
	}), all[:members]
}

// branch is a meeting of a branch of 50, 46 of whom may vote: some came, and
// some of these were in favour.
func branch(due, present, inFavour int, outcome, clauses string) func(*testing.T, *stage) {
	return func(t *testing.T, s *stage) {
		sits, members := newBranch(t, s, due, nil)
		word := strings.Repeat("F", inFavour) + strings.Repeat("G", present-inFavour) + strings.Repeat("-", due-present)
		sits.came(sits.sits(members, word), outcome, clauses)
	}
}

// Thirty of 45 members came to the third of the four meetings. The Party's
// regulation counts those due; local procedures count those who came, which is
// said of what they decide.
func row37b(t *testing.T, s *stage) {
	sits, members := newBranch(t, s, 45, "FOUR_MEETINGS_PARTY_MEETING")
	first := sits.vote
	half, halfOfFifteen := sits.drafts("FOUR_MEETINGS_PARTY_MEETING_LOCAL_HALF"), sits.drafts("FOUR_MEETINGS_PARTY_MEETING_LOCAL_HALF")
	majority, again := sits.drafts("FOUR_MEETINGS_PARTY_MEETING_LOCAL_MAJORITY"), sits.drafts("FOUR_MEETINGS_PARTY_MEETING")
	sits.begins()
	word := func(inFavour, present int) string {
		return strings.Repeat("F", inFavour) + strings.Repeat("G", present-inFavour) + strings.Repeat("-", 45-present)
	}
	sits.there(members, word(16, 30))
	for _, one := range []struct {
		vote              string
		inFavour, present int
		outcome, clauses  string
		flags             []string
	}{
		{first, 16, 30, "REJECTED", "30≥30 16<23", nil},
		{half, 16, 30, "ADOPTED", "30≥30 16≥15", []string{"RULE_CONFLICT"}},
		{halfOfFifteen, 15, 30, "ADOPTED", "30≥30 15≥15", []string{"RULE_CONFLICT"}},
		{majority, 15, 30, "REJECTED", "30≥30 15<16", []string{"RULE_CONFLICT"}},
		{again, 16, 29, "NOT_QUORATE", "29<30 16<23", nil},
	} {
		if one.present < 30 {
			sits.done(sits.officer, `mutation ($meeting: ID!, $person: ID!) { checkOut(input: {meetingId: $meeting, personId: $person}) { userErrors { code } } }`,
				values{"meeting": sits.meeting, "person": members[29]})
		}
		sits.vote = one.vote
		sits.opens()
		sits.came(sits.votes(members, word(one.inFavour, one.present)), one.outcome, one.clauses, one.flags...)
	}
}
