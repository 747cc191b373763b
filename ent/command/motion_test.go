package command_test

import (
	"context"
	"testing"

	"sifang/ent/command"
	"sifang/ent/db"
	"sifang/ent/view"
	"sifang/schema"
	"sifang/schema/fault"
	"sifang/schema/ident"
)

// moves moves something on the item.
func (h *hall) moves(as context.Context, text string) ident.Motion {
	h.Helper()
	p, err := h.do.MoveMotion(as, command.MoveMotionInput{AgendaItemID: h.item, Text: text})
	return ident.Motion{ID: done(h.town, p, err).MotionID}
}

func (h *hall) amends(as context.Context, m ident.Motion, text string) ident.Motion {
	h.Helper()
	p, err := h.do.AmendMotion(as, command.AmendMotionInput{MotionID: m, Text: text})
	return ident.Motion{ID: done(h.town, p, err).MotionID}
}

func (h *hall) seconds(as context.Context, m ident.Motion) {
	h.Helper()
	p, err := h.do.SecondMotion(as, command.SecondMotionInput{MotionID: m})
	done(h.town, p, err)
}

func (h *hall) moved(m ident.Motion) *db.Motion {
	h.Helper()
	return get(h.town, h.store.Read().Motion.Get, m.ID)
}

// onMotion is a vote on a motion.
func (h *hall) onMotion(m ident.Motion) command.DraftVoteInput {
	return command.DraftVoteInput{
		AgendaItemID: h.item, Question: "是否同意？", Method: schema.VoteMethodNamed, Visibility: schema.BallotVisibilityOpen, MotionID: &m,
	}
}

func (h *hall) draftedOn(m ident.Motion) ident.Vote {
	h.Helper()
	p, err := h.do.DraftVote(h.officer, h.onMotion(m))
	return ident.Vote{ID: done(h.town, p, err).VoteID}
}

// decides opens a vote, lets the four say what the letters say, and makes what
// it comes to final.
func (h *hall) decides(v ident.Vote, letters string) {
	h.Helper()
	opened, err := h.do.OpenVote(h.officer, command.OpenVoteInput{VoteID: v})
	done(h.town, opened, err)
	h.votes(v, h.sent[:], letters)
	h.closed(v)
	final, err := h.do.FinalizeVote(h.officer, command.FinalizeVoteInput{VoteID: v})
	done(h.town, final, err)
}

func (h *hall) reads(m ident.Motion) string {
	h.Helper()
	text, err := asked(h.officer, view.Now(h.store).CurrentTexts, h.store.Read().Motion.Get, m.ID)
	h.must(err)
	return text
}

// Amendments go first, the last one moved before the others, and the motion reads
// as the one says that was adopted last.
func TestAmendments(t *testing.T) {
	eachHall(t, "JOINT_MAJORITY_OF_PARTIES", func(h *hall) {
		m := h.moves(h.asChair, "重划停车线")
		h.seconds(h.asM, m)
		h.minutes(1)
		first := h.amends(h.asDirector, m, "重划北侧停车线")
		h.seconds(h.asChair, first)
		h.minutes(1)
		second := h.amends(h.asM, m, "重划南侧停车线")
		h.minutes(1)
		unseconded := h.amends(h.asM, m, "不重划")
		main, one := h.draftedOn(m), h.draftedOn(first)
		h.seconds(h.asDirector, second)
		for _, v := range []ident.Vote{main, one} {
			_, err := h.do.OpenVote(h.officer, command.OpenVoteInput{VoteID: v})
			refusedWith(h.T, err, fault.AmendmentsFirst)
			is(h.council, "what the page says", h.closedTo(v, "openVote"), fault.AmendmentsFirst)
		}
		h.decides(h.draftedOn(second), "FFFG")
		is(h.council, "the second amendment", h.moved(second).Status, schema.MotionStatusAdopted)
		is(h.council, "the motion reads", h.reads(m), "重划南侧停车线")
		h.minutes(1)
		h.decides(one, "GGGF")
		is(h.council, "the first amendment", h.moved(first).Status, schema.MotionStatusRejected)
		is(h.council, "the item, of which only amendments were decided", h.agendaItem(h.item).Disposition, schema.AgendaItemDispositionPending)
		_, err := h.do.IssueResolution(h.officer, command.IssueResolutionInput{AgendaItemID: h.item, VoteID: &one, Title: "决议", Text: "重划"})
		refusedWith(h.T, err, fault.VoteOnAmendment)
		h.minutes(1)
		h.decides(main, "FFFF")
		is(h.council, "the motion", h.moved(m).Status, schema.MotionStatusAdopted)
		is(h.council, "what nobody seconded", h.moved(unseconded).Status, schema.MotionStatusLapsed)
		is(h.council, "the motion reads", h.reads(m), "重划南侧停车线")
		is(h.council, "as moved", h.moved(m).Text, "重划停车线")
	})
}

// While a motion is voted on, nothing changes how it reads: an amendment that
// nobody seconded before is not seconded any more.
func TestNobodyAmendsWhatIsVotedOn(t *testing.T) {
	eachHall(t, "JOINT_MAJORITY_OF_PARTIES", func(h *hall) {
		m := h.moves(h.asChair, "重划停车线")
		h.seconds(h.asM, m)
		amendment := h.amends(h.asM, m, "不重划")
		v := h.draftedOn(m)
		opened, err := h.do.OpenVote(h.officer, command.OpenVoteInput{VoteID: v})
		done(h.town, opened, err)
		refused(h.council, h.do.SecondMotion, []refusal[command.SecondMotionInput]{
			{"an amendment while the motion is voted on", h.asDirector, command.SecondMotionInput{MotionID: amendment}, []fault.Code{fault.VoteStillOpen}, "motionId"},
		})
		h.votes(v, h.sent[:], "FFFF")
		h.closed(v)
		refused(h.council, h.do.SecondMotion, []refusal[command.SecondMotionInput]{
			{"an amendment to what was decided", h.asDirector, command.SecondMotionInput{MotionID: amendment}, []fault.Code{fault.VoteHeld}, "motionId"},
		})
	})
}

// A motion that was rejected settles the item only if no other one is open.
func TestRejectedMotions(t *testing.T) {
	eachHall(t, "JOINT_MAJORITY_OF_PARTIES", func(h *hall) {
		m, other := h.moves(h.asChair, "重划停车线"), h.moves(h.asM, "维持现状")
		h.seconds(h.asM, m)
		h.decides(h.draftedOn(m), "GGGG")
		is(h.council, "the motion", h.moved(m).Status, schema.MotionStatusRejected)
		is(h.council, "the item", h.agendaItem(h.item).Disposition, schema.AgendaItemDispositionPending)
		is(h.council, "the other motion", h.moved(other).Status, schema.MotionStatusMoved)
		h.seconds(h.asChair, other)
		v := h.draftedOn(other)
		back, err := h.do.WithdrawMotion(h.asM, command.WithdrawMotionInput{MotionID: other})
		done(h.town, back, err)
		is(h.council, "the vote on what was taken back", h.voteRow(v).Status, schema.VoteStatusVoid)
	})
}

// What is still moved on an item lapses with it, and the motion that a resolution
// rests on was adopted.
func TestMotionsLapseWithTheItem(t *testing.T) {
	eachHall(t, "JOINT_MAJORITY_OF_PARTIES", func(h *hall) {
		m, other := h.moves(h.asChair, "重划停车线"), h.moves(h.asM, "维持现状")
		h.seconds(h.asM, m)
		v := h.draftedOn(m)
		opened, err := h.do.OpenVote(h.officer, command.OpenVoteInput{VoteID: v})
		done(h.town, opened, err)
		h.votes(v, h.sent[:], "FFFF")
		h.closed(v)
		issued, err := h.do.IssueResolution(h.officer, command.IssueResolutionInput{AgendaItemID: h.item, VoteID: &v, Title: "决议", Text: "重划"})
		done(h.town, issued, err)
		is(h.council, "the motion", h.moved(m).Status, schema.MotionStatusAdopted)
		is(h.council, "the other one", h.moved(other).Status, schema.MotionStatusLapsed)
	})
}

func TestMotionRefusals(t *testing.T) {
	eachHall(t, "JOINT_MAJORITY_OF_PARTIES", func(h *hall) {
		stranger, guest := h.person("路人"), h.person("来宾")
		h.comes(guest, nil)
		m := h.moves(h.asChair, "重划停车线")
		amendment := h.amends(h.asM, m, "重划北侧停车线")
		aside, err := h.do.ChallengeParticipant(h.asDirector, h.challenge(h.director))
		done(h.town, aside, err)
		move := command.MoveMotionInput{AgendaItemID: h.item, Text: "另议"}
		refused(h.council, h.do.MoveMotion, []refusal[command.MoveMotionInput]{
			{"without a vote", h.as(guest), move, []fault.Code{fault.WithoutVote}, "personId"},
			{"who did not come", h.as(stranger), move, []fault.Code{fault.NotMandated}, ""},
			{"who steps aside", h.asDirector, move, []fault.Code{fault.StepsAside}, "personId"},
			{"without words", h.asM, command.MoveMotionInput{AgendaItemID: h.item}, []fault.Code{fault.Blank}, "text"},
		})
		refused(h.council, h.do.AmendMotion, []refusal[command.AmendMotionInput]{
			{"an amendment", h.asM, command.AmendMotionInput{MotionID: amendment, Text: "另议"}, []fault.Code{fault.AmendsAmendment}, "motionId"},
			{"no motion", h.asM, command.AmendMotionInput{MotionID: ident.Motion{ID: ident.New(ident.KindMotion, h.store.Now())}, Text: "另议"}, []fault.Code{fault.NotFound}, "motionId"},
		})
		refused(h.council, h.do.SecondMotion, []refusal[command.SecondMotionInput]{
			{"their own", h.asChair, command.SecondMotionInput{MotionID: m}, []fault.Code{fault.OwnMotion}, "personId"},
			{"who steps aside", h.asDirector, command.SecondMotionInput{MotionID: m}, []fault.Code{fault.StepsAside}, "personId"},
			{"without a vote", h.as(guest), command.SecondMotionInput{MotionID: m}, []fault.Code{fault.WithoutVote}, "personId"},
		})
		refused(h.council, h.do.DraftVote, []refusal[command.DraftVoteInput]{
			{"on what nobody seconded", h.officer, h.onMotion(m), []fault.Code{fault.WrongState}, "motionId"},
		})
		h.seconds(h.asM, m)
		refused(h.council, h.do.SecondMotion, []refusal[command.SecondMotionInput]{
			{"twice", h.asM, command.SecondMotionInput{MotionID: m}, []fault.Code{fault.WrongState}, "motionId"},
		})
		refused(h.council, h.do.WithdrawMotion, []refusal[command.WithdrawMotionInput]{
			{"another's", h.asM, command.WithdrawMotionInput{MotionID: m}, []fault.Code{fault.NotMandated}, ""},
		})
		v := h.draftedOn(m)
		refused(h.council, h.do.DraftVote, []refusal[command.DraftVoteInput]{
			{"a second one", h.officer, h.onMotion(m), []fault.Code{fault.AlreadyExists}, "motionId"},
			{"a choice", h.officer, func() command.DraftVoteInput {
				in := h.onMotion(m)
				in.Kind, in.Options = schema.VoteKindChoice, []string{"甲", "乙"}
				return in
			}(), []fault.Code{fault.VoteKindMismatch}, "kind"},
			{"on another item", h.officer, func() command.DraftVoteInput {
				in := h.onMotion(m)
				p, err := h.do.AddAgendaItem(h.officer, command.AddAgendaItemInput{MeetingID: h.sitting, ProposalID: h.proposal("楼道照明", "SAFETY_AND_ORDER")})
				in.AgendaItemID = ident.AgendaItem{ID: done(h.town, p, err).AgendaItemID}
				return in
			}(), []fault.Code{fault.MotionOfOtherItem}, "motionId"},
		})
		opened, err := h.do.OpenVote(h.officer, command.OpenVoteInput{VoteID: v})
		done(h.town, opened, err)
		refused(h.council, h.do.WithdrawMotion, []refusal[command.WithdrawMotionInput]{
			{"while it is voted on", h.asChair, command.WithdrawMotionInput{MotionID: m}, []fault.Code{fault.VoteStillOpen}, "motionId"},
		})
		refused(h.council, h.do.AmendMotion, []refusal[command.AmendMotionInput]{
			{"while it is voted on", h.asM, command.AmendMotionInput{MotionID: m, Text: "另议"}, []fault.Code{fault.VoteStillOpen}, "motionId"},
		})
	})
}
