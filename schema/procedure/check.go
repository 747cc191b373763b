package procedure

import (
	"regexp"
	"slices"

	"sifang/schema"
	"sifang/schema/fault"
	"sifang/schema/rule"
)

// longest is the most days that a document may ask for.
const longest = 3650

var codePattern = regexp.MustCompile(`^[A-Z][A-Z0-9]*(_[A-Z0-9]+)*$`)

// checker collects what is wrong with a document whose shape is right.
type checker struct{ faults fault.Faults }

func (c *checker) refuse(one *fault.Fault, path ...any) { c.faults = append(c.faults, one.At(path...)) }

func (p Procedure) check() fault.Faults {
	var c checker
	c.code(p.Code, "code")
	c.source(p.Source, "source")
	if len(p.Organizations) == 0 {
		c.refuse(fault.New(fault.Blank), "organizations")
	}
	if len(p.Steps) == 0 {
		c.refuse(fault.New(fault.Blank), "steps")
	}
	var before []string
	for i, s := range p.Steps {
		c.step(s, before, i)
		before = append(before, s.Code)
	}
	return c.faults
}

// step checks one step. What it names must come before it, so that the steps can
// be taken in their order.
func (c *checker) step(s Step, before []string, i int) {
	c.code(s.Code, "steps", i, "code")
	if slices.Contains(before, s.Code) {
		c.refuse(fault.New(fault.RuleListedTwice, "value", s.Code), "steps", i, "code")
	}
	if s.Source != nil {
		c.source(*s.Source, "steps", i, "source")
	}
	if len(s.By) == 0 {
		c.refuse(fault.New(fault.Blank), "steps", i, "by")
	}
	c.named(s.After, before, "steps", i, "after")
	c.named(s.MayMergeWith, s.After, "steps", i, "mayMergeWith")
	if s.Due != nil {
		if s.Due.After != "" {
			c.named([]string{s.Due.After}, before, "steps", i, "due", "after")
		}
		c.days(s.Due.Days, "steps", i, "due", "days")
	}
	for j, code := range s.Rules {
		if _, ok := rule.Preset(code); !ok {
			c.refuse(fault.New(fault.UnknownValue, "value", code, "allowed", rule.Codes()), "steps", i, "rules", j)
		}
	}
	if len(s.Proofs) == 0 {
		c.refuse(fault.New(fault.Blank), "steps", i, "proofs")
	}
	var kinds []schema.ProofKind
	for j, proof := range s.Proofs {
		if slices.Contains(kinds, proof.Kind) {
			c.refuse(fault.New(fault.RuleListedTwice, "value", proof.Kind), "steps", i, "proofs", j, "kind")
		}
		kinds = append(kinds, proof.Kind)
		c.days(proof.Days, "steps", i, "proofs", j, "days")
	}
}

func (c *checker) code(code string, path ...any) {
	if !codePattern.MatchString(code) {
		c.refuse(fault.New(fault.InvalidCode, "code", code), path...)
	}
}

// source refuses a text that was compared on a day before it was adopted, or of
// which nobody knows when that was.
func (c *checker) source(s rule.Source, path ...any) {
	switch {
	case s.VerifiedOn.IsZero():
	case s.TextDate.IsZero():
		c.refuse(fault.New(fault.RuleFieldMissing, "field", "textDate"), append(path, "textDate")...)
	case s.VerifiedOn.Before(s.TextDate):
		c.refuse(fault.New(fault.EndsBeforeItStarts, "from", s.TextDate, "to", s.VerifiedOn), append(path, "verifiedOn")...)
	}
}

func (c *checker) named(codes, known []string, path ...any) {
	for _, code := range codes {
		if !slices.Contains(known, code) {
			c.refuse(fault.New(fault.StepUnknown, "step", code, "known", known), path...)
		}
	}
}

func (c *checker) days(days int, path ...any) {
	if days < 0 || days > longest {
		c.refuse(fault.New(fault.OutOfRange, "least", 0, "most", longest), path...)
	}
}
