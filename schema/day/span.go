package day

// Span is a stretch of days, half-open: From belongs to it, To does not. A
// zero From means since ever, a zero To until further notice. A Span whose To
// is not after its From holds no day.
type Span struct {
	From Date `json:"from,omitzero"`
	To   Date `json:"to,omitzero"`
}

// Contains reports whether the day lies in the span.
func (s Span) Contains(on Date) bool {
	return !on.Before(s.From) && (s.To.IsZero() || on.Before(s.To))
}

// Empty reports whether no day lies in the span.
func (s Span) Empty() bool { return !s.To.IsZero() && !s.From.Before(s.To) }

// Overlaps reports whether some day lies in both spans.
func (s Span) Overlaps(other Span) bool {
	common := Span{From: Latest(s.From, other.From), To: Earliest(s.To, other.To)}
	return !common.Empty()
}

// Within reports whether every day of the span also lies in outer.
func (s Span) Within(outer Span) bool {
	if s.Empty() {
		return true
	}
	ends := outer.To.IsZero() || !s.To.IsZero() && !s.To.After(outer.To)
	return ends && !s.From.Before(outer.From)
}

// Latest is the later of two beginnings, where the zero Date is since ever.
func Latest(a, b Date) Date {
	if a.Before(b) {
		return b
	}
	return a
}

// Earliest is the earlier of two ends, where the zero Date is until further
// notice.
func Earliest(a, b Date) Date {
	if a.IsZero() || !b.IsZero() && b.Before(a) {
		return b
	}
	return a
}
