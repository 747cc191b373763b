package command

import (
	"context"
	"slices"
	"strings"

	"sifang/ent"
	"sifang/ent/db"
	"sifang/ent/rules"
	"sifang/ent/sitting"
	"sifang/schema"
	"sifang/schema/day"
	"sifang/schema/fault"
	"sifang/schema/ident"
	"sifang/schema/rule"
)

// FormLinkageInput is who agreed to consult and decide together, and for which
// area.
type FormLinkageInput struct {
	ent.Order
	Name     string
	AreaID   ident.Area
	RuleCode string
	Parties  []LinkagePartyInput
	From     *day.Date
	To       *day.Date
}

// LinkagePartyInput is an organization and the part it takes.
type LinkagePartyInput struct {
	OrganizationID ident.Organization
	Role           schema.LinkageRole
	Votes          bool
}

// FormLinkagePayload names the linkage formed.
type FormLinkagePayload struct {
	fault.Outcome
	LinkageID ident.ID
}

// The number of parties of a linkage.
const (
	leastParties = 2
	mostParties  = 12
)

// FormLinkage records that parties agreed to consult and decide together. The
// parties are never the same set twice, so all of them are named: in their
// order, each with its part.
func (d *Do) FormLinkage(ctx context.Context, in FormLinkageInput) (*FormLinkagePayload, error) {
	return work(ctx, d, "formLinkage", in, in.do)
}

func (in FormLinkageInput) do(ctx context.Context, tx *ent.Tx) (*ent.Deed[FormLinkagePayload], error) {
	from := orToday(in.From, tx)
	area, err := need(ctx, tx.Area.Get, in.AreaID.ID, "areaId")
	if err != nil {
		return nil, err
	}
	if n := len(in.Parties); n < leastParties || n > mostParties {
		return nil, fault.New(fault.OutOfRange, "least", leastParties, "most", mostParties).At("parties")
	}
	organizations, err := in.organizations(ctx, tx)
	if err != nil {
		return nil, err
	}
	subject := inCommunity(area.CommunityID)
	if subject.Organizations, err = leadingParties(ctx, tx, in.Parties...); err != nil {
		return nil, err
	}
	grant, err := may(ctx, tx, "formLinkage", ident.Nil, subject)
	if err != nil {
		return nil, err
	}
	unruled, err := in.unruled(ctx, tx, from)
	if err != nil {
		return nil, err
	}
	wrong := []*fault.Fault{
		text("name", in.Name, nameLimit), existsOn(from, area.From, area.To, "areaId"), unruled,
		convened(in.Parties...), voting(in.Parties), span(from, in.To),
	}
	if err := refuse(append(wrong, in.standing(organizations, from)...)...); err != nil {
		return nil, err
	}
	id := ident.New(ident.KindLinkage, tx.Now)
	err = tx.Linkage.Create().SetID(id).SetNillableCommunityID(area.CommunityID).SetName(in.Name).SetRuleCode(in.RuleCode).
		SetAreaID(area.ID).SetFrom(from).SetNillableTo(in.To).Exec(ctx)
	if err != nil {
		return nil, err
	}
	for i, p := range in.Parties {
		err = tx.LinkageParty.Create().SetNillableCommunityID(area.CommunityID).SetLinkageID(id).
			SetOrganizationID(p.OrganizationID.ID).SetRole(p.Role).SetPosition(i + 1).SetVotes(p.Votes).
			SetFrom(from).SetNillableTo(in.To).Exec(ctx)
		if err != nil {
			return nil, err
		}
	}
	return ent.Did(FormLinkagePayload{LinkageID: id}, grant, id, area.CommunityID, map[string]any{
		"name": in.Name, "area": area.ID, "rule": in.RuleCode, "parties": in.facts(), "from": from,
	}), nil
}

// organizations locks the parties and refuses every place that names none, or
// one named before.
func (in FormLinkageInput) organizations(ctx context.Context, tx *ent.Tx) (map[ident.ID]*db.Organization, error) {
	ids := make([]ident.ID, len(in.Parties))
	for i, p := range in.Parties {
		ids[i] = p.OrganizationID.ID
	}
	found, err := lockedOrganizations(ctx, tx, ent.Share, ids...)
	if err != nil {
		return nil, err
	}
	var wrong []*fault.Fault
	for i, id := range ids {
		wrong = append(wrong, missing(found[id], "parties", i, "organizationId"))
		if slices.Index(ids, id) < i {
			wrong = append(wrong, fault.New(fault.ListedTwice).At("parties", i, "organizationId"))
		}
	}
	return found, refuse(wrong...)
}

// standing refuses organizations that do not exist on the day.
func (in FormLinkageInput) standing(found map[ident.ID]*db.Organization, from day.Date) []*fault.Fault {
	wrong := make([]*fault.Fault, len(in.Parties))
	for i, p := range in.Parties {
		o := found[p.OrganizationID.ID]
		wrong[i] = existsOn(from, o.From, o.To, "parties", i, "organizationId")
	}
	return wrong
}

func (in FormLinkageInput) facts() []any {
	parties := make([]any, len(in.Parties))
	for i, p := range in.Parties {
		parties[i] = map[string]any{"organization": p.OrganizationID, "role": p.Role, "votes": p.Votes}
	}
	return parties
}

// calls reports whether a party in this role may call meetings.
func calls(role schema.LinkageRole) bool {
	return role == schema.LinkageRoleConvenes || role == schema.LinkageRoleLeads
}

// leadingParties are the parties that convene or lead, and those they stand under.
func leadingParties(ctx context.Context, tx *ent.Tx, parties ...LinkagePartyInput) ([]ident.ID, error) {
	var all []ident.ID
	for _, p := range parties {
		if !calls(p.Role) {
			continue
		}
		above, err := over(ctx, tx, p.OrganizationID.ID)
		if err != nil {
			return nil, err
		}
		all = append(all, above...)
	}
	return all, nil
}

// convened asks for exactly one party that convenes: one that CONVENES or,
// where nobody does, one that LEADS.
func convened(parties ...LinkagePartyInput) *fault.Fault {
	count := map[schema.LinkageRole]int{}
	for _, p := range parties {
		count[p.Role]++
	}
	convenes, leads := count[schema.LinkageRoleConvenes], count[schema.LinkageRoleLeads]
	if convenes == 1 || convenes == 0 && leads == 1 {
		return nil
	}
	return fault.New(fault.NoConvener, "convenes", convenes, "leads", leads).At("parties")
}

// voting refuses a linkage in which nobody could decide anything.
func voting(parties []LinkagePartyInput) *fault.Fault {
	if slices.ContainsFunc(parties, func(p LinkagePartyInput) bool { return p.Votes }) {
		return nil
	}
	return fault.New(fault.NobodyVotes).At("parties")
}

// unruled refuses a code of no rule by which parties decide, of those that come
// with the service and those adopted where the linkage is and by its parties.
// What the meetings to come decide by counts: a linkage may be older than the
// rule, or than the register.
func (in FormLinkageInput) unruled(ctx context.Context, tx *ent.Tx, from day.Date) (*fault.Fault, error) {
	parties := make([]ident.ID, len(in.Parties))
	for i, p := range in.Parties {
		parties[i] = p.OrganizationID.ID
	}
	on := day.Latest(from, tx.Today)
	chains, err := rules.Of(ctx, tx.Client, on, sitting.Joint(in.AreaID.ID, parties...))
	if err != nil {
		return nil, err
	}
	_, known, ok := sitting.Agreed(chains[0], in.RuleCode, on, rule.Rule.CountsParties)
	if ok {
		return nil, nil
	}
	return fault.New(fault.UnknownRule, "code", in.RuleCode, "known", strings.Join(known, ", ")).At("ruleCode"), nil
}
