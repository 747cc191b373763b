package command

import (
	"context"

	"sifang/ent"
	"sifang/ent/db/filing"
	"sifang/schema/day"
	"sifang/schema/fault"
	"sifang/schema/ident"
	"sifang/schema/stage"
)

// AnswerFilingInput is a filing, and how the authority answers it.
type AnswerFilingInput struct {
	ent.Order
	FilingID ident.Filing
	Accepted bool
	Number   *string
	Note     *string
	On       *day.Date
}

// AnswerFilingPayload names the filing.
type AnswerFilingPayload struct {
	fault.Outcome
	FilingID ident.ID
}

// AnswerFiling takes something on file under a number, or hands it back and says
// what is missing.
func (d *Do) AnswerFiling(ctx context.Context, in AnswerFilingInput) (*AnswerFilingPayload, error) {
	return work(ctx, d, "answerFiling", in, in.do)
}

func (in AnswerFilingInput) do(ctx context.Context, tx *ent.Tx) (*ent.Deed[AnswerFilingPayload], error) {
	f, err := need(ctx, tx.Filing.Get, in.FilingID.ID, "filingId")
	if err != nil {
		return nil, err
	}
	subject, err := ofOrganization(ctx, tx, f.AuthorityID)
	if err != nil {
		return nil, err
	}
	grant, err := may(ctx, tx, "answerFiling", f.ID, subject)
	if err != nil {
		return nil, err
	}
	if f, err = tx.Filing.Query().Where(filing.ID(f.ID), ent.Update).Only(ctx); err != nil {
		return nil, err
	}
	var holds []stage.Guard
	if !in.Accepted {
		holds = append(holds, stage.HandedBack)
	}
	status, wrong := stage.Filing.Next("answerFiling", f.Status, holds...)
	on := orToday(in.On, tx)
	if err := refuse(append(in.said(), at(wrong, "filingId"), between(on, f.FiledOn, tx.Today, "on"))...); err != nil {
		return nil, err
	}
	if in.Note != nil {
		tx.Seal("note", *in.Note)
	}
	return ent.Did(AnswerFilingPayload{FilingID: f.ID}, grant, f.ID, f.CommunityID, map[string]any{
			"organization": f.OrganizationID, "status": status, "number": in.Number, "on": on,
		}), tx.Filing.UpdateOneID(f.ID).SetStatus(status).SetAnsweredOn(on).
			SetNillableNumber(in.Number).SetNillableNote(in.Note).Exec(ctx)
}

// said asks for the number of what is on file, or for what is missing; a filing
// that is handed back has no number.
func (in AnswerFilingInput) said() []*fault.Fault {
	switch {
	case in.Accepted && in.Number == nil:
		return []*fault.Fault{fault.New(fault.Blank).At("number")}
	case in.Accepted:
		return []*fault.Fault{text("number", *in.Number, nameLimit), given("note", in.Note, reasonLimit)}
	case in.Note == nil:
		return []*fault.Fault{fault.New(fault.Blank).At("note")}
	default:
		var numbered *fault.Fault
		if in.Number != nil {
			numbered = fault.New(fault.NumberUnused).At("number")
		}
		return []*fault.Fault{text("note", *in.Note, reasonLimit), numbered}
	}
}
