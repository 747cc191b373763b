package command

import (
	"context"
	"slices"

	"sifang/ent"
	"sifang/ent/db"
	"sifang/ent/power"
	"sifang/ent/sitting"
	"sifang/schema/fault"
	"sifang/schema/ident"
	"sifang/schema/mandate"
	"sifang/schema/stage"
)

// aside is an item on which somebody may have to step aside, locked together
// with its votes: a recusal changes what they are judged by.
type aside struct {
	item  *db.AgendaItem
	votes []*db.Vote
	wrong *fault.Fault
}

// asided locks an item and its votes and asks the mandate of those who direct
// the meeting, and of those who sit in it.
func asided(ctx context.Context, tx *ent.Tx, verb string, id ident.AgendaItem) (aside, mandate.Grant, error) {
	var a aside
	var none mandate.Grant
	item, err := need(ctx, tx.AgendaItem.Get, id.ID, "agendaItemId")
	if err != nil {
		return a, none, err
	}
	m, err := lockedMeeting(tx, ent.Share)(ctx, item.MeetingID)
	if err != nil {
		return a, none, err
	}
	if a.item, err = lockedItem(tx, ent.Update)(ctx, item.ID); err != nil {
		return a, none, err
	}
	if a.votes, err = lockedVotes(ctx, tx, item.ID); err != nil {
		return a, none, err
	}
	subject, err := power.OfMeeting(ctx, tx.Client, tx.Today, m)
	if err != nil {
		return a, none, err
	}
	if subject.Persons, err = sitters(ctx, tx, m); err != nil {
		return a, none, err
	}
	_, a.wrong = stage.Meeting.Next(stage.Verb(verb), m.Status)
	grant, err := may(ctx, tx, verb, item.ID, subject)
	return a, grant, err
}

// sitters are those who have a vote in a meeting: in one of a linkage the
// members of its voting parties.
func sitters(ctx context.Context, tx *ent.Tx, m *db.Meeting) ([]ident.ID, error) {
	bodies := []ident.ID{m.OrganizationID}
	if m.LinkageID != nil {
		parties, err := sitting.VotingParties(ctx, tx.Client, *m.LinkageID, tx.Today)
		if err != nil {
			return nil, err
		}
		bodies = nil
		for _, p := range parties {
			bodies = append(bodies, p.OrganizationID)
		}
	}
	seated, err := sitting.Seated(ctx, tx.Client, m.Kind, tx.Today, bodies...)
	var all []ident.ID
	for _, persons := range seated {
		all = append(all, persons...)
	}
	return distinct(all), err
}

// counted refuses to change who may vote on an item once a vote on it was
// counted.
func (a aside) counted(field string) *fault.Fault {
	i := slices.IndexFunc(a.votes, func(v *db.Vote) bool { return slices.Contains(stage.Counted, v.Status) })
	if i < 0 {
		return nil
	}
	return fault.New(fault.VoteHeld, "votes", a.votes[i].ID).At(field)
}

// by is the person who gives the order; nil for the operator.
func by(tx *ent.Tx) *ident.ID {
	if tx.Viewer.Person.IsZero() {
		return nil
	}
	return &tx.Viewer.Person
}
