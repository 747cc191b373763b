package command

import (
	"context"

	"sifang/ent"
	"sifang/ent/db"
	"sifang/schema/ident"
	"sifang/schema/mandate"
)

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
