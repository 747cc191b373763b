package command_test

import (
	"context"
	"testing"
	"time"

	"sifang/ent/command"
	"sifang/ent/db"
	"sifang/schema"
	"sifang/schema/fault"
	"sifang/schema/ident"
)

// wants asks for the floor in somebody's name.
func (h *hall) wants(as context.Context, side schema.SpeechSide) ident.Speech {
	h.Helper()
	p, err := h.do.RequestFloor(as, command.RequestFloorInput{AgendaItemID: h.item, Side: side})
	return ident.Speech{ID: done(h.town, p, err).SpeechID}
}

func (h *hall) gives(s ident.Speech) {
	h.Helper()
	p, err := h.do.GiveFloor(h.officer, command.GiveFloorInput{SpeechID: s})
	done(h.town, p, err)
}

func (h *hall) speech(s ident.Speech) *db.Speech {
	h.Helper()
	return get(h.town, h.store.Read().Speech.Get, s.ID)
}

func TestFloor(t *testing.T) {
	eachHall(t, "JOINT_MAJORITY_OF_PARTIES", func(h *hall) {
		first := h.wants(h.asDirector, schema.SpeechSideFor)
		h.minutes(1)
		second := h.wants(h.asChair, schema.SpeechSideFor)
		h.minutes(1)
		third := h.wants(h.asM, schema.SpeechSideAgainst)
		is(h.council, "for which party", *h.speech(third).PartyID, h.parties[3].ID)
		h.gives(first)
		is(h.council, "for how long", *h.speech(first).Seconds, 120)
		refused(h.council, h.do.GiveFloor, []refusal[command.GiveFloorInput]{
			{"while another speaks", h.officer, command.GiveFloorInput{SpeechID: third}, []fault.Code{fault.FloorTaken}, "speechId"},
		})
		h.minutes(1)
		yielded, err := h.do.YieldFloor(h.asDirector, command.YieldFloorInput{SpeechID: first})
		done(h.town, yielded, err)
		refused(h.council, h.do.GiveFloor, []refusal[command.GiveFloorInput]{
			{"before the other side", h.officer, command.GiveFloorInput{SpeechID: second}, []fault.Code{fault.OutOfTurn}, "speechId"},
			{"for a reason that says nothing", h.officer, command.GiveFloorInput{SpeechID: second, Reason: new(" ")}, []fault.Code{fault.Blank}, "reason"},
		})
		reasoned, err := h.do.GiveFloor(h.officer, command.GiveFloorInput{SpeechID: second, Reason: new("须先行离会")})
		done(h.town, reasoned, err)
		// The time of a turn ends it, and the next one writes that down.
		h.minutes(3)
		h.gives(third)
		is(h.council, "the turn before", h.speech(second).Status, schema.SpeechStatusEnded)
		is(h.council, "its length", h.speech(second).EndedAt.Sub(*h.speech(second).GivenAt), 2*time.Minute)
		is(h.council, "the turn", h.speech(third).Status, schema.SpeechStatusSpeaking)
	})
}

// Nobody goes on speaking on an item that is settled.
func TestTheFloorEndsWithItsItem(t *testing.T) {
	eachHall(t, "JOINT_MAJORITY_OF_PARTIES", func(h *hall) {
		turn := h.wants(h.asDirector, schema.SpeechSideFor)
		h.gives(turn)
		h.minutes(1)
		noted, err := h.do.NoteItem(h.officer, command.NoteItemInput{AgendaItemID: h.item, Note: "已听取"})
		done(h.town, noted, err)
		is(h.council, "the turn", h.speech(turn).Status, schema.SpeechStatusEnded)
		is(h.council, "its length", h.speech(turn).EndedAt.Sub(*h.speech(turn).GivenAt), time.Minute)
	})
}

// Nobody has the floor over night.
func TestTheFloorEndsWhenAllLeave(t *testing.T) {
	eachHall(t, "JOINT_MAJORITY_OF_PARTIES", func(h *hall) {
		turn := h.wants(h.asDirector, schema.SpeechSideFor)
		h.gives(turn)
		h.minutes(1)
		starts := h.clock.Now().Add(oneDay)
		p, err := h.do.AdjournMeeting(h.officer, command.AdjournMeetingInput{MeetingID: h.sitting, StartsAt: starts, EndsAt: starts.Add(time.Hour)})
		done(h.town, p, err)
		is(h.council, "the turn", h.speech(turn).Status, schema.SpeechStatusEnded)
		is(h.council, "its length", h.speech(turn).EndedAt.Sub(*h.speech(turn).GivenAt), time.Minute)
	})
}

func TestWhoLeftIsNotNext(t *testing.T) {
	eachHall(t, "JOINT_MAJORITY_OF_PARTIES", func(h *hall) {
		first := h.wants(h.asDirector, schema.SpeechSideFor)
		h.minutes(1)
		second := h.wants(h.asChair, schema.SpeechSideFor)
		left, err := h.do.CheckOut(h.asDirector, command.CheckOutInput{MeetingID: h.sitting})
		done(h.town, left, err)
		refused(h.council, h.do.GiveFloor, []refusal[command.GiveFloorInput]{
			{"who left", h.officer, command.GiveFloorInput{SpeechID: first}, []fault.Code{fault.NotCheckedIn}, "speechId"},
		})
		h.gives(second)
	})
}

func TestFloorRefusals(t *testing.T) {
	eachHall(t, "JOINT_MAJORITY_OF_PARTIES", func(h *hall) {
		stranger := h.person("路人")
		ask := command.RequestFloorInput{AgendaItemID: h.item, Side: schema.SpeechSideFor}
		forParty := func(i int) command.RequestFloorInput {
			in := ask
			in.PartyID = &h.parties[i]
			return in
		}
		waiting := h.wants(h.asChair, schema.SpeechSideAgainst)
		aside, err := h.do.ChallengeParticipant(h.asDirector, h.challenge(h.director))
		done(h.town, aside, err)
		refused(h.council, h.do.RequestFloor, []refusal[command.RequestFloorInput]{
			{"who waits already", h.asChair, ask, []fault.Code{fault.AlreadyExists}, "personId"},
			{"who steps aside", h.asDirector, ask, []fault.Code{fault.StepsAside}, "personId"},
			{"for another party", h.asM, forParty(0), []fault.Code{fault.NotCheckedIn}, "partyId"},
			{"who did not come", h.as(stranger), ask, []fault.Code{fault.NotMandated}, ""},
			{"entered for who did not come", h.officer, func() command.RequestFloorInput {
				in := ask
				in.PersonID = person(stranger)
				return in
			}(), []fault.Code{fault.NotCheckedIn}, "personId"},
			{"on no item", h.asM, command.RequestFloorInput{
				AgendaItemID: ident.AgendaItem{ID: ident.New(ident.KindAgendaItem, h.store.Now())}, Side: schema.SpeechSideFor,
			}, []fault.Code{fault.NotFound}, "agendaItemId"},
		})
		refused(h.council, h.do.GiveFloor, []refusal[command.GiveFloorInput]{
			{"by a delegate", h.asM, command.GiveFloorInput{SpeechID: waiting}, []fault.Code{fault.NotMandated}, ""},
		})
		refused(h.council, h.do.YieldFloor, []refusal[command.YieldFloorInput]{
			{"before the turn", h.asChair, command.YieldFloorInput{SpeechID: waiting}, []fault.Code{fault.WrongState}, "speechId"},
			{"another's", h.asM, command.YieldFloorInput{SpeechID: waiting}, []fault.Code{fault.NotMandated}, ""},
		})
		back, err := h.do.WithdrawFloorRequest(h.asChair, command.WithdrawFloorRequestInput{SpeechID: waiting})
		done(h.town, back, err)
		refused(h.council, h.do.WithdrawFloorRequest, []refusal[command.WithdrawFloorRequestInput]{
			{"twice", h.asChair, command.WithdrawFloorRequestInput{SpeechID: waiting}, []fault.Code{fault.WrongState}, "speechId"},
		})
		for range 2 {
			s := h.wants(h.asM, schema.SpeechSideAgainst)
			h.gives(s)
			h.minutes(2)
		}
		refused(h.council, h.do.RequestFloor, []refusal[command.RequestFloorInput]{
			{"a third time", h.asM, ask, []fault.Code{fault.TurnsUsed}, "personId"},
		})
		again := h.wants(h.asChair, schema.SpeechSideFor)
		declared, err := h.do.ChallengeParticipant(h.asSecretary, h.challenge(h.secretary))
		done(h.town, declared, err)
		refused(h.council, h.do.GiveFloor, []refusal[command.GiveFloorInput]{
			{"by a chair who steps aside", h.officer, command.GiveFloorInput{SpeechID: again}, []fault.Code{fault.StepsAside}, "speechId"},
		})
		noted, err := h.do.NoteItem(h.officer, command.NoteItemInput{AgendaItemID: h.item, Note: "已听取"})
		done(h.town, noted, err)
		refused(h.council, h.do.RequestFloor, []refusal[command.RequestFloorInput]{
			{"on a settled item", h.asM, ask, []fault.Code{fault.WrongState}, "agendaItemId"},
		})
	})
}

// Bylaws say how long and how often somebody speaks.
func TestBylawsBoundTheDebate(t *testing.T) {
	eachHall(t, "JOINT_MAJORITY_OF_PARTIES", func(h *hall) {
		adopted, err := h.do.AdoptRuleSet(h.registrar, command.AdoptRuleSetInput{
			Code: "DEBATE", AreaID: &ident.Area{ID: h.community}, From: on("2026-01-02"),
			Document: `{"code": "DEBATE", "version": "1", "title": {"zh": "\u8bae\u4e8b\u89c4\u5219", "en": "Rules of debate"},
				"source": {"title": "\u8bae\u4e8b\u89c4\u5219", "jurisdiction": "\u65b0\u5858\u91cc", "text": "\u7b2c\u4e00\u6761", "textDate": "2026-01-02"},
				"validFrom": "2026-01-02", "debate": {"seconds": 300, "turns": 1}}`,
		})
		done(h.town, adopted, err)
		s := h.wants(h.asM, schema.SpeechSideNeutral)
		h.gives(s)
		is(h.council, "for how long", *h.speech(s).Seconds, 300)
		h.minutes(5)
		refused(h.council, h.do.RequestFloor, []refusal[command.RequestFloorInput]{
			{"a second time", h.asM, command.RequestFloorInput{AgendaItemID: h.item, Side: schema.SpeechSideFor}, []fault.Code{fault.TurnsUsed}, "personId"},
		})
	})
}
