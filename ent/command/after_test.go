package command_test

import (
	"context"
	"testing"
	"time"

	"sifang/ent"
	"sifang/ent/command"
	"sifang/ent/db"
	"sifang/ent/db/resolution"
	"sifang/ent/view"
	"sifang/schema"
	"sifang/schema/day"
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
