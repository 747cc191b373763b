package schema

// AreaKind says what a piece of territory is.
type AreaKind string

// The values of AreaKind; the API describes each.
const (
	AreaKindProvince               AreaKind = "PROVINCE"
	AreaKindCity                   AreaKind = "CITY"
	AreaKindDistrict               AreaKind = "DISTRICT"
	AreaKindStreet                 AreaKind = "STREET"
	AreaKindTownship               AreaKind = "TOWNSHIP"
	AreaKindCommunity              AreaKind = "COMMUNITY"
	AreaKindVillage                AreaKind = "VILLAGE"
	AreaKindEstate                 AreaKind = "ESTATE"
	AreaKindRuralCluster           AreaKind = "RURAL_CLUSTER"
	AreaKindPropertyManagementArea AreaKind = "PROPERTY_MANAGEMENT_AREA"
	AreaKindGrid                   AreaKind = "GRID"
	AreaKindMicroGrid              AreaKind = "MICRO_GRID"
	AreaKindResponsibilityArea     AreaKind = "RESPONSIBILITY_AREA"
	AreaKindCourtyard              AreaKind = "COURTYARD"
	AreaKindBuilding               AreaKind = "BUILDING"
	AreaKindEntrance               AreaKind = "ENTRANCE"
	AreaKindVenue                  AreaKind = "VENUE"
)

// Values lists every AreaKind, in the order of the API.
func (AreaKind) Values() []string {
	return []string{
		"PROVINCE", "CITY", "DISTRICT", "STREET", "TOWNSHIP", "COMMUNITY",
		"VILLAGE", "ESTATE", "RURAL_CLUSTER", "PROPERTY_MANAGEMENT_AREA", "GRID", "MICRO_GRID",
		"RESPONSIBILITY_AREA", "COURTYARD", "BUILDING", "ENTRANCE", "VENUE",
	}
}

// AreaLinkKind says how two areas that are not parent and child belong together.
type AreaLinkKind string

// The values of AreaLinkKind; the API describes each.
const (
	AreaLinkKindWithin    AreaLinkKind = "WITHIN"
	AreaLinkKindGroupedIn AreaLinkKind = "GROUPED_IN"
	AreaLinkKindSucceeds  AreaLinkKind = "SUCCEEDS"
)

// Values lists every AreaLinkKind, in the order of the API.
func (AreaLinkKind) Values() []string {
	return []string{
		"WITHIN", "GROUPED_IN", "SUCCEEDS",
	}
}

// AreaSource says where a unit's area was taken from (SPC interpretation on divided ownership, art. 8).
type AreaSource string

// The values of AreaSource; the API describes each.
const (
	AreaSourceRegistered AreaSource = "REGISTERED"
	AreaSourceSurveyed   AreaSource = "SURVEYED"
	AreaSourceContract   AreaSource = "CONTRACT"
)

// Values lists every AreaSource, in the order of the API.
func (AreaSource) Values() []string {
	return []string{
		"REGISTERED", "SURVEYED", "CONTRACT",
	}
}

// DeliveryStatus says whether a unit has reached its buyer: what has not is one head together (SPC interpretation, art. 9).
type DeliveryStatus string

// The values of DeliveryStatus; the API describes each.
const (
	DeliveryStatusDelivered       DeliveryStatus = "DELIVERED"
	DeliveryStatusSoldUndelivered DeliveryStatus = "SOLD_UNDELIVERED"
	DeliveryStatusUnsold          DeliveryStatus = "UNSOLD"
)

// Values lists every DeliveryStatus, in the order of the API.
func (DeliveryStatus) Values() []string {
	return []string{
		"DELIVERED", "SOLD_UNDELIVERED", "UNSOLD",
	}
}

// Sex is recorded where a rule of composition needs it.
type Sex string

// The values of Sex; the API describes each.
const (
	SexFemale Sex = "FEMALE"
	SexMale   Sex = "MALE"
)

// Values lists every Sex, in the order of the API.
func (Sex) Values() []string {
	return []string{
		"FEMALE", "MALE",
	}
}

// DeclarationKind says what a person declares, or what is declared about them.
type DeclarationKind string

// The values of DeclarationKind; the API describes each.
const (
	DeclarationKindKinship    DeclarationKind = "KINSHIP"
	DeclarationKindEmployment DeclarationKind = "EMPLOYMENT"
	DeclarationKindInterest   DeclarationKind = "INTEREST"
	DeclarationKindConduct    DeclarationKind = "CONDUCT"
)

// Values lists every DeclarationKind, in the order of the API.
func (DeclarationKind) Values() []string {
	return []string{
		"KINSHIP", "EMPLOYMENT", "INTEREST", "CONDUCT",
	}
}

// VoterStatus says whether a resident takes part in residents' elections.
type VoterStatus string

// The values of VoterStatus; the API describes each.
const (
	VoterStatusVoter    VoterStatus = "VOTER"
	VoterStatusNotVoter VoterStatus = "NOT_VOTER"
)

// Values lists every VoterStatus, in the order of the API.
func (VoterStatus) Values() []string {
	return []string{
		"VOTER", "NOT_VOTER",
	}
}

// UnitUse is what a unit is for.
type UnitUse string

// The values of UnitUse; the API describes each.
const (
	UnitUseDwelling UnitUse = "DWELLING"
	UnitUseShop     UnitUse = "SHOP"
	UnitUseOffice   UnitUse = "OFFICE"
	UnitUseParking  UnitUse = "PARKING"
	UnitUseStorage  UnitUse = "STORAGE"
	UnitUseOther    UnitUse = "OTHER"
)

// Values lists every UnitUse, in the order of the API.
func (UnitUse) Values() []string {
	return []string{
		"DWELLING", "SHOP", "OFFICE", "PARKING", "STORAGE", "OTHER",
	}
}
