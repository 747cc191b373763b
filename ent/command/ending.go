package command

import (
	"context"

	"entgo.io/ent/dialect/sql"

	"sifang/ent"
	"sifang/ent/db/assignment"
	"sifang/ent/db/membership"
	"sifang/ent/db/organizationarea"
	"sifang/ent/db/organizationrelation"
	"sifang/ent/db/post"
	"sifang/ent/db/term"
	"sifang/schema"
	"sifang/schema/day"
	"sifang/schema/ident"
)

// ending ends what an organization leaves behind when it ends itself.
type ending struct {
	tx           *ent.Tx
	organization ident.ID
	on           day.Date
}

func (e ending) all(ctx context.Context) error {
	for _, end := range []func(context.Context) error{e.posts, e.terms, e.relations, e.coverage, e.assignments, e.belonging} {
		if err := end(ctx); err != nil {
			return err
		}
	}
	return nil
}

// open limits to what would go on after the day.
func (e ending) open(s *sql.Selector) {
	s.Where(sql.Or(sql.IsNull(s.C("to")), sql.GT(s.C("to"), e.on)))
}

// last is the end of a row that begins on the day given: what would have begun
// only later keeps no day at all.
func (e ending) last(from day.Date) day.Date { return day.Latest(e.on, from) }

func (e ending) posts(ctx context.Context) error {
	rows, err := e.tx.Post.Query().Where(post.OrganizationID(e.organization), e.open).All(ctx)
	if err != nil {
		return err
	}
	for _, r := range rows {
		if err := e.tx.Post.UpdateOneID(r.ID).SetTo(e.last(r.From)).Exec(ctx); err != nil {
			return err
		}
	}
	return nil
}

// terms ends every term, also one that ran out and was kept up by a caretaker.
func (e ending) terms(ctx context.Context) error {
	rows, err := e.tx.Term.Query().Where(term.OrganizationID(e.organization), term.StateNEQ(schema.TermStateEnded)).All(ctx)
	if err != nil {
		return err
	}
	for _, r := range rows {
		u := e.tx.Term.UpdateOneID(r.ID).SetState(schema.TermStateEnded)
		if r.To == nil || r.To.Compare(e.on) > 0 {
			u.SetTo(e.last(r.From))
		}
		if err := u.Exec(ctx); err != nil {
			return err
		}
	}
	return nil
}

func (e ending) relations(ctx context.Context) error {
	rows, err := e.tx.OrganizationRelation.Query().Where(organizationrelation.Or(
		organizationrelation.OrganizationID(e.organization), organizationrelation.TargetID(e.organization)), e.open).All(ctx)
	if err != nil {
		return err
	}
	for _, r := range rows {
		if err := e.tx.OrganizationRelation.UpdateOneID(r.ID).SetTo(e.last(r.From)).Exec(ctx); err != nil {
			return err
		}
	}
	return nil
}

func (e ending) coverage(ctx context.Context) error {
	rows, err := e.tx.OrganizationArea.Query().Where(organizationarea.OrganizationID(e.organization), e.open).All(ctx)
	if err != nil {
		return err
	}
	for _, r := range rows {
		if err := e.tx.OrganizationArea.UpdateOneID(r.ID).SetTo(e.last(r.From)).Exec(ctx); err != nil {
			return err
		}
	}
	return nil
}

func (e ending) assignments(ctx context.Context) error {
	rows, err := e.tx.Assignment.Query().Where(assignment.OrganizationID(e.organization), e.open).All(ctx)
	if err != nil {
		return err
	}
	for _, r := range rows {
		if err := e.tx.Assignment.UpdateOneID(r.ID).SetTo(e.last(r.From)).Exec(ctx); err != nil {
			return err
		}
	}
	return nil
}

// belonging ends the belonging of members to the organization, and its own to
// others.
func (e ending) belonging(ctx context.Context) error {
	rows, err := e.tx.Membership.Query().Where(
		membership.Or(membership.OrganizationID(e.organization), membership.MemberOrganizationID(e.organization)),
		membership.StatusIn(schema.MembershipStatusEffective, schema.MembershipStatusSuspended), e.open,
	).All(ctx)
	if err != nil {
		return err
	}
	for _, r := range rows {
		err := e.tx.Membership.UpdateOneID(r.ID).SetTo(e.last(r.From)).
			SetStatus(schema.MembershipStatusEnded).SetEndReason(schema.EndReasonOther).Exec(ctx)
		if err != nil {
			return err
		}
	}
	return nil
}
