package command

import (
	"context"
	"strings"

	"sifang/ent"
	"sifang/ent/db"
	"sifang/ent/db/agendaitem"
	"sifang/ent/db/meeting"
	"sifang/ent/db/partydelegate"
	"sifang/ent/db/predicate"
	"sifang/ent/db/roll"
	"sifang/ent/db/rollentry"
	"sifang/ent/db/vote"
	"sifang/schema"
	"sifang/schema/day"
	"sifang/schema/fault"
	"sifang/schema/ident"
)

// LeaveLinkageInput is which party leaves its linkage, when and why.
type LeaveLinkageInput struct {
	ent.Order
	PartyID ident.LinkageParty
	On      *day.Date
	Reason  *string
}

// LeaveLinkagePayload names the party that left.
type LeaveLinkagePayload struct {
	fault.Outcome
	PartyID ident.ID
}

// LeaveLinkage lets a party leave its linkage, and with it go those whom it
// authorised. It decides that itself, or what it stands under does. In a vote
// that is under way it stays to the end; it may come back later.
func (d *Do) LeaveLinkage(ctx context.Context, in LeaveLinkageInput) (*LeaveLinkagePayload, error) {
	return work(ctx, d, "leaveLinkage", in, in.do)
}

func (in LeaveLinkageInput) do(ctx context.Context, tx *ent.Tx) (*ent.Deed[LeaveLinkagePayload], error) {
	// To which linkage a party belongs never changes, so it may be read before
	// the linkage is locked, which comes first.
	p, err := need(ctx, tx.LinkageParty.Get, in.PartyID.ID, "partyId")
	if err != nil {
		return nil, err
	}
	if _, err = lockedLinkage(tx, ent.Update)(ctx, p.LinkageID); err != nil {
		return nil, err
	}
	if p, err = lockedParty(tx, ent.Update)(ctx, p.ID); err != nil {
		return nil, err
	}
	subject := inCommunity(p.CommunityID)
	if subject.Organizations, err = over(ctx, tx, p.OrganizationID); err != nil {
		return nil, err
	}
	grant, err := may(ctx, tx, "leaveLinkage", p.ID, subject)
	if err != nil {
		return nil, err
	}
	on := orToday(in.On, tx)
	voting, err := underWay(ctx, tx, p.LinkageID, rollentry.PartyID(p.ID))
	if err != nil {
		return nil, err
	}
	if err = refuse(endsOn(on, p.From, p.To, "partyId"), at(voting, "partyId"), given("reason", in.Reason, reasonLimit)); err != nil {
		return nil, err
	}
	if in.Reason != nil {
		tx.Seal("reason", *in.Reason)
	}
	return ent.Did(LeaveLinkagePayload{PartyID: p.ID}, grant, p.ID, p.CommunityID, map[string]any{
		"linkage": p.LinkageID, "organization": p.OrganizationID, "on": on,
	}), leave(ctx, tx, p, on)
}

// endsOn refuses a day on which something cannot end: because it ended before,
// or has not begun by then.
func endsOn(on, from day.Date, to *day.Date, field string) *fault.Fault {
	if to != nil && to.Compare(on) <= 0 {
		return fault.New(fault.AlreadyEnded, "to", *to).At(field)
	}
	early := span(from, &on)
	if early != nil {
		early.Field = []string{"on"}
	}
	return early
}

// underWay refuses while a vote that has such places on its roll is open in a
// meeting of the linkage. It locks those meetings first, so that none is opened
// meanwhile.
func underWay(ctx context.Context, tx *ent.Tx, linkage ident.ID, places ...predicate.RollEntry) (*fault.Fault, error) {
	if _, err := tx.Meeting.Query().Where(meeting.LinkageID(linkage),
		meeting.StatusNotIn(schema.MeetingStatusClosed, schema.MeetingStatusCancelled), ent.Share).
		Order(db.Asc(meeting.FieldID)).All(ctx); err != nil {
		return nil, err
	}
	open, err := tx.Vote.Query().Where(vote.StatusEQ(schema.VoteStatusOpen),
		vote.HasAgendaItemWith(agendaitem.HasMeetingWith(meeting.LinkageID(linkage))),
		vote.HasRollWith(roll.HasEntriesWith(places...))).Order(vote.ByID()).IDs(ctx)
	if err != nil || len(open) == 0 {
		return nil, err
	}
	ids := make([]string, len(open))
	for i, id := range open {
		ids[i] = id.String()
	}
	return fault.New(fault.VoteStillOpen, "votes", strings.Join(ids, ", ")), nil
}

// leave ends a party, and the authorisations that it gave. What would have
// begun only later keeps no day at all.
func leave(ctx context.Context, tx *ent.Tx, p *db.LinkageParty, on day.Date) error {
	given, err := tx.PartyDelegate.Query().Where(partydelegate.PartyID(p.ID),
		partydelegate.Or(partydelegate.ToIsNil(), partydelegate.ToGT(on))).All(ctx)
	if err != nil {
		return err
	}
	for _, row := range given {
		if err := tx.PartyDelegate.UpdateOneID(row.ID).SetTo(day.Latest(on, row.From)).Exec(ctx); err != nil {
			return err
		}
	}
	return tx.LinkageParty.UpdateOneID(p.ID).SetTo(day.Latest(on, p.From)).Exec(ctx)
}
