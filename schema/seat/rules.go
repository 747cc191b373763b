package seat

import (
	"sifang/schema"
	"sifang/schema/day"
)

// Rules say who may sit where in one jurisdiction, and what those who sit owe:
// elections in time, filings, handovers, meetings. The document of a rule set
// holds them as JSON.
type Rules struct {
	Eligibility     []Eligibility     `json:"eligibility,omitempty"`
	Incompatibility []Incompatibility `json:"incompatibility,omitempty"`
	Tenure          []Tenure          `json:"tenure,omitempty"`
	Composition     []Requirement     `json:"composition,omitempty"`
	Ratios          []Target          `json:"ratios,omitempty"`
	Publication     []Publication     `json:"publication,omitempty"`
	Renewal         []Renewal         `json:"renewal,omitempty"`
	Caretaker       []Caretaker       `json:"caretaker,omitempty"`
	Filing          []Filing          `json:"filing,omitempty"`
	Handover        []Handover        `json:"handover,omitempty"`
	Ending          []Ending          `json:"ending,omitempty"`
	Meetings        []Interval        `json:"meetings,omitempty"`
}

// Head is what every rule carries. The code is unique within its section and
// names the rule for good: a more specific set of rules replaces the rule of
// the same code, or switches it off with a Head alone.
type Head struct {
	Code     string   `json:"code"`
	Off      bool     `json:"off,omitempty"`
	Source   Source   `json:"source,omitzero"`
	Sentence Sentence `json:"sentence,omitzero"`
}

func (h Head) head() Head { return h }

// Source says where a rule stands, which version of that text was meant, and
// when somebody last compared the two. TextDate is the day on which that
// version was adopted.
type Source struct {
	Title      string   `json:"title"`
	Article    string   `json:"article,omitempty"`
	TextDate   day.Date `json:"textDate,omitzero"`
	VerifiedOn day.Date `json:"verifiedOn,omitzero"`
}

// Verified reports whether the rule was compared with the text it names. One
// that was not is general knowledge or custom, and is shown as such.
func (s Source) Verified() bool { return !s.VerifiedOn.IsZero() }

// String cites the source, such as 北京市物业管理条例 §39. It reads alike in
// both languages because the title of a law stays in its own.
func (s Source) String() string {
	if s.Article == "" {
		return s.Title
	}
	return s.Title + " §" + s.Article
}

// Sentence words something for people in both languages.
type Sentence struct {
	Chinese string `json:"zh"`
	English string `json:"en"`
}

// Place selects seats by the kind of organization and the category of post.
// Without posts it selects everybody who belongs to such an organization,
// also without a post.
type Place struct {
	Organizations []schema.OrganizationKind `json:"organizations"`
	Posts         []schema.PostCategory     `json:"posts,omitempty"`
	ExceptPosts   []schema.PostCategory     `json:"exceptPosts,omitempty"`
}

// Fraction is an exact share. Shares are compared by cross-multiplication.
type Fraction struct {
	Num int64 `json:"num"`
	Den int64 `json:"den"`
}

// Eligibility is a condition that a candidate for a seat must meet.
type Eligibility struct {
	Head
	For       Place     `json:"for,omitzero"`
	Condition Condition `json:"condition,omitempty"`

	// Years is the least age of MIN_AGE.
	Years int `json:"years,omitempty"`
	// Conduct lists what NO_CONDUCT rules out: relations of declarations of
	// kind CONDUCT.
	Conduct []string `json:"conduct,omitempty"`
	// Memberships lists the kinds of which BELONGS asks one.
	Memberships []schema.MembershipKind `json:"memberships,omitempty"`
	// Modes lists the acts of which MODE asks one.
	Modes []schema.MembershipMode `json:"modes,omitempty"`
	// OnBehalfOf lists the kinds of organizations of which REPRESENTS asks one.
	OnBehalfOf []schema.OrganizationKind `json:"onBehalfOf,omitempty"`
}

// Condition is what a rule of eligibility asks for.
type Condition string

// The conditions. Each is judged on the first day of the appointment.
const (
	// Owner asks that the candidate owns a unit in the area the organization
	// covers.
	Owner Condition = "OWNER"
	// OwnerOrAuthorized asks that the candidate owns such a unit or was authorized
	// by the owner of one.
	OwnerOrAuthorized Condition = "OWNER_OR_AUTHORIZED"
	// MinAge asks for a least age in years.
	MinAge Condition = "MIN_AGE"
	// NoConduct rules candidates out by what was declared about their conduct.
	NoConduct Condition = "NO_CONDUCT"
	// Belongs asks for a membership of a kind, in any organization.
	Belongs Condition = "BELONGS"
	// Mode asks that the seat is filled by one of the listed acts.
	Mode Condition = "MODE"
	// Represents asks that the seat is held on behalf of such an organization.
	Represents Condition = "REPRESENTS"
)

// Incompatibility excludes two seats from each other: who sits in one of the
// two places, or is tied to somebody who does, may not enter the other. It
// works in both directions, whichever seat was first.
type Incompatibility struct {
	Head
	One   Place `json:"one,omitzero"`
	Other Place `json:"other,omitzero"`
	Scope Scope `json:"scope,omitempty"`
	Ties  Ties  `json:"ties,omitzero"`
}

// Scope says how the organizations of two seats must be connected for an
// incompatibility to bite.
type Scope string

// The scopes.
const (
	// SameOrganization: both seats are in one organization.
	SameOrganization Scope = "SAME_ORGANIZATION"
	// SharedArea: some area is served or covered by both organizations.
	SharedArea Scope = "SHARED_AREA"
	// Anywhere: wherever the two organizations are.
	Anywhere Scope = "ANYWHERE"
)

// Ties say which connection with a seat excludes from the other one.
type Ties struct {
	// Self: the same person holds both.
	Self bool `json:"self,omitempty"`
	// Employment: the person works for the organization of the other place.
	Employment bool `json:"employment,omitempty"`
	// Interest: the person declared an interest in the organization of the
	// other place, or in somebody who sits there.
	Interest bool `json:"interest,omitempty"`
	// Kin: a relative of one of these degrees sits in the other place, or is
	// tied to it in a way that this rule names for the person.
	Kin []Kin `json:"kin,omitempty"`
}

// Kin is a degree of kinship: what the second person is to the first, as in
// the relation of a declaration of kind KINSHIP.
type Kin string

// The near relatives of Civil Code art. 1045, and the others.
const (
	Spouse      Kin = "SPOUSE"
	Parent      Kin = "PARENT"
	Child       Kin = "CHILD"
	Sibling     Kin = "SIBLING"
	Grandparent Kin = "GRANDPARENT"
	Grandchild  Kin = "GRANDCHILD"
	// OtherKin is a relative who is not near, such as a cousin or an in-law.
	OtherKin Kin = "OTHER"
)

// Tenure limits how long a seat is held and on what it rests.
type Tenure struct {
	Head
	For Place `json:"for,omitzero"`
	// Modes restricts the rule to seats filled by these acts; none means all.
	Modes []schema.MembershipMode `json:"modes,omitempty"`
	// SourceRequired asks that the appointment names the membership it rests on.
	SourceRequired bool `json:"sourceRequired,omitempty"`
	// LeastYears and MostYears bound the length of a term of the organization;
	// zero leaves that side open.
	LeastYears int `json:"leastYears,omitempty"`
	MostYears  int `json:"mostYears,omitempty"`
}

// Requirement is a rule of composition: how many of the seats of a body are
// held by persons of a certain description. What it asks for are a range, an
// odd number, a least share, or several of them.
type Requirement struct {
	Head
	Organizations []schema.OrganizationKind `json:"organizations,omitempty"`
	// When restricts the rule to bodies of some size of estate.
	When Scale `json:"when,omitzero"`
	// Among are the seats looked at; left empty, the statutory seats.
	Among Description `json:"among,omitzero"`
	// Of are those of them that are counted; left empty, all.
	Of Description `json:"of,omitzero"`

	Least int  `json:"least,omitempty"`
	Most  int  `json:"most,omitempty"`
	Odd   bool `json:"odd,omitempty"`
	// Share is the least share of Of in Among.
	Share Fraction `json:"share,omitzero"`
	// More asks for more than the share (过半数) instead of at least (半数以上).
	More bool `json:"more,omitempty"`
}

// Target is an indicator: a share of a body's statutory seats that a policy
// aims at. It is reported and never refuses anything.
type Target struct {
	Head
	Organizations []schema.OrganizationKind `json:"organizations,omitempty"`
	Of            Description               `json:"of,omitzero"`
	Share         Fraction                  `json:"share,omitzero"`
}

// Scale restricts a rule to smaller or larger estates. Areas are in 0.01 m²;
// zero leaves that bound open. A body whose estate was not measured counts as
// large.
type Scale struct {
	HouseholdsOver   int              `json:"householdsOver,omitempty"`
	HouseholdsAtMost int              `json:"householdsAtMost,omitempty"`
	AreaOver         schema.FloorArea `json:"areaOver,omitempty"`
	AreaAtMost       schema.FloorArea `json:"areaAtMost,omitempty"`
}

// Description picks seats of a body. Every part that is given must hold; an
// empty description is explained where it is used.
type Description struct {
	Posts       []schema.PostCategory `json:"posts,omitempty"`
	ExceptPosts []schema.PostCategory `json:"exceptPosts,omitempty"`
	SeatKinds   []schema.SeatKind     `json:"seatKinds,omitempty"`
	// OnBehalfOf: the seat is held for an organization of such a kind.
	OnBehalfOf []schema.OrganizationKind `json:"onBehalfOf,omitempty"`
	// AlsoAt: the holder also sits in such a place.
	AlsoAt []Place `json:"alsoAt,omitempty"`
	// Memberships: the holder has a membership of such a kind anywhere.
	Memberships []schema.MembershipKind `json:"memberships,omitempty"`
	Sex         schema.Sex              `json:"sex,omitempty"`
	// Owner: the holder owns a unit in the area of the body, or was authorized
	// by the owner of one.
	Owner bool `json:"owner,omitempty"`
}
