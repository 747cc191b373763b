package command_test

import (
	"fmt"
	"testing"

	"sifang/ent"
	"sifang/ent/command"
	"sifang/ent/db"
	"sifang/ent/db/assignment"
	"sifang/schema"
	"sifang/schema/fault"
	"sifang/schema/ident"
)

func TestAssign(t *testing.T) {
	eachTown(t, func(w *town) {
		branch := w.organization(schema.OrganizationKindPartyBranch, "小区党支部", ident.Nil, w.estate)
		secretary := w.officer("书记", branch, schema.PostCategorySecretary)
		member, other := w.person("党员"), w.person("居民")
		enrolled, err := w.do.EnrolMember(secretary, command.EnrolMemberInput{
			OrganizationID: *organization(branch), PersonID: person(member), Kind: schema.MembershipKindPartyMember, From: on("2020-01-01"),
		})
		done(w, enrolled, err)
		yard, grid := w.area(schema.AreaKindCourtyard, "一号院", w.community), w.area(schema.AreaKindGrid, "网格一", w.community)
		next := w.area(schema.AreaKindCommunity, "邻社区", w.street)
		abroad := w.area(schema.AreaKindCourtyard, "邻院", next)
		input := func(who ident.ID, duty schema.Duty, from, to string, areas ...ident.ID) command.AssignInput {
			in := command.AssignInput{Duty: duty, From: on(from)}
			if who.Kind() == ident.KindPerson {
				in.PersonID = person(who)
			} else {
				in.OrganizationID = organization(who)
			}
			if to != "" {
				in.To = on(to)
			}
			for _, id := range areas {
				in.AreaIDs = append(in.AreaIDs, *area(id))
			}
			return in
		}
		once(w, func(o ent.Order) (*command.AssignPayload, error) {
			in := input(member, schema.DutyContact, "2026-01-01", "", yard, grid)
			in.Order = o
			return w.do.Assign(secretary, in)
		})
		refuses(w, w.do.Assign, []refusal[command.AssignInput]{
			{"the same charge again", w.registrar, input(member, schema.DutyContact, "2026-02-01", "2026-03-01", w.estate, grid),
				[]fault.Code{fault.AlreadyExists}, "areaIds.1"},
			{"an area twice", w.registrar, input(member, schema.DutyPatrol, "2026-02-01", "", yard, yard), []fault.Code{fault.ListedTwice}, "areaIds.1"},
			{"no area", w.registrar, input(member, schema.DutyPatrol, "2026-02-01", ""), []fault.Code{fault.Blank}, "areaIds"},
			{"for no day", w.registrar, input(member, schema.DutyPatrol, "2026-02-01", "2026-02-01", yard), []fault.Code{fault.EndsBeforeItStarts}, "to"},
			{"nobody", w.registrar, command.AssignInput{AreaIDs: []ident.Area{*area(yard)}}, []fault.Code{fault.OneOfNeeded}, "personId"},
			{"somebody who does not belong to the branch", secretary, input(other, schema.DutyPatrol, "2026-02-01", "", yard), []fault.Code{fault.NotMandated}, ""},
			{"in another community", secretary, input(member, schema.DutyPatrol, "2026-02-01", "", yard, abroad), []fault.Code{fault.NotMandated}, ""},
		})
		for _, in := range []command.AssignInput{
			input(member, schema.DutyPatrol, "2026-02-01", "", yard),
			input(branch, schema.DutyCharge, "2026-02-01", "", yard),
		} {
			p, err := w.do.Assign(secretary, in)
			done(w, p, err)
		}
		w.seen(func(c *db.Client) counted { return c.Assignment.Query().Where(assignment.AreaID(yard)) }, 3, 3)
	})
}

// Twenty-two Party members of the district's offices share seventy-eight
// courtyards that nobody manages; each courtyard has one, some have two.
func TestMembersAndCourtyards(t *testing.T) {
	const members, courtyards = 22, 78
	eachTown(t, func(w *town) {
		yards := w.areas(schema.AreaKindCourtyard, w.community, courtyards)
		given := 0
		for i := range members {
			// The list of each begins where that of the one before ends, but for
			// the last courtyard, which both look after if it is shared.
			from, to := i*courtyards/members, (i+1)*courtyards/members
			if i%2 == 1 {
				from--
			}
			p, err := w.do.Assign(w.registrar, command.AssignInput{
				PersonID: person(w.person(fmt.Sprintf("联建党员%d", i+1))), Duty: schema.DutyContact, AreaIDs: yards[from:to],
			})
			given += len(done(w, p, err).AssignmentIDs)
		}
		if given != courtyards+members/2 {
			t.Errorf("%d assignments, want %d", given, courtyards+members/2)
		}
		shared := 0
		for _, yard := range yards {
			n, err := w.store.Read().Assignment.Query().Where(assignment.AreaID(yard.ID)).Count(w.visitor)
			if err != nil || n < 1 || n > 2 {
				t.Fatalf("a courtyard has %d (%v)", n, err)
			}
			shared += n - 1
		}
		if shared != members/2 {
			t.Errorf("%d courtyards have two, want %d", shared, members/2)
		}
	})
}
