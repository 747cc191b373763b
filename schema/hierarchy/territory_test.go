package hierarchy_test

import (
	"testing"

	"sifang/schema"
	"sifang/schema/fault"
	"sifang/schema/hierarchy"
)

func TestCheckArea(t *testing.T) {
	for _, c := range []struct {
		name          string
		child, parent schema.AreaKind
		want          bool
	}{
		{"a province of nothing", schema.AreaKindProvince, "", true},
		{"a province of a community", schema.AreaKindProvince, schema.AreaKindCommunity, false},
		{"a city of a province", schema.AreaKindCity, schema.AreaKindProvince, true},
		{"a district of a municipality", schema.AreaKindDistrict, schema.AreaKindProvince, true},
		{"a street of a district", schema.AreaKindStreet, schema.AreaKindDistrict, true},
		{"a town of a city without districts", schema.AreaKindTownship, schema.AreaKindCity, true},
		{"a street of a province", schema.AreaKindStreet, schema.AreaKindProvince, false},
		{"a street of nothing", schema.AreaKindStreet, "", true},
		{"a community of a town", schema.AreaKindCommunity, schema.AreaKindTownship, true},
		{"a community of a district without streets", schema.AreaKindCommunity, schema.AreaKindDistrict, true},
		{"a community of a community", schema.AreaKindCommunity, schema.AreaKindCommunity, false},
		{"a community of an estate", schema.AreaKindCommunity, schema.AreaKindEstate, false},
		{"a village of a street", schema.AreaKindVillage, schema.AreaKindStreet, true},
		{"an estate of a community", schema.AreaKindEstate, schema.AreaKindCommunity, true},
		{"an estate that has no community yet", schema.AreaKindEstate, schema.AreaKindStreet, true},
		{"an estate of a province", schema.AreaKindEstate, schema.AreaKindProvince, false},
		{"a grid of an estate", schema.AreaKindGrid, schema.AreaKindEstate, true},
		{"an estate of a grid", schema.AreaKindEstate, schema.AreaKindGrid, true},
		{"an estate of a building", schema.AreaKindEstate, schema.AreaKindBuilding, false},
		{"homes looked after in an entrance's building", schema.AreaKindResponsibilityArea, schema.AreaKindBuilding, true},
		{"a building on its own in a community", schema.AreaKindBuilding, schema.AreaKindCommunity, true},
		{"an entrance of an estate", schema.AreaKindEntrance, schema.AreaKindEstate, true},
		{"an entrance of an entrance", schema.AreaKindEntrance, schema.AreaKindEntrance, false},
		{"a room in an entrance", schema.AreaKindVenue, schema.AreaKindEntrance, true},
		{"a hall of a city", schema.AreaKindVenue, schema.AreaKindCity, true},
		{"an estate in a room", schema.AreaKindEstate, schema.AreaKindVenue, false},
	} {
		refused := hierarchy.CheckArea(c.child, c.parent)
		if (refused == nil) != c.want {
			t.Errorf("%s is refused with %v", c.name, refused)
		}
		if refused != nil && refused.Code != fault.WrongLevel {
			t.Errorf("%s is refused with %s", c.name, refused.Code)
		}
	}
}

// Every kind has its place, and divisions never run in circles.
func TestEveryKindOfAreaHasAPlace(t *testing.T) {
	rank := map[schema.AreaKind]int{
		schema.AreaKindProvince: 1, schema.AreaKindCity: 2, schema.AreaKindDistrict: 3, schema.AreaKindStreet: 4,
		schema.AreaKindTownship: 4, schema.AreaKindCommunity: 5, schema.AreaKindVillage: 5,
	}
	for _, name := range schema.AreaKind("").Values() {
		child, places := schema.AreaKind(name), 0
		for _, other := range schema.AreaKind("").Values() {
			parent := schema.AreaKind(other)
			if hierarchy.CheckArea(child, parent) != nil {
				continue
			}
			places++
			if rank[child] > 0 && (rank[parent] == 0 || rank[parent] >= rank[child]) {
				t.Errorf("%s may be a part of %s", child, parent)
			}
		}
		if (places == 0) != (child == schema.AreaKindProvince) {
			t.Errorf("%s has %d places", child, places)
		}
	}
}
