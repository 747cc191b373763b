package command

import (
	"context"
	"time"

	"sifang/ent"
	"sifang/ent/db"
	"sifang/schema/fault"
	"sifang/schema/floor"
	"sifang/schema/ident"
	"sifang/schema/rule"
	"sifang/schema/stage"
)

// GiveFloorInput is whose turn it is, and why, if somebody else is next.
type GiveFloorInput struct {
	ent.Order
	SpeechID ident.Speech
	Reason   *string
}

// GiveFloorPayload names the turn.
type GiveFloorPayload struct {
	fault.Outcome
	SpeechID ident.ID
}

// GiveFloor lets somebody speak, for as long as the rules of the day allow.
// Whoever presides keeps to the order, or says why not: everybody is to have the
// same chance.
func (d *Do) GiveFloor(ctx context.Context, in GiveFloorInput) (*GiveFloorPayload, error) {
	return work(ctx, d, "giveFloor", in, in.do)
}

func (in GiveFloorInput) do(ctx context.Context, tx *ent.Tx) (*ent.Deed[GiveFloorPayload], error) {
	row, d, grant, err := turned(ctx, tx, "giveFloor", in.SpeechID)
	if err != nil {
		return nil, err
	}
	status, byTurn := stage.Speech.Next("giveFloor", row.Status)
	aside, err := presides(ctx, tx, d.item.ID, "speechId")
	if err != nil {
		return nil, err
	}
	if err := refuse(at(d.wrong("giveFloor"), "speechId"), at(byTurn, "speechId"), aside, given("reason", in.Reason, reasonLimit)); err != nil {
		return nil, err
	}
	turns, limits, err := spoken(ctx, tx, d.meeting, d.item.ID)
	if err != nil {
		return nil, err
	}
	if err := in.lawful(ctx, tx, row, d, turns); err != nil {
		return nil, err
	}
	if before, ok := floor.Unended(turns); ok {
		over, _ := stage.Speech.Next(stage.Clock, before.Status)
		if err := tx.Speech.UpdateOneID(before.ID).SetStatus(over).SetEndedAt(before.Ends()).Exec(ctx); err != nil {
			return nil, err
		}
	}
	if in.Reason != nil {
		tx.Seal("reason", *in.Reason)
	}
	err = tx.Speech.UpdateOneID(row.ID).SetStatus(status).SetGivenAt(tx.Now).SetNillableSeconds(limit(limits)).Exec(ctx)
	return ent.Did(GiveFloorPayload{SpeechID: row.ID}, grant, row.ID, row.CommunityID, map[string]any{
		"agendaItem": d.item.ID, "side": row.Side, "party": row.PartyID, "seconds": limits.Seconds, "outOfTurn": in.Reason != nil,
	}), err
}

// limit is how many seconds a turn lasts; nil where nothing bounds it.
func limit(d rule.Debate) *int {
	if d.Seconds == 0 {
		return nil
	}
	return &d.Seconds
}

// lawful refuses while somebody speaks (FLOOR_TAKEN), whoever left or steps aside
// meanwhile, and without a reason anybody but the next in the queue (OUT_OF_TURN).
func (in GiveFloorInput) lawful(ctx context.Context, tx *ent.Tx, row *db.Speech, d debated, turns []floor.Turn) error {
	if now, ok := floor.Speaking(turns, tx.Now); ok {
		who, err := tx.Person.Get(ctx, now.Person)
		if err != nil {
			return err
		}
		return fault.New(fault.FloorTaken, "who", who.Name, "seconds", int(now.Left(tx.Now)/time.Second)).At("speechId")
	}
	wrong, err := d.takesPart(ctx, tx)
	if err != nil {
		return err
	}
	if wrong != nil {
		wrong.Field = nil
		return wrong.At("speechId")
	}
	next := floor.Queue(turns)[0]
	if next.ID == row.ID || in.Reason != nil {
		return nil
	}
	who, err := tx.Person.Get(ctx, next.Person)
	if err != nil {
		return err
	}
	return fault.New(fault.OutOfTurn, "next", who.Name, "why", next.Why.Words()).At("speechId")
}
