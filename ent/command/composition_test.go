package command_test

import (
	"context"
	"fmt"
	"slices"
	"testing"
	"time"

	"sifang/ent/command"
	"sifang/ent/enttest"
	"sifang/ent/view"
	"sifang/schema"
	"sifang/schema/fault"
	"sifang/schema/ident"
)

// findings are how the rules of composition stand: rule, what it asks for, what
// was found, and whether it is met.
func (k *ward) findings(as context.Context, organization ident.ID, day string, knownAt *time.Time) []string {
	k.Helper()
	c, err := asked(as, view.On(k.store, on(day), knownAt).Compositions, k.store.Read().Organization.Get, organization)
	if err != nil {
		k.Fatal(err)
	}
	var found []string
	met := true
	for _, f := range c.Findings {
		found = append(found, fmt.Sprintf("%s %s: %s %v", f.Rule, f.Needed, f.Got, f.Met))
		met = met && f.Met
		if f.Source == "" || f.Sentence.In(fault.Chinese) == "" || f.Sentence.In(fault.English) == "" {
			k.Errorf("%s says nothing: %+v", f.Rule, f)
		}
	}
	if c.Met != met || c.On.String() != day || c.OrganizationID != organization {
		k.Errorf("the whole is met: %v, on %s, with %v", c.Met, c.On, found)
	}
	return found
}

func (k *ward) expectFindings(as context.Context, organization ident.ID, day string, knownAt *time.Time, want ...string) {
	k.Helper()
	if got := k.findings(as, organization, day, knownAt); !slices.Equal(got, want) {
		k.Errorf("on %s: %q, want %q", day, got, want)
	}
}

// The residents' committee has five to nine members and a woman among them;
// the same question is answered for two days, and for what was known before an
// end was entered.
func TestComposition(t *testing.T) {
	eachTown(t, func(w *town) {
		k := newWard(w, "410102001")
		k.adopt("UNPOSTED", unposted)
		residents := w.organization(schema.OrganizationKindResidentsCommittee, "居委会", ident.Nil, k.community)
		member := k.elected(residents, schema.PostCategoryMember, 8)
		sit := func(name string, sex schema.Sex, from string) ident.Membership {
			return k.install(command.ProposeAppointmentInput{
				PostID: member, PersonID: *person(k.adult(name, sex)), Mode: schema.MembershipModeElected, From: on(from),
			})
		}
		for i := range 4 {
			sit(string(rune('甲'+i)), schema.SexMale, "2026-01-01")
		}
		woman := sit("妇女委员", schema.SexFemale, "2026-03-01")
		// A part-time member who was co-opted is no member in the sense of the law.
		partTime := k.post(residents, schema.PostCategoryPartTimeMember, schema.SeatKindCoOpted, schema.VotingRightConsultative, 1)
		k.install(command.ProposeAppointmentInput{
			PostID: partTime, PersonID: *person(k.adult("兼职委员", schema.SexFemale)), Mode: schema.MembershipModeElected, From: on("2026-01-01"),
		})

		k.expectFindings(w.visitor, residents, "2026-02-28", nil, "RC_SIZE 5–9: 4 false", "RC_WOMAN ≥ 1: 0 false")
		k.expectFindings(w.visitor, residents, "2026-03-01", nil, "RC_SIZE 5–9: 5 true", "RC_WOMAN ≥ 1: 1 true")

		before := w.clock.Now()
		w.clock.Pass(30 * oneDay)
		p, err := w.do.EndMembership(k.clerk, command.EndMembershipInput{
			MembershipID: woman, Reason: schema.EndReasonRemoved, On: on("2026-04-01"),
		})
		done(w, p, err)
		k.expectFindings(w.visitor, residents, "2026-05-01", nil, "RC_SIZE 5–9: 4 false", "RC_WOMAN ≥ 1: 0 false")
		k.expectFindings(w.visitor, residents, "2026-05-01", &before, "RC_SIZE 5–9: 5 true", "RC_WOMAN ≥ 1: 1 true")
		k.expectFindings(w.visitor, residents, "2026-03-31", nil, "RC_SIZE 5–9: 5 true", "RC_WOMAN ≥ 1: 1 true")

		// Nothing was posted: a visitor is told the numbers and shown no seat.
		for name, c := range map[string]struct {
			as    context.Context
			seats int
		}{"a visitor": {w.visitor, 0}, "the clerk": {k.clerk, 6}} {
			shown, err := asked(c.as, view.On(w.store, on("2026-03-01"), nil).Compositions, w.store.Read().Organization.Get, residents)
			if err != nil || shown.Members != 5 || len(shown.Seats) != c.seats {
				t.Errorf("%s is told of %d members and shown %d seats (%v)", name, shown.Members, len(shown.Seats), err)
			}
		}
		unknown := enttest.NewClock().Now().Add(-oneDay)
		none, err := asked(k.clerk, view.On(w.store, nil, &unknown).Compositions, w.store.Read().Organization.Get, residents)
		if err != nil || none != nil {
			t.Errorf("before the register had it, the committee was composed as %v (%v)", none, err)
		}
		known, err := asked(k.clerk, view.On(w.store, on("2026-05-01"), &before).Compositions, w.store.Read().Organization.Get, residents)
		if err != nil || len(known.Seats) != 6 || !slices.ContainsFunc(known.Seats, func(s *view.Seat) bool { return s.MembershipID == woman.ID && s.To == nil }) {
			t.Errorf("before the end was known the seats were %+v (%v)", known.Seats, err)
		}
	})
}

// An owners' committee has an odd number of members, and somebody whose sex
// nobody recorded is not counted as a woman.
func TestCompositionOddAndUnknown(t *testing.T) {
	eachTown(t, func(w *town) {
		k := newWard(w, "410102001")
		k.adopt("UNPOSTED", unposted)
		owners := w.organization(schema.OrganizationKindOwnersCommittee, "业委会", ident.Nil, k.estate)
		member := k.elected(owners, schema.PostCategoryMember, 11)
		for i := range 6 {
			who := k.adult(string(rune('甲'+i)), schema.SexMale)
			k.owns(who, fmt.Sprintf("1-10%d", i))
			k.install(command.ProposeAppointmentInput{
				PostID: member, PersonID: *person(who), Mode: schema.MembershipModeElected, From: on(fmt.Sprintf("2026-01-0%d", i+1)),
			})
		}
		k.expectFindings(w.visitor, owners, "2026-01-05", nil, "OC_SIZE 5, 7, 9, 11: 5 true")
		k.expectFindings(w.visitor, owners, "2026-01-06", nil, "OC_SIZE 5, 7, 9, 11: 6 false")

		p, err := w.do.RegisterPerson(w.operator, command.RegisterPersonInput{
			Name: "性别不详", BirthDate: on("1980-05-05"), CommunityID: &ident.Area{ID: k.community},
		})
		residents := w.organization(schema.OrganizationKindResidentsCommittee, "居委会", ident.Nil, k.community)
		k.install(command.ProposeAppointmentInput{
			PostID: k.elected(residents, schema.PostCategoryChair, 1), PersonID: *person(done(w, p, err).PersonID), Mode: schema.MembershipModeElected,
		})
		c, err := asked(w.visitor, view.On(w.store, nil, nil).Compositions, w.store.Read().Organization.Get, residents)
		if err != nil || len(c.Findings) != 2 || c.Findings[1].Unknown != 1 || c.Findings[1].Got != "0" {
			t.Errorf("the composition is %+v (%v)", c, err)
		}
	})
}

// The five seats of Huangge: secretary of the estate's branch, a member of the
// residents' committee, the project manager, one of the Party members and one
// of the residents.
func TestFiveSeats(t *testing.T) {
	eachTown(t, func(w *town) {
		k := newWard(w, "440115100")
		k.adopt("UNPOSTED", unposted)
		forum := w.organization(schema.OrganizationKindCoGovernanceCommittee, "共建共治共享委员会", ident.Nil, k.estate)
		branch := w.organization(schema.OrganizationKindPartyBranch, "小区党支部", ident.Nil, k.estate)
		residents := w.organization(schema.OrganizationKindResidentsCommittee, "居委会", ident.Nil, k.community)
		meeting := w.organization(schema.OrganizationKindRepresentativesMeeting, "居民代表会议", ident.Nil, k.community)
		project := w.organization(schema.OrganizationKindPropertyProject, "物业项目部",
			w.organization(schema.OrganizationKindPropertyCompany, "物业公司", ident.Nil, k.street), k.estate)

		seats := k.post(forum, schema.PostCategoryMember, schema.SeatKindExOfficio, schema.VotingRightFull, 9)
		representing := k.post(forum, schema.PostCategoryRepresentative, schema.SeatKindElected, schema.VotingRightFull, 9)
		sit := func(who ident.ID, post ident.Post, from string, behalf *ident.Organization) {
			k.install(command.ProposeAppointmentInput{
				PostID: post, PersonID: *person(who), Mode: schema.MembershipModeElected, From: on(from), OnBehalfOfID: behalf,
			})
		}
		secretary, member, manager := k.adult("书记", schema.SexMale), k.adult("委员", schema.SexFemale), k.adult("经理", schema.SexMale)
		comrade, resident := k.adult("党员", schema.SexFemale), k.adult("居民", schema.SexMale)
		k.enrol(branch, secretary)
		k.enrol(branch, comrade)
		sit(secretary, k.elected(branch, schema.PostCategorySecretary, 1), "2026-01-01", nil)
		sit(member, k.elected(residents, schema.PostCategoryMember, 5), "2026-01-01", nil)
		sit(manager, k.elected(project, schema.PostCategoryProjectManager, 1), "2026-01-01", nil)

		sit(secretary, seats, "2026-02-01", nil)
		sit(member, seats, "2026-02-01", nil)
		sit(comrade, representing, "2026-02-01", organization(branch))
		k.expectFindings(w.visitor, forum, "2026-02-01", nil,
			"CG_SECRETARY ≥ 1: 1 true", "CG_RESIDENTS_COMMITTEE ≥ 1: 1 true", "CG_PROPERTY_MANAGER ≥ 1: 0 false",
			"CG_PARTY_REPRESENTATIVE ≥ 1: 1 true", "CG_RESIDENT_REPRESENTATIVE ≥ 1: 0 false")
		sit(manager, seats, "2026-03-01", nil)
		sit(resident, representing, "2026-03-01", organization(meeting))
		k.expectFindings(w.visitor, forum, "2026-03-01", nil,
			"CG_SECRETARY ≥ 1: 1 true", "CG_RESIDENTS_COMMITTEE ≥ 1: 1 true", "CG_PROPERTY_MANAGER ≥ 1: 1 true",
			"CG_PARTY_REPRESENTATIVE ≥ 1: 1 true", "CG_RESIDENT_REPRESENTATIVE ≥ 1: 1 true")
	})
}

// enrol makes somebody a Party member from the beginning of 2026.
func (k *ward) enrol(branch, who ident.ID) {
	k.Helper()
	p, err := k.do.EnrolMember(k.clerk, command.EnrolMemberInput{
		OrganizationID: *organization(branch), PersonID: person(who), Kind: schema.MembershipKindPartyMember, From: on("2026-01-01"),
	})
	done(k.town, p, err)
}

// Seven seats with five Party members reach the target of Yuetang, three with
// two do not, and the two bodies are never added up to seven of ten.
func TestPartyMemberRatio(t *testing.T) {
	eachTown(t, func(w *town) {
		k := newWard(w, "430304002")
		k.adopt("UNPOSTED", unposted)
		branch := w.organization(schema.OrganizationKindPartyBranch, "邻里党支部", ident.Nil, k.estate)
		bodies := map[ident.ID][2]int{}
		add := func(kind schema.OrganizationKind, seats, members int) ident.ID {
			body := w.organization(kind, string(kind), ident.Nil, k.estate)
			post := k.elected(body, schema.PostCategoryMember, seats)
			for i := range seats {
				who := k.adult(fmt.Sprintf("%s %d", kind, i), schema.SexMale)
				k.owns(who, fmt.Sprintf("%s-%d", kind, i))
				if i < members {
					k.enrol(branch, who)
				}
				k.install(command.ProposeAppointmentInput{
					PostID: post, PersonID: *person(who), Mode: schema.MembershipModeElected, From: on("2026-01-01"),
				})
			}
			bodies[body] = [2]int{members, seats}
			return body
		}
		committee := add(schema.OrganizationKindOwnersCommittee, 7, 5)
		supervision := add(schema.OrganizationKindOwnersSupervisionCommittee, 3, 2)
		forum := add(schema.OrganizationKindCoGovernanceCommittee, 2, 1)
		for body, met := range map[ident.ID]*bool{committee: new(true), supervision: new(false), forum: nil} {
			r, err := asked(w.visitor, view.On(w.store, on("2026-06-01"), nil).PartyMemberRatios, w.store.Read().Organization.Get, body)
			if err != nil {
				t.Fatal(err)
			}
			if [2]int{r.Numerator, r.Denominator} != bodies[body] || r.On.String() != "2026-06-01" || r.Sentence.In(fault.English) == "" {
				t.Errorf("%v have %+v", bodies[body], r)
			}
			if (met == nil) != (r.Met == nil) || met != nil && (*met != *r.Met || *r.Target != "7/10" || *r.Rule != "PARTY_SHARE_70" || !*r.Verified) {
				t.Errorf("%v: %+v, want met %v", bodies[body], r, met)
			}
		}
		r, err := asked(w.visitor, view.On(w.store, on("2025-12-31"), nil).PartyMemberRatios, w.store.Read().Organization.Get, committee)
		if err != nil || r.Numerator != 0 || r.Denominator != 0 || *r.Met {
			t.Errorf("before anybody sat there: %+v (%v)", r, err)
		}
	})
}

// The secretary who was elected chair heads two bodies, and one of them when
// no longer secretary.
func TestConcurrentHeads(t *testing.T) {
	eachTown(t, func(w *town) {
		k := newWard(w, "430304002")
		branch := w.organization(schema.OrganizationKindPartyBranch, "邻里党支部", ident.Nil, k.estate)
		owners := w.organization(schema.OrganizationKindOwnersCommittee, "业委会", ident.Nil, k.estate)
		who := k.adult("书记", schema.SexMale)
		k.owns(who, "1-101")
		k.enrol(branch, who)
		secretary := k.appoint(command.ProposeAppointmentInput{
			PostID: k.elected(branch, schema.PostCategorySecretary, 1), PersonID: *person(who), Mode: schema.MembershipModeElected,
		})
		chair := k.appoint(command.ProposeAppointmentInput{
			PostID: k.elected(owners, schema.PostCategoryChair, 1), PersonID: *person(who), Mode: schema.MembershipModeElected, SourceID: &secretary,
		})
		p, err := w.do.FormLinkage(k.clerk, command.FormLinkageInput{
			Name: "联动", AreaID: ident.Area{ID: k.estate}, RuleCode: "JOINT_ALL_PARTIES",
			Parties: []command.LinkagePartyInput{
				{OrganizationID: *organization(branch), Role: schema.LinkageRoleConvenes, Votes: true},
				{OrganizationID: *organization(owners), Role: schema.LinkageRoleParticipates, Votes: true},
			},
		})
		linkage := done(w, p, err).LinkageID
		heads, err := asked(w.visitor, view.On(w.store, nil, nil).ConcurrentHeads, w.store.Read().Linkage.Get, linkage)
		if err != nil || len(heads) != 1 || *heads[0].PersonID != who || len(heads[0].Seats) != 2 || heads[0].Seats[0].MembershipID != secretary.ID {
			t.Errorf("one person heads both: %+v (%v)", heads, err)
		}
		compositions, err := asked(w.visitor, view.On(w.store, nil, nil).PartyCompositions, w.store.Read().Linkage.Get, linkage)
		if err != nil || len(compositions) != 2 || compositions[1].Composition.OrganizationID != owners || len(compositions[1].Composition.Seats) != 1 {
			t.Errorf("the parties are composed as %+v (%v)", compositions, err)
		}
		w.clock.Pass(oneDay)
		if lapsed := k.end(secretary); len(lapsed) != 0 {
			t.Errorf("with the secretary's post lapsed %v", lapsed)
		}
		k.stands(chair, schema.MembershipStatusEffective)
		if heads, err = asked(w.visitor, view.On(w.store, nil, nil).ConcurrentHeads, w.store.Read().Linkage.Get, linkage); err != nil || len(heads) != 0 {
			t.Errorf("nobody heads both any more: %+v (%v)", heads, err)
		}
	})
}
