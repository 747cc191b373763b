package rule

import "sifang/schema"

// Election says how seats are filled. The approval of the rule is asked for
// each candidate; those who reach it are qualified.
type Election struct {
	// Ranking are the measures by which qualified candidates are ranked, the
	// first one first.
	Ranking []schema.Measure `json:"ranking" rule:"required"`
	// SecondTie says what a tie for the last seat leads to once those tied were
	// voted on again among themselves.
	SecondTie SecondTie `json:"secondTie" rule:"required"`
	// MarksAtMostSeats bounds the marks on one paper by the seats to be filled.
	// Otherwise the vote states how many there may be.
	MarksAtMostSeats bool `json:"marksAtMostSeats" rule:"required"`
	// MoreCandidatesThanSeats asks for a choice (差额选举).
	MoreCandidatesThanSeats bool `json:"moreCandidatesThanSeats" rule:"required"`
	// LeastSeats and LeastShare say how many of the seats must be filled for the
	// body to be established at all; zero and absent ask for one.
	LeastSeats int      `json:"leastSeats,omitempty"`
	LeastShare *Portion `json:"leastShare,omitempty"`
	// Alternates says whether candidates behind those elected stand by.
	Alternates *Alternates `json:"alternates,omitempty"`
}

// Portion is a share of a number that the vote states.
type Portion struct {
	Compare  Comparison `json:"compare" rule:"required"`
	Fraction Fraction   `json:"fraction" rule:"required"`
}

// Alternates stand by to fill vacancies, in the order of their votes (候补).
type Alternates struct {
	// MostPerSeat bounds them by the seats: their number is at most that of the
	// seats times this; zero sets no bound.
	MostPerSeat int `json:"mostPerSeat,omitempty"`
	// MustQualify asks that an alternate, too, reached the approval.
	MustQualify bool `json:"mustQualify" rule:"required"`
}

// SecondTie says what a second tie leads to.
type SecondTie string

// What a second tie leads to.
const (
	// LeaveVacant: the seat stays vacant and is filled by a by-election.
	LeaveVacant SecondTie = "LEAVE_VACANT"
	// VoteAgain: those tied are voted on until one of them leads.
	VoteAgain SecondTie = "VOTE_AGAIN"
)

// Values lists every SecondTie.
func (SecondTie) Values() []string { return []string{"LEAVE_VACANT", "VOTE_AGAIN"} }
