package command

import (
	"context"
	"maps"

	"sifang/ent"
	"sifang/ent/db"
	"sifang/ent/db/objection"
	"sifang/schema"
	"sifang/schema/fault"
	"sifang/schema/ident"
	"sifang/schema/mandate"
)

// AnswerObjectionInput is the answer to an objection: whether it is right, what
// is said to it, and what follows.
type AnswerObjectionInput struct {
	ent.Order
	ObjectionID ident.Objection
	Upheld      bool
	Answer      string
	Remedy      schema.ObjectionRemedy
}

// AnswerObjectionPayload names the objection.
type AnswerObjectionPayload struct {
	fault.Outcome
	ObjectionID ident.ID
}

// AnswerObjection answers an objection, and does what follows from it. Nobody
// answers what they filed, or what is about themselves.
func (d *Do) AnswerObjection(ctx context.Context, in AnswerObjectionInput) (*AnswerObjectionPayload, error) {
	return work(ctx, d, "answerObjection", in, answering{in, d.second}.do)
}

// answering is an answer, with the counter that checks what follows from it.
type answering struct {
	AnswerObjectionInput
	second counter
}

func (in answering) do(ctx context.Context, tx *ent.Tx) (*ent.Deed[AnswerObjectionPayload], error) {
	row, about, grant, err := in.objection(ctx, tx)
	if err != nil {
		return nil, err
	}
	own, err := in.own(ctx, tx, row, about)
	if err != nil {
		return nil, err
	}
	if err := refuse(in.open(row), own, about.over("answerObjection"),
		about.impossible(in.Upheld, in.remedy()), text("answer", in.Answer, textLimit)); err != nil {
		return nil, err
	}
	facts, err := in.remedied(ctx, tx, about)
	if err != nil {
		return nil, err
	}
	status := schema.ObjectionStatusDismissed
	if in.Upheld {
		status = schema.ObjectionStatusUpheld
	}
	maps.Copy(facts, map[string]any{
		"vote": row.VoteID, "roll": row.RollID, "candidate": row.CandidateID, "resolution": row.ResolutionID,
		"publication": row.PublicationID, "party": row.PartyID, "status": status, "remedy": in.remedy(),
	})
	tx.Seal("answer", in.Answer)
	err = tx.Objection.UpdateOneID(row.ID).SetStatus(status).SetAnswer(in.Answer).SetAnsweredAt(tx.Now).
		SetRemedy(in.remedy()).SetNillableAnsweredByID(by(tx)).Exec(ctx)
	return ent.Did(AnswerObjectionPayload{ObjectionID: row.ID}, grant, row.ID, row.CommunityID, facts), err
}

// objection locks the objection, and before it what it is to, and asks the
// mandate of those who direct the meeting, or the organization if nothing met.
func (in AnswerObjectionInput) objection(ctx context.Context, tx *ent.Tx) (*db.Objection, contested, mandate.Grant, error) {
	var grant mandate.Grant
	row, err := need(ctx, tx.Objection.Get, in.ObjectionID.ID, "objectionId")
	if err != nil {
		return nil, contested{}, grant, err
	}
	about, err := contestedBy(ctx, tx, row)
	if err != nil {
		return nil, about, grant, err
	}
	whose := poster{organization: about.organization, meeting: about.meeting}
	if grant, err = whose.may(ctx, tx, "answerObjection", row.ID); err != nil {
		return nil, about, grant, err
	}
	row, err = tx.Objection.Query().Where(objection.ID(row.ID), ent.Update).Only(ctx)
	return row, about, grant, err
}

// open refuses to answer twice, and what needs no answer.
func (in AnswerObjectionInput) open(row *db.Objection) *fault.Fault {
	if row.Status == schema.ObjectionStatusFiled {
		return nil
	}
	return fault.New(fault.AlreadyRuled, "state", row.Status).At("objectionId")
}

// own keeps people from answering what they filed or what is about them.
func (in AnswerObjectionInput) own(ctx context.Context, tx *ent.Tx, row *db.Objection, about contested) (*fault.Fault, error) {
	theirs, err := about.isAbout(ctx, tx, tx.Viewer.Person)
	if err != nil || row.FiledByID != tx.Viewer.Person && !theirs {
		return nil, err
	}
	return fault.New(fault.OwnCase).At("objectionId"), nil
}

// remedy is what follows; nothing, if nothing is said.
func (in AnswerObjectionInput) remedy() schema.ObjectionRemedy {
	if in.Remedy == "" {
		return schema.ObjectionRemedyNone
	}
	return in.Remedy
}
