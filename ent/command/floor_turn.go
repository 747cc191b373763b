package command

import (
	"context"

	"sifang/ent"
	"sifang/ent/db"
	"sifang/ent/db/predicate"
	"sifang/ent/db/speech"
	"sifang/ent/debate"
	"sifang/schema"
	"sifang/schema/ident"
	"sifang/schema/mandate"
	"sifang/schema/stage"
)

// fellSilent ends the turn that goes on when its item is settled or everybody
// leaves; one whose time was over before ended then.
func fellSilent(ctx context.Context, tx *ent.Tx, which predicate.Speech) error {
	rows, err := tx.Speech.Query().Where(which, speech.StatusEQ(schema.SpeechStatusSpeaking)).
		Order(speech.ByID()).All(ctx)
	if err != nil {
		return err
	}
	for _, row := range rows {
		ended := tx.Now
		if turn := debate.Turn(row); turn.Over(tx.Now) {
			ended = turn.Ends()
		}
		status, _ := stage.Speech.Next(stage.Settle, row.Status)
		if err := tx.Speech.UpdateOneID(row.ID).SetStatus(status).SetEndedAt(ended).Exec(ctx); err != nil {
			return err
		}
	}
	return nil
}

// turned reads the turn that an input field names and locks its item, so that
// nobody else changes who speaks. It asks the mandate of those who direct the
// meeting, and of whoever asked for the turn.
func turned(ctx context.Context, tx *ent.Tx, verb string, id ident.Speech) (*db.Speech, debated, mandate.Grant, error) {
	row, err := need(ctx, tx.Speech.Get, id.ID, "speechId")
	if err != nil {
		return nil, debated{}, mandate.Grant{}, err
	}
	d, grant, err := debating(ctx, tx, verb, row.AgendaItemID, row.PersonID)
	if err != nil {
		return nil, d, grant, err
	}
	row, err = tx.Speech.Get(ctx, row.ID)
	return row, d, grant, err
}
