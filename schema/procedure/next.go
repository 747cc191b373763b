package procedure

import (
	"slices"

	"sifang/schema"
	"sifang/schema/day"
	"sifang/schema/fault"
)

// Done is a step that was taken, and the day on which it was.
type Done struct {
	Step string
	On   day.Date
}

// Facts are what the periods of a procedure depend on.
type Facts struct {
	// Started is the day on which the procedure was begun.
	Started day.Date
	Today   day.Date
	// Rest tells the days of rest, which a last day is moved past.
	Rest day.Calendar
}

// Standing is where a step stands.
type Standing struct {
	Step  Step
	State schema.StepState
	// Until is the last day on which the step is in time; zero if nothing limits it,
	// or if what the days count from is not done.
	Until day.Date
	// Overdue: it is still to be taken, and that day is over.
	Overdue bool
	// Missing are the steps it waits for, in their order.
	Missing []Step
}

// Progress tells where every step stands, in their order.
func (p Procedure) Progress(done []Done, f Facts) []Standing {
	all := make([]Standing, len(p.Steps))
	for i, s := range p.Steps {
		one := Standing{Step: s, State: p.state(s, done), Until: until(s, done, f)}
		one.Missing = p.missing(s, done)
		open := one.State == schema.StepStateDue || one.State == schema.StepStateBlocked
		one.Overdue = open && !one.Until.IsZero() && one.Until.Before(f.Today)
		all[i] = one
	}
	return all
}

// Next are the steps that are due, in their order: each waits for nothing any
// more.
func (p Procedure) Next(done []Done, f Facts) []Standing {
	return slices.DeleteFunc(p.Progress(done, f), func(s Standing) bool { return s.State != schema.StepStateDue })
}

// Completed reports whether every step that must be taken was.
func (p Procedure) Completed(done []Done) bool {
	return !slices.ContainsFunc(p.Steps, func(s Step) bool { return !s.Optional && !taken(done, s.Code) })
}

// Take refuses to take steps, all by one thing:
// STEP_UNKNOWN, STEP_DONE, STEP_NOT_DUE naming what is missing, and
// STEPS_NOT_MERGEABLE for several that the procedure keeps apart. Who heads which
// body is for the caller to ask, if there are several.
func (p Procedure) Take(codes []string, done []Done) *fault.Fault {
	for i, code := range codes {
		s, ok := p.Step(code)
		switch {
		case !ok:
			return fault.New(fault.StepUnknown, "step", code, "known", p.Codes())
		case slices.Contains(codes[:i], code):
			return fault.New(fault.ListedTwice)
		case taken(done, code), p.state(s, done) == schema.StepStatePassed:
			return fault.New(fault.StepDone, "step", s.words())
		}
	}
	for _, s := range p.Steps {
		if !slices.Contains(codes, s.Code) {
			continue
		}
		missing := slices.DeleteFunc(p.missing(s, done), func(m Step) bool { return slices.Contains(codes, m.Code) })
		if len(missing) > 0 {
			return fault.New(fault.StepNotDue, "step", s.words(), "missing", Titles(missing))
		}
	}
	return p.mergeable(codes)
}

// mergeable refuses several steps of which one goes with none of the others.
func (p Procedure) mergeable(codes []string) *fault.Fault {
	if len(codes) < 2 {
		return nil
	}
	together := map[string]bool{}
	for _, s := range p.Steps {
		for _, with := range s.MayMergeWith {
			if slices.Contains(codes, s.Code) && slices.Contains(codes, with) {
				together[s.Code], together[with] = true, true
			}
		}
	}
	for _, code := range codes {
		if s, _ := p.Step(code); !together[code] {
			return fault.New(fault.StepsNotMergeable, "step", s.words())
		}
	}
	return nil
}

// missing are the steps that one waits for. Behind one that may be left out and
// was, those count that it would have waited for itself.
func (p Procedure) missing(s Step, done []Done) []Step {
	var all []Step
	for _, before := range p.Steps {
		if slices.Contains(p.before(s), before.Code) && !before.Optional && !taken(done, before.Code) {
			all = append(all, before)
		}
	}
	return all
}

// Before are the codes of all steps that one comes after, near and far.
func (p Procedure) Before(code string) []string {
	s, _ := p.Step(code)
	return p.before(s)
}

func (p Procedure) before(s Step) []string {
	var all []string
	for _, code := range s.After {
		one, _ := p.Step(code)
		all = append(append(all, code), p.before(one)...)
	}
	return all
}

func (p Procedure) state(s Step, done []Done) schema.StepState {
	later := func(l Step) bool { return taken(done, l.Code) && slices.Contains(p.before(l), s.Code) }
	switch {
	case taken(done, s.Code):
		return schema.StepStateDone
	case s.Optional && slices.ContainsFunc(p.Steps, later):
		return schema.StepStatePassed
	case len(p.missing(s, done)) > 0:
		return schema.StepStateBlocked
	default:
		return schema.StepStateDue
	}
}

func taken(done []Done, code string) bool {
	return slices.ContainsFunc(done, func(d Done) bool { return d.Step == code })
}

// until counts the days that a step has.
func until(s Step, done []Done, f Facts) day.Date {
	if s.Due == nil {
		return day.Date{}
	}
	from := f.Started
	if s.Due.After != "" {
		i := slices.IndexFunc(done, func(d Done) bool { return d.Step == s.Due.After })
		if i < 0 {
			return day.Date{}
		}
		from = done[i].On
	}
	return day.PeriodEnd(from, day.Period{Days: s.Due.Days}, f.Rest)
}

// Heads are the kinds of bodies that one person must head for the steps to be
// taken at once, one of each list: for every step those that only it names, or
// all that it names if there are none.
func (p Procedure) Heads(codes []string) [][]schema.OrganizationKind {
	var lists [][]schema.OrganizationKind
	for _, code := range codes {
		s, _ := p.Step(code)
		own := slices.DeleteFunc(slices.Clone(s.By), func(kind schema.OrganizationKind) bool {
			return slices.ContainsFunc(codes, func(other string) bool {
				o, _ := p.Step(other)
				return other != code && slices.Contains(o.By, kind)
			})
		})
		if len(own) == 0 {
			own = s.By
		}
		lists = append(lists, own)
	}
	return lists
}
