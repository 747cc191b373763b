package hierarchy

import (
	"slices"

	"sifang/schema"
	"sifang/schema/fault"
)

// level is where a kind of organization may stand.
type level struct {
	under  []schema.OrganizationKind
	always bool // it is a part of another one and exists under none other
}

// Party organizations that lead others in a community, and those above them.
var (
	leading = []schema.OrganizationKind{
		schema.OrganizationKindPartyCommittee, schema.OrganizationKindPartyGeneralBranch,
		schema.OrganizationKindGrandPartyCommittee,
	}
	above = []schema.OrganizationKind{
		schema.OrganizationKindPartyWorkingCommittee, schema.OrganizationKindPartyCommittee,
	}
	branches = []schema.OrganizationKind{
		schema.OrganizationKindPartyBranch, schema.OrganizationKindGridPartyBranch,
		schema.OrganizationKindTemporaryPartyBranch,
	}
)

// meetings are the bodies of all residents, to which nobody is superior
// (Residents' Committee Organic Law art. 26 to 30).
var meetings = []schema.OrganizationKind{
	schema.OrganizationKindResidentsMeeting, schema.OrganizationKindRepresentativesMeeting,
}

var levels = map[schema.OrganizationKind]level{
	schema.OrganizationKindPartyWorkingCommittee: {under: []schema.OrganizationKind{schema.OrganizationKindPartyWorkingCommittee}},
	// A township has a Party committee where a street has a working committee,
	// so one Party committee may stand under another.
	schema.OrganizationKindPartyCommittee:      {under: above},
	schema.OrganizationKindGrandPartyCommittee: {under: above},
	schema.OrganizationKindPartyGeneralBranch: {under: slices.Concat(above, []schema.OrganizationKind{
		schema.OrganizationKindGrandPartyCommittee, schema.OrganizationKindIndustryPartyCommittee,
	})},
	schema.OrganizationKindIndustryPartyCommittee: {under: slices.Concat(above, []schema.OrganizationKind{
		schema.OrganizationKindIndustryPartyCommittee, schema.OrganizationKindGovernmentDepartment,
	})},
	schema.OrganizationKindPartyBranch: {under: slices.Concat(leading, []schema.OrganizationKind{
		schema.OrganizationKindPartyWorkingCommittee, schema.OrganizationKindIndustryPartyCommittee,
	})},
	schema.OrganizationKindTemporaryPartyBranch: {under: slices.Concat(leading, []schema.OrganizationKind{
		schema.OrganizationKindPartyWorkingCommittee, schema.OrganizationKindIndustryPartyCommittee, schema.OrganizationKindPartyBranch,
	})},
	schema.OrganizationKindGridPartyBranch: {under: slices.Concat(leading, []schema.OrganizationKind{schema.OrganizationKindPartyBranch})},
	schema.OrganizationKindPartyGroup:      {under: branches, always: true},

	// The residents' meeting is the highest body of the residents. The
	// supervision committee answers to it, not to the committee it watches over
	// (Residents' Committee Organic Law art. 36).
	schema.OrganizationKindResidentsMeeting:              {},
	schema.OrganizationKindRepresentativesMeeting:        {under: []schema.OrganizationKind{schema.OrganizationKindResidentsMeeting}},
	schema.OrganizationKindResidentsSupervisionCommittee: {under: meetings},
	schema.OrganizationKindResidentsSubcommittee:         {under: []schema.OrganizationKind{schema.OrganizationKindResidentsCommittee}, always: true},

	// The owners' committee carries out what the assembly decides (Civil Code
	// art. 277, 278), and the owners' supervisors watch over it for the assembly.
	schema.OrganizationKindOwnersAssembly:             {},
	schema.OrganizationKindOwnersCommittee:            {under: []schema.OrganizationKind{schema.OrganizationKindOwnersAssembly}},
	schema.OrganizationKindOwnersSupervisionCommittee: {under: []schema.OrganizationKind{schema.OrganizationKindOwnersAssembly}},

	schema.OrganizationKindPropertyProject: {under: []schema.OrganizationKind{schema.OrganizationKindPropertyCompany}},
}

// Allowed reports whether an organization of the one kind may stand under one
// of the other.
func Allowed(child, parent schema.OrganizationKind) bool {
	l, tabulated := levels[child]
	return !tabulated || slices.Contains(l.under, parent)
}

// Parents lists the kinds that an organization of this kind may stand under.
// It reports false if it may stand under any.
func Parents(child schema.OrganizationKind) ([]schema.OrganizationKind, bool) {
	l, tabulated := levels[child]
	return slices.Clone(l.under), tabulated
}

// Check refuses, with WRONG_LEVEL, a parent under which an organization of this
// kind does not stand, and with PARENT_NEEDED no parent at all (the empty
// kind) where the organization exists only as a part of another one.
func Check(child, parent schema.OrganizationKind) *fault.Fault {
	allowed, _ := Parents(child)
	switch {
	case parent == "" && levels[child].always:
		return fault.New(fault.ParentNeeded, "kind", child, "allowed", words(allowed))
	case parent != "" && !Allowed(child, parent):
		return fault.New(fault.WrongLevel, "kind", child, "parent", parent, "allowed", words(allowed))
	}
	return nil
}
