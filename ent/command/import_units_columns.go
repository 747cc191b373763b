package command

import "sifang/ent/intake"

// ImportColumnsInput says under which headings of its own a list has what.
type ImportColumnsInput struct {
	Building        *string
	Entrance        *string
	Number          *string
	Use             *string
	Area            *string
	AreaSource      *string
	DeliveryStatus  *string
	Owner           *string
	OwnerKind       *string
	IDSuffix        *string
	CoOwners        *string
	DesignatedVoter *string
	CountsForVoting *string
}

// columns are the headings that were given.
func (in *ImportColumnsInput) columns() intake.Mapping {
	if in == nil {
		return nil
	}
	mapping := intake.Mapping{}
	for column, heading := range map[intake.Column]*string{
		intake.Building: in.Building, intake.Entrance: in.Entrance, intake.Number: in.Number, intake.Use: in.Use,
		intake.Area: in.Area, intake.AreaSource: in.AreaSource, intake.DeliveryStatus: in.DeliveryStatus,
		intake.FirstOwner: in.Owner, intake.OwnerKind: in.OwnerKind, intake.IDSuffix: in.IDSuffix, intake.CoOwners: in.CoOwners,
		intake.DesignatedVoter: in.DesignatedVoter, intake.CountsForVoting: in.CountsForVoting,
	} {
		if heading != nil {
			mapping[column] = *heading
		}
	}
	return mapping
}
