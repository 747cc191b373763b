package command

import (
	"context"

	"sifang/ent"
	"sifang/ent/power"
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
func inCommunity(community *ident.ID) mandate.Subject { return power.InCommunity(community) }

// ofOrganization is the subject of what concerns an organization: its own
// officers may act, and those of the organizations it stands under today.
func ofOrganization(ctx context.Context, tx *ent.Tx, id ident.ID) (mandate.Subject, error) {
	return power.OfOrganization(ctx, tx.Client, tx.Today, id)
}

// mayDirect asks the mandate about what concerns an organization.
func mayDirect(ctx context.Context, tx *ent.Tx, verb string, organization ident.ID) (mandate.Grant, error) {
	subject, err := ofOrganization(ctx, tx, organization)
	if err != nil {
		return mandate.Grant{}, err
	}
	return may(ctx, tx, verb, organization, subject)
}

// over is an organization and those it stands under today.
func over(ctx context.Context, tx *ent.Tx, id ident.ID) ([]ident.ID, error) {
	return power.Over(ctx, tx.Client, tx.Today, id)
}
