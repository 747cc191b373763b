package command

import (
	"context"

	"sifang/ent"
	"sifang/ent/db"
	"sifang/ent/db/linkageparty"
	"sifang/schema/day"
	"sifang/schema/fault"
	"sifang/schema/ident"
)

// EndLinkageInput is which linkage ends, when and why.
type EndLinkageInput struct {
	ent.Order
	LinkageID ident.Linkage
	On        *day.Date
	Reason    *string
}

// EndLinkagePayload names the linkage that ended.
type EndLinkagePayload struct {
	fault.Outcome
	LinkageID ident.ID
}

// EndLinkage ends a linkage on a day, and all its parties with it. It waits for
// votes that are under way.
func (d *Do) EndLinkage(ctx context.Context, in EndLinkageInput) (*EndLinkagePayload, error) {
	return work(ctx, d, "endLinkage", in, in.do)
}

func (in EndLinkageInput) do(ctx context.Context, tx *ent.Tx) (*ent.Deed[EndLinkagePayload], error) {
	l, err := need(ctx, lockedLinkage(tx, ent.Update), in.LinkageID.ID, "linkageId")
	if err != nil {
		return nil, err
	}
	parties, err := tx.LinkageParty.Query().Where(linkageparty.LinkageID(l.ID), ent.Update).Order(linkageparty.ByID()).All(ctx)
	if err != nil {
		return nil, err
	}
	subject := inCommunity(l.CommunityID)
	if subject.Organizations, err = leadingParties(ctx, tx, taking(parties, tx.Today)...); err != nil {
		return nil, err
	}
	grant, err := may(ctx, tx, "endLinkage", l.ID, subject)
	if err != nil {
		return nil, err
	}
	on := orToday(in.On, tx)
	voting, err := underWay(ctx, tx, l.ID)
	if err != nil {
		return nil, err
	}
	if err = refuse(endsOn(on, l.From, l.To, "linkageId"), at(voting, "linkageId"), given("reason", in.Reason, reasonLimit)); err != nil {
		return nil, err
	}
	for _, p := range reaching(parties, on) {
		if err = leave(ctx, tx, p, on); err != nil {
			return nil, err
		}
	}
	if in.Reason != nil {
		tx.Seal("reason", *in.Reason)
	}
	return ent.Did(EndLinkagePayload{LinkageID: l.ID}, grant, l.ID, l.CommunityID, map[string]any{"on": on}),
		tx.Linkage.UpdateOneID(l.ID).SetTo(on).Exec(ctx)
}

// reaching are the parties that would go on after the day.
func reaching(all []*db.LinkageParty, on day.Date) []*db.LinkageParty {
	var parties []*db.LinkageParty
	for _, p := range all {
		if p.To == nil || p.To.After(on) {
			parties = append(parties, p)
		}
	}
	return parties
}
