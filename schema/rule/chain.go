package rule

import (
	"cmp"

	"sifang/schema"
	"sifang/schema/fault"
	"sifang/schema/seat"
)

// Chain lays sets over each other, from the general to the specific: the
// nation, the city, the bylaws of the estate. What a more specific set says
// about the same thing replaces what a more general one says.
type Chain []Set

// chosen is the rule that stands in the choice; an override is none.
func (v Voting) chosen() (Rule, bool) {
	if v.Rule != nil {
		return *v.Rule, true
	}
	return Preset(v.Preset)
}

// Matter is the matter of that code. The authority is the strictest that any
// set of the chain gives it; all else is as the most specific one says.
func (c Chain) Matter(code string) (Matter, bool) {
	var found Matter
	known := false
	for _, set := range c {
		for _, m := range set.Matters {
			if m.Code != code {
				continue
			}
			authority := found.Authority
			if !known || Stricter(authority, m.Authority) {
				authority = m.Authority
			}
			found, known = m, true
			found.Authority = authority
		}
	}
	return found, known
}

// Authority is the body that decides the matter. It reports false if no set
// knows the matter.
func (c Chain) Authority(matter string) (schema.DecisionAuthority, bool) {
	m, ok := c.Matter(matter)
	return m.Authority, ok
}

// Periods are the periods of a kind of meeting and a subject, which may be
// empty. Each number is the one of the most specific set that states it; what
// is stated for the subject goes before what is stated for the meeting. It
// reports false if no set states anything.
func (c Chain) Periods(meeting schema.MeetingKind, subject string) (Periods, bool) {
	var all Periods
	subjects := []string{"", subject}
	if subject == "" {
		subjects = subjects[:1]
	}
	for _, about := range subjects {
		for _, set := range c {
			for _, p := range set.Periods {
				if p.Meeting == meeting && p.Subject == about {
					all = all.overlaid(p.Periods)
				}
			}
		}
	}
	return all, all != Periods{}
}

func (p Periods) overlaid(by Periods) Periods {
	if by.NoticeDays > 0 {
		p.NoticeDays, p.NoticeMethod = by.NoticeDays, by.NoticeMethod
	}
	if by.PublishWithinDays > 0 {
		p.PublishWithinDays = by.PublishWithinDays
	}
	if by.PublicationDays > 0 {
		p.PublicationDays = by.PublicationDays
	}
	if by.ObjectionDays > 0 {
		p.ObjectionDays = by.ObjectionDays
	}
	return p
}

// Owners says how owners are counted: each answer is the one of the most
// specific set that gives it.
func (c Chain) Owners() Owners {
	var all Owners
	for _, set := range c {
		if set.Owners != nil {
			all = all.overlaid(*set.Owners)
		}
	}
	return all
}

func (o Owners) overlaid(by Owners) Owners {
	if by.Heads != "" {
		o.Heads = by.Heads
	}
	if by.ParkingCounts != nil {
		o.ParkingCounts = by.ParkingCounts
	}
	if by.MergeCoOwned != nil {
		o.MergeCoOwned = by.MergeCoOwned
	}
	return o
}

// Debate bounds what one person says on one item: each number is the one of the
// most specific set that states it. What no set states is zero, and not bounded.
func (c Chain) Debate() Debate {
	var all Debate
	for _, set := range c {
		if set.Debate != nil {
			all = Debate{Seconds: cmp.Or(set.Debate.Seconds, all.Seconds), Turns: cmp.Or(set.Debate.Turns, all.Turns)}
		}
	}
	return all
}

// Seats are the rules about who may sit where, laid over each other.
func (c Chain) Seats() seat.Rules {
	var all seat.Rules
	for _, set := range c {
		all = seat.Merge(all, set.Seats)
	}
	return all
}

// Validate lists what is wrong between the sets: MATTER_UNKNOWN for a choice
// on a matter that neither its set nor a more general one knows,
// AUTHORITY_NOT_STRICTER for a matter that a more specific set gives to a
// laxer authority. Paths begin with the place of the set in the chain.
func (c Chain) Validate() fault.Faults {
	var faults fault.Faults
	for i, set := range c {
		below := c[:i]
		for j, m := range set.Matters {
			from, known := below.Authority(m.Code)
			if known && from != m.Authority && !Stricter(from, m.Authority) {
				faults = append(faults, fault.New(fault.AuthorityNotStricter,
					"from", string(from), "to", string(m.Authority)).At(i, "matters", j, "authority"))
			}
		}
		for j, v := range set.Voting {
			if _, known := c[:i+1].Matter(v.Matter); v.Matter != "" && !known {
				faults = append(faults, fault.New(fault.MatterUnknown, "code", v.Matter).At(i, "voting", j, "matter"))
			}
		}
	}
	return faults
}
