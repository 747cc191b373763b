package rule

import (
	"regexp"

	"sifang/schema"
	"sifang/schema/fault"
)

// The greatest numbers that a set may state: what is beyond them is a slip of the
// pen.
const (
	maxPeriodDays  = 3650
	maxTurnSeconds = 24 * 60 * 60
	maxTurns       = 1000
)

var divisionPattern = regexp.MustCompile(`^[1-9][0-9]{5}$`)

func (s Set) check() fault.Faults {
	var c checker
	c.code(s.Code, []any{"code"})
	c.source(s.Source, []any{"source"})
	if !s.ValidTo.IsZero() && !s.ValidFrom.Before(s.ValidTo) {
		c.refuse([]any{"validTo"}, fault.New(fault.EndsBeforeItStarts, "from", s.ValidFrom, "to", s.ValidTo))
	}
	c.division(s.Division, []any{"division"})
	c.matters(s.Matters)
	c.voting(s.Voting)
	c.periods(s.Periods)
	c.petitions(s.Petitions)
	c.oversight(s.Oversight)
	c.challenges(s.Challenges)
	c.postings(s.Postings)
	c.alerts(s.Alerts)
	if s.Owners != nil && *s.Owners == (Owners{}) {
		c.refuse([]any{"owners"}, fault.New(fault.RuleOwnersEmpty))
	}
	if s.Debate != nil {
		c.debate(*s.Debate, []any{"debate"})
	}
	for _, one := range s.Seats.Validate() {
		one.Field = append([]string{"seats"}, one.Field...)
		c.faults = append(c.faults, one)
	}
	return c.faults
}

func (c *checker) matters(matters []Matter) {
	seen := map[string]bool{}
	for i, m := range matters {
		at := []any{"matters", i}
		c.code(m.Code, step(at, "code"))
		c.once(seen, m.Code, step(at, "code"))
		c.source(m.Source, step(at, "source"))
	}
}

func (c *checker) voting(choices []Voting) {
	seen := map[string]bool{}
	for i, v := range choices {
		at := []any{"voting", i}
		if v.Matter != "" && v.Class != "" {
			c.refuse(at, fault.New(fault.RuleSetChoice, "allowed", "matter, class"))
		}
		if v.Matter != "" {
			c.code(v.Matter, step(at, "matter"))
		}
		c.once(seen, string(v.Organization)+" "+v.Matter+string(v.Class), at)
		c.chosen(v, at)
	}
}

// chosen checks what stands in a choice: a rule, the name of one, or changes to
// the one that applies otherwise.
func (c *checker) chosen(v Voting, at []any) {
	forms := 0
	for _, given := range []bool{v.Rule != nil, v.Preset != "", v.Override != nil} {
		if given {
			forms++
		}
	}
	switch {
	case forms != 1:
		c.refuse(at, fault.New(fault.RuleSetChoice, "allowed", "rule, preset, override"))
	case v.Override != nil:
		c.override(*v.Override, step(at, "override"))
	case v.Rule != nil:
		c.faults = append(c.faults, v.Rule.check(step(at, "rule"))...)
		c.class(v.Class, *v.Rule, step(at, "rule"))
	default:
		preset, ok := Preset(v.Preset)
		if !ok {
			c.refuse(step(at, "preset"), fault.New(fault.PresetUnknown, "code", v.Preset))
		}
		c.class(v.Class, preset, step(at, "preset"))
	}
}

// class refuses a rule made for one class of matters where it is chosen for
// another.
func (c *checker) class(class Class, r Rule, path []any) {
	if class != "" && r.Class != "" && class != r.Class {
		c.refuse(path, fault.New(fault.RuleClassDiffers, "class", string(class), "own", string(r.Class)))
	}
}

func (c *checker) override(o Override, path []any) {
	if !o.statesAnything() {
		c.refuse(path, fault.New(fault.RuleOverrideEmpty))
	}
	if o.Source != nil {
		c.source(*o.Source, step(path, "source"))
	}
	c.policies(o.Policies, path)
	c.within(o.DistinctPersonsMin, maxDen, step(path, "distinctPersonsMin"))
}

func (c *checker) division(code string, path []any) {
	if code != "" && !divisionPattern.MatchString(code) {
		c.refuse(path, fault.New(fault.RuleDivision, "code", code))
	}
}

func (c *checker) periods(periods []Period) {
	seen := map[string]bool{}
	for i, p := range periods {
		at := []any{"periods", i}
		if p.Subject != "" {
			c.code(p.Subject, step(at, "subject"))
		}
		c.once(seen, string(p.Meeting)+" "+p.Subject, at)
		if p.Periods == (Periods{}) {
			c.refuse(at, fault.New(fault.RuleSetPeriodsEmpty))
		}
		if (p.NoticeDays == 0) != (p.NoticeMethod == "") {
			c.refuse(step(at, "noticeMethod"), fault.New(fault.RuleFieldMissing, "field", "noticeDays, noticeMethod"))
		}
		for _, days := range []struct {
			name string
			days int
		}{
			{"noticeDays", p.NoticeDays}, {"publishWithinDays", p.PublishWithinDays},
			{"publicationDays", p.PublicationDays}, {"objectionDays", p.ObjectionDays},
		} {
			if days.days < 0 || days.days > maxPeriodDays {
				c.refuse(step(at, days.name), fault.New(fault.OutOfRange, "least", 0, "most", maxPeriodDays))
			}
		}
	}
}

func (c *checker) debate(d Debate, path []any) {
	if d == (Debate{}) {
		c.refuse(path, fault.New(fault.RuleDebateEmpty))
	}
	for _, bound := range []struct {
		name    string
		n, most int
	}{{"seconds", d.Seconds, maxTurnSeconds}, {"turns", d.Turns, maxTurns}} {
		if bound.n < 0 || bound.n > bound.most {
			c.refuse(step(path, bound.name), fault.New(fault.OutOfRange, "least", 0, "most", bound.most))
		}
	}
}

// once refuses a key that was seen before.
func (c *checker) once(seen map[string]bool, key string, path []any) {
	if seen[key] {
		c.refuse(path, fault.New(fault.RuleSetKeyRepeated, "key", key))
	}
	seen[key] = true
}

// petitions refuses a request by a share that nobody can reach, in a measure in
// which its signers have nothing, and two petitions for one kind of meeting.
func (c *checker) petitions(petitions []Petition) {
	seen := map[string]bool{}
	for i, p := range petitions {
		at := []any{"petitions", i}
		c.once(seen, string(p.Meeting), at)
		c.source(p.Source, step(at, "source"))
		for j, r := range p.Any {
			c.request(r, step(step(at, "any"), j))
		}
	}
}

func (c *checker) request(r Request, path []any) {
	c.part(AtLeast, r.Fraction, path)
	for i, measure := range r.Measures {
		if measure != schema.MeasureHeads && (measure != schema.MeasureArea || r.By != ByOwners) {
			c.refuse(step(step(path, "measures"), i), fault.New(fault.RulePetitionMeasure, "measure", string(measure)))
		}
	}
}
