package command_test

import (
	"context"
	"strings"
	"testing"

	"sifang/ent"
	"sifang/ent/command"
	"sifang/ent/db"
	"sifang/schema"
	"sifang/schema/fault"
	"sifang/schema/ident"
)

func (c *council) parking() command.SubmitProposalInput {
	return command.SubmitProposalInput{
		Title: "重划停车线", Text: "现有车位太窄。", Source: schema.ProposalSourceResident, Matter: "PARKING_ORDER",
		AreaID: ident.Area{ID: c.estate},
	}
}

func TestSubmitProposal(t *testing.T) {
	eachCouncil(t, func(c *council) {
		resident := c.person("居民")
		mine := once(c.town, func(o ent.Order) (*command.SubmitProposalPayload, error) {
			in := c.parking()
			in.Order = o
			return c.do.SubmitProposal(c.as(resident), in)
		})
		row := get(c.town, c.store.Read().Proposal.Get, mine.ProposalID)
		if row.ProposerID == nil || *row.ProposerID != resident || *row.CommunityID != c.community {
			c.Errorf("proposed by %v in %v", row.ProposerID, row.CommunityID)
		}
		c.seen(func(d *db.Client) counted { return d.Proposal.Query() }, 0, 1)

		// Officers record what others raised, and what their organization raises.
		with := func(change func(*command.SubmitProposalInput)) command.SubmitProposalInput {
			in := c.parking()
			change(&in)
			return in
		}
		forResident := with(func(in *command.SubmitProposalInput) {
			in.ProposerID, in.TrackerID = person(resident), person(c.director)
		})
		forCompany := with(func(in *command.SubmitProposalInput) { in.ProposingOrganizationID = organization(c.company) })
		for name, one := range map[string]struct {
			as context.Context
			in command.SubmitProposalInput
		}{
			"the owners' chair for a resident": {c.asChair, forResident},
			"a registrar for a resident":       {c.registrar, forResident},
			"the manager for the company":      {c.asM, forCompany},
			"a registrar for the company":      {c.registrar, forCompany},
		} {
			if _, err := c.do.SubmitProposal(one.as, one.in); err != nil {
				c.Errorf("%s: %v", name, err)
			}
		}

		refused(c, c.do.SubmitProposal, []refusal[command.SubmitProposalInput]{
			{"an unknown matter, without title", c.as(resident), with(func(in *command.SubmitProposalInput) { in.Matter, in.Title = "MOON", " " }),
				[]fault.Code{fault.Blank, fault.MatterUnknown}, "title"},
			{"no such area", c.as(resident), with(func(in *command.SubmitProposalInput) {
				in.AreaID = ident.Area{ID: ident.New(ident.KindArea, c.store.Now())}
			}),
				[]fault.Code{fault.NotFound}, "areaId"},
			{"no such tracker", c.as(resident), with(func(in *command.SubmitProposalInput) {
				in.TrackerID = person(ident.New(ident.KindPerson, c.store.Now()))
			}),
				[]fault.Code{fault.NotFound}, "trackerId"},
			{"two proposers", c.registrar, with(func(in *command.SubmitProposalInput) {
				in.ProposerID, in.ProposingOrganizationID = person(resident), organization(c.company)
			}), []fault.Code{fault.OneOfNeeded}, "proposerId"},
			{"nobody, by the operator", c.operator, c.parking(), []fault.Code{fault.OneOfNeeded}, "proposerId"},
			// A company proposes for itself only, and nobody else for it.
			{"the manager for a resident", c.asM, forResident, []fault.Code{fault.OnlyForOneself}, "proposerId"},
			{"the operator for a resident", c.operator, forResident, []fault.Code{fault.OnlyForOneself}, "proposerId"},
			{"a resident for the company", c.as(resident), forCompany, []fault.Code{fault.OnlyForOneself}, "proposingOrganizationId"},
		})
	})
}

func TestUnknownMatterListsTheKnown(t *testing.T) {
	eachCouncil(t, func(c *council) {
		in := c.parking()
		in.Matter = "MOON"
		_, err := c.do.SubmitProposal(c.asDirector, in)
		faults, _ := fault.Of(err)
		if len(faults) != 1 || len(faults[0].Facts) != 2 {
			c.Fatalf("refused with %v", err)
		}
		known := faults[0].Facts[1].Text(fault.English)
		for _, code := range []string{"COMMON_PARTS_BUSINESS", "PARKING_ORDER"} {
			if !strings.Contains(known, code) {
				c.Errorf("%s is not among those listed: %s", code, known)
			}
		}
	})
}

func TestJudgeProposals(t *testing.T) {
	eachCouncil(t, func(c *council) {
		read := c.store.Read().Proposal.Get
		first, second, third := c.submitted("一", "PARKING_ORDER"), c.submitted("二", "PARKING_ORDER"), c.submitted("三", "PARKING_ORDER")
		accepted := once(c.town, func(o ent.Order) (*command.AcceptProposalPayload, error) {
			return c.do.AcceptProposal(c.asChair, command.AcceptProposalInput{Order: o, ProposalID: first, TrackerID: person(c.chair)})
		})
		row := get(c.town, read, accepted.ProposalID)
		is(c, "an accepted proposal", row.Status, schema.ProposalStatusAccepted)
		is(c, "its tracker", *row.TrackerID, c.chair)
		declined, err := c.do.DeclineProposal(c.registrar, command.DeclineProposalInput{ProposalID: second, Reason: "与上次重复"})
		row = get(c.town, read, done(c.town, declined, err).ProposalID)
		is(c, "a declined proposal", row.Status, schema.ProposalStatusDeclined)
		is(c, "the reason", *row.Reason, "与上次重复")
		withdrawn, err := c.do.WithdrawProposal(c.asDirector, command.WithdrawProposalInput{ProposalID: third})
		is(c, "a withdrawn proposal", get(c.town, read, done(c.town, withdrawn, err).ProposalID).Status, schema.ProposalStatusWithdrawn)

		open := c.submitted("四", "PARKING_ORDER")
		none := ident.Proposal{ID: ident.New(ident.KindProposal, c.store.Now())}
		stranger := c.as(c.person("路人"))
		refused(c, c.do.AcceptProposal, []refusal[command.AcceptProposalInput]{
			{"twice", c.asChair, command.AcceptProposalInput{ProposalID: first}, []fault.Code{fault.WrongState}, ""},
			{"none", c.asChair, command.AcceptProposalInput{ProposalID: none}, []fault.Code{fault.NotFound}, "proposalId"},
			{"by the company", c.asM, command.AcceptProposalInput{ProposalID: open}, []fault.Code{fault.NotMandated}, ""},
			{"by a stranger, who cannot see it", stranger, command.AcceptProposalInput{ProposalID: open}, []fault.Code{fault.NotFound}, ""},
			{"with a tracker who is not known", c.asChair, command.AcceptProposalInput{ProposalID: open, TrackerID: person(ident.New(ident.KindPerson, c.store.Now()))},
				[]fault.Code{fault.NotFound}, "trackerId"},
		})
		refused(c, c.do.DeclineProposal, []refusal[command.DeclineProposalInput]{
			{"without a reason", c.asChair, command.DeclineProposalInput{ProposalID: open, Reason: " "}, []fault.Code{fault.Blank}, "reason"},
			{"one accepted", c.asChair, command.DeclineProposalInput{ProposalID: first, Reason: "x"}, []fault.Code{fault.WrongState}, ""},
			{"by the company", c.asM, command.DeclineProposalInput{ProposalID: open, Reason: "x"}, []fault.Code{fault.NotMandated}, ""},
		})
		refused(c, c.do.WithdrawProposal, []refusal[command.WithdrawProposalInput]{
			{"that of somebody else", c.asChair, command.WithdrawProposalInput{ProposalID: open}, []fault.Code{fault.NotMandated}, ""},
			{"one declined", c.asDirector, command.WithdrawProposalInput{ProposalID: second}, []fault.Code{fault.WrongState}, ""},
			{"with a blank reason", c.asDirector, command.WithdrawProposalInput{ProposalID: open, Reason: new(" ")}, []fault.Code{fault.Blank}, "reason"},
		})
	})
}
