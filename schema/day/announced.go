package day

import (
	_ "embed"
	"encoding/json"
	"fmt"
	"slices"
)

// Announcement is what was announced about the days of rest of one year.
type Announcement struct {
	Year int `json:"year"`
	// Source is the notice by its title and number.
	Source string `json:"source"`
	// VerifiedOn is the day on which the days were last compared with the text of
	// the notice.
	VerifiedOn Date `json:"verifiedOn"`
	// Holidays and Workdays are as in a Calendar.
	Holidays []Date `json:"holidays"`
	Workdays []Date `json:"workdays"`
}

//go:embed announced.json
var announcements []byte

// Announcements are the notices that come with the service, by year.
func Announcements() ([]Announcement, error) {
	var all []Announcement
	if err := json.Unmarshal(announcements, &all); err != nil {
		return nil, fmt.Errorf("the days of rest that come with the service: %w", err)
	}
	return all, nil
}

// Calendar is the announcement as a calendar of its year.
func (a Announcement) Calendar() Calendar {
	return Calendar{Weekends: true, Holidays: a.Holidays, Workdays: a.Workdays, Announced: []int{a.Year}}
}

// Shipped is the calendar that comes with the service: weekends, what was
// announced for each year, and the holidays with a date of their own in all
// others.
func Shipped() (Calendar, error) {
	c := Calendar{Weekends: true, Fixed: true}
	all, err := Announcements()
	for _, one := range all {
		c = c.With(one.Year, one.Calendar())
	}
	return c, err
}

// Misplaced are the days of an announcement that cannot be right: a holiday or a
// worked day named twice or as both, one of another year, a worked day that is
// no Saturday or Sunday.
func (a Announcement) Misplaced() []Date {
	var wrong []Date
	seen := map[Date]bool{}
	for _, d := range slices.Concat(a.Holidays, a.Workdays) {
		if seen[d] || int(d.year) != a.Year {
			wrong = append(wrong, d)
		}
		seen[d] = true
	}
	for _, d := range a.Workdays {
		if !(Calendar{Weekends: true}).Rests(d) && !slices.Contains(wrong, d) {
			wrong = append(wrong, d)
		}
	}
	return wrong
}
