package procedure

import (
	"slices"

	"sifang/schema"
	"sifang/schema/fault"
	"sifang/schema/rule"
)

// Procedure is the way of a matter through the bodies that treat it.
type Procedure struct {
	Code    string      `json:"code" rule:"required"`
	Version string      `json:"version" rule:"required"`
	Title   rule.Text   `json:"title" rule:"required"`
	Source  rule.Source `json:"source" rule:"required"`
	// Organizations are the kinds of bodies that may conduct it.
	Organizations []schema.OrganizationKind `json:"organizations" rule:"required"`
	// Steps come in an order in which they can be taken.
	Steps []Step `json:"steps" rule:"required"`
}

// Step is one step of a procedure.
type Step struct {
	Code  string    `json:"code" rule:"required"`
	Title rule.Text `json:"title" rule:"required"`
	// Source is where the step stands, if not where the procedure does.
	Source *rule.Source `json:"source,omitempty"`
	// By are the kinds of bodies that may take it.
	By []schema.OrganizationKind `json:"by" rule:"required"`
	// Proofs are what may prove it: any one is enough.
	Proofs []Proof `json:"proofs" rule:"required"`
	// After are the steps that it comes after.
	After []string `json:"after,omitempty"`
	// Due is by when it has to be taken; nil if the source says nothing.
	Due *Due `json:"due,omitempty"`
	// MayMergeWith are steps that may be taken at once with it, where one person
	// heads the bodies of both.
	MayMergeWith []string `json:"mayMergeWith,omitempty"`
	// Rules are the codes of the rules that may judge its vote; the first is the
	// default. Without any it is judged by the rule in force.
	Rules []string `json:"rules,omitempty"`
	// Optional steps may be left out.
	Optional bool `json:"optional,omitempty"`
}

// Due is a number of days after another step, or after the start.
type Due struct {
	Days int `json:"days" rule:"required"`
	// After is the step from which the days count; the start if empty.
	After string `json:"after,omitempty"`
}

// Proof is a sort of thing that proves a step. A list that is empty leaves open
// what it would narrow.
type Proof struct {
	Kind         schema.ProofKind         `json:"kind" rule:"required"`
	Meetings     []schema.MeetingKind     `json:"meetings,omitempty"`
	Votes        []schema.VoteKind        `json:"votes,omitempty"`
	Resolutions  []schema.ResolutionKind  `json:"resolutions,omitempty"`
	Publications []schema.PublicationKind `json:"publications,omitempty"`
	// Of are the kinds of bodies whose posting it is. The body of anything else is
	// one of those that take the step.
	Of []schema.OrganizationKind `json:"of,omitempty"`
	// Days is how long a posting must have stayed at least.
	Days int `json:"days,omitempty"`
}

// Parse reads a procedure. Its error is fault.Faults with all that is wrong, each
// with its path in the document.
func Parse(data []byte) (Procedure, error) {
	var p Procedure
	if err := rule.ReadDocument(data, &p).Err(); err != nil {
		return Procedure{}, err
	}
	if err := p.check().Err(); err != nil {
		return Procedure{}, err
	}
	return p, nil
}

// Print is the one form of the procedure that is stored and hashed. Printing what
// Parse made of it gives the same bytes.
func (p Procedure) Print() ([]byte, error) { return rule.PrintDocument(p) }

// Step is the step of that code. It reports false if there is none.
func (p Procedure) Step(code string) (Step, bool) {
	i := slices.IndexFunc(p.Steps, func(s Step) bool { return s.Code == code })
	if i < 0 {
		return Step{}, false
	}
	return p.Steps[i], true
}

// Codes lists the codes of the steps, in their order.
func (p Procedure) Codes() []string {
	codes := make([]string, len(p.Steps))
	for i, s := range p.Steps {
		codes[i] = s.Code
	}
	return codes
}

// SourceOf is where a step stands.
func (p Procedure) SourceOf(s Step) rule.Source {
	if s.Source != nil {
		return *s.Source
	}
	return p.Source
}

// Under is the procedure with the rule of one of its steps settled, out of those
// that the step allows: what is pinned says by which rule that step is judged. It
// refuses with STEP_UNKNOWN and STEP_RULE.
func (p Procedure) Under(step, code string) (Procedure, *fault.Fault) {
	i := slices.IndexFunc(p.Steps, func(s Step) bool { return s.Code == step })
	if i < 0 {
		return p, fault.New(fault.StepUnknown, "step", step, "known", p.Codes())
	}
	if !slices.Contains(p.Steps[i].Rules, code) {
		return p, fault.New(fault.StepRule, "step", p.Steps[i].words(), "rule", code, "allowed", p.Steps[i].Rules)
	}
	p.Steps = slices.Clone(p.Steps)
	p.Steps[i].Rules = []string{code}
	return p, nil
}

// Settled is the procedure with every step under its default rule.
func (p Procedure) Settled() Procedure {
	p.Steps = slices.Clone(p.Steps)
	for i, s := range p.Steps {
		if len(s.Rules) > 1 {
			p.Steps[i].Rules = s.Rules[:1:1]
		}
	}
	return p
}

// words are how a sentence calls the step.
func (s Step) words() fault.Words {
	return fault.Words{Chinese: s.Title.Chinese, English: s.Title.English}
}
