package view

import (
	"context"
	"maps"
	"slices"
	"time"

	"sifang/ent"
	"sifang/ent/db"
	"sifang/ent/db/agendaitem"
	"sifang/ent/db/ballot"
	"sifang/ent/db/person"
	"sifang/ent/db/recusal"
	"sifang/ent/db/rollentry"
	"sifang/ent/poll"
	"sifang/schema"
	"sifang/schema/day"
	"sifang/schema/fault"
	"sifang/schema/ident"
	"sifang/schema/rule"
	"sifang/schema/voice"
)

// ViewerEntry is a place on the roll of a vote under which the viewer may vote.
type ViewerEntry struct {
	EntryID ident.ID
	// Voted: a ballot was cast under it, by the viewer or by somebody else who
	// may. BallotID is the viewer's own.
	Voted    bool
	BallotID *ident.ID
	Reasons  []*fault.Fault
}

// ViewerEntries are the places on the roll of each vote under which the viewer
// may vote, each with the reasons why not now. Somebody who sits for two parties
// has two; who bought a flat after the roll was drawn up has the seller's.
func (p Present) ViewerEntries(ctx context.Context, votes []*db.Vote) ([][]*ViewerEntry, error) {
	around, err := p.around(ent.Unguarded(ctx), votes)
	if err != nil {
		return nil, err
	}
	return p.viewerEntries(ctx, votes, around)
}

// around are the items on which some votes are held, with their meetings, by
// their identifiers.
func (p Present) around(ctx context.Context, votes []*db.Vote) (map[ident.ID]*db.AgendaItem, error) {
	ids := make([]ident.ID, len(votes))
	for i, v := range votes {
		ids[i] = v.AgendaItemID
	}
	rows, err := p.store.Read().AgendaItem.Query().Where(agendaitem.IDIn(ids...)).WithMeeting().All(ctx)
	items := make(map[ident.ID]*db.AgendaItem, len(rows))
	for _, row := range rows {
		items[row.ID] = row
	}
	return items, err
}

// hall is what somebody's voting in some votes rests on.
type hall struct {
	now   time.Time
	me    ident.ID
	rows  []*db.RollEntry // under which I may vote, in any of them
	cast  []*db.Ballot    // under one of these
	stays map[ident.ID][]poll.Stay
	aside []ident.ID // the items on which I step aside
}

func (p Present) viewerEntries(ctx context.Context, votes []*db.Vote, items map[ident.ID]*db.AgendaItem) ([][]*ViewerEntry, error) {
	all := make([][]*ViewerEntry, len(votes))
	h, err := p.hall(ctx, votes, items)
	if err != nil || len(h.rows) == 0 {
		return all, err
	}
	for i, v := range votes {
		if all[i], err = h.entries(v, items[v.AgendaItemID].Edges.Meeting); err != nil {
			return nil, err
		}
	}
	return all, nil
}

func (p Present) hall(ctx context.Context, votes []*db.Vote, items map[ident.ID]*db.AgendaItem) (hall, error) {
	h := hall{now: p.store.Now(), me: ent.ViewerFrom(ctx).Person}
	var rolls, ids, meetings []ident.ID
	for _, v := range votes {
		if v.RollID != nil {
			rolls, ids = append(rolls, *v.RollID), append(ids, v.ID)
			meetings = append(meetings, items[v.AgendaItemID].MeetingID)
		}
	}
	if len(rolls) == 0 || h.me.IsZero() {
		return h, nil
	}
	var err error
	h.rows, err = p.store.Read().RollEntry.Query().Where(rollentry.RollIDIn(rolls...),
		rollentry.Or(rollentry.StruckIsNil(), rollentry.Struck(false)),
		rollentry.Or(rollentry.PersonID(h.me), rollentry.HasDelegatesWith(person.ID(h.me)))).
		WithDelegates(func(q *db.PersonQuery) { q.Select(person.FieldID) }).Order(rollentry.ByPosition()).All(ent.Unguarded(ctx))
	if err != nil {
		return h, err
	}
	h.rows = slices.DeleteFunc(h.rows, func(e *db.RollEntry) bool { return !slices.Contains(poll.Voters(e), h.me) })
	// Whether the other delegate of a party voted, the viewer may know; how,
	// that delegate's ballot alone tells.
	ctx = ent.Unguarded(ctx)
	bought, err := poll.Bought(ctx, p.store.Read(), rolls, day.Of(h.now), h.me)
	if err != nil {
		return h, err
	}
	if h.rows = append(h.rows, bought...); len(h.rows) == 0 {
		return h, nil
	}
	entries := make([]ident.ID, len(h.rows))
	for i, row := range h.rows {
		entries[i] = row.ID
	}
	h.cast, err = p.store.Read().Ballot.Query().Where(ballot.VoteIDIn(ids...), ballot.EntryIDIn(entries...)).All(ctx)
	if err != nil {
		return h, err
	}
	if h.stays, err = poll.StaysIn(ctx, p.store.Read(), meetings, h.me); err != nil {
		return h, err
	}
	aside, err := p.store.Read().Recusal.Query().Where(recusal.AgendaItemIDIn(slices.Collect(maps.Keys(items))...),
		recusal.PersonID(h.me), poll.SteppedAside()).All(ctx)
	for _, one := range aside {
		h.aside = append(h.aside, one.AgendaItemID)
	}
	return h, err
}

// entries are my places on the roll of one vote.
func (h hall) entries(v *db.Vote, m *db.Meeting) ([]*ViewerEntry, error) {
	var mine []*ViewerEntry
	for _, row := range h.rows {
		if v.RollID == nil || *v.RollID != row.RollID {
			continue
		}
		pinned, err := rule.Parse(v.Rule)
		if err != nil {
			return nil, err
		}
		e := &ViewerEntry{EntryID: row.ID}
		e.look(v, h.cast, h.me)
		e.Reasons = h.reasons(v, m, pinned, row)
		mine = append(mine, e)
	}
	return mine, nil
}

// look finds what was cast under the entry.
func (e *ViewerEntry) look(v *db.Vote, cast []*db.Ballot, me ident.ID) {
	for _, b := range cast {
		if b.VoteID != v.ID || b.EntryID != e.EntryID {
			continue
		}
		e.Voted = true
		if b.PersonID == me && e.BallotID == nil {
			e.BallotID = &b.ID
		}
	}
}

// reasons are why I cannot cast a ballot of my own under an entry now, whatever it
// says.
func (h hall) reasons(v *db.Vote, m *db.Meeting, pinned rule.Rule, row *db.RollEntry) []*fault.Fault {
	var reasons []*fault.Fault
	add := func(f *fault.Fault) {
		if f != nil {
			reasons = append(reasons, f)
		}
	}
	state := v.Status
	if state == schema.VoteStatusOpen && poll.TimeIsUp(v, h.now) {
		state = schema.VoteStatusClosed
	}
	if state != schema.VoteStatusOpen {
		add(fault.New(fault.VoteNotOpen, "state", state))
	}
	if v.Method != schema.VoteMethodNamed {
		add(fault.New(fault.MethodNotSupported, "method", v.Method))
	}
	if slices.Contains(h.aside, v.AgendaItemID) {
		add(fault.New(fault.Recused))
	}
	voted := h.room(v, pinned, row)
	add(voted)
	if voted == nil {
		add(poll.Absent(m, v, pinned, h.stays[m.ID], h.me, row.PartyID))
	}
	return reasons
}

// room is why there is no room for a ballot of mine beside those that came in.
func (h hall) room(v *db.Vote, pinned rule.Rule, row *db.RollEntry) *fault.Fault {
	place := voice.Place{Policies: pinned.Policies, Party: row.PartyID != nil}
	var before []voice.Ballot
	for _, b := range h.cast {
		if b.VoteID != v.ID || b.EntryID != row.ID {
			continue
		}
		before = append(before, poll.Voice(b))
		if b.Settled {
			place.Settled = b.PersonID
		}
	}
	return place.Admit(before, voice.Ballot{
		Voter: h.me, Channel: schema.BallotChannelOnline, At: h.now, Heir: !slices.Contains(poll.Voters(row), h.me),
	})
}
