package command

import (
	"context"
	"slices"

	"sifang/ent"
	"sifang/ent/db"
	"sifang/ent/power"
	"sifang/schema"
	"sifang/schema/day"
	"sifang/schema/fault"
	"sifang/schema/ident"
	"sifang/schema/mandate"
	"sifang/schema/stage"
)

// RevokeDecisionInput is who revokes which decision, and why.
type RevokeDecisionInput struct {
	ent.Order
	ResolutionID   ident.Resolution
	OrganizationID ident.Organization
	InPart         bool
	Text           string
	Basis          *string
	DecisionID     *ident.Resolution
	IssuedOn       *day.Date
	EffectFrom     *day.Date
	DocumentID     *ident.Document
}

// RevokeDecisionPayload names the revocation.
type RevokeDecisionPayload struct {
	fault.Outcome
	OversightActionID ident.ID
}

// RevokeDecision revokes a decision, as a whole or in part: by an authority over
// owners' bodies, or by a higher body over those below it.
func (d *Do) RevokeDecision(ctx context.Context, in RevokeDecisionInput) (*RevokeDecisionPayload, error) {
	return work(ctx, d, "revokeDecision", in, in.do)
}

func (in RevokeDecisionInput) do(ctx context.Context, tx *ent.Tx) (*ent.Deed[RevokeDecisionPayload], error) {
	o, d, err := in.locked(ctx, tx)
	if err != nil {
		return nil, err
	}
	own, err := in.decision(ctx, tx)
	if err != nil {
		return nil, err
	}
	grant, err := in.mandate(ctx, tx, d.resolution, own)
	if err != nil {
		return nil, err
	}
	unlawful, err := o.under(ctx, tx, in.measure())
	if err != nil {
		return nil, err
	}
	document, err := rollProof(ctx, tx, in.DocumentID, d.resolution.CommunityID)
	if err != nil {
		return nil, err
	}
	resolved, err := in.resolved(ctx, tx, o, d.resolution, own)
	if err != nil {
		return nil, err
	}
	if err := refuse(append(in.wrong(tx, d), unlawful, resolved)...); err != nil {
		return nil, err
	}
	action, from, err := in.write(ctx, tx, d, o, document)
	if err != nil {
		return nil, err
	}
	tx.Seal("text", in.Text)
	return ent.Did(RevokeDecisionPayload{OversightActionID: action.ID}, grant, action.ID, action.CommunityID, map[string]any{
		"resolution": d.resolution.ID, "organization": o.by.ID, "kind": action.Kind, "basis": action.Basis,
		"decision": in.DecisionID, "issuedOn": action.IssuedOn, "effectFrom": from, "document": document,
	}), nil
}

// locked locks who revokes, the body whose decision it is, and the decision.
func (in RevokeDecisionInput) locked(ctx context.Context, tx *ent.Tx) (overseer, issued, error) {
	r, err := need(ctx, tx.Resolution.Get, in.ResolutionID.ID, "resolutionId")
	if err != nil {
		return overseer{}, issued{}, err
	}
	o, err := bodies(ctx, tx, in.OrganizationID.ID, r.OrganizationID, "resolutionId")
	if err != nil {
		return o, issued{}, err
	}
	d, err := seenResolution(ctx, tx, r.ID, "resolutionId")
	return o, d, err
}

// decision reads the decision by which a body revokes, if one is named.
func (in RevokeDecisionInput) decision(ctx context.Context, tx *ent.Tx) (*db.Resolution, error) {
	if in.DecisionID == nil {
		return nil, nil
	}
	if err := known(ctx, tx, in.DecisionID.ID, "decisionId"); err != nil {
		return nil, err
	}
	return need(ctx, tx.Resolution.Get, in.DecisionID.ID, "decisionId")
}

// mandate asks for the officers of who revokes. For a body that does so by a
// decision of its own, those who direct the meeting that took it act.
func (in RevokeDecisionInput) mandate(ctx context.Context, tx *ent.Tx, r, own *db.Resolution) (mandate.Grant, error) {
	subject, err := ofOrganization(ctx, tx, in.OrganizationID.ID)
	if err != nil {
		return mandate.Grant{}, err
	}
	if own != nil && own.OrganizationID == in.OrganizationID.ID {
		item, err := own.QueryAgendaItem().WithMeeting().Only(ctx)
		if err != nil {
			return mandate.Grant{}, err
		}
		directs, err := power.OfMeeting(ctx, tx.Client, tx.Today, item.Edges.Meeting)
		if err != nil {
			return mandate.Grant{}, err
		}
		subject.Organizations = append(subject.Organizations, directs.Organizations...)
	}
	return may(ctx, tx, "revokeDecision", r.ID, subject)
}

func (in RevokeDecisionInput) measure() schema.OversightKind {
	if in.InPart {
		return schema.OversightKindRevocationInPart
	}
	return schema.OversightKindRevocation
}

// resolved refuses with OWN_DECISION_NEEDED an assembly or a meeting that names no
// decision of its own that stands, and was taken when there was something to
// revoke; and a decision where none is needed.
func (in RevokeDecisionInput) resolved(ctx context.Context, tx *ent.Tx, o overseer, r, own *db.Resolution) (*fault.Fault, error) {
	switch {
	case !o.law.Resolved && own != nil && len(o.law.By) > 0:
		return fault.New(fault.FieldUnused, "kind", o.by.Kind, "field", "decisionId").At("decisionId"), nil
	case !o.law.Resolved:
		return nil, nil
	}
	needed := fault.New(fault.OwnDecisionNeeded, "by", o.by.Name).At("decisionId")
	if own == nil || own.OrganizationID != o.by.ID || own.Kind != schema.ResolutionKindDecision || own.AdoptedAt.Before(r.AdoptedAt) {
		return needed, nil
	}
	stands, err := standsToday(ctx, tx, own)
	if err != nil || stage.CarriedOut(stands) {
		return nil, err
	}
	return needed, nil
}

func (in RevokeDecisionInput) wrong(tx *ent.Tx, d issued) []*fault.Fault {
	var guards []stage.Guard
	if in.InPart {
		guards = []stage.Guard{stage.InPart}
	}
	adopted := day.Of(d.resolution.AdoptedAt)
	_, wrong := stage.Resolution.Next("revokeDecision", d.stands, guards...)
	all := []*fault.Fault{
		at(wrong, "resolutionId"),
		fits(d.resolution.Kind, []schema.ResolutionKind{schema.ResolutionKindDecision}, "resolutionId"),
		between(orToday(in.IssuedOn, tx), adopted, tx.Today, "issuedOn"),
		text("text", in.Text, textLimit), given("basis", in.Basis, reasonLimit),
	}
	if in.EffectFrom != nil {
		all = append(all, between(*in.EffectFrom, adopted, day.Date{}, "effectFrom"))
	}
	return slices.DeleteFunc(all, func(f *fault.Fault) bool { return f == nil })
}

// write enters the revocation, and what it does. It answers from when the
// decision no longer holds.
func (in RevokeDecisionInput) write(ctx context.Context, tx *ent.Tx, d issued, o overseer, document *ident.ID) (*db.OversightAction, day.Date, error) {
	from := day.Of(d.resolution.AdoptedAt)
	if in.EffectFrom != nil {
		from = *in.EffectFrom
	}
	status := schema.ResolutionStatusRevoked
	if in.InPart {
		status = schema.ResolutionStatusRevokedInPart
	}
	action, err := tx.OversightAction.Create().SetNillableCommunityID(d.resolution.CommunityID).SetKind(in.measure()).
		SetText(in.Text).SetBasis(o.basis(in.Basis)).SetIssuedOn(orToday(in.IssuedOn, tx)).SetOrganizationID(o.by.ID).
		SetTargetID(o.target.ID).SetResolutionID(d.resolution.ID).SetNillableDocumentID(document).Save(ctx)
	if err != nil {
		return nil, from, err
	}
	err = tx.ResolutionEffect.Create().SetNillableCommunityID(d.resolution.CommunityID).SetResolutionID(d.resolution.ID).
		SetStatus(status).SetFrom(from).SetOversightID(action.ID).SetNillableSupersedingID(pointer(in.DecisionID)).Exec(ctx)
	if err != nil {
		return nil, from, err
	}
	if err := d.renew(ctx, tx); err != nil || in.InPart {
		return action, from, err
	}
	return action, from, d.settled(ctx, tx, "revokeDecision", "")
}
