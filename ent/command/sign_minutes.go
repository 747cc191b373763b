package command

import (
	"context"

	"sifang/ent"
	"sifang/ent/db"
	"sifang/ent/db/attendance"
	"sifang/ent/db/minutessignature"
	"sifang/schema/fault"
	"sifang/schema/ident"
	"sifang/schema/stage"
)

// SignMinutesInput is an edition to be signed.
type SignMinutesInput struct {
	ent.Order
	MinutesID ident.Minutes
}

// SignMinutesPayload names the signature.
type SignMinutesPayload struct {
	fault.Outcome
	SignatureID ident.ID
}

// SignMinutes signs approved minutes in the name of the viewer, who was there. At
// a joint meeting that is the signature of the party, or of all the parties, that
// they represented.
func (d *Do) SignMinutes(ctx context.Context, in SignMinutesInput) (*SignMinutesPayload, error) {
	return work(ctx, d, "signMinutes", in, in.do)
}

func (in SignMinutesInput) do(ctx context.Context, tx *ent.Tx) (*ent.Deed[SignMinutesPayload], error) {
	row, m, grant, err := minuted(ctx, tx, "signMinutes", in.MinutesID, tx.Viewer.Person)
	if err != nil {
		return nil, err
	}
	stays, err := tx.Attendance.Query().Where(attendance.MeetingID(m.ID), attendance.PersonID(tx.Viewer.Person)).
		Order(db.Asc(attendance.FieldID)).All(ctx)
	if err != nil {
		return nil, err
	}
	if len(stays) == 0 {
		return nil, in.absent(ctx, tx, row)
	}
	_, wrong := stage.Minutes.Next("signMinutes", row.Status)
	if err := refuse(at(wrong, "minutesId")); err != nil {
		return nil, err
	}
	before, err := tx.MinutesSignature.Query().Where(minutessignature.MinutesID(row.ID),
		minutessignature.PersonID(tx.Viewer.Person)).Exist(ctx)
	if err != nil {
		return nil, err
	}
	if before {
		return nil, fault.New(fault.AlreadyExists, "kind", ident.KindMinutesSignature).At("minutesId")
	}
	party := oneParty(stays)
	signed, err := tx.MinutesSignature.Create().SetNillableCommunityID(row.CommunityID).SetMinutesID(row.ID).
		SetPersonID(tx.Viewer.Person).SetNillablePartyID(party).SetSignedAt(tx.Now).Save(ctx)
	if err != nil {
		return nil, err
	}
	return ent.Did(SignMinutesPayload{SignatureID: signed.ID}, grant, signed.ID, signed.CommunityID, map[string]any{
		"minutes": row.ID, "party": party, "text": digest([]byte(row.Text)),
	}), nil
}

// absent refuses who was not there. An edition that they may not see is refused
// as one that does not exist.
func (in SignMinutesInput) absent(ctx context.Context, tx *ent.Tx, row *db.Minutes) error {
	if err := known(ctx, tx, row.ID, "minutesId"); err != nil {
		return err
	}
	return fault.New(fault.DidNotAttend).At("minutesId")
}

// oneParty is the party for which somebody was there; nil if there was none, or
// several: then the signature is that of all of them.
func oneParty(stays []*db.Attendance) *ident.ID {
	var party *ident.ID
	for _, s := range stays {
		switch {
		case s.PartyID == nil:
		case party == nil:
			party = s.PartyID
		case *party != *s.PartyID:
			return nil
		}
	}
	return party
}
