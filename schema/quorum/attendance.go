package quorum

import (
	"slices"
	"time"

	"sifang/schema"
)

// Interval is one stay of one person at a meeting, on behalf of one party or
// of none. Somebody who sits for two parties has an interval for each. From
// belongs to the stay, To does not; a zero To means that the person is still
// there.
type Interval struct {
	Person string                `json:"person"`
	Party  string                `json:"party,omitempty"`
	Groups []string              `json:"groups,omitempty"`
	From   time.Time             `json:"from"`
	To     time.Time             `json:"to,omitzero"`
	Mode   schema.AttendanceMode `json:"mode"`
	// Voting is false for observers, alternates and guests.
	Voting bool `json:"voting,omitempty"`
}

func (i Interval) contains(instant time.Time) bool {
	return !instant.Before(i.From) && (i.To.IsZero() || instant.Before(i.To))
}

// Presence is who is at a meeting at one instant, each person once, in the
// order of their identifiers.
type Presence struct {
	At        time.Time  `json:"at"`
	Attendees []Attendee `json:"attendees,omitempty"`
}

// Attendee is a person at a meeting.
type Attendee struct {
	Person string `json:"person"`
	// Voting: the person may vote in at least one capacity.
	Voting bool `json:"voting,omitempty"`
	// Remote: the person is not in the room in any capacity.
	Remote bool `json:"remote,omitempty"`
	// Parties are those the person may vote for, Groups those counted in.
	Parties []string `json:"parties,omitempty"`
	Groups  []string `json:"groups,omitempty"`
}

// At is the presence at an instant. The order of the intervals is irrelevant,
// and overlapping ones of the same person count once.
func At(intervals []Interval, instant time.Time) Presence {
	there := map[string]*Attendee{}
	for _, stay := range intervals {
		if !stay.contains(instant) {
			continue
		}
		person, known := there[stay.Person]
		if !known {
			person = &Attendee{Person: stay.Person, Remote: true}
			there[stay.Person] = person
		}
		person.Remote = person.Remote && stay.Mode == schema.AttendanceModeRemote
		if !stay.Voting {
			continue
		}
		person.Voting = true
		if stay.Party != "" {
			person.Parties = append(person.Parties, stay.Party)
		}
		person.Groups = append(person.Groups, stay.Groups...)
	}
	p := Presence{At: instant.UTC()}
	for _, person := range there {
		person.Parties = distinct(person.Parties)
		person.Groups = distinct(person.Groups)
		p.Attendees = append(p.Attendees, *person)
	}
	slices.SortFunc(p.Attendees, func(a, b Attendee) int {
		if a.Person < b.Person {
			return -1
		}
		return 1
	})
	return p
}

// Persons is how many different people with a vote are there.
func (p Presence) Persons() int64 { return p.voters("") }

// Observers is how many are there without a vote.
func (p Presence) Observers() int64 { return int64(len(p.Attendees)) - p.Persons() }

// Remote is how many of those with a vote are not in the room.
func (p Presence) Remote() int64 {
	return p.with(func(a Attendee) bool { return a.Voting && a.Remote })
}

// For is how many people are there who may vote for the party.
func (p Presence) For(party string) int64 {
	return p.with(func(a Attendee) bool { return slices.Contains(a.Parties, party) })
}

// voters is how many with a vote are there, of a group or, if it is empty, of
// all.
func (p Presence) voters(group string) int64 {
	return p.with(func(a Attendee) bool {
		return a.Voting && (group == "" || slices.Contains(a.Groups, group))
	})
}

func (p Presence) with(is func(Attendee) bool) int64 {
	var n int64
	for _, attendee := range p.Attendees {
		if is(attendee) {
			n++
		}
	}
	return n
}

func distinct(words []string) []string {
	slices.Sort(words)
	return slices.Compact(words)
}
