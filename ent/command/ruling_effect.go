package command

import (
	"context"

	"sifang/ent"
	"sifang/ent/db"
	"sifang/ent/db/resolutioneffect"
	dbruling "sifang/ent/db/ruling"
	"sifang/schema"
	"sifang/schema/day"
	"sifang/schema/ident"
	"sifang/schema/stage"
)

// staysOf are the stays of a challenge that last.
func staysOf(ctx context.Context, tx *ent.Tx, challenge ident.ID) ([]*db.ResolutionEffect, error) {
	return tx.ResolutionEffect.Query().Where(resolutioneffect.StatusEQ(schema.ResolutionStatusStayed),
		resolutioneffect.ToIsNil(), resolutioneffect.HasRulingWith(dbruling.ChallengeID(challenge))).
		Order(db.Asc(resolutioneffect.FieldID)).All(ctx)
}

// write writes what the ruling does: to the challenge, to the stays that it ends,
// to the ruling that it overturns, and to the resolution.
func (r ruling) write(ctx context.Context, tx *ent.Tx, row *db.Ruling) error {
	if status := r.decided(); status != r.challenge.Status {
		if err := tx.Challenge.UpdateOneID(r.challenge.ID).SetStatus(status).Exec(ctx); err != nil {
			return err
		}
	}
	if err := r.unstay(ctx, tx); err != nil {
		return err
	}
	if err := r.overturn(ctx, tx); err != nil {
		return err
	}
	if status, from, befalls := r.befalls(); befalls {
		err := tx.ResolutionEffect.Create().SetNillableCommunityID(r.resolution.CommunityID).
			SetResolutionID(r.resolution.ID).SetStatus(status).SetFrom(from).SetRulingID(row.ID).Exec(ctx)
		if err != nil {
			return err
		}
	}
	if err := r.renew(ctx, tx); err != nil {
		return err
	}
	return r.proposalAfter(ctx, tx)
}

// decided is where the challenge stands after the ruling.
func (r ruling) decided() schema.ChallengeStatus {
	switch r.Outcome {
	case schema.RulingOutcomeStayed, schema.RulingOutcomeStayLifted:
		return r.challenge.Status
	case schema.RulingOutcomeWithdrawn:
		return schema.ChallengeStatusWithdrawn
	default:
		return schema.ChallengeStatusDecided
	}
}

// unstay ends the stays of the challenge: on the day on which they are lifted, or
// on which it is decided.
func (r ruling) unstay(ctx context.Context, tx *ent.Tx) error {
	last := r.RuledOn
	switch {
	case r.Outcome == schema.RulingOutcomeStayed:
		return nil
	case r.Outcome == schema.RulingOutcomeStayLifted && r.EffectFrom != nil:
		last = *r.EffectFrom
	}
	for _, stay := range r.stays {
		if err := tx.ResolutionEffect.UpdateOneID(stay.ID).SetTo(day.Latest(stay.From, last)).Exec(ctx); err != nil {
			return err
		}
	}
	return nil
}

// overturn ends what the overturned ruling did. It never did anything, unless the
// ruling that overturns it says from when.
func (r ruling) overturn(ctx context.Context, tx *ent.Tx) error {
	if r.overturned == nil {
		return nil
	}
	rows, err := tx.ResolutionEffect.Query().Where(resolutioneffect.RulingID(r.overturned.ID)).All(ctx)
	if err != nil {
		return err
	}
	for _, row := range rows {
		to := row.From
		if r.Outcome == schema.RulingOutcomeOverturned && r.EffectFrom != nil {
			to = day.Latest(row.From, *r.EffectFrom)
		}
		if err := tx.ResolutionEffect.UpdateOneID(row.ID).SetTo(to).Exec(ctx); err != nil {
			return err
		}
	}
	return nil
}

// befalls is what the ruling does to the resolution, and from when: what is struck
// down never held (Civil Code art. 155), unless the ruling says since when.
func (r ruling) befalls() (schema.ResolutionStatus, day.Date, bool) {
	status, from := schema.ResolutionStatusStayed, r.RuledOn
	switch r.Outcome {
	case schema.RulingOutcomeStayed:
	case schema.RulingOutcomeRevoked:
		status, from = schema.ResolutionStatusRevoked, day.Of(r.resolution.AdoptedAt)
	case schema.RulingOutcomeRevokedInPart:
		status, from = schema.ResolutionStatusRevokedInPart, day.Of(r.resolution.AdoptedAt)
	default:
		return "", from, false
	}
	if r.EffectFrom != nil {
		from = *r.EffectFrom
	}
	return status, from, true
}

// proposalAfter sends the proposal back to be decided anew if the resolution
// fell, and takes that back if it no longer does.
func (r ruling) proposalAfter(ctx context.Context, tx *ent.Tx) error {
	facts, err := factsOf(ctx, tx, r.resolution)
	if err != nil {
		return err
	}
	if _, fell := facts.Falls(); fell {
		return r.settled(ctx, tx, "recordRuling", stage.RuledVoid)
	}
	if r.overturned != nil && r.overturned.Outcome == schema.RulingOutcomeRevoked {
		return r.settled(ctx, tx, "recordRuling", stage.RulingOverturned)
	}
	return nil
}
