package printout

import (
	"context"
	"errors"
	"fmt"

	"sifang/schema"
	"sifang/schema/ident"
)

// calls is a roll, place by place, in the order in which somebody walks from
// door to door.
type calls struct {
	Roll   ident.ID
	Series string // before the numbers of its papers, where a meeting has several rolls
	Known  []known
	Places []place // those that were asked for, with their entries
	vote   ident.ID
}

// known is a building or entrance of a roll, and how much of it lies there.
type known struct {
	Place *area
	All   struct{ Entries int }
}

type area struct {
	ID     ident.ID
	Name   string
	Parent *struct{ Name string }
}

// place is a building or entrance, nil for what lies in none, and its entries.
type place struct {
	Area    *area
	Entries []entry
}

// entry is a place on a roll, and who is to be called on for it.
type entry struct {
	Position          int
	Premises          string
	Place             *area
	Heads, Households int
	Area              string
	Served            bool
	Entry             struct {
		ID         ident.ID
		Label      string
		Deliveries list[delivery]
	}
}

// delivery is how and when a ballot was served.
type delivery struct {
	Method      string
	DeliveredAt string
	Witness     *string
}

// Delivery is how the entry was served first, nil if it was not.
func (e entry) Delivery() *delivery {
	if !e.Served || len(e.Entry.Deliveries.Edges) == 0 {
		return nil
	}
	return &e.Entry.Deliveries.Edges[0].Node
}

// mostEntries is how many places on a roll are printed at once: as many sheets
// as a copier takes.
const mostEntries = 5000

// What a page explains to its reader.
var (
	errNotFrozen = errors.New("名册尚未冻结，或者不对您公开：本页按冻结的名册逐户印制。")
	errNotYours  = errors.New("此页含有住户信息，仅供会议的组织人员使用；或者会议、表决已作废。")
	errTooMany   = fmt.Errorf("名册超过%d户，请按楼栋或单元分别打印。", mostEntries)
)

// walk goes through the rolls of a meeting: the whole of them, what lies in one
// place, or one entry; both may be zero.
func (h *Handler) walk(ctx context.Context, meeting, within, sole ident.ID) ([]calls, error) {
	all, err := h.rolls(ctx, meeting)
	if err != nil {
		return nil, err
	}
	for i := range all {
		if len(all) > 1 {
			all[i].Series = string(rune('A'+i)) + "-"
		}
		if err := h.fill(ctx, &all[i], within, sole); err != nil {
			return all, err
		}
	}
	return all, nil
}

// rolls are the rolls of the votes on an agenda, in its order.
func (h *Handler) rolls(ctx context.Context, meeting ident.ID) ([]calls, error) {
	var answer struct {
		Node struct {
			AgendaItems list[struct {
				Votes list[struct {
					ID     ident.ID
					Status schema.VoteStatus
					Roll   *struct{ ID ident.ID }
				}]
			}]
		}
	}
	if err := h.ask.Ask(ctx, question("rolls"), map[string]any{"id": meeting.String()}, &answer); err != nil {
		return nil, err
	}
	var all []calls
	met := map[ident.ID]bool{}
	for _, item := range answer.Node.AgendaItems.Edges {
		for _, vote := range item.Node.Votes.Edges {
			// What is void tells nothing about its roll.
			if roll := vote.Node.Roll; roll != nil && !met[roll.ID] && vote.Node.Status != schema.VoteStatusVoid {
				met[roll.ID] = true
				all = append(all, calls{Roll: roll.ID, vote: vote.Node.ID})
			}
		}
	}
	if len(all) == 0 {
		return nil, errNotFrozen
	}
	return all, nil
}

// list is a list of the API.
type list[T any] struct {
	Edges []struct{ Node T }
}

// fill reads the entries of a roll.
func (h *Handler) fill(ctx context.Context, c *calls, within, sole ident.ID) error {
	var answer struct {
		Node struct{ DoorList *struct{ Places []known } }
	}
	if err := h.ask.Ask(ctx, question("places"), map[string]any{"id": c.vote.String()}, &answer); err != nil {
		return err
	}
	if answer.Node.DoorList == nil {
		return errNotYours
	}
	c.Known = answer.Node.DoorList.Places
	variables := map[string]any{"id": c.vote.String(), "after": 0}
	if !within.IsZero() {
		variables["place"] = within.String()
	}
	for read, more := 0, true; more; {
		var answer struct {
			Node struct {
				DoorList struct {
					Entries     []entry
					HasNextPage bool
				}
			}
		}
		if err := h.ask.Ask(ctx, question("calls"), variables, &answer); err != nil {
			return err
		}
		found := answer.Node.DoorList
		for _, e := range found.Entries {
			variables["after"] = e.Position
			if sole.IsZero() || e.Entry.ID == sole {
				c.put(e)
			}
		}
		if read += len(found.Entries); read > mostEntries && sole.IsZero() {
			return errTooMany
		}
		more = found.HasNextPage
	}
	return nil
}

// put adds an entry to its place.
func (c *calls) put(e entry) {
	last := len(c.Places) - 1
	if last < 0 || !same(c.Places[last].Area, e.Place) {
		c.Places = append(c.Places, place{Area: e.Place})
		last++
	}
	c.Places[last].Entries = append(c.Places[last].Entries, e)
}

func same(a, b *area) bool {
	if a == nil || b == nil {
		return a == b
	}
	return a.ID == b.ID
}
