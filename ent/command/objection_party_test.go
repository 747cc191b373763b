package command_test

import (
	"testing"
	"time"

	"sifang/ent/command"
	"sifang/schema"
	"sifang/schema/fault"
	"sifang/schema/ident"
)

// forParty is the objection of a party that was absent.
func (h *hall) forParty(v ident.Vote, party int) command.FileObjectionInput {
	in := objecting(v)
	in.PartyID = &h.parties[party]
	return in
}

// TestAbsentPartyObjects is scenario 38 when the absent company objects in time:
// what its silence would have carried is rejected at once, and no answer is
// needed.
func TestAbsentPartyObjects(t *testing.T) {
	eachCouncil(t, func(c *council) {
		h := c.joined("JOINT_ALL_PARTIES_CONSENT", c.leaders(), [4]bool{true, true, true, false})
		v := h.running("")
		h.votes(v, h.sent[:], "FFF-")
		is(c, "at once", h.closed(v).Outcome, awaiting)
		h.clock.Pass(oneDay)
		denied(h, c.do.FileObjection, []refusal[command.FileObjectionInput]{
			{"a party that voted", c.asChair, h.forParty(v, 2), []fault.Code{fault.PartyNotAbsent}, "partyId"},
			{"by somebody of another party", c.asChair, h.forParty(v, 3), []fault.Code{fault.NotMandated}, ""},
			{"a party of another linkage", c.asM, func() command.FileObjectionInput {
				in := objecting(v)
				in.PartyID = &c.companyParty
				return in
			}(), []fault.Code{fault.PartyNotExpected}, "partyId"},
			{"no such party", c.asM, func() command.FileObjectionInput {
				in := objecting(v)
				in.PartyID = &ident.LinkageParty{ID: ident.New(ident.KindLinkageParty, h.store.Now())}
				return in
			}(), []fault.Code{fault.NotFound}, "partyId"},
		})
		p, err := c.do.FileObjection(c.asM, h.forParty(v, 3))
		row := h.objection(ident.Objection{ID: done(c.town, p, err).ObjectionID})
		is(c, "taken up", row.Status, schema.ObjectionStatusAccepted)
		is(c, "late", row.Late, false)
		last := h.lastVerdict(v)
		is(c, "judged with it", last.Outcome, rejected)
		is(c, "counted twice", *last.Recount, schema.RecountResultAgrees)
		denied(h, c.do.FileObjection, []refusal[command.FileObjectionInput]{
			{"twice", c.asM, h.forParty(v, 3), []fault.Code{fault.AlreadyExists}, "partyId"},
		})
		denied(h, c.do.AnswerObjection, []refusal[command.AnswerObjectionInput]{
			{"which needs none", h.officer, dismissing(ident.Objection{ID: row.ID}), []fault.Code{fault.AlreadyRuled}, "objectionId"},
		})
		final, err := c.do.FinalizeVote(h.officer, command.FinalizeVoteInput{VoteID: v})
		done(c.town, final, err)
	})
}

// A delegate who does not lead the party speaks for it as well; after the time
// the party has agreed by silence, and its objection is one like any other.
func TestAbsentPartyObjectsLate(t *testing.T) {
	eachCouncil(t, func(c *council) {
		sent := c.leaders()
		sent[3] = c.person("物业员工")
		h := c.joined("JOINT_ALL_PARTIES_CONSENT", sent, [4]bool{true, true, true, false})
		v := h.running("")
		h.votes(v, h.sent[:], "FFF-")
		judged := h.closed(v)
		h.clock.Set(judged.ConsentDeadline.Add(-time.Microsecond))
		dry := h.forParty(v, 3)
		dry.DryRun = true
		_, err := c.do.FileObjection(h.as(sent[3]), dry)
		c.must(err)
		h.clock.Set(judged.ConsentDeadline)
		p, err := c.do.FileObjection(h.as(sent[3]), h.forParty(v, 3))
		id := ident.Objection{ID: done(c.town, p, err).ObjectionID}
		is(c, "late", h.objection(id).Late, true)
		is(c, "waits for an answer", h.objection(id).Status, schema.ObjectionStatusFiled)
		final := command.FinalizeVoteInput{VoteID: v}
		denied(h, c.do.FinalizeVote, []refusal[command.FinalizeVoteInput]{
			{"unanswered", h.officer, final, []fault.Code{fault.ObjectionsUnanswered}, "voteId"},
		})
		h.answers(h.officer, dismissing(id))
		ended, err := c.do.FinalizeVote(h.officer, final)
		done(c.town, ended, err)
		is(c, "by silence", h.lastVerdict(v).Outcome, adopted)
	})
}
