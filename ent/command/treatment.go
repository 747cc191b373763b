package command

import (
	"cmp"
	"context"
	"slices"

	"sifang/ent"
	"sifang/ent/db"
	"sifang/ent/poll"
	"sifang/ent/power"
	"sifang/schema"
	"sifang/schema/fault"
	"sifang/schema/ident"
	"sifang/schema/mandate"
	"sifang/schema/stage"
)

// treatment is one item of an agenda with what hangs on it, all of it locked.
type treatment struct {
	proposal *db.Proposal
	meeting  *db.Meeting
	item     *db.AgendaItem
	votes    []*db.Vote
}

// treated locks the item that an input field names, its proposal, its meeting
// and its votes, and asks the mandate of those who direct the meeting. Further
// meetings are locked in the same step; one that does not exist is left out.
func treated(ctx context.Context, tx *ent.Tx, verb string, id ident.AgendaItem, further ...ident.ID) (treatment, map[ident.ID]*db.Meeting, mandate.Grant, error) {
	var t treatment
	var none mandate.Grant
	// What the item belongs to never changes, so it may be read before it is
	// locked, which comes last.
	item, err := need(ctx, tx.AgendaItem.Get, id.ID, "agendaItemId")
	if err != nil {
		return t, nil, none, err
	}
	if t.proposal, err = lockedProposal(tx, ent.Update)(ctx, item.ProposalID); err != nil {
		return t, nil, none, err
	}
	meetings, err := lockedMeetings(ctx, tx, ent.Update, append(further, item.MeetingID)...)
	if err != nil {
		return t, nil, none, err
	}
	t.meeting = meetings[item.MeetingID]
	if t.item, err = lockedItem(tx, ent.Update)(ctx, id.ID); err != nil {
		return t, nil, none, err
	}
	if t.votes, err = lockedVotes(ctx, tx, id.ID); err != nil {
		return t, nil, none, err
	}
	subject, err := power.OfMeeting(ctx, tx.Client, tx.Today, t.meeting)
	if err != nil {
		return t, nil, none, err
	}
	grant, err := may(ctx, tx, verb, t.item.ID, subject)
	return t, meetings, grant, err
}

// settlement is where a verb leads an item and what hangs on it.
type settlement struct {
	treatment
	disposition schema.AgendaItemDisposition
	status      schema.ProposalStatus
	ended       map[ident.ID]schema.VoteStatus // the votes that will not be held
	note        *string
}

// settle tells where the verb leads the item. It refuses with WRONG_STATE what
// the meeting, the item or its proposal do not allow, with VOTE_STILL_OPEN
// while a vote runs, and with VOTE_HELD where one has a result: that asks for a
// resolution.
func (t treatment) settle(ctx context.Context, tx *ent.Tx, verb stage.Verb, guards ...stage.Guard) (settlement, fault.Faults, error) {
	s := settlement{treatment: t, ended: map[ident.ID]schema.VoteStatus{}}
	_, byMeeting := stage.Meeting.Next(verb, t.meeting.Status)
	var byItem, byProposal *fault.Fault
	s.disposition, byItem = stage.AgendaItem.Next(verb, t.item.Disposition)
	s.status, byProposal = stage.Proposal.Next(verb, t.proposal.Status, guards...)
	if wrong := cmp.Or(byMeeting, byItem, byProposal); wrong != nil {
		return s, fault.Faults{wrong.At("agendaItemId")}, nil
	}
	var faults fault.Faults
	for _, v := range t.votes {
		held, err := settles(ctx, tx, v)
		switch {
		case err != nil:
			return s, nil, err
		case v.Status == schema.VoteStatusOpen:
			faults = append(faults, fault.New(fault.VoteStillOpen, "votes", v.ID).At("agendaItemId"))
		case held:
			faults = append(faults, fault.New(fault.VoteHeld, "votes", v.ID).At("agendaItemId"))
		case slices.Contains(stage.Unopened, v.Status):
			next, wrong := stage.Vote.Next(verb, v.Status)
			if wrong != nil {
				faults = append(faults, wrong.At("agendaItemId"))
			}
			s.ended[v.ID] = next
		}
	}
	return s, faults, nil
}

// nothing is what a vote comes to that leaves its item open: what was tied goes
// to a higher body or comes back with changes.
var nothing = []schema.VerdictOutcome{
	schema.VerdictOutcomeNotQuorate, schema.VerdictOutcomeVoid, schema.VerdictOutcomeTied,
}

// hasResult reports whether a vote was counted and came to something. One that
// was tied or had no quorum came to nothing, and neither did one that is void.
// What counts is how the vote stands judged now, not what was last written: the
// time that absent parties had to answer may be over.
func hasResult(ctx context.Context, tx *ent.Tx, v *db.Vote) (bool, error) {
	if !slices.Contains(stage.Counted, v.Status) {
		return false, nil
	}
	judged, ok, err := poll.Standing(ctx, tx.Client, v, tx.Now)
	if err != nil {
		return false, err
	}
	return !ok || !slices.Contains(nothing, judged.Outcome), nil
}

// write writes where everything was led.
func (s settlement) write(ctx context.Context, tx *ent.Tx) error {
	err := tx.AgendaItem.UpdateOneID(s.item.ID).SetDisposition(s.disposition).SetNillableDispositionNote(s.note).Exec(ctx)
	if err != nil {
		return err
	}
	for _, v := range s.votes {
		if next, ends := s.ended[v.ID]; ends {
			if err := tx.Vote.UpdateOneID(v.ID).SetStatus(next).Exec(ctx); err != nil {
				return err
			}
		}
	}
	if err := lapsedWith(ctx, tx, s.item.ID); err != nil {
		return err
	}
	if s.status == s.proposal.Status {
		return nil
	}
	return tx.Proposal.UpdateOneID(s.proposal.ID).SetStatus(s.status).Exec(ctx)
}

// facts are what the record tells of it.
func (s settlement) facts() map[string]any {
	return map[string]any{
		"meeting": s.meeting.ID, "proposal": s.proposal.ID, "disposition": s.disposition, "status": s.status,
	}
}
