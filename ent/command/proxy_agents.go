package command

import (
	"context"
	"time"

	"sifang/ent"
	"sifang/ent/db"
	"sifang/ent/db/agendaitem"
	"sifang/ent/db/ballot"
	"sifang/ent/db/candidate"
	"sifang/ent/db/person"
	"sifang/ent/db/predicate"
	"sifang/ent/db/proxy"
	"sifang/ent/db/roll"
	"sifang/ent/db/rollentry"
	"sifang/ent/db/vote"
	"sifang/ent/poll"
	"sifang/schema"
	"sifang/schema/agency"
	"sifang/schema/day"
	"sifang/schema/fault"
	"sifang/schema/ident"
)

// standIn is somebody who casts a ballot for another in a vote.
type standIn struct{ vote, agent ident.ID }

// standIns is what is known of those who vote for others in a meeting.
type standIns struct {
	authorities []agency.Authority
	agents      map[ident.ID]agency.Agent
	stays       []poll.Stay // of the agents, in whatever capacity they came
}

// authority is the one under which an agent votes for somebody, or why not.
func (s standIns) authority(m *motion, principal, agent ident.ID, on day.Date) (ident.ID, *fault.Fault) {
	if refused := s.agents[agent].Judge(m.rule, principal); refused != nil {
		return ident.Nil, refused
	}
	one, refused := agency.Find(s.authorities, principal, agent, m.vote.ID, on)
	return one.ID, refused
}

// agents reads what is known of those who vote for others, meeting by meeting.
func (b *box) agents(ctx context.Context, tx *ent.Tx, at time.Time, agencies []standIn) error {
	meetings, agents := map[ident.ID]*db.Meeting{}, map[ident.ID][]ident.ID{}
	for _, one := range agencies {
		if m := b.motions[one.vote]; m != nil {
			meetings[m.meeting.ID] = m.meeting
			agents[m.meeting.ID] = append(agents[m.meeting.ID], one.agent)
		}
	}
	for id, m := range meetings {
		var err error
		if b.standIns[id], err = standInsOf(ctx, tx.Client, m, at, distinct(agents[id])); err != nil {
			return err
		}
	}
	return nil
}

// standInsOf is what is known of some agents in a meeting at the instant.
func standInsOf(ctx context.Context, c *db.Client, m *db.Meeting, at time.Time, agents []ident.ID) (standIns, error) {
	s := standIns{agents: map[ident.ID]agency.Agent{}}
	var err error
	if s.authorities, err = authorities(ctx, c, m, at, proxy.AgentIDIn(agents...)); err != nil {
		return s, err
	}
	if s.stays, err = poll.AgentStays(ctx, c, m.ID, agents...); err != nil {
		return s, err
	}
	principals, err := principalsOf(ctx, c, m, s.authorities, agents)
	if err != nil {
		return s, err
	}
	listed, err := agentsOnRoll(ctx, c, m, day.Of(at), agents...)
	if err != nil {
		return s, err
	}
	running, err := agentsRunning(ctx, c, m, agents)
	if err != nil {
		return s, err
	}
	staff, err := propertyStaff(ctx, c, m, day.Of(at), agents)
	for _, id := range agents {
		s.agents[id] = agency.Agent{
			OnRoll: listed[id], Candidate: running[id], PropertyStaff: staff[id], Principals: principals[id],
		}
	}
	return s, err
}

// authorities are those for a meeting, as they stood at the instant.
func authorities(ctx context.Context, c *db.Client, m *db.Meeting, at time.Time, some ...predicate.Proxy) ([]agency.Authority, error) {
	rows, err := c.Proxy.Query().Where(append(some, proxy.MeetingID(m.ID))...).
		WithVotes(func(q *db.VoteQuery) { q.Select(vote.FieldID) }).Order(proxy.ByID()).All(ctx)
	all := make([]agency.Authority, len(rows))
	for i, row := range rows {
		all[i] = authorityOf(row, at)
	}
	return all, err
}

// authorityOf is a proxy, read with its votes, as it stood at the instant.
func authorityOf(row *db.Proxy, at time.Time) agency.Authority {
	one := agency.Authority{
		ID: row.ID, Principal: row.PrincipalID, Agent: row.AgentID, Held: day.Span{From: row.SignedOn, To: row.ExpiresOn},
		Revoked: row.RevokedAt != nil && !row.RevokedAt.After(at),
	}
	if row.PassedOnFromID != nil {
		one.From = *row.PassedOnFromID
	}
	for _, v := range row.Edges.Votes {
		one.Votes = append(one.Votes, v.ID)
	}
	return one
}

// principalsOf are those for whom each agent stands in a meeting: by an authority
// that was not revoked, or because the agent has voted for them.
func principalsOf(ctx context.Context, c *db.Client, m *db.Meeting, all []agency.Authority, agents []ident.ID) (map[ident.ID][]ident.ID, error) {
	found := map[ident.ID][]ident.ID{}
	for _, one := range all {
		if !one.Revoked {
			found[one.Agent] = append(found[one.Agent], one.Principal)
		}
	}
	used, err := c.Ballot.Query().Where(ballot.AgentIDIn(agents...), ballot.StatusNEQ(schema.BallotStatusInvalid),
		ballot.HasVoteWith(vote.HasAgendaItemWith(agendaitem.MeetingID(m.ID)))).
		Select(ballot.FieldID, ballot.FieldAgentID, ballot.FieldPersonID).All(ctx)
	for _, row := range used {
		found[*row.AgentID] = append(found[*row.AgentID], row.PersonID)
	}
	return found, err
}

// agentsOnRoll are those of some persons who may vote in a meeting on the day,
// those included who came to their place by a transfer of title. While there is
// no roll nobody can tell, and all of them may.
func agentsOnRoll(ctx context.Context, c *db.Client, m *db.Meeting, on day.Date, persons ...ident.ID) (map[ident.ID]bool, error) {
	found := map[ident.ID]bool{}
	frozen, err := c.Roll.Query().Where(roll.MeetingID(m.ID)).Only(ctx)
	if db.IsNotFound(err) {
		for _, id := range persons {
			found[id] = true
		}
		return found, nil
	}
	if err != nil {
		return nil, err
	}
	rows, err := c.RollEntry.Query().Where(rollentry.RollID(frozen.ID), rollentry.Or(rollentry.PersonIDIn(persons...),
		rollentry.HasDelegatesWith(person.IDIn(persons...)))).WithDelegates().All(ctx)
	if err != nil {
		return nil, err
	}
	for _, e := range rows {
		for _, id := range poll.Voters(e) {
			found[id] = found[id] || !struck(e)
		}
	}
	heirs, err := poll.Successors(ctx, c, frozen, on, persons...)
	for id := range heirs {
		found[id] = true
	}
	return found, err
}

// agentsRunning are those of some persons who stand in an election of a meeting.
func agentsRunning(ctx context.Context, c *db.Client, m *db.Meeting, persons []ident.ID) (map[ident.ID]bool, error) {
	rows, err := c.Candidate.Query().Where(candidate.PersonIDIn(persons...),
		candidate.HasVoteWith(vote.HasAgendaItemWith(agendaitem.MeetingID(m.ID)))).All(ctx)
	found := map[ident.ID]bool{}
	for _, row := range rows {
		found[row.PersonID] = found[row.PersonID] || !offThePaper(row)
	}
	return found, err
}
