package command_test

import (
	"fmt"
	"strings"
	"testing"

	"sifang/ent/command"
	"sifang/ent/view"
	"sifang/schema"
	"sifang/schema/fault"
	"sifang/schema/ident"
	"sifang/schema/rule"
)

// ruling is the section of a set with a rule by which more than half of the
// parties decide, under a code of its own.
func (w *town) ruling(code string) string {
	w.Helper()
	r, known := rule.Preset("JOINT_MAJORITY_OF_PARTIES")
	r.Code = code
	text, err := r.Print()
	if !known || err != nil {
		w.Fatalf("no rule to start from (%v)", err)
	}
	return fmt.Sprintf(`"voting": [{"organization": "CO_GOVERNANCE_COMMITTEE", "rule": %s}]`, text)
}

// A linkage may agree on a rule of the place where it is, or of the bylaws of
// one of its parties, once it is in force; its meetings then decide by it.
func TestFormLinkageByAnAdoptedRule(t *testing.T) {
	eachCouncil(t, func(c *council) {
		elsewhere := c.area(schema.AreaKindEstate, "邻小区", c.community)
		stranger := c.organization(schema.OrganizationKindOwnersCommittee, "邻小区业委会", ident.Nil, elsewhere)
		for _, in := range []command.AdoptRuleSetInput{
			{Code: "ESTATE", AreaID: area(c.estate), Document: document("ESTATE", c.ruling("ESTATE_JOINT"))},
			{Code: "OWNERS", OrganizationID: organization(c.owners), Document: document("OWNERS", c.ruling("OWNERS_JOINT"))},
			{Code: "NEXT_YEAR", AreaID: area(c.estate), Document: document("NEXT_YEAR", c.ruling("LATER_JOINT")), From: on("2027-01-01")},
			{Code: "ELSEWHERE", AreaID: area(elsewhere), Document: document("ELSEWHERE", c.ruling("OTHER_JOINT"))},
			{Code: "STRANGER", OrganizationID: organization(stranger), Document: document("STRANGER", c.ruling("STRANGER_JOINT"))},
		} {
			p, err := c.do.AdoptRuleSet(c.operator, in)
			done(c.town, p, err)
		}
		by := func(code, from string) command.FormLinkageInput {
			in := c.linking(party(c.branch, schema.LinkageRoleConvenes), party(c.owners, schema.LinkageRoleParticipates))
			in.RuleCode, in.From = code, on(from)
			return in
		}
		refuses(c.town, c.do.FormLinkage, []refusal[command.FormLinkageInput]{
			{"a rule that is not in force yet", c.asSecretary, by("LATER_JOINT", "2026-06-01"), []fault.Code{fault.UnknownRule}, "ruleCode"},
			{"a rule of another place", c.asSecretary, by("OTHER_JOINT", "2026-06-01"), []fault.Code{fault.UnknownRule}, "ruleCode"},
			{"a rule of somebody who is no party", c.asSecretary, by("STRANGER_JOINT", "2026-06-01"), []fault.Code{fault.UnknownRule}, "ruleCode"},
		})
		_, err := c.do.FormLinkage(c.asSecretary, by("COIN", "2026-06-01"))
		if faults, _ := fault.Of(err); len(faults) != 1 ||
			!strings.Contains(faults[0].Text(fault.English), "ESTATE_JOINT, JOINT_ALL_PARTIES, JOINT_ALL_PARTIES_CONSENT, JOINT_CONSENSUS, JOINT_MAJORITY_OF_MEMBERS, JOINT_MAJORITY_OF_PARTIES, OWNERS_JOINT.") {
			t.Errorf("the rules that there are: %v", err)
		}
		for _, in := range []command.FormLinkageInput{by("LATER_JOINT", "2027-02-01"), by("ESTATE_JOINT", "2021-01-01")} {
			p, err := c.do.FormLinkage(c.asSecretary, in)
			done(c.town, p, err)
		}
		p, err := c.do.FormLinkage(c.asSecretary, by("OWNERS_JOINT", "2026-06-01"))
		meeting := c.joint()
		meeting.LinkageID = &ident.Linkage{ID: done(c.town, p, err).LinkageID}
		m := c.draft(meeting)
		item := c.item(m, "重划停车线", "PARKING_ORDER")
		q, err := asked(c.registrar, view.At(c.store, nil).Quorums, c.store.Read().Meeting.Get, m.ID)
		if err != nil || q.RuleCode == nil || *q.RuleCode != "OWNERS_JOINT" {
			t.Errorf("the meeting decides by %v (%v)", q.RuleCode, err)
		}
		for _, code := range []*string{nil, new("ESTATE_JOINT")} {
			v, err := c.do.DraftVote(c.asSecretary, command.DraftVoteInput{
				AgendaItemID: item, Question: "是否同意？", RuleCode: code,
				Method: schema.VoteMethodNamed, Visibility: schema.BallotVisibilityOpen,
			})
			done(c.town, v, err)
		}
	})
}
