package tally

import (
	"time"

	"sifang/schema"
	"sifang/schema/rule"
)

// Verdict is what a vote came to under one version of a rule. It is stored as
// JSON and read back unchanged.
type Verdict struct {
	Rule    Reference             `json:"rule"`
	Outcome schema.VerdictOutcome `json:"outcome"`
	Flags   []schema.VerdictFlag  `json:"flags,omitempty"`
	Options Options               `json:"options"`
	// Choices are the options or candidates, those elected first, and Election is
	// what an election came to.
	Choices  []Choice               `json:"choices,omitempty"`
	Election schema.ElectionOutcome `json:"election,omitempty"`
	// Buildings are the votes by option for each building of the roll.
	Buildings []Building `json:"buildings,omitempty"`
	// Deemed is what silence was counted as, where the rule counts it.
	Deemed *Silence `json:"deemed,omitempty"`
	// Invalid are the papers that were handed in and are spoilt.
	Invalid Sum `json:"invalid,omitzero"`
	// Otherwise is what the vote would have come to in other readings.
	Otherwise []Alternative `json:"otherwise,omitempty"`
	// Lacking are the conditions of the rule that are not fulfilled.
	Lacking []string `json:"lacking,omitempty"`
	// Parties are the voting parties in the order of the linkage.
	Parties []Stand `json:"parties,omitempty"`
	// Quorum and Approval are measured on what is certain: a party that may
	// still consent is not counted as consenting.
	Quorum   rule.Finding `json:"quorum"`
	Approval rule.Finding `json:"approval"`
	Margins  Margins      `json:"margins"`
	// ConsentDeadline is the instant until which absent parties may answer,
	// where the rule gives them time.
	ConsentDeadline time.Time  `json:"consentDeadline,omitzero"`
	SetAside        []SetAside `json:"setAside,omitempty"`
	// Explanation says all this in sentences.
	Explanation rule.Sentence `json:"explanation"`
}

// Reference names the version of a rule.
type Reference struct {
	Code    string `json:"code"`
	Version string `json:"version"`
}

// Options are the votes by option, each entry of the roll counted in one.
type Options struct {
	For     Sum `json:"for"`
	Against Sum `json:"against"`
	Abstain Sum `json:"abstain"`
	// Divided entries took part, but their delegates did not agree.
	Divided Sum `json:"divided"`
	NotCast Sum `json:"notCast"`
}

// Choice is what an option or a candidate came to.
type Choice struct {
	Option string `json:"option"`
	None   bool   `json:"none,omitempty"`
	For    Sum    `json:"for"`
	// Approval is what the rule asks for, measured on this option.
	Approval rule.Finding `json:"approval"`
	// Rank is the place among those that reached the approval, from 1; those that
	// are equal in everything share it. Zero did not reach it.
	Rank    int                     `json:"rank,omitempty"`
	Outcome schema.CandidateOutcome `json:"outcome"`
}

// Building is the vote in one building or entrance.
type Building struct {
	Building string  `json:"building"`
	Options  Options `json:"options"`
}

// Silence is what became of those who did not vote.
type Silence struct {
	// CountedAs is the choice that silence was taken for; empty if nobody was
	// served and silent.
	CountedAs schema.BallotChoice `json:"countedAs,omitempty"`
	// Served were proved to be served, Unserved not; only the former count.
	Served   Sum `json:"served"`
	Unserved Sum `json:"unserved"`
}

// Alternative is what a vote would have come to in another reading.
type Alternative struct {
	Reading  Reading               `json:"reading"`
	Outcome  schema.VerdictOutcome `json:"outcome"`
	Quorum   rule.Finding          `json:"quorum"`
	Approval rule.Finding          `json:"approval"`
}

// Reading is another way to read the same ballots.
type Reading string

// The readings.
const (
	// Strictly counts nobody as voting who did not vote.
	Strictly Reading = "WITHOUT_DEEMED_VOTES"
	// InvalidExcluded and InvalidTakingPart treat spoilt papers in the way that
	// the rule does not.
	InvalidExcluded   Reading = "INVALID_EXCLUDED"
	InvalidTakingPart Reading = "INVALID_TAKING_PART"
	// AsFrozen counts on the roll as it was before it was amended.
	AsFrozen Reading = "ROLL_AS_FROZEN"
)

// Values lists every Reading.
func (Reading) Values() []string {
	return []string{"WITHOUT_DEEMED_VOTES", "INVALID_EXCLUDED", "INVALID_TAKING_PART", "ROLL_AS_FROZEN"}
}

// Sum is a number of entries and what they weigh together.
type Sum struct {
	Entries int64   `json:"entries"`
	Weights Weights `json:"weights"`
}

// Margins say whether the outcome is still open. How many more voices each
// condition needs stands in its finding. While ballots come in, conditions may
// still be fulfilled, and voters may vote anew as far as the rule lets them.
type Margins struct {
	// CanPass: the motion is adopted, or those who may still vote or consent
	// can carry it; of options, enough can still reach the approval.
	CanPass bool `json:"canPass"`
	// CanFail: the motion is not adopted, or those who may still vote can
	// prevent it, be it by staying away. Of options it may be true although voters
	// would have to share their marks out with great art to prevent them all; it is
	// never false where they could.
	CanFail bool `json:"canFail"`
}

// Judge counts the vote under the rule. It refuses, with Faults, to judge
// numbers that contradict each other: COUNT_BASE_MISSING, COUNT_BASE_TOO_SMALL,
// COUNT_REPEATED, COUNT_PARTY_UNKNOWN, COUNT_UNKNOWN, COUNT_WEIGHT,
// COUNT_NOTICE_MISSING; of options COUNT_OPTIONS, COUNT_NO_ELECTION,
// COUNT_TOO_FEW_CANDIDATES, OUT_OF_RANGE; of hand counts COUNT_SHEET_SUM,
// COUNT_SHEET_ROLL, COUNT_SHEET_MEASURE, COUNT_SHEET_AND_BALLOTS. The rule must
// be one that rule.Parse accepted.
func Judge(r rule.Rule, c Count) (Verdict, error) {
	at, faults := c.check(r)
	if err := faults.Err(); err != nil {
		return Verdict{}, err
	}
	f := gather(r, c, at)
	as := f.asRuled()
	v := f.verdict(as)
	v.Margins = f.margins(v.Outcome)
	v.Explanation = f.explain(v)
	return v, nil
}

// verdict is the verdict without margins and explanation.
func (f *facts) verdict(as reading) Verdict {
	j := f.judge(as)
	v := Verdict{
		Rule:      Reference{f.rule.Code, f.rule.Version},
		Outcome:   j.outcome,
		Options:   f.options(),
		Choices:   j.choices,
		Election:  j.election,
		Buildings: f.buildings(),
		Deemed:    f.silence(),
		Invalid:   f.total(isInvalid),
		Otherwise: f.otherwise(as),
		Lacking:   codes(f.lacking()),
		Parties:   f.stands(),
		Quorum:    j.quorum,
		Approval:  j.approval,
		SetAside:  f.aside,
	}
	if f.asksAbsent() {
		v.ConsentDeadline = f.count.Consent.Deadline.UTC()
	}
	v.Flags = f.flags(v, as)
	return v
}

func (f *facts) stands() []Stand {
	var all []Stand
	for _, s := range f.parties {
		all = append(all, s.Stand)
	}
	return all
}
