package rule

import (
	"sifang/schema"
	"sifang/schema/day"
	"sifang/schema/fault"
)

// Rule says how one kind of vote is decided. A vote pins one version of it.
type Rule struct {
	Code      string   `json:"code" rule:"required"`
	Version   string   `json:"version" rule:"required"`
	Title     Text     `json:"title" rule:"required"`
	Source    Source   `json:"source" rule:"required"`
	ValidFrom day.Date `json:"validFrom,omitzero" rule:"required"`
	// ValidTo is the first day on which the rule no longer holds; zero means
	// until further notice.
	ValidTo day.Date `json:"validTo,omitzero"`

	// Class is the class of matters that the rule is made for, empty for a rule
	// about all.
	Class Class `json:"class,omitempty"`
	// Binding says that the source leaves no room below: a rule of a more
	// specific legislator or of bylaws must ask for at least as much, or the vote
	// is flagged RULE_CONFLICT.
	Binding bool `json:"binding,omitempty"`
	// Conflicts tell where the rule is known to contradict a higher text. Votes
	// under it are flagged RULE_CONFLICT.
	Conflicts []Conflict `json:"conflicts,omitempty"`
	// Laid lists the sets whose policies were laid over the rule.
	Laid []Laid `json:"laid,omitempty"`

	// Quorum is what must be there before anything is decided. Without one, and
	// without DistinctPersonsMin, every vote is quorate.
	Quorum   *Clause `json:"quorum,omitempty"`
	Approval Clause  `json:"approval" rule:"required"`
	// Tie says what equal voices lead to. Without it half is simply not more
	// than half, and the motion is rejected.
	Tie TiePolicy `json:"tie,omitempty"`
	// Parties is required exactly if some clause counts parties.
	Parties *Parties `json:"parties,omitempty"`
	// Conditions must be fulfilled beside the count, such as that somebody was
	// heard.
	Conditions []Condition `json:"conditions,omitempty"`
	// Election makes the rule one for elections: the approval is then asked for
	// each candidate.
	Election *Election `json:"election,omitempty"`
	// Visibility says who may learn what somebody chose, where the source says so
	// (无记名). Empty leaves it to the vote.
	Visibility schema.BallotVisibility `json:"visibility,omitempty"`
	// InPerson says that the source bars proxies, so that no bylaw can admit them.
	InPerson bool `json:"inPerson,omitempty"`
	Policies

	// DistinctPersonsMin asks for so many different people in the room, so that
	// one person who sits for two parties does not make a quorum of two.
	DistinctPersonsMin int `json:"distinctPersonsMin,omitempty"`
	// AgendaMustBeNoticed voids a vote on an item that was not on the published
	// agenda.
	AgendaMustBeNoticed bool `json:"agendaMustBeNoticed" rule:"required"`
	// LateArrivalsVote admits those who came after the vote was opened; they
	// then count as present.
	LateArrivalsVote bool    `json:"lateArrivalsVote" rule:"required"`
	Recused          Recused `json:"recused" rule:"required"`
}

// Text is a piece of text in the two languages of the service.
type Text struct {
	Chinese string `json:"zh" rule:"required"`
	English string `json:"en" rule:"required"`
}

// In is the text in one language; Chinese unless English is asked for.
func (t Text) In(lang fault.Language) string {
	if lang == fault.English {
		return t.English
	}
	return t.Chinese
}

// Source says where a rule stands, what it says there, and when somebody last
// compared the two.
type Source struct {
	// Title names the law, regulation or agreement in its own language.
	Title string `json:"title" rule:"required"`
	// Article is the number of the provision.
	Article string `json:"article,omitempty"`
	// Jurisdiction says in words where the source applies.
	Jurisdiction string `json:"jurisdiction" rule:"required"`
	// Text is the wording the rule was taken from, or, where nothing is
	// written, what is customary.
	Text string `json:"text" rule:"required"`
	// TextDate is the day on which that version of the text was adopted.
	TextDate day.Date `json:"textDate,omitzero"`
	// VerifiedOn is the day on which the rule was last compared with the text;
	// zero if it never was.
	VerifiedOn day.Date `json:"verifiedOn,omitzero"`
}

// Verified reports whether the rule was compared with a text. One that was not
// is custom or general knowledge, and is shown as such.
func (s Source) Verified() bool { return !s.VerifiedOn.IsZero() }

// TiePolicy says what follows when as many are against as are in favour. A
// tied motion is not adopted, unless the chair has a casting vote.
type TiePolicy string

// The tie policies.
const (
	// Escalate submits the matter to the next higher body.
	Escalate TiePolicy = "ESCALATE"
	// Retable lets the motion come back with changes.
	Retable TiePolicy = "RETABLE"
	// CastingVote lets the ballot of the chair decide. Bylaws may say so; no law
	// does.
	CastingVote TiePolicy = "CASTING_VOTE"
)

// Values lists every TiePolicy.
func (TiePolicy) Values() []string { return []string{"ESCALATE", "RETABLE", "CASTING_VOTE"} }

// Parties say how the parties of a linkage take their positions, and what the
// absence of one means.
type Parties struct {
	Position Position                 `json:"position" rule:"required"`
	Absent   schema.AbsentPartyPolicy `json:"absent" rule:"required"`
	// ConsentDays is how long an absent party has, once it was told, to consent
	// or object. Zero gives it no time: it is simply not in favour.
	ConsentDays int `json:"consentDays,omitempty"`
}

// Position says how a party comes to its position.
type Position string

// The ways to a position.
const (
	// Delegate: the ballot of the party's authorised delegate is its position.
	Delegate Position = "DELEGATE"
	// MembersMajority: what more than half of the ballots of its members say.
	MembersMajority Position = "MEMBERS_MAJORITY"
)

// Values lists every Position.
func (Position) Values() []string { return []string{"DELEGATE", "MEMBERS_MAJORITY"} }

// Recused says how those count who had to step aside. They never vote.
type Recused struct {
	// InBase keeps them in the base of the approval, where their silence weighs
	// like a voice against. The base of a quorum always includes them.
	InBase bool `json:"inBase" rule:"required"`
	// CountAsPresent lets them help to make the quorum.
	CountAsPresent bool `json:"countAsPresent,omitempty"`
}

// Leaves lists the leaves of the quorum and of the approval.
func (r Rule) Leaves() []Clause {
	leaves := r.Approval.Leaves()
	if r.Quorum != nil {
		leaves = append(r.Quorum.Leaves(), leaves...)
	}
	return leaves
}

// Uses reports whether some clause measures against the base.
func (r Rule) Uses(base schema.Base) bool {
	for _, leaf := range r.Leaves() {
		if leaf.Base() == base {
			return true
		}
	}
	return false
}

// CountsParties reports whether some clause counts parties.
func (r Rule) CountsParties() bool {
	for _, leaf := range r.Leaves() {
		if leaf.Measure() == schema.MeasureParties {
			return true
		}
	}
	return false
}
