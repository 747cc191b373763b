package command_test

import (
	"context"
	"math/rand/v2"
	"slices"
	"testing"
	"time"

	"sifang/ent"
	"sifang/ent/db/resolution"
	"sifang/ent/effect"
	"sifang/ent/view"
	"sifang/schema"
	"sifang/schema/day"
	"sifang/schema/ident"
)

// What a list of the database says is in force is what the law says of each, on
// any day and as known at any instant.
func TestInForceInSQL(t *testing.T) {
	eachHall(t, "JOINT_ALL_PARTIES", func(h *hall) {
		chance := rand.New(rand.NewPCG(280, 155))
		statuses := []schema.ResolutionStatus{
			schema.ResolutionStatusStayed, schema.ResolutionStatusRevoked, schema.ResolutionStatusRevokedInPart,
			schema.ResolutionStatusSuperseded, schema.ResolutionStatusPublished,
		}
		start := h.today()
		var all []ident.ID
		for range 12 {
			r := h.decision(h.owners)
			all = append(all, r.ID)
			for range chance.IntN(3) {
				h.befalls(r, statuses[chance.IntN(len(statuses))], start.AddDays(chance.IntN(20)), chance.IntN(3)*5)
			}
			h.clock.Pass(12 * time.Hour)
		}
		rows, err := h.store.Read().Resolution.Query().Where(resolution.IDIn(all...)).All(h.visitor)
		h.must(err)
		answers := map[bool]int{}
		for range 40 {
			on, at := start.AddDays(chance.IntN(25)), start.Start().Add(time.Duration(chance.IntN(9*24))*time.Hour)
			known, err := effect.KnownAt(h.Context(), h.store.Read(), at, rows...)
			h.must(err)
			listed, err := view.Now(h.store).Resolutions(&on, &at).Where(resolution.IDIn(all...)).IDs(h.visitor)
			h.must(err)
			for i, row := range rows {
				want := known[i] != nil && known[i].InForce(on)
				answers[want]++
				if slices.Contains(listed, row.ID) != want {
					t.Errorf("on %s, as known at %s: listed %v, want %v: %+v", on, at, !want, want, known[i])
				}
			}
		}
		if answers[true] < 50 || answers[false] < 50 {
			t.Errorf("too few of either answer: %v", answers)
		}
	})
}

// befalls enters an effect that lasts some days, or for good if none: its end is
// entered later.
func (h *hall) befalls(r ident.Resolution, status schema.ResolutionStatus, from day.Date, days int) {
	h.Helper()
	id := h.write(func(ctx context.Context, tx *ent.Tx) (ident.ID, error) {
		row, err := tx.ResolutionEffect.Create().SetCommunityID(h.community).SetResolutionID(r.ID).SetStatus(status).SetFrom(from).Save(ctx)
		if err != nil {
			return ident.Nil, err
		}
		return row.ID, nil
	})
	if days == 0 {
		return
	}
	h.clock.Pass(6 * time.Hour)
	h.write(func(ctx context.Context, tx *ent.Tx) (ident.ID, error) {
		return id, tx.ResolutionEffect.UpdateOneID(id).SetTo(from.AddDays(days)).Exec(ctx)
	})
}
