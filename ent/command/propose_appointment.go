package command

import (
	"context"

	"sifang/ent"
	"sifang/ent/db"
	"sifang/ent/db/term"
	"sifang/ent/seating"
	"sifang/schema"
	"sifang/schema/day"
	"sifang/schema/fault"
	"sifang/schema/ident"
	"sifang/schema/seat"
	"sifang/schema/stage"
)

// ProposeAppointmentInput is who is proposed for which post.
type ProposeAppointmentInput struct {
	ent.Order
	PostID       ident.Post
	PersonID     ident.Person
	Mode         schema.MembershipMode
	From         *day.Date
	To           *day.Date
	OnBehalfOfID *ident.Organization
	SourceID     *ident.Membership
	Basis        *string
}

// ProposeAppointmentPayload names the appointment proposed.
type ProposeAppointmentPayload struct {
	fault.Outcome
	MembershipID ident.ID
}

// seatingModes are the acts by which a post is filled. To be enrolled is to
// belong without one.
var seatingModes = []schema.MembershipMode{
	schema.MembershipModeElected, schema.MembershipModeEngaged, schema.MembershipModeDispatched,
	schema.MembershipModeCoOpted, schema.MembershipModeExOfficio,
}

// ProposeAppointment proposes a person for a post. The term of office is the
// one in which the first day falls; without a last day the appointment runs as
// long as the term, the post and the membership it rests on let it.
func (d *Do) ProposeAppointment(ctx context.Context, in ProposeAppointmentInput) (*ProposeAppointmentPayload, error) {
	return work(ctx, d, "proposeAppointment", in, in.do)
}

func (in ProposeAppointmentInput) do(ctx context.Context, tx *ent.Tx) (*ent.Deed[ProposeAppointmentPayload], error) {
	from := orToday(in.From, tx)
	if err := lockedPeople(ctx, tx, in.PersonID.ID); err != nil {
		return nil, err
	}
	office, err := lockedPost(ctx, tx, in.PostID.ID, from, "postId")
	if err != nil {
		return nil, err
	}
	organization, err := lockedOrganization(tx, ent.Share)(ctx, office.OrganizationID)
	if err != nil {
		return nil, err
	}
	grant, err := mayDirect(ctx, tx, "proposeAppointment", organization.ID)
	if err != nil {
		return nil, err
	}
	represented, err := in.check(ctx, tx, organization, from)
	if err != nil {
		return nil, err
	}
	term, err := termOn(ctx, tx, organization.ID, from)
	if err != nil {
		return nil, err
	}
	target, err := in.judge(ctx, tx, office, represented, term, from)
	if err != nil {
		return nil, err
	}
	if err = in.write(ctx, tx, organization, target, term); err != nil {
		return nil, err
	}
	return ent.Did(ProposeAppointmentPayload{MembershipID: target.ID}, grant, target.ID, organization.CommunityID, in.facts(tx, target)), nil
}

// check looks at the input and at what it names, and answers the organization
// for which the post is to be held, if any.
func (in ProposeAppointmentInput) check(ctx context.Context, tx *ent.Tx, organization *db.Organization, from day.Date) (seat.Organization, error) {
	var represented seat.Organization
	if _, err := seenPerson(ctx, tx, tx.Person.Get, in.PersonID.ID, "personId"); err != nil {
		return represented, err
	}
	if in.SourceID != nil {
		if _, err := need(ctx, tx.Membership.Get, in.SourceID.ID, "sourceId"); err != nil {
			return represented, err
		}
	}
	var gone *fault.Fault
	if in.OnBehalfOfID != nil {
		row, err := need(ctx, tx.Organization.Get, in.OnBehalfOfID.ID, "onBehalfOfId")
		if err != nil {
			return represented, err
		}
		represented = seat.Organization{ID: row.ID, Kind: row.Kind}
		gone = existsOn(from, row.From, row.To, "onBehalfOfId")
	}
	return represented, refuse(
		existsOn(from, organization.From, organization.To, "postId"), gone,
		fits(in.Mode, seatingModes, "mode"), span(from, in.To), optionalText("basis", in.Basis, textLimit),
	)
}

// judge is the appointment as the law looks at it, refused at the input field
// that is the cause.
func (in ProposeAppointmentInput) judge(ctx context.Context, tx *ent.Tx, office *db.Post, represented seat.Organization, term *db.Term, from day.Date) (seat.Holding, error) {
	h, err := heard(ctx, tx, in.PersonID.ID, office.OrganizationID, pointer(in.OnBehalfOfID), from)
	if err != nil {
		return seat.Holding{}, err
	}
	target := seat.Holding{
		ID: ident.New(ident.KindMembership, tx.Now), Member: in.PersonID.ID, Organization: h.Organization,
		Post: seating.Post(office), Kind: schema.MembershipKindPostHolder, Mode: in.Mode,
		Status: schema.MembershipStatusProposed, Held: spanOf(from, in.To), OnBehalfOf: represented,
	}
	if term != nil {
		target.Term = spanOf(term.From, term.To)
	}
	var source seat.Holding
	if in.SourceID != nil {
		target.Source = in.SourceID.ID
		source = h.holding(target.Source)
	}
	if in.To == nil {
		target.Held.To = appointmentEnd(target, source, office)
	}
	refused := h.judge(target)
	for _, one := range refused {
		one.At(appointmentCause(one.Code, target))
	}
	return target, refused.Err()
}

// appointmentEnd is the day on which an appointment without an end of its own ends, if
// its term, its post or the membership it rests on does. Where that day is over
// before it begins, the law has a better reason to refuse it.
func appointmentEnd(target, source seat.Holding, office *db.Post) day.Date {
	end := day.Earliest(seat.Until(target, source), spanOf(office.From, office.To).To)
	if !end.After(target.Held.From) {
		return day.Date{}
	}
	return end
}

// termOn is the term of office in which the day falls. Where it falls in none,
// it is the last one before or else the first one after, so that the refusal
// can name it; an organization without terms has none.
func termOn(ctx context.Context, tx *ent.Tx, organization ident.ID, on day.Date) (*db.Term, error) {
	row, err := tx.Term.Query().Where(term.OrganizationID(organization), term.FromLTE(on)).Order(db.Desc(term.FieldFrom)).First(ctx)
	if db.IsNotFound(err) {
		row, err = tx.Term.Query().Where(term.OrganizationID(organization)).Order(db.Asc(term.FieldFrom)).First(ctx)
	}
	if db.IsNotFound(err) {
		return nil, nil
	}
	return row, err
}

// appointmentCause is the input field that has to change before the appointment is
// lawful.
func appointmentCause(code fault.Code, target seat.Holding) string {
	switch code {
	case fault.PostFull:
		return "postId"
	case fault.SourceRequired, fault.SourceNotHeld:
		return "sourceId"
	case fault.OutlastsSource:
		return "to"
	case fault.OutsideTerm:
		if target.Term.Contains(target.Held.From) {
			return "to"
		}
		return "from"
	default:
		return "personId"
	}
}

func (in ProposeAppointmentInput) write(ctx context.Context, tx *ent.Tx, organization *db.Organization, target seat.Holding, term *db.Term) error {
	status, refused := stage.Membership.Next("proposeAppointment", "")
	if refused != nil {
		return refused
	}
	return appointment(tx, organization, target, term).SetStatus(status).SetNillableBasis(in.Basis).
		SetNillableOnBehalfOfID(pointer(in.OnBehalfOfID)).SetNillableSourceID(pointer(in.SourceID)).Exec(ctx)
}

// appointment is the row of somebody who is given a post, without its state.
func appointment(tx *ent.Tx, organization *db.Organization, target seat.Holding, term *db.Term) *db.MembershipCreate {
	row := tx.Membership.Create().SetID(target.ID).SetNillableCommunityID(organization.CommunityID).
		SetKind(target.Kind).SetMode(target.Mode).SetFrom(target.Held.From).
		SetOrganizationID(organization.ID).SetPersonID(target.Member).SetPostID(target.Post.ID)
	if !target.Held.To.IsZero() {
		row.SetTo(target.Held.To)
	}
	if term != nil {
		row.SetTermID(term.ID)
	}
	return row
}

func (in ProposeAppointmentInput) facts(tx *ent.Tx, target seat.Holding) map[string]any {
	facts := map[string]any{
		"post": in.PostID, "organization": target.Organization.ID, "person": in.PersonID,
		"mode": in.Mode, "from": target.Held.From,
	}
	if !target.Held.To.IsZero() {
		facts["to"] = target.Held.To
	}
	if in.SourceID != nil {
		facts["source"] = *in.SourceID
	}
	if in.Basis != nil {
		tx.Seal("basis", *in.Basis)
	}
	return facts
}
