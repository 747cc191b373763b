package view

import (
	"context"

	"sifang/ent/db"
	"sifang/ent/db/agendaitem"
	"sifang/ent/db/candidate"
	"sifang/ent/db/membership"
	"sifang/ent/db/minutes"
	"sifang/ent/db/objection"
	"sifang/ent/db/postingcheck"
	"sifang/ent/db/predicate"
	"sifang/ent/db/publication"
	"sifang/ent/db/resolution"
	"sifang/ent/db/roll"
	"sifang/ent/sitting"
	"sifang/schema"
	"sifang/schema/day"
	"sifang/schema/ident"
	"sifang/schema/notice"
	"sifang/schema/todo"
)

// resolved are resolutions of the meetings that the viewer directs.
func (d desk) resolved() predicate.Resolution {
	return resolution.HasAgendaItemWith(agendaitem.HasMeetingWith(d.directed()))
}

// hung are postings of the viewer's bodies and of the meetings they direct.
func (d desk) hung() predicate.Publication {
	return publication.Or(
		publication.OrganizationIDIn(d.bodies...),
		publication.HasMembershipWith(membership.OrganizationIDIn(d.bodies...)),
		publication.HasResolutionWith(d.resolved()),
		publication.HasMeetingWith(d.directed()),
		publication.HasRollWith(roll.HasMeetingWith(d.directed())),
		publication.HasMinutesWith(minutes.HasMeetingWith(d.directed())),
		publication.HasVoteWith(d.onAgenda()),
	)
}

// withPoster reads postings with whatever tells whose they are.
func withPoster(q *db.PublicationQuery) {
	q.WithMeeting().WithMembership().WithVote(ofMeeting).
		WithResolution(func(q *db.ResolutionQuery) { q.WithAgendaItem(inMeeting) }).
		WithRoll(func(q *db.RollQuery) { q.WithMeeting() }).
		WithMinutes(func(q *db.MinutesQuery) { q.WithMeeting() })
}

// postedBy is the meeting that a posting belongs to, or the body if it belongs to
// none.
func postedBy(p *db.Publication) (*db.Meeting, ident.ID) {
	switch e := p.Edges; {
	case p.OrganizationID != nil:
		return nil, *p.OrganizationID
	case e.Membership != nil:
		return nil, e.Membership.OrganizationID
	case e.Resolution != nil:
		return e.Resolution.Edges.AgendaItem.Edges.Meeting, ident.Nil
	case e.Meeting != nil:
		return e.Meeting, ident.Nil
	case e.Roll != nil:
		return e.Roll.Edges.Meeting, ident.Nil
	case e.Minutes != nil:
		return e.Minutes.Edges.Meeting, ident.Nil
	default:
		return e.Vote.Edges.AgendaItem.Edges.Meeting, ident.Nil
	}
}

// objections are those that wait for an answer, but for the viewer's own and those
// about them.
func (d desk) objections(ctx context.Context) ([]errand, error) {
	own := objection.Or(objection.HasCandidateWith(candidate.PersonID(d.me)),
		objection.HasPublicationWith(publication.HasMembershipWith(membership.PersonID(d.me))))
	rows, err := d.client.Objection.Query().Where(objection.StatusEQ(schema.ObjectionStatusFiled), objection.FiledByIDNEQ(d.me),
		objection.Not(own), objection.Or(
			objection.HasVoteWith(d.onAgenda()), objection.HasRollWith(roll.HasMeetingWith(d.directed())),
			objection.HasCandidateWith(candidate.HasVoteWith(d.onAgenda())),
			objection.HasResolutionWith(d.resolved()), objection.HasPublicationWith(d.hung()))).
		WithVote(ofMeeting).WithRoll(func(q *db.RollQuery) { q.WithMeeting() }).
		WithCandidate(func(q *db.CandidateQuery) { q.WithVote(ofMeeting) }).
		WithResolution(func(q *db.ResolutionQuery) { q.WithAgendaItem(inMeeting) }).WithPublication(withPoster).
		Order(objection.ByID()).Limit(mostOfKind).All(ctx)
	all := make([]errand, len(rows))
	for i, row := range rows {
		all[i] = errand{
			Thing:   todo.Thing{Kind: todo.AnswerObjection, Since: row.FiledAt, DueOn: value(row.AnswerDueOn)},
			subject: row.ID,
		}
		all[i].contested(row)
	}
	return all, err
}

// contested says what an objection is about, and who answers it.
func (e *errand) contested(o *db.Objection) {
	switch about := o.Edges; {
	case about.Candidate != nil:
		e.Name, e.meeting = about.Candidate.Edges.Vote.Question, about.Candidate.Edges.Vote.Edges.AgendaItem.Edges.Meeting
	case about.Vote != nil:
		e.Name, e.meeting = about.Vote.Question, about.Vote.Edges.AgendaItem.Edges.Meeting
	case about.Resolution != nil:
		e.Name, e.meeting = about.Resolution.Title, about.Resolution.Edges.AgendaItem.Edges.Meeting
	case about.Publication != nil:
		e.Name = about.Publication.Place
		e.meeting, e.body = postedBy(about.Publication)
	default:
		e.meeting = about.Roll.Edges.Meeting
		e.Name = e.meeting.Title
	}
}

// postings are those found gone, and those that nobody looked after while they
// have to hang.
func (d desk) postings(ctx context.Context) ([]errand, error) {
	gone := publication.HasChecksWith(postingcheck.StillThere(false))
	query := d.client.Publication.Query().Where(d.hung(), publication.MinimumDaysGT(0),
		publication.Or(publication.UntilGTE(d.today), gone))
	withPoster(query)
	rows, err := query.WithChecks().Order(publication.ByID()).Limit(mostOfKind).All(ctx)
	if err != nil {
		return nil, err
	}
	complied, err := d.present.PublicationsCompliance(ctx, rows)
	var all []errand
	for i, row := range rows {
		e := errand{Thing: todo.Thing{Kind: todo.CheckPosting, Name: row.Place, Since: row.PostedAt}, subject: row.ID}
		e.meeting, e.body = postedBy(row)
		switch c := complied[i]; {
		case c.Interrupted:
			e.Since = c.Gaps[len(c.Gaps)-1].GoneAt
		case len(row.Edges.Checks) == 0 && !c.Met:
			e.DueOn = row.Until
		default:
			continue
		}
		all = append(all, e)
	}
	return all, err
}

// resolutions are those that nobody posted so far. Many rules say how soon that is
// to be done.
func (d desk) resolutions(ctx context.Context) ([]errand, error) {
	rows, err := d.client.Resolution.Query().Where(resolution.StatusEQ(schema.ResolutionStatusAdopted),
		resolution.OrganizationIDIn(d.bodies...)).WithAgendaItem(func(q *db.AgendaItemQuery) {
		q.WithMeeting(func(q *db.MeetingQuery) { q.WithOrganization() })
	}).Order(resolution.ByID()).Limit(mostOfKind).All(ctx)
	if err != nil {
		return nil, err
	}
	meetings := make([]*db.Meeting, len(rows))
	for i, row := range rows {
		meetings[i] = row.Edges.AgendaItem.Edges.Meeting
	}
	laws, err := sitting.Laws(ctx, d.client, d.today, meetings...)
	if err != nil {
		return nil, err
	}
	all := make([]errand, len(rows))
	for i, row := range rows {
		m := meetings[i]
		all[i] = errand{
			Thing: todo.Thing{Kind: todo.PostResolution, Name: row.Title, Since: row.AdoptedAt}, subject: row.ID, body: row.OrganizationID,
		}
		periods, _ := laws[i].Periods(m.Kind, notice.Subject(m.Kind, m.ConvenedUnder, m.Edges.Organization.Kind))
		if periods.PublishWithinDays > 0 {
			all[i].DueOn = day.Of(row.AdoptedAt).AddDays(periods.PublishWithinDays)
		}
	}
	return all, nil
}
