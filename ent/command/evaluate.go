package command

import (
	"context"
	"time"

	"sifang/ent"
	"sifang/ent/db"
	"sifang/ent/db/evaluation"
	"sifang/ent/db/predicate"
	"sifang/ent/power"
	"sifang/schema"
	"sifang/schema/day"
	"sifang/schema/fault"
	"sifang/schema/ident"
	"sifang/schema/mandate"
	"sifang/schema/stage"
)

// EvaluateInput is how good somebody finds exactly one of a resolution, an
// organization and the holder of a post.
type EvaluateInput struct {
	ent.Order
	ResolutionID   *ident.Resolution
	OrganizationID *ident.Organization
	MembershipID   *ident.Membership
	Grade          schema.EvaluationGrade
	Text           *string
}

// EvaluatePayload names the evaluation.
type EvaluatePayload struct {
	fault.Outcome
	EvaluationID ident.ID
}

// Evaluate writes down what somebody concerned thinks of something, once.
func (d *Do) Evaluate(ctx context.Context, in EvaluateInput) (*EvaluatePayload, error) {
	return work(ctx, d, "evaluate", in, in.do)
}

// evaluated is what is evaluated, by whom it may be, and what keeps it from being
// evaluated.
type evaluated struct {
	id        ident.ID
	field     string
	community *ident.ID
	concern   power.Concern
	wrong     *fault.Fault
	before    predicate.Evaluation
}

func (in EvaluateInput) do(ctx context.Context, tx *ent.Tx) (*ent.Deed[EvaluatePayload], error) {
	// Nobody evaluates twice, also not at once.
	if by(tx) != nil {
		if _, err := lockedPerson(tx, ent.Update)(ctx, tx.Viewer.Person); err != nil {
			return nil, err
		}
	}
	about, err := in.about(ctx, tx)
	if err != nil {
		return nil, err
	}
	grant, err := about.mandate(ctx, tx)
	if err != nil {
		return nil, err
	}
	twice, err := tx.Evaluation.Query().Where(evaluation.EvaluatedByID(tx.Viewer.Person), about.before).Exist(ctx)
	if err != nil {
		return nil, err
	}
	if err := refuse(at(about.wrong, about.field), about.once(twice), given("text", in.Text, reasonLimit)); err != nil {
		return nil, err
	}
	row, err := tx.Evaluation.Create().SetNillableCommunityID(about.community).SetGrade(in.Grade).SetNillableText(in.Text).
		SetEvaluatedAt(tx.Now).SetNillableResolutionID(pointer(in.ResolutionID)).
		SetNillableOrganizationID(pointer(in.OrganizationID)).SetNillableMembershipID(pointer(in.MembershipID)).
		SetEvaluatedByID(tx.Viewer.Person).Save(ctx)
	if err != nil {
		return nil, err
	}
	if in.Text != nil {
		tx.Seal("text", *in.Text)
	}
	tx.Seal("grade", string(in.Grade))
	return ent.Did(EvaluatePayload{EvaluationID: row.ID}, grant, row.ID, row.CommunityID, map[string]any{about.field: about.id}), nil
}

// about reads what the input names.
func (in EvaluateInput) about(ctx context.Context, tx *ent.Tx) (evaluated, error) {
	switch {
	case !oneOf(in.ResolutionID != nil, in.OrganizationID != nil, in.MembershipID != nil):
		return evaluated{}, fault.New(fault.OneOfNeeded, "fields", "resolutionId, organizationId, membershipId").At("resolutionId")
	case in.ResolutionID != nil:
		return in.ofResolution(ctx, tx)
	case in.OrganizationID != nil:
		o, err := need(ctx, tx.Organization.Get, in.OrganizationID.ID, "organizationId")
		if err != nil {
			return evaluated{}, err
		}
		return evaluated{
			id: o.ID, field: "organizationId", community: o.CommunityID, concern: concernOfBody(o),
			wrong:  existsOn(tx.Today, o.From, o.To, "organizationId"),
			before: evaluation.And(evaluation.OrganizationID(o.ID), thisYear(tx)),
		}, nil
	default:
		return in.ofMembership(ctx, tx)
	}
}

func (in EvaluateInput) ofResolution(ctx context.Context, tx *ent.Tx) (evaluated, error) {
	r, err := need(ctx, tx.Resolution.Get, in.ResolutionID.ID, "resolutionId")
	if err != nil {
		return evaluated{}, err
	}
	stands, err := standsToday(ctx, tx, r)
	if err != nil {
		return evaluated{}, err
	}
	_, wrong := stage.Resolution.Next("evaluate", stands)
	concern, err := concernOf(ctx, tx.Client, r)
	return evaluated{
		id: r.ID, field: "resolutionId", community: r.CommunityID, concern: concern, wrong: wrong,
		before: evaluation.ResolutionID(r.ID),
	}, err
}

func (in EvaluateInput) ofMembership(ctx context.Context, tx *ent.Tx) (evaluated, error) {
	m, err := need(ctx, tx.Membership.Get, in.MembershipID.ID, "membershipId")
	if err != nil {
		return evaluated{}, err
	}
	o, err := tx.Organization.Get(ctx, m.OrganizationID)
	if err != nil {
		return evaluated{}, err
	}
	_, wrong := stage.Membership.Next("evaluate", m.Status)
	if m.PersonID != nil && *m.PersonID == tx.Viewer.Person {
		wrong = fault.New(fault.OwnCase)
	}
	return evaluated{
		id: m.ID, field: "membershipId", community: m.CommunityID, concern: concernOfBody(o), wrong: wrong,
		before: evaluation.And(evaluation.MembershipID(m.ID), thisYear(tx)),
	}, nil
}

// mandate lets those speak whom it concerns, if they may see it.
func (e evaluated) mandate(ctx context.Context, tx *ent.Tx) (mandate.Grant, error) {
	var s mandate.Subject
	concerned, err := power.Concerned(ctx, tx.Client, tx.Today, tx.Viewer.Person, e.concern)
	if err != nil {
		return mandate.Grant{}, err
	}
	seen, err := tx.Sees(ctx, e.id)
	if err != nil {
		return mandate.Grant{}, err
	}
	if concerned[0] && seen {
		s.Persons = []ident.ID{tx.Viewer.Person}
	}
	return may(ctx, tx, "evaluate", e.id, s)
}

func (e evaluated) once(twice bool) *fault.Fault {
	if !twice {
		return nil
	}
	return fault.New(fault.AlreadyExists, "kind", ident.KindEvaluation).At(e.field)
}

// thisYear limits to evaluations of the year: bodies and those who hold posts are
// reviewed once a year.
func thisYear(tx *ent.Tx) predicate.Evaluation {
	first, _ := day.New(tx.Today.Start().Year(), time.January, 1) // every year has one
	return evaluation.EvaluatedAtGTE(first.Start())
}

// concernOf is whom a resolution concerns: those in the area of the linkage or the
// body, and the members of the bodies that met.
func concernOf(ctx context.Context, c *db.Client, r *db.Resolution) (power.Concern, error) {
	all, err := power.ConcernsOf(ctx, c, r)
	if err != nil {
		return power.Concern{}, err
	}
	return all[0], nil
}

// concernOfBody is whom an organization concerns.
func concernOfBody(o *db.Organization) power.Concern {
	return power.Concern{Area: o.AreaID, Organizations: []ident.ID{o.ID}}
}
