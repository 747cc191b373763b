package command_test

import (
	"context"
	"testing"
	"time"

	"sifang/ent"
	"sifang/ent/command"
	"sifang/schema"
	"sifang/schema/fault"
	"sifang/schema/ident"
)

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
