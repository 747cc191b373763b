package command

import (
	"context"

	"sifang/ent"
	"sifang/ent/db"
	"sifang/ent/db/objection"
	"sifang/ent/db/predicate"
	"sifang/ent/db/publication"
	"sifang/ent/db/resolutioneffect"
	"sifang/schema"
	"sifang/schema/ident"
	"sifang/schema/stage"
)

// correctionOwed is the condition that something has to be posted again: an
// objection to a posting of it, or to the resolution itself, was upheld with the
// remedy of a correction since it was last posted.
func correctionOwed(ctx context.Context, tx *ent.Tx, such predicate.Publication, resolution *ident.ID) ([]stage.Guard, error) {
	last, err := tx.Publication.Query().Where(such).Order(db.Desc(publication.FieldPostedAt)).First(ctx)
	if db.IsNotFound(err) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	about := objection.HasPublicationWith(such)
	if resolution != nil {
		about = objection.Or(about, objection.ResolutionID(*resolution))
	}
	owed, err := tx.Objection.Query().Where(about, objection.StatusEQ(schema.ObjectionStatusUpheld),
		objection.RemedyEQ(schema.ObjectionRemedyCorrection), objection.AnsweredAtGTE(last.PostedAt)).Exist(ctx)
	if err != nil || !owed {
		return nil, err
	}
	return []stage.Guard{stage.CorrectionOwed}, nil
}

// effectChanged is the condition that a resolution was stayed, revoked, replaced
// or brought back since that was last posted.
func effectChanged(ctx context.Context, tx *ent.Tx, r *db.Resolution) ([]stage.Guard, error) {
	last, err := tx.Publication.Query().Where(publication.ResolutionID(r.ID)).Order(db.Desc(publication.FieldPostedAt)).First(ctx)
	if db.IsNotFound(err) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	changed, err := tx.ResolutionEffect.Query().Where(resolutioneffect.ResolutionID(r.ID),
		resolutioneffect.RecordedAtGTE(last.PostedAt)).Exist(ctx)
	if err != nil || !changed {
		return nil, err
	}
	return []stage.Guard{stage.EffectChanged}, nil
}
