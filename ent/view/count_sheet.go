package view

import (
	"context"
	"encoding/json"
	"fmt"

	"sifang/ent/db"
	"sifang/ent/db/countsheet"
	"sifang/ent/db/vote"
	"sifang/schema"
	"sifang/schema/ident"
	"sifang/schema/stage"
	"sifang/schema/tally"
)

// MarkCount is how many papers marked an option or a candidate.
type MarkCount struct {
	OptionID ident.ID
	Papers   int
}

// CountFigures asks for one figure of counts by hand: nil where it may not be
// told, or was not counted.
func (p Present) CountFigures(read func(*db.CountSheet) *int) func(context.Context, []*db.CountSheet) ([]*int, error) {
	return func(ctx context.Context, sheets []*db.CountSheet) ([]*int, error) {
		open, err := p.tellable(ctx, sheets)
		figures := make([]*int, len(sheets))
		for i, s := range sheets {
			if row := open[s.ID]; row != nil {
				figures[i] = read(row)
			}
		}
		return figures, err
	}
}

// CountMarks tell how many papers marked each option, as counts by hand have it,
// in the order in which it was entered: nil where it may not be told, and empty
// where there were no options.
func (p Present) CountMarks(ctx context.Context, sheets []*db.CountSheet) ([][]*MarkCount, error) {
	open, err := p.tellable(ctx, sheets)
	if err != nil {
		return nil, err
	}
	all := make([][]*MarkCount, len(sheets))
	for i, s := range sheets {
		if row := open[s.ID]; row != nil {
			if all[i], err = marksOf(row); err != nil {
				return nil, fmt.Errorf("count sheet %s: %w", s.ID, err)
			}
		}
	}
	return all, nil
}

// tellable are those of the counts by hand whose figures may be told. Until one
// is confirmed they are told to nobody, so that whoever confirms it can have
// them from the paper alone; and until voters are done, so that no one votes
// knowing how it stands. They are read again, because what was shown of them
// need not have said how they stand.
func (p Present) tellable(ctx context.Context, sheets []*db.CountSheet) (map[ident.ID]*db.CountSheet, error) {
	ids := make([]ident.ID, len(sheets))
	for i, s := range sheets {
		ids[i] = s.ID
	}
	rows, err := p.store.Read().CountSheet.Query().Where(
		countsheet.IDIn(ids...), countsheet.StatusEQ(schema.CountSheetStatusConfirmed),
		countsheet.HasVoteWith(vote.StatusIn(stage.Counted...)),
	).All(ctx)
	open := make(map[ident.ID]*db.CountSheet, len(rows))
	for _, row := range rows {
		open[row.ID] = row
	}
	return open, err
}

func marksOf(sheet *db.CountSheet) ([]*MarkCount, error) {
	var kept []tally.Marks
	if len(sheet.Marks) > 0 {
		if err := json.Unmarshal(sheet.Marks, &kept); err != nil {
			return nil, err
		}
	}
	marks := make([]*MarkCount, len(kept))
	for i, one := range kept {
		id, err := ident.Parse(one.Option)
		if err != nil {
			return nil, err
		}
		marks[i] = &MarkCount{OptionID: id, Papers: int(one.Papers)}
	}
	return marks, nil
}
