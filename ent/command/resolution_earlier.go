package command

import (
	"context"

	"sifang/ent"
	"sifang/ent/db"
	"sifang/ent/db/resolution"
	"sifang/schema"
	"sifang/schema/day"
	"sifang/schema/fault"
	"sifang/schema/ident"
	"sifang/schema/stage"
)

// deciding refuses what only a decision can do: take the place of another one,
// change it, or wait for a condition.
func (in IssueResolutionInput) deciding(kind schema.ResolutionKind) *fault.Fault {
	if kind == schema.ResolutionKindDecision {
		if in.SupersedesID != nil && in.AmendsID != nil {
			return fault.New(fault.OneOfNeeded, "fields", "supersedesId, amendsId").At("amendsId")
		}
		return nil
	}
	for _, one := range []struct {
		field string
		given bool
	}{{"supersedesId", in.SupersedesID != nil}, {"amendsId", in.AmendsID != nil}, {"condition", in.Condition != nil}} {
		if one.given {
			return fault.New(fault.FieldUnused, "kind", kind, "field", one.field).At(one.field)
		}
	}
	return nil
}

// earlier locks the decision that this one replaces or changes. It refuses with
// NOT_ITS_OWN what is no decision of the same body, and with WRONG_STATE what
// holds no longer.
func (in IssueResolutionInput) earlier(ctx context.Context, tx *ent.Tx, body *db.Organization) error {
	id, field := in.SupersedesID, "supersedesId"
	if id == nil {
		id, field = in.AmendsID, "amendsId"
	}
	if id == nil {
		return nil
	}
	r, err := need(ctx, func(ctx context.Context, id ident.ID) (*db.Resolution, error) {
		return tx.Resolution.Query().Where(resolution.ID(id), ent.Update).WithOrganization().Only(ctx)
	}, id.ID, field)
	if err != nil {
		return err
	}
	if r.OrganizationID != body.ID || r.Kind != schema.ResolutionKindDecision {
		return fault.New(fault.NotItsOwn, "body", r.Edges.Organization.Name, "kind", r.Kind).At(field)
	}
	stands, err := standsToday(ctx, tx, r)
	if err != nil {
		return err
	}
	_, wrong := stage.Resolution.Next("issueResolution", stands)
	return refuse(at(wrong, field))
}

// waits keeps a decision from taking effect until its condition came about.
func (in IssueResolutionInput) waits(ctx context.Context, tx *ent.Tx, r *db.Resolution) error {
	if in.Condition == nil {
		return nil
	}
	return tx.ResolutionEffect.Create().SetNillableCommunityID(r.CommunityID).SetResolutionID(r.ID).
		SetStatus(schema.ResolutionStatusPublished).SetFrom(day.Of(r.AdoptedAt)).Exec(ctx)
}
