package command_test

import (
	"testing"
	"time"

	"sifang/ent"
	"sifang/ent/command"
	"sifang/schema"
	"sifang/schema/fault"
	"sifang/schema/ident"
)

func (c *council) proposalOf(item ident.AgendaItem) schema.ProposalStatus {
	c.Helper()
	return get(c.town, c.store.Read().Proposal.Get, c.agendaItem(item).ProposalID).Status
}

func TestAddAgendaItem(t *testing.T) {
	eachCouncil(t, func(c *council) {
		m := c.draft(c.joint())
		proposal := c.proposal("重划停车线", "PARKING_ORDER")
		added := once(c.town, func(o ent.Order) (*command.AddAgendaItemPayload, error) {
			return c.do.AddAgendaItem(c.asSecretary, command.AddAgendaItemInput{Order: o, MeetingID: m, ProposalID: proposal})
		})
		first := c.agendaItem(ident.AgendaItem{ID: added.AgendaItemID})
		is(c, "its place", first.Position, 1)
		is(c, "its title", first.Title, "重划停车线")
		is(c, "who decides it", first.Authority, schema.DecisionAuthorityJointMeeting)
		is(c, "the proposal", c.proposalOf(ident.AgendaItem{ID: first.ID}), schema.ProposalStatusOnAgenda)
		reserved := c.agendaItem(c.item(m, "大堂出租广告位", "COMMON_PARTS_BUSINESS"))
		is(c, "the next place", reserved.Position, 2)
		is(c, "who decides what is reserved", reserved.Authority, schema.DecisionAuthorityOwnersAssembly)

		stricter := command.AddAgendaItemInput{
			MeetingID: m, ProposalID: c.proposal("业委会换章", "OWNERS_COMMITTEE_BUSINESS"), Title: new("启用新章"),
			Authority: new(schema.DecisionAuthorityOwnersAssembly), Reason: new("争议较大"),
		}
		p, err := c.do.AddAgendaItem(c.asSecretary, stricter)
		row := c.agendaItem(ident.AgendaItem{ID: done(c.town, p, err).AgendaItemID})
		is(c, "who decides by choice", row.Authority, schema.DecisionAuthorityOwnersAssembly)
		is(c, "why", *row.AuthorityReason, "争议较大")
		is(c, "the title given", row.Title, "启用新章")
	})
}

func TestAddAgendaItemRefusals(t *testing.T) {
	eachCouncil(t, func(c *council) {
		m := c.draft(c.joint())
		onAgenda := c.proposal("一", "PARKING_ORDER")
		first, err := c.do.AddAgendaItem(c.asSecretary, command.AddAgendaItemInput{MeetingID: m, ProposalID: onAgenda})
		off, err := c.do.WithdrawAgendaItem(c.asSecretary, command.WithdrawAgendaItemInput{
			AgendaItemID: ident.AgendaItem{ID: done(c.town, first, err).AgendaItemID}, Reason: "缺材料",
		})
		done(c.town, off, err)
		free, reserved, raw := c.proposal("二", "PARKING_ORDER"), c.proposal("三", "COMMON_PARTS_BUSINESS"), c.submitted("四", "PARKING_ORDER")
		cancelled := c.draft(c.joint())
		gone, err := c.do.CancelMeeting(c.asSecretary, command.CancelMeetingInput{MeetingID: cancelled, Reason: "不开了"})
		done(c.town, gone, err)
		input := func(p ident.Proposal, change func(*command.AddAgendaItemInput)) command.AddAgendaItemInput {
			in := command.AddAgendaItemInput{MeetingID: m, ProposalID: p}
			change(&in)
			return in
		}
		plain := func(*command.AddAgendaItemInput) {}
		owners, joint := schema.DecisionAuthorityOwnersAssembly, schema.DecisionAuthorityJointMeeting
		refused(c, c.do.AddAgendaItem, []refusal[command.AddAgendaItemInput]{
			{"one that was not accepted", c.asSecretary, input(raw, plain), []fault.Code{fault.WrongState}, "proposalId"},
			{"one that was on it before", c.asSecretary, input(onAgenda, plain), []fault.Code{fault.AlreadyExists}, "proposalId"},
			{"a laxer body", c.asSecretary, input(reserved, func(in *command.AddAgendaItemInput) { in.Authority, in.Reason = &joint, new("方便") }),
				[]fault.Code{fault.AuthorityNotStricter}, "authority"},
			{"a stricter one without a reason", c.asSecretary, input(free, func(in *command.AddAgendaItemInput) { in.Authority = &owners }),
				[]fault.Code{fault.Blank}, "reason"},
			{"a blank title", c.asSecretary, input(free, func(in *command.AddAgendaItemInput) { in.Title = new("") }), []fault.Code{fault.Blank}, "title"},
			{"a cancelled meeting", c.asSecretary, input(free, func(in *command.AddAgendaItemInput) { in.MeetingID = cancelled }), []fault.Code{fault.WrongState}, "meetingId"},
			{"no such meeting", c.asSecretary, input(free, func(in *command.AddAgendaItemInput) { in.MeetingID.ID = ident.New(ident.KindMeeting, c.store.Now()) }),
				[]fault.Code{fault.NotFound}, "meetingId"},
			{"no such proposal", c.asSecretary, input(ident.Proposal{ID: ident.New(ident.KindProposal, c.store.Now())}, plain), []fault.Code{fault.NotFound}, "proposalId"},
			{"by a party that does not convene", c.asM, input(free, plain), []fault.Code{fault.NotMandated}, ""},
		})
	})
}

// TestForeignProposal is one of another community: an office in this one does
// not open it, an office above both does.
func TestForeignProposal(t *testing.T) {
	eachCouncil(t, func(c *council) {
		other := c.area(schema.AreaKindCommunity, "邻里社区", c.street)
		in := c.parking()
		in.AreaID.ID = other
		p, err := c.do.SubmitProposal(c.as(c.person("邻居")), in)
		foreign := ident.Proposal{ID: done(c.town, p, err).ProposalID}
		m := c.draft(c.joint())
		add := command.AddAgendaItemInput{MeetingID: m, ProposalID: foreign}
		above := c.organization(schema.OrganizationKindPartyWorkingCommittee, "双马街道党工委", ident.Nil, c.street)
		rel, err := c.do.RelateOrganizations(c.registrar, command.RelateOrganizationsInput{
			Kind: schema.RelationKindLedBy, OrganizationID: ident.Organization{ID: c.branch}, TargetID: ident.Organization{ID: above}, From: on("2020-01-01"),
		})
		done(c.town, rel, err)
		street := c.officer("街道干部", above, schema.PostCategorySecretary)
		refused(c, c.do.AddAgendaItem, []refusal[command.AddAgendaItemInput]{
			{"by somebody who cannot see it", c.asSecretary, add, []fault.Code{fault.NotFound}, "proposalId"},
			{"by somebody who can", street, add, []fault.Code{fault.OutsideCommunity}, "proposalId"},
		})
	})
}

func TestNoteItem(t *testing.T) {
	eachCouncil(t, func(c *council) {
		_, item := c.opened()
		once(c.town, func(o ent.Order) (*command.NoteItemPayload, error) {
			return c.do.NoteItem(c.asSecretary, command.NoteItemInput{Order: o, AgendaItemID: item, Note: "已听取"})
		})
		is(c, "the item", c.agendaItem(item).Disposition, schema.AgendaItemDispositionNoted)
		is(c, "the note", *c.agendaItem(item).DispositionNote, "已听取")
		is(c, "the proposal", c.proposalOf(item), schema.ProposalStatusDecided)
	})
}

// TestReferItem has a joint meeting take up the lobby of the owners: it can
// only refer it to them.
func TestReferItem(t *testing.T) {
	eachCouncil(t, func(c *council) {
		m, ordinary := c.opened()
		item := c.item(m, "大堂出租广告位", "COMMON_PARTS_BUSINESS")
		vote := c.vote(item, schema.VoteStatusDraft)
		settled := c.item(m, "门禁改造", "SAFETY_AND_ORDER")
		noted, err := c.do.NoteItem(c.asSecretary, command.NoteItemInput{AgendaItemID: settled, Note: "已听取"})
		done(c.town, noted, err)
		refer := func(to schema.DecisionAuthority) command.ReferItemInput {
			return command.ReferItemInput{AgendaItemID: item, Authority: to, Note: new("建议召开业主大会")}
		}
		refused(c, c.do.ReferItem, []refusal[command.ReferItemInput]{
			{"to the meeting itself", c.asSecretary, refer(schema.DecisionAuthorityJointMeeting), []fault.Code{fault.ReferredToItself}, "authority"},
			{"to somebody laxer", c.asSecretary, refer(schema.DecisionAuthorityOwnersCommittee), []fault.Code{fault.AuthorityNotStricter}, "authority"},
			{"what was settled", c.asSecretary, command.ReferItemInput{AgendaItemID: settled, Authority: schema.DecisionAuthorityStreet},
				[]fault.Code{fault.WrongState}, "agendaItemId"},
			{"with a blank note", c.asSecretary, command.ReferItemInput{AgendaItemID: item, Authority: schema.DecisionAuthorityOwnersAssembly, Note: new(" ")},
				[]fault.Code{fault.Blank}, "note"},
			{"by a party that does not convene", c.asM, refer(schema.DecisionAuthorityOwnersAssembly), []fault.Code{fault.NotMandated}, ""},
		})
		once(c.town, func(o ent.Order) (*command.ReferItemPayload, error) {
			in := refer(schema.DecisionAuthorityOwnersAssembly)
			in.Order = o
			return c.do.ReferItem(c.asSecretary, in)
		})
		is(c, "the item", c.agendaItem(item).Disposition, schema.AgendaItemDispositionReferred)
		is(c, "to whom", *c.agendaItem(item).DispositionNote, "转交业主大会。建议召开业主大会")
		is(c, "its vote", get(c.town, c.store.Read().Vote.Get, vote).Status, schema.VoteStatusVoid)
		is(c, "the proposal", c.proposalOf(item), schema.ProposalStatusAccepted)

		// What the parties cannot agree on goes upward.
		up, err := c.do.ReferItem(c.asSecretary, command.ReferItemInput{AgendaItemID: ordinary, Authority: schema.DecisionAuthorityStreet})
		done(c.town, up, err)
		is(c, "to whom", *c.agendaItem(ordinary).DispositionNote, "转交街道（乡镇）。")
	})
}

func TestWithdrawAgendaItem(t *testing.T) {
	eachCouncil(t, func(c *council) {
		_, item := c.called()
		vote := c.vote(item, schema.VoteStatusNoticed)
		once(c.town, func(o ent.Order) (*command.WithdrawAgendaItemPayload, error) {
			return c.do.WithdrawAgendaItem(c.asSecretary, command.WithdrawAgendaItemInput{Order: o, AgendaItemID: item, Reason: "缺材料"})
		})
		is(c, "the item", c.agendaItem(item).Disposition, schema.AgendaItemDispositionWithdrawn)
		is(c, "the reason", *c.agendaItem(item).DispositionNote, "缺材料")
		is(c, "its vote", get(c.town, c.store.Read().Vote.Get, vote).Status, schema.VoteStatusVoid)
		is(c, "the proposal", c.proposalOf(item), schema.ProposalStatusAccepted)
	})
}

// TestVotesHoldItems keeps an item from being settled past its votes.
func TestVotesHoldItems(t *testing.T) {
	eachCouncil(t, func(c *council) {
		_, item := c.opened()
		none := ident.AgendaItem{ID: ident.New(ident.KindAgendaItem, c.store.Now())}
		vote := c.vote(item, schema.VoteStatusOpen)
		note := command.NoteItemInput{AgendaItemID: item, Note: "已听取"}
		withdraw := command.WithdrawAgendaItemInput{AgendaItemID: item, Reason: "缺材料"}
		refused(c, c.do.NoteItem, []refusal[command.NoteItemInput]{
			{"a vote runs, and nothing is noted", c.asSecretary, command.NoteItemInput{AgendaItemID: item}, []fault.Code{fault.VoteStillOpen, fault.Blank}, "agendaItemId"},
			{"no such item", c.asSecretary, command.NoteItemInput{AgendaItemID: none, Note: "x"}, []fault.Code{fault.NotFound}, "agendaItemId"},
			{"by a party that does not convene", c.asM, note, []fault.Code{fault.NotMandated}, ""},
		})
		refused(c, c.do.WithdrawAgendaItem, []refusal[command.WithdrawAgendaItemInput]{
			{"a vote runs", c.asSecretary, withdraw, []fault.Code{fault.VoteStillOpen}, "agendaItemId"},
			{"by a party that does not convene", c.asM, withdraw, []fault.Code{fault.NotMandated}, ""},
		})
		c.turn(vote, schema.VoteStatusClosed)
		c.verdict(vote, schema.VerdictOutcomeAdopted)
		refused(c, c.do.CarryOverItem, []refusal[command.CarryOverItemInput]{
			{"a vote has a result", c.asSecretary, command.CarryOverItemInput{AgendaItemID: item}, []fault.Code{fault.VoteHeld}, "agendaItemId"},
		})
		refused(c, c.do.NoteItem, []refusal[command.NoteItemInput]{
			{"a vote has a result", c.asSecretary, note, []fault.Code{fault.VoteHeld}, "agendaItemId"},
		})
	})
}

// TestCarryOverToNamedMeeting puts an item off twice, to meetings that are
// being prepared: its ancestry leads back to the first.
func TestCarryOverToNamedMeeting(t *testing.T) {
	eachCouncil(t, func(c *council) {
		running, _ := c.called()
		_, first := c.opened()
		opened, err := c.do.OpenMeeting(c.asSecretary, command.OpenMeetingInput{MeetingID: running})
		done(c.town, opened, err)
		later := c.joint()
		later.StartsAt, later.EndsAt = evening(30), evening(30).Add(time.Hour)
		next := c.draft(later)
		ours := c.draft(c.session())
		carry := func(to ident.Meeting) command.CarryOverItemInput {
			return command.CarryOverItemInput{AgendaItemID: first, NextMeetingID: &to, Note: new("时间不足")}
		}
		refused(c, c.do.CarryOverItem, []refusal[command.CarryOverItemInput]{
			{"to another body", c.asSecretary, carry(ours), []fault.Code{fault.OtherBody}, "nextMeetingId"},
			{"to one in session", c.asSecretary, carry(running), []fault.Code{fault.WrongState}, "nextMeetingId"},
			{"to none", c.asSecretary, carry(ident.Meeting{ID: ident.New(ident.KindMeeting, c.store.Now())}), []fault.Code{fault.NotFound}, "nextMeetingId"},
			{"by a party that does not convene", c.asM, carry(next), []fault.Code{fault.NotMandated}, ""},
		})
		carried := once(c.town, func(o ent.Order) (*command.CarryOverItemPayload, error) {
			in := carry(next)
			in.Order = o
			return c.do.CarryOverItem(c.asSecretary, in)
		})
		is(c, "the item put off", c.agendaItem(first).Disposition, schema.AgendaItemDispositionCarriedOver)
		is(c, "the note", *c.agendaItem(first).DispositionNote, "时间不足")
		continued := ident.AgendaItem{ID: *carried.ContinuedID}
		is(c, "the item that continues it", c.agendaItem(continued).Disposition, schema.AgendaItemDispositionPending)
		is(c, "what it continues", *c.agendaItem(continued).CarriedFromID, first.ID)
		is(c, "its meeting", c.agendaItem(continued).MeetingID, next.ID)
		is(c, "the proposal", c.proposalOf(first), schema.ProposalStatusOnAgenda)
		if c.agendaItem(continued).NoticedAt != nil {
			c.Error("it is announced in a meeting that was not called")
		}
	})
}

// TestCarryOverWithoutMeeting puts an item off to a meeting that nobody has
// prepared yet: whoever puts the proposal on its agenda continues the item, but
// no other body does.
func TestCarryOverWithoutMeeting(t *testing.T) {
	eachCouncil(t, func(c *council) {
		_, first := c.opened()
		p, err := c.do.CarryOverItem(c.asSecretary, command.CarryOverItemInput{AgendaItemID: first})
		if done(c.town, p, err).ContinuedID != nil {
			c.Errorf("it continues in %v", p.ContinuedID)
		}
		is(c, "the proposal", c.proposalOf(first), schema.ProposalStatusAccepted)
		proposal := ident.Proposal{ID: c.agendaItem(first).ProposalID}

		ours := c.draft(c.session())
		a, err := c.do.AddAgendaItem(c.asChair, command.AddAgendaItemInput{MeetingID: ours, ProposalID: proposal})
		elsewhere := ident.AgendaItem{ID: done(c.town, a, err).AgendaItemID}
		if from := c.agendaItem(elsewhere).CarriedFromID; from != nil {
			c.Errorf("the item of another body continues %v", from)
		}
		w, err := c.do.WithdrawAgendaItem(c.asChair, command.WithdrawAgendaItemInput{AgendaItemID: elsewhere, Reason: "不归我们"})
		done(c.town, w, err)

		again, err := c.do.AddAgendaItem(c.asSecretary, command.AddAgendaItemInput{MeetingID: c.draft(c.joint()), ProposalID: proposal})
		continued := c.agendaItem(ident.AgendaItem{ID: done(c.town, again, err).AgendaItemID})
		if continued.CarriedFromID == nil || *continued.CarriedFromID != first.ID {
			c.Errorf("it continues %v, want %v", continued.CarriedFromID, first)
		}
	})
}

// TestCarryOverFromCancelledMeeting saves the items of a meeting that was called
// off, unless their proposals went to another agenda meanwhile.
func TestCarryOverFromCancelledMeeting(t *testing.T) {
	eachCouncil(t, func(c *council) {
		m, item := c.called()
		other := c.item(m, "门禁改造", "SAFETY_AND_ORDER")
		p, err := c.do.CancelMeeting(c.asSecretary, command.CancelMeetingInput{MeetingID: m, Reason: "台风", Place: new("公告栏")})
		done(c.town, p, err)
		next := c.draft(c.joint())
		carried, err := c.do.CarryOverItem(c.asSecretary, command.CarryOverItemInput{AgendaItemID: item, NextMeetingID: &next})
		is(c, "what it continues", *c.agendaItem(ident.AgendaItem{ID: *done(c.town, carried, err).ContinuedID}).CarriedFromID, item.ID)

		added, err := c.do.AddAgendaItem(c.asSecretary, command.AddAgendaItemInput{
			MeetingID: c.draft(c.joint()), ProposalID: ident.Proposal{ID: c.agendaItem(other).ProposalID},
		})
		done(c.town, added, err)
		refused(c, c.do.CarryOverItem, []refusal[command.CarryOverItemInput]{
			{"it is on another agenda", c.asSecretary, command.CarryOverItemInput{AgendaItemID: other, NextMeetingID: &next}, []fault.Code{fault.AlreadyOnAgenda}, "agendaItemId"},
		})
	})
}
