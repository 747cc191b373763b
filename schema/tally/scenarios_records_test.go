package tally_test

import (
	"testing"

	"sifang/schema"
	"sifang/schema/ident"
	"sifang/schema/rule"
	"sifang/schema/seat"
	"sifang/schema/stage"
	"sifang/schema/tally"
)

// What follows from votes, and figures that are no votes: as far as pure rules
// have something to say about them.
var recordRows = []scenario{
	{"39", scenario39},
	{"40", scenario40},
	{"41", scenario41},
	{"42", scenario42},
	{"42b", scenario42b},
}

// Three figures about ten complaints have three denominators, and each shows
// both of its counts.
func scenario39(t *testing.T) {
	share := func(base schema.Base) rule.Rule {
		return rule.Rule{Code: "FIGURE", Version: "1", Approval: rule.Clause{Share: &rule.Share{
			Count: rule.For, Measure: schema.MeasureHeads, Base: base, Compare: rule.AtLeast, Fraction: rule.Fraction{Num: 3, Den: 4},
		}}}
	}
	for _, c := range []struct {
		name       string
		base       schema.Base
		all, yes   int64
		no         int64
		got, whole int64
		met        bool
	}{
		{"answered in time", schema.BaseOnRoll, 10, 9, 0, 9, 10, true},
		{"solved", schema.BaseParticipating, 10, 6, 2, 6, 8, true},
		{"satisfied", schema.BaseParticipating, 10, 5, 3, 5, 8, false},
	} {
		f := tally.Figures{Shares: tally.Shares{Roll: w(c.all, 0), For: w(c.yes, 0), Against: w(c.no, 0)}, Written: true}
		if a := judgeFigures(t, share(c.base), f).Approval; a.Got != c.got || a.Whole != c.whole || a.Met != c.met {
			t.Errorf("%s: %+v", c.name, a)
		}
	}
}

// Five of seven and two of three: each body is judged for itself, and seven of
// ten together would hide the second.
func scenario40(t *testing.T) {
	target, err := seat.Load("yuetang")
	if err != nil {
		t.Fatal(err)
	}
	estate := ident.ID{15: 9}
	for _, c := range []struct {
		kind           schema.OrganizationKind
		seats, members int
		met            bool
	}{
		{schema.OrganizationKindOwnersCommittee, 7, 5, true},
		{schema.OrganizationKindOwnersSupervisionCommittee, 3, 2, false},
	} {
		body := seat.Organization{ID: ident.ID{14: 1, 15: byte(c.seats)}, Kind: c.kind, Areas: []ident.ID{estate}}
		party := seat.Organization{ID: ident.ID{14: 2}, Kind: schema.OrganizationKindPartyBranch, Areas: []ident.ID{estate}}
		var holdings []seat.Holding
		for i := range c.seats {
			who := ident.ID{13: 1, 15: byte(i)}
			holdings = append(holdings, holding(t, who, body, schema.MembershipKindPostHolder))
			if i < c.members {
				holdings = append(holdings, holding(t, who, party, schema.MembershipKindPartyMember))
			}
		}
		found := seat.Ratios(target.Rules, body, holdings, nil, date(t, "2026-06-01"))
		if len(found) != 1 || found[0].Numerator != c.members || found[0].Denominator != c.seats || found[0].Met != c.met {
			t.Errorf("%s: %+v", c.kind, found)
		}
	}
}

func holding(t *testing.T, who ident.ID, o seat.Organization, kind schema.MembershipKind) seat.Holding {
	t.Helper()
	h := seat.Holding{
		ID: ident.ID{12: byte(o.ID[15]), 13: o.ID[14], 14: who[14], 15: who[15]}, Member: who, Organization: o, Kind: kind,
		Mode: schema.MembershipModeElected, Status: schema.MembershipStatusEffective,
	}
	h.Held.From = date(t, "2026-01-01")
	if kind == schema.MembershipKindPostHolder {
		h.Post = seat.Post{Category: schema.PostCategoryMember, SeatKind: schema.SeatKindElected, VotingRight: schema.VotingRightFull}
	}
	return h
}

// A court revokes the resolution, which stays on record. The new vote has a
// verdict of its own, and a new resolution may supersede the revoked one.
func scenario41(t *testing.T) {
	revoked, refused := stage.Resolution.Next("recordRuling", schema.ResolutionStatusInForce, stage.RuledVoid)
	if refused != nil || revoked != schema.ResolutionStatusRevoked {
		t.Fatalf("%s, %v", revoked, refused)
	}
	if kept, refused := stage.Resolution.Next("issueResolution", revoked); refused != nil || kept != revoked {
		t.Errorf("%s, %v", kept, refused)
	}
	r := preset(t, "OWNERS_ORDINARY")
	first := judge(t, r, owners(300, 30_000_00, 200, 20_000_00, 101, 10_000_01))
	again := judge(t, r, owners(300, 30_000_00, 210, 21_000_00, 100, 10_000_00))
	if first.Outcome != adopted || again.Outcome != rejected {
		t.Errorf("%s, then %s", first.Outcome, again.Outcome)
	}
}

// A part-time seat that rests on a post at the company ends with that post. The
// ballots cast before remain: a roll is frozen with the persons on it.
func scenario42(t *testing.T) {
	h := holding(t, ident.ID{15: 1}, seat.Organization{ID: ident.ID{15: 2}, Kind: schema.OrganizationKindResidentsCommittee}, schema.MembershipKindPostHolder)
	h.Mode, h.Source = schema.MembershipModeEngaged, ident.ID{15: 3}
	if on, lapses := seat.Lapses(h, date(t, "2026-06-15")); !lapses || on != date(t, "2026-06-15") {
		t.Errorf("%s, %v", on, lapses)
	}
	v := judge(t, preset(t, "RESIDENTS_COMMITTEE"), committee(5, "FFFGG"))
	expectOutcome(t, v, adopted)
}

// A chair who was elected stays chair when another post ends.
func scenario42b(t *testing.T) {
	h := holding(t, ident.ID{15: 1}, seat.Organization{ID: ident.ID{15: 2}, Kind: schema.OrganizationKindOwnersCommittee}, schema.MembershipKindPostHolder)
	h.Source = ident.ID{15: 3}
	if on, lapses := seat.Lapses(h, date(t, "2026-06-15")); lapses {
		t.Errorf("lapsed on %s", on)
	}
}
