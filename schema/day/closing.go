package day

import (
	"fmt"
	"time"
)

// Closing is the time of day at which an office stops doing business, written as
// HH:MM, such as 17:30. Empty is an office without business hours, such as a
// service on the network.
type Closing string

// Valid reports whether it is empty or a time of day.
func (c Closing) Valid() bool {
	_, err := time.Parse("15:04", string(c))
	return c == "" || err == nil && len(c) == len("15:04")
}

// Of is the instant at which a period ends on its last day: at 24:00, or where
// there are business hours when business stops (Civil Code art. 203 II). A
// Closing that is not Valid ends at 24:00.
func (c Closing) Of(last Date) time.Time {
	if c == "" || !c.Valid() {
		return last.End()
	}
	at, err := time.ParseInLocation(layout+" 15:04", fmt.Sprintf("%s %s", last, c), china)
	if err != nil {
		return last.End()
	}
	return at
}
