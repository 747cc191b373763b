package rules

import (
	"context"
	"fmt"
	"slices"

	"sifang/ent/db"
	"sifang/ent/db/area"
	"sifang/ent/db/organization"
	"sifang/ent/db/ruleset"
	"sifang/schema/day"
	"sifang/schema/ident"
	"sifang/schema/rule"
)

// For lays over each other the rules that bind the organization on the day,
// the most specific last. It reads through the client as the context says:
// within a verb the whole register, elsewhere what the viewer may see or what
// was known at an earlier instant. An organization that does not exist is a
// *db.NotFoundError.
func For(ctx context.Context, client *db.Client, organization ident.ID, on day.Date) (rule.Chain, error) {
	bodies, home, err := standing(ctx, client, organization)
	if err != nil {
		return nil, err
	}
	return chain(ctx, client, home, bodies, on)
}

// In is For an area: the rules that bind everybody there, without bylaws.
func In(ctx context.Context, client *db.Client, area ident.ID, on day.Date) (rule.Chain, error) {
	return chain(ctx, client, &area, nil, on)
}

func chain(ctx context.Context, client *db.Client, home *ident.ID, bodies []ident.ID, on day.Date) (rule.Chain, error) {
	areas, codes, err := around(ctx, client, home)
	if err != nil {
		return nil, err
	}
	layers, err := shipped(codes, on)
	if err != nil {
		return nil, err
	}
	stored, err := adopted(ctx, client, areas, bodies, on)
	return append(layers, stored...), err
}

// standing are the organizations whose bylaws bind this one, the highest
// first, and the area that it, or the nearest of them that has one, is at home
// in. The context may ask for an earlier version of a row, which has another
// identifier and names the row as its own.
func standing(ctx context.Context, client *db.Client, id ident.ID) ([]ident.ID, *ident.ID, error) {
	var bodies []ident.ID
	var home *ident.ID
	for next := &id; next != nil && !slices.Contains(bodies, *next); {
		row, err := client.Organization.Query().
			Where(organization.Or(organization.ID(*next), organization.VersionOf(*next))).Only(ctx)
		if err != nil {
			return nil, nil, err
		}
		bodies = append(bodies, *next)
		if home == nil {
			home = row.AreaID
		}
		next = row.ParentID
	}
	slices.Reverse(bodies)
	return bodies, home, nil
}

// around is the area with those it is a part of, the outermost first, and the
// codes of divisions among them.
func around(ctx context.Context, client *db.Client, id *ident.ID) ([]ident.ID, []string, error) {
	var areas []ident.ID
	var codes []string
	for next := id; next != nil && !slices.Contains(areas, *next); {
		row, err := client.Area.Query().Where(area.Or(area.ID(*next), area.VersionOf(*next))).Only(ctx)
		if err != nil {
			return nil, nil, err
		}
		areas = append(areas, *next)
		if row.Code != nil {
			codes = append(codes, *row.Code)
		}
		next = row.ParentID
	}
	slices.Reverse(areas)
	return areas, codes, nil
}

// adopted are the sets in force on the day, those of areas before bylaws and
// the general ones before the specific.
func adopted(ctx context.Context, client *db.Client, areas, bodies []ident.ID, on day.Date) ([]rule.Set, error) {
	scopes := slices.Concat(areas, bodies)
	rows, err := client.RuleSet.Query().
		Where(ruleset.Or(ruleset.AreaIDIn(areas...), ruleset.OrganizationIDIn(bodies...)),
			ruleset.FromLTE(on), ruleset.Or(ruleset.ToIsNil(), ruleset.ToGT(on))).
		Order(db.Asc(ruleset.FieldFrom, ruleset.FieldCode)).All(ctx)
	if err != nil {
		return nil, err
	}
	slices.SortStableFunc(rows, func(a, b *db.RuleSet) int {
		return slices.Index(scopes, scope(a)) - slices.Index(scopes, scope(b))
	})
	sets := make([]rule.Set, len(rows))
	for i, row := range rows {
		if sets[i], err = rule.ParseSet(row.Document); err != nil {
			return nil, fmt.Errorf("rule set %s, edition %d: %w", row.Code, row.Edition, err)
		}
	}
	return sets, nil
}

func scope(row *db.RuleSet) ident.ID {
	if row.AreaID != nil {
		return *row.AreaID
	}
	return *row.OrganizationID
}
