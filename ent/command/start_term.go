package command

import (
	"context"

	"sifang/ent"
	"sifang/ent/db"
	"sifang/ent/db/term"
	"sifang/ent/rules"
	"sifang/schema"
	"sifang/schema/day"
	"sifang/schema/fault"
	"sifang/schema/ident"
	"sifang/schema/seat"
)

// StartTermInput is whose term of office begins, and for how long.
type StartTermInput struct {
	ent.Order
	OrganizationID ident.Organization
	From           *day.Date
	To             *day.Date
}

// StartTermPayload names the term begun.
type StartTermPayload struct {
	fault.Outcome
	TermID ident.ID
}

// StartTerm begins the next term of office of an organization. Its number is
// one more than that of the last. A term whose period is over is closed with
// it, and one without an end ends on the day on which the new one begins.
func (d *Do) StartTerm(ctx context.Context, in StartTermInput) (*StartTermPayload, error) {
	return work(ctx, d, "startTerm", in, in.do)
}

func (in StartTermInput) do(ctx context.Context, tx *ent.Tx) (*ent.Deed[StartTermPayload], error) {
	o, err := need(ctx, lockedOrganization(tx, ent.Update), in.OrganizationID.ID, "organizationId")
	if err != nil {
		return nil, err
	}
	grant, err := mayDirect(ctx, tx, "startTerm", o.ID)
	if err != nil {
		return nil, err
	}
	from := orToday(in.From, tx)
	terms, err := tx.Term.Query().Where(term.OrganizationID(o.ID)).Order(db.Asc(term.FieldNumber)).All(ctx)
	if err != nil {
		return nil, err
	}
	if err := refuse(existsOn(from, o.From, o.To, "organizationId"), span(from, in.To), startsAfter(terms, from)); err != nil {
		return nil, err
	}
	chain, err := rules.For(ctx, tx.Client, o.ID, from)
	if err != nil {
		return nil, err
	}
	if long := seat.CheckTerm(chain.Seats(), o.Kind, spanOf(from, in.To)); len(long) > 0 {
		for _, one := range long {
			one.At("to")
		}
		return nil, long
	}
	if err := closeTerms(ctx, tx, terms, from); err != nil {
		return nil, err
	}
	number := 1
	if len(terms) > 0 {
		number = terms[len(terms)-1].Number + 1
	}
	row, err := tx.Term.Create().SetNillableCommunityID(o.CommunityID).SetOrganizationID(o.ID).SetNumber(number).
		SetState(schema.TermStateCurrent).SetFrom(from).SetNillableTo(in.To).Save(ctx)
	if err != nil {
		return nil, err
	}
	return ent.Did(StartTermPayload{TermID: row.ID}, grant, row.ID, o.CommunityID, map[string]any{
		"organization": o.ID, "number": number, "from": from,
	}), nil
}

// startsAfter refuses a day that lies in an earlier term or before it.
func startsAfter(terms []*db.Term, from day.Date) *fault.Fault {
	for _, t := range terms {
		ends := t.To
		if ends == nil {
			// An open term ends when the next one begins, so not before its first day.
			ends = new(t.From.AddDays(1))
		}
		if ends.Compare(from) > 0 {
			return fault.New(fault.TermsOverlap, "number", t.Number, "from", t.From, "to", openEnd(t.To)).At("from")
		}
	}
	return nil
}

// closeTerms ends an open term on the day and closes every term that is over
// by now. One that runs on until the new term begins stays current until then.
func closeTerms(ctx context.Context, tx *ent.Tx, terms []*db.Term, from day.Date) error {
	for _, t := range terms {
		ends := orDay(t.To, from)
		over := t.State != schema.TermStateEnded && ends.Compare(tx.Today) <= 0
		if t.To != nil && !over {
			continue
		}
		u := tx.Term.UpdateOneID(t.ID).SetTo(ends)
		if over {
			u.SetState(schema.TermStateEnded)
		}
		if err := u.Exec(ctx); err != nil {
			return err
		}
	}
	return nil
}

// orDay is the day given, or the other one.
func orDay(d *day.Date, other day.Date) day.Date {
	if d == nil {
		return other
	}
	return *d
}
