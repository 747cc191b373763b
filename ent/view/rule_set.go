package view

import (
	"context"

	"sifang/ent"
	"sifang/ent/db/ruleset"
	"sifang/schema/ident"
)

// RuleSetDocument answers the text of a set of rules as it was adopted.
func RuleSetDocument(ctx context.Context, s *ent.Store, set ident.ID) (string, error) {
	row, err := s.Read().RuleSet.Query().Where(ruleset.ID(set)).Only(ctx)
	if err != nil {
		return "", err
	}
	return string(row.Document), nil
}
