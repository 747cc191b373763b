package command

import (
	"context"
	"strings"
	"time"

	"sifang/ent"
	"sifang/ent/db"
	"sifang/schema"
	"sifang/schema/fault"
	"sifang/schema/ident"
)

// EnterPaperBallotInput is a paper as somebody read it.
type EnterPaperBallotInput struct {
	ent.Order
	MeetingID  ident.Meeting
	Number     string
	EntryID    ident.RollEntry
	PersonID   ident.Person
	AgentID    *ident.Person
	CourierID  *ident.Person
	ReceivedAt time.Time
	DocumentID *ident.Document
	Ballots    []PaperAnswerInput
}

// EnterPaperBallotPayload names the paper and, once two persons read the same,
// the ballots cast.
type EnterPaperBallotPayload struct {
	fault.Outcome
	PaperBallotID ident.ID
	BallotIDs     []ident.ID
}

// numberLimit is the greatest length of the number printed on a paper.
const numberLimit = 50

// EnterPaperBallot enters a paper. Two persons do it, each without seeing what
// the other one read: if they read the same its ballots are cast, otherwise it
// waits for a third person. Who collected the paper has no weight in it. A vote
// that is closed already is judged anew with its ballots.
func (d *Do) EnterPaperBallot(ctx context.Context, in EnterPaperBallotInput) (*EnterPaperBallotPayload, error) {
	return work(ctx, d, "enterPaperBallot", in, enteringPaper{in, d.second}.do)
}

// enteringPaper is a paper to be entered, with the counter that checks the
// verdict.
type enteringPaper struct {
	EnterPaperBallotInput
	second counter
}

func (in enteringPaper) do(ctx context.Context, tx *ent.Tx) (*ent.Deed[EnterPaperBallotPayload], error) {
	in.Number = strings.TrimSpace(in.Number)
	m, grant, err := papered(ctx, tx, "enterPaperBallot", in.MeetingID.ID, in.MeetingID.ID, "meetingId")
	if err != nil {
		return nil, err
	}
	before, err := lockedPaper(ctx, tx, m.ID, in.Number)
	if err != nil {
		return nil, err
	}
	document, err := rollProof(ctx, tx, in.DocumentID, m.CommunityID)
	if err != nil {
		return nil, err
	}
	h, err := in.handedIn(ctx, tx, m, before != nil)
	if err != nil {
		return nil, err
	}
	faults := append(h.check(in.Ballots), in.numbered(tx)...)
	if before != nil {
		faults = append(faults, in.again(before, tx.Viewer.Person)...)
	}
	if err := faults.Err(); err != nil {
		return nil, err
	}
	p := paperEntry{EnterPaperBallotInput: in.EnterPaperBallotInput, handed: h, document: document, counter: in.second}
	status := schema.PaperBallotStatusEntered
	if before == nil {
		err = p.first(ctx, tx)
	} else {
		status, err = p.second(ctx, tx, before)
	}
	if err != nil {
		return nil, err
	}
	payload, facts := p.told(status)
	return ent.Did(payload, grant, p.id, m.CommunityID, facts), nil
}

// handedIn reads the place on the roll and the people that the paper names, whose
// ballots are cast or not.
func (in EnterPaperBallotInput) handedIn(ctx context.Context, tx *ent.Tx, m *db.Meeting, casts bool) (*handedIn, error) {
	e, err := onTheRoll(ctx, tx, m, in.EntryID.ID, "entryId")
	if err != nil {
		return nil, err
	}
	if _, err := need(ctx, tx.Person.Get, in.PersonID.ID, "personId"); err != nil {
		return nil, err
	}
	h := &handedIn{
		meeting: m, entry: e, at: in.ReceivedAt, verb: "enterPaperBallot", casts: casts,
		hand: hand{person: in.PersonID.ID, channel: schema.BallotChannelPaper},
	}
	if in.AgentID != nil {
		if _, err := seenPerson(ctx, tx, tx.Person.Get, in.AgentID.ID, "agentId"); err != nil {
			return nil, err
		}
		h.hand.agent = in.AgentID.ID
	}
	if in.CourierID != nil {
		if _, err := seenPerson(ctx, tx, tx.Person.Get, in.CourierID.ID, "courierId"); err != nil {
			return nil, err
		}
	}
	return h, h.open(ctx, tx, in.Ballots)
}

// numbered refuses a paper without a number, one that comes from the future, and
// an agent who votes for themselves.
func (in EnterPaperBallotInput) numbered(tx *ent.Tx) fault.Faults {
	var faults fault.Faults
	if wrong := text("number", in.Number, numberLimit); wrong != nil {
		faults = append(faults, wrong)
	}
	if in.ReceivedAt.After(tx.Now) {
		faults = append(faults, fault.New(fault.ReceivedLater, "now", tx.Now).At("receivedAt"))
	}
	if in.AgentID != nil {
		if wrong := differ(in.AgentID.ID, in.PersonID.ID, "agentId"); wrong != nil {
			faults = append(faults, wrong)
		}
	}
	return faults
}

// again refuses a second reading by whoever read first, one of a paper that was
// read twice, and one that is about another paper.
func (in EnterPaperBallotInput) again(before *db.PaperBallot, reader ident.ID) fault.Faults {
	if before.Status != schema.PaperBallotStatusEntered {
		return fault.Faults{fault.New(fault.WrongState, "verb", "enterPaperBallot", "state", before.Status,
			"allowed", schema.PaperBallotStatusEntered).At("number")}
	}
	var faults fault.Faults
	if before.EnteredByID != nil && *before.EnteredByID == reader {
		faults = append(faults, fault.New(fault.SamePerson).At("number"))
	}
	for _, one := range []struct {
		field string
		same  bool
	}{
		{"entryId", before.EntryID == in.EntryID.ID}, {"personId", before.PersonID == in.PersonID.ID},
		{"agentId", alike(before.AgentID, pointer(in.AgentID))}, {"courierId", alike(before.CourierID, pointer(in.CourierID))},
		{"receivedAt", before.ReceivedAt.Equal(in.ReceivedAt)},
		// The second reader may have the paper itself, but not another scan.
		{"documentId", in.DocumentID == nil || alike(before.DocumentID, pointer(in.DocumentID))},
	} {
		if !one.same {
			faults = append(faults, fault.New(fault.PaperDiffers, "field", one.field).At(one.field))
		}
	}
	return faults
}
