package hierarchy

import (
	"slices"

	"sifang/schema"
	"sifang/schema/fault"
)

// Areas of the kinds that are no divisions: where people live, and the cells in
// which they are governed. They overlap in every way, so that each may be a
// part of any other.
var (
	cells = []schema.AreaKind{
		schema.AreaKindEstate, schema.AreaKindRuralCluster, schema.AreaKindPropertyManagementArea, schema.AreaKindGrid,
		schema.AreaKindMicroGrid, schema.AreaKindResponsibilityArea, schema.AreaKindCourtyard,
	}
	communities = []schema.AreaKind{schema.AreaKindCommunity, schema.AreaKindVillage}
	// Some cities have no districts, and some districts no streets: communities
	// then stand right under them.
	aboveStreets   = []schema.AreaKind{schema.AreaKindDistrict, schema.AreaKindCity}
	aboveCommunity = slices.Concat([]schema.AreaKind{schema.AreaKindStreet, schema.AreaKindTownship}, aboveStreets)
	// A place may be there before its community is, such as an estate that is
	// still being built.
	aboveCells     = slices.Concat(cells, communities, []schema.AreaKind{schema.AreaKindStreet, schema.AreaKindTownship})
	aboveEntrances = slices.Concat([]schema.AreaKind{schema.AreaKindBuilding}, aboveCells)
)

// territory tells of each kind of area which kinds it may be a part of.
// Divisions follow the Constitution art. 30 and the Organic Laws of Residents'
// and of Villagers' Committees.
var territory = map[schema.AreaKind][]schema.AreaKind{
	schema.AreaKindProvince:               {},
	schema.AreaKindCity:                   {schema.AreaKindProvince},
	schema.AreaKindDistrict:               {schema.AreaKindCity, schema.AreaKindProvince},
	schema.AreaKindStreet:                 aboveStreets,
	schema.AreaKindTownship:               aboveStreets,
	schema.AreaKindCommunity:              aboveCommunity,
	schema.AreaKindVillage:                aboveCommunity,
	schema.AreaKindEstate:                 aboveCells,
	schema.AreaKindRuralCluster:           aboveCells,
	schema.AreaKindPropertyManagementArea: aboveCells,
	schema.AreaKindGrid:                   aboveCells,
	schema.AreaKindMicroGrid:              aboveCells,
	schema.AreaKindResponsibilityArea:     aboveEntrances,
	schema.AreaKindCourtyard:              aboveCells,
	schema.AreaKindBuilding:               aboveCells,
	schema.AreaKindEntrance:               aboveEntrances,
	// A room to meet in may be anywhere.
	schema.AreaKindVenue: slices.Concat([]schema.AreaKind{schema.AreaKindEntrance}, aboveEntrances, aboveStreets, []schema.AreaKind{schema.AreaKindProvince}),
}

// CheckArea refuses, with WRONG_LEVEL, an area of which one of this kind cannot
// be a part. Of none it may always be: the register need not go up to the
// province.
func CheckArea(child, parent schema.AreaKind) *fault.Fault {
	allowed := territory[child]
	if parent == "" || slices.Contains(allowed, parent) {
		return nil
	}
	return fault.New(fault.WrongLevel, "kind", child, "parent", parent, "allowed", words(allowed))
}
