package view

import (
	"context"
	"encoding/json"
	"fmt"

	"sifang/ent"
	"sifang/schema/ident"
	"sifang/schema/tally"
)

// MarkCount is how many papers marked an option or a candidate.
type MarkCount struct {
	OptionID ident.ID
	Papers   int
}

// CountSheetMarks tells how many papers marked each option, as a count by hand
// has it, in the order in which it was entered.
func CountSheetMarks(ctx context.Context, s *ent.Store, id ident.ID) ([]MarkCount, error) {
	row, err := s.Read().CountSheet.Get(ctx, id)
	if err != nil || len(row.Marks) == 0 {
		return nil, err
	}
	var kept []tally.Marks
	if err := json.Unmarshal(row.Marks, &kept); err != nil {
		return nil, fmt.Errorf("count sheet %s: %w", id, err)
	}
	marks := make([]MarkCount, len(kept))
	for i, one := range kept {
		if marks[i].OptionID, err = ident.Parse(one.Option); err != nil {
			return nil, fmt.Errorf("count sheet %s: %w", id, err)
		}
		marks[i].Papers = int(one.Papers)
	}
	return marks, nil
}
