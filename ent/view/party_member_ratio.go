package view

import (
	"context"
	"fmt"
	"slices"
	"time"

	"sifang/ent"
	"sifang/ent/rules"
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

// PartyMemberRatioOf answers the share of Party members in the organization on
// the day (today if nil), as the register had it at the instant (now if nil),
// against the target in force. Of several targets it is one that is not met,
// or else the highest. Organizations are never added up.
func PartyMemberRatioOf(ctx context.Context, s *ent.Store, organization ident.ID, on *day.Date, knownAt *time.Time) (*PartyMemberRatio, error) {
	m, err := at(ctx, s, on, knownAt)
	if err != nil {
		return nil, err
	}
	bench, err := m.reader().Bench(m.whole, organization)
	if err != nil {
		return nil, err
	}
	chain, err := rules.For(m.whole, s.Read(), organization, m.on)
	if err != nil {
		return nil, err
	}
	body := bench.Bodies[0].Organization
	set := seat.Ratios(seat.Rules{Ratios: aboutParty(chain.Seats().Ratios)}, body, bench.Holdings, bench.People, m.on)
	if len(set) > 0 {
		return against(organization, slices.MinFunc(set, hardest)), nil
	}
	open := seat.Rules{Ratios: []seat.Target{{
		Organizations: []schema.OrganizationKind{body.Kind}, Of: seat.Description{Memberships: inParty}, Share: seat.Fraction{Den: 1},
	}}}
	return counted(organization, seat.Ratios(open, body, bench.Holdings, bench.People, m.on)[0]), nil
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
