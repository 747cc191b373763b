package seat

import (
	"slices"

	"sifang/schema/day"
	"sifang/schema/fault"
	"sifang/schema/ident"
)

// CheckAppointment lists every reason why the candidate may not be given the
// target, all at once; none means that the appointment is lawful under the
// rules. The holdings are those of the candidate, of the candidate's declared
// relatives, of everybody in the target's organization, and of everybody whom
// a declared interest concerns; the target itself may be among them, so that
// an appointment can be checked again when it is confirmed.
//
// The refusals are NOT_ELIGIBLE, MISSING_FACT and INCOMPATIBLE, each with the
// rule's code, source and sentence; SOURCE_REQUIRED, SOURCE_NOT_HELD and
// OUTLASTS_SOURCE about the membership that a cross-appointment rests on;
// OUTSIDE_TERM, OVERLAPPING_TERM and POST_FULL.
func CheckAppointment(rules Rules, candidate Candidate, target Holding, holdings []Holding) fault.Faults {
	a := appointment{
		candidate: candidate,
		target:    target,
		others:    slices.DeleteFunc(slices.Clone(holdings), func(h Holding) bool { return h.ID == target.ID }),
	}
	return slices.Concat(
		a.eligible(rules.Eligibility),
		a.compatible(rules.Incompatibility),
		a.source(rules.Tenure),
		a.term(),
		a.overlap(),
		a.capacity(),
	)
}

// appointment is what one check looks at.
type appointment struct {
	candidate Candidate
	target    Holding
	others    []Holding
}

// source asks for the membership a cross-appointment rests on.
func (a appointment) source(rules []Tenure) fault.Faults {
	if a.target.Source.IsZero() {
		var missing fault.Faults
		for _, rule := range inForce(rules) {
			if rule.SourceRequired && rule.applies(a.target) {
				missing = append(missing, rule.refuse(fault.SourceRequired))
			}
		}
		return missing
	}
	i := slices.IndexFunc(a.others, func(h Holding) bool {
		return h.ID == a.target.Source && h.Member == a.target.Member
	})
	if i < 0 || !Effective(a.others[i], a.target.Held.From) {
		return fault.Faults{fault.New(fault.SourceNotHeld, "source", a.target.Source, "day", a.target.Held.From)}
	}
	until := ends(a.others[i])
	if restsOnSource(a.target.Mode) && !a.target.Held.Within(day.Span{To: until}) {
		return fault.Faults{fault.New(fault.OutlastsSource, "source", a.target.Source, "until", until)}
	}
	return nil
}

// term keeps the appointment within the term of office it falls in.
func (a appointment) term() fault.Faults {
	if a.target.Held.Within(a.target.Term) {
		return nil
	}
	return fault.Faults{fault.New(fault.OutsideTerm, "termFrom", a.target.Term.From, "termTo", openEnd(a.target.Term.To))}
}

// overlap keeps the terms of one person in one post apart. Without a post it
// keeps apart two memberships of one kind in one organization.
func (a appointment) overlap() fault.Faults {
	for _, h := range a.others {
		if h.Member == a.target.Member && sameSeat(h, a.target) && taken(h) && h.Held.Overlaps(a.target.Held) {
			return fault.Faults{fault.New(fault.OverlappingTerm,
				"membership", h.ID, "from", h.Held.From, "to", openEnd(h.Held.To))}
		}
	}
	return nil
}

// capacity keeps a post from having more holders than it has seats on any day
// of the appointment. The number of holders rises only where a term begins,
// so those days are the ones to look at.
func (a appointment) capacity() fault.Faults {
	post := a.target.Post
	if post.Capacity == 0 || a.target.Held.Empty() {
		return nil
	}
	var spans []day.Span
	begin := []day.Date{a.target.Held.From}
	for _, h := range a.others {
		if sameSeat(h, a.target) && taken(h) {
			spans = append(spans, h.Held)
			begin = append(begin, h.Held.From)
		}
	}
	slices.SortFunc(begin, day.Date.Compare)
	for _, on := range begin {
		if !a.target.Held.Contains(on) {
			continue
		}
		holders := 0
		for _, span := range spans {
			if span.Contains(on) {
				holders++
			}
		}
		if holders >= post.Capacity {
			return fault.Faults{fault.New(fault.PostFull, "post", post.ID, "capacity", post.Capacity, "day", on)}
		}
	}
	return nil
}

func sameSeat(a, b Holding) bool {
	if a.Post.ID != ident.Nil || b.Post.ID != ident.Nil {
		return a.Post.ID == b.Post.ID
	}
	return a.Organization.ID == b.Organization.ID && a.Kind == b.Kind
}

// openEnd writes an end that may be open.
func openEnd(to day.Date) string {
	if to.IsZero() {
		return "…"
	}
	return to.String()
}

// refuse makes the refusal that cites a rule.
func (h Head) refuse(code fault.Code, facts ...any) *fault.Fault {
	return fault.New(code, slices.Concat([]any{
		"rule", h.Code, "title", h.Source.Title, "article", h.Source.Article, "source", h.Source,
		"sentence", fault.Words(h.Sentence),
	}, facts)...)
}
