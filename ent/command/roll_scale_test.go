package command_test

import (
	"context"
	"fmt"
	"testing"
	"time"

	"sifang/ent"
	"sifang/ent/db"
	"sifang/schema"
	"sifang/schema/ident"
)

// An estate of ten thousand units: a hundred buildings of four entrances each, a
// fifth of the flats owned by couples, and two thousand units unsold. Freezing
// its roll takes a second or two where nothing else runs.
func TestRollOfTenThousandUnits(t *testing.T) {
	const buildings, entrances, flats, unsold = 100, 4, 25, 2000
	eachAssembly(t, func(a *assembly) {
		developer := a.organization(schema.OrganizationKindOther, "开发商", ident.Nil, a.street)
		a.seat(a.person("项目负责人"), developer, schema.PostCategoryProjectManager)
		places := a.block(buildings, entrances)
		lots := make([]lot, 0, len(places)*flats)
		people := a.people(len(places) * flats * 6 / 5)
		for i, place := range places {
			for j := range flats {
				n := len(lots)
				one := lot{in: place, number: fmt.Sprint(100*j + i%entrances), area: schema.FloorArea(5_000 + n), owners: people[:1]}
				people = people[1:]
				switch {
				case n < unsold:
					one.status, one.owners = schema.DeliveryStatusUnsold, []ident.ID{developer}
				case n%5 == 0:
					one.owners, people = append(one.owners[:1:1], people[0]), people[1:]
				}
				lots = append(lots, one)
			}
		}
		for begin := 0; begin < len(lots); begin += 1000 {
			a.builds(lots[begin:min(begin+1000, len(lots))]...)
		}
		begun := time.Now()
		r := a.frozen(a.freezing())
		took := time.Since(begun)
		a.Logf("%d units, %d heads: %v", r.Units, r.Heads, took)
		if took > 10*time.Second {
			a.Errorf("freezing the roll took %v", took)
		}
		a.totals(r, buildings*entrances*flats, buildings*entrances*flats-unsold+1, sumOf(lots))
	})
}

func sumOf(lots []lot) schema.FloorArea {
	var sum schema.FloorArea
	for _, l := range lots {
		sum += l.area
	}
	return sum
}

// block are the entrances of so many new buildings of the estate.
func (a *assembly) block(buildings, entrances int) []ident.ID {
	a.Helper()
	var places []ident.ID
	a.write(func(ctx context.Context, tx *ent.Tx) (ident.ID, error) {
		var rows []*db.AreaCreate
		places = nil
		entry := func(kind schema.AreaKind, parent ident.ID, name string) ident.ID {
			id := ident.New(ident.KindArea, tx.Now)
			rows = append(rows, tx.Area.Create().SetID(id).SetCommunityID(a.community).SetParentID(parent).SetKind(kind).
				SetName(name).SetPilot(false).SetFrom(*on("2020-01-01")))
			return id
		}
		for i := range buildings {
			building := entry(schema.AreaKindBuilding, a.estate, fmt.Sprintf("%d号楼", 10+i))
			for j := range entrances {
				places = append(places, entry(schema.AreaKindEntrance, building, fmt.Sprintf("%d单元", 1+j)))
			}
		}
		return a.estate, tx.Area.CreateBulk(rows...).Exec(ctx)
	})
	return places
}
