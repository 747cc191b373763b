package flag

import (
	"time"

	"sifang/schema"
	"sifang/schema/day"
	"sifang/schema/ident"
)

// Facts are what is recorded about a vote.
type Facts struct {
	// Entries are the places on the roll, and Area the exclusive area on it.
	Entries int
	Area    schema.FloorArea
	Frozen  day.Date
	// Voted are the places under which somebody voted.
	Voted  int
	Papers []Paper
	// Ballots are those that came in without paper.
	Ballots []Ballot
	// Cast are the ballots that agents cast for others.
	Cast []Cast
	// Proxies are the authorities for the vote, and Ends the last day of it; zero
	// while none is known.
	Proxies []Proxy
	Ends    day.Date
	Changes []Change
	// Deliveries are those from door to door.
	Deliveries []Delivery
}

// Paper is a paper that came in. What is not known of its readers is zero.
type Paper struct {
	ID               ident.ID
	First, Second    ident.ID
	Entered, Checked time.Time
}

// Ballot is that somebody voted, and when.
type Ballot struct {
	ID ident.ID
	At time.Time
}

// Cast is a ballot that somebody cast for another.
type Cast struct{ Entry, Agent, Proxy ident.ID }

// Proxy is an authority, and the day on which it was entered.
type Proxy struct {
	ID      ident.ID
	Granted day.Date
}

// Change is that a unit on the roll was entered in the register on a day, or passed
// to another owner.
type Change struct {
	Unit       ident.ID
	Area       schema.FloorArea
	Registered bool
	On         day.Date
}

// Delivery is that somebody brought a paper to a door.
type Delivery struct {
	ID, By ident.ID
	At     time.Time
}
