package view

import (
	"context"

	"sifang/ent"
	"sifang/ent/db"
	"sifang/ent/rules"
	"sifang/schema/day"
	"sifang/schema/fault"
	"sifang/schema/ident"
	"sifang/schema/rule"
)

// RuleChoice is the rule in force for an organization and a matter, and how it
// came to be that one.
type RuleChoice struct {
	Rule      *RuleReport
	ChosenBy  rule.ChosenBy
	From      *RuleOrigin
	Overrides []RuleOverride
	Displaced []DisplacedRule
}

// RuleOrigin is a set of rules, as a choice names it.
type RuleOrigin struct {
	Set     string
	Version string
	Title   fault.Words
}

// RuleOverride is a set that changed policies of a rule.
type RuleOverride struct {
	From     RuleOrigin
	ChosenBy rule.ChosenBy
	Source   string
}

// DisplacedRule is a rule of a more general set that would decide otherwise.
type DisplacedRule struct {
	Rule      *RuleReport
	From      RuleOrigin
	ChosenBy  rule.ChosenBy
	Conflicts []RuleConflict
}

// RulesInForce answers by which rule an organization votes on a matter on a
// day; nil if no rules say anything, or the organization is unknown. An empty
// matter asks for the rule about all of them.
func RulesInForce(ctx context.Context, s *ent.Store, organization ident.ID, matter *string, on *day.Date) (*RuleChoice, error) {
	row, err := s.Read().Organization.Get(ctx, organization)
	if db.IsNotFound(err) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	chain, err := rules.For(ctx, s.Read(), row.ID, orToday(on, s))
	if err != nil {
		return nil, err
	}
	about := ""
	if matter != nil {
		about = *matter
	}
	choice, ok := chain.InForce(row.Kind, about)
	if !ok {
		return nil, nil
	}
	return ruleChoice(choice)
}

func orToday(on *day.Date, s *ent.Store) day.Date {
	if on == nil {
		return day.Of(s.Now())
	}
	return *on
}

func ruleChoice(c rule.Choice) (*RuleChoice, error) {
	told := &RuleChoice{ChosenBy: c.By}
	var err error
	if told.Rule, err = ruleReport(c.Rule); err != nil {
		return nil, err
	}
	if c.From.Set != "" {
		from := origin(c.From)
		told.From = &from
	}
	for _, one := range c.Overrides {
		told.Overrides = append(told.Overrides, RuleOverride{From: origin(one.From), ChosenBy: one.By, Source: cite(one.Source)})
	}
	for _, one := range c.Displaced {
		other, err := ruleReport(one.Rule)
		if err != nil {
			return nil, err
		}
		told.Displaced = append(told.Displaced, DisplacedRule{
			Rule: other, From: origin(one.From), ChosenBy: one.By, Conflicts: conflicts(one.Conflicts),
		})
	}
	return told, nil
}

func origin(o rule.Origin) RuleOrigin {
	return RuleOrigin{Set: o.Set, Version: o.Version, Title: fault.Words(o.Title)}
}
