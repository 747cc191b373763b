package hierarchy_test

import (
	"slices"
	"testing"

	"sifang/schema"
	"sifang/schema/fault"
	"sifang/schema/hierarchy"
)

func TestAllowed(t *testing.T) {
	for _, c := range []struct {
		name          string
		child, parent schema.OrganizationKind
		want          bool
	}{
		{"a grid's branch below the estate's", schema.OrganizationKindGridPartyBranch, schema.OrganizationKindPartyBranch, true},
		{"a group below a grid's branch", schema.OrganizationKindPartyGroup, schema.OrganizationKindGridPartyBranch, true},
		{"a group below the estate's branch", schema.OrganizationKindPartyGroup, schema.OrganizationKindPartyBranch, true},
		{"a group skips no level", schema.OrganizationKindPartyGroup, schema.OrganizationKindPartyCommittee, false},
		{"a branch below a group", schema.OrganizationKindPartyBranch, schema.OrganizationKindPartyGroup, false},
		{"the estate's branch below a grid's", schema.OrganizationKindPartyBranch, schema.OrganizationKindGridPartyBranch, false},
		{"a grid's branch below the community", schema.OrganizationKindGridPartyBranch, schema.OrganizationKindPartyGeneralBranch, true},
		{"an estate's branch below the general branch", schema.OrganizationKindPartyBranch, schema.OrganizationKindPartyGeneralBranch, true},
		{"a general branch below the street", schema.OrganizationKindPartyGeneralBranch, schema.OrganizationKindPartyWorkingCommittee, true},
		{"a committee below a township's", schema.OrganizationKindPartyCommittee, schema.OrganizationKindPartyCommittee, true},
		{"the street below a community", schema.OrganizationKindPartyWorkingCommittee, schema.OrganizationKindPartyCommittee, false},
		{"a temporary branch below the street", schema.OrganizationKindTemporaryPartyBranch, schema.OrganizationKindPartyWorkingCommittee, true},
		{"a trade's committee at a department", schema.OrganizationKindIndustryPartyCommittee, schema.OrganizationKindGovernmentDepartment, true},
		{"a Party branch below the owners", schema.OrganizationKindPartyBranch, schema.OrganizationKindOwnersCommittee, false},
		{"a subcommittee below its committee", schema.OrganizationKindResidentsSubcommittee, schema.OrganizationKindResidentsCommittee, true},
		{"a subcommittee below the owners", schema.OrganizationKindResidentsSubcommittee, schema.OrganizationKindOwnersCommittee, false},
		{"supervisors below those they watch", schema.OrganizationKindResidentsSupervisionCommittee, schema.OrganizationKindResidentsCommittee, false},
		{"supervisors below the residents' meeting", schema.OrganizationKindResidentsSupervisionCommittee, schema.OrganizationKindResidentsMeeting, true},
		{"a site below its company", schema.OrganizationKindPropertyProject, schema.OrganizationKindPropertyCompany, true},
		{"a site below the owners", schema.OrganizationKindPropertyProject, schema.OrganizationKindOwnersAssembly, false},
		{"the committee below the assembly", schema.OrganizationKindOwnersCommittee, schema.OrganizationKindOwnersAssembly, true},
		{"the assembly below its committee", schema.OrganizationKindOwnersAssembly, schema.OrganizationKindOwnersCommittee, false},
		{"volunteers below anything", schema.OrganizationKindVolunteerTeam, schema.OrganizationKindPropertyProject, true},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := hierarchy.Allowed(c.child, c.parent); got != c.want {
				t.Errorf("Allowed(%s, %s) = %v", c.child, c.parent, got)
			}
			refused := hierarchy.Check(c.child, c.parent)
			if (refused == nil) != c.want {
				t.Errorf("Check(%s, %s) = %v", c.child, c.parent, refused)
			}
		})
	}
}

func TestCheckWithoutParent(t *testing.T) {
	for kind, want := range map[schema.OrganizationKind]fault.Code{
		schema.OrganizationKindPartyGroup:            fault.ParentNeeded,
		schema.OrganizationKindResidentsSubcommittee: fault.ParentNeeded,
		schema.OrganizationKindGridPartyBranch:       "",
		schema.OrganizationKindOwnersCommittee:       "",
		schema.OrganizationKindAlliance:              "",
	} {
		var got fault.Code
		if refused := hierarchy.Check(kind, ""); refused != nil {
			got = refused.Code
		}
		if got != want {
			t.Errorf("%s without a parent is refused with %q, want %q", kind, got, want)
		}
	}
}

// Nothing that must have a parent may be without a kind of parent, and only
// committees of one kind stand under each other: otherwise levels would run in
// circles.
func TestLevels(t *testing.T) {
	alike := []schema.OrganizationKind{
		schema.OrganizationKindPartyWorkingCommittee, schema.OrganizationKindPartyCommittee,
		schema.OrganizationKindIndustryPartyCommittee,
	}
	for _, name := range schema.OrganizationKind("").Values() {
		kind := schema.OrganizationKind(name)
		parents, tabulated := hierarchy.Parents(kind)
		if hierarchy.Check(kind, "") != nil && len(parents) == 0 {
			t.Errorf("%s needs a parent and may have none", kind)
		}
		for _, parent := range parents {
			back, closed := hierarchy.Parents(parent)
			circle := closed && slices.Contains(back, kind)
			if circle && (parent != kind || !slices.Contains(alike, kind)) {
				t.Errorf("%s and %s may stand under each other", kind, parent)
			}
		}
		if !tabulated && len(parents) > 0 {
			t.Errorf("%s is free and yet has parents", kind)
		}
	}
}
