package poll

import (
	"context"

	"sifang/ent/db"
	"sifang/schema/ident"
	"sifang/schema/tally"
)

// agency is a place on the roll with one of its voters, as a ballot names them.
type agency struct{ entry, voter string }

// agents are those who cast valid ballots for others, and how they came to the
// meeting.
type agents struct {
	of    map[agency][]ident.ID
	stays []Stay
}

// represent finds who voted for whom in a sitting. A voter whose agent is there
// counts as there: the agent comes in their place.
func (p *people) represent(ctx context.Context, c *db.Client, m *db.Meeting, ballots []tally.Ballot) error {
	if p.written {
		return nil
	}
	var all []ident.ID
	p.agents.of = map[agency][]ident.ID{}
	for _, b := range ballots {
		if b.Agent == "" || b.Invalid != "" {
			continue
		}
		agent, err := ident.Parse(b.Agent)
		if err != nil {
			return err
		}
		key := agency{b.Entry, b.Person}
		p.agents.of[key], all = append(p.agents.of[key], agent), append(all, agent)
	}
	var err error
	p.agents.stays, err = AgentStays(ctx, c, m.ID, all...)
	return err
}

// arrival is when a voter of an entry came, or an agent in their place: whoever
// was there first.
func (p people) arrival(row *db.RollEntry, voter ident.ID) tally.Arrival {
	came := Arrival(p.stays[voter], voter, row.PartyID, p.vote)
	if len(p.agents.of) == 0 {
		return came
	}
	for _, agent := range p.agents.of[agency{row.ID.String(), voter.String()}] {
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
