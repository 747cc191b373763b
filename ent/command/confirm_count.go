package command

import (
	"context"

	"sifang/ent"
	"sifang/ent/db"
	"sifang/schema"
	"sifang/schema/fault"
	"sifang/schema/ident"
)

// ConfirmCountInput is a count by hand as a second person reads it.
type ConfirmCountInput struct {
	ent.Order
	CountSheetID ident.CountSheet
	CountInput
}

// ConfirmCountPayload names the sheet.
type ConfirmCountPayload struct {
	fault.Outcome
	CountSheetID ident.ID
}

// ConfirmCount confirms a count by hand: a second person reads the same figures
// from the paper. A vote that is closed already is judged anew.
func (d *Do) ConfirmCount(ctx context.Context, in ConfirmCountInput) (*ConfirmCountPayload, error) {
	return work(ctx, d, "confirmCount", in, confirmingCount{in, d.second}.do)
}

// confirmingCount is a confirmation, with the counter that checks the verdict.
type confirmingCount struct {
	ConfirmCountInput
	second counter
}

func (in confirmingCount) do(ctx context.Context, tx *ent.Tx) (*ent.Deed[ConfirmCountPayload], error) {
	// Which vote a sheet is of never changes, so it may be read before the vote is
	// locked.
	row, err := need(ctx, tx.CountSheet.Get, in.CountSheetID.ID, "countSheetId")
	if err != nil {
		return nil, err
	}
	p, grant, err := counting(ctx, tx, "confirmCount", ident.Vote{ID: row.VoteID})
	if err != nil {
		return nil, err
	}
	if row, err = tx.CountSheet.Get(ctx, row.ID); err != nil {
		return nil, err
	}
	if err := refuse(confirmable(row, tx.Viewer.Person)); err != nil {
		return nil, err
	}
	differences, err := in.differences(row)
	if err != nil {
		return nil, err
	}
	if err := differences.Err(); err != nil {
		return nil, err
	}
	if err := countable(ctx, tx, p.vote, in.CountInput); err != nil {
		return nil, err
	}
	if err := tx.CountSheet.UpdateOneID(row.ID).SetStatus(schema.CountSheetStatusConfirmed).SetConfirmedAt(tx.Now).
		SetNillableConfirmedByID(somebodyOf(tx)).Exec(ctx); err != nil {
		return nil, err
	}
	facts := map[string]any{"vote": p.vote.ID}
	if err := in.second.renew(ctx, tx, p.vote, facts); err != nil {
		return nil, err
	}
	return ent.Did(ConfirmCountPayload{CountSheetID: row.ID}, grant, row.ID, row.CommunityID, facts), nil
}

// confirmable refuses a count that was confirmed, or replaced, and whoever
// entered it.
func confirmable(row *db.CountSheet, who ident.ID) *fault.Fault {
	switch {
	case row.Status != schema.CountSheetStatusEntered:
		return fault.New(fault.WrongState, "verb", "confirmCount", "state", row.Status,
			"allowed", schema.CountSheetStatusEntered).At("countSheetId")
	case row.EnteredByID != nil && *row.EnteredByID == who:
		return fault.New(fault.SamePerson).At("countSheetId")
	default:
		return nil
	}
}
