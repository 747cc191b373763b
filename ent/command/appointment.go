package command

import (
	"context"
	"slices"

	"sifang/ent"
	"sifang/ent/db"
	"sifang/ent/db/person"
	"sifang/ent/db/post"
	"sifang/ent/rules"
	"sifang/ent/seating"
	"sifang/schema"
	"sifang/schema/day"
	"sifang/schema/fault"
	"sifang/schema/ident"
	"sifang/schema/mandate"
	"sifang/schema/seat"
	"sifang/schema/stage"
)

// lockedPeople locks the person for the verb alone, together with everybody
// whose seats decide whether this person may have one: two relatives are not
// seated in two bodies at once, each unseen by the other.
func lockedPeople(ctx context.Context, tx *ent.Tx, who ident.ID) error {
	related, err := seating.On(tx.Client, tx.Today).Related(ctx, who)
	if err != nil {
		return err
	}
	_, err = tx.Person.Query().Where(person.IDIn(related...), ent.Update).Order(db.Asc(person.FieldID)).All(ctx)
	return err
}

// lockedPost locks a post for the verb alone, so that nobody else fills its
// last place meanwhile. A post that does not exist on the day is refused by
// name.
func lockedPost(ctx context.Context, tx *ent.Tx, id ident.ID, on day.Date, field string) (*db.Post, error) {
	row, err := tx.Post.Query().Where(post.ID(id), ent.Update).Only(ctx)
	switch {
	case db.IsNotFound(err), err == nil && !within(on, row.From, row.To):
		return nil, fault.New(fault.UnknownPost, "from", on).At(field)
	default:
		return row, err
	}
}

// lockedMembership reads the membership that the input names and locks whoever
// belongs, so that nothing else about that member's seats changes meanwhile.
func lockedMembership(ctx context.Context, tx *ent.Tx, id ident.Membership) (*db.Membership, error) {
	row, err := need(ctx, tx.Membership.Get, id.ID, "membershipId")
	if err != nil {
		return nil, err
	}
	if row.PersonID != nil {
		_, err = lockedPerson(tx, ent.Update)(ctx, *row.PersonID)
	} else if row.MemberOrganizationID != nil {
		_, err = lockedOrganization(tx, ent.Update)(ctx, *row.MemberOrganizationID)
	}
	if err != nil {
		return nil, err
	}
	return tx.Membership.Get(ctx, row.ID)
}

// ofMembership is the subject of what concerns a membership: the officers of
// the organization may act, and whoever belongs for themselves.
func ofMembership(ctx context.Context, tx *ent.Tx, m *db.Membership) (mandate.Subject, error) {
	subject, err := ofOrganization(ctx, tx, m.OrganizationID)
	if m.PersonID != nil {
		subject.Persons = []ident.ID{*m.PersonID}
	}
	return subject, err
}

// mayChange locks a membership and asks the mandate about it.
func mayChange(ctx context.Context, tx *ent.Tx, verb string, id ident.Membership) (*db.Membership, mandate.Grant, error) {
	m, err := lockedMembership(ctx, tx, id)
	if err != nil {
		return nil, mandate.Grant{}, err
	}
	subject, err := ofMembership(ctx, tx, m)
	if err != nil {
		return nil, mandate.Grant{}, err
	}
	grant, err := may(ctx, tx, verb, m.ID, subject)
	return m, grant, err
}

// appointed refuses what is no person's appointment to a post.
func appointed(m *db.Membership) *fault.Fault {
	if m.PostID != nil && m.PersonID != nil {
		return nil
	}
	return fault.New(fault.WrongKind, "kind", m.Kind, "allowed", schema.MembershipKindPostHolder).At("membershipId")
}

// membershipStep is the state to which the verb leads the membership.
func membershipStep(verb stage.Verb, m *db.Membership, holds ...stage.Guard) (schema.MembershipStatus, *fault.Fault) {
	next, refused := stage.Membership.Next(verb, m.Status, holds...)
	if refused != nil {
		refused.At("membershipId")
	}
	return next, refused
}

// hearing is what decides about an appointment on a day.
type hearing struct {
	seating.Case
	rules seat.Rules
}

// heard gathers the rules and the facts about a person who is to sit, or sits,
// in an organization.
func heard(ctx context.Context, tx *ent.Tx, who, organization ident.ID, onBehalfOf *ident.ID, on day.Date) (hearing, error) {
	chain, err := rules.For(ctx, tx.Client, organization, on)
	if err != nil {
		return hearing{}, err
	}
	facts, err := seating.On(tx.Client, on).Case(ctx, who, organization, onBehalfOf)
	return hearing{Case: facts, rules: chain.Seats()}, err
}

// judge lists why the target may not be given to the candidate.
func (h hearing) judge(target seat.Holding) fault.Faults {
	return seat.CheckAppointment(h.rules, h.Candidate, target, h.Holdings)
}

// holding is one of the memberships that were gathered, or the zero Holding.
func (h hearing) holding(id ident.ID) seat.Holding {
	i := slices.IndexFunc(h.Holdings, func(one seat.Holding) bool { return one.ID == id })
	if i < 0 {
		return seat.Holding{}
	}
	return h.Holdings[i]
}
