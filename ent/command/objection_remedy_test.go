package command_test

import (
	"context"
	"strings"
	"testing"
	"time"

	"sifang/ent"
	"sifang/ent/command"
	"sifang/ent/db"
	"sifang/schema"
	"sifang/schema/fault"
	"sifang/schema/ident"
	"sifang/schema/rule"
)

// Counting again changes nothing where nothing was wrong; what has to be corrected
// is no longer preliminary, so that it can be.
func TestRecountAndCorrection(t *testing.T) {
	eachCorrespondence(t, fortnight, func(h *hall) {
		v := h.published()
		again, wrong := h.objects(h.asM, v), h.objects(h.asDirector, v)
		verdict := h.lastVerdict(v).ID
		h.answers(h.officer, upholding(again, schema.ObjectionRemedyRecount))
		is(h.council, "the vote", h.voteRow(v).Status, schema.VoteStatusPreliminary)
		is(h.council, "its verdict", h.lastVerdict(v).ID, verdict)
		h.answers(h.officer, upholding(wrong, schema.ObjectionRemedyCorrection))
		is(h.council, "the vote", h.voteRow(v).Status, schema.VoteStatusClosed)
		is(h.council, "what it came to", h.lastVerdict(v).Outcome, adopted)
	})
}

// A result that comes out otherwise is posted again, and may be objected to again.
func TestRecountThatDiffers(t *testing.T) {
	eachCorrespondence(t, fortnight, func(h *hall) {
		v := h.published()
		id := h.objects(h.asM, v)
		first := h.stored(v)[3]
		h.write(func(ctx context.Context, tx *ent.Tx) (ident.ID, error) { // one that was overlooked, and came before
			return v.ID, tx.Ballot.Create().SetCommunityID(h.community).SetVoteID(v.ID).SetEntryID(first.EntryID).
				SetPersonID(first.PersonID).SetChoice(schema.BallotChoiceAgainst).SetChannel(first.Channel).
				SetStatus(standsSuperseded).SetSettled(false).SetCastAt(first.CastAt.Add(-time.Millisecond)).Exec(ctx)
		})
		h.answers(h.officer, upholding(id, schema.ObjectionRemedyRecount))
		is(h.council, "what it came to", h.lastVerdict(v).Outcome, rejected)
		row := h.voteRow(v)
		is(h.council, "the vote", row.Status, schema.VoteStatusClosed)
		if row.ObjectionsUntil != nil {
			h.Errorf("objections are in time until %s", row.ObjectionsUntil)
		}
		denied(h, h.do.FinalizeVote, []refusal[command.FinalizeVoteInput]{
			{"before it is posted again", h.officer, command.FinalizeVoteInput{VoteID: v}, []fault.Code{fault.PreliminaryNeeded}, "voteId"},
		})
		h.clock.Pass(oneDay)
		p, err := h.do.Publish(h.officer, h.publishing(v))
		done(h.town, p, err)
		is(h.council, "objections until", h.voteRow(v).ObjectionsUntil.String(), "2026-06-23")
	})
}

// A result that was objected to with reason may be void, so that it is voted on
// anew; whoever else objected is answered all the same.
func TestNewVote(t *testing.T) {
	eachCorrespondence(t, fortnight, func(h *hall) {
		v := h.published()
		id, moot := h.objects(h.asM, v), h.objects(h.asDirector, v)
		h.answers(h.officer, upholding(id, schema.ObjectionRemedyNewVote))
		is(h.council, "the vote", h.voteRow(v).Status, schema.VoteStatusVoid)
		last := h.lastVerdict(v)
		is(h.council, "what it came to", last.Outcome, schema.VerdictOutcomeVoid)
		if said := string(last.Document); !strings.Contains(said, "异议成立") || strings.Contains(said, "情况属实") {
			h.Errorf("the verdict says %s", said)
		}
		again, err := h.do.DraftVote(h.officer, h.motion(func(in *command.DraftVoteInput) { in.RevoteOfID = &v }))
		done(h.town, again, err)
		denied(h, h.do.AnswerObjection, []refusal[command.AnswerObjectionInput]{
			{"once more", h.officer, upholding(moot, schema.ObjectionRemedyNewVote), []fault.Code{fault.RemedyNotPossible}, "remedy"},
		})
		h.answers(h.officer, upholding(moot, schema.ObjectionRemedyNone)) // who asked is answered
	})
}

// What a resolution rests on is not declared void any more.
func TestNoNewVoteUnderAResolution(t *testing.T) {
	eachHall(t, "JOINT_ALL_PARTIES", func(h *hall) {
		v := h.carried()
		p, err := h.do.IssueResolution(h.officer, command.IssueResolutionInput{AgendaItemID: h.item, VoteID: &v, Title: "重划停车线", Text: "同意。"})
		done(h.town, p, err)
		id := h.objects(h.asM, v)
		denied(h, h.do.AnswerObjection, []refusal[command.AnswerObjectionInput]{
			{"void", h.officer, upholding(id, schema.ObjectionRemedyNewVote), []fault.Code{fault.ResolutionIssued}, "objectionId"},
		})
	})
}

// Whoever is not on a roll objects to that; the roll itself is amended by two
// persons.
func TestObjectionToARoll(t *testing.T) {
	eachHall(t, "JOINT_ALL_PARTIES", func(h *hall) {
		frozen, err := h.do.FreezeRoll(h.officer, command.FreezeRollInput{MeetingID: h.sitting})
		roll := ident.Roll{ID: done(h.town, frozen, err).RollID}
		resident := h.as(h.person("居民"))
		object := func() ident.Objection {
			p, err := h.do.FileObjection(resident, command.FileObjectionInput{RollID: &roll, Text: "名册漏了我们一方。"})
			return ident.Objection{ID: done(h.town, p, err).ObjectionID}
		}
		first := object()
		is(h.council, "before a vote was opened", h.objection(first).Late, false)
		v := h.carried()
		second := object()
		is(h.council, "after it", h.objection(second).Late, true)
		denied(h, h.do.FinalizeVote, []refusal[command.FinalizeVoteInput]{
			{"before both are answered", h.officer, command.FinalizeVoteInput{VoteID: v}, []fault.Code{fault.ObjectionsUnanswered}, "voteId"},
		})
		denied(h, h.do.AnswerObjection, []refusal[command.AnswerObjectionInput]{
			{"by counting again", h.officer, upholding(first, schema.ObjectionRemedyRecount), []fault.Code{fault.RemedyNotPossible}, "remedy"},
			{"by a delegate", h.asM, dismissing(first), []fault.Code{fault.NotMandated}, ""},
		})
		denied(h, h.do.FileObjection, []refusal[command.FileObjectionInput]{
			{"by somebody from elsewhere", h.as(h.foreigner()), command.FileObjectionInput{RollID: &roll, Text: "?"}, []fault.Code{fault.NotFound}, ""},
			{"to no such roll", resident, command.FileObjectionInput{RollID: &ident.Roll{ID: ident.New(ident.KindRoll, h.store.Now())}, Text: "?"},
				[]fault.Code{fault.NotFound}, "rollId"},
		})
		h.answers(h.officer, upholding(first, schema.ObjectionRemedyCorrection))
		h.answers(h.officer, dismissing(second))
		p, err := h.do.FinalizeVote(h.officer, command.FinalizeVoteInput{VoteID: v})
		done(h.town, p, err)
	})
}

// electing makes a vote an election that is not open yet.
func electing(v *db.VoteCreate) {
	v.SetKind(schema.VoteKindElection).SetSeats(1).SetStatus(schema.VoteStatusNoticed)
	v.Mutation().ResetOpenedAt()
	v.Mutation().ResetRoll()
}

// A candidate to whom an objection is upheld in time is struck off the paper. Once
// the vote is open its paper stands.
func TestObjectionToACandidate(t *testing.T) {
	eachBallotEstate(t, func(e *ballotEstate) {
		r, _ := rule.Preset("OWNERS_COMMITTEE_ELECTION")
		v := e.heldUnder(r, electing)
		person := e.person("候选人")
		first := ident.Candidate{ID: e.runs(v, person, schema.CandidateStatusListed)}
		second := ident.Candidate{ID: e.runs(v, e.chair, schema.CandidateStatusListed)}
		resident := e.as(e.person("居民"))
		object := func(c ident.Candidate) ident.Objection {
			p, err := e.do.FileObjection(resident, command.FileObjectionInput{CandidateID: &c, Text: "拖欠物业费。"})
			return ident.Objection{ID: done(e.town, p, err).ObjectionID}
		}
		struck, moot, own := object(first), object(first), object(second)
		is(e.council, "before the vote is open", e.objection(struck).Late, false)
		denied(e.hall, e.do.AnswerObjection, []refusal[command.AnswerObjectionInput]{
			{"by the candidate", e.officer, dismissing(own), []fault.Code{fault.OwnCase}, "objectionId"},
			{"by voting again", e.clerks[1], upholding(struck, schema.ObjectionRemedyNewVote), []fault.Code{fault.RemedyNotPossible}, "remedy"},
		})
		e.answers(e.clerks[1], upholding(struck, schema.ObjectionRemedyCorrection))
		e.answers(e.clerks[1], upholding(moot, schema.ObjectionRemedyNone))
		candidate := func(id ident.Candidate) schema.CandidateStatus {
			return get(e.town, e.store.Read().Candidate.Get, id.ID).Status
		}
		is(e.council, "the candidate", candidate(first), schema.CandidateStatusStruck)
		is(e.council, "the other one", candidate(second), schema.CandidateStatusListed)
		denied(e.hall, e.do.FileObjection, []refusal[command.FileObjectionInput]{
			{"who does not stand any more", resident, command.FileObjectionInput{CandidateID: &first, Text: "?"}, []fault.Code{fault.WrongState}, "candidateId"},
			{"for a party", resident, command.FileObjectionInput{CandidateID: &second, PartyID: &e.companyParty, Text: "?"},
				[]fault.Code{fault.FieldUnused}, "partyId"},
			{"no such candidate", resident, command.FileObjectionInput{CandidateID: &ident.Candidate{ID: ident.New(ident.KindCandidate, e.store.Now())}, Text: "?"},
				[]fault.Code{fault.NotFound}, "candidateId"},
		})
		e.write(func(ctx context.Context, tx *ent.Tx) (ident.ID, error) {
			return v.ID, tx.Vote.UpdateOneID(v.ID).SetStatus(schema.VoteStatusOpen).SetOpenedAt(tx.Now).Exec(ctx)
		})
		late := object(second)
		is(e.council, "after it", e.objection(late).Late, true)
		denied(e.hall, e.do.AnswerObjection, []refusal[command.AnswerObjectionInput]{
			{"off a paper that is voted on", e.clerks[1], upholding(late, schema.ObjectionRemedyCorrection), []fault.Code{fault.RemedyNotPossible}, "remedy"},
		})
		e.answers(e.clerks[1], upholding(late, schema.ObjectionRemedyNone))
		is(e.council, "the other one", candidate(second), schema.CandidateStatusListed)
	})
}
