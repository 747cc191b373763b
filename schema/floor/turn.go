package floor

import (
	"time"

	"sifang/schema"
	"sifang/schema/ident"
)

// Turn is one turn of somebody at the floor on an item, from the request on.
type Turn struct {
	ID     ident.ID
	Person ident.ID
	Side   schema.SpeechSide
	Status schema.SpeechStatus
	Asked  time.Time
	Given  time.Time     // zero while it was not given
	Limit  time.Duration // of a turn that was given; zero where no rule bounds it
}

// Ends is when the time of a turn that was given is over.
func (t Turn) Ends() time.Time { return t.Given.Add(t.Limit) }

// Over reports whether the time of a turn that was given is over at the instant.
func (t Turn) Over(at time.Time) bool { return t.Limit > 0 && t.Left(at) == 0 }

// Left is how much of the turn is left at the instant, never less than nothing.
func (t Turn) Left(at time.Time) time.Duration { return max(0, t.Ends().Sub(at)) }

// waits reports whether the turn was asked for and neither given nor taken back.
func (t Turn) waits() bool { return t.Status == schema.SpeechStatusRequested }

// had reports whether the turn was given, be it over or not.
func (t Turn) had() bool {
	return t.Status == schema.SpeechStatusSpeaking || t.Status == schema.SpeechStatusEnded
}

// Speaking is the turn that goes on at the instant. It reports false if nobody
// speaks: one whose time is over is over, though nobody wrote that down yet.
func Speaking(turns []Turn, at time.Time) (Turn, bool) {
	t, ok := Unended(turns)
	return t, ok && !t.Over(at)
}

// Unended is the turn that was given and of which no end was written down. It
// reports false if there is none.
func Unended(turns []Turn) (Turn, bool) {
	for _, t := range turns {
		if t.Status == schema.SpeechStatusSpeaking {
			return t, true
		}
	}
	return Turn{}, false
}

// Had is how many turns a person had on the item, the one that goes on included.
func Had(turns []Turn, person ident.ID) int {
	n := 0
	for _, t := range turns {
		if t.Person == person && t.had() {
			n++
		}
	}
	return n
}
