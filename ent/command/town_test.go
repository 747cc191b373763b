package command_test

import (
	"context"
	"encoding/json"
	"maps"
	"strings"
	"sync/atomic"
	"testing"

	"sifang/ent"
	"sifang/ent/command"
	"sifang/ent/db"
	"sifang/ent/enttest"
	"sifang/schema"
	"sifang/schema/day"
	"sifang/schema/fault"
	"sifang/schema/ident"
	"sifang/schema/mandate"
)

// town is a register with a street, a community in it and an estate in that,
// and somebody who keeps the community's register.
type town struct {
	*testing.T
	store *ent.Store
	do    *command.Do
	clock *enttest.Clock

	street, community, estate ident.ID
	committee                 ident.ID // the residents' committee
	operator, registrar       context.Context
	visitor                   context.Context

	sent atomic.Int64 // statements
}

func newTown(t *testing.T, database string) *town {
	t.Helper()
	clock := enttest.NewClock()
	w := &town{T: t, clock: clock, visitor: t.Context(), operator: ent.WithViewer(t.Context(), &ent.Viewer{Operator: true})}
	w.store = enttest.Open(t, ent.Config{URL: database, Now: clock.Now, Observe: func(string) { w.sent.Add(1) }})
	w.do = command.New(w.store)
	w.street = w.area(schema.AreaKindStreet, "双马街道", ident.Nil)
	w.community = w.area(schema.AreaKindCommunity, "新塘里社区", w.street)
	w.estate = w.area(schema.AreaKindEstate, "三湘鑫苑", w.community)
	w.committee = w.organization(schema.OrganizationKindResidentsCommittee, "新塘里社区居委会", ident.Nil, w.community)
	w.registrar = w.officer("登记员", w.committee, schema.PostCategoryCommunityWorker)
	return w
}

// eachTown runs the test in a town of its own on every engine.
func eachTown(t *testing.T, test func(w *town)) {
	t.Helper()
	enttest.Each(t, func(t *testing.T, database string) { test(newTown(t, database)) })
}

// done takes what a verb answered; the test ends if the verb was refused.
func done[P any](w *town, payload *P, err error) *P {
	w.Helper()
	if err != nil {
		w.Fatal(err)
	}
	return payload
}

func (w *town) area(kind schema.AreaKind, name string, parent ident.ID) ident.ID {
	w.Helper()
	in := command.RegisterAreaInput{Kind: kind, Name: name, From: on("2020-01-01")}
	if !parent.IsZero() {
		in.ParentID = &ident.Area{ID: parent}
	}
	p, err := w.do.RegisterArea(w.operator, in)
	return done(w, p, err).AreaID
}

func (w *town) person(name string) ident.ID {
	w.Helper()
	p, err := w.do.RegisterPerson(w.operator, command.RegisterPersonInput{Name: name, CommunityID: &ident.Area{ID: w.community}})
	return done(w, p, err).PersonID
}

func (w *town) organization(kind schema.OrganizationKind, name string, parent, area ident.ID) ident.ID {
	w.Helper()
	in := command.EstablishOrganizationInput{Kind: kind, Name: name, From: on("2020-01-01")}
	if !parent.IsZero() {
		in.ParentID = &ident.Organization{ID: parent}
	}
	if !area.IsZero() {
		in.AreaID = &ident.Area{ID: area}
	}
	p, err := w.do.EstablishOrganization(w.operator, in)
	return done(w, p, err).OrganizationID
}

// as is somebody who signed in.
func (w *town) as(person ident.ID) context.Context {
	return ent.WithViewer(w.Context(), &ent.Viewer{Person: person})
}

// officer is a new person who holds a post in the organization.
func (w *town) officer(name string, organization ident.ID, category schema.PostCategory) context.Context {
	w.Helper()
	person := w.person(name)
	w.seat(person, organization, category)
	return w.as(person)
}

// seat puts somebody into a post of the organization, in effect since 2020.
func (w *town) seat(person, organization ident.ID, category schema.PostCategory) ident.ID {
	w.Helper()
	p, err := w.do.CreatePost(w.operator, command.CreatePostInput{
		OrganizationID: ident.Organization{ID: organization}, Category: category, Title: "职务", SeatKind: schema.SeatKindAppointed,
		VotingRight: schema.VotingRightFull, Capacity: 1, From: on("2020-01-01"),
	})
	post := done(w, p, err).PostID
	return w.write(func(ctx context.Context, tx *ent.Tx) (ident.ID, error) {
		o, err := tx.Organization.Get(ctx, organization)
		if err != nil {
			return ident.Nil, err
		}
		m, err := tx.Membership.Create().SetNillableCommunityID(o.CommunityID).SetOrganizationID(organization).
			SetPersonID(person).SetPostID(post).SetKind(schema.MembershipKindPostHolder).SetMode(schema.MembershipModeElected).
			SetStatus(schema.MembershipStatusEffective).SetFrom(*on("2020-01-01")).Save(ctx)
		if err != nil {
			return ident.Nil, err
		}
		return m.ID, nil
	})
}

// bare is an input that says nothing.
type bare struct{ ent.Order }

// write writes rows in the operator's name that no verb under test writes.
func (w *town) write(rows func(context.Context, *ent.Tx) (ident.ID, error)) ident.ID {
	w.Helper()
	id, err := ent.Work(w.operator, w.store, "confirmAppointment", bare{}, func(ctx context.Context, tx *ent.Tx) (*ent.Deed[ident.ID], error) {
		grant, refused := mandate.Ask("confirmAppointment", tx.Viewer, mandate.Subject{})
		if refused != nil {
			return nil, refused
		}
		id, err := rows(ctx, tx)
		return ent.Did(id, grant, id, nil, nil), err
	})
	if err != nil {
		w.Fatal(err)
	}
	return id
}

// on reads a day; one that is misspelt is no day, which every verb refuses.
func on(text string) *day.Date {
	d, _ := day.Parse(text)
	return &d
}

// census counts the rows of every kind that these verbs write, and the records
// of what was done.
func (w *town) census() map[string]int {
	w.Helper()
	ctx, c := ent.Unguarded(w.Context()), w.store.Read()
	rows := map[string]int{}
	for name, count := range map[string]func(context.Context) (int, error){
		db.TypeUnit: c.Unit.Query().Count, db.TypeOwnership: c.Ownership.Query().Count,
		db.TypePerson: c.Person.Query().Count, db.TypeHousehold: c.Household.Query().Count,
		db.TypeResidence: c.Residence.Query().Count, db.TypeDeclaration: c.Declaration.Query().Count,
		db.TypeOrganization: c.Organization.Query().Count, db.TypeOrganizationRelation: c.OrganizationRelation.Query().Count,
		db.TypeOrganizationArea: c.OrganizationArea.Query().Count, db.TypeTerm: c.Term.Query().Count,
		db.TypePost: c.Post.Query().Count, db.TypeMembership: c.Membership.Query().Count,
		db.TypeAssignment: c.Assignment.Query().Count, db.TypeLinkage: c.Linkage.Query().Count,
		db.TypeLinkageParty: c.LinkageParty.Query().Count, db.TypePartyDelegate: c.PartyDelegate.Query().Count,
		db.TypeAuditEvent: c.AuditEvent.Query().Count, db.TypeOutbox: c.Outbox.Query().Count, db.TypeSalt: c.Salt.Query().Count,
	} {
		n, err := count(ctx)
		if err != nil {
			w.Errorf("count %s: %v", name, err)
		}
		rows[name] = n
	}
	return rows
}

// refusal is an input, who gives it, and what it is refused with.
type refusal[I any] struct {
	name  string
	as    context.Context
	in    I
	codes []fault.Code
	field string // of the first refusal
}

// refuses asserts that a verb refuses each input by name and writes nothing.
func refuses[I, P any](w *town, verb func(context.Context, I) (*P, error), cases []refusal[I]) {
	w.Helper()
	before := w.census()
	for _, c := range cases {
		w.Run(c.name, func(t *testing.T) {
			_, err := verb(c.as, c.in)
			refusedWith(t, err, c.codes...)
			faults, _ := fault.Of(err)
			if len(faults) > 0 && c.field != "" && strings.Join(faults[0].Field, ".") != c.field {
				t.Errorf("refused at %v, want %s", faults[0].Field, c.field)
			}
			if after := w.census(); !maps.Equal(before, after) {
				t.Errorf("a refusal changed %v to %v", before, after)
			}
		})
	}
}

// once asserts that the same request is answered twice and done once.
func once[P any](w *town, verb func(ent.Order) (*P, error)) *P {
	w.Helper()
	key := "请求-1"
	first, err := verb(ent.Order{RequestID: &key})
	done(w, first, err)
	before := w.census()
	second, err := verb(ent.Order{RequestID: &key})
	done(w, second, err)
	one, err := json.Marshal(first)
	if err != nil {
		w.Fatal(err)
	}
	two, err := json.Marshal(second)
	if err != nil {
		w.Fatal(err)
	}
	if string(one) != string(two) {
		w.Errorf("answered %s, then %s", one, two)
	}
	if after := w.census(); !maps.Equal(before, after) {
		w.Errorf("the second request changed %v to %v", before, after)
	}
	return first
}

// get reads a row whole.
func get[T any](w *town, read func(context.Context, ident.ID) (T, error), id ident.ID) T {
	w.Helper()
	row, err := read(ent.Unguarded(w.Context()), id)
	if err != nil {
		w.Fatal(err)
	}
	return row
}

// asked asks about one row, as the viewer is shown it, what is asked about many.
func asked[T, V any](as context.Context, ask func(context.Context, []*T) ([]V, error), get func(context.Context, ident.ID) (*T, error), id ident.ID) (V, error) {
	var none V
	row, err := get(as, id)
	if err != nil {
		return none, err
	}
	all, err := ask(as, []*T{row})
	if err != nil {
		return none, err
	}
	return all[0], nil
}

// counted is a query of any type.
type counted interface {
	Count(context.Context) (int, error)
}

// seen asserts how many rows a visitor and the registrar see.
func (w *town) seen(query func(*db.Client) counted, visitor, registrar int) {
	w.Helper()
	for _, c := range []struct {
		name string
		as   context.Context
		want int
	}{{"visitor", w.visitor, visitor}, {"registrar", w.registrar, registrar}} {
		got, err := query(w.store.Read()).Count(c.as)
		if err != nil {
			w.Fatal(err)
		}
		if got != c.want {
			w.Errorf("the %s sees %d rows, want %d", c.name, got, c.want)
		}
	}
}

func (w *town) must(err error) {
	w.Helper()
	if err != nil {
		w.Fatal(err)
	}
}
