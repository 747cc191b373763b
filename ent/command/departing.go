package command

import (
	"cmp"
	"context"

	"sifang/ent"
	"sifang/ent/db"
	"sifang/ent/db/handover"
	"sifang/ent/restdays"
	"sifang/ent/rules"
	"sifang/ent/seating"
	"sifang/schema/day"
	"sifang/schema/fault"
	"sifang/schema/ident"
	"sifang/schema/mandate"
	"sifang/schema/seat"
	"sifang/schema/stage"
)

// departing is who hands over: all who held office in a term, or one member.
type departing struct {
	organization *db.Organization
	id           ident.ID
	field        string
	office       *seat.Office // of a term
	left         day.Date     // of a member
	who          *ident.ID    // the member, if a person
	wrong        *fault.Fault

	due   day.Date
	basis string
	unset *fault.Fault
}

// departing reads and locks what the input names.
func (in HandOverInput) departing(ctx context.Context, tx *ent.Tx) (departing, error) {
	if !oneOf(in.TermID != nil, in.MembershipID != nil) {
		return departing{}, fault.New(fault.OneOfNeeded, "fields", "termId, membershipId").At("termId")
	}
	if in.MembershipID != nil {
		return in.member(ctx, tx)
	}
	t, err := need(ctx, tx.Term.Get, in.TermID.ID, "termId")
	if err != nil {
		return departing{}, err
	}
	d := departing{id: t.ID, field: "termId"}
	if d.organization, err = lockedOrganization(tx, ent.Update)(ctx, t.OrganizationID); err != nil {
		return d, err
	}
	offices, err := seating.Offices(ctx, tx.Client, t)
	if err != nil {
		return d, err
	}
	d.office = &offices[0]
	_, d.wrong = stage.Term.Next("handOver", d.office.On(tx.Today))
	return d, nil
}

// member is one who leaves. Nothing is handed over while the post is held.
func (in HandOverInput) member(ctx context.Context, tx *ent.Tx) (departing, error) {
	m, err := lockedMembership(ctx, tx, *in.MembershipID)
	if err != nil {
		return departing{}, err
	}
	d := departing{id: m.ID, field: "membershipId", who: m.PersonID}
	if m.To == nil || m.To.After(tx.Today) {
		d.wrong = fault.New(fault.StillHeld)
	} else {
		d.left = *m.To
	}
	d.organization, err = lockedOrganization(tx, ent.Update)(ctx, m.OrganizationID)
	return d, err
}

// subject: officers of the organization may begin it, those of the receiver, who
// ask for what is theirs, and the member. Those of a receiver elsewhere have
// nothing to ask for.
func (d departing) subject(ctx context.Context, tx *ent.Tx, receiver *db.Organization) (mandate.Subject, error) {
	subject, err := ofOrganization(ctx, tx, d.organization.ID)
	if err != nil {
		return subject, err
	}
	if d.who != nil {
		subject.Persons = []ident.ID{*d.who}
	}
	if near, err := d.near(ctx, tx, receiver); err != nil || !near {
		return subject, err
	}
	others, err := over(ctx, tx, receiver.ID)
	subject.Organizations = append(subject.Organizations, others...)
	return subject, err
}

// near reports whether the receiver is at home in the same community, or in an
// area around the organization.
func (d departing) near(ctx context.Context, tx *ent.Tx, receiver *db.Organization) (bool, error) {
	if receiver.CommunityID != nil {
		return d.organization.CommunityID != nil && *receiver.CommunityID == *d.organization.CommunityID, nil
	}
	return reaches(ctx, tx, receiver, d.organization)
}

// elsewhere refuses a receiver of another community.
func (d departing) elsewhere(receiver *db.Organization) *fault.Fault {
	if !apart(receiver.CommunityID, d.organization.CommunityID) {
		return nil
	}
	return fault.New(fault.OutsideCommunity, "kind", ident.KindOrganization).At("receiverId")
}

// deadline finds until when it is in time: by the rules of the place or, where
// they set none, as the caller says.
func (d *departing) deadline(ctx context.Context, tx *ent.Tx, in HandOverInput) error {
	if d.wrong != nil {
		return nil
	}
	chain, err := rules.For(ctx, tx.Client, d.organization.ID, tx.Today)
	if err != nil {
		return err
	}
	rest, err := restdays.Known(ctx, tx.Client)
	if err != nil {
		return err
	}
	var rule seat.Handover
	var ruled bool
	if d.office != nil {
		rule, d.due, ruled = seat.HandoverDue(chain.Seats(), d.organization.Kind, *d.office, rest)
	} else {
		rule, d.due, ruled = seat.DepartureDue(chain.Seats(), d.organization.Kind, d.left, rest)
	}
	switch {
	case ruled && (in.DueOn != nil || in.Basis != nil):
		d.unset = rule.DeadlineSet(d.due).At("dueOn")
	case ruled:
		d.basis = rule.Source.String()
	case in.DueOn == nil || in.Basis == nil:
		d.unset = fault.New(fault.DeadlineNeeded, "fields", "dueOn, basis").At("dueOn")
	default:
		d.due, d.basis = *in.DueOn, *in.Basis
		d.unset = cmp.Or(between(d.due, tx.Today, day.Date{}, "dueOn"), text("basis", *in.Basis, reasonLimit))
	}
	return nil
}

// running refuses a second handover beside one that is not completed.
func (d departing) running(ctx context.Context, tx *ent.Tx) (*fault.Fault, error) {
	of := handover.TermID(d.id)
	if d.office == nil {
		of = handover.MembershipID(d.id)
	}
	row, err := tx.Handover.Query().Where(of, handover.CompletedAtIsNil()).First(ctx)
	if db.IsNotFound(err) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	return fault.New(fault.HandoverRunning, "on", day.Of(row.StartedAt)).At(d.field), nil
}
