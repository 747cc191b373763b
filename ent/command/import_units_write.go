package command

import (
	"context"

	"sifang/ent"
	"sifang/ent/db"
	"sifang/schema"
	"sifang/schema/day"
)

// write writes the plan: buildings before entrances, and what is owned and who
// owns it before the ownerships.
func (p *plan) write(ctx context.Context, tx *ent.Tx, on day.Date, progress func(done, of int)) error {
	done, all := 0, len(p.areas)+len(p.people)+len(p.units)+len(p.shares)
	progress(0, all)
	wrote := func(rows int, err error) error {
		done += rows
		progress(done, all)
		return err
	}
	for _, kind := range []schema.AreaKind{schema.AreaKindBuilding, schema.AreaKindEntrance} {
		var some []newArea
		for _, a := range p.areas {
			if a.kind == kind {
				some = append(some, a)
			}
		}
		if err := inRows(some, func(a newArea) *db.AreaCreate {
			return tx.Area.Create().SetID(a.id).SetNillableCommunityID(p.community).SetKind(a.kind).SetName(a.name).
				SetPilot(false).SetParentID(a.parent).SetFrom(on)
		}, func(rows []*db.AreaCreate) error {
			return wrote(len(rows), tx.Area.CreateBulk(rows...).Exec(ctx))
		}); err != nil {
			return err
		}
	}
	if err := inRows(p.people, func(one newPerson) *db.PersonCreate {
		return tx.Person.Create().SetID(one.id).SetNillableCommunityID(p.community).SetName(one.name)
	}, func(rows []*db.PersonCreate) error {
		return wrote(len(rows), tx.Person.CreateBulk(rows...).Exec(ctx))
	}); err != nil {
		return err
	}
	if err := inRows(p.units, func(u newUnit) *db.UnitCreate {
		return tx.Unit.Create().SetID(u.id).SetNillableCommunityID(p.community).SetAreaID(u.area).SetNumber(u.row.Number).
			SetUse(u.row.Use).SetExclusiveArea(u.row.Area).SetAreaSource(u.row.AreaSource).
			SetDeliveryStatus(u.row.DeliveryStatus).SetCountsForVoting(u.row.CountsForVoting)
	}, func(rows []*db.UnitCreate) error {
		return wrote(len(rows), tx.Unit.CreateBulk(rows...).Exec(ctx))
	}); err != nil {
		return err
	}
	return inRows(p.shares, func(s newShare) *db.OwnershipCreate {
		create := tx.Ownership.Create().SetNillableCommunityID(p.community).SetUnitID(s.unit).SetDesignatedVoter(s.votes).SetFrom(on)
		if s.organization {
			return create.SetOrganizationID(s.owner)
		}
		return create.SetPersonID(s.owner)
	}, func(rows []*db.OwnershipCreate) error {
		return wrote(len(rows), tx.Ownership.CreateBulk(rows...).Exec(ctx))
	})
}
