package command

import (
	"context"

	"sifang/ent"
	"sifang/ent/db"
	"sifang/ent/db/publication"
	"sifang/ent/rules"
	"sifang/schema"
	"sifang/schema/day"
	"sifang/schema/fault"
	"sifang/schema/mandate"
	"sifang/schema/notice"
	"sifang/schema/rule"
	"sifang/schema/stage"
)

// publishResolution posts a resolution. From then on everybody sees it, with
// its vote and the item and proposal behind it. A decision comes into force on
// the day after the least period of posting, or on a later day that was named
// when it was issued.
func (in PublishInput) publishResolution(ctx context.Context, tx *ent.Tx) (*ent.Deed[PublishPayload], error) {
	basis, r, err := in.resolved(ctx, tx)
	if err != nil {
		return nil, err
	}
	subject, err := ofOrganization(ctx, tx, r.OrganizationID)
	if err != nil {
		return nil, err
	}
	grant, err := may(ctx, tx, "publish", r.ID, subject)
	if err != nil {
		return nil, err
	}
	if r.Status != schema.ResolutionStatusAdopted {
		return in.publishResolutionAgain(ctx, tx, r, grant)
	}
	status, wrong := stage.Resolution.Next("publish", r.Status)
	if err = refuse(at(wrong, "resolutionId")); err != nil {
		return nil, err
	}
	periods, err := basis.periods(ctx, tx)
	if err != nil {
		return nil, err
	}
	h, few, err := in.hang(ctx, tx, schema.PublicationKindResolution, r.OrganizationID, r.CommunityID, periods.PublicationDays)
	if err != nil {
		return nil, err
	}
	from := inForceFrom(r, h.term.Until)
	if err = refuse(few, in.place(), in.words(), outlived(r, from)); err != nil {
		return nil, err
	}
	posting, err := h.row(tx).SetResolutionID(r.ID).Save(ctx)
	if err != nil {
		return nil, err
	}
	if err = tx.Resolution.UpdateOneID(r.ID).SetStatus(status).SetPublishedAt(tx.Now).SetNillableEffectiveFrom(from).Exec(ctx); err != nil {
		return nil, err
	}
	if err = basis.show(ctx, tx); err != nil {
		return nil, err
	}
	if err = takesPlace(ctx, tx, r.ID); err != nil {
		return nil, err
	}
	return ent.Did(PublishPayload{PublicationID: posting.ID, ResolutionID: r.ID}, grant, r.ID, r.CommunityID,
		h.facts(posting.ID, map[string]any{"effectiveFrom": from})), nil
}

// publishResolutionAgain posts a resolution once more: corrected, because an
// objection to what hung was right, or with what has become of its effect. When
// it came into force stays as it is.
func (in PublishInput) publishResolutionAgain(ctx context.Context, tx *ent.Tx, r *db.Resolution, grant mandate.Grant) (*ent.Deed[PublishPayload], error) {
	changed, err := effectChanged(ctx, tx, r)
	if err != nil {
		return nil, err
	}
	owed, err := correctionOwed(ctx, tx, publication.ResolutionID(r.ID), &r.ID)
	if err != nil {
		return nil, err
	}
	kind := schema.PublicationKindResolution
	if len(changed) > 0 {
		kind = schema.PublicationKindRevocation
	}
	_, wrong := stage.Resolution.Next("publish", r.Status, append(owed, changed...)...)
	h, few, err := in.hang(ctx, tx, kind, r.OrganizationID, r.CommunityID, 0)
	if err != nil {
		return nil, err
	}
	if err = refuse(at(wrong, "resolutionId"), few, in.place(), in.words()); err != nil {
		return nil, err
	}
	posting, err := h.row(tx).SetResolutionID(r.ID).Save(ctx)
	if err != nil {
		return nil, err
	}
	return ent.Did(PublishPayload{PublicationID: posting.ID, ResolutionID: r.ID}, grant, r.ID, r.CommunityID, h.facts(posting.ID)), nil
}

// grounds are what a resolution or a result rests on, all of it locked but the
// meeting.
type grounds struct {
	proposal *db.Proposal
	meeting  *db.Meeting
	item     *db.AgendaItem
	vote     *db.Vote // nil if it rests on none
}

// resolved locks the resolution that the input names, and before it what it
// rests on.
func (in PublishInput) resolved(ctx context.Context, tx *ent.Tx) (grounds, *db.Resolution, error) {
	var g grounds
	r, err := need(ctx, tx.Resolution.Get, in.ResolutionID.ID, "resolutionId")
	if err != nil {
		return g, nil, err
	}
	item, err := tx.AgendaItem.Get(ctx, r.AgendaItemID)
	if err != nil {
		return g, nil, err
	}
	if g.proposal, err = lockedProposal(tx, ent.Update)(ctx, item.ProposalID); err != nil {
		return g, nil, err
	}
	if g.meeting, err = lockedMeeting(tx, ent.Share)(ctx, item.MeetingID); err != nil {
		return g, nil, err
	}
	if g.item, err = lockedItem(tx, ent.Update)(ctx, item.ID); err != nil {
		return g, nil, err
	}
	if r.VoteID != nil {
		if g.vote, err = lockedVote(ctx, tx, *r.VoteID); err != nil {
			return g, nil, err
		}
	}
	r, _, err = withReplaced(ctx, tx, r)
	return g, r, err
}

// periods are those that the rules of today state for the meeting.
func (g grounds) periods(ctx context.Context, tx *ent.Tx) (rule.Periods, error) {
	chain, err := rules.For(ctx, tx.Client, g.meeting.OrganizationID, tx.Today)
	if err != nil {
		return rule.Periods{}, err
	}
	organization, err := tx.Organization.Get(ctx, g.meeting.OrganizationID)
	if err != nil {
		return rule.Periods{}, err
	}
	periods, _ := chain.Periods(g.meeting.Kind, notice.Subject(g.meeting.Kind, g.meeting.ConvenedUnder, organization.Kind))
	return periods, nil
}

// show lets everybody see what the resolution rests on, also where no notice
// named it: an item taken up in the meeting, a vote drafted there.
func (g grounds) show(ctx context.Context, tx *ent.Tx) error {
	if g.proposal.PublishedAt == nil {
		if err := tx.Proposal.UpdateOneID(g.proposal.ID).SetPublishedAt(tx.Now).Exec(ctx); err != nil {
			return err
		}
	}
	if g.item.NoticedAt == nil {
		if err := tx.AgendaItem.UpdateOneID(g.item.ID).SetNoticedAt(tx.Now).Exec(ctx); err != nil {
			return err
		}
	}
	if g.vote != nil && g.vote.NoticedAt == nil {
		return tx.Vote.UpdateOneID(g.vote.ID).SetNoticedAt(tx.Now).Exec(ctx)
	}
	return nil
}

// inForceFrom is the first day on which a decision posted until the day is in
// force. Nothing else ever is.
func inForceFrom(r *db.Resolution, until day.Date) *day.Date {
	if r.Kind != schema.ResolutionKindDecision {
		return nil
	}
	from := until.AddDays(1)
	if r.EffectiveFrom != nil {
		from = day.Latest(from, *r.EffectiveFrom)
	}
	return &from
}

// outlived refuses a posting that lasts longer than the decision is to be in
// force.
func outlived(r *db.Resolution, from *day.Date) *fault.Fault {
	if from == nil || r.EffectiveTo == nil || r.EffectiveTo.After(*from) {
		return nil
	}
	return fault.New(fault.EndsBeforeItStarts, "from", *from, "to", *r.EffectiveTo).At("minimumDays")
}
