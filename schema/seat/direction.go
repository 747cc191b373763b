package seat

import "sifang/schema"

// side is where an organization stands in the life of an estate.
type side int

const (
	elsewhere side = iota
	community      // the community's Party committee or general branch, and the residents' bodies
	estate         // the Party branch of the estate and what is below it
	owners         // the owners' bodies, also the interim one that acts for them
	property       // the property company and its project
	street         // the street office and its Party working committee
)

var sides = map[schema.OrganizationKind]side{
	schema.OrganizationKindPartyCommittee:                community,
	schema.OrganizationKindPartyGeneralBranch:            community,
	schema.OrganizationKindGrandPartyCommittee:           community,
	schema.OrganizationKindResidentsCommittee:            community,
	schema.OrganizationKindResidentsMeeting:              community,
	schema.OrganizationKindRepresentativesMeeting:        community,
	schema.OrganizationKindResidentsSupervisionCommittee: community,
	schema.OrganizationKindResidentsSubcommittee:         community,
	schema.OrganizationKindPartyBranch:                   estate,
	schema.OrganizationKindGridPartyBranch:               estate,
	schema.OrganizationKindPartyGroup:                    estate,
	schema.OrganizationKindTemporaryPartyBranch:          estate,
	schema.OrganizationKindOwnersAssembly:                owners,
	schema.OrganizationKindOwnersCommittee:               owners,
	schema.OrganizationKindOwnersSupervisionCommittee:    owners,
	schema.OrganizationKindInterimPropertyCommittee:      owners,
	schema.OrganizationKindPropertyCompany:               property,
	schema.OrganizationKindPropertyProject:               property,
	schema.OrganizationKindPartyWorkingCommittee:         street,
	schema.OrganizationKindStreetOffice:                  street,
}

type way struct{ from, to side }

var directions = map[way]schema.CrossAppointmentDirection{
	{property, community}: schema.CrossAppointmentDirectionPropertyToCommunity,
	{owners, community}:   schema.CrossAppointmentDirectionOwnersToCommunity,
	{community, property}: schema.CrossAppointmentDirectionCommunityToProperty,
	{community, owners}:   schema.CrossAppointmentDirectionCommunityToOwners,
	{estate, owners}:      schema.CrossAppointmentDirectionPartyToOwners,
	{estate, property}:    schema.CrossAppointmentDirectionPartyToProperty,
	{street, estate}:      schema.CrossAppointmentDirectionStreetToEstate,
	{street, owners}:      schema.CrossAppointmentDirectionStreetToEstate,
	{street, property}:    schema.CrossAppointmentDirectionStreetToEstate,
}

// Direction names the way from the organization in which somebody already
// sits to the one that seats them as well. It follows from the two
// organizations alone and is OTHER where no way has a name.
func Direction(from, to schema.OrganizationKind) schema.CrossAppointmentDirection {
	if direction, ok := directions[way{sides[from], sides[to]}]; ok {
		return direction
	}
	return schema.CrossAppointmentDirectionOther
}
