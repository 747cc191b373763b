package view

import (
	"context"
	"slices"

	"sifang/ent/db"
	"sifang/ent/db/agendaitem"
	assembly "sifang/ent/db/meeting"
	"sifang/ent/db/minutes"
	"sifang/ent/db/opinion"
	"sifang/ent/db/recusal"
	"sifang/ent/db/vote"
	"sifang/ent/debate"
	"sifang/ent/poll"
	"sifang/schema"
	"sifang/schema/fault"
	"sifang/schema/ident"
	"sifang/schema/stage"
	"sifang/schema/todo"
)

// recusals are the requests that somebody else step aside.
func (d desk) recusals(ctx context.Context) ([]errand, error) {
	rows, err := d.client.Recusal.Query().Where(recusal.StatusEQ(schema.RecusalStatusChallenged), recusal.PersonIDNEQ(d.me),
		recusal.HasAgendaItemWith(agendaitem.HasMeetingWith(d.directed(assembly.StatusIn(running...))),
			agendaitem.Not(agendaitem.HasVotesWith(vote.StatusIn(stage.Counted...))))).
		WithAgendaItem(inMeeting).Order(recusal.ByID()).Limit(mostOfKind).All(ctx)
	all := make([]errand, len(rows))
	for i, row := range rows {
		item := row.Edges.AgendaItem
		all[i] = errand{
			Thing:   todo.Thing{Kind: todo.RuleOnRecusal, Name: item.Title, Since: row.FiledAt},
			subject: row.ID, meeting: item.Edges.Meeting,
		}
	}
	return all, err
}

// meetings are those to be called, opened, closed, and those without minutes. One
// in which a vote is open is not closed.
func (d desk) meetings(ctx context.Context) ([]errand, error) {
	open := assembly.HasAgendaItemsWith(agendaitem.HasVotesWith(vote.StatusEQ(schema.VoteStatusOpen)))
	rows, err := d.client.Meeting.Query().Where(d.directed(assembly.Or(
		assembly.StatusEQ(schema.MeetingStatusDraft),
		assembly.And(assembly.StatusEQ(schema.MeetingStatusCalled), assembly.StartsAtLTE(d.now)),
		assembly.And(assembly.StatusEQ(schema.MeetingStatusOpen), assembly.EndsAtLTE(d.now), assembly.Not(open)),
		assembly.And(assembly.StatusEQ(schema.MeetingStatusClosed), assembly.FormNEQ(schema.MeetingFormWritten),
			assembly.Not(assembly.HasMinutes())),
	))).WithOrder().Order(assembly.ByID()).Limit(mostOfKind).All(ctx)
	all := make([]errand, len(rows))
	for i, m := range rows {
		all[i] = errand{Thing: todo.Thing{Name: m.Title}, subject: m.ID, meeting: m}
		all[i].convene(m)
	}
	return all, err
}

// convene says what comes next in the life of a meeting.
func (e *errand) convene(m *db.Meeting) {
	switch m.Status {
	case schema.MeetingStatusDraft:
		e.Kind, e.Since, e.Until = todo.CallMeeting, m.RecordedAt, m.StartsAt
		if order := m.Edges.Order; order != nil && order.DueOn != nil {
			e.DueOn, e.Until = *order.DueOn, order.DueOn.End()
		}
	case schema.MeetingStatusCalled:
		e.Kind, e.Since = todo.OpenMeeting, m.StartsAt
	case schema.MeetingStatusOpen:
		e.Kind, e.Since = todo.CloseMeeting, m.EndsAt
	default:
		e.Kind, e.Since = todo.DraftMinutes, value(m.ClosedAt)
	}
}

// minutes are those to be approved. Whoever wrote them approves them only if they
// presided.
func (d desk) minutes(ctx context.Context) ([]errand, error) {
	rows, err := d.client.Minutes.Query().Where(minutes.StatusEQ(schema.MinutesStatusDraft),
		minutes.HasMeetingWith(d.directed(assembly.StatusEQ(schema.MeetingStatusClosed))),
		minutes.Or(minutes.DraftedByIDIsNil(), minutes.DraftedByIDNEQ(d.me), minutes.HasMeetingWith(assembly.ChairID(d.me)))).
		WithMeeting().Order(minutes.ByID()).Limit(mostOfKind).All(ctx)
	all := make([]errand, len(rows))
	for i, row := range rows {
		m := row.Edges.Meeting
		all[i] = errand{
			Thing: todo.Thing{Kind: todo.ApproveMinutes, Name: m.Title, Since: row.DraftedAt}, subject: row.ID, meeting: m,
		}
	}
	return all, err
}

// opinions are those asked of the bodies of the viewer on items that still wait.
func (d desk) opinions(ctx context.Context) ([]errand, error) {
	rows, err := d.client.Opinion.Query().Where(opinion.GivenAtIsNil(), opinion.OrganizationIDIn(d.bodies...),
		opinion.HasAgendaItemWith(agendaitem.DispositionEQ(schema.AgendaItemDispositionPending),
			agendaitem.HasMeetingWith(assembly.StatusIn(append(slices.Clone(running), schema.MeetingStatusClosed)...)))).
		WithAgendaItem().Order(opinion.ByID()).Limit(mostOfKind).All(ctx)
	all := make([]errand, len(rows))
	for i, row := range rows {
		all[i] = errand{
			Thing: todo.Thing{
				Kind: todo.GiveOpinion, Name: row.Edges.AgendaItem.Title, Since: row.RequestedAt, Until: row.DueAt,
			},
			subject: row.ID, body: row.OrganizationID,
		}
	}
	return all, err
}

// votes are those to be closed, posted, made final, and issued as a resolution.
func (d desk) votes(ctx context.Context) ([]errand, error) {
	adopted := vote.And(vote.StatusEQ(schema.VoteStatusFinal), vote.KindNEQ(schema.VoteKindElection), vote.Not(vote.HasResolutions()),
		vote.HasAgendaItemWith(agendaitem.DispositionEQ(schema.AgendaItemDispositionPending),
			agendaitem.HasMeetingWith(assembly.StatusIn(schema.MeetingStatusOpen, schema.MeetingStatusAdjourned, schema.MeetingStatusClosed))))
	rows, err := d.client.Vote.Query().Where(d.onAgenda(), vote.Or(adopted,
		vote.And(vote.StatusEQ(schema.VoteStatusOpen), vote.Or(vote.ClosesAtIsNil(), vote.ClosesAtLTE(d.now))),
		vote.StatusIn(schema.VoteStatusClosed, schema.VoteStatusPreliminary))).
		WithAgendaItem(inMeeting).WithMotion().Order(vote.ByID()).Limit(mostOfKind).All(ctx)
	if err != nil {
		return nil, err
	}
	c, err := d.countedVotes(ctx, rows)
	var all []errand
	for _, v := range rows {
		if e, ok := c.next(v); ok {
			all = append(all, e)
		}
	}
	return all, err
}

// countedVotes is what stands in the way of the end of some votes.
type countedVotes struct {
	judged    map[ident.ID]poll.Judgment
	unsettled map[ident.ID]fault.Faults
	aside     map[ident.ID]*fault.Fault // by item
}

func (d desk) countedVotes(ctx context.Context, votes []*db.Vote) (countedVotes, error) {
	var c countedVotes
	items := make([]ident.ID, len(votes))
	for i, v := range votes {
		items[i] = v.AgendaItemID
	}
	var err error
	if c.judged, err = poll.Standings(ctx, d.client, d.now, votes...); err != nil {
		return c, err
	}
	if c.unsettled, err = poll.UnsettledOf(ctx, d.client, d.today, votes...); err != nil {
		return c, err
	}
	c.aside, err = debate.StepsAside(ctx, d.client, d.me, items...)
	return c, err
}

// next is what comes next for a vote; false while others have to do something
// first, or nothing is left to do.
func (c countedVotes) next(v *db.Vote) (errand, bool) {
	e := errand{Thing: todo.Thing{Name: v.Question, Since: value(v.ClosedAt)}, subject: v.ID, meeting: v.Edges.AgendaItem.Edges.Meeting}
	first := slices.ContainsFunc(c.unsettled[v.ID], func(f *fault.Fault) bool { return f.Code == fault.PreliminaryNeeded })
	amends := v.Edges.Motion != nil && v.Edges.Motion.AmendsID != nil
	j, judged := c.judged[v.ID]
	switch {
	case v.Status == schema.VoteStatusOpen:
		e.Kind, e.Since, e.Until = todo.CloseVote, value(v.OpenedAt), value(v.ClosesAt)
		return e, c.aside[v.AgendaItemID] == nil
	case v.Status == schema.VoteStatusFinal:
		e.Kind, e.Name, e.Since, e.subject = todo.IssueResolution, v.Edges.AgendaItem.Title, j.At, v.AgendaItemID
		return e, judged && j.Outcome == schema.VerdictOutcomeAdopted && !amends
	case first:
		e.Kind = todo.PostResult
		return e, true
	default:
		e.Kind = todo.FinalizeVote
		return e, judged && len(c.unsettled[v.ID]) == 0 && j.Outcome != schema.VerdictOutcomePendingConsent
	}
}
