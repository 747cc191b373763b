package demo

import (
	"context"
	"fmt"
	"time"

	"sifang/ent"
	"sifang/ent/command"
	"sifang/schema"
	"sifang/schema/day"
	"sifang/schema/fault"
	"sifang/schema/ident"
)

// teller tells the story verb by verb. After the first verb that fails it tells
// no further, and err says which.
type teller struct {
	ctx       context.Context
	store     *ent.Store
	do        *command.Do
	clock     *clock
	by        *ent.Viewer // who acts
	names     int
	due       []ident.Membership // appointments whose publication runs
	state     string             // of which state a chapter tells, if of one
	since     *day.Date          // since when there are areas and organizations; since they are registered if nil
	told      Told
	divisions map[string]*ident.Area // told so far, by their codes
	err       error
}

// clock is the time of the story until it is told, and then the present.
type clock struct {
	present func() time.Time
	offset  time.Duration
}

func (c *clock) now() time.Time { return c.present().Add(c.offset) }

// tell does one verb as whoever acts.
func tell[I ent.Input, P any](t *teller, verb func(context.Context, I) (*P, error), in I) *P {
	if t.err != nil {
		return new(P)
	}
	// A viewer's powers are looked up once, and each verb may change them.
	viewer := &ent.Viewer{Person: t.by.Person, Operator: t.by.Operator}
	payload, err := verb(ent.WithViewer(t.ctx, viewer), in)
	if err != nil {
		if faults, refused := fault.Of(err); refused {
			err = faults
		}
		t.err = fmt.Errorf("%T of person %d: %w", in, t.names, err)
	}
	return payload
}

// as lets somebody else act from here on.
func (t *teller) as(person ident.Person) { t.by = &ent.Viewer{Person: person.ID} }

// ago is an instant before the present of whoever looks at the demo.
func (t *teller) ago(d time.Duration) time.Time { return t.clock.present().Add(-d) }

// pass lets days pass.
func (t *teller) pass(days int) { t.clock.offset += time.Duration(days) * 24 * time.Hour }

func (t *teller) today() day.Date { return day.Of(t.clock.now()) }

func (t *teller) area(kind schema.AreaKind, name string, parent *ident.Area) *ident.Area {
	return &ident.Area{ID: tell(t, t.do.RegisterArea, command.RegisterAreaInput{Kind: kind, Name: name, ParentID: parent, From: t.since}).AreaID}
}

// division registers an administrative division with its code, where no chapter
// did before.
func (t *teller) division(kind schema.AreaKind, name, code string, parent *ident.Area) *ident.Area {
	if t.divisions[code] == nil {
		t.divisions[code] = &ident.Area{ID: tell(t, t.do.RegisterArea, command.RegisterAreaInput{Kind: kind, Name: name, Code: &code, ParentID: parent, From: t.since}).AreaID}
	}
	return t.divisions[code]
}

func (t *teller) organization(kind schema.OrganizationKind, name string, area *ident.Area, parent *ident.Organization) ident.Organization {
	return ident.Organization{ID: tell(t, t.do.EstablishOrganization, command.EstablishOrganizationInput{
		Kind: kind, Name: name, AreaID: area, ParentID: parent, From: t.since,
	}).OrganizationID}
}

// post is a post that its holders vote in.
func (t *teller) post(o ident.Organization, category schema.PostCategory, title string, kind schema.SeatKind, capacity int) ident.Post {
	return t.postWith(o, category, title, kind, schema.VotingRightFull, capacity)
}

func (t *teller) postWith(o ident.Organization, category schema.PostCategory, title string, kind schema.SeatKind, right schema.VotingRight, capacity int) ident.Post {
	return ident.Post{ID: tell(t, t.do.CreatePost, command.CreatePostInput{
		OrganizationID: o, Category: category, Title: title, SeatKind: kind, VotingRight: right, Capacity: capacity,
	}).PostID}
}

// seat proposes and publishes an appointment; settle confirms it.
func (t *teller) seat(post ident.Post, person ident.Person, mode schema.MembershipMode) ident.Membership {
	return t.appoint(command.ProposeAppointmentInput{PostID: post, PersonID: person, Mode: mode})
}

func (t *teller) appoint(in command.ProposeAppointmentInput) ident.Membership {
	from := t.today().AddDays(publicationDays + 1)
	in.From = &from
	m := ident.Membership{ID: tell(t, t.do.ProposeAppointment, in).MembershipID}
	tell(t, t.do.Publish, command.PublishInput{MembershipID: &m, Place: "社区公告栏", Text: "拟任职公示"})
	t.due = append(t.due, m)
	return m
}

// publicationDays is how long the story leaves an appointment posted: longer than
// the rules ask, also where the last day falls into the longest holiday of a year.
const publicationDays = 12

// settle lets the publications run out and confirms what was proposed.
func (t *teller) settle() {
	t.pass(publicationDays + 1)
	for _, m := range t.due {
		tell(t, t.do.ConfirmAppointment, command.ConfirmAppointmentInput{MembershipID: m})
	}
	t.due = nil
}

// resident registers an invented person.
func (t *teller) resident(community *ident.Area) ident.Person {
	name, sex, born := invented(t.names)
	t.names++
	return ident.Person{ID: tell(t, t.do.RegisterPerson, command.RegisterPersonInput{
		Name: name, Sex: &sex, BirthDate: &born, CommunityID: community,
	}).PersonID}
}

// owner registers an invented person who owns a flat.
func (t *teller) owner(community, building *ident.Area, number string) ident.Person {
	person := t.resident(community)
	unit := tell(t, t.do.RegisterUnit, command.RegisterUnitInput{
		Use:    schema.UnitUseDwelling,
		AreaID: *building, Number: number, ExclusiveArea: 9000 + schema.FloorArea(t.names%7)*850,
		AreaSource: schema.AreaSourceRegistered, DeliveryStatus: schema.DeliveryStatusDelivered, CountsForVoting: true,
	}).UnitID
	tell(t, t.do.RegisterOwnership, command.RegisterOwnershipInput{UnitID: ident.Unit{ID: unit}, PersonID: &person})
	return person
}

// partyMember enrols somebody in a Party organization.
func (t *teller) partyMember(o ident.Organization, person ident.Person) ident.Membership {
	return ident.Membership{ID: tell(t, t.do.EnrolMember, command.EnrolMemberInput{
		OrganizationID: o, PersonID: &person, Kind: schema.MembershipKindPartyMember,
	}).MembershipID}
}

// clerk opens a street or township office: the operator seats its first clerk,
// who does the rest.
func (t *teller) clerk(office ident.Organization) ident.Person {
	person := t.resident(nil)
	t.seat(t.postWith(office, schema.PostCategoryClerk, "经办人", schema.SeatKindAppointed, schema.VotingRightNone, 3), person, schema.MembershipModeEngaged)
	t.settle()
	t.as(person)
	return person
}

// plays names somebody whom a visitor of the demo may be.
func (t *teller) plays(person ident.Person, zh, en string) {
	t.told.Players = append(t.told.Players, Player{Person: person.ID, Chinese: zh, English: en, State: t.state})
}

// needs says what a variable of the query of the state stands for.
func (t *teller) needs(variable string, id ident.ID) {
	t.told.Variables[t.state] = fmt.Sprintf("{%q: %q}", variable, id)
}
