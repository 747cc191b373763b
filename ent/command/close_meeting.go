package command

import (
	"context"
	"fmt"
	"strings"

	"sifang/ent"
	"sifang/ent/db"
	"sifang/schema"
	"sifang/schema/fault"
	"sifang/schema/ident"
)

// CloseMeetingInput is a meeting to be closed, and whether what it did not come
// to is put off.
type CloseMeetingInput struct {
	ent.Order
	MeetingID ident.Meeting
	CarryOver bool
}

// CloseMeetingPayload names the meeting and the items put off.
type CloseMeetingPayload struct {
	fault.Outcome
	MeetingID      ident.ID
	CarriedOverIDs []ident.ID
}

// CloseMeeting closes a meeting. No item is lost in silence: each is settled,
// or its vote has a result from which the resolution follows, or it is put off
// to a later meeting, which is done for all the rest in one step if asked for.
func (d *Do) CloseMeeting(ctx context.Context, in CloseMeetingInput) (*CloseMeetingPayload, error) {
	return work(ctx, d, "closeMeeting", in, in.do)
}

func (in CloseMeetingInput) do(ctx context.Context, tx *ent.Tx) (*ent.Deed[CloseMeetingPayload], error) {
	if _, err := lockedProposals(ctx, tx, in.MeetingID.ID); err != nil {
		return nil, err
	}
	m, status, grant, err := directed(ctx, tx, "closeMeeting", in.MeetingID)
	if err != nil {
		return nil, err
	}
	all, err := lockedAgenda(ctx, tx, m)
	if err != nil {
		return nil, err
	}
	left, err := all.left(ctx, tx, m)
	if err != nil {
		return nil, err
	}
	if err := refuse(all.stillOpen(), in.unsettled(left)); err != nil {
		return nil, err
	}
	var carried []ident.ID
	for _, t := range left {
		if err := t.carry(ctx, tx); err != nil {
			return nil, err
		}
		carried = append(carried, t.item.ID)
	}
	if err := dismissed(ctx, tx, m.ID); err != nil {
		return nil, err
	}
	err = tx.Meeting.UpdateOneID(m.ID).SetStatus(status).SetClosedAt(tx.Now).Exec(ctx)
	return ent.Did(CloseMeetingPayload{MeetingID: m.ID, CarriedOverIDs: carried}, grant, m.ID, m.CommunityID, map[string]any{
		"carriedOver": carried,
	}), err
}

// stillOpen refuses to close or to interrupt a meeting while a vote runs.
func (a agenda) stillOpen() *fault.Fault {
	var open []string
	for _, v := range a.votes {
		if v.Status == schema.VoteStatusOpen {
			open = append(open, v.ID.String())
		}
	}
	if len(open) == 0 {
		return nil
	}
	return fault.New(fault.VoteStillOpen, "votes", strings.Join(open, ", ")).At("meetingId")
}

// unsettled refuses to leave items behind, unless they are to be put off.
func (in CloseMeetingInput) unsettled(left []treatment) *fault.Fault {
	if in.CarryOver || len(left) == 0 {
		return nil
	}
	items := make([]string, len(left))
	for i, t := range left {
		items[i] = fmt.Sprintf("%d. %s", t.item.Position, t.item.Title)
	}
	return fault.New(fault.ItemsPending, "items", strings.Join(items, "; ")).At("carryOver")
}

// left are the items on which nothing came out: there was no vote, or it had no
// quorum or was void.
func (a agenda) left(ctx context.Context, tx *ent.Tx, m *db.Meeting) ([]treatment, error) {
	proposals := map[ident.ID]*db.Proposal{}
	for _, p := range a.proposals {
		proposals[p.ID] = p
	}
	var left []treatment
	for _, item := range a.items {
		t := treatment{proposal: proposals[item.ProposalID], meeting: m, item: item}
		settled := false
		for _, v := range a.votes {
			if v.AgendaItemID != item.ID {
				continue
			}
			held, err := settles(ctx, tx, v)
			if err != nil {
				return nil, err
			}
			settled = settled || held || v.Status == schema.VoteStatusOpen
			t.votes = append(t.votes, v)
		}
		if !settled {
			left = append(left, t)
		}
	}
	return left, nil
}

// carry carries the item over without naming the meeting that takes it up.
func (t treatment) carry(ctx context.Context, tx *ent.Tx) error {
	s, faults, err := t.settle(ctx, tx, "carryOverItem")
	if err != nil {
		return err
	}
	if err := refuse(faults...); err != nil {
		return err
	}
	return s.write(ctx, tx)
}
