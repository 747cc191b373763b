package ident

import "fmt"

// An identifier in a verb's input has a type of its own, so that one of
// another kind is refused while the request is decoded.
type (
	// Area identifies one Area.
	Area struct{ ID }
	// AreaLink identifies one AreaLink.
	AreaLink struct{ ID }
	// Unit identifies one Unit.
	Unit struct{ ID }
	// Person identifies one Person.
	Person struct{ ID }
	// Household identifies one Household.
	Household struct{ ID }
	// Residence identifies one Residence.
	Residence struct{ ID }
	// Ownership identifies one Ownership.
	Ownership struct{ ID }
	// Declaration identifies one Declaration.
	Declaration struct{ ID }
	// Organization identifies one Organization.
	Organization struct{ ID }
	// OrganizationRelation identifies one OrganizationRelation.
	OrganizationRelation struct{ ID }
	// OrganizationArea identifies one OrganizationArea.
	OrganizationArea struct{ ID }
	// Term identifies one Term.
	Term struct{ ID }
	// Post identifies one Post.
	Post struct{ ID }
	// Membership identifies one Membership.
	Membership struct{ ID }
	// Assignment identifies one Assignment.
	Assignment struct{ ID }
	// Linkage identifies one Linkage.
	Linkage struct{ ID }
	// LinkageParty identifies one LinkageParty.
	LinkageParty struct{ ID }
	// PartyDelegate identifies one PartyDelegate.
	PartyDelegate struct{ ID }
	// RuleSet identifies one RuleSet.
	RuleSet struct{ ID }
	// Proposal identifies one Proposal.
	Proposal struct{ ID }
	// Meeting identifies one Meeting.
	Meeting struct{ ID }
	// AgendaItem identifies one AgendaItem.
	AgendaItem struct{ ID }
	// Attendance identifies one Attendance.
	Attendance struct{ ID }
	// Roll identifies one Roll.
	Roll struct{ ID }
	// RollEntry identifies one RollEntry.
	RollEntry struct{ ID }
	// Vote identifies one Vote.
	Vote struct{ ID }
	// Ballot identifies one Ballot.
	Ballot struct{ ID }
	// Verdict identifies one Verdict.
	Verdict struct{ ID }
	// Resolution identifies one Resolution.
	Resolution struct{ ID }
	// Publication identifies one Publication.
	Publication struct{ ID }
	// AuditEvent identifies one AuditEvent.
	AuditEvent struct{ ID }
)

// UnmarshalGQL refuses an identifier of another kind.
func (i *Area) UnmarshalGQL(v any) error { return i.decode(v, KindArea) }

// UnmarshalGQL refuses an identifier of another kind.
func (i *AreaLink) UnmarshalGQL(v any) error { return i.decode(v, KindAreaLink) }

// UnmarshalGQL refuses an identifier of another kind.
func (i *Unit) UnmarshalGQL(v any) error { return i.decode(v, KindUnit) }

// UnmarshalGQL refuses an identifier of another kind.
func (i *Person) UnmarshalGQL(v any) error { return i.decode(v, KindPerson) }

// UnmarshalGQL refuses an identifier of another kind.
func (i *Household) UnmarshalGQL(v any) error { return i.decode(v, KindHousehold) }

// UnmarshalGQL refuses an identifier of another kind.
func (i *Residence) UnmarshalGQL(v any) error { return i.decode(v, KindResidence) }

// UnmarshalGQL refuses an identifier of another kind.
func (i *Ownership) UnmarshalGQL(v any) error { return i.decode(v, KindOwnership) }

// UnmarshalGQL refuses an identifier of another kind.
func (i *Declaration) UnmarshalGQL(v any) error { return i.decode(v, KindDeclaration) }

// UnmarshalGQL refuses an identifier of another kind.
func (i *Organization) UnmarshalGQL(v any) error { return i.decode(v, KindOrganization) }

// UnmarshalGQL refuses an identifier of another kind.
func (i *OrganizationRelation) UnmarshalGQL(v any) error {
	return i.decode(v, KindOrganizationRelation)
}

// UnmarshalGQL refuses an identifier of another kind.
func (i *OrganizationArea) UnmarshalGQL(v any) error { return i.decode(v, KindOrganizationArea) }

// UnmarshalGQL refuses an identifier of another kind.
func (i *Term) UnmarshalGQL(v any) error { return i.decode(v, KindTerm) }

// UnmarshalGQL refuses an identifier of another kind.
func (i *Post) UnmarshalGQL(v any) error { return i.decode(v, KindPost) }

// UnmarshalGQL refuses an identifier of another kind.
func (i *Membership) UnmarshalGQL(v any) error { return i.decode(v, KindMembership) }

// UnmarshalGQL refuses an identifier of another kind.
func (i *Assignment) UnmarshalGQL(v any) error { return i.decode(v, KindAssignment) }

// UnmarshalGQL refuses an identifier of another kind.
func (i *Linkage) UnmarshalGQL(v any) error { return i.decode(v, KindLinkage) }

// UnmarshalGQL refuses an identifier of another kind.
func (i *LinkageParty) UnmarshalGQL(v any) error { return i.decode(v, KindLinkageParty) }

// UnmarshalGQL refuses an identifier of another kind.
func (i *PartyDelegate) UnmarshalGQL(v any) error { return i.decode(v, KindPartyDelegate) }

// UnmarshalGQL refuses an identifier of another kind.
func (i *RuleSet) UnmarshalGQL(v any) error { return i.decode(v, KindRuleSet) }

// UnmarshalGQL refuses an identifier of another kind.
func (i *Proposal) UnmarshalGQL(v any) error { return i.decode(v, KindProposal) }

// UnmarshalGQL refuses an identifier of another kind.
func (i *Meeting) UnmarshalGQL(v any) error { return i.decode(v, KindMeeting) }

// UnmarshalGQL refuses an identifier of another kind.
func (i *AgendaItem) UnmarshalGQL(v any) error { return i.decode(v, KindAgendaItem) }

// UnmarshalGQL refuses an identifier of another kind.
func (i *Attendance) UnmarshalGQL(v any) error { return i.decode(v, KindAttendance) }

// UnmarshalGQL refuses an identifier of another kind.
func (i *Roll) UnmarshalGQL(v any) error { return i.decode(v, KindRoll) }

// UnmarshalGQL refuses an identifier of another kind.
func (i *RollEntry) UnmarshalGQL(v any) error { return i.decode(v, KindRollEntry) }

// UnmarshalGQL refuses an identifier of another kind.
func (i *Vote) UnmarshalGQL(v any) error { return i.decode(v, KindVote) }

// UnmarshalGQL refuses an identifier of another kind.
func (i *Ballot) UnmarshalGQL(v any) error { return i.decode(v, KindBallot) }

// UnmarshalGQL refuses an identifier of another kind.
func (i *Verdict) UnmarshalGQL(v any) error { return i.decode(v, KindVerdict) }

// UnmarshalGQL refuses an identifier of another kind.
func (i *Resolution) UnmarshalGQL(v any) error { return i.decode(v, KindResolution) }

// UnmarshalGQL refuses an identifier of another kind.
func (i *Publication) UnmarshalGQL(v any) error { return i.decode(v, KindPublication) }

// UnmarshalGQL refuses an identifier of another kind.
func (i *AuditEvent) UnmarshalGQL(v any) error { return i.decode(v, KindAuditEvent) }

// ErrWrongKind reports an identifier of another kind than the field takes.
type ErrWrongKind struct{ Want, Got Kind }

func (e ErrWrongKind) Error() string {
	return fmt.Sprintf("identifier of a %s where one of a %s belongs", e.Got, e.Want)
}

func (i *ID) decode(v any, want Kind) error {
	if err := i.UnmarshalGQL(v); err != nil {
		return err
	}
	if got := i.Kind(); got != want {
		return ErrWrongKind{Want: want, Got: got}
	}
	return nil
}
