package rules

import (
	"context"
	"fmt"
	"slices"

	"sifang/ent/above"
	"sifang/ent/db"
	"sifang/schema/ident"
)

// place is a scope with all around and above it.
type place struct {
	within []ident.ID // areas, the outermost first, and then organizations, the highest first
	codes  []string   // of the divisions among the areas
}

func locate(ctx context.Context, client *db.Client, scopes []Scope) ([]place, error) {
	homes, bylaws, err := bodies(ctx, client, scopes)
	if err != nil {
		return nil, err
	}
	var start []ident.ID
	for _, home := range homes {
		if home != nil {
			start = append(start, *home)
		}
	}
	areas, err := above.Areas(ctx, client, start...)
	if err != nil {
		return nil, err
	}
	places := make([]place, len(scopes))
	for i := range places {
		if homes[i] != nil {
			places[i].within = areas.Line(*homes[i])
		}
		slices.Reverse(places[i].within)
		for _, id := range places[i].within {
			if row, _ := areas.Row(id); row.Code != nil {
				places[i].codes = append(places[i].codes, *row.Code)
			}
		}
		places[i].within = append(places[i].within, bylaws[i]...)
	}
	return places, nil
}

// bodies finds for each scope the area that it is at home in, and the
// organizations whose bylaws bind there, the highest first.
func bodies(ctx context.Context, client *db.Client, scopes []Scope) ([]*ident.ID, [][]ident.ID, error) {
	var start []ident.ID
	for _, s := range scopes {
		start = append(start, s.Organizations...)
	}
	organizations, err := above.Organizations(ctx, client, start...)
	if err != nil {
		return nil, nil, err
	}
	homes, bylaws := make([]*ident.ID, len(scopes)), make([][]ident.ID, len(scopes))
	for i, s := range scopes {
		homes[i] = s.Area
		for _, id := range s.Organizations {
			line := organizations.Line(id)
			if len(line) == 0 {
				return nil, nil, fmt.Errorf("the rules of %s: %w", id, new(db.NotFoundError))
			}
			// The nearest that is at home anywhere tells where all are.
			for _, one := range line {
				if row, _ := organizations.Row(one); homes[i] == nil {
					homes[i] = row.AreaID
				}
			}
			slices.Reverse(line)
			bylaws[i] = append(bylaws[i], line...)
		}
	}
	return homes, bylaws, nil
}
