package seat

import (
	"slices"
	"testing"

	"sifang/schema"
	"sifang/schema/day"
	"sifang/schema/ident"
)

// committee seats so many persons, numbered from the first, in a body.
func committee(t *testing.T, in Organization, first byte, size int) []Holding {
	var seats []Holding
	for n := range byte(size) {
		seats = append(seats, seated(t, first+n, person(first+n), in, schema.PostCategoryMember))
	}
	return seats
}

// unmetRules lists the codes of the rules that are not met.
func unmetRules(findings []Finding) []string {
	var codes []string
	for _, f := range findings {
		if !f.Met {
			codes = append(codes, f.Rule)
		}
	}
	return codes
}

func TestSizeOfACommittee(t *testing.T) {
	on := date(t, "2026-05-01")
	for _, c := range []struct {
		presets []string
		body    Body
		size    int
		want    []string
	}{
		{[]string{"national"}, Body{Organization: ownersCommittee}, 5, nil},
		{[]string{"national"}, Body{Organization: ownersCommittee}, 6, []string{"OC_SIZE"}},
		{[]string{"national"}, Body{Organization: ownersCommittee}, 3, []string{"OC_SIZE"}},
		{[]string{"national"}, Body{Organization: ownersCommittee}, 13, []string{"OC_SIZE"}},
		{[]string{"national", "beijing"}, Body{Organization: ownersCommittee}, 13, nil},
		{[]string{"national", "beijing"}, Body{Organization: ownersCommittee}, 3, []string{"OC_SIZE"}},
		{[]string{"national", "beijing"}, Body{Organization: ownersCommittee, Households: 100}, 3, nil},
		{[]string{"national", "beijing"}, Body{Organization: ownersCommittee, Households: 101}, 3, []string{"OC_SIZE"}},
		{[]string{"national", "shanghai"}, Body{Organization: ownersCommittee, Area: 1_000_000}, 3, nil},
		{[]string{"national", "shanghai"}, Body{Organization: ownersCommittee, Area: 1_000_001}, 3, []string{"OC_SIZE"}},
		{[]string{"national", "shanghai"}, Body{Organization: ownersCommittee, Area: 900_000}, 2, []string{"OC_SIZE_SMALL"}},
	} {
		findings := Composition(preset(t, c.presets...), c.body, committee(t, c.body.Organization, 1, c.size), nil, on)
		if got := unmetRules(findings); !slices.Equal(got, c.want) || len(findings) != 1 {
			t.Errorf("%d members under %v (%+v): not met %v of %d rules, want %v", c.size, c.presets, c.body, got, len(findings), c.want)
		}
	}
}

func TestResidentsCommittee(t *testing.T) {
	on := date(t, "2026-05-01")
	rules := preset(t, "national")
	seats := committee(t, residents, 1, 4)
	partTimer, _ := partTime(t, "2026-01-01", "")
	partTimer.ID, partTimer.Member, partTimer.Status = id(ident.KindMembership, 50), person(50), schema.MembershipStatusEffective
	people := []Candidate{{ID: person(1), Sex: schema.SexMale}, {ID: person(2), Sex: schema.SexMale}, {ID: person(50), Sex: schema.SexFemale}}

	findings := Composition(rules, Body{Organization: residents}, append(seats, partTimer), people, on)
	if got := unmetRules(findings); !slices.Equal(got, []string{"RC_SIZE", "RC_WOMAN"}) {
		t.Fatalf("a part-time member who was co-opted is in the statutory size: not met %v", got)
	}
	size, woman := findings[0], findings[1]
	if size.Of != 4 || size.Needed != (Needed{Least: 5, Most: 9}) {
		t.Errorf("size: %+v", size)
	}
	if woman.Of != 0 || woman.Among != 4 || woman.Unknown != 2 {
		t.Errorf("women: %+v", woman)
	}
	if want := (Sentence{
		Chinese: "居民委员会由主任、副主任和委员共五至九人组成。现有 4 人。",
		English: "The residents' committee has five to nine members. Now: 4.",
	}); size.Sentence != want {
		t.Errorf("reads %+v", size.Sentence)
	}

	// The chair is also a member: one person, counted once.
	chair := seated(t, 60, person(1), residents, schema.PostCategoryChair)
	fifth := seated(t, 61, person(61), residents, schema.PostCategoryMember)
	people = append(people, Candidate{ID: person(61), Sex: schema.SexFemale})
	findings = Composition(rules, Body{Organization: residents}, append(seats, chair, fifth), people, on)
	if got := unmetRules(findings); len(got) > 0 || findings[0].Of != 5 || findings[1].Of != 1 {
		t.Errorf("not met %v: %+v", got, findings)
	}
	// On the day on which the fifth ends, four are left.
	seats = append(seats, with(fifth, schema.MembershipStatusEnded))
	seats[4].Held.To = on
	if got := unmetRules(Composition(rules, Body{Organization: residents}, seats, people, on)); len(got) != 2 {
		t.Errorf("not met %v", got)
	}
}

func TestShares(t *testing.T) {
	on := date(t, "2026-05-01")
	for _, c := range []struct {
		name          string
		seats, owners int
		want          []string
	}{
		{"four of seven own a flat", 7, 4, nil},
		{"three of seven", 7, 3, []string{"INTERIM_OWNERS"}},
		{"exactly half of eight, an even number", 8, 4, []string{"INTERIM_SIZE"}},
		{"nobody at all", 0, 0, []string{"INTERIM_SIZE", "INTERIM_OWNERS"}},
	} {
		var people []Candidate
		for n := range byte(c.owners) {
			people = append(people, owner(t, n+1))
		}
		findings := Composition(preset(t, "national", "beijing"), Body{Organization: interim}, committee(t, interim, 1, c.seats), people, on)
		if got := unmetRules(findings); !slices.Equal(got, c.want) {
			t.Errorf("%s: not met %v, want %v", c.name, got, c.want)
		}
	}
}

func TestMoreThanAShareIsStrict(t *testing.T) {
	half := Fraction{Num: 1, Den: 2}
	for _, c := range []struct {
		of, among    int
		least, above bool
	}{{2, 4, true, false}, {3, 5, true, true}, {2, 5, false, false}, {0, 0, false, false}} {
		if got := (Needed{Share: half}).met(c.of, c.among); got != c.least {
			t.Errorf("%d of %d is at least half: %v", c.of, c.among, got)
		}
		if got := (Needed{Share: half, More: true}).met(c.of, c.among); got != c.above {
			t.Errorf("%d of %d is more than half: %v", c.of, c.among, got)
		}
	}
}

// The committee of Huangge is formed by five kinds of people together.
func TestFiveKindsOfSeats(t *testing.T) {
	on := date(t, "2026-05-01")
	rules := preset(t, "nansha")
	seat := func(number byte, category schema.PostCategory, onBehalfOf Organization) Holding {
		h := seated(t, number, person(number), coGovernance, category)
		h.OnBehalfOf = onBehalfOf
		return h
	}
	all := []Holding{
		seat(1, schema.PostCategoryChair, estateBranch), seated(t, 11, person(1), estateBranch, schema.PostCategorySecretary),
		seat(2, schema.PostCategoryMember, residents), seated(t, 12, person(2), residents, schema.PostCategoryMember),
		seat(3, schema.PostCategoryMember, company), seated(t, 13, person(3), company, schema.PostCategoryProjectManager),
		seat(4, schema.PostCategoryRepresentative, estateBranch), belonging(t, 14, person(4), estateBranch, schema.MembershipKindPartyMember),
		seat(5, schema.PostCategoryRepresentative, Organization{Kind: schema.OrganizationKindResidentsMeeting}),
	}
	if got := unmetRules(Composition(rules, Body{Organization: coGovernance}, all, nil, on)); len(got) > 0 {
		t.Fatalf("not met %v", got)
	}
	kinds := []string{"CG_SECRETARY", "CG_RESIDENTS_COMMITTEE", "CG_PROPERTY_MANAGER", "CG_PARTY_REPRESENTATIVE", "CG_RESIDENT_REPRESENTATIVE"}
	for i, want := range kinds {
		without := slices.DeleteFunc(slices.Clone(all), func(h Holding) bool {
			return h.Organization.ID == coGovernance.ID && h.Member == person(byte(i+1))
		})
		if got := unmetRules(Composition(rules, Body{Organization: coGovernance}, without, nil, on)); !slices.Equal(got, []string{want}) {
			t.Errorf("without the %s, not met is %v", want, got)
		}
	}
	// A seat in the committee itself is no seat elsewhere.
	inside := slices.Clone(rules.Composition[:1])
	inside[0].Of = Description{AlsoAt: []Place{{Organizations: []schema.OrganizationKind{coGovernance.Kind}}}}
	if got := Composition(Rules{Composition: inside}, Body{Organization: coGovernance}, all, nil, on); got[0].Of != 0 {
		t.Errorf("got %+v", got)
	}
	// Who stops being project manager no longer stands for the company.
	all[5].Status, all[5].Held.To = schema.MembershipStatusEnded, on
	if got := unmetRules(Composition(rules, Body{Organization: coGovernance}, all, nil, on)); !slices.Equal(got, []string{"CG_PROPERTY_MANAGER"}) {
		t.Errorf("not met %v", got)
	}
}

// Five Party members of seven, and two of three: 71.4 % and 66.7 %. Together
// they would be exactly 70 %, which must not hide the second.
func TestRatiosJudgeEachBodyForItself(t *testing.T) {
	on := date(t, "2026-05-01")
	rules := preset(t, "yuetang")
	holdings := slices.Concat(committee(t, ownersCommittee, 1, 7), committee(t, ownersWatch, 11, 3))
	for _, number := range []byte{1, 2, 3, 4, 5, 11, 12} {
		holdings = append(holdings, belonging(t, 100+number, person(number), estateBranch, schema.MembershipKindPartyMember))
	}
	// An alternate who is in the Party is not in the body.
	alternate := seated(t, 90, person(90), ownersWatch, schema.PostCategoryAlternate)
	alternate.Post.SeatKind, alternate.Post.VotingRight = schema.SeatKindAlternate, schema.VotingRightNone
	holdings = append(holdings, alternate, belonging(t, 91, person(90), estateBranch, schema.MembershipKindPartyMember))

	for _, c := range []struct {
		body                   Organization
		numerator, denominator int
		met                    bool
		chinese                string
	}{
		{ownersCommittee, 5, 7, true, "业主委员会、业主监督委员会党员占比均在百分之七十以上。现为 7 人中 5 人。"},
		{ownersWatch, 2, 3, false, "业主委员会、业主监督委员会党员占比均在百分之七十以上。现为 3 人中 2 人。"},
	} {
		ratios := Ratios(rules, c.body, holdings, nil, on)
		if len(ratios) != 1 {
			t.Fatalf("%s: %+v", c.body.Kind, ratios)
		}
		got := ratios[0]
		if got.Numerator != c.numerator || got.Denominator != c.denominator || got.Met != c.met ||
			got.Target != (Fraction{7, 10}) || got.On != on || got.Rule != "PARTY_SHARE_70" || got.Sentence.Chinese != c.chinese {
			t.Errorf("%s: %+v", c.body.Kind, got)
		}
	}
	if got := Ratios(rules, residents, holdings, nil, on); len(got) != 0 {
		t.Errorf("a body without a target: %+v", got)
	}
	if got := Ratios(rules, ownersCommittee, nil, nil, day.Date{}); got[0].Met || got[0].Denominator != 0 {
		t.Errorf("a body without members: %+v", got)
	}
}
