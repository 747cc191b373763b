package rule_test

import (
	"slices"
	"strings"
	"testing"

	"sifang/schema/rule"
)

// owners is a rule about owners who are served with ballots. Tests put sections
// in the place of the one word.
const owners = `{
	"code": "TEST", "version": "1", "title": {"zh": "测试", "en": "Test"},
	"source": {"title": "规约", "jurisdiction": "本小区", "text": "过半数"},
	"validFrom": "2026-01-01",
	"approval": {"share": {"count": "FOR", "measure": "HEADS", "base": "PARTICIPATING", "compare": "MORE_THAN", "fraction": {"num": 1, "den": 2}}},
	SECTION,
	"agendaMustBeNoticed": true, "lateArrivalsVote": false, "recused": {"inBase": true}
}`

func TestParseRefusesPolicies(t *testing.T) {
	const deemed = `"deemed": {"basis": {"zh": "规约第三条", "en": "art. 3 of the bylaws"}, "direction": "FOLLOW_MAJORITY", "countsTowardQuorum": true}`
	const quorum = `"quorum": {"share": {"count": "PRESENT", "measure": "HEADS", "base": "ON_ROLL", "compare": "AT_LEAST", "fraction": {"num": 1, "den": 2}}}`
	const seats = `"quorum": {"share": {"count": "PARTICIPATING", "measure": "SEATS", "base": "ALL_SEATS", "compare": "AT_LEAST", "fraction": {"num": 1, "den": 2}}}`
	const parties = `"quorum": {"number": {"count": "PRESENT", "measure": "PARTIES", "least": 3}}, "parties": {"position": "MEMBERS_MAJORITY", "absent": "BLOCKS"}`
	for _, c := range []struct {
		name, section string
		want          []string
	}{
		{"deemed", deemed, nil},
		{"deemed in a sitting", deemed + "," + quorum, []string{"deemed RULE_DEEMED_MISFIT"}},
		{"deemed in a committee", deemed + "," + seats, []string{"deemed RULE_DEEMED_MISFIT"}},
		{"deemed among parties", deemed + "," + parties, []string{"deemed RULE_DEEMED_MISFIT"}},
		{"deemed without a basis", strings.Replace(deemed, `"basis": {"zh": "规约第三条", "en": "art. 3 of the bylaws"}, `, "", 1), []string{"deemed.basis RULE_FIELD_MISSING"}},
		{"deemed in no direction", strings.Replace(deemed, "FOLLOW_MAJORITY", "FOR", 1), []string{"deemed.direction UNKNOWN_VALUE"}},
		{"casting vote", `"tie": "CASTING_VOTE"`, nil},
		{"casting vote among parties", `"tie": "CASTING_VOTE",` + parties, []string{"tie RULE_CASTING_VOTE"}},

		{"proxies without bounds", `"proxies": {}`, nil},
		{"proxies", `"proxies": {"mostPrincipals": 3, "agentOnRoll": true, "barred": ["PROPERTY_STAFF", "CANDIDATE"]}`, nil},
		{"proxies for fewer than nobody", `"proxies": {"mostPrincipals": -1}`, []string{"proxies.mostPrincipals OUT_OF_RANGE"}},
		{"barred twice", `"proxies": {"barred": ["CANDIDATE", "CANDIDATE"]}`, []string{"proxies.barred.1 RULE_LISTED_TWICE"}},
		{"in person", `"inPerson": true`, nil},
		{"in person and by proxy", `"inPerson": true, "proxies": {}`, []string{"proxies RULE_IN_PERSON"}},
		{"barred by whim", `"proxies": {"barred": ["NEIGHBOURS"]}`, []string{"proxies.barred.0 UNKNOWN_VALUE"}},

		{"window", `"window": {"leastDays": 5, "mostDays": 60, "extensions": 1, "preliminaryDays": 15}`, nil},
		{"window of one length", `"window": {"leastDays": 5, "mostDays": 5}`, nil},
		{"longer than it may be", `"window": {"leastDays": 61, "mostDays": 60}`, []string{"window.mostDays RULE_WINDOW"}},
		{"extended without end", `"window": {"leastDays": 5, "extensions": 1}`, []string{"window.mostDays RULE_WINDOW_UNBOUNDED"}},
		{"negative window", `"window": {"leastDays": -5, "mostDays": -5, "extensions": -1, "preliminaryDays": -1}`, []string{
			"window.leastDays OUT_OF_RANGE", "window.mostDays OUT_OF_RANGE", "window.extensions OUT_OF_RANGE", "window.preliminaryDays OUT_OF_RANGE",
		}},
		{"century", `"window": {"mostDays": 36500}`, []string{"window.mostDays OUT_OF_RANGE"}},

		{"invalid ballots", `"invalidBallots": "TAKE_PART"`, nil},
		{"invalid ballots in favour", `"invalidBallots": "FOR"`, []string{"invalidBallots UNKNOWN_VALUE"}},
		{"unknown precedence", `"channelPrecedence": "LAST_PREVAILS"`, []string{"channelPrecedence UNKNOWN_VALUE"}},
		{"unknown recast", `"recast": "ALWAYS"`, []string{"recast UNKNOWN_VALUE"}},

		{"condition", `"conditions": [{"code": "HEARD", "title": {"zh": "听取申辩", "en": "heard"}, "lacking": "BLOCKS"}]`, nil},
		{"condition without a consequence", `"conditions": [{"code": "HEARD", "title": {"zh": "听取申辩", "en": "heard"}}]`, []string{"conditions.0.lacking RULE_FIELD_MISSING"}},
		{"condition twice", `"conditions": [{"code": "HEARD", "title": {"zh": "听取", "en": "heard"}, "lacking": "FLAGS"}, {"code": "HEARD", "title": {"zh": "申辩", "en": "heard"}, "lacking": "BLOCKS"}]`, []string{"conditions.1 RULE_LISTED_TWICE"}},
		{"condition by another name", `"conditions": [{"code": "heard", "title": {"zh": "听取", "en": "heard"}, "lacking": "FLAGS", "source": {"title": "法", "jurisdiction": "全国", "text": "条", "verifiedOn": "2026-01-01"}}]`, []string{"conditions.0.code INVALID_CODE", "conditions.0.source.textDate RULE_FIELD_MISSING"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, err := rule.Parse([]byte(strings.Replace(owners, "SECTION", c.section, 1)))
			if got := places(t, err); !slices.Equal(got, c.want) {
				t.Errorf("got  %q\nwant %q", got, c.want)
			}
		})
	}
}

func TestParseRefusesLimits(t *testing.T) {
	const limit = `{"limit": {"count": "AGAINST", "measure": "HEADS", "base": "ON_ROLL", "fraction": {"num": 1, "den": 3}}}`
	const majority = `{"share": {"count": "FOR", "measure": "HEADS", "base": "PARTICIPATING", "compare": "MORE_THAN", "fraction": {"num": 1, "den": 2}}}`
	for _, c := range []struct {
		name, section, old, new string
		want                    []string
	}{
		{"limit", "approval", ``, ``, nil},
		{"veto", "approval", `"num": 1, "den": 3`, `"num": 0, "den": 1`, nil},
		{"limit of all", "approval", `"num": 1, "den": 3`, `"num": 3, "den": 3`, []string{"approval.limit.fraction RULE_LIMIT_FRACTION"}},
		{"limit over nothing", "approval", `"num": 1, "den": 3`, `"num": 0, "den": 0`, []string{"approval.limit.fraction RULE_LIMIT_FRACTION"}},
		{"negative limit", "approval", `"num": 1, "den": 3`, `"num": -1, "den": 3`, []string{"approval.limit.fraction RULE_LIMIT_FRACTION"}},
		{"too fine a limit", "approval", `"num": 1, "den": 3`, `"num": 1, "den": 10001`, []string{"approval.limit.fraction RULE_LIMIT_FRACTION"}},
		{"limit of voices in favour", "approval", `AGAINST`, `FOR`, []string{"approval.limit.count RULE_COUNT_MISMATCH"}},
		{"limit of both sides", "approval", `ON_ROLL`, `CAST_FOR_OR_AGAINST`, []string{"approval.limit.base RULE_BASE_MISMATCH"}},
		{"limit of papers", "approval", `ON_ROLL`, `PAPERS_CAST`, []string{"approval.limit.base RULE_BASE_MISMATCH"}},
		{"limit of due area", "approval", `"HEADS", "base": "ON_ROLL"`, `"AREA", "base": "DUE"`, []string{"approval.limit.base RULE_BASE_MISMATCH"}},
		{"limit compared", "approval", `"fraction"`, `"compare": "AT_LEAST", "fraction"`, []string{"approval.limit.compare RULE_FIELD_UNKNOWN"}},
		{"limit of a group of all due", "approval", `"ON_ROLL"`, `"DUE", "among": {"code": "OWNER", "title": {"zh": "业主", "en": "owners"}}`, []string{"approval.limit.among RULE_GROUP_MISMATCH"}},
		{"veto of a party", "approval", `"HEADS", "base": "ON_ROLL"`, `"PARTIES", "base": "ALL_SEATS"`, []string{"parties RULE_PARTIES_MISSING"}},
		{"limit in a quorum", "quorum", ``, ``, []string{"quorum.limit RULE_LIMIT_IN_QUORUM"}},
		{"limit deep in a quorum", "quorum", limit, `{"any": [` + limit + `]}`, []string{"quorum.any.0.limit RULE_LIMIT_IN_QUORUM"}},
		{"majority against", "approval", limit, strings.Replace(majority, "FOR", "AGAINST", 1), []string{"approval.share.count RULE_COUNT_MISMATCH"}},
		{"limit and share in one", "approval", limit, strings.TrimSuffix(limit, "}") + "," + majority[1:], []string{"approval RULE_CLAUSE_NOT_SINGLE"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			clause := strings.Replace(limit, c.old, c.new, 1)
			text := strings.Replace(owners, "SECTION", `"proxies": {}`, 1)
			if c.section == "approval" {
				text = strings.Replace(text, majority, clause, 1)
			} else {
				text = strings.Replace(text, `"approval"`, `"quorum": `+clause+`, "approval"`, 1)
			}
			_, err := rule.Parse([]byte(text))
			if got := places(t, err); !slices.Equal(got, c.want) {
				t.Errorf("got  %q\nwant %q", got, c.want)
			}
		})
	}
}

func TestParseRefusesElections(t *testing.T) {
	const election = `"election": {"ranking": ["HEADS", "AREA"], "secondTie": "LEAVE_VACANT", "marksAtMostSeats": true, "moreCandidatesThanSeats": false,
		"leastSeats": 5, "leastShare": {"compare": "MORE_THAN", "fraction": {"num": 1, "den": 2}}, "alternates": {"mostPerSeat": 1, "mustQualify": true}}`
	const deemed = `"deemed": {"basis": {"zh": "规约", "en": "bylaws"}, "direction": "ABSTAIN", "countsTowardQuorum": true}`
	for _, c := range []struct {
		name, old, new string
		want           []string
	}{
		{"nothing wrong", ``, ``, nil},
		{"nothing said", election, `"election": {}`, []string{
			"election.ranking RULE_FIELD_MISSING", "election.secondTie RULE_FIELD_MISSING",
			"election.marksAtMostSeats RULE_FIELD_MISSING", "election.moreCandidatesThanSeats RULE_FIELD_MISSING",
		}},
		{"no ranking", `["HEADS", "AREA"]`, `[]`, []string{"election.ranking RULE_RANKING_EMPTY"}},
		{"ranked twice", `["HEADS", "AREA"]`, `["HEADS", "AREA", "HEADS"]`, []string{"election.ranking.2 RULE_LISTED_TWICE"}},
		{"ranked by parties", `["HEADS", "AREA"]`, `["HEADS", "PARTIES"]`, []string{"election.ranking.1 RULE_RANKING_MEASURE"}},
		{"ranked by beauty", `["HEADS", "AREA"]`, `["BEAUTY"]`, []string{"election.ranking.0 UNKNOWN_VALUE"}},
		{"lots", `LEAVE_VACANT`, `DRAW_LOTS`, []string{"election.secondTie RULE_NOT_SUPPORTED"}},
		{"fewer than no seats", `"leastSeats": 5`, `"leastSeats": -1`, []string{"election.leastSeats OUT_OF_RANGE"}},
		{"half over nothing", `"num": 1, "den": 2}}, "alternates"`, `"num": 1, "den": 0}}, "alternates"`, []string{"election.leastShare.fraction RULE_FRACTION"}},
		{"more than all seats", `"num": 1, "den": 2}}, "alternates"`, `"num": 2, "den": 2}}, "alternates"`, []string{"election.leastShare RULE_NEVER_MET"}},
		{"fewer than no alternates", `"mostPerSeat": 1`, `"mostPerSeat": -2`, []string{"election.alternates.mostPerSeat OUT_OF_RANGE"}},
		{"alternates of any kind", `, "mustQualify": true`, ``, []string{"election.alternates.mustQualify RULE_FIELD_MISSING"}},
		{"silence marks nobody", election, election + "," + deemed, []string{"deemed RULE_DEEMED_MISFIT"}},
		{"two ways with a tie", election, election + `, "tie": "RETABLE"`, []string{"tie RULE_ELECTION_TIE"}},
		{"parties elect", election, election + `, "quorum": {"number": {"count": "PRESENT", "measure": "PARTIES", "least": 3}}, "parties": {"position": "DELEGATE", "absent": "BLOCKS"}`, []string{"election RULE_ELECTION_PARTIES"}},
		{"both sides of a candidate", `"base": "PARTICIPATING"`, `"base": "CAST_FOR_OR_AGAINST"`, []string{"approval RULE_ELECTION_AGAINST"}},
		{"objections to a candidate", `{"share": {"count": "FOR", "measure": "HEADS", "base": "PARTICIPATING", "compare": "MORE_THAN", "fraction": {"num": 1, "den": 2}}}`, `{"limit": {"count": "AGAINST", "measure": "HEADS", "base": "ON_ROLL", "fraction": {"num": 1, "den": 3}}}`, []string{"approval RULE_ELECTION_AGAINST"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			text := strings.Replace(owners, "SECTION", election, 1)
			changed := strings.Replace(text, c.old, c.new, 1)
			if c.old != "" && changed == text {
				t.Fatal("the test replaces nothing")
			}
			_, err := rule.Parse([]byte(changed))
			if got := places(t, err); !slices.Equal(got, c.want) {
				t.Errorf("got  %q\nwant %q", got, c.want)
			}
		})
	}
}
