package command_test

import (
	"context"
	"slices"
	"strings"
	"testing"

	"sifang/ent"
	"sifang/ent/command"
	"sifang/ent/db"
	"sifang/ent/view"
	"sifang/schema"
	"sifang/schema/fault"
	"sifang/schema/ident"
)

// writes drafts the minutes of the sitting.
func (h *hall) writes(as context.Context) ident.Minutes {
	h.Helper()
	p, err := h.do.DraftMinutes(as, command.DraftMinutesInput{MeetingID: h.sitting})
	return ident.Minutes{ID: done(h.town, p, err).MinutesID}
}

func (h *hall) edition(id ident.Minutes) *db.Minutes {
	h.Helper()
	return get(h.town, h.store.Read().Minutes.Get, id.ID)
}

// adjourns settles the item and closes the meeting.
func (h *hall) adjourns() {
	h.Helper()
	closed, err := h.do.CloseMeeting(h.officer, command.CloseMeetingInput{MeetingID: h.sitting, CarryOver: true})
	done(h.town, closed, err)
}

// posted publishes the posts of those who sit, so that everybody may see them.
func (h *hall) posted(persons ...ident.ID) {
	h.Helper()
	h.write(func(ctx context.Context, tx *ent.Tx) (ident.ID, error) {
		rows, err := tx.Membership.Query().All(ctx)
		if err != nil {
			return ident.Nil, err
		}
		for _, row := range rows {
			if row.PersonID == nil || row.PostID == nil || !slices.Contains(persons, *row.PersonID) {
				continue
			}
			if err := tx.Membership.UpdateOneID(row.ID).SetPublishedAt(tx.Now).Exec(ctx); err != nil {
				return ident.Nil, err
			}
		}
		return rows[0].ID, nil
	})
}

// The minutes tell who stepped aside on an item, and name those whom everybody may
// see.
func TestMinutesTellWhoStepsAside(t *testing.T) {
	eachHall(t, "JOINT_MAJORITY_OF_PARTIES", func(h *hall) {
		h.posted(h.director)
		aside, err := h.do.ChallengeParticipant(h.asDirector, h.challenge(h.director))
		done(h.town, aside, err)
		aside, err = h.do.ChallengeParticipant(h.asM, h.challenge(h.manager))
		done(h.town, aside, err)
		disputed, err := h.do.ChallengeParticipant(h.asChair, h.challenge(h.secretary))
		done(h.town, disputed, err)
		text := h.edition(h.writes(h.officer)).Text
		name := get(h.town, h.store.Read().Person.Get, h.director).Name
		if want := "回避：" + name + "、未列名的 1 人"; !strings.Contains(text, want) {
			h.Errorf("the minutes lack %q:\n%s", want, text)
		}
	})
}

func TestMinutes(t *testing.T) {
	eachHall(t, "JOINT_MAJORITY_OF_PARTIES", func(h *hall) {
		h.posted(h.secretary, h.chair)
		h.asks(h.inquiry(1))
		s := h.wants(h.asChair, schema.SpeechSideFor)
		h.gives(s)
		h.minutes(2)
		m := h.moves(h.asChair, "重划停车线")
		h.seconds(h.asM, m)
		h.decides(h.draftedOn(m), "FFFG")
		early := h.writes(h.officer)
		h.adjourns()
		draft := h.writes(h.officer)
		is(h.council, "the early draft", h.edition(early).Status, schema.MinutesStatusSuperseded)
		text := h.edition(draft).Text
		for _, words := range []string{"业委主任（代表三湘鑫苑业委会）", "三湘鑫苑业委会（答复期限", "未答复", "用时2分钟", "业委主任提出，一名与会人员附议；已通过", "重划停车线", "闭会", "主持：书记"} {
			if !strings.Contains(text, words) {
				h.Errorf("the minutes lack %q:\n%s", words, text)
			}
		}
		if strings.Contains(text, "项目经理") {
			h.Errorf("the minutes name somebody whom not everybody may see:\n%s", text)
		}
		corrected, err := h.do.CorrectMinutes(h.officer, command.CorrectMinutesInput{MinutesID: draft, Text: text + "更正。", Reason: "漏记"})
		second := ident.Minutes{ID: done(h.town, corrected, err).MinutesID}
		is(h.council, "the draft corrected", h.edition(draft).Status, schema.MinutesStatusSuperseded)
		approved, err := h.do.ApproveMinutes(h.officer, command.ApproveMinutesInput{MinutesID: second})
		done(h.town, approved, err)
		h.seen(func(c *db.Client) counted { return c.Minutes.Query() }, 1, 3)
		for _, as := range []context.Context{h.asChair, h.asM} {
			signed, err := h.do.SignMinutes(as, command.SignMinutesInput{MinutesID: second})
			done(h.town, signed, err)
		}
		left, err := asked(h.officer, view.Now(h.store).UnsignedParties, h.store.Read().Minutes.Get, second.ID)
		h.must(err)
		is(h.council, "parties that did not sign", len(left), 2)
		again, err := h.do.CorrectMinutes(h.officer, command.CorrectMinutesInput{MinutesID: second, Text: text, Reason: "撤销更正"})
		third := ident.Minutes{ID: done(h.town, again, err).MinutesID}
		is(h.council, "the approved one, until its correction is approved", h.edition(second).Status, schema.MinutesStatusApproved)
		approved, err = h.do.ApproveMinutes(h.officer, command.ApproveMinutesInput{MinutesID: third})
		done(h.town, approved, err)
		is(h.council, "the approved one", h.edition(second).Status, schema.MinutesStatusSuperseded)
		is(h.council, "its edition", h.edition(third).Edition, 4)
	})
}

func TestMinutesRefusals(t *testing.T) {
	eachHall(t, "JOINT_MAJORITY_OF_PARTIES", func(h *hall) {
		clerk := h.town.officer("书记员", h.branch, schema.PostCategoryClerk)
		h.minutes(1)
		first := h.writes(h.officer)
		second := h.writes(clerk)
		approve := func(id ident.Minutes) command.ApproveMinutesInput { return command.ApproveMinutesInput{MinutesID: id} }
		correct := func(id ident.Minutes, text, reason string) command.CorrectMinutesInput {
			return command.CorrectMinutesInput{MinutesID: id, Text: text, Reason: reason}
		}
		refused(h.council, h.do.DraftMinutes, []refusal[command.DraftMinutesInput]{
			{"by a delegate", h.asM, command.DraftMinutesInput{MeetingID: h.sitting}, []fault.Code{fault.NotMandated}, ""},
		})
		refused(h.council, h.do.ApproveMinutes, []refusal[command.ApproveMinutesInput]{
			{"while the meeting lasts", h.officer, approve(second), []fault.Code{fault.WrongState}, "minutesId"},
		})
		refused(h.council, h.do.CorrectMinutes, []refusal[command.CorrectMinutesInput]{
			{"an earlier edition", h.officer, correct(first, "记录", "漏记"), []fault.Code{fault.MinutesReplaced}, "minutesId"},
			{"to nothing, for no reason", h.officer, correct(second, " ", ""), []fault.Code{fault.Blank, fault.Blank}, "text"},
			{"by a delegate", h.asM, correct(second, "记录", "漏记"), []fault.Code{fault.NotMandated}, ""},
		})
		h.adjourns()
		sign := command.SignMinutesInput{MinutesID: second}
		refused(h.council, h.do.SignMinutes, []refusal[command.SignMinutesInput]{
			{"before they are approved", h.asChair, sign, []fault.Code{fault.WrongState}, "minutesId"},
			{"by somebody who may not see them", h.as(h.person("路人")), sign, []fault.Code{fault.NotFound}, "minutesId"},
		})
		refused(h.council, h.do.ApproveMinutes, []refusal[command.ApproveMinutesInput]{
			{"by who wrote them", clerk, approve(second), []fault.Code{fault.OwnDraft}, "minutesId"},
			{"what was replaced", h.officer, approve(first), []fault.Code{fault.WrongState}, "minutesId"},
		})
		approved, err := h.do.ApproveMinutes(h.officer, approve(second))
		done(h.town, approved, err)
		refused(h.council, h.do.DraftMinutes, []refusal[command.DraftMinutesInput]{
			{"again after the approval", h.officer, command.DraftMinutesInput{MeetingID: h.sitting}, []fault.Code{fault.MinutesApproved}, "meetingId"},
		})
		signed, err := h.do.SignMinutes(h.asChair, sign)
		done(h.town, signed, err)
		refused(h.council, h.do.SignMinutes, []refusal[command.SignMinutesInput]{
			{"twice", h.asChair, sign, []fault.Code{fault.AlreadyExists}, "minutesId"},
			{"by who was not there", clerk, sign, []fault.Code{fault.DidNotAttend}, "minutesId"},
		})
	})
}
