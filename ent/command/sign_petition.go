package command

import (
	"context"

	"sifang/ent"
	"sifang/ent/db"
	"sifang/ent/db/signature"
	"sifang/ent/power"
	"sifang/schema/fault"
	"sifang/schema/ident"
	"sifang/schema/mandate"
	"sifang/schema/stage"
)

// SignPetitionInput is a petition to be signed, and by whom.
type SignPetitionInput struct {
	ent.Order
	ProposalID ident.Proposal
	PersonID   *ident.Person
	DocumentID *ident.Document
}

// SignPetitionPayload names the signature.
type SignPetitionPayload struct {
	fault.Outcome
	SignatureID ident.ID
}

// SignPetition signs the petition for a proposal. Everybody signs in their own
// name; what was signed on paper is entered by those who take proposals up, with
// the paper.
func (d *Do) SignPetition(ctx context.Context, in SignPetitionInput) (*SignPetitionPayload, error) {
	return work(ctx, d, "signPetition", in, in.do)
}

func (in SignPetitionInput) do(ctx context.Context, tx *ent.Tx) (*ent.Deed[SignPetitionPayload], error) {
	who, err := oneself(ctx, tx, in.PersonID)
	if err != nil {
		return nil, err
	}
	p, err := need(ctx, lockedProposal(tx, ent.Update), in.ProposalID.ID, "proposalId")
	if err != nil {
		return nil, err
	}
	grant, err := in.mandated(ctx, tx, p, who)
	if err != nil {
		return nil, err
	}
	if err := known(ctx, tx, p.ID, "proposalId"); err != nil {
		return nil, err
	}
	paper, err := rollProof(ctx, tx, in.DocumentID, p.CommunityID)
	if err != nil {
		return nil, err
	}
	_, wrong := stage.Proposal.Next("signPetition", p.Status)
	if err := refuse(at(wrong, "proposalId"), in.shown(tx, who)); err != nil {
		return nil, err
	}
	if err := in.once(ctx, tx, p, who); err != nil {
		return nil, err
	}
	create := tx.Signature.Create().SetNillableCommunityID(p.CommunityID).SetSignedAt(tx.Now).SetProposalID(p.ID).
		SetPersonID(who).SetNillableDocumentID(paper)
	if who != tx.Viewer.Person && !tx.Viewer.Person.IsZero() {
		create.SetRecordedByID(tx.Viewer.Person)
	}
	row, err := create.Save(ctx)
	if err != nil {
		return nil, err
	}
	tx.Seal("person", who.String())
	return ent.Did(SignPetitionPayload{SignatureID: row.ID}, grant, row.ID, p.CommunityID, map[string]any{
		"proposal": p.ID, "document": in.DocumentID,
	}), nil
}

// mandated asks the mandate: of whoever signs, if they belong to the community,
// and of those who take proposals up.
func (in SignPetitionInput) mandated(ctx context.Context, tx *ent.Tx, p *db.Proposal, who ident.ID) (mandate.Grant, error) {
	var none mandate.Grant
	subject, err := takingUp(ctx, tx, p)
	if err != nil {
		return none, err
	}
	belongs, err := power.Belongs(ctx, tx.Client, tx.Today, who, p.CommunityID)
	if err != nil {
		return none, err
	}
	if belongs {
		subject.Persons = []ident.ID{who}
	}
	return may(ctx, tx, "signPetition", p.ID, subject)
}

// shown refuses a signature entered for somebody else without the paper that
// shows it.
func (in SignPetitionInput) shown(tx *ent.Tx, who ident.ID) *fault.Fault {
	if in.DocumentID != nil || who == tx.Viewer.Person {
		return nil
	}
	return fault.New(fault.SignaturePaperNeeded).At("documentId")
}

// once refuses somebody who has signed already.
func (in SignPetitionInput) once(ctx context.Context, tx *ent.Tx, p *db.Proposal, who ident.ID) error {
	signed, err := tx.Signature.Query().Where(signature.ProposalID(p.ID), signature.PersonID(who)).Exist(ctx)
	if err != nil || !signed {
		return err
	}
	return fault.New(fault.AlreadyExists, "kind", ident.KindSignature).At("personId")
}
