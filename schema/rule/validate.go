package rule

import (
	"regexp"

	"sifang/schema"
	"sifang/schema/fault"
)

const maxConsentDays = 365

var codePattern = regexp.MustCompile(`^[A-Z][A-Z0-9]*(_[A-Z0-9]+)*$`)

// checker collects what is wrong with a document whose shape is right.
type checker struct{ faults fault.Faults }

func (c *checker) refuse(path []any, one *fault.Fault) {
	c.faults = append(c.faults, one.At(path...))
}

func (r Rule) check(path []any) fault.Faults {
	var c checker
	c.code(r.Code, step(path, "code"))
	c.source(r.Source, step(path, "source"))
	if !r.ValidTo.IsZero() && !r.ValidFrom.Before(r.ValidTo) {
		c.refuse(step(path, "validTo"), fault.New(fault.EndsBeforeItStarts, "from", r.ValidFrom, "to", r.ValidTo))
	}
	if r.Quorum != nil {
		c.clause(*r.Quorum, inQuorum, step(path, "quorum"))
	}
	c.clause(r.Approval, inApproval, step(path, "approval"))
	c.parties(r, step(path, "parties"))
	c.election(r, path)
	c.policies(r.Policies, path)
	c.extensible(r.Window, step(path, "window"))
	c.deemed(r, step(path, "deemed"))
	if r.InPerson && r.Proxies != nil {
		c.refuse(step(path, "proxies"), fault.New(fault.RuleInPerson))
	}
	c.tie(r, step(path, "tie"))
	c.conditions(r.Conditions, step(path, "conditions"))
	for i, conflict := range r.Conflicts {
		c.source(conflict.Source, step(step(step(path, "conflicts"), i), "source"))
	}
	if r.DistinctPersonsMin < 0 || r.DistinctPersonsMin > maxDen {
		c.refuse(step(path, "distinctPersonsMin"), fault.New(fault.OutOfRange, "least", 0, "most", maxDen))
	}
	return c.faults
}

func (c *checker) code(code string, path []any) {
	if !codePattern.MatchString(code) {
		c.refuse(path, fault.New(fault.InvalidCode, "code", code))
	}
}

func (c *checker) source(s Source, path []any) {
	if !s.VerifiedOn.IsZero() && s.TextDate.IsZero() {
		c.refuse(step(path, "textDate"), fault.New(fault.RuleFieldMissing, "field", "textDate"))
	}
	if !s.VerifiedOn.IsZero() && s.VerifiedOn.Before(s.TextDate) {
		c.refuse(step(path, "verifiedOn"), fault.New(fault.EndsBeforeItStarts, "from", s.TextDate, "to", s.VerifiedOn))
	}
}

func (c *checker) parties(r Rule, path []any) {
	counts := r.CountsParties()
	switch {
	case r.Parties == nil && counts:
		c.refuse(path, fault.New(fault.RulePartiesMissing))
		return
	case r.Parties == nil:
		return
	case !counts:
		c.refuse(path, fault.New(fault.RulePartiesUnused))
	}
	least, most := 0, maxConsentDays
	switch r.Parties.Absent {
	case schema.AbsentPartyPolicyLeavesBase:
		most = 0 // who has left the base is not asked again
	case schema.AbsentPartyPolicyCountedAsConsentAfterNotice:
		least = 1 // silence means nothing before there was time to speak
	}
	if r.Parties.ConsentDays < least || r.Parties.ConsentDays > most {
		c.refuse(step(path, "consentDays"), fault.New(fault.RuleConsentDays,
			"policy", string(r.Parties.Absent), "least", least, "most", most))
	}
}
