package command

import (
	"context"
	"slices"

	"sifang/ent"
	"sifang/ent/db"
	"sifang/ent/db/vote"
	"sifang/ent/poll"
	"sifang/schema"
	"sifang/schema/fault"
	"sifang/schema/mandate"
	"sifang/schema/rule"
	"sifang/schema/stage"
)

// breakTie prepares the vote among those who were tied for the last seats of an
// election. All but the question, the time and the form of it follows from that
// election: the rule, the roll, the candidates in their order, and the seats
// that are left.
func (in DraftVoteInput) breakTie(ctx context.Context, tx *ent.Tx, p polled, grant mandate.Grant) (*ent.Deed[DraftVotePayload], error) {
	first, err := in.tiedElection(ctx, tx, p)
	if err != nil {
		return nil, err
	}
	pinned, err := rule.Parse(first.Rule)
	if err != nil {
		return nil, err
	}
	status, _ := stage.Vote.Next("draftVote", "")
	opens, closes := in.planned(p.meeting, pinned, tx.Now)
	_, byMeeting := stage.Meeting.Next("draftVote", p.meeting.Status)
	_, byItem := stage.AgendaItem.Next("draftVote", p.item.Disposition)
	if err := refuse(at(byMeeting, "agendaItemId"), at(byItem, "agendaItemId"), text("question", in.Question, questionLimit),
		in.secrecy(pinned), in.settled(), opens, closes); err != nil {
		return nil, err
	}
	tie, err := tieOf(ctx, tx, first, pinned)
	if err != nil {
		return nil, err
	}
	create := tx.Vote.Create().SetNillableCommunityID(first.CommunityID).SetQuestion(in.Question).
		SetKind(first.Kind).SetExtensions(0).SetRuleCode(first.RuleCode).SetRuleEdition(first.RuleEdition).SetRule(first.Rule).
		SetMethod(in.Method).SetVisibility(in.Visibility).SetStatus(status).SetSeats(tie.seats).
		SetNillableOpensAt(in.OpensAt).SetNillableClosesAt(in.ClosesAt).
		SetAgendaItemID(p.item.ID).SetNillablePostID(first.PostID).SetTieBreakOfID(first.ID)
	if tie.alternates > 0 {
		create.SetAlternates(tie.alternates)
	}
	row, err := create.Save(ctx)
	if err != nil {
		return nil, err
	}
	if err := in.offer(ctx, tx, row); err != nil {
		return nil, err
	}
	if err := tie.stand(ctx, tx, row); err != nil {
		return nil, err
	}
	return ent.Did(DraftVotePayload{VoteID: row.ID}, grant, row.ID, row.CommunityID, map[string]any{
		"agendaItem": p.item.ID, "question": digest([]byte(in.Question)), "rule": pinned.Code, "ruleVersion": pinned.Version,
		"kind": row.Kind, "tieBreakOf": first.ID, "candidates": idsOf(tie.candidates), "seats": tie.seats, "alternates": tie.alternates,
		"method": in.Method, "visibility": in.Visibility, "opensAt": inUTC(in.OpensAt), "closesAt": inUTC(in.ClosesAt),
	}), nil
}

// tiedElection locks the election whose tie is to be broken: of two votes called
// at once only one is held. It refuses with TIE_BREAK_OF_OTHER_ITEM an election
// on another item.
func (in DraftVoteInput) tiedElection(ctx context.Context, tx *ent.Tx, p polled) (*db.Vote, error) {
	first, err := need(ctx, tx.Vote.Get, in.TieBreakOfID.ID, "tieBreakOfId")
	if err != nil {
		return nil, err
	}
	if err := known(ctx, tx, first.ID, "tieBreakOfId"); err != nil {
		return nil, err
	}
	if first.AgendaItemID != p.item.ID {
		return nil, fault.New(fault.TieBreakOfOtherItem).At("tieBreakOfId")
	}
	return lockedVote(ctx, tx, first.ID)
}

// breaksTie is what a vote among those who were tied is called.
var breaksTie = fault.Words{Chinese: "决胜表决", English: "A vote that breaks a tie"}

// settled refuses to state what the tied election has settled. That it is an
// election need not be said, and a request that says nothing reads MOTION.
func (in DraftVoteInput) settled() *fault.Fault {
	if in.kind() == schema.VoteKindChoice {
		return fault.New(fault.VoteKindMismatch, "kind", in.Kind).At("kind")
	}
	for _, one := range []struct {
		field  string
		stated bool
	}{
		{"options", len(in.Options) > 0}, {"mostMarks", in.MostMarks != nil}, {"seats", in.Seats != nil},
		{"alternates", in.Alternates != nil}, {"ruleCode", in.RuleCode != nil}, {"postId", in.PostID != nil},
		{"revoteOfId", in.RevoteOfID != nil}, {"motionId", in.MotionID != nil},
	} {
		if one.stated {
			return fault.New(fault.FieldUnused, "kind", breaksTie, "field", one.field).At(one.field)
		}
	}
	return nil
}

// tie is who is tied, for how many seats, and how many of those who lose it will
// stand by.
type tie struct {
	candidates        []*db.Candidate
	seats, alternates int
}

// tieOf is the tie in which an election ended. It refuses with NO_TIE an
// election that did not end in one, with RECOUNT_DIFFERS one of which the
// counters say different things, and with TIE_BREAK_EXISTS one whose tie was
// voted on already; a vote that was void or had no quorum may be repeated.
func tieOf(ctx context.Context, tx *ent.Tx, first *db.Vote, r rule.Rule) (tie, error) {
	var t tie
	judged, ok, err := poll.Standing(ctx, tx.Client, first, tx.Now)
	if err != nil {
		return t, err
	}
	if !ok || !slices.Contains(stage.Counted, first.Status) {
		return t, fault.New(fault.NoTie, "state", first.Status).At("tieBreakOfId")
	}
	if judged.Election != schema.ElectionOutcomeTieBreakRequired {
		return t, fault.New(fault.NoTie, "state", judged.Election).At("tieBreakOfId")
	}
	if err := refuse(at(doubtful(judged), "tieBreakOfId")); err != nil {
		return t, err
	}
	if err := broken(ctx, tx, first); err != nil {
		return t, err
	}
	all, err := poll.OnPaper(ctx, tx.Client, first.ID)
	if err != nil {
		return t, err
	}
	t.seats = *first.Seats
	outcomes := map[string]schema.CandidateOutcome{}
	for _, choice := range judged.Choices {
		outcomes[choice.Option] = choice.Outcome
		if choice.Outcome == schema.CandidateOutcomeElected {
			t.seats--
		}
	}
	t.candidates = slices.DeleteFunc(all, func(c *db.Candidate) bool {
		return outcomes[c.ID.String()] != schema.CandidateOutcomeTied
	})
	t.alternates = min(len(t.candidates)-t.seats, standingBy(first, r))
	return t, nil
}

// doubtful refuses a verdict on which the two counters differ.
func doubtful(judged poll.Judgment) *fault.Fault {
	if judged.Recount == nil || *judged.Recount != schema.RecountResultDiffers {
		return nil
	}
	return fault.New(fault.RecountDiffers)
}

// broken refuses an election whose tie was voted on already, or is about to be.
func broken(ctx context.Context, tx *ent.Tx, first *db.Vote) error {
	others, err := tx.Vote.Query().Where(vote.TieBreakOfID(first.ID), vote.StatusNEQ(schema.VoteStatusVoid)).All(ctx)
	if err != nil {
		return err
	}
	for _, v := range others {
		judged, ok, err := poll.Standing(ctx, tx.Client, v, tx.Now)
		if err != nil {
			return err
		}
		if !ok || judged.Outcome != schema.VerdictOutcomeNotQuorate {
			return fault.New(fault.TieBreakExists, "vote", v.ID).At("tieBreakOfId")
		}
	}
	return nil
}

// standingBy is how many may stand by after an election at most.
func standingBy(v *db.Vote, r rule.Rule) int {
	if v.Alternates == nil || r.Election == nil || r.Election.Alternates == nil {
		return 0
	}
	if most := r.Election.Alternates.MostPerSeat; most > 0 {
		return min(*v.Alternates, most**v.Seats)
	}
	return *v.Alternates
}

// stand puts those who were tied on the paper of the vote among them, in their
// order.
func (t tie) stand(ctx context.Context, tx *ent.Tx, v *db.Vote) error {
	status, _ := stage.Candidate.Next("draftVote", "")
	for i, c := range t.candidates {
		err := tx.Candidate.Create().SetNillableCommunityID(v.CommunityID).SetVoteID(v.ID).SetPersonID(c.PersonID).SetPosition(i + 1).
			SetStatus(status).SetNominatedBy(c.NominatedBy).SetNillableStatement(c.Statement).SetNominatedAt(c.NominatedAt).Exec(ctx)
		if err != nil {
			return err
		}
	}
	return nil
}
