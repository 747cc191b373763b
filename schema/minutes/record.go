package minutes

import (
	"time"

	"sifang/schema"
)

// Record is a meeting as it was recorded. What is empty was not recorded, and
// is left out or said to be missing.
type Record struct {
	Title    string
	Kind     schema.MeetingKind
	Form     schema.MeetingForm
	Under    schema.ConvenedUnder
	Convener string // the organization that meets or convenes
	Linkage  string // the linkage that meets, or nothing
	Venue    string
	Opened   time.Time // zero if it was not opened yet, as a written one never is
	Closed   time.Time // zero while it is not closed
	Starts   time.Time // for which it was called
	Ends     time.Time
	Chair    string

	Attendees []Attendee // those who are named, in the order in which they came
	Others    Others     // those who are not
	Quorum    []string   // whether enough were there, and of whom, in sentences
	QuorumAt  time.Time
	Items     []Item
}

// Attendee is somebody named who was there, in one capacity.
type Attendee struct {
	Name  string
	For   string // the party represented, or nothing
	Votes bool
	Stays []Stay
}

// Stay is from when until when somebody was there; without an end until the last.
type Stay struct {
	From, To time.Time
	Remote   bool
}

// Others are how many were there whom the minutes do not name.
type Others struct{ Voting, Observing int }

// Item is what was done on one item of the agenda.
type Item struct {
	Position    int
	Title       string
	Aside       []string // who stepped aside; nothing in place of who is not named
	Opinions    []Opinion
	Speeches    []Speech
	Motions     []Motion
	Votes       []Vote
	Disposition schema.AgendaItemDisposition
	Note        string
	Resolutions []Resolution
}

// Opinion is what an organization was asked to say in writing.
type Opinion struct {
	Of     string
	Due    time.Time
	Given  time.Time // zero if it was not given
	Stance schema.OpinionStance
	Text   string
}

// Speech is a turn of somebody at the floor.
type Speech struct {
	Who  string // nothing if the speaker is not named
	For  string // the party, or nothing
	Side schema.SpeechSide
	Took time.Duration // zero while it goes on
}

// Motion is what somebody moved.
type Motion struct {
	Number   int
	Amends   int // the number of the motion that it changes; 0 for a motion itself
	Mover    string
	Seconded bool
	Seconder string // nothing if they are not named
	Text     string
	Reads    string // how it reads in the end, if an amendment was adopted
	Status   schema.MotionStatus
}

// Vote is a vote in figures.
type Vote struct {
	Question string
	Motion   int // the number of the motion that it decides; 0 if none
	Method   schema.VoteMethod
	Opened   time.Time // zero if it was not opened
	Closed   time.Time
	Status   schema.VoteStatus
	Verdict  []string // what it came to and why, in sentences
}

// Resolution is what was resolved.
type Resolution struct {
	Year, Serial int // of its number
	Kind         schema.ResolutionKind
	Title        string
	Text         string
}
