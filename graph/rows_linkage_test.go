package graph_test

import (
	"fmt"
	"testing"
	"time"

	"sifang/schema/day"
)

// Four parties of an estate: the Party's general branch, the residents'
// committee, the owners' committee and the property project.
var linkageRows = []row{
	{"38", []play{
		{"absence blocks", absent("JOINT_ALL_PARTIES", "REJECTED")},
		{"absence is consent after notice", absent("JOINT_ALL_PARTIES_CONSENT", "ADOPTED")},
	}},
	{"38f", once(jointly("JOINT_MAJORITY_OF_PARTIES", "FFF-", "ADOPTED", "3≥3 3≥3"))},
	{"38b", once(jointly("JOINT_MAJORITY_OF_PARTIES", "FFGG", "TIED", "4≥3 2<3"))},
	{"38c", once(row38c)},
	{"38d", []play{
		{"without a least number of persons", forTwoParties("", "ADOPTED", "3≥3 3≥3")},
		{"three persons at least", forTwoParties(`"distinctPersonsMin": 3`, "NOT_QUORATE", "3≥3 2<3 3≥3")},
	}},
	{"38e", once(row38e)},
}

// joint is a joint meeting of the four that was called.
type joint struct {
	*session
	parties [4]string
	sent    [4]string // who speaks for them
}

// newJoint is a joint meeting under a rule; the chair of the owners' committee
// is sent unless somebody else is.
func newJoint(t *testing.T, s *stage, rule, matter string) *joint {
	t.Helper()
	s.play(t, load(t, "testdata/setup/estate.yaml"))
	return linked(teller{t, s}, rule, matter)
}

// named is what the setup kept under a name.
func (d teller) named(name string) string {
	d.Helper()
	return fmt.Sprint(d.keptAs(d.T, name))
}

// linked forms a linkage of the four, whose leaders speak for them, and calls a
// joint meeting.
func linked(d teller, rule, matter string) *joint {
	d.Helper()
	return linkedOn(d, rule, matter, "")
}

// linkedOn is linked, for a joint meeting on a proposal that was taken up.
func linkedOn(d teller, rule, matter, proposal string) *joint {
	d.Helper()
	j := &joint{sent: [4]string{d.named("secretary"), d.named("head"), d.named("chair"), d.named("manager")}}
	parties := make([]any, 4)
	for i, name := range []string{"general", "residents", "owners", "project"} {
		parties[i] = map[string]any{"organizationId": d.named(name), "role": []string{"CONVENES", "PARTICIPATES", "PARTICIPATES", "PARTICIPATES"}[i]}
	}
	formed := d.done(d.named("clerk"), `mutation ($estate: ID!, $rule: String!, $parties: [LinkagePartyInput!]!) {
		formLinkage(input: {name: "四方联动", areaId: $estate, ruleCode: $rule, parties: $parties}) {
			linkage { id parties(orderBy: {field: POSITION}) { edges { node { id } } } } userErrors { code }
		}
	}`, values{"estate": d.named("estate"), "rule": rule, "parties": parties})
	for i, party := range formed.list("formLinkage.linkage.parties") {
		j.parties[i] = party.text("id")
		d.sends(j.sent[i], j.parties[i], j.sent[i])
	}
	j.session = d.calls(called{
		kind: "JOINT", organization: d.named("general"), linkage: formed.text("formLinkage.linkage.id"), officer: d.named("secretary"),
		area: d.named("estate"), matter: matter, proposal: proposal,
	})
	return j
}

// sends lets whoever leads a party authorise somebody to speak for it.
func (d teller) sends(as, party, person string) {
	d.Helper()
	d.done(as, `mutation ($party: ID!, $person: ID!) { authorizeDelegate(input: {partyId: $party, personId: $person}) { userErrors { code } } }`,
		values{"party": party, "person": person})
}

// meet lets the parties meet and vote, each a letter.
func (j *joint) meet(word string) verdict {
	j.Helper()
	j.begins()
	for i, letter := range word {
		if letter == 'R' {
			j.stepsAside(j.sent[i])
		}
		if letter != '-' {
			j.comes(j.sent[i], j.parties[i])
		}
	}
	j.opens()
	for i, letter := range word {
		if choice, casts := letters[letter]; casts {
			j.done(j.sent[i], castBallots, j.ballot(choice, j.entry(i)))
		}
	}
	return j.closed(j.officer, j.vote)
}

// entry is the place of a party on the roll.
func (j *joint) entry(party int) string {
	j.Helper()
	for _, one := range j.done(j.sent[party], `query ($vote: ID!) {
		node(id: $vote) { ... on Vote { roll { entries { edges { node { id party { id } } } } } } }
	}`, values{"vote": j.vote}).list("node.roll.entries") {
		if one.text("party.id") == j.parties[party] {
			return one.text("id")
		}
	}
	j.Fatalf("party %d is not on the roll", party)
	return ""
}

func jointly(rule, word, outcome, clauses string) func(*testing.T, *stage) {
	return func(t *testing.T, s *stage) {
		j := newJoint(t, s, rule, "PARKING_ORDER")
		j.came(j.meet(word), outcome, clauses)
	}
}

// Three parties are in favour, the property project was called and did not come.
// It has three days to answer.
func absent(rule, outcome string) func(*testing.T, *stage) {
	return func(t *testing.T, s *stage) {
		j := newJoint(t, s, rule, "PARKING_ORDER")
		v := j.meet("FFF-")
		if deadline := day.Of(j.clock.Now()).AddDays(3).End(); v.Outcome != "PENDING_CONSENT" || v.ConsentUntil != deadline.UTC().Format(time.RFC3339) {
			t.Errorf("%s until %s, want %s", v.Outcome, v.ConsentUntil, deadline.UTC())
		}
		if v.Parties[3].Position != "ABSENT" || !v.CanPass || !v.CanFail {
			t.Errorf("%+v, can pass %v, can fail %v", v.Parties, v.CanPass, v.CanFail)
		}
		j.clock.Set(day.Of(j.clock.Now()).AddDays(3).End().Add(-time.Second))
		if v := j.read(j.officer, j.vote); v.Outcome != "PENDING_CONSENT" {
			t.Errorf("a second before the end %s", v.Outcome)
		}
		j.clock.Pass(time.Second)
		if v := j.read(j.officer, j.vote); v.Outcome != outcome {
			t.Errorf("then %s, want %s", v.Outcome, outcome)
		}
	}
}

// A lobby rented to an advertiser is the owners' to decide (Civil Code art. 278,
// item 8): what a joint meeting says about it is a referral.
func row38c(t *testing.T, s *stage) {
	j := newJoint(t, s, "JOINT_ALL_PARTIES", "COMMON_PARTS_BUSINESS")
	v := j.meet("FFFF")
	if v.Outcome != "ADOPTED" {
		t.Errorf("%s", v.Outcome)
	}
	j.done(j.officer, `mutation ($vote: ID!) { finalizeVote(input: {voteId: $vote}) { vote { status } userErrors { code } } }`, values{"vote": j.vote})
	issued := j.done(j.officer, `mutation ($item: ID!, $vote: ID!) {
		issueResolution(input: {agendaItemId: $item, voteId: $vote, title: "转交", text: "建议将大堂广告位出租事项提交业主大会。"}) { resolution { kind agendaItem { disposition authority } } userErrors { code field } }
	}`, values{"item": j.item, "vote": j.vote})
	issued.is("issueResolution.resolution.kind", "REFERRAL")
	issued.is("issueResolution.resolution.agendaItem.disposition", "REFERRED")
	issued.is("issueResolution.resolution.agendaItem.authority", "OWNERS_ASSEMBLY")
}

// One person speaks for the general branch and for the owners' committee; the
// residents' committee sends one, the property project nobody.
func forTwoParties(policy, outcome, clauses string) func(*testing.T, *stage) {
	return func(t *testing.T, s *stage) {
		s.play(t, load(t, "testdata/setup/estate.yaml"))
		d := teller{t, s}
		d.done(d.named("clerk"), `mutation ($general: ID!, $chair: ID!) {
			enrolMember(input: {organizationId: $general, personId: $chair, kind: PARTY_MEMBER}) { userErrors { code } }
		}`, values{"general": d.named("general"), "chair": d.named("chair")})
		if policy != "" {
			e := &estate{teller: d, chair: d.named("secretary"), assembly: d.named("general")}
			e.bylaws(`"voting": [{"organization": "CO_GOVERNANCE_COMMITTEE", "override": {` + policy + `}}]`)
		}
		j := linked(d, "JOINT_MAJORITY_OF_PARTIES", "PARKING_ORDER")
		d.sends(d.named("secretary"), j.parties[0], d.named("chair"))
		j.sent[0] = d.named("chair")
		v := j.meet("FFF-")
		j.came(v, outcome, clauses)
		for i, position := range []string{"FOR", "FOR", "FOR", "ABSENT"} {
			if v.Parties[i].Position != position {
				t.Errorf("%s is %s", v.Parties[i].Label, v.Parties[i].Position)
			}
		}
	}
}

// The project manager steps aside from the renewal of the company's contract,
// and cannot vote on it.
func row38e(t *testing.T, s *stage) {
	j := newJoint(t, s, "JOINT_MAJORITY_OF_PARTIES", "SERVICE_QUALITY")
	j.begins()
	for i := range j.sent {
		j.comes(j.sent[i], j.parties[i])
	}
	j.stepsAside(j.sent[3])
	j.opens()
	for i, choice := range []string{"FOR", "FOR", "AGAINST"} {
		j.says(j.sent[i], choice)
	}
	j.done(j.sent[3], mayVote, values{"vote": j.vote}).is("node.viewerEntries.0.reasons.0.code", "RECUSED")
	j.refused(j.sent[3], castBallots, j.ballot("FOR", nil), "RECUSED")
	v := j.closed(j.officer, j.vote)
	j.came(v, "ADOPTED", "3≥3 2≥2")
	if v.Parties[3].Position != "RECUSED" {
		t.Errorf("%+v", v.Parties)
	}
}
