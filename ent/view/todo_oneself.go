package view

import (
	"context"
	"slices"

	"sifang/ent/db"
	"sifang/ent/db/attendance"
	"sifang/ent/db/candidate"
	"sifang/ent/db/linkage"
	"sifang/ent/db/linkageparty"
	assembly "sifang/ent/db/meeting"
	"sifang/ent/db/membership"
	"sifang/ent/db/minutes"
	"sifang/ent/db/minutessignature"
	"sifang/ent/db/organization"
	"sifang/ent/db/partydelegate"
	"sifang/ent/db/task"
	"sifang/ent/db/vote"
	"sifang/ent/poll"
	"sifang/ent/power"
	"sifang/ent/sitting"
	"sifang/schema"
	"sifang/schema/mandate"
	"sifang/schema/tally"
	"sifang/schema/todo"
)

// mass are the kinds of meetings to which people come who hold no post.
var mass = []schema.MeetingKind{schema.MeetingKindAssembly, schema.MeetingKindResidents}

// sittings are those called or being held to which the viewer belongs and did not
// come so far. One may check in once it is open.
func (d desk) sittings(ctx context.Context) ([]errand, error) {
	meetings, err := d.called(ctx)
	if err != nil {
		return nil, err
	}
	coming, err := sitting.OfAttendances(ctx, d.client, d.today, d.me, meetings...)
	var all []errand
	for i, m := range meetings {
		if !slices.Contains(coming[i].Persons, d.me) {
			continue
		}
		if _, refused := mandate.Ask("checkIn", d.viewer, coming[i]); refused != nil {
			continue
		}
		all = append(all, errand{
			Thing: todo.Thing{Kind: todo.Attend, Name: m.Title, Since: value(m.NoticedAt), Until: m.StartsAt}, subject: m.ID,
		})
	}
	return all, err
}

// called are the sittings in which the viewer may have a place: of their
// organizations, of linkages of these or that they were sent to, and of everybody
// in their communities.
func (d desk) called(ctx context.Context) ([]*db.Meeting, error) {
	communities, err := power.Communities(ctx, d.client, d.today, d.me)
	if err != nil {
		return nil, err
	}
	mine := organization.HasMembershipsWith(membership.PersonID(d.me), membership.StatusEQ(schema.MembershipStatusEffective))
	party := linkageparty.Or(linkageparty.HasOrganizationWith(mine), linkageparty.HasDelegatesWith(partydelegate.PersonID(d.me)))
	return d.client.Meeting.Query().Where(
		assembly.Or(assembly.StatusEQ(schema.MeetingStatusOpen),
			assembly.And(assembly.StatusEQ(schema.MeetingStatusCalled), assembly.EndsAtGT(d.now))),
		assembly.FormNEQ(schema.MeetingFormWritten),
		assembly.Or(assembly.HasOrganizationWith(mine), assembly.HasLinkageWith(linkage.HasPartiesWith(party)),
			assembly.And(assembly.KindIn(mass...), assembly.CommunityIDIn(communities...))),
		assembly.Not(assembly.HasAttendancesWith(attendance.PersonID(d.me))),
	).Order(assembly.ByStartsAt()).Limit(mostOfKind).All(ctx)
}

// signing are the approved minutes of sittings that the viewer attended and did
// not sign. Nobody expects everybody's signature on those of an assembly.
func (d desk) signing(ctx context.Context) ([]errand, error) {
	rows, err := d.client.Minutes.Query().Where(minutes.StatusEQ(schema.MinutesStatusApproved),
		minutes.HasMeetingWith(assembly.StatusEQ(schema.MeetingStatusClosed), assembly.KindNotIn(mass...),
			assembly.HasAttendancesWith(attendance.PersonID(d.me))),
		minutes.Not(minutes.HasSignaturesWith(minutessignature.PersonID(d.me)))).
		WithMeeting().Order(minutes.ByID()).Limit(mostOfKind).All(ctx)
	all := make([]errand, len(rows))
	for i, row := range rows {
		all[i] = errand{
			Thing: todo.Thing{Kind: todo.SignMinutes, Name: row.Edges.Meeting.Title, Since: value(row.ApprovedAt)}, subject: row.ID,
		}
	}
	return all, err
}

// seats are those to which the viewer was elected without an answer so far.
func (d desk) seats(ctx context.Context) ([]errand, error) {
	rows, err := d.client.Candidate.Query().Where(candidate.PersonID(d.me),
		candidate.StatusIn(schema.CandidateStatusNominated, schema.CandidateStatusListed),
		candidate.HasVoteWith(vote.StatusEQ(schema.VoteStatusFinal))).WithVote().Order(candidate.ByID()).Limit(mostOfKind).All(ctx)
	if err != nil {
		return nil, err
	}
	votes := make([]*db.Vote, len(rows))
	for i, row := range rows {
		votes[i] = row.Edges.Vote
	}
	judged, err := poll.Standings(ctx, d.client, d.now, votes...)
	var all []errand
	for _, row := range rows {
		elected := func(c tally.Choice) bool {
			return c.Option == row.ID.String() && c.Outcome == schema.CandidateOutcomeElected
		}
		if j := judged[row.VoteID]; slices.ContainsFunc(j.Choices, elected) {
			all = append(all, errand{
				Thing: todo.Thing{Kind: todo.AnswerElection, Name: row.Edges.Vote.Question, Since: j.At}, subject: row.ID,
			})
		}
	}
	return all, err
}

// tasks are those of the viewer, and of the bodies they lead.
func (d desk) tasks(ctx context.Context) ([]errand, error) {
	rows, err := d.client.Task.Query().Where(task.StatusNEQ(schema.TaskStatusDone),
		task.Or(task.PersonID(d.me), task.OrganizationIDIn(d.bodies...))).Order(task.ByID()).Limit(mostOfKind).All(ctx)
	if err != nil {
		return nil, err
	}
	statuses, err := d.present.TaskStatuses(ctx, rows)
	var all []errand
	for i, row := range rows {
		if statuses[i] == schema.TaskStatusDone || statuses[i] == schema.TaskStatusStopped {
			continue
		}
		e := errand{Thing: todo.Thing{Kind: todo.CompleteTask, Name: row.Title, Since: row.CreatedAt, DueOn: row.DueOn}, subject: row.ID}
		if row.PersonID == nil || *row.PersonID != d.me {
			e.body = row.OrganizationID
		}
		all = append(all, e)
	}
	return all, err
}
