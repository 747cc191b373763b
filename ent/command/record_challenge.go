package command

import (
	"context"

	"sifang/ent"
	"sifang/ent/db"
	"sifang/ent/power"
	"sifang/ent/restdays"
	"sifang/ent/rules"
	"sifang/schema"
	"sifang/schema/day"
	"sifang/schema/fault"
	"sifang/schema/ident"
	"sifang/schema/mandate"
	"sifang/schema/stage"
)

// RecordChallengeInput is a suit or an application against a resolution. With
// Stay the resolution rests from the day of filing until it is decided.
type RecordChallengeInput struct {
	ent.Order
	ResolutionID ident.Resolution
	Kind         schema.ChallengeKind
	Authority    string
	CaseNumber   *string
	Ground       string
	FiledOn      day.Date
	Stay         *string
	ChallengerID *ident.Person
	DocumentID   *ident.Document
}

// RecordChallengePayload names the challenge.
type RecordChallengePayload struct {
	fault.Outcome
	ChallengeID ident.ID
}

// RecordChallenge enters a suit or an application against a resolution, also one
// that was filed late.
func (d *Do) RecordChallenge(ctx context.Context, in RecordChallengeInput) (*RecordChallengePayload, error) {
	return work(ctx, d, "recordChallenge", in, in.do)
}

func (in RecordChallengeInput) do(ctx context.Context, tx *ent.Tx) (*ent.Deed[RecordChallengePayload], error) {
	if in.ChallengerID != nil {
		if _, err := seenPerson(ctx, tx, lockedPerson(tx, ent.Share), in.ChallengerID.ID, "challengerId"); err != nil {
			return nil, err
		}
	}
	d, err := seenResolution(ctx, tx, in.ResolutionID.ID, "resolutionId")
	if err != nil {
		return nil, err
	}
	grant, err := in.mandate(ctx, tx, d)
	if err != nil {
		return nil, err
	}
	document, err := rollProof(ctx, tx, in.DocumentID, d.resolution.CommunityID)
	if err != nil {
		return nil, err
	}
	_, wrong := stage.Resolution.Next("recordChallenge", d.stands, in.guards()...)
	if err := refuse(append(in.words(), at(wrong, "resolutionId"),
		between(in.FiledOn, day.Of(d.resolution.AdoptedAt), tx.Today, "filedOn"))...); err != nil {
		return nil, err
	}
	late, err := in.late(ctx, tx, d.resolution)
	if err != nil {
		return nil, err
	}
	row, err := tx.Challenge.Create().SetNillableCommunityID(d.resolution.CommunityID).SetResolutionID(d.resolution.ID).
		SetKind(in.Kind).SetAuthority(in.Authority).SetNillableCaseNumber(in.CaseNumber).SetGround(in.Ground).
		SetFiledOn(in.FiledOn).SetStatus(schema.ChallengeStatusPending).SetLate(late).
		SetNillableChallengerID(pointer(in.ChallengerID)).SetNillableDocumentID(document).SetNillableRecordedByID(by(tx)).Save(ctx)
	if err != nil {
		return nil, err
	}
	if err := in.stays(ctx, tx, d, row.ID); err != nil {
		return nil, err
	}
	tx.Seal("ground", in.Ground)
	return ent.Did(RecordChallengePayload{ChallengeID: row.ID}, grant, row.ID, row.CommunityID, map[string]any{
		"resolution": d.resolution.ID, "kind": in.Kind, "filedOn": in.FiledOn, "late": late, "stays": in.Stay != nil,
		"challenger": in.ChallengerID, "document": document,
	}), nil
}

// mandate lets those whom the resolution concerns enter their own challenge, but
// not that it stays the resolution.
func (in RecordChallengeInput) mandate(ctx context.Context, tx *ent.Tx, d issued) (mandate.Grant, error) {
	subject, err := ofOrganization(ctx, tx, d.resolution.OrganizationID)
	if err != nil {
		return mandate.Grant{}, err
	}
	if in.Stay == nil && (in.ChallengerID == nil || in.ChallengerID.ID == tx.Viewer.Person) {
		concern, err := concernOf(ctx, tx.Client, d.resolution)
		if err != nil {
			return mandate.Grant{}, err
		}
		concerned, err := power.Concerned(ctx, tx.Client, tx.Today, tx.Viewer.Person, concern)
		if err != nil {
			return mandate.Grant{}, err
		}
		if concerned[0] {
			subject.Persons = []ident.ID{tx.Viewer.Person}
		}
	}
	return may(ctx, tx, "recordChallenge", d.resolution.ID, subject)
}

func (in RecordChallengeInput) guards() []stage.Guard {
	if in.Stay == nil {
		return nil
	}
	return []stage.Guard{stage.StaysEffect}
}

func (in RecordChallengeInput) words() []*fault.Fault {
	return []*fault.Fault{
		text("authority", in.Authority, nameLimit), optionalText("caseNumber", in.CaseNumber, nameLimit),
		text("ground", in.Ground, textLimit), given("stay", in.Stay, textLimit),
	}
}

// late reports whether a suit was filed after its time: one year after owners
// could know of the decision of their body, which is when it was posted. For
// other bodies, and before authorities, no law states a time.
func (in RecordChallengeInput) late(ctx context.Context, tx *ent.Tx, r *db.Resolution) (bool, error) {
	if in.Kind != schema.ChallengeKindSuit || r.PublishedAt == nil {
		return false, nil
	}
	body, err := tx.Organization.Get(ctx, r.OrganizationID)
	if err != nil {
		return false, err
	}
	chain, err := rules.For(ctx, tx.Client, r.OrganizationID, tx.Today)
	if err != nil {
		return false, err
	}
	limit, limited := chain.Challenge(body.Kind)
	if !limited {
		return false, nil
	}
	rest, err := restdays.Known(ctx, tx.Client)
	return err == nil && in.FiledOn.After(limit.LastDay(day.Of(*r.PublishedAt), rest)), err
}

// stays enters the ruling with which the challenge was taken in, if it stays the
// resolution.
func (in RecordChallengeInput) stays(ctx context.Context, tx *ent.Tx, d issued, challenge ident.ID) error {
	if in.Stay == nil {
		return nil
	}
	r, err := tx.Ruling.Create().SetNillableCommunityID(d.resolution.CommunityID).SetChallengeID(challenge).
		SetOutcome(schema.RulingOutcomeStayed).SetText(*in.Stay).SetRuledOn(in.FiledOn).SetEffectFrom(in.FiledOn).
		SetNillableRecordedByID(by(tx)).Save(ctx)
	if err != nil {
		return err
	}
	err = tx.ResolutionEffect.Create().SetNillableCommunityID(d.resolution.CommunityID).SetResolutionID(d.resolution.ID).
		SetStatus(schema.ResolutionStatusStayed).SetFrom(in.FiledOn).SetRulingID(r.ID).Exec(ctx)
	if err != nil {
		return err
	}
	return d.renew(ctx, tx)
}
