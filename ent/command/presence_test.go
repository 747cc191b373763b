package command_test

import (
	"bytes"
	"slices"
	"testing"
	"time"

	"entgo.io/ent/dialect/sql"

	"sifang/ent"
	"sifang/ent/command"
	"sifang/ent/migrations"
	"sifang/schema"
	"sifang/schema/fault"
	"sifang/schema/ident"
	"sifang/schema/rule"
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

// Two processes that are given the same papers, each in another order, never
// wait for each other: ballots are written in an order of their own.
func TestBallotsAreWrittenInOrder(t *testing.T) {
	eachHall(t, "JOINT_ALL_PARTIES", func(h *hall) {
		votes := []ident.Vote{h.running(""), h.running(""), h.running("")}
		slices.SortFunc(votes, func(a, b ident.Vote) int { return bytes.Compare(b.ID[:], a.ID[:]) })
		p, err := h.do.CastBallots(h.asM, onePaper(votes...))
		done(h.town, p, err)
		asWritten := map[migrations.Engine]string{migrations.SQLite: "rowid", migrations.PostgreSQL: "ctid"}[h.store.Engine()]
		rows, err := h.store.Read().Ballot.Query().Order(func(s *sql.Selector) { s.OrderExpr(sql.Expr(asWritten)) }).
			All(ent.Unguarded(h.Context()))
		h.must(err)
		var written []ident.Vote
		for _, b := range rows {
			written = append(written, ident.Vote{ID: b.VoteID})
		}
		slices.Reverse(written)
		if !slices.Equal(written, votes) {
			h.Errorf("written for %v in reverse, want %v", written, votes)
		}
	})
}

// The absent parties had time to agree and said nothing: what would have been
// adopted with them is tied, and its item can be put off.
func TestTiedOnceTheTimeIsOver(t *testing.T) {
	eachCouncil(t, func(c *council) {
		c.agrees("JOINT_MAJORITY_OF_PARTIES", func(r *rule.Rule) {
			r.Parties.Absent, r.Parties.ConsentDays = schema.AbsentPartyPolicyBlocks, 3
			half := *r.Quorum.Share
			half.Fraction = rule.Fraction{Num: 1, Den: 2}
			r.Quorum = &rule.Clause{Share: &half}
		})
		h := c.joined("JOINT_MAJORITY_OF_PARTIES", c.leaders(), [4]bool{true, true, false, false})
		v := h.running("")
		h.votes(v, h.sent[:], "FG--")
		judged := h.closed(v)
		is(c, "at once", judged.Outcome, awaiting)
		putOff := command.CarryOverItemInput{AgendaItemID: h.item}
		denied(h, c.do.CarryOverItem, []refusal[command.CarryOverItemInput]{
			{"while they may answer", h.officer, putOff, []fault.Code{fault.VoteHeld}, "agendaItemId"},
		})
		h.clock.Set(judged.ConsentDeadline)
		p, err := c.do.CarryOverItem(h.officer, putOff)
		done(c.town, p, err)
		is(c, "as written, still", h.lastVerdict(v).Outcome, awaiting)
	})
}
