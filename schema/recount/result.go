package recount

import "sifang/schema"

// Result is what the second counter found. Its fields mean what the fields of
// the same name in a verdict mean.
type Result struct {
	Outcome schema.VerdictOutcome `json:"outcome"`
	// Flags are sorted, each once.
	Flags []schema.VerdictFlag `json:"flags,omitempty"`
	// Options are the votes by option: every entry of the roll stands in one.
	Options Options `json:"options"`
	// Quorum and Approval are their clauses from the root, each before its parts.
	Quorum   []Clause `json:"quorum"`
	Approval []Clause `json:"approval"`
	// Choices are the options or candidates, those in front first.
	Choices   []Choice               `json:"choices,omitempty"`
	Election  schema.ElectionOutcome `json:"election,omitempty"`
	Buildings []Building             `json:"buildings,omitempty"`
	Deemed    *Silence               `json:"deemed,omitempty"`
	Invalid   Sum                    `json:"invalid"`
	Otherwise []Alternative          `json:"otherwise,omitempty"`
	// Lacking are the codes of conditions that are not fulfilled.
	Lacking []string `json:"lacking,omitempty"`
	Parties []Stand  `json:"parties,omitempty"`
	// SetAside counts the ballots that do not count, by reason in alphabetical
	// order.
	SetAside []Aside `json:"setAside,omitempty"`
	// Rule is the rule that the vote was counted under.
	Rule Reference `json:"rule"`
}

// Reference names the version of a rule.
type Reference struct {
	Code    string `json:"code"`
	Version string `json:"version"`
}

// Sum is a number of entries, and what they weigh together.
type Sum struct {
	Entries int64   `json:"entries"`
	Weights Weights `json:"weights"`
}

// Weights are what entries weigh in each measure. Areas are in 0.01 m².
type Weights struct {
	Heads      int64 `json:"heads,omitempty"`
	Area       int64 `json:"area,omitempty"`
	Seats      int64 `json:"seats,omitempty"`
	Households int64 `json:"households,omitempty"`
	Weight     int64 `json:"weight,omitempty"`
}

// weighed are the measures that entries have a weight in, and their names in
// a document.
var weighed = [...]struct {
	measure schema.Measure
	field   string
}{
	{schema.MeasureHeads, "heads"},
	{schema.MeasureArea, "area"},
	{schema.MeasureSeats, "seats"},
	{schema.MeasureHouseholds, "households"},
	{schema.MeasureWeight, "weight"},
}

// of is the weight in the measure of that number.
func (w *Weights) of(i int) *int64 {
	return [...]*int64{&w.Heads, &w.Area, &w.Seats, &w.Households, &w.Weight}[i]
}

// in is the weight in a measure, nothing for parties.
func (w Weights) in(measure schema.Measure) int64 {
	for i, one := range weighed {
		if one.measure == measure {
			return *w.of(i)
		}
	}
	return 0
}

// Options are the votes by option.
type Options struct {
	For     Sum `json:"for"`
	Against Sum `json:"against"`
	Abstain Sum `json:"abstain"`
	Divided Sum `json:"divided"`
	NotCast Sum `json:"notCast"`
}

// Clause is one node of a condition as it was measured.
type Clause struct {
	// Place leads from the root to the clause, such as "parts.1.parts.0"; it is
	// empty at the root.
	Place string `json:"place,omitempty"`
	Kind  string `json:"kind"`
	Got   int64  `json:"got"`
	Whole int64  `json:"whole"`
	Met   bool   `json:"met"`
}

// Choice is what an option or a candidate came to.
type Choice struct {
	Option   string                  `json:"option"`
	For      Sum                     `json:"for"`
	Approval []Clause                `json:"approval"`
	Rank     int64                   `json:"rank,omitempty"`
	Outcome  schema.CandidateOutcome `json:"outcome"`
}

// Building is the vote in one building.
type Building struct {
	Building string  `json:"building"`
	Options  Options `json:"options"`
}

// Silence is what became of those who did not vote.
type Silence struct {
	CountedAs schema.BallotChoice `json:"countedAs,omitempty"`
	Served    Sum                 `json:"served"`
	Unserved  Sum                 `json:"unserved"`
}

// Alternative is what the vote would have come to in another reading.
type Alternative struct {
	Reading  string                `json:"reading"`
	Outcome  schema.VerdictOutcome `json:"outcome"`
	Quorum   []Clause              `json:"quorum"`
	Approval []Clause              `json:"approval"`
}

// Stand is where a party stands.
type Stand struct {
	Party    string               `json:"party"`
	Position schema.PartyPosition `json:"position"`
	Answer   string               `json:"answer,omitempty"`
	For      int64                `json:"for,omitempty"`
	Against  int64                `json:"against,omitempty"`
	Abstain  int64                `json:"abstain,omitempty"`
}

// Aside is how many ballots were set aside for one reason.
type Aside struct {
	Reason  string `json:"reason"`
	Ballots int64  `json:"ballots"`
}
