package view

import (
	"context"
	"slices"

	"sifang/ent"
	"sifang/ent/db"
	"sifang/ent/power"
	"sifang/schema"
	"sifang/schema/day"
	"sifang/schema/ident"
	"sifang/schema/mandate"
)

// DoorList is who of a roll is to be called on for a vote. It tells who took
// part, and never how.
type DoorList struct {
	Places      []*DoorPlace
	Entries     []*DoorEntry
	HasNextPage bool
	// Quorum is nil where it cannot be told.
	Quorum *DoorQuorum
}

// DoorPlace is the roll of one building or entrance, in sums.
type DoorPlace struct {
	PlaceID  *ident.ID
	All      DoorTotals
	Unserved DoorTotals
	// Silent is nil where the vote is counted by hand.
	Silent *DoorTotals
}

// DoorTotals are a number of entries and what they count.
type DoorTotals struct {
	Entries    int
	Heads      int
	Area       schema.FloorArea
	Households int
}

// DoorEntry is one entry, and whether somebody must still call there.
type DoorEntry struct {
	Position   int
	Premises   *string
	PlaceID    *ident.ID
	EntryID    ident.ID
	Heads      int
	Area       schema.FloorArea
	Households int
	Served     bool
	// Voted is nil where the vote is counted by hand.
	Voted *bool
}

// Doors say which entries are asked for. What is nil asks for all.
type Doors struct {
	PlaceID       *ident.ID
	Served, Voted *bool
	First         *int
	AfterPosition *int
}

// DoorLists answers, for votes, who is to be called on; nil where the viewer
// does not direct the meeting, no roll is frozen, or the vote is void. A list is
// as long as its roll, and read for each vote by itself.
func (p Present) DoorLists(asked Doors) func(context.Context, []*db.Vote) ([]*DoorList, error) {
	return func(ctx context.Context, votes []*db.Vote) ([]*DoorList, error) {
		whole := ent.Unguarded(ctx)
		items, err := p.around(whole, votes)
		if err != nil {
			return nil, err
		}
		directs, err := p.directs(ctx, votes, items, "recordDelivery")
		if err != nil {
			return nil, err
		}
		all := make([]*DoorList, len(votes))
		for i, v := range votes {
			if !directs[i] || v.Status == schema.VoteStatusVoid {
				continue
			}
			if all[i], err = p.doorList(whole, v, items[v.AgendaItemID].Edges.Meeting, asked); err != nil {
				return nil, err
			}
		}
		return all, nil
	}
}

// directs tells of each vote whether the viewer has the mandate for a verb of
// those who direct its meeting.
func (p Present) directs(ctx context.Context, votes []*db.Vote, items map[ident.ID]*db.AgendaItem, verb string) ([]bool, error) {
	viewer, err := p.store.Powers(ctx)
	if err != nil {
		return nil, err
	}
	meetings := make([]*db.Meeting, len(votes))
	for i, v := range votes {
		meetings[i] = items[v.AgendaItemID].Edges.Meeting
	}
	subjects, err := power.OfMeetings(ent.Unguarded(ctx), p.store.Read(), day.Of(p.store.Now()), meetings...)
	all := make([]bool, len(votes))
	for i, subject := range subjects {
		_, refused := mandate.Ask(verb, viewer, subject)
		all[i] = refused == nil
	}
	return all, err
}

// list groups what is on the roll and takes the page that is asked for.
func (asked Doors) list(all []*DoorEntry) *DoorList {
	list := &DoorList{}
	size := usualEntries
	if asked.First != nil {
		size = min(max(*asked.First, 0), mostEntries)
	}
	at := map[ident.ID]*DoorPlace{}
	for _, e := range all {
		list.sum(at, e)
		switch {
		case !asked.wants(e):
		case len(list.Entries) == size:
			list.HasNextPage = true
		default:
			list.Entries = append(list.Entries, e)
		}
	}
	return list
}

func (asked Doors) wants(e *DoorEntry) bool {
	return (asked.PlaceID == nil || e.PlaceID != nil && *e.PlaceID == *asked.PlaceID) &&
		(asked.Served == nil || e.Served == *asked.Served) &&
		(asked.Voted == nil || e.Voted == nil || *e.Voted == *asked.Voted) &&
		(asked.AfterPosition == nil || e.Position > *asked.AfterPosition)
}

// sum adds an entry to the sums of its place.
func (l *DoorList) sum(at map[ident.ID]*DoorPlace, e *DoorEntry) {
	id := value(e.PlaceID)
	place, known := at[id]
	if !known {
		place = &DoorPlace{PlaceID: e.PlaceID}
		if e.Voted != nil {
			place.Silent = &DoorTotals{}
		}
		at[id], l.Places = place, append(l.Places, place)
	}
	place.All.add(e)
	if !e.Served {
		place.Unserved.add(e)
	}
	if e.Voted != nil && !*e.Voted {
		place.Silent.add(e)
	}
}

func (t *DoorTotals) add(e *DoorEntry) {
	t.Entries, t.Heads, t.Area, t.Households = t.Entries+1, t.Heads+e.Heads, t.Area+e.Area, t.Households+e.Households
}

// calledOn is the building or entrance in which an entry is called on: of the
// places of its units the first that lies in the building it is counted under.
func calledOn(building *ident.ID, places []*db.Area) *ident.ID {
	if building == nil {
		return nil
	}
	i := slices.IndexFunc(places, func(a *db.Area) bool {
		return a.Kind == schema.AreaKindEntrance && a.ParentID != nil && *a.ParentID == *building
	})
	if i < 0 {
		return building
	}
	return &places[i].ID
}
