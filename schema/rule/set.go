package rule

import (
	"embed"

	"sifang/schema"
	"sifang/schema/day"
	"sifang/schema/fault"
	"sifang/schema/seat"
)

// Set is what one legislator, one city or one estate's bylaws say: which
// matters there are and who decides them, which rule judges which vote, how
// long notices and publications last, and who may sit where.
type Set struct {
	Code    string `json:"code" rule:"required"`
	Version string `json:"version" rule:"required"`
	Title   Text   `json:"title" rule:"required"`
	Source  Source `json:"source" rule:"required"`
	// Division is the code (GB/T 2260) of the administrative division of a
	// legislator; empty for the nation and for bylaws.
	Division  string   `json:"division,omitempty"`
	ValidFrom day.Date `json:"validFrom,omitzero" rule:"required"`
	// ValidTo is the first day on which the set no longer holds.
	ValidTo day.Date `json:"validTo,omitzero"`
	// Note tells a reader what the set leaves out or where it differs.
	Note string `json:"note,omitempty"`

	Matters []Matter `json:"matters,omitempty"`
	Voting  []Voting `json:"voting,omitempty"`
	Periods []Period `json:"periods,omitempty"`
	// Petitions say how many have to ask for a meeting.
	Petitions []Petition `json:"petitions,omitempty"`
	// Postings say for how long what is posted hangs, and about objections to it.
	Postings []Posting `json:"postings,omitempty"`
	// Owners says how the roll of an owners' assembly is drawn up where the law
	// leaves that open.
	Owners *Owners `json:"owners,omitempty"`
	// Debate says how long and how often somebody may speak.
	Debate *Debate `json:"debate,omitempty"`
	// Alerts say from when on something about a vote is unusual enough to look.
	Alerts []Alert    `json:"alerts,omitempty"`
	Seats  seat.Rules `json:"seats,omitzero"`
	// Oversight says who may order a body to correct a decision, or revoke it, and
	// Challenges until when a decision may be challenged.
	Oversight  []Oversight `json:"oversight,omitempty"`
	Challenges []Challenge `json:"challenges,omitempty"`
}

// Voting chooses the rule for the votes of one kind of organization: on one
// matter, on one class of matters, or on all.
type Voting struct {
	Organization schema.OrganizationKind `json:"organization" rule:"required"`
	Matter       string                  `json:"matter,omitempty"`
	Class        Class                   `json:"class,omitempty"`
	// Preset names a rule that comes with the service. ParseSet puts that rule
	// in its place, so that a stored set holds its rules in whole and does not
	// change with the service.
	Preset string `json:"preset,omitempty"`
	Rule   *Rule  `json:"rule,omitempty"`
	// Override changes policies of the rule that applies otherwise, and leaves its
	// clauses alone. It stands in the place of a rule.
	Override *Override `json:"override,omitempty"`
}

// Override is what a set changes about rules that stand below it. What it does
// not name stays as it is; bounds of proxies and of windows are changed one by
// one.
type Override struct {
	// Source is where it stands, if that is narrower than the source of the set.
	Source *Source `json:"source,omitempty"`
	// Binding says that the source leaves no room below: what a more specific set
	// says must stay within, or the vote is flagged RULE_CONFLICT.
	Binding bool `json:"binding,omitempty"`
	Policies
	Tie                TiePolicy `json:"tie,omitempty"`
	Recused            *Recused  `json:"recused,omitempty"`
	DistinctPersonsMin int       `json:"distinctPersonsMin,omitempty"`
	LateArrivalsVote   *bool     `json:"lateArrivalsVote,omitempty"`
}

// Owners says how owners are counted (Interpretation of the Supreme People's
// Court on the ownership of buildings, art. 9; local texts give way to what the
// assembly agreed). What is absent is left to a more general set.
type Owners struct {
	// Heads says what one head is; OWNER if no set says anything.
	Heads HeadCount `json:"heads,omitempty"`
	// ParkingCounts says whether parking spaces carry votes.
	ParkingCounts *bool `json:"parkingCounts,omitempty"`
	// MergeCoOwned counts a unit that an owner holds together with others under
	// the same head as those the owner holds alone.
	MergeCoOwned *bool `json:"mergeCoOwned,omitempty"`
}

// Debate bounds what one person says on one item. No law does; it is what a body
// agreed on or what is customary. Zero says nothing, so that a more general set
// decides.
type Debate struct {
	// Seconds is how long a turn lasts.
	Seconds int `json:"seconds,omitempty"`
	// Turns is how often one person may speak on one item.
	Turns int `json:"turns,omitempty"`
}

// HeadCount says what counts as one head.
type HeadCount string

// What counts as one head.
const (
	// PerOwner: one owner is one head, whatever the number of units.
	PerOwner HeadCount = "OWNER"
	// PerUnit: one unit is one head; the developer is still one.
	PerUnit HeadCount = "UNIT"
)

// Values lists every HeadCount.
func (HeadCount) Values() []string { return []string{"OWNER", "UNIT"} }

// Period states the periods of one kind of meeting, or, with a subject, of
// something particular in it: EXTRAORDINARY, CANDIDATES, OWNERS_COMMITTEE.
type Period struct {
	Meeting schema.MeetingKind `json:"meeting" rule:"required"`
	Subject string             `json:"subject,omitempty"`
	Periods
}

// Periods are counted in days, as the Civil Code counts them. Zero says
// nothing, so that a more general set decides.
type Periods struct {
	// NoticeDays is how long before the meeting its notice goes out.
	NoticeDays   int          `json:"noticeDays,omitempty"`
	NoticeMethod NoticeMethod `json:"noticeMethod,omitempty"`
	// PublishWithinDays is how soon a decision is posted.
	PublishWithinDays int `json:"publishWithinDays,omitempty"`
	// PublicationDays is how long it stays posted at least.
	PublicationDays int `json:"publicationDays,omitempty"`
	// ObjectionDays is how long objections may be filed.
	ObjectionDays int `json:"objectionDays,omitempty"`
}

// NoticeMethod says how the days of a notice are counted.
type NoticeMethod string

// The methods.
const (
	// ClearDays counts the days between notice and meeting, without either.
	ClearDays NoticeMethod = "CLEAR_DAYS"
	// DateDifference counts the day of the meeting, but not that of the notice.
	DateDifference NoticeMethod = "DATE_DIFFERENCE"
)

// Values lists every NoticeMethod.
func (NoticeMethod) Values() []string { return []string{"CLEAR_DAYS", "DATE_DIFFERENCE"} }

// sets are the sets that come with the service, one file each.
//
//go:embed sets/*.json
var sets embed.FS

// ParseSet reads a set of rules and puts presets in the place of their names.
// Its error is fault.Faults with all that is wrong, each with its path.
func ParseSet(data []byte) (Set, error) {
	var s Set
	if faults := read(data, &s); len(faults) > 0 {
		return Set{}, faults
	}
	if err := s.check().Err(); err != nil {
		return Set{}, err
	}
	for i, choice := range s.Voting {
		if r, ok := Preset(choice.Preset); ok {
			s.Voting[i].Preset, s.Voting[i].Rule = "", &r
		}
	}
	return s, nil
}

// Validate tells whether ParseSet would accept the set: its Faults are those
// of ParseSet.
func (s Set) Validate() fault.Faults {
	data, err := s.Print()
	if err != nil {
		return fault.Faults{fault.New(fault.RuleUnreadable)}
	}
	_, err = ParseSet(data)
	faults, _ := fault.Of(err)
	return faults
}

// Print is the one form of the set that is stored and hashed, as for a rule.
func (s Set) Print() ([]byte, error) { return canonical(s) }

// SetCodes lists the codes of the sets that come with the service, in
// alphabetical order.
func SetCodes() []string { return files(sets, "sets") }

// PresetSet is the set of that code that comes with the service. It reports
// false if there is none.
func PresetSet(code string) (Set, bool) {
	data, err := sets.ReadFile(file("sets", code))
	if err != nil {
		return Set{}, false
	}
	s, err := ParseSet(data)
	return s, err == nil
}
