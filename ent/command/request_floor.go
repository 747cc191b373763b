package command

import (
	"context"

	"sifang/ent"
	"sifang/ent/db"
	"sifang/ent/debate"
	"sifang/ent/sitting"
	"sifang/schema"
	"sifang/schema/fault"
	"sifang/schema/floor"
	"sifang/schema/ident"
	"sifang/schema/rule"
	"sifang/schema/stage"
)

// RequestFloorInput is who asks for the floor on an item, for which side and for
// which party.
type RequestFloorInput struct {
	ent.Order
	AgendaItemID ident.AgendaItem
	Side         schema.SpeechSide
	PartyID      *ident.LinkageParty
	PersonID     *ident.Person
}

// RequestFloorPayload names the turn asked for.
type RequestFloorPayload struct {
	fault.Outcome
	SpeechID ident.ID
}

// RequestFloor asks for the floor. Whoever is there may speak, those without a
// vote included, as often as the rules allow.
func (d *Do) RequestFloor(ctx context.Context, in RequestFloorInput) (*RequestFloorPayload, error) {
	return work(ctx, d, "requestFloor", in, in.do)
}

func (in RequestFloorInput) do(ctx context.Context, tx *ent.Tx) (*ent.Deed[RequestFloorPayload], error) {
	person, err := oneself(ctx, tx, in.PersonID)
	if err != nil {
		return nil, err
	}
	item, err := need(ctx, tx.AgendaItem.Get, in.AgendaItemID.ID, "agendaItemId")
	if err != nil {
		return nil, err
	}
	d, grant, err := debating(ctx, tx, "requestFloor", item.ID, person)
	if err != nil {
		return nil, err
	}
	if err := refuse(at(d.wrong("requestFloor"), "agendaItemId")); err != nil {
		return nil, err
	}
	if err := in.heard(ctx, tx, d); err != nil {
		return nil, err
	}
	party, err := in.capacity(d.stays)
	if err != nil {
		return nil, err
	}
	status, _ := stage.Speech.Next("requestFloor", "")
	row, err := tx.Speech.Create().SetNillableCommunityID(d.item.CommunityID).SetAgendaItemID(d.item.ID).SetPersonID(person).
		SetNillablePartyID(party).SetSide(in.Side).SetStatus(status).SetRequestedAt(tx.Now).Save(ctx)
	if err != nil {
		return nil, err
	}
	tx.Seal("person", person.String())
	return ent.Did(RequestFloorPayload{SpeechID: row.ID}, grant, row.ID, row.CommunityID, map[string]any{
		"agendaItem": d.item.ID, "party": party, "side": in.Side,
	}), nil
}

// heard refuses who is not there or steps aside, who waits for the floor or has
// it already (ALREADY_EXISTS), and who had it as often as the rules allow
// (TURNS_USED).
func (in RequestFloorInput) heard(ctx context.Context, tx *ent.Tx, d debated) error {
	wrong, err := d.takesPart(ctx, tx)
	if err != nil {
		return err
	}
	if wrong != nil {
		return wrong
	}
	turns, limits, err := spoken(ctx, tx, d.meeting, d.item.ID)
	if err != nil {
		return err
	}
	for _, t := range turns {
		open := t.Status == schema.SpeechStatusRequested || t.Status == schema.SpeechStatusSpeaking && !t.Over(tx.Now)
		if t.Person == d.person && open {
			return fault.New(fault.AlreadyExists, "kind", ident.KindSpeech).At("personId")
		}
	}
	if had := floor.Had(turns, d.person); limits.Turns > 0 && had >= limits.Turns {
		return fault.New(fault.TurnsUsed, "most", limits.Turns, "had", had).At("personId")
	}
	return nil
}

// spoken are the turns on an item, and what bounds them.
func spoken(ctx context.Context, tx *ent.Tx, m *db.Meeting, item ident.ID) ([]floor.Turn, rule.Debate, error) {
	turns, err := debate.Turns(ctx, tx.Client, item)
	if err != nil {
		return nil, rule.Debate{}, err
	}
	law, err := sitting.LawOf(ctx, tx.Client, m, tx.Today)
	return turns[item], law.Debate(), err
}

// capacity is the party for which somebody speaks: the one named, for which they
// are there, or else the only one for which they are.
func (in RequestFloorInput) capacity(stays []*db.Attendance) (*ident.ID, error) {
	var parties []ident.ID
	for _, s := range stays {
		if s.PartyID == nil {
			continue
		}
		parties = append(parties, *s.PartyID)
		if in.PartyID != nil && *s.PartyID == in.PartyID.ID {
			return s.PartyID, nil
		}
	}
	switch {
	case in.PartyID != nil:
		return nil, fault.New(fault.NotCheckedIn).At("partyId")
	case len(parties) > 1:
		return nil, fault.New(fault.FieldNeeded, "kind", schema.MeetingKindJoint, "field", "partyId").At("partyId")
	case len(parties) == 1:
		return &parties[0], nil
	}
	return nil, nil
}
