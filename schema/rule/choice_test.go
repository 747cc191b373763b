package rule_test

import (
	"reflect"
	"slices"
	"testing"

	"sifang/schema"
	"sifang/schema/fault"
	"sifang/schema/rule"
)

const (
	assembly  = schema.OrganizationKindOwnersAssembly
	committee = schema.OrganizationKindOwnersCommittee
)

// bylaws is a set of an estate that chooses as it is told.
func bylaws(voting ...rule.Voting) rule.Set {
	return rule.Set{Code: "BYLAWS", Version: "3", Source: rule.Source{Title: "管理规约"}, Voting: voting}
}

func under(t *testing.T, codes ...string) rule.Chain {
	chain := rule.Chain{set(t, "PRACTICE"), set(t, "NATIONAL")}
	for _, code := range codes {
		chain = append(chain, set(t, code))
	}
	return chain
}

func inForce(t *testing.T, c rule.Chain, organization schema.OrganizationKind, matter string) rule.Choice {
	t.Helper()
	choice, ok := c.InForce(organization, matter)
	if !ok {
		t.Fatalf("nothing in force for %s on %s", organization, matter)
	}
	if r, _ := c.Voting(organization, matter); !reflect.DeepEqual(r, choice.Rule) {
		t.Errorf("Voting answers another rule: %+v", r)
	}
	if faults := choice.Rule.Validate(); len(faults) > 0 {
		t.Errorf("the rule in force could not be pinned: %v", faults)
	}
	return choice
}

func TestOverridesAreLaidOver(t *testing.T) {
	deemed := &rule.Deemed{Basis: rule.Text{Chinese: "第三条", English: "art. 3"}, Direction: rule.FollowMajority, CountsTowardQuorum: true}
	override := func(o rule.Override) rule.Voting { return rule.Voting{Organization: assembly, Override: &o} }
	special := func(v rule.Voting) rule.Voting { v.Class = rule.Special; return v }
	rebuilding := func(v rule.Voting) rule.Voting { v.Matter = "REBUILDING"; return v }
	recast := func(r rule.Recast) rule.Override { return rule.Override{Policies: rule.Policies{Recast: r}} }
	late := true
	for _, c := range []struct {
		name   string
		chain  rule.Chain
		matter string
		change func(*rule.Rule) // what the preset becomes
		laid   []string
	}{
		{"nothing", under(t), "REBUILDING", func(*rule.Rule) {}, nil},
		{"a city's window", under(t, "HANGZHOU"), "REBUILDING", func(r *rule.Rule) {
			r.Window = &rule.Window{LeastDays: 5, MostDays: 60}
		}, []string{"HANGZHOU"}},
		{"bylaws extend it within", append(under(t, "HANGZHOU"), bylaws(override(rule.Override{Policies: rule.Policies{Window: &rule.Window{Extensions: 1}}}))), "REBUILDING", func(r *rule.Rule) {
			r.Window = &rule.Window{LeastDays: 5, MostDays: 60, Extensions: 1}
		}, []string{"HANGZHOU", "BYLAWS"}},
		{"an extension without a bound is none", append(under(t), bylaws(override(rule.Override{Policies: rule.Policies{Window: &rule.Window{LeastDays: 3, Extensions: 1}}}))), "REBUILDING", func(r *rule.Rule) {
			r.Window = &rule.Window{LeastDays: 3}
		}, []string{"BYLAWS"}},
		{"a shorter window of a general set under a longer one", append(append(under(t), bylaws(override(rule.Override{Policies: rule.Policies{Window: &rule.Window{MostDays: 20}}}))), bylaws(override(rule.Override{Policies: rule.Policies{Window: &rule.Window{LeastDays: 30}}}))), "REBUILDING", func(r *rule.Rule) {
			r.Window = &rule.Window{LeastDays: 30, MostDays: 30}
		}, []string{"BYLAWS"}},
		{"agents are capped, staff stays barred", append(under(t, "ZHOUSHAN"), bylaws(override(rule.Override{Policies: rule.Policies{Proxies: &rule.Proxies{MostPrincipals: 2}}}))), "REBUILDING", func(r *rule.Rule) {
			r.Proxies = &rule.Proxies{MostPrincipals: 2, Barred: []rule.Barred{rule.PropertyStaff}}
		}, []string{"ZHOUSHAN", "BYLAWS"}},
		{"online prevails", under(t, "SHENZHEN"), "REBUILDING", func(r *rule.Rule) { r.ChannelPrecedence = rule.OnlinePrevails }, []string{"SHENZHEN"}},
		{"silence follows", append(under(t), bylaws(override(rule.Override{Policies: rule.Policies{Deemed: deemed}}))), "REBUILDING", func(r *rule.Rule) { r.Deemed = deemed }, []string{"BYLAWS"}},
		{"a class before all", append(under(t), bylaws(special(override(recast(rule.UntilClose))), override(recast(rule.Never)))), "REBUILDING", func(r *rule.Rule) { r.Recast = rule.UntilClose }, []string{"BYLAWS"}},
		{"a matter before its class", append(under(t), bylaws(rebuilding(override(recast(rule.Never))), special(override(recast(rule.UntilClose))))), "REBUILDING", func(r *rule.Rule) { r.Recast = rule.Never }, []string{"BYLAWS"}},
		{"other matters stay", append(under(t), bylaws(rebuilding(override(recast(rule.UntilClose))))), "MAINTENANCE_FUND_RAISING", func(*rule.Rule) {}, nil},
		{"what is beside the policies", append(under(t), bylaws(override(rule.Override{
			Tie: rule.CastingVote, Recused: &rule.Recused{CountAsPresent: true}, DistinctPersonsMin: 5, LateArrivalsVote: &late,
			Policies: rule.Policies{InvalidBallots: rule.TakePart},
		}))), "REBUILDING", func(r *rule.Rule) {
			r.Tie, r.Recused, r.DistinctPersonsMin, r.LateArrivalsVote = rule.CastingVote, rule.Recused{CountAsPresent: true}, 5, true
			r.InvalidBallots = rule.TakePart
		}, []string{"BYLAWS"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			want := preset(t, "OWNERS_SPECIAL")
			c.change(&want)
			got := inForce(t, c.chain, assembly, c.matter)
			var laid []string
			for _, one := range got.Rule.Laid {
				laid = append(laid, one.Set)
			}
			if !slices.Equal(laid, c.laid) {
				t.Errorf("laid over by %v, want %v", laid, c.laid)
			}
			got.Rule.Laid, got.Rule.Conflicts = nil, nil
			if !reflect.DeepEqual(got.Rule, want) {
				t.Errorf("got  %+v\nwant %+v", got.Rule, want)
			}
		})
	}
}

// What suits a vote in general is left out of one that it does not suit.
func TestOverridesThatDoNotSuitAreLeftOut(t *testing.T) {
	estate := append(under(t, "HANGZHOU"), bylaws(
		rule.Voting{Organization: assembly, Override: &rule.Override{Tie: rule.Retable, Policies: rule.Policies{
			Deemed: &rule.Deemed{Basis: rule.Text{Chinese: "第三条", English: "art. 3"}, Direction: rule.DeemedAbstain}, Recast: rule.UntilClose,
		}}},
		rule.Voting{Organization: committee, Override: &rule.Override{Policies: rule.Policies{Proxies: &rule.Proxies{}}, Tie: rule.CastingVote}},
		rule.Voting{Organization: schema.OrganizationKindCoGovernanceCommittee, Override: &rule.Override{Tie: rule.CastingVote, DistinctPersonsMin: 3}},
	))
	election := inForce(t, estate, assembly, "OWNERS_COMMITTEE_ELECTION").Rule
	if election.Deemed != nil || election.Tie != "" || election.Recast != rule.UntilClose || election.Window.MostDays != 60 {
		t.Errorf("election: %+v", election)
	}
	recall := inForce(t, estate, assembly, "OWNERS_COMMITTEE_RECALL").Rule
	if recall.Deemed == nil || recall.Tie != rule.Retable {
		t.Errorf("recall: %+v", recall)
	}
	sitting := inForce(t, estate, committee, "OWNERS_COMMITTEE_BUSINESS").Rule
	if sitting.Proxies != nil || sitting.Tie != rule.CastingVote || len(sitting.Conflicts) > 0 {
		t.Errorf("committee: %+v", sitting)
	}
	joint := inForce(t, estate, schema.OrganizationKindCoGovernanceCommittee, "PARKING_ORDER").Rule
	if joint.Tie != "" || joint.DistinctPersonsMin != 3 {
		t.Errorf("joint meeting: %+v", joint)
	}
}

// A rule of bylaws keeps what it says itself against more general sets, and
// takes from them what it leaves open.
func TestOverridesBelowARule(t *testing.T) {
	own := preset(t, "OWNERS_ORDINARY")
	own.Code, own.Proxies, own.Window = "OWN", &rule.Proxies{MostPrincipals: 1}, &rule.Window{MostDays: 30}
	estate := append(under(t, "HANGZHOU"), bylaws(
		rule.Voting{Organization: assembly, Matter: "OWNERS_COVENANT", Rule: &own},
		rule.Voting{Organization: assembly, Override: &rule.Override{Policies: rule.Policies{Proxies: &rule.Proxies{MostPrincipals: 9}, Recast: rule.UntilClose}}},
	))
	got := inForce(t, estate, assembly, "OWNERS_COVENANT").Rule
	if *got.Window != (rule.Window{LeastDays: 5, MostDays: 30}) || got.Proxies.MostPrincipals != 1 || got.Recast != rule.UntilClose {
		t.Errorf("%+v", got)
	}
	if own.Window.LeastDays != 0 || own.Recast != "" {
		t.Error("the rule of the set itself was changed")
	}
}

func TestConflictsInForce(t *testing.T) {
	lax := preset(t, "OWNERS_ORDINARY")
	lax.Code, lax.Class, lax.Binding = "LAX", "", false
	lax.Quorum = nil
	voting := func(v rule.Voting) rule.Voting { v.Organization = assembly; return v }
	window := func(w rule.Window) rule.Voting {
		return voting(rule.Voting{Override: &rule.Override{Policies: rule.Policies{Window: &w}}})
	}
	objections := preset(t, "OBJECTION_VOTE_HENAN")
	for _, c := range []struct {
		name   string
		chain  rule.Chain
		matter string
		want   []string // articles
	}{
		{"the law alone", under(t), "REBUILDING", nil},
		{"bylaws for all matters, on an ordinary one", append(under(t), bylaws(voting(rule.Voting{Rule: &lax}))), "OWNERS_COVENANT", []string{"278", "278"}},
		{"bylaws for all matters do not reach a special one", append(under(t), bylaws(voting(rule.Voting{Rule: &lax}))), "REBUILDING", nil},
		{"bylaws for a special matter", append(under(t), bylaws(voting(rule.Voting{Matter: "REBUILDING", Rule: &lax}))), "REBUILDING", []string{"278", "278", "278", "278"}},
		{"bylaws for a class", append(under(t), bylaws(voting(rule.Voting{Class: rule.Special, Rule: &lax}))), "REBUILDING", []string{"278", "278", "278", "278"}},
		{"a conflict that the rule itself tells", under(t, "HENAN"), "MAINTENANCE_FUND_USE_BY_OBJECTION", []string{"278"}},
		{"the same in bylaws elsewhere", append(under(t), bylaws(voting(rule.Voting{Matter: "MAINTENANCE_FUND_USE", Rule: &objections}))), "MAINTENANCE_FUND_USE", []string{"278"}},
		{"longer than the city allows", append(under(t, "HANGZHOU"), bylaws(window(rule.Window{MostDays: 75}))), "REBUILDING", []string{"20"}},
		{"shorter than the city allows", append(under(t, "HANGZHOU"), bylaws(window(rule.Window{LeastDays: 4}))), "REBUILDING", []string{"20"}},
		{"within what the city allows", append(under(t, "HANGZHOU"), bylaws(window(rule.Window{LeastDays: 6, MostDays: 59, Extensions: 3}))), "REBUILDING", nil},
		{"a shorter time for objections", append(under(t, "QINGYUAN"), bylaws(window(rule.Window{PreliminaryDays: 7}))), "REBUILDING", []string{"17"}},
		{"more principals than the city allows", append(under(t, "WEIFANG"), bylaws(voting(rule.Voting{Override: &rule.Override{Policies: rule.Policies{Proxies: &rule.Proxies{MostPrincipals: 4}}}}))), "REBUILDING", []string{"32"}},
		{"paper before online", append(under(t, "SHENZHEN"), bylaws(voting(rule.Voting{Override: &rule.Override{Policies: rule.Policies{ChannelPrecedence: rule.PaperPrevails}}}))), "REBUILDING", []string{""}},
		{"silence where everybody must consent", append(under(t), bylaws(voting(rule.Voting{Override: &rule.Override{Policies: rule.Policies{Deemed: &rule.Deemed{Basis: rule.Text{Chinese: "三", English: "3"}, Direction: rule.FollowMajority}}}}))), "DWELLING_TO_BUSINESS", []string{"279"}},
		{"silence elsewhere", append(under(t), bylaws(voting(rule.Voting{Override: &rule.Override{Policies: rule.Policies{Deemed: &rule.Deemed{Basis: rule.Text{Chinese: "三", English: "3"}, Direction: rule.FollowMajority}}}}))), "REBUILDING", nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			var articles []string
			for _, one := range inForce(t, c.chain, assembly, c.matter).Rule.Conflicts {
				articles = append(articles, one.Source.Article)
			}
			if !slices.Equal(articles, c.want) {
				t.Errorf("conflicts with %q, want %q", articles, c.want)
			}
		})
	}
}

func TestChoiceTellsWhereItComesFrom(t *testing.T) {
	shandong := preset(t, "OWNERS_COMMITTEE_SHANDONG")
	estate := append(under(t, "BEIJING"), bylaws(rule.Voting{Organization: committee, Rule: &shandong}))
	got := inForce(t, estate, committee, "OWNERS_COMMITTEE_BUSINESS")
	if got.From.Set != "BYLAWS" || got.From.Version != "3" || got.By != rule.ByOrganization || len(got.Overrides) != 0 {
		t.Errorf("%+v", got)
	}
	if len(got.Displaced) != 1 || got.Displaced[0].From.Set != "BEIJING" || got.Displaced[0].Rule.Code != "OWNERS_COMMITTEE_BEIJING" ||
		len(got.Displaced[0].Conflicts) != 0 {
		t.Errorf("displaced: %+v", got.Displaced)
	}
	election := inForce(t, under(t, "HANGZHOU"), assembly, "OWNERS_COMMITTEE_ELECTION")
	if election.From.Set != "HANGZHOU" || election.By != rule.ByMatter || len(election.Displaced) != 1 {
		t.Errorf("%+v", election)
	}
	window := election.Overrides
	if len(window) != 1 || window[0].From.Set != "HANGZHOU" || window[0].By != rule.ByOrganization || window[0].Source.Article != "20" {
		t.Errorf("overrides: %+v", window)
	}
	if special := inForce(t, under(t), assembly, "REBUILDING"); special.By != rule.ByClass || special.From.Title.In(fault.English) != "National law" {
		t.Errorf("%+v", special.From)
	}
	for _, by := range []rule.ChosenBy{got.By, election.By, rule.ByCode, rule.ByClass} {
		if !slices.Contains(by.Values(), string(by)) {
			t.Errorf("%q is no key", by)
		}
	}
	if _, ok := estate.InForce(schema.OrganizationKindThinkTank, ""); ok {
		t.Error("a think tank votes")
	}
}

// A rule about all matters takes over the care that a special matter asks for.
func TestClassOfTheMatter(t *testing.T) {
	own := preset(t, "JOINT_MAJORITY_OF_PARTIES")
	chain := append(under(t), bylaws(rule.Voting{Organization: schema.OrganizationKindCoGovernanceCommittee, Rule: &own}))
	for matter, class := range map[string]rule.Class{"REBUILDING": rule.Special, "PARKING_ORDER": "", "": ""} {
		if got := inForce(t, chain, schema.OrganizationKindCoGovernanceCommittee, matter).Rule.Class; got != class {
			t.Errorf("%s: class %q", matter, got)
		}
	}
}

func TestNamed(t *testing.T) {
	for _, c := range []struct {
		name, code   string
		chain        rule.Chain
		organization schema.OrganizationKind
		matter, from string
		conflicts    int
	}{
		{"what is in force anyway", "OWNERS_SPECIAL", under(t), assembly, "REBUILDING", "NATIONAL", 0},
		{"the ordinary rule for a special matter", "OWNERS_ORDINARY", under(t), assembly, "REBUILDING", "NATIONAL", 2},
		{"objections where no law has them", "OBJECTION_VOTE_HENAN", under(t), assembly, "MAINTENANCE_FUND_USE", "", 1},
		{"another way of the same law", "RESIDENTS_COMMITTEE_ELECTION_BY_HOUSEHOLDS", under(t), schema.OrganizationKindResidentsMeeting, "RESIDENTS_COMMITTEE_ELECTION", "", 0},
		{"its run-off", "RESIDENTS_COMMITTEE_RUN_OFF_BY_VOTERS", under(t), schema.OrganizationKindResidentsMeeting, "RESIDENTS_COMMITTEE_ELECTION", "", 0},
		{"a local Party procedure", "FOUR_MEETINGS_PARTY_MEETING_LOCAL_HALF", under(t), schema.OrganizationKindPartyBranch, "PARTY_AFFAIRS", "", 1},
		{"a custom for a custom", "JOINT_CONSENSUS", under(t), schema.OrganizationKindCoGovernanceCommittee, "PARKING_ORDER", "", 0},
		{"the neighbour city's", "OWNERS_COMMITTEE_ZHOUSHAN", under(t, "BEIJING"), committee, "", "", 2},
	} {
		t.Run(c.name, func(t *testing.T) {
			got, ok := c.chain.Named(c.code, c.organization, c.matter)
			if !ok || got.Rule.Code != c.code || got.By != rule.ByCode || got.From.Set != c.from {
				t.Fatalf("%v %s by %s from %q", ok, got.Rule.Code, got.By, got.From.Set)
			}
			if len(got.Rule.Conflicts) != c.conflicts {
				t.Errorf("%d conflicts: %+v", len(got.Rule.Conflicts), got.Rule.Conflicts)
			}
		})
	}
	if got, ok := under(t, "HANGZHOU").Named("OWNERS_SPECIAL", assembly, "REBUILDING"); !ok || got.Rule.Window == nil {
		t.Error("a rule that is named escapes the window of the city")
	}
	if _, ok := under(t).Named("NO_SUCH_RULE", assembly, ""); ok {
		t.Error("a rule that does not exist was found")
	}
}

func TestOwners(t *testing.T) {
	yes, no := true, false
	general := rule.Set{Owners: &rule.Owners{Heads: rule.PerOwner, ParkingCounts: &no}}
	for _, c := range []struct {
		name  string
		chain rule.Chain
		want  rule.Owners
	}{
		{"nothing said", rule.Chain{{}}, rule.Owners{}},
		{"the nation", under(t, "HANGZHOU"), rule.Owners{Heads: rule.PerOwner}},
		{"a unit is a head", rule.Chain{general, {Owners: &rule.Owners{Heads: rule.PerUnit}}}, rule.Owners{Heads: rule.PerUnit, ParkingCounts: &no}},
		{"parking, and couples", rule.Chain{general, {}, {Owners: &rule.Owners{ParkingCounts: &yes, MergeCoOwned: &yes}}}, rule.Owners{Heads: rule.PerOwner, ParkingCounts: &yes, MergeCoOwned: &yes}},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := c.chain.Owners(); !reflect.DeepEqual(got, c.want) {
				t.Errorf("%+v", got)
			}
		})
	}
}
