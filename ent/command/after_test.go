package command_test

import (
	"context"
	"math/rand/v2"
	"slices"
	"testing"
	"time"

	"sifang/ent"
	"sifang/ent/command"
	"sifang/ent/db"
	"sifang/ent/db/resolution"
	"sifang/ent/db/resolutioneffect"
	"sifang/ent/effect"
	"sifang/ent/view"
	"sifang/schema"
	"sifang/schema/day"
	"sifang/schema/fault"
	"sifang/schema/ident"
)

// inEffect is a decision of all four parties that was posted and is in force.
func (h *hall) inEffect() ident.Resolution {
	h.Helper()
	r, _ := h.resolved()
	return h.comesIntoForce(r.ID)
}

// comesIntoForce posts a decision and waits for its first day.
func (h *hall) comesIntoForce(id ident.ID) ident.Resolution {
	h.Helper()
	p, err := h.do.Publish(h.officer, command.PublishInput{ResolutionID: &ident.Resolution{ID: id}, Place: "公告栏", Text: "决议公告"})
	done(h.town, p, err)
	h.clock.Set(h.resolution(id).EffectiveFrom.Start().Add(9 * time.Hour))
	return ident.Resolution{ID: id}
}

func (h *hall) resolution(id ident.ID) *db.Resolution {
	h.Helper()
	return get(h.town, h.store.Read().Resolution.Get, id)
}

func (h *hall) today() day.Date { return day.Of(h.clock.Now()) }

// stood asserts where a resolution stood on a day, as it was known at an instant,
// and that a list of what was in force then agrees.
func (h *hall) stood(id ident.Resolution, on day.Date, knownAt *time.Time, want schema.ResolutionStatus, inForce bool) {
	h.Helper()
	got, err := asked(h.visitor, view.On(h.store, &on, knownAt).ResolutionStatuses, h.store.Read().Resolution.Get, id.ID)
	h.must(err)
	switch {
	case got == nil && want != "":
		h.Errorf("on %s nothing was known of it, want %s", on, want)
	case got != nil:
		is(h.council, "on "+on.String()+" it", *got, want)
	}
	listed, err := view.Now(h.store).Resolutions(&on, knownAt).Where(resolution.ID(id.ID)).Exist(h.visitor)
	h.must(err)
	is(h.council, "in force on "+on.String(), listed, inForce)
}

// suit is a suit against a resolution, filed today.
func (h *hall) suit(id ident.Resolution) command.RecordChallengeInput {
	return command.RecordChallengeInput{
		ResolutionID: id, Kind: schema.ChallengeKindSuit, Authority: "区人民法院", Ground: "程序违法。", FiledOn: h.today(),
	}
}

func (h *hall) challenged(in command.RecordChallengeInput) ident.Challenge {
	h.Helper()
	p, err := h.do.RecordChallenge(h.officer, in)
	return ident.Challenge{ID: done(h.town, p, err).ChallengeID}
}

// ruled enters a ruling of that day.
func (h *hall) ruled(c ident.Challenge, outcome schema.RulingOutcome, on day.Date, overturns *ident.Ruling) ident.Ruling {
	h.Helper()
	p, err := h.do.RecordRuling(h.officer, command.RecordRulingInput{
		ChallengeID: c, Outcome: outcome, Text: "判决如下。", RuledOn: on, OverturnsID: overturns,
	})
	return ident.Ruling{ID: done(h.town, p, err).RulingID}
}

func (h *hall) task(id ident.Resolution) ident.Task {
	h.Helper()
	p, err := h.do.CreateTask(h.officer, command.CreateTaskInput{
		ResolutionID: id, Title: "施划停车线", OrganizationID: *organization(h.company), PersonID: person(h.manager), DueOn: h.today().AddDays(30),
	})
	return ident.Task{ID: done(h.town, p, err).TaskID}
}

func (h *hall) taskStands(id ident.Task, want schema.TaskStatus) {
	h.Helper()
	got, err := asked(h.visitor, view.Now(h.store).TaskStatuses, h.store.Read().Task.Get, id.ID)
	h.must(err)
	is(h.council, "the task", got, want)
}

// A judgment that is entered three weeks late changes what was in force on the
// days before, and not what was known of them; when it is overturned, everything
// stands as it did.
func TestJudgmentEnteredLate(t *testing.T) {
	eachHall(t, "JOINT_ALL_PARTIES", func(h *hall) {
		r := h.inEffect()
		first := h.today()
		job := h.task(r)
		p, err := h.do.ReportProgress(h.asM, command.ReportProgressInput{TaskID: job, Text: "已放样。", Progress: 40})
		done(h.town, p, err)
		sued := h.challenged(h.suit(r))
		h.clock.Pass(10 * 24 * time.Hour)
		judged := h.today()
		h.clock.Pass(21 * 24 * time.Hour)
		before := h.clock.Now()
		h.stood(r, judged, nil, schema.ResolutionStatusInForce, true)
		h.clock.Pass(time.Hour)
		struck := h.ruled(sued, schema.RulingOutcomeRevoked, judged, nil)

		h.stands(r.ID, schema.ResolutionStatusRevoked)
		h.stood(r, first, nil, schema.ResolutionStatusRevoked, false) // it never held
		h.stood(r, judged, nil, schema.ResolutionStatusRevoked, false)
		h.stood(r, judged, &before, schema.ResolutionStatusInForce, true) // as far as anybody knew
		h.stood(r, first.AddDays(-30), nil, "", false)
		is(h.council, "the proposal", h.proposalOf(h.item).Status, schema.ProposalStatusAccepted)
		h.taskStands(job, schema.TaskStatusStopped)
		is(h.council, "why", *get(h.town, h.store.Read().Task.Get, job.ID).StopReason, "所依据的决议已撤销。")
		is(h.council, "the challenge", get(h.town, h.store.Read().Challenge.Get, sued.ID).Status, schema.ChallengeStatusDecided)

		h.clock.Pass(24 * time.Hour)
		revokedAt := h.clock.Now()
		h.clock.Pass(time.Hour)
		h.ruled(sued, schema.RulingOutcomeOverturned, h.today(), &struck)
		h.stands(r.ID, schema.ResolutionStatusInForce)
		h.stood(r, judged, nil, schema.ResolutionStatusInForce, true)
		h.stood(r, judged, &revokedAt, schema.ResolutionStatusRevoked, false)
		h.stood(r, judged, &before, schema.ResolutionStatusInForce, true)
		is(h.council, "the proposal", h.proposalOf(h.item).Status, schema.ProposalStatusDecided)
		h.taskStands(job, schema.TaskStatusOverdue) // it goes on, and its time is over
		is(h.council, "the task as written", get(h.town, h.store.Read().Task.Get, job.ID).Status, schema.TaskStatusInProgress)
	})
}

// A resolution may be struck down from a day on, or in part; it rests while a
// court says so, and of two stays both have to end.
func TestRulings(t *testing.T) {
	eachHall(t, "JOINT_ALL_PARTIES", func(h *hall) {
		r := h.inEffect()
		first := h.today()
		job := h.task(r)
		in := h.suit(r)
		in.Stay = new("审理期间暂缓执行。")
		one, two := h.challenged(in), h.challenged(h.suit(r))
		h.stands(r.ID, schema.ResolutionStatusStayed)
		h.taskStands(job, schema.TaskStatusStopped)
		h.ruled(two, schema.RulingOutcomeStayed, h.today(), nil)
		h.ruled(one, schema.RulingOutcomeStayLifted, h.today(), nil)
		h.stands(r.ID, schema.ResolutionStatusStayed)
		h.clock.Pass(24 * time.Hour)
		h.ruled(two, schema.RulingOutcomeDismissed, h.today(), nil)
		h.stands(r.ID, schema.ResolutionStatusInForce)
		h.stood(r, first, nil, schema.ResolutionStatusStayed, false)
		h.taskStands(job, schema.TaskStatusOpen)

		part := h.ruled(one, schema.RulingOutcomeRevokedInPart, h.today(), nil)
		h.stands(r.ID, schema.ResolutionStatusRevokedInPart)
		h.stood(r, h.today(), nil, schema.ResolutionStatusRevokedInPart, true)
		h.taskStands(job, schema.TaskStatusOpen)
		is(h.council, "the proposal", h.proposalOf(h.item).Status, schema.ProposalStatusDecided)

		since := h.today()
		p, err := h.do.RecordRuling(h.officer, command.RecordRulingInput{
			ChallengeID: one, Outcome: schema.RulingOutcomeRevoked, Text: "改判：自即日起撤销。", RuledOn: since, EffectFrom: &since, OverturnsID: &part,
		})
		done(h.town, p, err)
		h.stands(r.ID, schema.ResolutionStatusRevoked)
		h.stood(r, since.AddDays(-1), nil, schema.ResolutionStatusStayed, false)
		h.stood(r, first.AddDays(-1), nil, schema.ResolutionStatusPublished, false)
		h.ruled(h.pending(r), schema.RulingOutcomeWithdrawn, since, nil)
	})
}

// pending is a suit that was filed before the resolution was struck down, and
// entered by hand.
func (h *hall) pending(r ident.Resolution) ident.Challenge {
	h.Helper()
	return ident.Challenge{ID: h.write(func(ctx context.Context, tx *ent.Tx) (ident.ID, error) {
		row, err := tx.Challenge.Create().SetCommunityID(h.community).SetResolutionID(r.ID).SetKind(schema.ChallengeKindSuit).
			SetAuthority("区人民法院").SetGround("程序违法。").SetFiledOn(tx.Today).SetStatus(schema.ChallengeStatusPending).SetLate(false).Save(ctx)
		if err != nil {
			return ident.Nil, err
		}
		return row.ID, nil
	})}
}

func TestRulingRefusals(t *testing.T) {
	eachHall(t, "JOINT_ALL_PARTIES", func(h *hall) {
		r := h.inEffect()
		long := h.today().AddDays(-60)
		early, tomorrow := h.suit(r), h.today().AddDays(1)
		early.FiledOn = long
		wordless := h.suit(r)
		wordless.Authority, wordless.Ground, wordless.Stay = "", " ", new("")
		staying := h.suit(r)
		staying.Stay = new("暂缓执行。")
		stranger := h.as(h.person("路人"))
		denied(h, h.do.RecordChallenge, []refusal[command.RecordChallengeInput]{
			{"filed before it was adopted", h.officer, early, []fault.Code{fault.OutOfRange}, "filedOn"},
			{"without words", h.officer, wordless, []fault.Code{fault.Blank, fault.Blank, fault.Blank}, "authority"},
			{"by somebody it does not concern", stranger, h.suit(r), []fault.Code{fault.NotMandated}, ""},
			{"a stay by whom it concerns", h.asM, staying, []fault.Code{fault.NotMandated}, ""},
		})
		sued := h.challenged(h.suit(r))
		rule := func(change func(*command.RecordRulingInput)) command.RecordRulingInput {
			in := command.RecordRulingInput{ChallengeID: sued, Outcome: schema.RulingOutcomeRevoked, Text: "撤销。", RuledOn: h.today()}
			change(&in)
			return in
		}
		denied(h, h.do.RecordRuling, []refusal[command.RecordRulingInput]{
			{"by a delegate", h.asM, rule(func(*command.RecordRulingInput) {}), []fault.Code{fault.NotMandated}, ""},
			{"of tomorrow", h.officer, rule(func(in *command.RecordRulingInput) { in.RuledOn = tomorrow }), []fault.Code{fault.OutOfRange}, "ruledOn"},
			{"without words", h.officer, rule(func(in *command.RecordRulingInput) { in.Text = "" }), []fault.Code{fault.Blank}, "text"},
			{"lifting nothing", h.officer, rule(func(in *command.RecordRulingInput) { in.Outcome = schema.RulingOutcomeStayLifted }), []fault.Code{fault.NothingStayed}, "challengeId"},
			{"overturning nothing", h.officer, rule(func(in *command.RecordRulingInput) { in.Outcome = schema.RulingOutcomeOverturned }), []fault.Code{fault.FieldNeeded}, "overturnsId"},
			{"dismissed from a day", h.officer, rule(func(in *command.RecordRulingInput) {
				in.Outcome, in.EffectFrom = schema.RulingOutcomeDismissed, &tomorrow
			}), []fault.Code{fault.FieldUnused}, "effectFrom"},
			{"from before it was adopted", h.officer, rule(func(in *command.RecordRulingInput) { in.EffectFrom = &long }), []fault.Code{fault.DayTooEarly}, "effectFrom"},
		})
		lost := h.ruled(sued, schema.RulingOutcomeDismissed, h.today(), nil)
		denied(h, h.do.RecordRuling, []refusal[command.RecordRulingInput]{
			{"twice", h.officer, rule(func(*command.RecordRulingInput) {}), []fault.Code{fault.AlreadyRuled}, "challengeId"},
			{"back from a dismissal", h.officer, rule(func(in *command.RecordRulingInput) {
				in.Outcome, in.OverturnsID = schema.RulingOutcomeOverturned, &lost
			}), []fault.Code{fault.NotOverturnable}, "overturnsId"},
			{"a stay that overturns", h.officer, rule(func(in *command.RecordRulingInput) {
				in.Outcome, in.OverturnsID = schema.RulingOutcomeStayed, &lost
			}), []fault.Code{fault.FieldUnused}, "overturnsId"},
		})
		won := h.ruled(sued, schema.RulingOutcomeRevoked, h.today(), &lost)
		h.stands(r.ID, schema.ResolutionStatusRevoked)
		denied(h, h.do.RecordRuling, []refusal[command.RecordRulingInput]{
			{"overturned before", h.officer, rule(func(in *command.RecordRulingInput) { in.OverturnsID = &lost }), []fault.Code{fault.NotOverturnable}, "overturnsId"},
		})
		h.ruled(sued, schema.RulingOutcomeOverturned, h.today(), &won)
		h.stands(r.ID, schema.ResolutionStatusInForce)
	})
}

// Owners have a year to go to court against their bodies (Civil Code art. 280);
// against others no time is stated.
func TestLateSuit(t *testing.T) {
	eachHall(t, "JOINT_ALL_PARTIES", func(h *hall) {
		owners, joint := h.decision(h.owners), h.inEffect()
		posted := day.Of(*h.resolution(owners.ID).PublishedAt)
		h.clock.Set(posted.AddYears(1).Start().Add(9 * time.Hour))
		late := func(r ident.Resolution) bool {
			return get(h.town, h.store.Read().Challenge.Get, h.challenged(h.suitBy(r)).ID).Late
		}
		is(h.council, "on the last day late", late(owners), false)
		h.clock.Pass(24 * time.Hour)
		is(h.council, "on the day after late", late(owners), true)
		is(h.council, "against a joint decision late", late(joint), false)
	})
}

// suitBy is a suit that the registrar may enter whatever body it is against.
func (h *hall) suitBy(r ident.Resolution) command.RecordChallengeInput {
	h.officer = h.registrar
	return h.suit(r)
}

// decision is a posted decision of a body, in force since today.
func (h *hall) decision(body ident.ID) ident.Resolution {
	h.Helper()
	return ident.Resolution{ID: h.write(func(ctx context.Context, tx *ent.Tx) (ident.ID, error) {
		n, err := tx.Resolution.Query().Count(ctx)
		if err != nil {
			return ident.Nil, err
		}
		r, err := tx.Resolution.Create().SetCommunityID(h.community).SetYear(2025).SetSerial(n + 1).SetKind(schema.ResolutionKindDecision).
			SetTitle("决定").SetText("决定内容").SetStatus(schema.ResolutionStatusPublished).SetAdoptedAt(tx.Now).SetPublishedAt(tx.Now).
			SetEffectiveFrom(tx.Today).SetOrganizationID(body).SetAgendaItemID(h.item.ID).Save(ctx)
		if err != nil {
			return ident.Nil, err
		}
		return r.ID, nil
	})}
}

// A decision that takes the place of another one does so when it comes into
// force; once it is struck down the other one holds again, as if it always had.
func TestReplacedAndBack(t *testing.T) {
	eachHall(t, "JOINT_ALL_PARTIES", func(h *hall) {
		other := h.treats("停车线再调整", "PARKING_ORDER")
		old := h.inEffect()
		v := other.running("")
		other.votes(v, other.sent[:], "FFFF")
		other.closed(v)
		in := other.resolving(&v)
		theirs := h.decision(h.owners)
		foreign := in
		foreign.SupersedesID = &theirs
		both := in
		both.SupersedesID, both.AmendsID = &old, &old
		advice := in
		recommends := schema.ResolutionKindRecommendation
		advice.Kind, advice.SupersedesID, advice.VoteID = &recommends, &old, &v
		denied(h, h.do.IssueResolution, []refusal[command.IssueResolutionInput]{
			{"in the place of another body's", h.officer, foreign, []fault.Code{fault.NotItsOwn}, "supersedesId"},
			{"replacing and changing", h.officer, both, []fault.Code{fault.OneOfNeeded}, "amendsId"},
			{"advice in the place of a decision", h.officer, advice, []fault.Code{fault.FieldUnused}, "supersedesId"},
		})
		in.SupersedesID = &old
		p, err := h.do.IssueResolution(h.officer, in)
		id := done(h.town, p, err).ResolutionID
		h.stands(old.ID, schema.ResolutionStatusInForce)
		next := h.comesIntoForce(id)
		h.stands(old.ID, schema.ResolutionStatusSuperseded)
		since := h.today()
		h.stood(old, since.AddDays(-1), nil, schema.ResolutionStatusInForce, true)
		h.stood(old, since, nil, schema.ResolutionStatusSuperseded, false)
		again := other.resolving(&v)
		again.AmendsID = &old
		denied(h, h.do.CreateTask, []refusal[command.CreateTaskInput]{
			{"of what was replaced", h.officer, command.CreateTaskInput{ResolutionID: old, Title: "任务", OrganizationID: *organization(h.company), DueOn: since}, []fault.Code{fault.WrongState}, "resolutionId"},
		})

		sued := h.challenged(h.suit(next))
		h.clock.Pass(24 * time.Hour)
		known := h.clock.Now()
		h.clock.Pass(time.Hour)
		struck := h.ruled(sued, schema.RulingOutcomeRevoked, h.today(), nil)
		h.stands(old.ID, schema.ResolutionStatusInForce)
		h.stood(old, since, nil, schema.ResolutionStatusInForce, true)
		h.stood(old, since, &known, schema.ResolutionStatusSuperseded, false)
		h.stood(next, since, nil, schema.ResolutionStatusRevoked, false)
		h.ruled(sued, schema.RulingOutcomeOverturned, h.today(), &struck)
		h.stands(old.ID, schema.ResolutionStatusSuperseded)
		h.stood(old, since, nil, schema.ResolutionStatusSuperseded, false)
	})
}

// What depends on a condition takes effect when that comes about.
func TestCondition(t *testing.T) {
	eachHall(t, "JOINT_ALL_PARTIES", func(h *hall) {
		v := h.running("")
		h.votes(v, h.sent[:], "FFFF")
		h.closed(v)
		in := h.resolving(&v)
		in.Condition = new("消防部门出具意见")
		p, err := h.do.IssueResolution(h.officer, in)
		r := h.comesIntoForce(done(h.town, p, err).ResolutionID)
		first := h.today()
		h.stands(r.ID, schema.ResolutionStatusPublished)
		h.stood(r, first, nil, schema.ResolutionStatusPublished, false)
		h.clock.Pass(5 * 24 * time.Hour)
		met, tomorrow := h.today().AddDays(-2), h.today().AddDays(1)
		confirm := command.ConfirmResolutionConditionInput{ResolutionID: r, MetOn: &met, Statement: "已出具。"}
		later, wordless := confirm, confirm
		later.MetOn, wordless.Statement = &tomorrow, ""
		denied(h, h.do.ConfirmResolutionCondition, []refusal[command.ConfirmResolutionConditionInput]{
			{"tomorrow", h.officer, later, []fault.Code{fault.OutOfRange}, "metOn"},
			{"without words", h.officer, wordless, []fault.Code{fault.Blank}, "statement"},
			{"by a delegate", h.asM, confirm, []fault.Code{fault.NotMandated}, ""},
		})
		before := h.clock.Now()
		h.clock.Pass(time.Hour)
		c, err := h.do.ConfirmResolutionCondition(h.officer, confirm)
		done(h.town, c, err)
		h.stands(r.ID, schema.ResolutionStatusInForce)
		h.stood(r, met, nil, schema.ResolutionStatusInForce, true)
		h.stood(r, met.AddDays(-1), nil, schema.ResolutionStatusPublished, false)
		h.stood(r, met, &before, schema.ResolutionStatusPublished, false)
		denied(h, h.do.ConfirmResolutionCondition, []refusal[command.ConfirmResolutionConditionInput]{
			{"twice", h.officer, confirm, []fault.Code{fault.NothingToAwait}, "resolutionId"},
		})
		n, err := h.store.Read().ResolutionEffect.Query().Where(resolutioneffect.ResolutionID(r.ID)).Count(h.visitor)
		h.must(err)
		is(h.council, "what befell it", n, 1)
	})
}

// What a list of the database says is in force is what the law says of each, on
// any day and as known at any instant.
func TestInForceInSQL(t *testing.T) {
	eachHall(t, "JOINT_ALL_PARTIES", func(h *hall) {
		chance := rand.New(rand.NewPCG(280, 155))
		statuses := []schema.ResolutionStatus{
			schema.ResolutionStatusStayed, schema.ResolutionStatusRevoked, schema.ResolutionStatusRevokedInPart,
			schema.ResolutionStatusSuperseded, schema.ResolutionStatusPublished,
		}
		start := h.today()
		var all []ident.ID
		for range 12 {
			r := h.decision(h.owners)
			all = append(all, r.ID)
			for range chance.IntN(3) {
				h.befalls(r, statuses[chance.IntN(len(statuses))], start.AddDays(chance.IntN(20)), chance.IntN(3)*5)
			}
			h.clock.Pass(12 * time.Hour)
		}
		rows, err := h.store.Read().Resolution.Query().Where(resolution.IDIn(all...)).All(h.visitor)
		h.must(err)
		answers := map[bool]int{}
		for range 40 {
			on, at := start.AddDays(chance.IntN(25)), start.Start().Add(time.Duration(chance.IntN(9*24))*time.Hour)
			known, err := effect.KnownAt(h.Context(), h.store.Read(), at, rows...)
			h.must(err)
			listed, err := view.Now(h.store).Resolutions(&on, &at).Where(resolution.IDIn(all...)).IDs(h.visitor)
			h.must(err)
			for i, row := range rows {
				want := known[i] != nil && known[i].InForce(on)
				answers[want]++
				if slices.Contains(listed, row.ID) != want {
					t.Errorf("on %s, as known at %s: listed %v, want %v: %+v", on, at, !want, want, known[i])
				}
			}
		}
		if answers[true] < 50 || answers[false] < 50 {
			t.Errorf("too few of either answer: %v", answers)
		}
	})
}

// befalls enters an effect that lasts some days, or for good if none: its end is
// entered later.
func (h *hall) befalls(r ident.Resolution, status schema.ResolutionStatus, from day.Date, days int) {
	h.Helper()
	id := h.write(func(ctx context.Context, tx *ent.Tx) (ident.ID, error) {
		row, err := tx.ResolutionEffect.Create().SetCommunityID(h.community).SetResolutionID(r.ID).SetStatus(status).SetFrom(from).Save(ctx)
		if err != nil {
			return ident.Nil, err
		}
		return row.ID, nil
	})
	if days == 0 {
		return
	}
	h.clock.Pass(6 * time.Hour)
	h.write(func(ctx context.Context, tx *ent.Tx) (ident.ID, error) {
		return id, tx.ResolutionEffect.UpdateOneID(id).SetTo(from.AddDays(days)).Exec(ctx)
	})
}
