package debate

import (
	"context"
	"time"

	"sifang/ent/db"
	"sifang/ent/db/agendaitem"
	"sifang/ent/db/attendance"
	"sifang/ent/db/meeting"
	"sifang/ent/db/membership"
	"sifang/ent/db/motion"
	"sifang/ent/db/opinion"
	"sifang/ent/db/recusal"
	"sifang/ent/db/resolution"
	"sifang/ent/db/speech"
	"sifang/ent/db/vote"
	"sifang/ent/poll"
	"sifang/ent/sitting"
	"sifang/schema"
	"sifang/schema/day"
	"sifang/schema/fault"
	"sifang/schema/ident"
	"sifang/schema/minutes"
	"sifang/schema/quorum"
	"sifang/schema/rule"
)

// Recorded is what was recorded of a meeting, for its minutes.
func Recorded(ctx context.Context, c *db.Client, id ident.ID, now time.Time) (minutes.Record, error) {
	m, err := c.Meeting.Query().Where(meeting.ID(id)).WithOrganization().WithLinkage().WithChair().
		WithAttendances(func(q *db.AttendanceQuery) {
			q.WithPerson().WithParty(organized).Order(db.Asc(attendance.FieldArrivedAt, attendance.FieldID))
		}).
		WithAgendaItems(func(q *db.AgendaItemQuery) { treated(q.Order(db.Asc(agendaitem.FieldPosition, agendaitem.FieldID))) }).Only(ctx)
	if err != nil {
		return minutes.Record{}, err
	}
	r := minutes.Record{
		Title: m.Title, Kind: m.Kind, Form: m.Form, Under: m.ConvenedUnder, Convener: m.Edges.Organization.Name,
		Starts: m.StartsAt, Ends: m.EndsAt, Opened: instant(m.OpenedAt), Closed: instant(m.ClosedAt),
	}
	if m.Venue != nil {
		r.Venue = *m.Venue
	}
	if m.Edges.Linkage != nil {
		r.Linkage = m.Edges.Linkage.Name
	}
	if m.Edges.Chair != nil {
		r.Chair = m.Edges.Chair.Name
	}
	n, err := naming(ctx, c, m)
	if err != nil {
		return r, err
	}
	r.Attendees, r.Others = attendees(m.Edges.Attendances, n)
	if r.Quorum, r.QuorumAt, err = enough(ctx, c, m, now); err != nil {
		return r, err
	}
	for _, item := range m.Edges.AgendaItems {
		told, err := n.item(ctx, c, item, now)
		if err != nil {
			return r, err
		}
		r.Items = append(r.Items, told)
	}
	return r, nil
}

func organized(q *db.LinkagePartyQuery) { q.WithOrganization() }

// treated reads with items who stepped aside, and what was said, moved, voted and
// resolved on them.
func treated(q *db.AgendaItemQuery) {
	q.WithRecusals(func(q *db.RecusalQuery) {
		q.WithPerson().Where(poll.SteppedAside()).Order(db.Asc(recusal.FieldFiledAt, recusal.FieldID))
	}).WithOpinions(func(q *db.OpinionQuery) {
		q.WithOrganization().Order(db.Asc(opinion.FieldRequestedAt, opinion.FieldID))
	}).
		WithSpeeches(func(q *db.SpeechQuery) {
			q.WithPerson().WithParty(organized).Where(speech.GivenAtNotNil()).Order(db.Asc(speech.FieldGivenAt, speech.FieldID))
		}).
		WithMotions(func(q *db.MotionQuery) {
			q.WithMover().WithSeconder().Order(db.Asc(motion.FieldMovedAt, motion.FieldID))
		}).
		WithVotes(func(q *db.VoteQuery) { q.Order(db.Asc(vote.FieldID)) }).
		WithResolutions(func(q *db.ResolutionQuery) { q.Order(db.Asc(resolution.FieldID)) })
}

// names are the persons whom the minutes of a meeting name.
type names map[ident.ID]bool

// naming tells whom the minutes name: whoever holds or held a published post,
// whom everybody may see, and whoever presided. In an assembly of owners and in a
// meeting of residents nobody else is there by virtue of a post, so only whoever
// presided is named.
func naming(ctx context.Context, c *db.Client, m *db.Meeting) (names, error) {
	n := names{}
	if m.ChairID != nil {
		n[*m.ChairID] = true
	}
	if m.Kind == schema.MeetingKindAssembly || m.Kind == schema.MeetingKindResidents {
		return n, nil
	}
	ids := make([]ident.ID, len(m.Edges.Attendances))
	for i, stay := range m.Edges.Attendances {
		ids[i] = stay.PersonID
	}
	rows, err := c.Membership.Query().Where(membership.PersonIDIn(ids...), membership.PostIDNotNil(),
		membership.PublishedAtNotNil()).All(ctx)
	for _, row := range rows {
		n[*row.PersonID] = true
	}
	return n, err
}

// of is the name of a person, or nothing if they are not named.
func (n names) of(p *db.Person) string {
	if p == nil || !n[p.ID] {
		return ""
	}
	return p.Name
}

// capacity is somebody in one capacity.
type capacity struct {
	person ident.ID
	party  string
}

// attendees puts together the stays of those who are named, and counts the others.
func attendees(stays []*db.Attendance, n names) ([]minutes.Attendee, minutes.Others) {
	var all []minutes.Attendee
	place, unnamed := map[capacity]int{}, map[ident.ID]bool{}
	for _, s := range stays {
		if !n[s.PersonID] {
			unnamed[s.PersonID] = unnamed[s.PersonID] || s.Votes
			continue
		}
		as := capacity{s.PersonID, partyName(s.Edges.Party)}
		i, known := place[as]
		if !known {
			i = len(all)
			place[as] = i
			all = append(all, minutes.Attendee{Name: s.Edges.Person.Name, For: as.party, Votes: s.Votes})
		}
		all[i].Stays = append(all[i].Stays, minutes.Stay{
			From: s.ArrivedAt, To: instant(s.LeftAt), Remote: s.Mode == schema.AttendanceModeRemote,
		})
	}
	var others minutes.Others
	for _, votes := range unnamed {
		if votes {
			others.Voting++
		} else {
			others.Observing++
		}
	}
	return all, others
}

func partyName(p *db.LinkageParty) string {
	if p == nil {
		return ""
	}
	return p.Edges.Organization.Name
}

// enough tells whether there was a quorum when the first vote was opened or,
// without any, when the last person came.
func enough(ctx context.Context, c *db.Client, m *db.Meeting, now time.Time) ([]string, time.Time, error) {
	at := now
	if stays := m.Edges.Attendances; len(stays) > 0 {
		at = stays[len(stays)-1].ArrivedAt
	}
	first := time.Time{}
	for _, item := range m.Edges.AgendaItems {
		for _, v := range item.Edges.Votes {
			if v.OpenedAt != nil && (first.IsZero() || v.OpenedAt.Before(first)) {
				first = *v.OpenedAt
			}
		}
	}
	if !first.IsZero() {
		at = first
	}
	if len(m.Edges.Attendances) == 0 || m.Form == schema.MeetingFormWritten {
		return nil, at, nil
	}
	law, err := sitting.LawOf(ctx, c, m, day.Of(at))
	if err != nil {
		return nil, at, err
	}
	r, known := law.Rule()
	if !known {
		return nil, at, nil
	}
	stays, err := sitting.Intervals(ctx, c, m)
	if err != nil {
		return nil, at, err
	}
	wholes, err := sitting.Wholes(ctx, c, day.Of(at), m)
	if err != nil {
		return nil, at, err
	}
	judged, err := quorum.Judge(r, quorum.At(stays[m.ID], at), wholes[0])
	if _, untold := fault.Of(err); untold {
		return nil, at, nil // attendance alone cannot tell
	}
	return sentences(judged.Explanation), at, err
}

// sentences are what a finding says, in Chinese.
func sentences(s rule.Sentence) []string {
	all := []string{s.Chinese}
	for _, part := range s.Parts {
		all = append(all, sentences(part)...)
	}
	return all
}

// instant is an instant that may not have come.
func instant(t *time.Time) time.Time {
	if t == nil {
		return time.Time{}
	}
	return *t
}
