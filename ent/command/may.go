package command

import (
	"context"
	"slices"

	"sifang/ent"
	"sifang/ent/db/organization"
	"sifang/ent/db/organizationrelation"
	"sifang/schema"
	"sifang/schema/fault"
	"sifang/schema/ident"
	"sifang/schema/mandate"
)

// may asks the mandate. A thing that the viewer may not even see is refused as
// not found, so that a refusal never tells of its existence.
func may(ctx context.Context, tx *ent.Tx, verb string, about ident.ID, s mandate.Subject) (mandate.Grant, error) {
	grant, refused := mandate.Ask(verb, tx.Viewer, s)
	if refused == nil {
		return grant, nil
	}
	if about.IsZero() {
		return grant, refused
	}
	seen, err := tx.Sees(ctx, about)
	if err != nil {
		return grant, err
	}
	if !seen {
		return grant, fault.New(fault.NotFound, "kind", about.Kind())
	}
	return grant, refused
}

// inCommunity is the subject of what concerns a community as a whole.
func inCommunity(community *ident.ID) mandate.Subject {
	if community == nil {
		return mandate.Subject{}
	}
	return mandate.Subject{Community: *community}
}

// ofOrganization is the subject of what concerns an organization: its own
// officers may act, and those of the organizations it stands under.
func ofOrganization(ctx context.Context, tx *ent.Tx, id ident.ID) (mandate.Subject, error) {
	o, err := tx.Organization.Get(ctx, id)
	if err != nil {
		return mandate.Subject{}, err
	}
	s := inCommunity(o.CommunityID)
	s.Bodies = []ident.ID{id}
	s.Organizations, err = over(ctx, tx, id)
	return s, err
}

// over is an organization and those it stands under, by parenthood or because
// they lead or supervise it today. A relation set up in a circle ends the walk.
func over(ctx context.Context, tx *ent.Tx, id ident.ID) ([]ident.ID, error) {
	all := []ident.ID{id}
	for level := all; len(level) > 0; {
		above, err := directlyOver(ctx, tx, level)
		if err != nil {
			return nil, err
		}
		level = slices.DeleteFunc(above, func(o ident.ID) bool { return slices.Contains(all, o) })
		all = append(all, level...)
	}
	return all, nil
}

func directlyOver(ctx context.Context, tx *ent.Tx, level []ident.ID) ([]ident.ID, error) {
	var above []ident.ID
	rows, err := tx.Organization.Query().
		Where(organization.IDIn(level...), organization.ParentIDNotNil()).All(ctx)
	if err != nil {
		return nil, err
	}
	for _, o := range rows {
		above = append(above, *o.ParentID)
	}
	today := tx.Today
	standing := organizationrelation.And(organizationrelation.FromLTE(today),
		organizationrelation.Or(organizationrelation.ToIsNil(), organizationrelation.ToGT(today)))
	relations, err := tx.OrganizationRelation.Query().Where(standing, organizationrelation.Or(
		organizationrelation.And(organizationrelation.KindEQ(schema.RelationKindLedBy), organizationrelation.OrganizationIDIn(level...)),
		organizationrelation.And(organizationrelation.KindEQ(schema.RelationKindSupervises), organizationrelation.TargetIDIn(level...)),
	)).All(ctx)
	for _, r := range relations {
		if r.Kind == schema.RelationKindLedBy {
			above = append(above, r.TargetID)
		} else {
			above = append(above, r.OrganizationID)
		}
	}
	return above, err
}
