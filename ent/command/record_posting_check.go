package command

import (
	"context"
	"time"

	"sifang/ent"
	"sifang/ent/db"
	"sifang/schema/fault"
	"sifang/schema/ident"
	"sifang/schema/mandate"
)

// RecordPostingCheckInput is that somebody looked whether a posting still hangs.
type RecordPostingCheckInput struct {
	ent.Order
	PublicationID ident.Publication
	CheckedAt     *time.Time
	CheckedByID   *ident.Person
	StillThere    bool
	Note          *string
	DocumentID    *ident.Document
}

// RecordPostingCheckPayload names the look.
type RecordPostingCheckPayload struct {
	fault.Outcome
	PostingCheckID ident.ID
}

// RecordPostingCheck enters that somebody looked whether a posting still hangs.
// One that was found gone is interrupted until it is found again.
func (d *Do) RecordPostingCheck(ctx context.Context, in RecordPostingCheckInput) (*RecordPostingCheckPayload, error) {
	return work(ctx, d, "recordPostingCheck", in, in.do)
}

func (in RecordPostingCheckInput) do(ctx context.Context, tx *ent.Tx) (*ent.Deed[RecordPostingCheckPayload], error) {
	p, err := need(ctx, tx.Publication.Get, in.PublicationID.ID, "publicationId")
	if err != nil {
		return nil, err
	}
	grant, err := in.mandated(ctx, tx, p)
	if err != nil {
		return nil, err
	}
	document, err := rollProof(ctx, tx, in.DocumentID, p.CommunityID)
	if err != nil {
		return nil, err
	}
	looked, err := in.somebody(ctx, tx)
	if err != nil {
		return nil, err
	}
	at := tx.Now
	if in.CheckedAt != nil {
		at = *in.CheckedAt
	}
	if err = refuse(in.early(p, at), in.late(tx, at), optionalText("note", in.Note, reasonLimit)); err != nil {
		return nil, err
	}
	row, err := tx.PostingCheck.Create().SetNillableCommunityID(p.CommunityID).SetPublicationID(p.ID).SetCheckedAt(at).
		SetStillThere(in.StillThere).SetNillableNote(in.Note).SetNillableCheckedByID(looked).SetNillableDocumentID(document).Save(ctx)
	if err != nil {
		return nil, err
	}
	if in.Note != nil {
		tx.Seal("note", *in.Note)
	}
	return ent.Did(RecordPostingCheckPayload{PostingCheckID: row.ID}, grant, row.ID, row.CommunityID, map[string]any{
		"publication": p.ID, "checkedAt": at.UTC(), "checkedBy": looked, "stillThere": in.StillThere, "document": document,
	}), nil
}

// mandated asks the mandate of those whose posting it is.
func (in RecordPostingCheckInput) mandated(ctx context.Context, tx *ent.Tx, p *db.Publication) (mandate.Grant, error) {
	place, err := postedBy(ctx, tx, p)
	if err != nil {
		return mandate.Grant{}, err
	}
	return place.may(ctx, tx, "recordPostingCheck", p.ID)
}

// somebody is who looked: whoever enters it, if nobody else is named.
func (in RecordPostingCheckInput) somebody(ctx context.Context, tx *ent.Tx) (*ident.ID, error) {
	if in.CheckedByID == nil {
		return by(tx), nil
	}
	who, err := seenPerson(ctx, tx, tx.Person.Get, in.CheckedByID.ID, "checkedById")
	if err != nil {
		return nil, err
	}
	return &who.ID, nil
}

// early refuses to have looked for something before it was posted.
func (in RecordPostingCheckInput) early(p *db.Publication, at time.Time) *fault.Fault {
	if !at.Before(p.PostedAt) {
		return nil
	}
	return fault.New(fault.CheckedBeforePost, "postedAt", p.PostedAt).At("checkedAt")
}

// late refuses a look that lies ahead.
func (in RecordPostingCheckInput) late(tx *ent.Tx, at time.Time) *fault.Fault {
	if !at.After(tx.Now) {
		return nil
	}
	return fault.New(fault.CheckedAhead, "at", at).At("checkedAt")
}
