package command

import (
	"context"

	"sifang/ent"
	"sifang/ent/library"
	"sifang/schema/fault"
	"sifang/schema/ident"
)

// RegisterDocumentInput is a file that was put into the library.
type RegisterDocumentInput struct {
	ent.Order
	Name string
	// CommunityID is the community whose registrars may read the file besides
	// whoever handed it in.
	CommunityID *ident.Area
	// Piece is what the library answered: nobody says it by themselves.
	Piece library.Piece
}

// Check refuses what is wrong about the file's name and the caller's key: what
// can be known before there are any bytes.
func (in RegisterDocumentInput) Check() error {
	return refuse(ent.CheckKey(in.RequestID), text("name", in.Name, nameLimit))
}

// RegisterDocumentPayload names the document.
type RegisterDocumentPayload struct {
	fault.Outcome
	DocumentID ident.ID
}

// RegisterDocument enters a file in the register, so that other verbs can name
// it. It is no verb of the API: files come in over a path of their own, which
// puts the bytes into the library and then does this.
//
// The same bytes may be handed in again, by others or under another name; each
// time is a document of its own.
func (d *Do) RegisterDocument(ctx context.Context, in RegisterDocumentInput) (*RegisterDocumentPayload, error) {
	return work(ctx, d, "registerDocument", in, in.do)
}

func (in RegisterDocumentInput) do(ctx context.Context, tx *ent.Tx) (*ent.Deed[RegisterDocumentPayload], error) {
	var community *ident.ID
	var wrong *fault.Fault
	if in.CommunityID != nil {
		area, err := need(ctx, tx.Area.Get, in.CommunityID.ID, "communityId")
		if err != nil {
			return nil, err
		}
		community, wrong = area.CommunityID, fits(area.Kind, communities, "communityId")
	}
	grant, err := may(ctx, tx, "registerDocument", ident.Nil, inCommunity(community))
	if err != nil {
		return nil, err
	}
	if err := refuse(text("name", in.Name, nameLimit), wrong); err != nil {
		return nil, err
	}
	create := tx.Document.Create().SetNillableCommunityID(community).SetName(in.Name).SetMediaType(in.Piece.MediaType).
		SetSize(int(in.Piece.Size)).SetSha256(in.Piece.SHA256).SetUploadedAt(tx.Now)
	if !tx.Viewer.Person.IsZero() {
		create.SetUploadedByID(tx.Viewer.Person)
	}
	row, err := create.Save(ctx)
	if err != nil {
		return nil, err
	}
	// What people call their files may name others.
	tx.Seal("name", in.Name)
	return ent.Did(RegisterDocumentPayload{DocumentID: row.ID}, grant, row.ID, community, map[string]any{
		"sha256": row.Sha256, "size": row.Size, "mediaType": row.MediaType,
	}), nil
}
