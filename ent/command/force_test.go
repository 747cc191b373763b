package command_test

import (
	"testing"
	"time"

	"sifang/ent/command"
	"sifang/schema"
)

// What a condition keeps from taking effect may lose a part before: the rest takes
// effect when the condition comes about (Civil Code art. 156).
func TestConditionOfWhatIsRevokedInPart(t *testing.T) {
	eachHall(t, "JOINT_ALL_PARTIES", func(h *hall) {
		v := h.running("")
		h.votes(v, h.sent[:], "FFFF")
		h.closed(v)
		in := h.resolving(&v)
		in.Condition = new("消防部门出具意见")
		p, err := h.do.IssueResolution(h.officer, in)
		r := h.comesIntoForce(done(h.town, p, err).ResolutionID)
		h.ruled(h.challenged(h.suit(r)), schema.RulingOutcomeRevokedInPart, h.today(), nil)
		c, err := h.do.ConfirmResolutionCondition(h.officer, command.ConfirmResolutionConditionInput{ResolutionID: r, Statement: "已出具。"})
		done(h.town, c, err)
		h.stood(r, h.today(), nil, schema.ResolutionStatusRevokedInPart, true)
	})
}

// A stay that ends on a later day ends then: nobody has to touch the task for its
// work to go on.
func TestTaskGoesOnByItself(t *testing.T) {
	eachHall(t, "JOINT_ALL_PARTIES", func(h *hall) {
		r := h.inEffect()
		job := h.task(r)
		in := h.suit(r)
		in.Stay = new("审理期间暂缓执行。")
		sued, tomorrow := h.challenged(in), h.today().AddDays(1)
		p, err := h.do.RecordRuling(h.officer, command.RecordRulingInput{
			ChallengeID: sued, Outcome: schema.RulingOutcomeStayLifted, Text: "解除。", RuledOn: h.today(), EffectFrom: &tomorrow,
		})
		done(h.town, p, err)
		h.taskStands(job, schema.TaskStatusStopped)
		h.clock.Pass(24 * time.Hour)
		h.taskStands(job, schema.TaskStatusOpen)
		q, err := h.do.ReportProgress(h.asM, command.ReportProgressInput{TaskID: job, Text: "复工。", Progress: 10})
		done(h.town, q, err)
		row := get(h.town, h.store.Read().Task.Get, job.ID)
		is(h.council, "the task as written", row.Status, schema.TaskStatusInProgress)
		is(h.council, "why it stopped", row.StopReason == nil, true)
	})
}

// What was struck down never held, also when its time is over.
func TestRevokedWhenItsTimeIsOver(t *testing.T) {
	eachHall(t, "JOINT_ALL_PARTIES", func(h *hall) {
		v := h.running("")
		h.votes(v, h.sent[:], "FFFF")
		h.closed(v)
		in := h.resolving(&v)
		end := h.today().AddDays(60)
		in.EffectiveTo = &end
		p, err := h.do.IssueResolution(h.officer, in)
		r := h.comesIntoForce(done(h.town, p, err).ResolutionID)
		sued := h.challenged(h.suit(r))
		h.clock.Set(end.Start().Add(9 * time.Hour))
		h.stands(r.ID, schema.ResolutionStatusExpired)
		h.ruled(sued, schema.RulingOutcomeRevoked, h.today(), nil)
		h.stands(r.ID, schema.ResolutionStatusRevoked)
		posted, err := h.do.Publish(h.officer, command.PublishInput{ResolutionID: &r, Place: "公告栏", Text: "决议被撤销"})
		done(h.town, posted, err)
	})
}
