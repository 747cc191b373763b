package command

import (
	"context"
	"slices"
	"time"

	"sifang/ent"
	"sifang/ent/db"
	"sifang/ent/db/voteoption"
	"sifang/schema"
	"sifang/schema/fault"
	"sifang/schema/ident"
	"sifang/schema/stage"
)

// CallRevoteInput is a vote to be held again, and when.
type CallRevoteInput struct {
	ent.Order
	VoteID     ident.Vote
	MeetingID  *ident.Meeting
	Question   *string
	RuleCode   *string
	Method     *schema.VoteMethod
	Visibility *schema.BallotVisibility
	OpensAt    *time.Time
	ClosesAt   *time.Time
}

// CallRevotePayload names the vote that repeats it.
type CallRevotePayload struct {
	fault.Outcome
	VoteID ident.ID
}

// CallRevote drafts a vote again that came to nothing, was rejected, or was
// struck down: with the same question, options and seats unless others are given,
// under the rule of today. Nothing of the first vote is carried over; whoever
// stood in an election is nominated anew. In another meeting it comes up under an
// item of its own, which continues the first one.
func (d *Do) CallRevote(ctx context.Context, in CallRevoteInput) (*CallRevotePayload, error) {
	return work(ctx, d, "callRevote", in, in.do)
}

func (in CallRevoteInput) do(ctx context.Context, tx *ent.Tx) (*ent.Deed[CallRevotePayload], error) {
	before, err := need(ctx, tx.Vote.Get, in.VoteID.ID, "voteId")
	if err != nil {
		return nil, err
	}
	item, err := tx.AgendaItem.Get(ctx, before.AgendaItemID)
	if err != nil {
		return nil, err
	}
	if err := known(ctx, tx, before.ID, "voteId"); err != nil {
		return nil, err
	}
	if in.MeetingID != nil && in.MeetingID.ID != item.MeetingID {
		if item, err = in.elsewhere(ctx, tx, before, item); err != nil {
			return nil, err
		}
	}
	draft, err := in.draft(ctx, tx, before, item)
	if err != nil {
		return nil, err
	}
	p, grant, err := tabled(ctx, tx, "callRevote", item.ID, item.ID, ent.Share, ent.Share)
	if err != nil {
		return nil, err
	}
	row, facts, err := draft.write(ctx, tx, p)
	if err != nil {
		return nil, inherited(err)
	}
	return ent.Did(CallRevotePayload{VoteID: row.ID}, grant, row.ID, row.CommunityID, facts), nil
}

// inherited puts what is wrong with something taken over from the first vote to
// the field that names it.
func inherited(err error) error {
	faults, ok := fault.Of(err)
	if !ok {
		return err
	}
	stated := []string{"question", "ruleCode", "method", "visibility", "opensAt", "closesAt"}
	for _, one := range faults {
		if len(one.Field) == 0 || !slices.Contains(stated, one.Field[0]) {
			one.Field = []string{"voteId"}
		}
	}
	return faults
}

// elsewhere puts the proposal on the agenda of the other meeting.
func (in CallRevoteInput) elsewhere(ctx context.Context, tx *ent.Tx, before *db.Vote, from *db.AgendaItem) (*db.AgendaItem, error) {
	t, _, err := onto(ctx, tx, "callRevote", from.ProposalID, "voteId", *in.MeetingID)
	if err != nil {
		return nil, err
	}
	line := entry{title: from.Title, from: &from.ID, field: "voteId"}
	faults, err := line.authorize(ctx, tx, t.meeting, t.proposal.Matter, nil, nil)
	if err != nil {
		return nil, err
	}
	_, early := stage.Vote.Next("callRevote", before.Status)
	if err := t.admit(ctx, tx, "callRevote", "voteId", append(faults, at(early, "voteId"))...); err != nil {
		return nil, err
	}
	return t.enter(ctx, tx, line)
}

// draft is what draftVote would be asked for.
func (in CallRevoteInput) draft(ctx context.Context, tx *ent.Tx, v *db.Vote, item *db.AgendaItem) (DraftVoteInput, error) {
	draft := DraftVoteInput{
		AgendaItemID: ident.AgendaItem{ID: item.ID}, Question: v.Question, Kind: v.Kind, MostMarks: v.MostMarks,
		Seats: v.Seats, Alternates: v.Alternates, RuleCode: &v.RuleCode, Method: v.Method, Visibility: v.Visibility,
		RevoteOfID: &ident.Vote{ID: v.ID}, OpensAt: in.OpensAt, ClosesAt: in.ClosesAt,
	}
	if v.PostID != nil {
		draft.PostID = &ident.Post{ID: *v.PostID}
	}
	if v.RecallOfID != nil {
		draft.RecallOfID = &ident.Membership{ID: *v.RecallOfID}
	}
	if in.Question != nil {
		draft.Question = *in.Question
	}
	if in.RuleCode != nil {
		draft.RuleCode = in.RuleCode
	}
	if in.Method != nil {
		draft.Method = *in.Method
	}
	if in.Visibility != nil {
		draft.Visibility = *in.Visibility
	}
	rows, err := tx.VoteOption.Query().Where(voteoption.VoteID(v.ID)).Order(voteoption.ByPosition()).All(ctx)
	for _, row := range rows {
		if row.None {
			draft.NoneOption = true
			continue
		}
		draft.Options = append(draft.Options, row.Label)
	}
	return draft, err
}
