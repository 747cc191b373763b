package view

import (
	"context"
	"slices"

	"sifang/ent/db"
	"sifang/ent/db/attendance"
	"sifang/ent/db/ballot"
	"sifang/ent/db/ownership"
	"sifang/ent/db/person"
	"sifang/ent/db/predicate"
	"sifang/ent/db/proxy"
	"sifang/ent/db/roll"
	"sifang/ent/db/rollentry"
	"sifang/ent/db/unit"
	"sifang/ent/db/vote"
	"sifang/ent/poll"
	"sifang/schema"
	"sifang/schema/ident"
	"sifang/schema/todo"
)

// underWay are the votes in which people cast ballots now.
func underWay(also ...predicate.Vote) predicate.Vote {
	return vote.And(append(also, vote.StatusEQ(schema.VoteStatusOpen), vote.MethodEQ(schema.VoteMethodNamed))...)
}

// ballots are the votes under way in which the viewer may vote, and nobody did
// under their place on the roll.
func (d desk) ballots(ctx context.Context) ([]errand, error) {
	mine := rollentry.Or(rollentry.PersonID(d.me), rollentry.HasDelegatesWith(person.ID(d.me)),
		rollentry.HasUnitsWith(unit.HasOwnershipsWith(ownership.PersonID(d.me))))
	votes, err := d.client.Vote.Query().Where(underWay(vote.HasRollWith(roll.HasEntriesWith(mine)))).
		Order(vote.ByID()).Limit(mostOfKind).All(ctx)
	if err != nil {
		return nil, err
	}
	items, err := d.present.around(ctx, votes)
	if err != nil {
		return nil, err
	}
	entries, err := d.present.viewerEntries(ctx, votes, items)
	var all []errand
	for i, v := range votes {
		if slices.ContainsFunc(entries[i], func(e *ViewerEntry) bool { return !e.Voted && len(e.Reasons) == 0 }) {
			all = append(all, toCast(todo.CastVote, v))
		}
	}
	return all, err
}

// toCast is a vote in which ballots are still to be cast.
func toCast(kind todo.Kind, v *db.Vote) errand {
	return errand{Thing: todo.Thing{Kind: kind, Name: v.Question, Since: value(v.OpenedAt), Until: value(v.ClosesAt)}, subject: v.ID}
}

// proxies are the votes under way in which somebody authorised the viewer, and
// nobody voted under their place on the roll.
func (d desk) proxies(ctx context.Context) ([]errand, error) {
	granted, err := d.client.Proxy.Query().Where(proxy.AgentID(d.me), proxy.StatusEQ(schema.ProxyStatusGranted),
		proxy.SignedOnLTE(d.today), proxy.ExpiresOnGT(d.today), proxy.HasVotesWith(underWay())).
		WithVotes(func(q *db.VoteQuery) { q.Where(underWay()) }).WithMeeting().Order(proxy.ByID()).Limit(mostOfKind).All(ctx)
	if err != nil {
		return nil, err
	}
	places, err := d.represented(ctx, granted)
	if err != nil {
		return nil, err
	}
	votes, waiting := map[ident.ID]*db.Vote{}, map[ident.ID]int{}
	for _, p := range granted {
		if !places.admits(p.Edges.Meeting) {
			continue
		}
		for _, v := range p.Edges.Votes {
			votes[v.ID] = v
			waiting[v.ID] += places.silent(v, p.PrincipalID)
		}
	}
	var all []errand
	for id, v := range votes {
		if waiting[id] > 0 && !poll.TimeIsUp(v, d.now) {
			e := toCast(todo.CastForOthers, v)
			e.Count = waiting[id]
			all = append(all, e)
		}
	}
	return all, nil
}

// represented are the places on the roll of those who authorised somebody, what
// was cast under them, and the sittings in which that somebody is.
type represented struct {
	entries []*db.RollEntry
	cast    map[[2]ident.ID]bool // by vote and entry
	mine    map[[2]ident.ID]bool // what the agent cast
	here    map[ident.ID]bool    // by meeting
}

func (d desk) represented(ctx context.Context, granted []*db.Proxy) (represented, error) {
	r := represented{cast: map[[2]ident.ID]bool{}, mine: map[[2]ident.ID]bool{}, here: map[ident.ID]bool{}}
	var principals, rolls, votes, meetings []ident.ID
	for _, p := range granted {
		principals, meetings = append(principals, p.PrincipalID), append(meetings, p.MeetingID)
		for _, v := range p.Edges.Votes {
			votes = append(votes, v.ID)
			if v.RollID != nil {
				rolls = append(rolls, *v.RollID)
			}
		}
	}
	var err error
	r.entries, err = d.client.RollEntry.Query().Where(rollentry.RollIDIn(rolls...),
		rollentry.Or(rollentry.StruckIsNil(), rollentry.Struck(false)),
		rollentry.Or(rollentry.PersonIDIn(principals...), rollentry.HasDelegatesWith(person.IDIn(principals...)))).
		WithDelegates(func(q *db.PersonQuery) { q.Select(person.FieldID) }).All(ctx)
	if err != nil {
		return r, err
	}
	ids := make([]ident.ID, len(r.entries))
	for i, e := range r.entries {
		ids[i] = e.ID
	}
	ballots, err := d.client.Ballot.Query().Where(ballot.VoteIDIn(votes...), ballot.EntryIDIn(ids...)).
		Select(ballot.FieldID, ballot.FieldVoteID, ballot.FieldEntryID, ballot.FieldAgentID).All(ctx)
	if err != nil {
		return r, err
	}
	for _, b := range ballots {
		place := [2]ident.ID{b.VoteID, b.EntryID}
		r.cast[place] = true
		r.mine[place] = r.mine[place] || b.AgentID != nil && *b.AgentID == d.me
	}
	stays, err := d.client.Attendance.Query().Where(attendance.MeetingIDIn(meetings...), attendance.PersonID(d.me),
		attendance.LeftAtIsNil()).All(ctx)
	for _, s := range stays {
		r.here[s.MeetingID] = true
	}
	return r, err
}

// admits reports whether the agent can vote in the meeting: in writing from
// anywhere, and otherwise who is there.
func (r represented) admits(m *db.Meeting) bool {
	return m.Form == schema.MeetingFormWritten || r.here[m.ID]
}

// silent counts the places of a voter under which nobody voted. Of a secret vote
// the agent is told nothing of what the voter did: there it is those under which
// the agent did not vote.
func (r represented) silent(v *db.Vote, voter ident.ID) int {
	done := r.cast
	if v.Visibility == schema.BallotVisibilitySecret {
		done = r.mine
	}
	n := 0
	for _, e := range r.entries {
		if v.RollID != nil && e.RollID == *v.RollID && slices.Contains(poll.Voters(e), voter) && !done[[2]ident.ID{v.ID, e.ID}] {
			n++
		}
	}
	return n
}
