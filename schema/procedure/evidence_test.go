package procedure_test

import (
	"strings"
	"testing"

	"sifang/schema"
	"sifang/schema/fault"
	"sifang/schema/procedure"
)

func TestAccepts(t *testing.T) {
	p := preset(t, "FOUR_MEETINGS_COMMUNITY").Settled()
	voted := procedure.Evidence{
		Kind: schema.ProofKindVote, Of: schema.OrganizationKindPartyBranch, Meeting: schema.MeetingKindPartyBranch,
		Vote: schema.VoteKindMotion, Rule: "FOUR_MEETINGS_PARTY_MEETING",
	}
	posted := procedure.Evidence{
		Kind: schema.ProofKindPublication, Of: schema.OrganizationKindRepresentativesMeeting, Publication: schema.PublicationKindResolution, Days: 15,
	}
	with := func(e procedure.Evidence, change func(*procedure.Evidence)) procedure.Evidence {
		change(&e)
		return e
	}
	for _, c := range []struct {
		name, step string
		evidence   procedure.Evidence
		fits       bool
	}{
		{"a vote of the members", "PARTY_MEETING", voted, true},
		{"under another rule", "PARTY_MEETING", with(voted, func(e *procedure.Evidence) { e.Rule = "PARTY_BRANCH" }), false},
		{"of another body", "PARTY_MEETING", with(voted, func(e *procedure.Evidence) { e.Of = schema.OrganizationKindOwnersCommittee }), false},
		{"in another meeting", "PARTY_MEETING", with(voted, func(e *procedure.Evidence) { e.Meeting = schema.MeetingKindCommittee }), false},
		{"an election", "PARTY_MEETING", with(voted, func(e *procedure.Evidence) { e.Vote = schema.VoteKindElection }), false},
		{"only a meeting", "PARTY_MEETING", procedure.Evidence{Kind: schema.ProofKindMeeting, Of: voted.Of, Meeting: voted.Meeting}, false},
		{"a paper", "RESULT_DISCLOSED", procedure.Evidence{Kind: schema.ProofKindDocument}, true},
		{"a paper where a vote is asked for", "PARTY_MEETING", procedure.Evidence{Kind: schema.ProofKindDocument}, false},
		{"a posting of fifteen days", "DECISION_DISCLOSED", posted, true},
		{"of fourteen", "DECISION_DISCLOSED", with(posted, func(e *procedure.Evidence) { e.Days = 14 }), false},
		{"of something else", "DECISION_DISCLOSED", with(posted, func(e *procedure.Evidence) { e.Publication = schema.PublicationKindNotice }), false},
		{"of somebody else's resolution", "DECISION_DISCLOSED", with(posted, func(e *procedure.Evidence) { e.Of = schema.OrganizationKindPartyBranch }), false},
		{
			"a meeting of the residents' committee", "COMMITTEES_DISCUSS",
			procedure.Evidence{Kind: schema.ProofKindMeeting, Of: schema.OrganizationKindResidentsCommittee, Meeting: schema.MeetingKindCommittee}, true,
		},
	} {
		s, _ := p.Step(c.step)
		refused := s.Accepts(c.evidence)
		if (refused == nil) != c.fits || refused != nil && refused.Code != fault.ProofDoesNotFit {
			t.Errorf("%s: %v", c.name, refused)
		}
	}
}

func TestWantedIsSaidInBothLanguages(t *testing.T) {
	s, _ := preset(t, "FOUR_MEETINGS_COMMUNITY").Step("DECISION_DISCLOSED")
	if got := s.Wanted(); got.English != "PUBLICATION / RESOLUTION, RESULT / RESIDENTS_MEETING, REPRESENTATIVES_MEETING / for at least 15 days" {
		t.Error(got.English)
	}
	for _, p := range procedure.Presets() {
		for _, s := range p.Steps {
			if got := s.Wanted(); got.Chinese == "" || got.English == "" || strings.ContainsAny(got.Chinese, "_") {
				t.Errorf("%s of %s: %q, %q", s.Code, p.Code, got.Chinese, got.English)
			}
		}
	}
}

// What is pinned says by which rule the Party members' meeting is judged.
func TestTheRuleIsSettled(t *testing.T) {
	p := preset(t, "FOUR_MEETINGS_VILLAGE")
	local, refused := p.Under("PARTY_MEETING", "FOUR_MEETINGS_PARTY_MEETING_LOCAL_HALF")
	if refused != nil {
		t.Fatal(refused)
	}
	for _, c := range []struct {
		p    procedure.Procedure
		want string
	}{{p.Settled(), "FOUR_MEETINGS_PARTY_MEETING"}, {local.Settled(), "FOUR_MEETINGS_PARTY_MEETING_LOCAL_HALF"}} {
		if s, _ := c.p.Step("PARTY_MEETING"); len(s.Rules) != 1 || s.Rules[0] != c.want {
			t.Errorf("rules %v, want %s", s.Rules, c.want)
		}
	}
	if s, _ := p.Step("PARTY_MEETING"); len(s.Rules) != 3 {
		t.Errorf("the procedure itself changed: %v", s.Rules)
	}
	for _, c := range []struct {
		step, rule string
		code       fault.Code
	}{{"PARTY_MEETING", "OWNERS_ORDINARY", fault.StepRule}, {"PARTY_PROPOSAL", "PARTY_BRANCH", fault.StepRule}, {"PARTY", "PARTY_BRANCH", fault.StepUnknown}} {
		if _, refused := p.Under(c.step, c.rule); refused == nil || refused.Code != c.code {
			t.Errorf("%s under %s: %v", c.step, c.rule, refused)
		}
	}
}
