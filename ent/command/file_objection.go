package command

import (
	"context"
	"maps"

	"sifang/ent"
	"sifang/ent/db"
	"sifang/ent/db/objection"
	"sifang/schema"
	"sifang/schema/day"
	"sifang/schema/fault"
	"sifang/schema/ident"
)

// FileObjectionInput is what somebody objects to, and why: to what a vote came
// to, to a roll, to a candidate, to a resolution, or to anything else that was
// posted. With a party it is the answer of one that was absent from the vote.
type FileObjectionInput struct {
	ent.Order
	VoteID        *ident.Vote
	RollID        *ident.Roll
	CandidateID   *ident.Candidate
	ResolutionID  *ident.Resolution
	PublicationID *ident.Publication
	PartyID       *ident.LinkageParty
	Text          string
}

// FileObjectionPayload names the objection.
type FileObjectionPayload struct {
	fault.Outcome
	ObjectionID ident.ID
}

// FileObjection takes an objection in. One that comes late is taken in and
// answered like any other, and marked as late. That of an absent party, within
// the time that the rule gives it, needs no answer: the vote is judged with it.
func (d *Do) FileObjection(ctx context.Context, in FileObjectionInput) (*FileObjectionPayload, error) {
	return work(ctx, d, "fileObjection", in, objecting{in, d.second}.do)
}

// objecting is an objection on its way in, with the counter that checks what
// follows from it.
type objecting struct {
	FileObjectionInput
	second counter
}

func (in objecting) do(ctx context.Context, tx *ent.Tx) (*ent.Deed[FileObjectionPayload], error) {
	if err := refuse(in.oneThing(), in.partyless()); err != nil {
		return nil, err
	}
	about, err := in.contested(ctx, tx)
	if err != nil {
		return nil, err
	}
	party, grant, err := in.entitled(ctx, tx, about)
	if err != nil {
		return nil, err
	}
	took, err := in.tookPart(ctx, tx, about)
	if err != nil {
		return nil, err
	}
	if err := refuse(about.over("fileObjection"), about.gone(), about.elsewhere(), party, took, text("text", in.Text, textLimit)); err != nil {
		return nil, err
	}
	laws, err := about.laws(ctx, tx)
	if err != nil {
		return nil, err
	}
	late, err := in.late(ctx, tx, about, laws)
	if err != nil {
		return nil, err
	}
	status := schema.ObjectionStatusFiled
	reply := in.PartyID != nil && !late
	if reply {
		status = schema.ObjectionStatusAccepted
	}
	var due *day.Date
	if !reply {
		if due, err = answerDue(ctx, tx, laws); err != nil {
			return nil, err
		}
	}
	row, err := in.row(tx, about).SetStatus(status).SetLate(late).SetNillableAnswerDueOn(due).Save(ctx)
	if err != nil {
		return nil, err
	}
	facts := map[string]any{
		"vote": in.VoteID, "roll": in.RollID, "candidate": in.CandidateID, "resolution": in.ResolutionID,
		"publication": in.PublicationID, "party": in.PartyID, "late": late, "answerDueOn": due,
	}
	if reply {
		told, err := in.second.rejudge(ctx, tx, about.vote)
		if err != nil {
			return nil, err
		}
		maps.Copy(facts, told)
	}
	tx.Seal("text", in.Text)
	return ent.Did(FileObjectionPayload{ObjectionID: row.ID}, grant, row.ID, row.CommunityID, facts), nil
}

// row is the objection, which the verb completes with where it stands.
func (in FileObjectionInput) row(tx *ent.Tx, about contested) *db.ObjectionCreate {
	return tx.Objection.Create().SetNillableCommunityID(about.community).SetText(in.Text).SetFiledAt(tx.Now).
		SetFiledByID(tx.Viewer.Person).SetNillableVoteID(pointer(in.VoteID)).SetNillableRollID(pointer(in.RollID)).
		SetNillableCandidateID(pointer(in.CandidateID)).SetNillableResolutionID(pointer(in.ResolutionID)).
		SetNillablePublicationID(pointer(in.PublicationID)).SetNillablePartyID(pointer(in.PartyID))
}

// oneThing refuses an objection to nothing, or to several things.
func (in FileObjectionInput) oneThing() *fault.Fault {
	if oneOf(in.VoteID != nil, in.RollID != nil, in.CandidateID != nil, in.ResolutionID != nil, in.PublicationID != nil) {
		return nil
	}
	return fault.New(fault.OneOfNeeded, "fields", "voteId, rollId, candidateId, resolutionId, publicationId").At("voteId")
}

// partyless refuses a party that objects to anything but a vote.
func (in FileObjectionInput) partyless() *fault.Fault {
	kind := ident.KindRoll
	switch {
	case in.PartyID == nil, in.VoteID != nil:
		return nil
	case in.CandidateID != nil:
		kind = ident.KindCandidate
	case in.ResolutionID != nil:
		kind = ident.KindResolution
	case in.PublicationID != nil:
		kind = ident.KindPublication
	}
	return fault.New(fault.FieldUnused, "kind", kind, "field", "partyId").At("partyId")
}

// tookPart refuses as absent a party that voted (PARTY_NOT_ABSENT), or that has
// answered already (ALREADY_EXISTS).
func (in FileObjectionInput) tookPart(ctx context.Context, tx *ent.Tx, about contested) (*fault.Fault, error) {
	if in.PartyID == nil {
		return nil, nil
	}
	position, err := about.position(ctx, tx, in.PartyID.ID)
	if err != nil {
		return nil, err
	}
	if position != "" && position != schema.PartyPositionAbsent {
		return fault.New(fault.PartyNotAbsent, "position", position).At("partyId"), nil
	}
	before, err := tx.Objection.Query().Where(objection.VoteID(in.VoteID.ID), objection.PartyID(in.PartyID.ID),
		objection.StatusNEQ(schema.ObjectionStatusWithdrawn)).Exist(ctx)
	if err != nil || !before {
		return nil, err
	}
	return fault.New(fault.AlreadyExists, "kind", ident.KindObjection).At("partyId"), nil
}
