package rule

import (
	"fmt"

	"sifang/schema"
	"sifang/schema/day"
	"sifang/schema/fault"
)

// Posting says for how long something has to hang for everybody to read (公示),
// until when it may be objected to, and how soon an objection is answered. Zero
// says nothing.
type Posting struct {
	Kind schema.PublicationKind `json:"kind" rule:"required"`
	// Organization is the kind of body whose posting it is; empty for all.
	Organization schema.OrganizationKind `json:"organization,omitempty"`
	// Days and WorkingDays are for how long it hangs at least, whichever ends
	// later. The day of posting is not counted.
	Days        int `json:"days,omitempty"`
	WorkingDays int `json:"workingDays,omitempty"`
	// ObjectionDays are those from the posting in which an objection is in time.
	ObjectionDays int `json:"objectionDays,omitempty"`
	// AnswerDays are those from the objection in which it is answered.
	AnswerDays int `json:"answerDays,omitempty"`
	// ClosesAt is when the office that takes objections in stops doing so on the
	// last day; empty if it takes them in until midnight.
	ClosesAt day.Closing `json:"closesAt,omitempty"`
	Source   Source      `json:"source" rule:"required"`
}

// Citation names the provision, in its own language.
func (p Posting) Citation() string {
	if p.Source.Article == "" {
		return fmt.Sprintf("《%s》", p.Source.Title)
	}
	return fmt.Sprintf("《%s》第%s条", p.Source.Title, p.Source.Article)
}

// says reports whether the provision is about such a posting of such a body.
func (p Posting) says(kind schema.PublicationKind, of schema.OrganizationKind) bool {
	return p.Kind == kind && (p.Organization == "" || p.Organization == of)
}

// Postings are all provisions about a posting of a kind of body, the general
// ones first. None displaces another one: each is a least or a most, so that all
// of them have to be kept.
func (c Chain) Postings(kind schema.PublicationKind, of schema.OrganizationKind) []Posting {
	var all []Posting
	for _, set := range c {
		for _, p := range set.Postings {
			if p.says(kind, of) {
				all = append(all, p)
			}
		}
	}
	return all
}

func (c *checker) postings(postings []Posting) {
	seen := map[string]bool{}
	for i, p := range postings {
		at := []any{"postings", i}
		c.once(seen, string(p.Kind)+" "+string(p.Organization), at)
		c.source(p.Source, step(at, "source"))
		if p.Days == 0 && p.WorkingDays == 0 && p.ObjectionDays == 0 && p.AnswerDays == 0 {
			c.refuse(at, fault.New(fault.RuleSetPeriodsEmpty))
		}
		if !p.ClosesAt.Valid() {
			c.refuse(step(at, "closesAt"), fault.New(fault.RuleClosing, "closesAt", string(p.ClosesAt)))
		}
		for _, days := range []struct {
			name string
			days int
		}{
			{"days", p.Days}, {"workingDays", p.WorkingDays}, {"objectionDays", p.ObjectionDays}, {"answerDays", p.AnswerDays},
		} {
			if days.days < 0 || days.days > maxPeriodDays {
				c.refuse(step(at, days.name), fault.New(fault.OutOfRange, "least", 0, "most", maxPeriodDays))
			}
		}
	}
}
