package command_test

import (
	"testing"
	"time"

	"sifang/ent/command"
	"sifang/ent/db/resolutioneffect"
	"sifang/schema"
	"sifang/schema/fault"
)

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
