package command

import (
	"cmp"
	"context"
	"slices"
	"time"

	"sifang/ent"
	"sifang/ent/db"
	"sifang/ent/db/linkageparty"
	"sifang/ent/db/opinion"
	"sifang/schema/fault"
	"sifang/schema/ident"
	"sifang/schema/stage"
)

// RequestOpinionInput is an item, whose opinion on it is asked for, and until
// when.
type RequestOpinionInput struct {
	ent.Order
	AgendaItemID   ident.AgendaItem
	OrganizationID *ident.Organization
	OfParties      bool
	DueAt          time.Time
}

// RequestOpinionPayload names the opinions asked for.
type RequestOpinionPayload struct {
	fault.Outcome
	OpinionIDs []ident.ID
}

// RequestOpinion asks an organization, or all parties of the linkage that meets,
// to say in writing how they stand to an item before it is voted on. What a
// consultation is about is told to those concerned before it is decided (Organic
// Law of Urban Residents' Committees, art. 32), and what is important to the Party
// organization (art. 30).
func (d *Do) RequestOpinion(ctx context.Context, in RequestOpinionInput) (*RequestOpinionPayload, error) {
	return work(ctx, d, "requestOpinion", in, in.do)
}

func (in RequestOpinionInput) do(ctx context.Context, tx *ent.Tx) (*ent.Deed[RequestOpinionPayload], error) {
	if !oneOf(in.OrganizationID != nil, in.OfParties) {
		return nil, fault.New(fault.OneOfNeeded, "fields", "organizationId, ofParties").At("organizationId")
	}
	item, err := need(ctx, tx.AgendaItem.Get, in.AgendaItemID.ID, "agendaItemId")
	if err != nil {
		return nil, err
	}
	p, grant, err := tabled(ctx, tx, "requestOpinion", item.ID, item.ID, ent.Share, ent.Update)
	if err != nil {
		return nil, err
	}
	_, byMeeting := stage.Meeting.Next("requestOpinion", p.meeting.Status)
	_, byItem := stage.AgendaItem.Next("requestOpinion", p.item.Disposition)
	if err := refuse(at(cmp.Or(byMeeting, byItem), "agendaItemId"), in.due(tx.Now)); err != nil {
		return nil, err
	}
	whom, err := in.whom(ctx, tx, p)
	if err != nil {
		return nil, err
	}
	var asked []ident.ID
	for _, organization := range whom {
		row, err := tx.Opinion.Create().SetNillableCommunityID(p.item.CommunityID).SetAgendaItemID(p.item.ID).
			SetOrganizationID(organization).SetRequestedAt(tx.Now).SetDueAt(in.DueAt).SetNillableRequestedByID(by(tx)).Save(ctx)
		if err != nil {
			return nil, err
		}
		asked = append(asked, row.ID)
	}
	return ent.Did(RequestOpinionPayload{OpinionIDs: asked}, grant, p.item.ID, p.item.CommunityID, map[string]any{
		"organizations": whom, "opinions": asked, "dueAt": in.DueAt.UTC(),
	}), nil
}

// due refuses a deadline that has passed.
func (in RequestOpinionInput) due(now time.Time) *fault.Fault {
	if in.DueAt.After(now) {
		return nil
	}
	return fault.New(fault.DeadlineTooSoon, "now", now).At("dueAt")
}

// whom are the organizations that are asked now. One that was asked before is
// not asked again.
func (in RequestOpinionInput) whom(ctx context.Context, tx *ent.Tx, p polled) ([]ident.ID, error) {
	rows, err := tx.Opinion.Query().Where(opinion.AgendaItemID(p.item.ID)).All(ctx)
	if err != nil {
		return nil, err
	}
	asked := func(id ident.ID) bool {
		return slices.ContainsFunc(rows, func(o *db.Opinion) bool { return o.OrganizationID == id })
	}
	if in.OfParties {
		return in.parties(ctx, tx, p.meeting, asked)
	}
	o, err := need(ctx, tx.Organization.Get, in.OrganizationID.ID, "organizationId")
	if err != nil {
		return nil, err
	}
	switch gone := existsOn(tx.Today, o.From, o.To, "organizationId"); {
	case gone != nil:
		return nil, gone
	case apart(o.CommunityID, p.item.CommunityID):
		return nil, fault.New(fault.OutsideCommunity, "kind", ident.KindOrganization).At("organizationId")
	case asked(o.ID):
		return nil, fault.New(fault.AlreadyExists, "kind", ident.KindOpinion).At("organizationId")
	}
	return []ident.ID{o.ID}, nil
}

// parties are the parties of the linkage that meets, without the convener, which
// need not ask itself.
func (in RequestOpinionInput) parties(ctx context.Context, tx *ent.Tx, m *db.Meeting, asked func(ident.ID) bool) ([]ident.ID, error) {
	nobody := fault.New(fault.NobodyToAsk).At("ofParties")
	if m.LinkageID == nil {
		return nil, nobody
	}
	rows, err := tx.LinkageParty.Query().Where(linkageparty.LinkageID(*m.LinkageID), linkageparty.FromLTE(tx.Today),
		linkageparty.Or(linkageparty.ToIsNil(), linkageparty.ToGT(tx.Today))).Order(linkageparty.ByPosition(), linkageparty.ByID()).All(ctx)
	if err != nil {
		return nil, err
	}
	var whom []ident.ID
	for _, party := range rows {
		if party.OrganizationID != m.OrganizationID && !asked(party.OrganizationID) && !slices.Contains(whom, party.OrganizationID) {
			whom = append(whom, party.OrganizationID)
		}
	}
	if len(whom) == 0 {
		return nil, nobody
	}
	return whom, nil
}
