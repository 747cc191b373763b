package view

import (
	"context"
	"fmt"
	"slices"

	"sifang/ent/db"
	"sifang/ent/rules"
	"sifang/ent/seating"
	"sifang/schema"
	"sifang/schema/day"
	"sifang/schema/fault"
	"sifang/schema/ident"
	"sifang/schema/seat"
)

// PartyMemberRatio is how many of those in the statutory seats of an
// organization belong to the Party on a day. It tells numbers and no names.
type PartyMemberRatio struct {
	OrganizationID ident.ID
	On             day.Date
	Numerator      int
	Denominator    int
	// Target, Met, Rule, Source and Verified are nil where no rule sets a target.
	Target   *string
	Met      *bool
	Rule     *string
	Source   *string
	Verified *bool
	Sentence fault.Words
}

// inParty is belonging to the Party, also on probation.
var inParty = []schema.MembershipKind{schema.MembershipKindPartyMember, schema.MembershipKindProbationaryMember}

// PartyMemberRatios answers the share of Party members in each of the
// organizations against the target in force: nil for one that the register did
// not have at the instant. Of several targets it is one that is not met, or else
// the highest. Organizations are never added up.
func (d Day) PartyMemberRatios(ctx context.Context, organizations []*db.Organization) ([]*PartyMemberRatio, error) {
	m, err := d.moment(ctx)
	if err != nil {
		return nil, err
	}
	groups := make([][]ident.ID, len(organizations))
	for i, o := range organizations {
		groups[i] = []ident.ID{o.ID}
	}
	benches, err := m.reader().Benches(m.whole, groups...)
	if err != nil {
		return nil, err
	}
	var scopes []rules.Scope
	for i, bench := range benches {
		if len(bench.Bodies) > 0 {
			scopes = append(scopes, rules.Scope{Organizations: groups[i]})
		}
	}
	chains, err := rules.Of(m.whole, d.store.Read(), m.on, scopes...)
	if err != nil {
		return nil, err
	}
	all := make([]*PartyMemberRatio, len(organizations))
	for i, bench := range benches {
		if len(bench.Bodies) > 0 {
			all[i] = m.partyMemberRatio(bench, chains[0].Seats())
			chains = chains[1:]
		}
	}
	return all, nil
}

func (m moment) partyMemberRatio(bench seating.Bench, law seat.Rules) *PartyMemberRatio {
	body := bench.Bodies[0].Organization
	set := seat.Ratios(seat.Rules{Ratios: aboutParty(law.Ratios)}, body, bench.Holdings, bench.People, m.on)
	if len(set) > 0 {
		return against(body.ID, slices.MinFunc(set, hardest))
	}
	open := seat.Rules{Ratios: []seat.Target{{
		Organizations: []schema.OrganizationKind{body.Kind}, Of: seat.Description{Memberships: inParty}, Share: seat.Fraction{Den: 1},
	}}}
	return counted(body.ID, seat.Ratios(open, body, bench.Holdings, bench.People, m.on)[0])
}

// aboutParty are the targets that ask for nothing but belonging to the Party.
func aboutParty(targets []seat.Target) []seat.Target {
	var found []seat.Target
	for _, t := range targets {
		kinds := t.Of.Memberships
		outside := func(k schema.MembershipKind) bool { return !slices.Contains(inParty, k) }
		if len(kinds) > 0 && !slices.ContainsFunc(kinds, outside) {
			found = append(found, t)
		}
	}
	return found
}

// hardest puts targets that are not met first, and then the highest.
func hardest(a, b seat.Ratio) int {
	switch {
	case a.Met != b.Met && !a.Met:
		return -1
	case a.Met != b.Met:
		return 1
	default:
		return int(b.Target.Num*a.Target.Den - a.Target.Num*b.Target.Den)
	}
}

// counted is a ratio that nothing is asked of.
func counted(organization ident.ID, r seat.Ratio) *PartyMemberRatio {
	return &PartyMemberRatio{
		OrganizationID: organization, On: r.On, Numerator: r.Numerator, Denominator: r.Denominator,
		Sentence: fault.Words{
			Chinese: fmt.Sprintf("%d 人中有党员 %d 人。", r.Denominator, r.Numerator),
			English: fmt.Sprintf("%d of %d belong to the Party.", r.Numerator, r.Denominator),
		},
	}
}

// against is a ratio with its target.
func against(organization ident.ID, r seat.Ratio) *PartyMemberRatio {
	p := counted(organization, r)
	target, source, verified := share(r.Target), r.Source.String(), r.Source.Verified()
	p.Target, p.Met, p.Rule, p.Source, p.Verified = &target, &r.Met, &r.Rule, &source, &verified
	p.Sentence = fault.Words(r.Sentence)
	return p
}
