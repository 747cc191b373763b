package mandate

import (
	"slices"

	"sifang/schema"
	"sifang/schema/ident"
)

// Office is a post that the viewer holds on the day.
type Office struct {
	Organization ident.ID
	Kind         schema.OrganizationKind
	Category     schema.PostCategory
	Community    ident.ID   // zero above communities
	Reach        []ident.ID // the communities below, for an office above communities
}

// Viewer is whoever asks.
type Viewer struct {
	Person   ident.ID // zero for the operator, the clock and visitors
	Operator bool     // the operator of the service, who sets up what no office exists for yet
	Clock    bool     // nobody: an announced time has come
	Offices  []Office
}

// Subject is what the verb is about, as far as it decides who may act.
type Subject struct {
	Community     ident.ID   // zero above communities
	Registers     []ident.ID // above communities, the offices in whose territory it lies; nil for what lies in none, such as a person
	Organizations []ident.ID // those whose officers may act: the organization and those it stands under
	Persons       []ident.ID // those who may act for themselves
	Chair         ident.ID   // who presides
}

// Ground is a reason why somebody may do something.
type Ground string

// The grounds.
const (
	Operator  Ground = "OPERATOR"  // runs the service
	Registrar Ground = "REGISTRAR" // keeps the register of the community
	Officer   Ground = "OFFICER"   // holds a leading or clerical post in the organization or one above it
	Presiding Ground = "PRESIDING" // presides over the meeting
	Oneself   Ground = "ONESELF"   // is the person concerned
	SignedIn  Ground = "SIGNED_IN" // is anybody who signed in
	Clock     Ground = "CLOCK"     // the announced time, when it has come
)

// meaning is what a ground says to people and asks of the facts.
type meaning struct {
	name   Ground
	zh, en string
	holds  func(Viewer, Subject) bool
}

var grounds = []meaning{
	{Operator, "系统运行人员", "the operator of the service", func(v Viewer, _ Subject) bool { return v.Operator }},
	{Registrar, "社区登记人员（街道、社区党组织或居委会的负责人、工作人员）",
		"a registrar of the community (an officer or worker of the street, the Party organization or the residents' committee)", keepsRegister},
	{Officer, "该组织或其上级组织的负责人或工作人员", "an officer or clerk of the organization or of one above it", leads},
	{Presiding, "会议主持人", "whoever presides over the meeting", func(v Viewer, s Subject) bool { return is(v, s.Chair) }},
	{Oneself, "本人", "the person concerned", func(v Viewer, s Subject) bool {
		return slices.ContainsFunc(s.Persons, func(p ident.ID) bool { return is(v, p) })
	}},
	{SignedIn, "已登录人员", "anybody signed in", func(v Viewer, _ Subject) bool { return v.Operator || !v.Person.IsZero() }},
	{Clock, "系统（到公布的时间自动办理）", "the service itself, at the time announced", func(v Viewer, _ Subject) bool { return v.Clock }},
}

func is(v Viewer, person ident.ID) bool { return !v.Person.IsZero() && v.Person == person }

var leading = []schema.PostCategory{
	schema.PostCategorySecretary, schema.PostCategoryDeputySecretary, schema.PostCategoryChair,
	schema.PostCategoryViceChair, schema.PostCategoryProjectManager, schema.PostCategoryClerk,
}

// Registering are the kinds of bodies whose officers keep the register.
var Registering = []schema.OrganizationKind{
	schema.OrganizationKindStreetOffice, schema.OrganizationKindPartyWorkingCommittee,
	schema.OrganizationKindPartyCommittee, schema.OrganizationKindPartyGeneralBranch,
	schema.OrganizationKindResidentsCommittee,
}

func keepsRegister(v Viewer, s Subject) bool {
	return slices.ContainsFunc(v.Offices, func(o Office) bool { return o.Registers() && o.governs(s) })
}

// Registers reports whether whoever holds the office keeps a register.
func (o Office) Registers() bool {
	clerical := o.Leads() || o.Category == schema.PostCategoryCommunityWorker
	return clerical && slices.Contains(Registering, o.Kind)
}

// Leads reports whether the office is a leading or clerical one, whose holder acts
// for the organization.
func (o Office) Leads() bool { return slices.Contains(leading, o.Category) }

// governs reports whether the office lies in the community or above it. What
// lies above communities only an office above communities governs, in its own
// territory.
func (o Office) governs(s Subject) bool {
	switch {
	case !s.Community.IsZero():
		return o.Community == s.Community || slices.Contains(o.Reach, s.Community)
	case s.Registers != nil:
		return o.Community.IsZero() && slices.Contains(s.Registers, o.Organization)
	default:
		return o.Community.IsZero()
	}
}

func leads(v Viewer, s Subject) bool {
	return slices.ContainsFunc(v.Offices, func(o Office) bool {
		return o.Leads() && slices.Contains(s.Organizations, o.Organization)
	})
}
