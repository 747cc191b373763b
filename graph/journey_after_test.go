package graph_test

import (
	"fmt"
	"testing"
	"time"

	"sifang/schema/day"
)

// covenant is what three owners of four adopt in writing, resolved and posted for
// seven days, in which owners may object.
func covenant(t *testing.T, s *stage) (*assembly, string) {
	t.Helper()
	e := newEstate(t, s, inXiangtan, numbered(1, 4, 100_00)...)
	e.bylaws(`"postings": [{"kind": "RESOLUTION", "organization": "OWNERS_ASSEMBLY", "days": 7, "objectionDays": 7,
		"source": {"title": "业主大会议事规则", "article": "20", "jurisdiction": "本小区", "text": "决议公示七日，业主可以在公示期内提出异议。", "textDate": "2026-01-01"}}]`)
	a := e.drafted(motion{matter: "OWNERS_COVENANT"})
	a.held21()
	a.cast(alike("FOR", 1, 3))
	a.came(a.judged(), "ADOPTED", "300.00≥266.67 3≥3 300.00≥150.01 3≥2")
	a.final()
	return a, a.resolves()
}

// An owner objects long after the posting is over. It is taken in, marked as late,
// and answered all the same.
func aLateObjection(t *testing.T, s *stage) {
	a, resolution := covenant(t, s)
	a.clock.Pass(200 * oneDay)
	objection := a.objects(a.who("00004"), resolution)
	a.done(a.who("00004"), `query ($objection: ID!) { node(id: $objection) { ... on Objection { late status resolution { id } } } }`,
		values{"objection": objection}).is("node.late", true)
	a.answers(objection)
	a.tells(a.clerk, a.proposalOf(a.items[0]), nil, append(adopted(),
		"fileObjection An objection was filed (late).",
		"answerObjection The objection was answered (late).",
	)...)
}

// adopted is the story of a covenant up to its posting.
func adopted() []string {
	return []string{
		"submitProposal The proposal “议案” was handed in.",
		"acceptProposal The proposal “议案” was taken up.",
		"addAgendaItem “议案” was put on the agenda of “业主大会”.",
		"draftVote The vote “是否同意？” was drafted.",
		"callMeeting The meeting “业主大会” was called.",
		"openMeeting The meeting “业主大会” was opened.",
		"openVote The vote “是否同意？” was opened.",
		"closeVote The vote “是否同意？” was closed: adopted.",
		"finalizeVote The result of “是否同意？” became final: adopted.",
		"issueResolution The decision 〔2026〕1号《更换物业服务企业》 was issued.",
		"publish “〔2026〕1号《更换物业服务企业》” was posted.",
	}
}

// A court revokes a decision, and the judgment is entered forty days late. What
// was in force on a day between is one thing as it was known before the entry, and
// another one after it.
func inForceOnADay(t *testing.T, s *stage) {
	a, resolution := covenant(t, s)
	a.clock.Pass(30 * oneDay)
	between := a.today(0)
	a.inForce(between, nil, 1)
	challenge := a.sues(resolution)
	ruled := a.today(0)
	a.clock.Pass(40 * oneDay)
	before := a.clock.Now()
	a.inForce(between, nil, 1)
	a.clock.Pass(time.Hour)
	a.rules(challenge, "REVOKED", ruled)
	a.inForce(between, nil, 0)
	a.inForce(between, before, 1)
	a.inForce(day.Of(before).String(), before, 1)
	story := append(adopted(), "recordChallenge A suit was brought before 人民法院.")
	a.tells(a.clerk, a.proposalOf(a.items[0]), before, story...)
	a.tells(a.clerk, a.proposalOf(a.items[0]), nil, append(story, "recordRuling 人民法院 ruled: revoked.")...)
}

// inForce asserts how many resolutions were in force on a day, as the register
// knew it at some instant.
func (d teller) inForce(on string, knownAt any, want int) {
	d.Helper()
	found := d.done("", `query ($on: Date!, $knownAt: DateTime) { resolutions(inForceOn: $on, knownAt: $knownAt) { totalCount } }`,
		values{"on": on, "knownAt": knownAt})
	if got := found.text("resolutions.totalCount"); got != fmt.Sprint(want) {
		d.Errorf("%s in force on %s, want %d", got, on, want)
	}
}
