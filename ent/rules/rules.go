package rules

import (
	"context"
	"fmt"
	"slices"

	"sifang/ent/db"
	"sifang/ent/db/ruleset"
	"sifang/schema/day"
	"sifang/schema/ident"
	"sifang/schema/rule"
)

// Scope is whom rules bind.
type Scope struct {
	// Area is where: what was adopted for it, or for an area around it, is in
	// force. If nil it is the home of the organizations.
	Area *ident.ID
	// Organizations are those whose bylaws are in force, and those that they
	// stand under. What a later one says goes before what an earlier one says.
	Organizations []ident.ID
}

// For lays over each other the rules that bind the organization on the day,
// the most specific last. It reads through the client as the context says:
// within a verb the whole register, elsewhere what the viewer may see or what
// was known at an earlier instant. An organization that does not exist is a
// *db.NotFoundError.
func For(ctx context.Context, client *db.Client, organization ident.ID, on day.Date) (rule.Chain, error) {
	return only(Of(ctx, client, on, Scope{Organizations: []ident.ID{organization}}))
}

// In is For an area: the rules that bind everybody there, without bylaws.
func In(ctx context.Context, client *db.Client, area ident.ID, on day.Date) (rule.Chain, error) {
	return only(Of(ctx, client, on, Scope{Area: &area}))
}

func only(chains []rule.Chain, err error) (rule.Chain, error) {
	if err != nil {
		return nil, err
	}
	return chains[0], nil
}

// Of is For several scopes at once. However many there are, it asks the
// register once for each level of organizations and of areas, and once for what
// was adopted.
func Of(ctx context.Context, client *db.Client, on day.Date, scopes ...Scope) ([]rule.Chain, error) {
	if len(scopes) == 0 {
		return nil, nil
	}
	places, err := locate(ctx, client, scopes)
	if err != nil {
		return nil, err
	}
	stored, err := adopted(ctx, client, places, on)
	if err != nil {
		return nil, err
	}
	chains := make([]rule.Chain, len(scopes))
	for i, p := range places {
		if chains[i], err = shipped(p.codes, on); err != nil {
			return nil, err
		}
		chains[i] = append(chains[i], stored.within(p)...)
	}
	return chains, nil
}

// adoption is a set of rules that was adopted, and for what.
type adoption struct {
	scope ident.ID
	set   rule.Set
}

type adoptions []adoption

// adopted are the sets in force on the day in any of the places, by the day
// from which they are.
func adopted(ctx context.Context, client *db.Client, places []place, on day.Date) (adoptions, error) {
	var within []ident.ID
	for _, p := range places {
		for _, id := range p.within {
			if !slices.Contains(within, id) {
				within = append(within, id)
			}
		}
	}
	rows, err := client.RuleSet.Query().
		Where(ruleset.Or(ruleset.AreaIDIn(within...), ruleset.OrganizationIDIn(within...)),
			ruleset.FromLTE(on), ruleset.Or(ruleset.ToIsNil(), ruleset.ToGT(on))).
		Order(db.Asc(ruleset.FieldFrom, ruleset.FieldCode)).All(ctx)
	if err != nil {
		return nil, err
	}
	all := make(adoptions, len(rows))
	for i, row := range rows {
		all[i].scope = scope(row)
		if all[i].set, err = rule.ParseSet(row.Document); err != nil {
			return nil, fmt.Errorf("rule set %s, edition %d: %w", row.Code, row.Edition, err)
		}
	}
	return all, nil
}

func scope(row *db.RuleSet) ident.ID {
	if row.AreaID != nil {
		return *row.AreaID
	}
	return *row.OrganizationID
}

// within are the sets for a place, those of areas before bylaws and the general
// ones before the specific.
func (a adoptions) within(p place) []rule.Set {
	var sets []rule.Set
	for i, one := range p.within {
		if slices.Contains(p.within[:i], one) {
			continue
		}
		for _, adopted := range a {
			if adopted.scope == one {
				sets = append(sets, adopted.set)
			}
		}
	}
	return sets
}
