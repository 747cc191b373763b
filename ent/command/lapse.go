package command

import (
	"context"

	"sifang/ent"
	"sifang/ent/db"
	"sifang/ent/db/membership"
	"sifang/ent/seating"
	"sifang/schema"
	"sifang/schema/day"
	"sifang/schema/fault"
	"sifang/schema/ident"
	"sifang/schema/seat"
	"sifang/schema/stage"
)

// latestRecord is for how many years the end of a membership can still be
// entered: a term of office is at most five years long, and an older day is a
// slip of the pen.
const latestRecord = 5

// membershipOver refuses to change a membership that had ended by itself on the day.
func membershipOver(m *db.Membership, on day.Date) *fault.Fault {
	if m.To == nil || on.Before(*m.To) {
		return nil
	}
	return fault.New(fault.AlreadyEnded, "to", *m.To).At("membershipId")
}

// membershipEnd refuses a day on which a membership cannot have ended: before it
// began or that was decided (the zero Date if nobody had to), in the distant past
// or in the future.
func membershipEnd(m *db.Membership, decided, on, today day.Date) *fault.Fault {
	least := day.Latest(day.Latest(m.From, decided), today.AddYears(-latestRecord))
	if on.Before(least) || on.After(today) {
		return fault.New(fault.OutOfRange, "least", least, "most", today).At("on")
	}
	return nil
}

// lapse ends what rests on a membership that is no longer held from the day,
// and what rests on that in turn, as far as the law says so. It answers what
// lapsed, each followed by what rested on it. All of it is held by one person,
// whom the verb has locked.
func lapse(ctx context.Context, tx *ent.Tx, source ident.ID, on day.Date) ([]ident.ID, error) {
	resting, err := seating.On(tx.Client, on).Holdings(ctx, membership.SourceID(source))
	if err != nil {
		return nil, err
	}
	var lapsed []ident.ID
	for _, h := range resting {
		to, lapses := seat.Lapses(h, on)
		if !lapses {
			continue
		}
		if err = lapseOn(ctx, tx, h, to); err != nil {
			return nil, err
		}
		var further []ident.ID
		if further, err = lapse(ctx, tx, h.ID, to); err != nil {
			return nil, err
		}
		lapsed = append(append(lapsed, h.ID), further...)
	}
	return lapsed, nil
}

// lapseOn enters that the membership lapsed. One that never took effect was
// held on no day at all. What lapses on a day to come is held until then.
func lapseOn(ctx context.Context, tx *ent.Tx, h seat.Holding, to day.Date) error {
	status, wrong := stage.Membership.Next(stage.Lapse, h.Status)
	if wrong != nil {
		return wrong
	}
	if h.Status == schema.MembershipStatusProposed || h.Status == schema.MembershipStatusPublicized {
		to = h.Held.From
	}
	if to.After(tx.Today) {
		return tx.Membership.UpdateOneID(h.ID).SetTo(to).Exec(ctx)
	}
	return tx.Membership.UpdateOneID(h.ID).SetStatus(status).SetTo(to).Exec(ctx)
}
