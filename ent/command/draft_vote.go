package command

import (
	"context"
	"encoding/json"
	"strconv"
	"strings"
	"time"

	"sifang/ent"
	"sifang/ent/db"
	"sifang/ent/poll"
	"sifang/schema"
	"sifang/schema/fault"
	"sifang/schema/ident"
	"sifang/schema/rule"
	"sifang/schema/stage"
)

// DraftVoteInput is a question to be voted on, and how.
type DraftVoteInput struct {
	ent.Order
	AgendaItemID ident.AgendaItem
	Question     string
	Kind         schema.VoteKind
	Options      []string
	NoneOption   bool
	MostMarks    *int
	Seats        *int
	Alternates   *int
	RuleCode     *string
	Method       schema.VoteMethod
	Visibility   schema.BallotVisibility
	PostID       *ident.Post
	TieBreakOfID *ident.Vote
	RevoteOfID   *ident.Vote
	RecallOfID   *ident.Membership
	MotionID     *ident.Motion
	OpensAt      *time.Time
	ClosesAt     *time.Time
}

// DraftVotePayload names the vote drafted.
type DraftVotePayload struct {
	fault.Outcome
	VoteID ident.ID
}

// DraftVote prepares a vote and pins the rule that will judge it: the version
// of today, whatever changes later. A vote that breaks a tie is judged by the
// rule of the election in which it came about.
func (d *Do) DraftVote(ctx context.Context, in DraftVoteInput) (*DraftVotePayload, error) {
	return work(ctx, d, "draftVote", in, in.do)
}

func (in DraftVoteInput) do(ctx context.Context, tx *ent.Tx) (*ent.Deed[DraftVotePayload], error) {
	item, err := need(ctx, tx.AgendaItem.Get, in.AgendaItemID.ID, "agendaItemId")
	if err != nil {
		return nil, err
	}
	ofItem := ent.Share
	if in.MotionID != nil {
		ofItem = ent.Update // of two votes drafted on a motion at once one is refused
	}
	p, grant, err := tabled(ctx, tx, "draftVote", item.ID, item.ID, ent.Share, ofItem)
	if err != nil {
		return nil, err
	}
	if in.TieBreakOfID != nil {
		return in.breakTie(ctx, tx, p, grant)
	}
	row, facts, err := in.write(ctx, tx, p)
	if err != nil {
		return nil, err
	}
	return ent.Did(DraftVotePayload{VoteID: row.ID}, grant, row.ID, row.CommunityID, facts), nil
}

// write drafts the vote, and answers what the record tells of it.
func (in DraftVoteInput) write(ctx context.Context, tx *ent.Tx, p polled) (*db.Vote, map[string]any, error) {
	pinned, unruled, err := in.rule(ctx, tx, p)
	if err != nil {
		return nil, nil, err
	}
	unrelated, err := in.repeats(ctx, tx, p)
	if err != nil {
		return nil, nil, err
	}
	unfit, err := in.office(ctx, tx, p)
	if err != nil {
		return nil, nil, err
	}
	unheld, err := in.recalls(ctx, tx, p)
	if err != nil {
		return nil, nil, err
	}
	forbidden, err := p.forbidden(ctx, tx)
	if err != nil {
		return nil, nil, err
	}
	unmoved, err := in.onMotion(ctx, tx, p)
	if err != nil {
		return nil, nil, err
	}
	status, _ := stage.Vote.Next("draftVote", "")
	opens, closes := in.planned(p.meeting, pinned, tx.Now)
	_, byMeeting := stage.Meeting.Next("draftVote", p.meeting.Status)
	_, byItem := stage.AgendaItem.Next("draftVote", p.item.Disposition)
	if err := refuse(at(byMeeting, "agendaItemId"), at(byItem, "agendaItemId"), text("question", in.Question, questionLimit),
		forbidden,
		in.secrecy(pinned), unruled, unrelated, in.shape(pinned), unfit, unheld, unmoved, opens, closes); err != nil {
		return nil, nil, err
	}
	document, err := pinned.Print()
	if err != nil {
		return nil, nil, err
	}
	row, err := tx.Vote.Create().SetNillableCommunityID(p.meeting.CommunityID).SetQuestion(in.Question).
		SetKind(in.kind()).SetExtensions(0).SetRuleCode(pinned.Code).SetRuleEdition(edition(pinned)).SetRule(json.RawMessage(document)).
		SetMethod(in.Method).SetVisibility(in.Visibility).SetStatus(status).
		SetNillableMostMarks(in.MostMarks).SetNillableSeats(in.Seats).SetNillableAlternates(in.Alternates).
		SetNillableOpensAt(in.OpensAt).SetNillableClosesAt(in.ClosesAt).
		SetAgendaItemID(p.item.ID).SetNillablePostID(pointer(in.PostID)).SetNillableRevoteOfID(pointer(in.RevoteOfID)).
		SetNillableRecallOfID(pointer(in.RecallOfID)).SetNillableMotionID(pointer(in.MotionID)).Save(ctx)
	if err != nil {
		return nil, nil, err
	}
	if err := in.offer(ctx, tx, row); err != nil {
		return nil, nil, err
	}
	return row, map[string]any{
		"agendaItem": p.item.ID, "question": digest([]byte(in.Question)), "rule": pinned.Code, "ruleVersion": pinned.Version,
		"kind": in.kind(), "options": len(in.Options), "seats": in.Seats, "post": in.PostID, "ruleDocument": digest(document), "method": in.Method, "visibility": in.Visibility, "revoteOf": in.RevoteOfID,
		"recallOf": in.RecallOfID, "motion": in.MotionID, "opensAt": inUTC(in.OpensAt), "closesAt": inUTC(in.ClosesAt),
	}, nil
}

// rule is the rule to be pinned: the one named, or the one that the rules in
// force prescribe for the matter.
func (in DraftVoteInput) rule(ctx context.Context, tx *ent.Tx, p polled) (rule.Rule, *fault.Fault, error) {
	matter, err := p.matter(ctx, tx)
	if err != nil {
		return rule.Rule{}, nil, err
	}
	if in.RuleCode != nil {
		r, known, ok, err := poll.Chosen(ctx, tx.Client, p.meeting, *in.RuleCode, matter, tx.Today)
		if err != nil {
			return r, nil, err
		}
		if !ok {
			return r, fault.New(fault.UnknownRule, "code", *in.RuleCode, "known", strings.Join(known, ", ")).At("ruleCode"), nil
		}
		unfit, err := poll.Fits(ctx, tx.Client, r, p.meeting)
		return r, at(unfit, "ruleCode"), err
	}
	r, ok, err := poll.Prescribed(ctx, tx.Client, p.meeting, matter, tx.Today)
	if err != nil {
		return r, nil, err
	}
	if !ok {
		return r, fault.New(fault.RuleNeeded).At("ruleCode"), nil
	}
	unfit, err := poll.Fits(ctx, tx.Client, r, p.meeting)
	return r, at(unfit, "ruleCode"), err
}

// repeats refuses to repeat a vote that still goes on, or one on another
// proposal.
func (in DraftVoteInput) repeats(ctx context.Context, tx *ent.Tx, p polled) (*fault.Fault, error) {
	if in.RevoteOfID == nil {
		return nil, nil
	}
	before, err := need(ctx, tx.Vote.Get, in.RevoteOfID.ID, "revoteOfId")
	if err != nil {
		return nil, err
	}
	seen, err := tx.Sees(ctx, before.ID)
	if err != nil {
		return nil, err
	}
	if !seen {
		return fault.New(fault.NotFound, "kind", ident.KindVote).At("revoteOfId"), nil
	}
	item, err := tx.AgendaItem.Get(ctx, before.AgendaItemID)
	if err != nil {
		return nil, err
	}
	if item.ProposalID != p.item.ProposalID {
		return fault.New(fault.RevoteOfOtherProposal).At("revoteOfId"), nil
	}
	_, wrong := stage.Vote.Next("callRevote", before.Status)
	return at(wrong, "revoteOfId"), nil
}

// secrecy refuses a secret vote that is not held on paper: this service could
// link a ballot to its voter. A rule may ask for a secret vote.
func (in DraftVoteInput) secrecy(r rule.Rule) *fault.Fault {
	paper := in.Method == schema.VoteMethodSecretPaper
	switch {
	case in.Visibility == schema.BallotVisibilitySecret && !paper:
		return fault.New(fault.SecretNotSupported).At("visibility")
	case r.Visibility == schema.BallotVisibilitySecret && !paper:
		return fault.New(fault.SecretNotSupported).At("method")
	default:
		return nil
	}
}

// edition is the version of a rule as an ordinal. One that is not a number has
// the edition 0; how it is called stands in the rule itself.
func edition(r rule.Rule) int {
	n, err := strconv.Atoi(r.Version)
	if err != nil {
		return 0
	}
	return n
}
