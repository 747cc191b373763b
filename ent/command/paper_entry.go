package command

import (
	"context"

	"sifang/ent"
	"sifang/ent/db"
	"sifang/schema"
	"sifang/schema/ident"
)

// paperEntry is one reading of a paper, on its way into the register.
type paperEntry struct {
	EnterPaperBallotInput
	handed   *handedIn
	document *ident.ID // the scan that is kept
	counter  counter   // checks the verdicts of votes that are closed already
	id       ident.ID
	cast     []*lodged
	judged   []any // what the record tells of these verdicts
}

// first writes what the first person read.
func (p *paperEntry) first(ctx context.Context, tx *ent.Tx) error {
	text, err := readingOf(p.Ballots).text()
	if err != nil {
		return err
	}
	p.id = ident.New(ident.KindPaperBallot, tx.Now)
	tx.Seal("reading", string(text))
	return tx.PaperBallot.Create().SetID(p.id).SetNillableCommunityID(p.handed.meeting.CommunityID).SetNumber(p.Number).
		SetStatus(schema.PaperBallotStatusEntered).SetReceivedAt(p.ReceivedAt).SetEnteredAt(tx.Now).SetFirst(text).
		SetMeetingID(p.handed.meeting.ID).SetEntryID(p.EntryID.ID).SetPersonID(p.PersonID.ID).
		SetNillableAgentID(pointer(p.AgentID)).SetNillableCourierID(pointer(p.CourierID)).SetNillableDocumentID(p.document).
		SetNillableEnteredByID(somebodyOf(tx)).Exec(ctx)
}

// second writes what the second person read, and casts the ballots if it is the
// same.
func (p *paperEntry) second(ctx context.Context, tx *ent.Tx, before *db.PaperBallot) (schema.PaperBallotStatus, error) {
	read := readingOf(p.Ballots)
	text, err := read.text()
	if err != nil {
		return "", err
	}
	p.id = before.ID
	p.document = before.DocumentID
	tx.Seal("reading", string(text))
	same, err := read.agrees(before.First)
	if err != nil {
		return "", err
	}
	status := schema.PaperBallotStatusMismatched
	if same {
		status = schema.PaperBallotStatusMatched
		p.cast = p.handed.cast(tx, p.id, read)
		if err := p.handed.box.write(ctx, tx); err != nil {
			return status, err
		}
		if p.judged, err = p.counter.rejudged(ctx, tx, p.cast); err != nil {
			return status, err
		}
	}
	return status, tx.PaperBallot.UpdateOneID(p.id).SetStatus(status).SetSecond(text).SetCheckedAt(tx.Now).
		SetNillableCheckedByID(somebodyOf(tx)).Exec(ctx)
}

// somebodyOf is the person who does it, nil for the operator.
func somebodyOf(tx *ent.Tx) *ident.ID {
	if tx.Viewer.Person.IsZero() {
		return nil
	}
	return &tx.Viewer.Person
}

// told is what is answered, and what the record tells.
func (p *paperEntry) told(status schema.PaperBallotStatus) (EnterPaperBallotPayload, map[string]any) {
	payload := EnterPaperBallotPayload{PaperBallotID: p.id}
	for _, one := range p.cast {
		payload.BallotIDs = append(payload.BallotIDs, one.ID)
	}
	facts := map[string]any{
		"meeting": p.MeetingID, "number": p.Number, "status": status, "entry": p.EntryID, "voter": p.PersonID, "agent": p.AgentID,
		"courier": p.CourierID, "receivedAt": p.ReceivedAt.UTC(), "document": p.document, "ballots": told(p.cast),
	}
	if len(p.judged) > 0 {
		facts["judged"] = p.judged
	}
	return payload, facts
}
