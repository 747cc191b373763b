package rule

import "slices"

// Policies are what the law leaves to bylaws, or says nothing about. Each has a
// default that gives nobody a vote that was not cast.
type Policies struct {
	// InvalidBallots says whether a spoilt paper takes part; EXCLUDED if absent.
	// The verdict shows the outcome under either.
	InvalidBallots InvalidBallots `json:"invalidBallots,omitempty"`
	// Deemed counts the silence of owners who were served; absent, silence is
	// nothing. The verdict shows the figures with and without it.
	Deemed *Deemed `json:"deemed,omitempty"`
	// ChannelPrecedence says which ballot counts of a voter who voted online and
	// on paper; FIRST_PREVAILS if absent. It is announced before the vote opens.
	ChannelPrecedence ChannelPrecedence `json:"channelPrecedence,omitempty"`
	// Recast says whether a voter may vote again while the vote is open; NEVER if
	// absent.
	Recast Recast `json:"recast,omitempty"`
	// Proxies says who may vote for whom; absent, everybody votes in person.
	Proxies *Proxies `json:"proxies,omitempty"`
	// Window bounds how long a vote is open; absent, it is open from the verb that
	// opens it to the one that closes it, and cannot be extended.
	Window *Window `json:"window,omitempty"`
}

// InvalidBallots says what a spoilt paper is.
type InvalidBallots string

// What a spoilt paper is.
const (
	// Excluded: as if it had not been cast.
	Excluded InvalidBallots = "EXCLUDED"
	// TakePart: it counts as taking part, for nothing.
	TakePart InvalidBallots = "TAKE_PART"
)

// Values lists every InvalidBallots.
func (InvalidBallots) Values() []string { return []string{"EXCLUDED", "TAKE_PART"} }

// Deemed counts those as taking part who were served with a ballot, told what
// silence would mean, and stayed silent (视为). Whoever cannot be proved to have
// been served is never counted. Courts have upheld such bylaws (Shanghai No. 2
// Intermediate Court, (2022)沪02民初16号), and it is contested whether silence may
// carry a special matter.
type Deemed struct {
	// Basis is the clause of the bylaws that says so.
	Basis Text `json:"basis" rule:"required"`
	// Direction is what silence means.
	Direction DeemedDirection `json:"direction" rule:"required"`
	// CountsTowardQuorum says that silence also helps to make the quorum.
	CountsTowardQuorum bool `json:"countsTowardQuorum" rule:"required"`
}

// DeemedDirection says what silence means.
type DeemedDirection string

// What silence means.
const (
	// FollowMajority: as the majority of those who voted, if heads and area have
	// the same one; otherwise an abstention.
	FollowMajority DeemedDirection = "FOLLOW_MAJORITY"
	// DeemedAbstain: an abstention.
	DeemedAbstain DeemedDirection = "ABSTAIN"
)

// Values lists every DeemedDirection.
func (DeemedDirection) Values() []string { return []string{"FOLLOW_MAJORITY", "ABSTAIN"} }

// ChannelPrecedence says which of two ballots of one voter counts.
type ChannelPrecedence string

// The precedences.
const (
	FirstPrevails  ChannelPrecedence = "FIRST_PREVAILS"
	OnlinePrevails ChannelPrecedence = "ONLINE_PREVAILS"
	PaperPrevails  ChannelPrecedence = "PAPER_PREVAILS"
)

// Values lists every ChannelPrecedence.
func (ChannelPrecedence) Values() []string {
	return []string{"FIRST_PREVAILS", "ONLINE_PREVAILS", "PAPER_PREVAILS"}
}

// Recast says whether a voter may change a ballot that was cast.
type Recast string

// Whether a ballot may be changed.
const (
	Never Recast = "NEVER"
	// UntilClose: the last ballot of a voter on one channel counts.
	UntilClose Recast = "UNTIL_CLOSE"
)

// Values lists every Recast.
func (Recast) Values() []string { return []string{"NEVER", "UNTIL_CLOSE"} }

// Proxies bound voting for others (委托). A proxy is in writing and names agent,
// matter, scope, period and signature (Civil Code art. 165).
type Proxies struct {
	// MostPrincipals is for how many others one agent may vote; zero sets no
	// bound.
	MostPrincipals int `json:"mostPrincipals,omitempty"`
	// AgentOnRoll asks that the agent may vote in the meeting as well.
	AgentOnRoll bool `json:"agentOnRoll,omitempty"`
	// Barred may not be agents.
	Barred []Barred `json:"barred,omitempty"`
}

// Barred is a group of people who may not vote for others.
type Barred string

// Those who may not vote for others.
const (
	// PropertyStaff works for the property company of the estate.
	PropertyStaff Barred = "PROPERTY_STAFF"
	// Candidate stands in the election.
	Candidate Barred = "CANDIDATE"
)

// Values lists every Barred.
func (Barred) Values() []string { return []string{"PROPERTY_STAFF", "CANDIDATE"} }

// Window bounds how long a vote is open, in days. Zero sets no bound.
type Window struct {
	LeastDays int `json:"leastDays,omitempty"`
	// MostDays bounds the vote with all its extensions.
	MostDays int `json:"mostDays,omitempty"`
	// Extensions is how often the close may be put off, each time announced before
	// it comes.
	Extensions int `json:"extensions,omitempty"`
	// PreliminaryDays is how long a result is open to objections before it is
	// final.
	PreliminaryDays int `json:"preliminaryDays,omitempty"`
}

// Condition is something that must be so beside the count.
type Condition struct {
	Code   string  `json:"code" rule:"required"`
	Title  Text    `json:"title" rule:"required"`
	Source *Source `json:"source,omitempty"`
	// Lacking says what follows if it is not so.
	Lacking Lacking `json:"lacking" rule:"required"`
}

// Lacking are the conditions of the rule but those whose codes are given, which
// are fulfilled.
func (r Rule) Lacking(fulfilled []string) []Condition {
	return slices.DeleteFunc(slices.Clone(r.Conditions), func(c Condition) bool { return slices.Contains(fulfilled, c.Code) })
}

// Lacking says what follows if a condition is not fulfilled.
type Lacking string

// What follows if a condition is not fulfilled.
const (
	// Blocks: the motion is not adopted.
	Blocks Lacking = "BLOCKS"
	// Flags: the verdict is flagged PROCEDURAL_DEFECT.
	Flags Lacking = "FLAGS"
)

// Values lists every Lacking.
func (Lacking) Values() []string { return []string{"BLOCKS", "FLAGS"} }

// Conflict is a contradiction to a higher text.
type Conflict struct {
	Source Source `json:"source" rule:"required"`
	Note   Text   `json:"note" rule:"required"`
}

// Laid names a set whose policies were laid over a rule.
type Laid struct {
	Set     string `json:"set" rule:"required"`
	Version string `json:"version" rule:"required"`
}
