package command_test

import (
	"strings"
	"testing"
	"time"

	"sifang/ent"
	"sifang/ent/command"
	"sifang/schema"
	"sifang/schema/fault"
	"sifang/schema/ident"
)

func (h *hall) extension(v ident.Vote, closes time.Time) command.ExtendVoteInput {
	return command.ExtendVoteInput{VoteID: v, ClosesAt: closes, Reason: "回收不足", Place: "公告栏"}
}

func (h *hall) extended(v ident.Vote, closes time.Time) {
	h.Helper()
	p, err := h.do.ExtendVote(h.officer, h.extension(v, closes))
	done(h.town, p, err)
}

func TestExtendVote(t *testing.T) {
	eachCorrespondence(t, fiveToSixty, func(h *hall) {
		v := h.until(30)
		closes := *h.days(45)
		h.clock.Pass(28 * oneDay)
		h.may(h.officer, v, "extendVote", "")
		p := once(h.town, func(o ent.Order) (*command.ExtendVotePayload, error) {
			in := h.extension(v, closes)
			in.Order = o
			return h.do.ExtendVote(h.officer, in)
		})
		row := h.voteRow(v)
		is(h.council, "closes", *row.ClosesAt, closes)
		is(h.council, "put off", row.Extensions, 1)
		is(h.council, "the vote", row.Status, schema.VoteStatusOpen)
		posted := h.posting(v)
		is(h.council, "the posting", posted.ID, p.PublicationID)
		is(h.council, "what was posted", posted.Kind, schema.PublicationKindAmendedNotice)
		is(h.council, "until", posted.Until.String(), "2026-07-23")
		if !strings.Contains(posted.Text, "延期至：2026年7月23日（星期四）09:00\n原因：回收不足\n") {
			h.Errorf("posted is\n%s", posted.Text)
		}
		if leaf := h.record("extendVote", v.ID)[0]; strings.Contains(leaf, "回收不足") || !strings.Contains(leaf, `"extensions":1`) {
			h.Errorf("the record is %s", leaf)
		}
	})
}

// A close is put off before it comes, to a later time, and not beyond what the
// rule allows in all (scenario 19c).
func TestExtendVoteRefusals(t *testing.T) {
	eachCorrespondence(t, fiveToSixty, func(h *hall) {
		v, draft := h.until(30), h.drafted("")
		closes := *h.days(30)
		with := func(change func(*command.ExtendVoteInput)) command.ExtendVoteInput {
			in := h.extension(v, closes.AddDate(0, 0, 15))
			change(&in)
			return in
		}
		unknown := ident.Vote{ID: ident.New(ident.KindVote, h.store.Now())}
		denied(h, h.do.ExtendVote, []refusal[command.ExtendVoteInput]{
			{"to the same time", h.officer, h.extension(v, closes), []fault.Code{fault.NotLater}, "closesAt"},
			{"19c: over sixty days", h.officer, h.extension(v, closes.AddDate(0, 0, 31)), []fault.Code{fault.WindowTooLong}, "closesAt"},
			{"a draft", h.officer, h.extension(draft, closes), []fault.Code{fault.WrongState}, "voteId"},
			{"no such vote", h.officer, h.extension(unknown, closes), []fault.Code{fault.NotFound}, "voteId"},
			{"without a reason, nowhere", h.officer, with(func(in *command.ExtendVoteInput) { in.Reason, in.Place = "", " " }),
				[]fault.Code{fault.Blank, fault.Blank}, "reason"},
			{"with too many words", h.officer, with(func(in *command.ExtendVoteInput) { in.Reason = strings.Repeat("字", 2001) }),
				[]fault.Code{fault.TooLong}, "reason"},
			{"in words that nobody can read", h.officer, with(func(in *command.ExtendVoteInput) { in.Reason = "\x00" }),
				[]fault.Code{fault.ControlCharacter}, "reason"},
			{"by a delegate", h.asM, with(func(*command.ExtendVoteInput) {}), []fault.Code{fault.NotMandated}, ""},
			{"by the clock", h.byClock(), with(func(*command.ExtendVoteInput) {}), []fault.Code{fault.NotMandated}, ""},
		})
		h.clock.Set(closes)
		denied(h, h.do.ExtendVote, []refusal[command.ExtendVoteInput]{
			{"when the close has come", h.officer, with(func(*command.ExtendVoteInput) {}), []fault.Code{fault.TimeIsUp}, "closesAt"},
		})
	})
}

// Without an announced close there is nothing to put off, nor to be done by itself;
// and without a rule that allows it no close is put off.
func TestWhatCannotBeExtended(t *testing.T) {
	eachHall(t, "JOINT_ALL_PARTIES", func(h *hall) {
		v := h.running("")
		announced := h.until(1)
		closes := *h.days(2)
		denied(h, h.do.ExtendVote, []refusal[command.ExtendVoteInput]{
			{"no close was announced", h.officer, h.extension(v, closes), []fault.Code{fault.NoTimeAnnounced}, "voteId"},
			{"the rule knows no extensions", h.officer, h.extension(announced, closes), []fault.Code{fault.ExtensionLimit}, "closesAt"},
		})
		denied(h, h.do.CloseVote, []refusal[command.CloseVoteInput]{
			{"no close was announced", h.byClock(), command.CloseVoteInput{VoteID: v}, []fault.Code{fault.NoTimeAnnounced}, "voteId"},
		})
		h.may(h.officer, v, "extendVote", fault.NoTimeAnnounced)
		h.may(h.officer, announced, "extendVote", fault.ExtensionLimit)
	})
}
