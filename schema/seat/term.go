package seat

import (
	"sifang/schema"
	"sifang/schema/day"
)

// Office is a term of office as the register has it.
type Office struct {
	Held day.Span
	// Caretaker is the first day on which the body only keeps things going, and
	// Next the first day of the term that follows; zero while neither is known.
	Caretaker, Next day.Date
	// Written is the state that a verb wrote last.
	Written schema.TermState
}

// On is where the term stands on a day. One that ran out is kept up by those who
// held it until the next begins; a verb may end it without any (an organization
// that is dissolved).
func (o Office) On(on day.Date) schema.TermState {
	over := !o.Held.To.IsZero() && !on.Before(o.Held.To)
	switch {
	case !o.Next.IsZero() && !on.Before(o.Next):
		return schema.TermStateEnded
	case over && o.Written == schema.TermStateEnded:
		return schema.TermStateEnded
	case over, !o.Caretaker.IsZero() && !on.Before(o.Caretaker):
		return schema.TermStateCaretaker
	default:
		return schema.TermStateCurrent
	}
}
