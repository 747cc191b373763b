package command_test

import (
	"testing"
	"time"

	"sifang/ent/command"
	"sifang/schema"
	"sifang/schema/fault"
	"sifang/schema/ident"
)

// A verb that waited began before what it waited for, as if its clock were
// behind; so these tests put back the clock. What is on record first happened
// first all the same.

func TestWhoCameBeforeTheOpeningIsThere(t *testing.T) {
	eachHall(t, "JOINT_ALL_PARTIES", func(h *hall) {
		h.minutes(-1)
		v := h.running("")
		p, err := h.do.CastBallots(h.asM, onePaper(v))
		done(h.town, p, err)
		is(h.council, "who was there", h.closed(v).Parties[3].Position, schema.PartyPositionFor)
	})
}

func TestWhoLeavesAfterTheOpeningWasThere(t *testing.T) {
	eachHall(t, "JOINT_ALL_PARTIES", func(h *hall) {
		v := h.running("")
		h.minutes(-1)
		p, err := h.do.CheckOut(h.asM, command.CheckOutInput{MeetingID: h.sitting})
		done(h.town, p, err)
		stay := get(h.town, h.store.Read().Attendance.Get, p.AttendanceIDs[0])
		is(h.council, "left, after the opening", stay.LeftAt.Sub(*h.voteRow(v).OpenedAt), time.Microsecond)
		is(h.council, "of those who were there", h.closed(v).Quorum.Got, 4)
	})
}

func TestWhoComesAfterTheOpeningIsLate(t *testing.T) {
	eachCouncil(t, func(c *council) {
		h := c.joined("JOINT_ALL_PARTIES", c.leaders(), [4]bool{true, true, true, false})
		v := h.running("")
		h.minutes(-1)
		h.comes(c.manager, &h.parties[3])
		denied(h, h.do.CastBallots, []refusal[command.CastBallotsInput]{
			{"who came late", h.asM, onePaper(v), []fault.Code{fault.NotPresent}, "ballots.0.voteId"},
		})
	})
}

// A paper of any length is refused by name, and takes none down with it.
func TestPapersOfAnyLength(t *testing.T) {
	eachHall(t, "JOINT_ALL_PARTIES", func(h *hall) {
		v := h.running("")
		votes := make([]ident.Vote, 70_000) // more than fit into a statement of either engine
		for i := range votes {
			votes[i] = ident.Vote{ID: ident.New(ident.KindVote, h.store.Now())}
		}
		answers := atOnce(4, func(i int) error {
			in := onePaper(votes...)
			if i == 3 {
				in = onePaper(v)
			}
			_, err := h.do.CastBallots(h.asM, in)
			return err
		})
		for i, err := range answers[:3] {
			if faults, refused := fault.Of(err); !refused || faults[0].Code != fault.TooMany {
				h.Errorf("paper %d was answered %v", i, err)
			}
		}
		h.must(answers[3])
	})
}
