package power

import (
	"context"

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
	if community == nil || who.IsZero() {
		return false, nil
	}
	for _, known := range []func(context.Context) (bool, error){
		c.Person.Query().Where(person.ID(who), person.CommunityID(*community)).Exist,
		c.Residence.Query().Where(residence.PersonID(who), residence.CommunityID(*community), residence.FromLTE(on),
			residence.Or(residence.ToIsNil(), residence.ToGT(on))).Exist,
		c.Ownership.Query().Where(ownership.PersonID(who), ownership.CommunityID(*community), ownership.FromLTE(on),
			ownership.Or(ownership.ToIsNil(), ownership.ToGT(on))).Exist,
	} {
		if there, err := known(ctx); there || err != nil {
			return there, err
		}
	}
	return false, nil
}
