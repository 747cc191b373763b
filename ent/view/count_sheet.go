package view

import (
	"encoding/json"
	"fmt"

	"sifang/ent/db"
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
func CountSheetMarks(sheet *db.CountSheet) ([]*MarkCount, error) {
	if len(sheet.Marks) == 0 {
		return nil, nil
	}
	var kept []tally.Marks
	if err := json.Unmarshal(sheet.Marks, &kept); err != nil {
		return nil, fmt.Errorf("count sheet %s: %w", sheet.ID, err)
	}
	marks := make([]*MarkCount, len(kept))
	for i, one := range kept {
		id, err := ident.Parse(one.Option)
		if err != nil {
			return nil, fmt.Errorf("count sheet %s: %w", sheet.ID, err)
		}
		marks[i] = &MarkCount{OptionID: id, Papers: int(one.Papers)}
	}
	return marks, nil
}
