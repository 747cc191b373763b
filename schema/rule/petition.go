package rule

import (
	"fmt"

	"sifang/schema"
)

// Petition says how many of those entitled have to ask for a meeting, so that it
// must be called.
type Petition struct {
	Meeting schema.MeetingKind `json:"meeting" rule:"required"`
	// Any of these requests is enough.
	Any    []Request `json:"any" rule:"required"`
	Source Source    `json:"source" rule:"required"`
}

// Request is a share of those entitled, in each of the measures.
type Request struct {
	By       Signers          `json:"by" rule:"required"`
	Measures []schema.Measure `json:"measures" rule:"required"`
	Fraction Fraction         `json:"fraction" rule:"required"`
}

// Signers are those whose signatures count.
type Signers string

// The signers.
const (
	// ByOwners: the owners of the estate, counted as their assembly counts them.
	ByOwners Signers = "OWNERS"
	// ByResidents: the residents with a vote.
	ByResidents Signers = "RESIDENTS"
	// ByHouseholds: the households; one of theirs signs for them.
	ByHouseholds Signers = "HOUSEHOLDS"
	// ByRepresentatives: the members of the residents' representatives' meeting.
	ByRepresentatives Signers = "REPRESENTATIVES"
)

// Values lists every Signers.
func (Signers) Values() []string {
	return []string{"OWNERS", "RESIDENTS", "HOUSEHOLDS", "REPRESENTATIVES"}
}

// Petition is the petition for a kind of meeting, as the most specific set has
// it. It reports false if no set lets anybody petition for one.
func (c Chain) Petition(meeting schema.MeetingKind) (Petition, bool) {
	var found Petition
	known := false
	for _, set := range c {
		for _, p := range set.Petitions {
			if p.Meeting == meeting {
				found, known = p, true
			}
		}
	}
	return found, known
}

// Signed is how a petition stands in one measure: how much of the whole signed,
// and the least that would do.
type Signed struct {
	By                          Signers
	Measure                     schema.Measure
	Fraction                    Fraction
	Got, Whole, Needed, Missing int64
	Met                         bool
}

// Judge tells how a request stands, a line a measure. It is met if each line is.
func (r Request) Judge(got, whole func(schema.Measure) int64) ([]Signed, bool) {
	lines, met := make([]Signed, len(r.Measures)), true
	for i, measure := range r.Measures {
		one := Signed{By: r.By, Measure: measure, Fraction: r.Fraction, Got: got(measure), Whole: whole(measure)}
		one.Needed = r.Fraction.least(one.Whole, AtLeast)
		one.Missing = max(0, one.Needed-one.Got)
		one.Met = r.Fraction.reached(one.Got, one.Whole, AtLeast)
		lines[i], met = one, met && one.Met
	}
	return lines, met
}

var signersNames = map[Signers]Text{
	ByOwners:          {Chinese: "业主", English: "The owners"},
	ByResidents:       {Chinese: "居民", English: "The residents"},
	ByHouseholds:      {Chinese: "居民户", English: "The households"},
	ByRepresentatives: {Chinese: "居民代表", English: "The residents' representatives"},
}

// Sentence words the line.
func (s Signed) Sentence() Text {
	f := Finding{Measure: s.Measure}
	who, unit, met := signersNames[s.By], unitsChinese[s.Measure], "已达到"
	verdict := "so this is met"
	if !s.Met {
		met, verdict = "未达到", "so this is not met"
	}
	number := func(n int64) string { return amount(n, s.Measure) + unit }
	return Text{
		Chinese: fmt.Sprintf("%s共%s，联名须达%s，即至少%s；现有%s，%s。", who.Chinese, number(s.Whole),
			s.Fraction.chinese(AtLeast), number(s.Needed), number(s.Got), met),
		English: fmt.Sprintf("%s are %s; %s must sign, which takes %s; signed so far: %s, %s.", who.English, f.units(s.Whole),
			lower(s.Fraction.english(AtLeast)), f.units(s.Needed), f.units(s.Got), verdict),
	}
}
