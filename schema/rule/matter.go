package rule

import (
	"slices"
	"strings"

	"sifang/schema"
	"sifang/schema/fault"
)

// Matter is a kind of question that comes to a vote. Matters are data: the
// nation reserves nine to the owners, Beijing ten, Hangzhou eleven.
type Matter struct {
	Code  string `json:"code" rule:"required"`
	Title Text   `json:"title" rule:"required"`
	Class Class  `json:"class" rule:"required"`
	// Authority is the body that may lawfully decide it. Any other body can
	// recommend or refer.
	Authority schema.DecisionAuthority `json:"authority" rule:"required"`
	Source    Source                   `json:"source" rule:"required"`
}

// Class says which threshold a matter takes.
type Class string

// The classes.
const (
	Ordinary Class = "ORDINARY"
	// Special matters take a larger majority (Civil Code art. 278, items 6 to 8).
	Special Class = "SPECIAL"
	// Unanimous matters take the consent of everybody concerned (art. 279).
	Unanimous Class = "UNANIMOUS"
)

// Values lists every Class.
func (Class) Values() []string { return []string{"ORDINARY", "SPECIAL", "UNANIMOUS"} }

// stricter lists, for each authority, those that may take its place. A joint
// meeting gives way to everybody, because it has no power of its own (its
// decisions are agreements); a committee gives way to those who elected it. The owners
// concerned and the assembly do not replace each other: no majority cures a
// missing consent (Civil Code art. 279).
var stricter = map[schema.DecisionAuthority][]schema.DecisionAuthority{
	schema.DecisionAuthorityJointMeeting: {
		schema.DecisionAuthorityOwnersAssembly, schema.DecisionAuthorityOwnersCommittee,
		schema.DecisionAuthorityResidentsMeeting, schema.DecisionAuthorityRepresentativesMeeting,
		schema.DecisionAuthorityResidentsCommittee, schema.DecisionAuthorityPartyOrganization,
		schema.DecisionAuthorityInterestedOwners, schema.DecisionAuthorityStreet,
	},
	schema.DecisionAuthorityOwnersCommittee: {schema.DecisionAuthorityOwnersAssembly},
	schema.DecisionAuthorityResidentsCommittee: {
		schema.DecisionAuthorityRepresentativesMeeting, schema.DecisionAuthorityResidentsMeeting,
	},
	schema.DecisionAuthorityRepresentativesMeeting: {schema.DecisionAuthorityResidentsMeeting},
}

// Stricter reports whether a matter of one authority may be given to another
// one because that is stricter.
func Stricter(from, to schema.DecisionAuthority) bool {
	return slices.Contains(stricter[from], to)
}

// OverrideAuthority tells whether the authority computed for a matter may be
// overridden for the stated reason. It refuses with AUTHORITY_NOT_STRICTER,
// and with BLANK if no reason is given.
func OverrideAuthority(computed, wanted schema.DecisionAuthority, reason string) fault.Faults {
	var faults fault.Faults
	if !Stricter(computed, wanted) {
		faults = append(faults, fault.New(fault.AuthorityNotStricter,
			"from", string(computed), "to", string(wanted)).At("authority"))
	}
	if strings.TrimSpace(reason) == "" {
		faults = append(faults, fault.New(fault.Blank).At("reason"))
	}
	return faults
}
