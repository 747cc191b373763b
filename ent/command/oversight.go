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
	"sifang/schema/rule"
)

// overseer is a body that takes a measure about another one in its area, and the
// law under which it does.
type overseer struct {
	by, target *db.Organization
	law        rule.Oversight
}

// oversees finds what the rules in force for the target let the body do. It
// refuses with ORDER_ONLY a revocation where an order is all that it may give, and
// with NOT_OVER_IT what it may not do at all.
func oversees(ctx context.Context, tx *ent.Tx, by, target *db.Organization, measure schema.OversightKind) (overseer, *fault.Fault, error) {
	o := overseer{by: by, target: target}
	near, err := reaches(ctx, tx, by, target)
	if err != nil {
		return o, nil, err
	}
	chain, err := rules.For(ctx, tx.Client, target.ID, tx.Today)
	if err != nil {
		return o, nil, err
	}
	law, lawful := chain.Oversight(by.Kind, target.Kind, measure)
	if near && lawful {
		o.law = law
		return o, nil, nil
	}
	if order, may := chain.Oversight(by.Kind, target.Kind, schema.OversightKindOrderToCorrect); near && may {
		return o, fault.New(fault.OrderOnly, "by", by.Name, "over", target.Name, "basis", fault.Words(order.Source.Cited())).At("organizationId"), nil
	}
	return o, fault.New(fault.NotOverIt, "by", by.Name, "over", target.Name, "measure", measure).At("organizationId"), nil
}

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
