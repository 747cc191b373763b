package command_test

import (
	"sync"
	"testing"

	"sifang/ent/command"
	"sifang/schema"
	"sifang/schema/fault"
	"sifang/schema/ident"
)

// What no index keeps apart a lock does: of several who enter the same thing
// at the same time one succeeds, and the others are refused by name.
func TestAtOnce(t *testing.T) {
	eachTown(t, func(w *town) {
		who, estate := w.person("甲"), []ident.Area{*area(w.estate)}
		owners := w.organization(schema.OrganizationKindOwnersCommittee, "业委会", ident.Nil, w.estate)
		chairman := w.person("主任")
		w.seat(chairman, owners, schema.PostCategoryChair)
		delegates := w.linkage(w.committee, owners)
		one, other := *organization(w.committee), *organization(owners)
		for name, verb := range map[string]func(int) error{
			"registerHousehold": func(int) error {
				_, err := w.do.RegisterHousehold(w.registrar, command.RegisterHouseholdInput{Label: "5栋301", AreaID: estate[0]})
				return err
			},
			"registerResidence": func(int) error {
				_, err := w.do.RegisterResidence(w.registrar, command.RegisterResidenceInput{
					PersonID: *person(who), AreaID: *area(w.community), VoterStatus: schema.VoterStatusVoter,
				})
				return err
			},
			"declareInterest": func(int) error {
				_, err := w.do.DeclareInterest(w.registrar, command.DeclareInterestInput{
					PersonID: *person(who), Kind: schema.DeclarationKindConduct, Relation: "ARREARS",
				})
				return err
			},
			"relateOrganizations": func(i int) error {
				in := command.RelateOrganizationsInput{Kind: schema.RelationKindAllied, OrganizationID: one, TargetID: other}
				if i%2 == 1 {
					in.OrganizationID, in.TargetID = other, one
				}
				_, err := w.do.RelateOrganizations(w.registrar, in)
				return err
			},
			"coverArea": func(int) error {
				_, err := w.do.CoverArea(w.registrar, command.CoverAreaInput{OrganizationID: other, AreaIDs: estate})
				return err
			},
			"assign": func(int) error {
				_, err := w.do.Assign(w.registrar, command.AssignInput{PersonID: person(who), Duty: schema.DutyCare, AreaIDs: estate})
				return err
			},
			"enrolMember": func(int) error {
				_, err := w.do.EnrolMember(w.registrar, command.EnrolMemberInput{OrganizationID: other, PersonID: person(who), Kind: schema.MembershipKindAdviser})
				return err
			},
			"authorizeDelegate": func(int) error {
				_, err := w.do.AuthorizeDelegate(w.as(chairman), command.AuthorizeDelegateInput{
					PartyID: ident.LinkageParty{ID: delegates[1]}, PersonID: *person(chairman),
				})
				return err
			},
		} {
			w.Run(name, func(t *testing.T) { oneOf(t, 6, verb) })
		}
	})
}

// Of terms that begin at the same time one begins.
func TestStartTermAtOnce(t *testing.T) {
	eachTown(t, func(w *town) {
		answers := atOnce(6, func(int) error {
			_, err := w.do.StartTerm(w.registrar, w.term(w.committee, "2026-06-01", "2031-06-01"))
			return err
		})
		begun := 0
		for _, err := range answers {
			if err == nil {
				begun++
			} else {
				refusedWith(t, err, fault.TermsOverlap)
			}
		}
		if begun != 1 {
			t.Errorf("%d terms began, want 1", begun)
		}
	})
}

// oneOf asserts that of n who do the same at once one succeeds and the others
// are refused with ALREADY_EXISTS.
func oneOf(t *testing.T, n int, verb func(int) error) {
	t.Helper()
	succeeded := 0
	for _, err := range atOnce(n, verb) {
		if err == nil {
			succeeded++
		} else {
			refusedWith(t, err, fault.AlreadyExists)
		}
	}
	if succeeded != 1 {
		t.Errorf("%d of %d succeeded, want 1", succeeded, n)
	}
}

// atOnce runs something n times at the same time.
func atOnce(n int, do func(int) error) []error {
	answers := make([]error, n)
	var all sync.WaitGroup
	for i := range n {
		all.Go(func() { answers[i] = do(i) })
	}
	all.Wait()
	return answers
}
