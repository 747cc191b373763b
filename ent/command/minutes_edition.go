package command

import (
	"context"

	"sifang/ent"
	"sifang/ent/db"
	editions "sifang/ent/db/minutes"
	"sifang/ent/power"
	"sifang/schema/ident"
	"sifang/schema/mandate"
	"sifang/schema/stage"
)

// editionsOf are the editions of the minutes of a meeting, in their order.
func editionsOf(ctx context.Context, tx *ent.Tx, m ident.ID) ([]*db.Minutes, error) {
	return tx.Minutes.Query().Where(editions.MeetingID(m)).Order(db.Asc(editions.FieldEdition)).All(ctx)
}

// minuted reads the edition that an input field names, and locks its meeting, so
// that nobody else writes, approves or signs meanwhile. It asks the mandate of
// those who direct the meeting, and of the persons named.
func minuted(ctx context.Context, tx *ent.Tx, verb string, id ident.Minutes, persons ...ident.ID) (*db.Minutes, *db.Meeting, mandate.Grant, error) {
	var none mandate.Grant
	row, err := need(ctx, tx.Minutes.Get, id.ID, "minutesId")
	if err != nil {
		return nil, nil, none, err
	}
	m, err := lockedMeeting(tx, ent.Update)(ctx, row.MeetingID)
	if err != nil {
		return nil, nil, none, err
	}
	tx.CatchUp(tx.Now)
	if row, err = tx.Minutes.Get(ctx, row.ID); err != nil {
		return nil, nil, none, err
	}
	subject, err := power.OfMeeting(ctx, tx.Client, tx.Today, m)
	if err != nil {
		return nil, nil, none, err
	}
	subject.Persons = persons
	grant, err := may(ctx, tx, verb, row.ID, subject)
	if err != nil {
		return row, m, grant, err
	}
	_, wrong := stage.Meeting.Next(stage.Verb(verb), m.Status)
	return row, m, grant, refuse(at(wrong, "minutesId"))
}

// replacedEditions writes that earlier editions are replaced, as far as the verb does so.
func replacedEditions(ctx context.Context, tx *ent.Tx, verb stage.Verb, earlier []*db.Minutes, guards ...stage.Guard) error {
	for _, e := range earlier {
		next, stands := stage.Minutes.Next(verb, e.Status, guards...)
		if stands != nil || next == e.Status {
			continue
		}
		if err := tx.Minutes.UpdateOneID(e.ID).SetStatus(next).Exec(ctx); err != nil {
			return err
		}
	}
	return nil
}
