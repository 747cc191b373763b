package poll

import (
	"context"
	"slices"

	"sifang/ent/db"
	"sifang/ent/db/attendance"
	"sifang/schema"
	"sifang/schema/fault"
	"sifang/schema/ident"
	"sifang/schema/rule"
	"sifang/schema/tally"
)

// Stay is one stay of somebody with a vote in a meeting.
type Stay = *db.Attendance

// Stays are the stays in a meeting that count for its quorum: of everybody, or
// only of the persons named.
func Stays(ctx context.Context, c *db.Client, meeting ident.ID, persons ...ident.ID) ([]Stay, error) {
	all, err := StaysIn(ctx, c, []ident.ID{meeting}, persons...)
	return all[meeting], err
}

// StaysIn are the Stays in each of several meetings.
func StaysIn(ctx context.Context, c *db.Client, meetings []ident.ID, persons ...ident.ID) (map[ident.ID][]Stay, error) {
	query := c.Attendance.Query().Where(attendance.MeetingIDIn(meetings...), attendance.Votes(true))
	if len(persons) > 0 {
		query.Where(attendance.PersonIDIn(persons...))
	}
	rows, err := query.All(ctx)
	all := make(map[ident.ID][]Stay, len(meetings))
	for _, row := range rows {
		all[row.MeetingID] = append(all[row.MeetingID], row)
	}
	return all, err
}

// AgentStays are the stays of those in a meeting who vote for others there, in
// whatever capacity they came: an agent needs no vote of their own.
func AgentStays(ctx context.Context, c *db.Client, meeting ident.ID, agents ...ident.ID) ([]Stay, error) {
	return each(distinct(slices.Clone(agents)), func(some []ident.ID) ([]Stay, error) {
		return c.Attendance.Query().Where(attendance.MeetingID(meeting), attendance.PersonIDIn(some...)).All(ctx)
	})
}

// Arrival tells when somebody came to a vote for a party, or for themselves
// where there are no parties. Who is present is settled when the vote opens;
// who comes between that and its close comes late.
func Arrival(stays []Stay, who ident.ID, party *ident.ID, v *db.Vote) tally.Arrival {
	arrival := tally.Absent
	for _, s := range stays {
		if v.OpenedAt == nil || s.PersonID != who || !same(s.PartyID, party) {
			continue
		}
		switch {
		case s.ArrivedAt.After(*v.OpenedAt):
			if v.ClosedAt == nil || !s.ArrivedAt.After(*v.ClosedAt) {
				arrival = tally.Late
			}
		case s.LeftAt == nil, s.LeftAt.After(*v.OpenedAt):
			return tally.AtOpening
		}
	}
	return arrival
}

// Absent refuses who cannot vote because they are not there: who did not come
// or has left, and who came after the vote was opened where its rule admits
// nobody late. In a written meeting nobody is there, and everybody may vote. It
// refuses with NOT_PRESENT.
func Absent(m *db.Meeting, v *db.Vote, r rule.Rule, stays []Stay, who ident.ID, party *ident.ID) *fault.Fault {
	if m.Form == schema.MeetingFormWritten {
		return nil
	}
	arrival := Arrival(stays, who, party, v)
	switch {
	case !here(stays, who, party):
		return notPresent("您没有签到，或者已经签退", "you have not checked in, or have checked out")
	case arrival == tally.AtOpening, arrival == tally.Late && r.LateArrivalsVote:
		return nil
	default:
		return notPresent("您在表决开始之后才到会，而规则不允许迟到者表决", "you came after the vote was opened, and its rule admits nobody late")
	}
}

func notPresent(zh, en string) *fault.Fault {
	return fault.New(fault.NotPresent, "why", fault.Words{Chinese: zh, English: en})
}

// here reports whether somebody is in the meeting now.
func here(stays []Stay, who ident.ID, party *ident.ID) bool {
	for _, s := range stays {
		if s.PersonID == who && same(s.PartyID, party) && s.LeftAt == nil {
			return true
		}
	}
	return false
}

func same(a, b *ident.ID) bool {
	if a == nil || b == nil {
		return a == b
	}
	return *a == *b
}
