package view

import (
	"context"
	"fmt"

	"sifang/ent"
	"sifang/schema/ident"
	"sifang/schema/rule"
)

// RuleSetDocument answers the text of a set of rules in the one form that was
// hashed when it was adopted. PostgreSQL keeps documents in a form of its own.
func RuleSetDocument(ctx context.Context, s *ent.Store, id ident.ID) (string, error) {
	row, err := s.Read().RuleSet.Get(ctx, id)
	if err != nil {
		return "", err
	}
	set, err := rule.ParseSet(row.Document)
	if err != nil {
		return "", fmt.Errorf("rule set %s, edition %d: %w", row.Code, row.Edition, err)
	}
	text, err := set.Print()
	return string(text), err
}
