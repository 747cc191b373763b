package command

import (
	"context"
	"slices"

	"sifang/ent"
	"sifang/ent/db"
	"sifang/ent/power"
	"sifang/ent/rules"
	"sifang/schema"
	"sifang/schema/fault"
	"sifang/schema/ident"
	"sifang/schema/rule"
)

// overseer is a body that takes a measure about another one in its area, and the
// law under which it does.
type overseer struct {
	by, target *db.Organization
	law        rule.Oversight
}

// bodies locks who takes a measure, and the body that it is about.
func bodies(ctx context.Context, tx *ent.Tx, by, target ident.ID, field string) (overseer, error) {
	rows, err := lockedOrganizations(ctx, tx, ent.Share, by, target)
	o := overseer{by: rows[by], target: rows[target]}
	switch {
	case err != nil:
		return o, err
	case o.by == nil:
		return o, fault.New(fault.NotFound, "kind", ident.KindOrganization).At("organizationId")
	case o.target == nil:
		return o, fault.New(fault.NotFound, "kind", ident.KindOrganization).At(field)
	default:
		return o, nil
	}
}

// under finds the law that lets the body take the measure, in the rules in force
// for the target. It refuses with NOT_IN_FORCE a body that is no more, with
// ORDER_ONLY a revocation where an order is all that it may give, and with
// NOT_OVER_IT what it may not do at all.
func (o *overseer) under(ctx context.Context, tx *ent.Tx, measure schema.OversightKind) (*fault.Fault, error) {
	if gone := existsOn(tx.Today, o.by.From, o.by.To, "organizationId"); gone != nil {
		return gone, nil
	}
	near, err := reaches(ctx, tx, o.by, o.target)
	if err != nil {
		return nil, err
	}
	chain, err := rules.For(ctx, tx.Client, o.target.ID, tx.Today)
	if err != nil {
		return nil, err
	}
	law, lawful := chain.Oversight(o.by.Kind, o.target.Kind, measure)
	if near && lawful {
		o.law = law
		return nil, nil
	}
	revokes := slices.Contains(revocations, measure)
	if order, may := chain.Oversight(o.by.Kind, o.target.Kind, schema.OversightKindOrderToCorrect); near && may && revokes {
		return fault.New(fault.OrderOnly, "by", o.by.Name, "over", o.target.Name, "basis", fault.Words(order.Source.Cited())).At("organizationId"), nil
	}
	return fault.New(fault.NotOverIt, "by", o.by.Name, "over", o.target.Name, "measure", measure).At("organizationId"), nil
}

// revocations are the measures that take the effect of a decision away.
var revocations = []schema.OversightKind{schema.OversightKindRevocation, schema.OversightKindRevocationInPart}

// reaches reports whether a body is at home where the other one is, or in an area
// of which that is a part.
func reaches(ctx context.Context, tx *ent.Tx, by, target *db.Organization) (bool, error) {
	around, err := power.Around(ctx, tx.Client, target.AreaID)
	return by.AreaID != nil && slices.Contains(around, *by.AreaID), err
}

// basis is the article that a measure rests on: what was given, or what the rules
// name.
func (o overseer) basis(given *string) string {
	if given != nil {
		return *given
	}
	return o.law.Source.Cited().Chinese
}
