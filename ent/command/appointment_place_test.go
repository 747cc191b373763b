package command_test

import (
	"testing"

	"sifang/ent/command"
	"sifang/schema"
	"sifang/schema/fault"
	"sifang/schema/ident"
)

// Whoever a corporate owner authorized may sit for it, and only for it.
func TestCorporateOwnerSendsSomebody(t *testing.T) {
	eachTown(t, func(w *town) {
		k := newWard(w, "410102001")
		owners := w.organization(schema.OrganizationKindOwnersCommittee, "业委会", ident.Nil, k.estate)
		firm := w.organization(schema.OrganizationKindLocalEmployer, "单位业主", ident.Nil, k.street)
		stranger := w.organization(schema.OrganizationKindLocalEmployer, "其他单位", ident.Nil, k.street)
		in := k.flat("1-101")
		in.AreaID = ident.Area{ID: k.estate}
		unit, err := w.do.RegisterUnit(k.clerk, in)
		done(w, unit, err)
		p, err := w.do.RegisterOwnership(k.clerk, command.RegisterOwnershipInput{
			UnitID: ident.Unit{ID: unit.UnitID}, OrganizationID: organization(firm), From: on("2020-01-01"),
		})
		done(w, p, err)
		seat := command.ProposeAppointmentInput{
			PostID: k.elected(owners, schema.PostCategoryMember, 5), PersonID: *person(k.adult("单位代表", schema.SexMale)),
			Mode: schema.MembershipModeElected,
		}
		foreign, sent := seat, seat
		foreign.OnBehalfOfID, sent.OnBehalfOfID = organization(stranger), organization(firm)
		refuses(w, w.do.ProposeAppointment, []refusal[command.ProposeAppointmentInput]{
			{"for nobody", w.operator, seat, []fault.Code{fault.NotEligible}, "personId"},
			{"for somebody who owns nothing there", w.operator, foreign, []fault.Code{fault.NotEligible}, "personId"},
		})
		k.propose(sent)
	})
}

// Staff of a company are barred where the company is at work, through a
// project or under a contract, and not where it merely has its office.
func TestWhereACompanyIsAtWork(t *testing.T) {
	eachTown(t, func(w *town) {
		k := newWard(w, "410102001")
		elsewhere := w.area(schema.AreaKindEstate, "另一小区", k.community)
		for name, c := range map[string]struct {
			work    func(company, owners ident.ID)
			refused bool
		}{
			"an office in the street": {func(company, _ ident.ID) {
				w.organization(schema.OrganizationKindPropertyProject, "别处项目", company, elsewhere)
			}, false},
			"nothing is known of where it works": {func(ident.ID, ident.ID) {}, true},
			"a project in the estate": {func(company, _ ident.ID) {
				w.organization(schema.OrganizationKindPropertyProject, "本项目", company, k.estate)
			}, true},
			"a contract with the owners": {func(company, owners ident.ID) {
				w.organization(schema.OrganizationKindPropertyProject, "别处项目", company, elsewhere)
				p, err := w.do.RelateOrganizations(k.clerk, command.RelateOrganizationsInput{
					Kind: schema.RelationKindServes, OrganizationID: *organization(company), TargetID: *organization(owners),
				})
				done(w, p, err)
			}, true},
		} {
			owners := w.organization(schema.OrganizationKindOwnersCommittee, name, ident.Nil, k.estate)
			company := w.organization(schema.OrganizationKindPropertyCompany, name, ident.Nil, k.street)
			c.work(company, owners)
			employee := k.adult(name, schema.SexMale)
			k.owns(employee, name)
			k.declare(command.DeclareInterestInput{
				PersonID: *person(employee), Kind: schema.DeclarationKindEmployment, Relation: "EMPLOYEE", AboutOrganizationID: organization(company),
			})
			_, err := w.do.ProposeAppointment(w.operator, command.ProposeAppointmentInput{
				PostID: k.elected(owners, schema.PostCategoryMember, 5), PersonID: *person(employee), Mode: schema.MembershipModeElected,
			})
			if c.refused {
				refusedWith(t, err, fault.Incompatible)
			} else if err != nil {
				t.Errorf("%s: %v", name, err)
			}
		}
	})
}
