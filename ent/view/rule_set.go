package view

import (
	"fmt"

	"sifang/ent/db"
	"sifang/schema/rule"
)

// RuleSetDocument answers the text of a set of rules in the one form that was
// hashed when it was adopted. PostgreSQL keeps documents in a form of its own.
func RuleSetDocument(row *db.RuleSet) (string, error) {
	set, err := rule.ParseSet(row.Document)
	if err != nil {
		return "", fmt.Errorf("rule set %s, edition %d: %w", row.Code, row.Edition, err)
	}
	text, err := set.Print()
	return string(text), err
}
