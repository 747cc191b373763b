package command

import (
	"context"

	"sifang/ent"
	"sifang/ent/db"
	"sifang/ent/db/linkageparty"
	"sifang/schema"
	"sifang/schema/day"
	"sifang/schema/fault"
	"sifang/schema/ident"
)

// AddLinkagePartyInput is which organization joins which linkage, and in which
// part.
type AddLinkagePartyInput struct {
	ent.Order
	LinkageID      ident.Linkage
	OrganizationID ident.Organization
	Role           schema.LinkageRole
	Votes          bool
	From           *day.Date
	To             *day.Date
}

// AddLinkagePartyPayload names the party added.
type AddLinkagePartyPayload struct {
	fault.Outcome
	PartyID ident.ID
}

// AddLinkageParty lets an organization join a linkage, after those that are in
// it already.
func (d *Do) AddLinkageParty(ctx context.Context, in AddLinkagePartyInput) (*AddLinkagePartyPayload, error) {
	return work(ctx, d, "addLinkageParty", in, in.do)
}

func (in AddLinkagePartyInput) do(ctx context.Context, tx *ent.Tx) (*ent.Deed[AddLinkagePartyPayload], error) {
	from := orToday(in.From, tx)
	o, err := need(ctx, lockedOrganization(tx, ent.Share), in.OrganizationID.ID, "organizationId")
	if err != nil {
		return nil, err
	}
	l, err := need(ctx, lockedLinkage(tx, ent.Update), in.LinkageID.ID, "linkageId")
	if err != nil {
		return nil, err
	}
	all, err := tx.LinkageParty.Query().Where(linkageparty.LinkageID(l.ID)).All(ctx)
	if err != nil {
		return nil, err
	}
	subject := inCommunity(l.CommunityID)
	if subject.Organizations, err = leadingParties(ctx, tx, taking(all, tx.Today)...); err != nil {
		return nil, err
	}
	grant, err := may(ctx, tx, "addLinkageParty", l.ID, subject)
	if err != nil {
		return nil, err
	}
	if err := refuse(existsOn(from, o.From, o.To, "organizationId"), existsOn(from, l.From, l.To, "linkageId"),
		span(from, in.To), in.joined(all, from), in.among(taking(all, from))); err != nil {
		return nil, err
	}
	row, err := tx.LinkageParty.Create().SetNillableCommunityID(l.CommunityID).SetLinkageID(l.ID).SetOrganizationID(o.ID).
		SetRole(in.Role).SetPosition(behind(all)).SetVotes(in.Votes).SetFrom(from).SetNillableTo(in.To).Save(ctx)
	if err != nil {
		return nil, err
	}
	return ent.Did(AddLinkagePartyPayload{PartyID: row.ID}, grant, row.ID, l.CommunityID, map[string]any{
		"linkage": l.ID, "organization": o.ID, "role": in.Role, "votes": in.Votes, "position": row.Position, "from": from,
	}), nil
}

// taking are the parties that take part on the day.
func taking(all []*db.LinkageParty, on day.Date) []LinkagePartyInput {
	var parties []LinkagePartyInput
	for _, p := range all {
		if within(on, p.From, p.To) {
			parties = append(parties, LinkagePartyInput{OrganizationID: ident.Organization{ID: p.OrganizationID}, Role: p.Role, Votes: p.Votes})
		}
	}
	return parties
}

// joined refuses an organization that is a party already on a day of the
// period: one organization is one party of a linkage. One that left may come
// back.
func (in AddLinkagePartyInput) joined(all []*db.LinkageParty, from day.Date) *fault.Fault {
	for _, p := range all {
		apart := p.To != nil && !p.To.After(from) || in.To != nil && !in.To.After(p.From)
		if p.OrganizationID == in.OrganizationID.ID && !apart {
			return fault.New(fault.AlreadyExists, "kind", ident.KindLinkageParty).At("organizationId")
		}
	}
	return nil
}

// among refuses a party that would be one too many, or a second convener.
func (in AddLinkagePartyInput) among(others []LinkagePartyInput) *fault.Fault {
	if len(others) >= mostParties {
		return fault.New(fault.TooMany, "limit", mostParties, "count", len(others)+1)
	}
	refused := convened(append(others, LinkagePartyInput{OrganizationID: in.OrganizationID, Role: in.Role, Votes: in.Votes})...)
	if refused != nil {
		refused.Field = []string{"role"}
	}
	return refused
}

// behind is the place after all parties, past ones too.
func behind(all []*db.LinkageParty) int {
	last := 0
	for _, p := range all {
		last = max(last, p.Position)
	}
	return last + 1
}
