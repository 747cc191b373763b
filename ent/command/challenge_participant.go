package command

import (
	"context"

	"sifang/ent"
	"sifang/ent/db/recusal"
	"sifang/schema"
	"sifang/schema/fault"
	"sifang/schema/ident"
)

// ChallengeParticipantInput is somebody who should step aside on an item.
type ChallengeParticipantInput struct {
	ent.Order
	AgendaItemID ident.AgendaItem
	PersonID     ident.Person
	Reason       string
}

// ChallengeParticipantPayload names the recusal.
type ChallengeParticipantPayload struct {
	fault.Outcome
	RecusalID ident.ID
}

// ChallengeParticipant says that somebody has an interest in an item. Who says
// so of themselves steps aside at once; about somebody else it is ruled on.
func (d *Do) ChallengeParticipant(ctx context.Context, in ChallengeParticipantInput) (*ChallengeParticipantPayload, error) {
	return work(ctx, d, "challengeParticipant", in, in.do)
}

func (in ChallengeParticipantInput) do(ctx context.Context, tx *ent.Tx) (*ent.Deed[ChallengeParticipantPayload], error) {
	a, grant, err := asided(ctx, tx, "challengeParticipant", in.AgendaItemID)
	if err != nil {
		return nil, err
	}
	person, err := seenPerson(ctx, tx, tx.Person.Get, in.PersonID.ID, "personId")
	if err != nil {
		return nil, err
	}
	if err := refuse(at(a.wrong, "agendaItemId"), a.counted("agendaItemId"), text("reason", in.Reason, reasonLimit)); err != nil {
		return nil, err
	}
	before, err := tx.Recusal.Query().Where(recusal.AgendaItemID(a.item.ID), recusal.PersonID(person.ID)).Exist(ctx)
	if err != nil {
		return nil, err
	}
	if before {
		return nil, fault.New(fault.AlreadyExists, "kind", ident.KindRecusal).At("personId")
	}
	status := schema.RecusalStatusChallenged
	if tx.Viewer.Person == person.ID {
		status = schema.RecusalStatusDeclared
	}
	row, err := tx.Recusal.Create().SetNillableCommunityID(a.item.CommunityID).SetAgendaItemID(a.item.ID).
		SetPersonID(person.ID).SetStatus(status).SetReason(in.Reason).SetFiledAt(tx.Now).
		SetNillableFiledByID(by(tx)).Save(ctx)
	if err != nil {
		return nil, err
	}
	tx.Seal("reason", in.Reason)
	return ent.Did(ChallengeParticipantPayload{RecusalID: row.ID}, grant, row.ID, row.CommunityID, map[string]any{
		"agendaItem": a.item.ID, "person": person.ID, "status": status,
	}), nil
}
