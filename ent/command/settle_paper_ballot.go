package command

import (
	"context"

	"sifang/ent"
	"sifang/ent/db"
	"sifang/ent/db/paperballot"
	"sifang/schema"
	"sifang/schema/fault"
	"sifang/schema/ident"
)

// SettlePaperBallotInput is what a paper says that two persons read differently.
type SettlePaperBallotInput struct {
	ent.Order
	PaperBallotID ident.PaperBallot
	Ballots       []PaperAnswerInput
}

// SettlePaperBallotPayload names the paper, and the ballots cast.
type SettlePaperBallotPayload struct {
	fault.Outcome
	PaperBallotID ident.ID
	BallotIDs     []ident.ID
}

// SettlePaperBallot says what a paper says that two persons read differently. It
// takes a third one, and casts its ballots. A vote that is closed already is judged
// anew with them.
func (d *Do) SettlePaperBallot(ctx context.Context, in SettlePaperBallotInput) (*SettlePaperBallotPayload, error) {
	return work(ctx, d, "settlePaperBallot", in, settlingPaper{in, d.second}.do)
}

// settlingPaper is what a paper says, with the counter that checks the verdict.
type settlingPaper struct {
	SettlePaperBallotInput
	second counter
}

func (in settlingPaper) do(ctx context.Context, tx *ent.Tx) (*ent.Deed[SettlePaperBallotPayload], error) {
	// Whose paper it is never changes, so it may be read before it is locked.
	p, err := need(ctx, tx.PaperBallot.Get, in.PaperBallotID.ID, "paperBallotId")
	if err != nil {
		return nil, err
	}
	m, grant, err := papered(ctx, tx, "settlePaperBallot", p.ID, p.MeetingID, "paperBallotId")
	if err != nil {
		return nil, err
	}
	if p, err = tx.PaperBallot.Query().Where(paperballot.ID(p.ID), ent.Update).Only(ctx); err != nil {
		return nil, err
	}
	if err := refuse(third(p, tx.Viewer.Person)); err != nil {
		return nil, err
	}
	h, err := in.handedIn(ctx, tx, m, p)
	if err != nil {
		return nil, err
	}
	if err := h.check(in.Ballots).Err(); err != nil {
		return nil, err
	}
	read := readingOf(in.Ballots)
	text, err := read.text()
	if err != nil {
		return nil, err
	}
	cast := h.cast(tx, p.ID, read)
	if err := h.box.write(ctx, tx); err != nil {
		return nil, err
	}
	judged, err := in.second.rejudged(ctx, tx, cast)
	if err != nil {
		return nil, err
	}
	if err := tx.PaperBallot.UpdateOneID(p.ID).SetStatus(schema.PaperBallotStatusSettled).SetSettlement(text).
		SetSettledAt(tx.Now).SetNillableSettledByID(somebodyOf(tx)).Exec(ctx); err != nil {
		return nil, err
	}
	payload := SettlePaperBallotPayload{PaperBallotID: p.ID}
	for _, one := range cast {
		payload.BallotIDs = append(payload.BallotIDs, one.ID)
	}
	tx.Seal("reading", string(text))
	facts := map[string]any{
		"meeting": m.ID, "number": p.Number, "status": schema.PaperBallotStatusSettled, "ballots": told(cast),
	}
	if len(judged) > 0 {
		facts["judged"] = judged
	}
	return ent.Did(payload, grant, p.ID, m.CommunityID, facts), nil
}

// third refuses to settle what is not disputed, and one of the two who read it.
func third(p *db.PaperBallot, who ident.ID) *fault.Fault {
	if p.Status != schema.PaperBallotStatusMismatched {
		return fault.New(fault.WrongState, "verb", "settlePaperBallot", "state", p.Status,
			"allowed", schema.PaperBallotStatusMismatched).At("paperBallotId")
	}
	for _, reader := range []*ident.ID{p.EnteredByID, p.CheckedByID} {
		if reader != nil && *reader == who {
			return fault.New(fault.SamePerson).At("paperBallotId")
		}
	}
	return nil
}

// handedIn is the paper as it was entered first.
func (in SettlePaperBallotInput) handedIn(ctx context.Context, tx *ent.Tx, m *db.Meeting, p *db.PaperBallot) (*handedIn, error) {
	e, err := onTheRoll(ctx, tx, m, p.EntryID, "paperBallotId")
	if err != nil {
		return nil, err
	}
	h := &handedIn{
		meeting: m, entry: e, at: p.ReceivedAt, verb: "settlePaperBallot", casts: true,
		hand: hand{person: p.PersonID, channel: schema.BallotChannelPaper},
	}
	if p.AgentID != nil {
		h.hand.agent = *p.AgentID
	}
	return h, h.open(ctx, tx, in.Ballots)
}
