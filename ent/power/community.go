package power

import (
	"context"
	"slices"

	"sifang/ent/db"
	"sifang/ent/db/ownership"
	"sifang/ent/db/person"
	"sifang/ent/db/residence"
	"sifang/schema/day"
	"sifang/schema/ident"
)

// Belongs reports whether somebody is registered in the community, or lives
// there or owns something there on the day.
func Belongs(ctx context.Context, c *db.Client, on day.Date, who ident.ID, community *ident.ID) (bool, error) {
	if community == nil {
		return false, nil
	}
	all, err := Communities(ctx, c, on, who)
	return slices.Contains(all, *community), err
}

// Communities are those to which somebody belongs on the day.
func Communities(ctx context.Context, c *db.Client, on day.Date, who ident.ID) ([]ident.ID, error) {
	if who.IsZero() {
		return nil, nil
	}
	persons, err := c.Person.Query().Where(person.ID(who), person.CommunityIDNotNil()).All(ctx)
	if err != nil {
		return nil, err
	}
	residences, err := c.Residence.Query().Where(residence.PersonID(who), residence.CommunityIDNotNil(), residence.FromLTE(on),
		residence.Or(residence.ToIsNil(), residence.ToGT(on))).All(ctx)
	if err != nil {
		return nil, err
	}
	ownerships, err := c.Ownership.Query().Where(ownership.PersonID(who), ownership.CommunityIDNotNil(), ownership.FromLTE(on),
		ownership.Or(ownership.ToIsNil(), ownership.ToGT(on))).All(ctx)
	var all []ident.ID
	for _, row := range persons {
		all = append(all, *row.CommunityID)
	}
	for _, row := range residences {
		all = append(all, *row.CommunityID)
	}
	for _, row := range ownerships {
		all = append(all, *row.CommunityID)
	}
	return all, err
}
