package seat

import "sifang/schema/fault"

// Bounds of what a rule may ask for: they keep products of a share and a
// number of seats far inside 64 bits, and typing errors out of a rule set.
const (
	mostYears = 150
	mostDays  = 365
	mostSeats = 1_000_000
	mostDen   = 1_000_000
	mostArea  = 1_000_000_000_000
)

// Values lists every Condition.
func (Condition) Values() []string {
	return []string{"OWNER", "OWNER_OR_AUTHORIZED", "MIN_AGE", "NO_CONDUCT", "BELONGS", "MODE", "REPRESENTS"}
}

// Values lists every Scope.
func (Scope) Values() []string { return []string{"SAME_ORGANIZATION", "SHARED_AREA", "ANYWHERE"} }

// Values lists every Kin.
func (Kin) Values() []string {
	return []string{"SPOUSE", "PARENT", "CHILD", "SIBLING", "GRANDPARENT", "GRANDCHILD", "OTHER"}
}

func (e Eligibility) check(f *findings) {
	f.place(e.For, "for")
	words(f, []Condition{e.Condition}, "condition")
	words(f, e.Memberships, "memberships")
	words(f, e.Modes, "modes")
	words(f, e.OnBehalfOf, "onBehalfOf")
	switch e.Condition {
	case MinAge:
		f.rangeOf(int64(e.Years), 1, mostYears, "years")
	case NoConduct:
		f.some(len(e.Conduct), "conduct")
	case Belongs:
		f.some(len(e.Memberships), "memberships")
	case Mode:
		f.some(len(e.Modes), "modes")
	case Represents:
		f.some(len(e.OnBehalfOf), "onBehalfOf")
	}
	for i, conduct := range e.Conduct {
		if !codePattern.MatchString(conduct) {
			f.add(fault.New(fault.InvalidCode, "code", conduct), "conduct", i)
		}
	}
}

func (i Incompatibility) check(f *findings) {
	f.place(i.One, "one")
	f.place(i.Other, "other")
	words(f, []Scope{i.Scope}, "scope")
	words(f, i.Ties.Kin, "ties", "kin")
	if !i.Ties.Self && !i.Ties.Employment && !i.Ties.Interest {
		f.some(len(i.Ties.Kin), "ties")
	}
}

func (t Tenure) check(f *findings) {
	f.place(t.For, "for")
	words(f, t.Modes, "modes")
	f.rangeOf(int64(t.LeastYears), 0, mostYears, "leastYears")
	if t.MostYears != 0 {
		f.rangeOf(int64(t.MostYears), int64(max(t.LeastYears, 1)), mostYears, "mostYears")
	}
	if !t.SourceRequired && t.LeastYears == 0 {
		f.some(t.MostYears, "mostYears")
	}
}

func (r Requirement) check(f *findings) {
	f.some(len(r.Organizations), "organizations")
	words(f, r.Organizations, "organizations")
	f.description(r.Among, "among")
	f.description(r.Of, "of")
	f.rangeOf(int64(r.When.HouseholdsOver), 0, mostSeats, "when", "householdsOver")
	f.rangeOf(int64(r.When.HouseholdsAtMost), 0, mostSeats, "when", "householdsAtMost")
	f.rangeOf(int64(r.When.AreaOver), 0, mostArea, "when", "areaOver")
	f.rangeOf(int64(r.When.AreaAtMost), 0, mostArea, "when", "areaAtMost")
	f.rangeOf(int64(r.Least), 0, mostSeats, "least")
	if r.Most != 0 {
		f.rangeOf(int64(r.Most), int64(max(r.Least, 1)), mostSeats, "most")
	}
	if r.Share != (Fraction{}) {
		f.fraction(r.Share, "share")
	}
	if r.Least == 0 && r.Most == 0 && !r.Odd && r.Share == (Fraction{}) {
		f.add(fault.New(fault.Blank), "least")
	}
}

func (t Target) check(f *findings) {
	f.some(len(t.Organizations), "organizations")
	words(f, t.Organizations, "organizations")
	f.description(t.Of, "of")
	f.fraction(t.Share, "share")
}

func (p Publication) check(f *findings) {
	if len(p.For.Organizations)+len(p.For.Posts)+len(p.For.ExceptPosts) > 0 {
		f.place(p.For, "for")
	}
	words(f, p.Modes, "modes")
	f.rangeOf(int64(p.Days), 0, mostDays, "days")
}
