package rule

import (
	"sifang/schema/fault"
)

const maxPeriodDays = 3650

func (s Set) check() fault.Faults {
	var c checker
	c.code(s.Code, []any{"code"})
	c.source(s.Source, []any{"source"})
	if !s.ValidTo.IsZero() && !s.ValidFrom.Before(s.ValidTo) {
		c.refuse([]any{"validTo"}, fault.New(fault.EndsBeforeItStarts, "from", s.ValidFrom, "to", s.ValidTo))
	}
	c.matters(s.Matters)
	c.voting(s.Voting)
	c.periods(s.Periods)
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
		switch {
		case (v.Rule == nil) == (v.Preset == ""):
			c.refuse(at, fault.New(fault.RuleSetChoice, "allowed", "rule, preset"))
		case v.Rule != nil:
			c.faults = append(c.faults, v.Rule.check(step(at, "rule"))...)
		default:
			if _, ok := Preset(v.Preset); !ok {
				c.refuse(step(at, "preset"), fault.New(fault.PresetUnknown, "code", v.Preset))
			}
		}
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

// once refuses a key that was seen before.
func (c *checker) once(seen map[string]bool, key string, path []any) {
	if seen[key] {
		c.refuse(path, fault.New(fault.RuleSetKeyRepeated, "key", key))
	}
	seen[key] = true
}
