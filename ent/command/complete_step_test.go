package command_test

import (
	"context"
	"testing"
	"time"

	"sifang/ent"
	"sifang/ent/command"
	"sifang/schema"
	"sifang/schema/day"
	"sifang/schema/fault"
	"sifang/schema/ident"
	"sifang/schema/procedure"
)

func (c *council) setsOut(p ident.Proposal, code string) ident.ProcedureRun {
	c.Helper()
	made, err := c.do.StartProcedure(c.asSecretary, command.StartProcedureInput{
		ProposalID: p, OrganizationID: ident.Organization{ID: c.branch}, Code: code,
	})
	return ident.ProcedureRun{ID: done(c.town, made, err).ProcedureRunID}
}

// met is a meeting on the proposal some days ahead, and what it did with it.
func (c *council) met(of ident.ID, p ident.Proposal, days int, status schema.MeetingStatus, did schema.AgendaItemDisposition) *ident.Meeting {
	c.Helper()
	return c.metAs(schema.MeetingKindCommittee, of, p, days, status, did)
}

func (c *council) metAs(kind schema.MeetingKind, of ident.ID, p ident.Proposal, days int, status schema.MeetingStatus, did schema.AgendaItemDisposition) *ident.Meeting {
	c.Helper()
	return &ident.Meeting{ID: c.write(func(ctx context.Context, tx *ent.Tx) (ident.ID, error) {
		m, err := tx.Meeting.Create().SetCommunityID(c.community).SetKind(kind).SetForm(schema.MeetingFormInPerson).
			SetTitle("会议").SetStartsAt(evening(days)).SetEndsAt(evening(days).Add(time.Hour)).SetStatus(status).
			SetConvenedUnder(schema.ConvenedUnderRegular).SetOpenedAt(evening(days)).SetClosedAt(evening(days).Add(time.Hour)).
			SetNoticedAt(evening(days - 1)).SetOrganizationID(of).Save(ctx)
		if err != nil {
			return ident.Nil, err
		}
		_, err = tx.AgendaItem.Create().SetCommunityID(c.community).SetPosition(1).SetTitle("议题").SetDisposition(did).
			SetAuthority(schema.DecisionAuthorityJointMeeting).SetMeetingID(m.ID).SetProposalID(p.ID).Save(ctx)
		return m.ID, err
	})}
}

func TestStartProcedure(t *testing.T) {
	eachCouncil(t, func(c *council) {
		p, raw := c.proposal("重划停车线", "PARKING_ORDER"), c.submitted("另划停车线", "PARKING_ORDER")
		sound := command.StartProcedureInput{ProposalID: p, OrganizationID: ident.Organization{ID: c.branch}, Code: "FOUR_MEETINGS_COMMUNITY"}
		with := func(change func(*command.StartProcedureInput)) command.StartProcedureInput {
			in := sound
			change(&in)
			return in
		}
		under := func(rules ...command.StepRuleInput) command.StartProcedureInput {
			return with(func(in *command.StartProcedureInput) { in.Rules = rules })
		}
		local := command.StepRuleInput{Step: "PARTY_MEETING", RuleCode: "FOUR_MEETINGS_PARTY_MEETING_LOCAL_HALF"}
		refused(c, c.do.StartProcedure, []refusal[command.StartProcedureInput]{
			{"a procedure nobody knows", c.asSecretary, with(func(in *command.StartProcedureInput) { in.Code = "SIX_MEETINGS" }), []fault.Code{fault.ProcedureUnknown}, "code"},
			{"not taken up", c.asSecretary, with(func(in *command.StartProcedureInput) { in.ProposalID = raw }), []fault.Code{fault.WrongState}, "proposalId"},
			{"conducted by the owners", c.asChair, with(func(in *command.StartProcedureInput) { in.OrganizationID = ident.Organization{ID: c.owners} }), []fault.Code{fault.WrongKind}, "organizationId"},
			{"by the manager", c.asM, sound, []fault.Code{fault.NotMandated}, ""},
			{"a rule for a step without one", c.asSecretary, under(command.StepRuleInput{Step: "PARTY_PROPOSAL", RuleCode: "PARTY_BRANCH"}), []fault.Code{fault.StepRule}, "rules.0"},
			{"a rule for no step", c.asSecretary, under(command.StepRuleInput{Step: "PARTY", RuleCode: "PARTY_BRANCH"}), []fault.Code{fault.StepUnknown}, "rules.0"},
			{"two rules for a step", c.asSecretary, under(local, local), []fault.Code{fault.ListedTwice}, "rules.1.step"},
		})
		made := once(c.town, func(o ent.Order) (*command.StartProcedurePayload, error) {
			in := under(local)
			in.Order = o
			return c.do.StartProcedure(c.asSecretary, in)
		})
		row := get(c.town, c.store.Read().ProcedureRun.Get, made.ProcedureRunID)
		plan, err := procedure.Parse(row.Procedure)
		c.must(err)
		if s, _ := plan.Step("PARTY_MEETING"); len(s.Rules) != 1 || s.Rules[0] != local.RuleCode || row.Edition != 1 {
			c.Errorf("pinned edition %d under %v", row.Edition, s.Rules)
		}
		refused(c, c.do.StartProcedure, []refusal[command.StartProcedureInput]{
			{"again", c.asSecretary, sound, []fault.Code{fault.ProcedureRunning}, "code"},
		})
		// What is withdrawn goes no further.
		gone, err := c.do.WithdrawProposal(c.asDirector, command.WithdrawProposalInput{ProposalID: p})
		done(c.town, gone, err)
		is(c, "the procedure", get(c.town, c.store.Read().ProcedureRun.Get, row.ID).Status, schema.ProcedureRunStatusStopped)
	})
}

func TestCompleteStep(t *testing.T) {
	eachCouncil(t, func(c *council) {
		p, other := c.proposal("重划停车线", "PARKING_ORDER"), c.proposal("另划停车线", "PARKING_ORDER")
		run := c.setsOut(p, "FOUR_MEETINGS_COMMUNITY")
		closed, recommended := schema.MeetingStatusClosed, schema.AgendaItemDispositionRecommended
		proposed := c.met(c.branch, p, 5, closed, recommended)
		elsewhere := c.met(c.branch, other, 5, closed, recommended)
		open := c.met(c.branch, p, 5, schema.MeetingStatusOpen, recommended)
		putOff := c.met(c.branch, p, 5, closed, schema.AgendaItemDispositionCarriedOver)
		owners := c.met(c.owners, p, 5, closed, recommended)
		before, after := c.met(c.committee, p, 4, closed, recommended), c.met(c.committee, p, 6, closed, recommended)
		branchAgain := c.met(c.branch, p, 7, closed, recommended)
		c.clock.Set(evening(9))
		by := func(step string, m *ident.Meeting, with ...string) command.CompleteStepInput {
			return command.CompleteStepInput{RunID: run, Step: step, With: with, MeetingID: m}
		}
		both := by("PARTY_PROPOSAL", proposed)
		both.DocumentID = &ident.Document{ID: ident.New(ident.KindDocument, evening(0))}
		refused(c, c.do.CompleteStep, []refusal[command.CompleteStepInput]{
			{"by the manager", c.asM, by("PARTY_PROPOSAL", proposed), []fault.Code{fault.NotMandated}, ""},
			{"no step of it", c.asSecretary, by("HANDOVER", proposed), []fault.Code{fault.StepUnknown}, "step"},
			{"the fourth first", c.asSecretary, by("REPRESENTATIVES_DECIDE", proposed), []fault.Code{fault.StepNotDue}, "step"},
			{"the first with the third", c.asSecretary, by("PARTY_PROPOSAL", proposed, "PARTY_MEETING"), []fault.Code{fault.StepNotDue}, "step"},
			{"the first two, headed apart", c.asSecretary, by("PARTY_PROPOSAL", proposed, "COMMITTEES_DISCUSS"), []fault.Code{fault.HeadsDiffer}, "with"},
			{"nothing proves it", c.asSecretary, by("PARTY_PROPOSAL", nil), []fault.Code{fault.OneOfNeeded}, "meetingId"},
			{"two things prove it", c.asSecretary, both, []fault.Code{fault.OneOfNeeded}, "meetingId"},
			{"a meeting of the owners", c.asSecretary, by("PARTY_PROPOSAL", owners), []fault.Code{fault.ProofDoesNotFit}, "meetingId"},
			{"a meeting on something else", c.asSecretary, by("PARTY_PROPOSAL", elsewhere), []fault.Code{fault.ProofOfOther}, "meetingId"},
			{"a meeting that goes on", c.asSecretary, by("PARTY_PROPOSAL", open), []fault.Code{fault.ProofUnfinished}, "meetingId"},
			{"a meeting that put it off", c.asSecretary, by("PARTY_PROPOSAL", putOff), []fault.Code{fault.ProofUnfinished}, "meetingId"},
		})
		made, err := c.do.CompleteStep(c.asSecretary, by("PARTY_PROPOSAL", proposed))
		step := get(c.town, c.store.Read().ProcedureStep.Get, done(c.town, made, err).StepIDs[0])
		if !step.DoneAt.Equal(evening(5).Add(time.Hour)) {
			c.Errorf("done at %s, and not when the meeting was over", step.DoneAt)
		}
		refused(c, c.do.CompleteStep, []refusal[command.CompleteStepInput]{
			{"done before", c.asSecretary, by("PARTY_PROPOSAL", branchAgain), []fault.Code{fault.StepDone}, "step"},
			{"held before the one before it", c.asSecretary, by("COMMITTEES_DISCUSS", before), []fault.Code{fault.ProofTooEarly}, "meetingId"},
			{"the same meeting", c.asSecretary, by("COMMITTEES_DISCUSS", proposed), []fault.Code{fault.ProofUsed, fault.ProofTooEarly}, "meetingId"},
		})
		made, err = c.do.CompleteStep(c.asSecretary, by("COMMITTEES_DISCUSS", after))
		done(c.town, made, err)

		// Where the secretary heads the residents' committee as well, one meeting of
		// both is enough.
		c.seat(c.secretary, c.committee, schema.PostCategoryChair)
		run = c.setsOut(other, "FOUR_MEETINGS_VILLAGE")
		made, err = c.do.CompleteStep(c.asSecretary, by("PARTY_PROPOSAL", elsewhere, "COMMITTEES_DISCUSS"))
		is(c, "steps taken at once", len(done(c.town, made, err).StepIDs), 2)
	})
}

// filedPaper is a paper that comes in an hour later.
func (c *council) filedPaper() *ident.Document {
	c.Helper()
	c.clock.Pass(time.Hour)
	return &ident.Document{ID: c.write(func(ctx context.Context, tx *ent.Tx) (ident.ID, error) {
		row, err := tx.Document.Create().SetCommunityID(c.community).SetName("通报.pdf").SetMediaType("application/pdf").SetSize(1).
			SetSha256(ident.New(ident.KindDocument, tx.Now).String()).SetUploadedAt(tx.Now).SetUploadedByID(c.secretary).Save(ctx)
		if err != nil {
			return ident.Nil, err
		}
		return row.ID, nil
	})}
}

// A consultation goes its five steps, some of them shown by papers.
func TestConsultationIsCompleted(t *testing.T) {
	eachCouncil(t, func(c *council) {
		p := c.proposal("重划停车线", "PARKING_ORDER")
		run := c.setsOut(p, "CONSULTATION")
		take := func(step string, change func(*command.CompleteStepInput)) {
			c.Helper()
			in := command.CompleteStepInput{RunID: run, Step: step}
			change(&in)
			made, err := c.do.CompleteStep(c.asSecretary, in)
			done(c.town, made, err)
		}
		paper := func(in *command.CompleteStepInput) { in.DocumentID = c.filedPaper() }
		take("TOPIC", paper)
		take("INFORMATION", paper)
		m := c.metAs(schema.MeetingKindConsultation, c.committee, p, 6, schema.MeetingStatusClosed, schema.AgendaItemDispositionRecommended)
		c.clock.Set(evening(7))
		take("CONSULTATION", func(in *command.CompleteStepInput) { in.MeetingID = m })
		take("IMPLEMENTATION", paper)
		is(c, "before the last step", get(c.town, c.store.Read().ProcedureRun.Get, run.ID).Status, schema.ProcedureRunStatusRunning)
		take("FEEDBACK", paper)
		is(c, "after the last step", get(c.town, c.store.Read().ProcedureRun.Get, run.ID).Status, schema.ProcedureRunStatusCompleted)
		refused(c, c.do.StopProcedure, []refusal[command.StopProcedureInput]{
			{"what has ended", c.asSecretary, command.StopProcedureInput{RunID: run, Reason: "不再进行"}, []fault.Code{fault.WrongState}, "runId"},
		})
	})
}

// minutesPosted are the minutes of a meeting, which hang for some days from some
// evening on.
func (c *council) minutesPosted(m *ident.Meeting, from, days int) *ident.Publication {
	c.Helper()
	return &ident.Publication{ID: c.write(func(ctx context.Context, tx *ent.Tx) (ident.ID, error) {
		edition, err := tx.Minutes.Create().SetCommunityID(c.community).SetMeetingID(m.ID).SetEdition(1).
			SetStatus(schema.MinutesStatusApproved).SetText("会议记录").SetDraftedAt(tx.Now).SetApprovedAt(tx.Now).Save(ctx)
		if err != nil {
			return ident.Nil, err
		}
		row, err := tx.Publication.Create().SetCommunityID(c.community).SetKind(schema.PublicationKindMinutes).SetMinutesID(edition.ID).
			SetPlace("公告栏").SetText("会议记录").SetPostedAt(evening(from)).SetMinimumDays(days).SetUntil(day.Of(evening(from + days))).Save(ctx)
		if err != nil {
			return ident.Nil, err
		}
		return row.ID, nil
	})}
}

// A posting that was found gone proves nothing until it hung for all of its days.
func TestAnInterruptedPostingProvesNoStep(t *testing.T) {
	eachCouncil(t, func(c *council) {
		p := c.proposal("重划停车线", "PARKING_ORDER")
		run := c.setsOut(p, "CONSULTATION")
		take := func(in command.CompleteStepInput) {
			c.Helper()
			made, err := c.do.CompleteStep(c.asSecretary, in)
			done(c.town, made, err)
		}
		take(command.CompleteStepInput{RunID: run, Step: "TOPIC", DocumentID: c.filedPaper()})
		take(command.CompleteStepInput{RunID: run, Step: "INFORMATION", DocumentID: c.filedPaper()})
		m := c.metAs(schema.MeetingKindConsultation, c.committee, p, 6, schema.MeetingStatusClosed, schema.AgendaItemDispositionRecommended)
		c.clock.Set(evening(7))
		take(command.CompleteStepInput{RunID: run, Step: "CONSULTATION", MeetingID: m})
		take(command.CompleteStepInput{RunID: run, Step: "IMPLEMENTATION", DocumentID: c.filedPaper()})
		c.clock.Set(evening(8))
		posted := c.minutesPosted(m, 8, 15)
		looked := func(there bool) {
			c.Helper()
			made, err := c.do.RecordPostingCheck(c.registrar, command.RecordPostingCheckInput{PublicationID: *posted, StillThere: there, CheckedByID: person(c.chair)})
			done(c.town, made, err)
		}
		feedback := command.CompleteStepInput{RunID: run, Step: "FEEDBACK", PublicationID: posted}
		refuse := func(what string, code fault.Code) {
			c.Helper()
			refused(c, c.do.CompleteStep, []refusal[command.CompleteStepInput]{{what, c.asSecretary, feedback, []fault.Code{code}, "publicationId"}})
		}
		refuse("that hangs", fault.ProofUnfinished)
		c.clock.Set(evening(10))
		looked(false)
		c.clock.Set(evening(30))
		refuse("that was found gone", fault.PostingInterrupted)
		looked(true)
		refuse("that has days to make up for", fault.ProofUnfinished)
		c.clock.Set(evening(45))
		made, err := c.do.CompleteStep(c.asSecretary, feedback)
		step := get(c.town, c.store.Read().ProcedureStep.Get, done(c.town, made, err).StepIDs[0])
		is(c, "done", day.Of(step.DoneAt.Add(-time.Second)).String(), day.Of(evening(44)).String())
	})
}

func TestStopProcedure(t *testing.T) {
	eachCouncil(t, func(c *council) {
		run := c.setsOut(c.proposal("重划停车线", "PARKING_ORDER"), "CONSULTATION")
		refused(c, c.do.StopProcedure, []refusal[command.StopProcedureInput]{
			{"without a reason", c.asSecretary, command.StopProcedureInput{RunID: run, Reason: " "}, []fault.Code{fault.Blank}, "reason"},
			{"by the manager", c.asM, command.StopProcedureInput{RunID: run, Reason: "不再进行"}, []fault.Code{fault.NotMandated}, ""},
		})
		made, err := c.do.StopProcedure(c.asSecretary, command.StopProcedureInput{RunID: run, Reason: "另行处理"})
		done(c.town, made, err)
		row := get(c.town, c.store.Read().ProcedureRun.Get, run.ID)
		if row.Status != schema.ProcedureRunStatusStopped || row.StopReason == nil || *row.StopReason != "另行处理" || row.EndedAt == nil {
			c.Errorf("stopped as %s at %v because %v", row.Status, row.EndedAt, row.StopReason)
		}
	})
}
