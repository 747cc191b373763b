package command

import (
	"context"

	"sifang/ent"
	"sifang/ent/db"
	"sifang/ent/db/challenge"
	dbruling "sifang/ent/db/ruling"
	"sifang/schema"
	"sifang/schema/day"
	"sifang/schema/fault"
	"sifang/schema/ident"
	"sifang/schema/mandate"
	"sifang/schema/stage"
)

// RecordRulingInput is what a court or an authority ruled on a challenge.
type RecordRulingInput struct {
	ent.Order
	ChallengeID ident.Challenge
	Outcome     schema.RulingOutcome
	Text        string
	CaseNumber  *string
	RuledOn     day.Date
	EffectFrom  *day.Date
	OverturnsID *ident.Ruling
	DocumentID  *ident.Document
}

// RecordRulingPayload names the ruling.
type RecordRulingPayload struct {
	fault.Outcome
	RulingID ident.ID
}

// RecordRuling enters a ruling on a challenge, and what it does to the
// resolution, on the days before it was entered, too.
func (d *Do) RecordRuling(ctx context.Context, in RecordRulingInput) (*RecordRulingPayload, error) {
	return work(ctx, d, "recordRuling", in, in.do)
}

// ruling is a ruling on its way into the register, with what it is about.
type ruling struct {
	RecordRulingInput
	issued
	challenge  *db.Challenge
	overturned *db.Ruling             // nil if it overturns none
	past       bool                   // that one was overturned before
	stays      []*db.ResolutionEffect // those of the challenge that last
}

func (in RecordRulingInput) do(ctx context.Context, tx *ent.Tx) (*ent.Deed[RecordRulingPayload], error) {
	r, grant, err := in.about(ctx, tx)
	if err != nil {
		return nil, err
	}
	document, err := rollProof(ctx, tx, in.DocumentID, r.resolution.CommunityID)
	if err != nil {
		return nil, err
	}
	_, wrong := stage.Resolution.Next("recordRuling", r.issued.stands, ruledBy[in.Outcome])
	if err := refuse(at(wrong, "challengeId"), r.open(), r.overturns(), r.dated(), r.lifts(),
		text("text", in.Text, textLimit), optionalText("caseNumber", in.CaseNumber, nameLimit),
		between(in.RuledOn, r.challenge.FiledOn, tx.Today, "ruledOn")); err != nil {
		return nil, err
	}
	row, err := tx.Ruling.Create().SetNillableCommunityID(r.resolution.CommunityID).SetChallengeID(r.challenge.ID).
		SetOutcome(in.Outcome).SetText(in.Text).SetNillableCaseNumber(in.CaseNumber).SetRuledOn(in.RuledOn).
		SetNillableEffectFrom(in.EffectFrom).SetNillableOverturnsID(pointer(in.OverturnsID)).
		SetNillableDocumentID(document).SetNillableRecordedByID(by(tx)).Save(ctx)
	if err != nil {
		return nil, err
	}
	if err := r.write(ctx, tx, row); err != nil {
		return nil, err
	}
	tx.Seal("text", in.Text)
	return ent.Did(RecordRulingPayload{RulingID: row.ID}, grant, row.ID, row.CommunityID, map[string]any{
		"challenge": r.challenge.ID, "resolution": r.resolution.ID, "outcome": in.Outcome, "ruledOn": in.RuledOn,
		"effectFrom": in.EffectFrom, "overturns": in.OverturnsID, "document": document,
	}), nil
}

// about locks the challenge that the input names, and before it the resolution,
// and asks the mandate.
func (in RecordRulingInput) about(ctx context.Context, tx *ent.Tx) (ruling, mandate.Grant, error) {
	r := ruling{RecordRulingInput: in}
	var grant mandate.Grant
	row, err := need(ctx, tx.Challenge.Get, in.ChallengeID.ID, "challengeId")
	if err != nil {
		return r, grant, err
	}
	if r.issued, err = lockedResolution(ctx, tx, row.ResolutionID, "challengeId"); err != nil {
		return r, grant, err
	}
	if r.challenge, err = tx.Challenge.Query().Where(challenge.ID(row.ID), ent.Update).Only(ctx); err != nil {
		return r, grant, err
	}
	subject, err := ofOrganization(ctx, tx, r.resolution.OrganizationID)
	if err != nil {
		return r, grant, err
	}
	if grant, err = may(ctx, tx, "recordRuling", row.ID, subject); err != nil {
		return r, grant, err
	}
	if in.OverturnsID != nil {
		if r.overturned, err = need(ctx, tx.Ruling.Get, in.OverturnsID.ID, "overturnsId"); err != nil {
			return r, grant, err
		}
		if err := known(ctx, tx, r.overturned.ID, "overturnsId"); err != nil {
			return r, grant, err
		}
		if r.past, err = tx.Ruling.Query().Where(dbruling.OverturnsID(r.overturned.ID)).Exist(ctx); err != nil {
			return r, grant, err
		}
	}
	r.stays, err = staysOf(ctx, tx, row.ID)
	return r, grant, err
}

// ruledBy is the condition under which the stages let each outcome change where
// the resolution stands.
var ruledBy = map[schema.RulingOutcome]stage.Guard{
	schema.RulingOutcomeStayed:        stage.StaysEffect,
	schema.RulingOutcomeStayLifted:    stage.StayLifted,
	schema.RulingOutcomeRevoked:       stage.RuledVoid,
	schema.RulingOutcomeRevokedInPart: stage.RuledVoidInPart,
	schema.RulingOutcomeOverturned:    stage.RulingOverturned,
}
