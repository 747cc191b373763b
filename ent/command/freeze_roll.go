package command

import (
	"context"

	"sifang/ent"
	"sifang/ent/db"
	"sifang/ent/db/roll"
	"sifang/ent/poll"
	"sifang/ent/sitting"
	"sifang/schema/fault"
	"sifang/schema/ident"
	"sifang/schema/rule"
)

// FreezeRollInput is a meeting whose roll is to be frozen.
type FreezeRollInput struct {
	ent.Order
	MeetingID ident.Meeting
}

// FreezeRollPayload names the roll.
type FreezeRollPayload struct {
	fault.Outcome
	RollID ident.ID
}

// FreezeRoll settles who may vote in a meeting, for all its votes. OpenVote
// does it, too, if nobody did before.
func (d *Do) FreezeRoll(ctx context.Context, in FreezeRollInput) (*FreezeRollPayload, error) {
	return work(ctx, d, "freezeRoll", in, in.do)
}

func (in FreezeRollInput) do(ctx context.Context, tx *ent.Tx) (*ent.Deed[FreezeRollPayload], error) {
	m, _, grant, err := directed(ctx, tx, "freezeRoll", in.MeetingID)
	if err != nil {
		return nil, err
	}
	frozen, err := rollOf(ctx, tx, m)
	if err != nil {
		return nil, err
	}
	if frozen != nil {
		return nil, fault.New(fault.RollFrozen, "since", frozen.FrozenAt).At("meetingId")
	}
	how, err := positions(ctx, tx, m)
	if err != nil {
		return nil, err
	}
	if frozen, err = freeze(ctx, tx, m, how); err != nil {
		return nil, err
	}
	return ent.Did(FreezeRollPayload{RollID: frozen.ID}, grant, frozen.ID, m.CommunityID, map[string]any{
		"meeting": m.ID, "seats": frozen.Seats, "incumbents": frozen.Incumbents, "hash": frozen.Hash,
	}), nil
}

// positions is how the parties of the linkage that meets come to their
// positions. In a meeting of one organization there are none.
func positions(ctx context.Context, tx *ent.Tx, m *db.Meeting) (rule.Position, error) {
	if m.LinkageID == nil {
		return "", nil
	}
	r, ok, err := sitting.Rule(ctx, tx.Client, m, tx.Today)
	if err != nil {
		return "", err
	}
	if !ok || r.Parties == nil {
		return "", fault.New(fault.RuleNeeded).At("meetingId")
	}
	return r.Parties.Position, nil
}

// rollOf is the roll of a meeting, nil while it is not frozen.
func rollOf(ctx context.Context, tx *ent.Tx, m *db.Meeting) (*db.Roll, error) {
	frozen, err := tx.Roll.Query().Where(roll.MeetingID(m.ID)).Only(ctx)
	if db.IsNotFound(err) {
		return nil, nil
	}
	return frozen, err
}

// freeze draws up the roll of a meeting, which is locked, and writes it down.
// It refuses with ROLL_NOT_SUPPORTED and ROLL_EMPTY.
func freeze(ctx context.Context, tx *ent.Tx, m *db.Meeting, how rule.Position) (*db.Roll, error) {
	drawn, ok, err := poll.Draw(ctx, tx.Client, m, how, tx.Today)
	switch {
	case err != nil:
		return nil, err
	case !ok:
		return nil, fault.New(fault.RollNotSupported, "kind", m.Kind)
	case drawn.Incumbents == 0:
		return nil, fault.New(fault.RollEmpty)
	}
	stood := make([]poll.Stood, len(drawn.Entries))
	for i, e := range drawn.Entries {
		stood[i] = poll.Stood{ID: ident.New(ident.KindRollEntry, tx.Now), Position: i + 1, Entry: e}
	}
	hash, err := poll.Fingerprint(m.ID, drawn, stood)
	if err != nil {
		return nil, err
	}
	frozen, err := tx.Roll.Create().SetNillableCommunityID(m.CommunityID).SetMeetingID(m.ID).SetFrozenAt(tx.Now).
		SetSeats(drawn.Seats).SetIncumbents(drawn.Incumbents).SetHash(hash).
		SetUnits(0).SetHeads(0).SetArea(0).SetHouseholds(0).Save(ctx)
	if err != nil {
		return nil, err
	}
	return frozen, inRows(stood, func(e poll.Stood) *db.RollEntryCreate {
		return tx.RollEntry.Create().SetID(e.ID).SetNillableCommunityID(m.CommunityID).SetRollID(frozen.ID).
			SetPosition(e.Position).SetLabel(e.Label).SetNillablePersonID(e.Person).SetNillablePartyID(e.Party).
			AddDelegateIDs(e.Delegates...)
	}, func(rows []*db.RollEntryCreate) error { return tx.RollEntry.CreateBulk(rows...).Exec(ctx) })
}
