package rule_test

import (
	"slices"
	"testing"

	"sifang/schema"
	"sifang/schema/rule"
	"sifang/schema/seat"
)

func beijing(t *testing.T) rule.Chain {
	return rule.Chain{set(t, "PRACTICE"), set(t, "NATIONAL"), set(t, "BEIJING")}
}

func TestVotingByOrganizationAndMatter(t *testing.T) {
	shandong, _ := rule.Preset("OWNERS_COMMITTEE_SHANDONG")
	majority, _ := rule.Preset("JOINT_MAJORITY_OF_PARTIES")
	bylaws := rule.Set{Code: "BYLAWS", Voting: []rule.Voting{
		{Organization: schema.OrganizationKindOwnersCommittee, Rule: &shandong},
		{Organization: schema.OrganizationKindOwnersAssembly, Rule: &majority},
		{Organization: schema.OrganizationKindCoGovernanceCommittee, Matter: "PARKING_ORDER", Rule: &majority},
	}}
	national := rule.Chain{set(t, "NATIONAL")}
	estate := append(beijing(t), bylaws)
	for _, c := range []struct {
		name         string
		chain        rule.Chain
		organization schema.OrganizationKind
		matter, want string
	}{
		{"nothing national for the committee", national, schema.OrganizationKindOwnersCommittee, "OWNERS_COMMITTEE_BUSINESS", ""},
		{"the city's", beijing(t), schema.OrganizationKindOwnersCommittee, "OWNERS_COMMITTEE_BUSINESS", "OWNERS_COMMITTEE_BEIJING"},
		{"the bylaws'", estate, schema.OrganizationKindOwnersCommittee, "OWNERS_COMMITTEE_BUSINESS", "OWNERS_COMMITTEE_SHANDONG"},
		{"unknown matter", beijing(t), schema.OrganizationKindOwnersCommittee, "NO_SUCH_MATTER", "OWNERS_COMMITTEE_BEIJING"},
		{"custom below", beijing(t), schema.OrganizationKindCoGovernanceCommittee, "PARKING_ORDER", "JOINT_ALL_PARTIES"},
		{"one matter above", estate, schema.OrganizationKindCoGovernanceCommittee, "PARKING_ORDER", "JOINT_MAJORITY_OF_PARTIES"},
		{"other matters stay", estate, schema.OrganizationKindCoGovernanceCommittee, "SAFETY_AND_ORDER", "JOINT_ALL_PARTIES"},
		{"a general bylaw does not lower a special matter", estate, schema.OrganizationKindOwnersAssembly, "REBUILDING", "OWNERS_SPECIAL"},
		{"a grid's branch", national, schema.OrganizationKindGridPartyBranch, "PARTY_AFFAIRS", "PARTY_BRANCH"},
		{"no votes there", estate, schema.OrganizationKindThinkTank, "", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			r, ok := c.chain.Voting(c.organization, c.matter)
			if ok != (c.want != "") || r.Code != c.want {
				t.Errorf("%v %s", ok, r.Code)
			}
		})
	}
}

func TestPeriodsAreLaidOverEachOther(t *testing.T) {
	hangzhou := rule.Chain{set(t, "NATIONAL"), set(t, "HANGZHOU")}
	bylaws := rule.Chain{set(t, "NATIONAL"), set(t, "BEIJING"), {Periods: []rule.Period{
		{Meeting: schema.MeetingKindAssembly, Periods: rule.Periods{NoticeDays: 20, NoticeMethod: rule.DateDifference}},
	}}}
	for _, c := range []struct {
		name    string
		chain   rule.Chain
		meeting schema.MeetingKind
		subject string
		want    rule.Periods
	}{
		{"national", rule.Chain{set(t, "NATIONAL")}, schema.MeetingKindAssembly, "", rule.Periods{NoticeDays: 15, NoticeMethod: rule.ClearDays}},
		{"city adds", beijing(t), schema.MeetingKindAssembly, "", rule.Periods{NoticeDays: 15, NoticeMethod: rule.ClearDays, PublishWithinDays: 3}},
		{"bylaws replace one", bylaws, schema.MeetingKindAssembly, "", rule.Periods{NoticeDays: 20, NoticeMethod: rule.DateDifference, PublishWithinDays: 3}},
		{"subject", hangzhou, schema.MeetingKindAssembly, "EXTRAORDINARY", rule.Periods{NoticeDays: 7, NoticeMethod: rule.ClearDays}},
		{"subject adds", hangzhou, schema.MeetingKindAssembly, "CANDIDATES", rule.Periods{NoticeDays: 15, NoticeMethod: rule.ClearDays, PublicationDays: 7}},
		{"unknown subject", hangzhou, schema.MeetingKindAssembly, "FEES", rule.Periods{NoticeDays: 15, NoticeMethod: rule.ClearDays}},
		{"residents", beijing(t), schema.MeetingKindResidents, "", rule.Periods{NoticeDays: 10, NoticeMethod: rule.ClearDays, PublicationDays: 15}},
		{"nothing", beijing(t), schema.MeetingKindHearing, "", rule.Periods{}},
	} {
		t.Run(c.name, func(t *testing.T) {
			got, ok := c.chain.Periods(c.meeting, c.subject)
			if got != c.want || ok != (c.want != rule.Periods{}) {
				t.Errorf("%v %+v", ok, got)
			}
		})
	}
}

func TestAuthority(t *testing.T) {
	lax := rule.Set{Matters: []rule.Matter{
		{Code: "PROPERTY_COMPANY_SELECTION", Class: rule.Ordinary, Authority: schema.DecisionAuthorityOwnersCommittee},
		{Code: "PARKING_ORDER", Class: rule.Special, Authority: schema.DecisionAuthorityOwnersAssembly},
	}, Voting: []rule.Voting{{Organization: schema.OrganizationKindOwnersAssembly, Matter: "NO_SUCH_MATTER"}}}
	chain := append(beijing(t), lax)
	for _, c := range []struct {
		matter string
		want   schema.DecisionAuthority
	}{
		{"COMMON_PARTS_BUSINESS", schema.DecisionAuthorityOwnersAssembly},
		{"DWELLING_TO_BUSINESS", schema.DecisionAuthorityInterestedOwners},
		{"COMMON_INCOME", schema.DecisionAuthorityOwnersAssembly},
		{"OWNERS_COMMITTEE_BUSINESS", schema.DecisionAuthorityOwnersCommittee},
		{"SAFETY_AND_ORDER", schema.DecisionAuthorityJointMeeting},
		{"PARTY_AFFAIRS", schema.DecisionAuthorityPartyOrganization},
		{"RESIDENTS_CHARTER", schema.DecisionAuthorityResidentsMeeting},
		{"PARKING_ORDER", schema.DecisionAuthorityOwnersAssembly},
		{"PROPERTY_COMPANY_SELECTION", schema.DecisionAuthorityOwnersAssembly},
		{"NO_SUCH_MATTER", ""},
	} {
		if got, ok := chain.Authority(c.matter); got != c.want || ok != (c.want != "") {
			t.Errorf("%s: %s", c.matter, got)
		}
	}
	want := []string{"3.matters.0.authority AUTHORITY_NOT_STRICTER", "3.voting.0.matter MATTER_UNKNOWN"}
	if got := places(t, chain.Validate().Err()); !slices.Equal(got, want) {
		t.Errorf("got %q", got)
	}
	if m, _ := chain.Matter("PARKING_ORDER"); m.Class != rule.Special {
		t.Errorf("the class is %s", m.Class)
	}
	if faults := beijing(t).Validate(); len(faults) > 0 {
		t.Errorf("the sets of the service contradict each other: %v", faults)
	}
}

func TestOverrideOnlyTowardsTheStricter(t *testing.T) {
	all := schema.DecisionAuthority("").Values()
	for _, from := range all {
		for _, to := range all {
			from, to := schema.DecisionAuthority(from), schema.DecisionAuthority(to)
			if rule.Stricter(from, to) && rule.Stricter(to, from) {
				t.Errorf("%s and %s are each stricter than the other", from, to)
			}
		}
	}
	for _, c := range []struct {
		from, to schema.DecisionAuthority
		reason   string
		want     []string
	}{
		{schema.DecisionAuthorityJointMeeting, schema.DecisionAuthorityOwnersAssembly, "涉及共有部分", nil},
		{schema.DecisionAuthorityOwnersCommittee, schema.DecisionAuthorityOwnersAssembly, "重大", nil},
		{schema.DecisionAuthorityRepresentativesMeeting, schema.DecisionAuthorityResidentsMeeting, "重大", nil},
		{schema.DecisionAuthorityJointMeeting, schema.DecisionAuthorityStreet, " ", []string{"reason BLANK"}},
		{schema.DecisionAuthorityOwnersAssembly, schema.DecisionAuthorityJointMeeting, "快", []string{"authority AUTHORITY_NOT_STRICTER"}},
		{schema.DecisionAuthorityOwnersAssembly, schema.DecisionAuthorityOwnersAssembly, "同", []string{"authority AUTHORITY_NOT_STRICTER"}},
		{schema.DecisionAuthorityInterestedOwners, schema.DecisionAuthorityOwnersAssembly, "多数", []string{"authority AUTHORITY_NOT_STRICTER"}},
		{schema.DecisionAuthorityResidentsCommittee, schema.DecisionAuthorityOwnersAssembly, "", []string{"authority AUTHORITY_NOT_STRICTER", "reason BLANK"}},
	} {
		if got := places(t, rule.OverrideAuthority(c.from, c.to, c.reason).Err()); !slices.Equal(got, c.want) {
			t.Errorf("%s to %s: %q", c.from, c.to, got)
		}
	}
}

func TestSeatsAreLaidOverEachOther(t *testing.T) {
	age := func(years int) rule.Set {
		return rule.Set{Seats: seat.Rules{Eligibility: []seat.Eligibility{
			{Head: seat.Head{Code: "AGE"}, Condition: seat.MinAge, Years: years},
		}}}
	}
	got := rule.Chain{age(18), set(t, "NATIONAL"), age(21)}.Seats().Eligibility
	if len(got) != 1 || got[0].Years != 21 {
		t.Errorf("%+v", got)
	}
}

func TestDebate(t *testing.T) {
	practice, ok := rule.PresetSet("PRACTICE")
	if !ok {
		t.Fatal("there is no customary practice")
	}
	city := rule.Set{Code: "CITY"}
	bylaws := rule.Set{Code: "BYLAWS", Debate: &rule.Debate{Seconds: 300}}
	for name, c := range map[string]struct {
		chain rule.Chain
		want  rule.Debate
	}{
		"nothing is said":         {rule.Chain{city}, rule.Debate{}},
		"what is customary":       {rule.Chain{practice, city}, rule.Debate{Seconds: 120, Turns: 2}},
		"bylaws change one of it": {rule.Chain{practice, city, bylaws}, rule.Debate{Seconds: 300, Turns: 2}},
	} {
		if got := c.chain.Debate(); got != c.want {
			t.Errorf("%s: %+v, want %+v", name, got, c.want)
		}
	}
}
