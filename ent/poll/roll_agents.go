package poll

import (
	"context"
	"maps"
	"slices"

	"sifang/ent/db"
	"sifang/ent/db/proxy"
	"sifang/ent/db/vote"
	"sifang/schema"
	"sifang/schema/day"
	"sifang/schema/ident"
	"sifang/schema/tally"
)

// agency is a voter with the place on the roll for which somebody votes for them:
// one place, as ballots name it, or any, as authorities do.
type agency struct{ entry, voter string }

// agents are those who vote for others, and how they came to the meeting.
type agents struct {
	of    map[agency][]ident.ID
	stays []Stay
}

// represent finds who votes for whom in a sitting. A voter whose agent is there
// counts as there: the agent comes in their place. Ballots with names tell who
// voted for others; secret papers do not, so there it is who was authorized to.
func (p *people) represent(ctx context.Context, c *db.Client, m *db.Meeting, ballots []tally.Ballot) error {
	if p.written {
		return nil
	}
	var err error
	if p.vote.Method == schema.VoteMethodNamed {
		p.agents.of, err = casting(ballots)
	} else {
		p.agents.of, err = authorized(ctx, c, p.vote)
	}
	if err != nil {
		return err
	}
	all := slices.Concat(slices.Collect(maps.Values(p.agents.of))...)
	p.agents.stays, err = AgentStays(ctx, c, m.ID, all...)
	return err
}

// casting are those who cast valid ballots for others.
func casting(ballots []tally.Ballot) (map[agency][]ident.ID, error) {
	all := map[agency][]ident.ID{}
	for _, b := range ballots {
		if b.Agent == "" || b.Invalid != "" {
			continue
		}
		agent, err := ident.Parse(b.Agent)
		if err != nil {
			return nil, err
		}
		key := agency{b.Entry, b.Person}
		all[key] = append(all[key], agent)
	}
	return all, nil
}

// authorized are those who could vote for others on the day on which a vote was
// opened.
func authorized(ctx context.Context, c *db.Client, v *db.Vote) (map[agency][]ident.ID, error) {
	rows, err := c.Proxy.Query().Where(proxy.HasVotesWith(vote.ID(v.ID)), proxy.StatusEQ(schema.ProxyStatusGranted),
		proxy.ExpiresOnGT(day.Of(*v.OpenedAt))).All(ctx)
	all := map[agency][]ident.ID{}
	for _, row := range rows {
		key := agency{voter: row.PrincipalID.String()}
		all[key] = append(all[key], row.AgentID)
	}
	return all, err
}

// arrival is when a voter of an entry came, or an agent in their place: whoever
// was there first.
func (p people) arrival(row *db.RollEntry, voter ident.ID) tally.Arrival {
	came := Arrival(p.stays[voter], voter, row.PartyID, p.vote)
	if len(p.agents.of) == 0 {
		return came
	}
	one, every := agency{row.ID.String(), voter.String()}, agency{voter: voter.String()}
	for _, agent := range slices.Concat(p.agents.of[one], p.agents.of[every]) {
		switch Arrival(p.agents.stays, agent, nil, p.vote) {
		case tally.AtOpening:
			return tally.AtOpening
		case tally.Late:
			if came == tally.Absent {
				came = tally.Late
			}
		}
	}
	return came
}
