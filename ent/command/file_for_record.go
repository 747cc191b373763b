package command

import (
	"context"

	"sifang/ent"
	"sifang/ent/db"
	"sifang/ent/restdays"
	"sifang/ent/rules"
	"sifang/schema"
	"sifang/schema/day"
	"sifang/schema/fault"
	"sifang/schema/ident"
	"sifang/schema/seat"
	"sifang/schema/stage"
)

// FileForRecordInput is what is put on file, and with whom.
type FileForRecordInput struct {
	ent.Order
	TermID       *ident.Term
	MembershipID *ident.Membership
	ResolutionID *ident.Resolution
	AuthorityID  ident.Organization
	On           *day.Date
	DocumentID   *ident.Document
}

// FileForRecordPayload names the filing.
type FileForRecordPayload struct {
	fault.Outcome
	FilingID ident.ID
}

// filingWith are the kinds of bodies that take filings.
var filingWith = []schema.OrganizationKind{schema.OrganizationKindStreetOffice, schema.OrganizationKindGovernmentDepartment}

// FileForRecord puts on file that a body was elected for a term, that somebody
// joined or left it, or what it resolved. Until when that is in time, and until
// when the authority answers, follows from the rules of the day on which it is
// handed in. What comes late is taken in like all else, and shows it.
func (d *Do) FileForRecord(ctx context.Context, in FileForRecordInput) (*FileForRecordPayload, error) {
	return work(ctx, d, "fileForRecord", in, in.do)
}

func (in FileForRecordInput) do(ctx context.Context, tx *ent.Tx) (*ent.Deed[FileForRecordPayload], error) {
	f, err := in.subject(ctx, tx)
	if err != nil {
		return nil, err
	}
	o, authority, err := in.bodies(ctx, tx, f)
	if err != nil {
		return nil, err
	}
	grant, err := mayDirect(ctx, tx, "fileForRecord", o.ID)
	if err != nil {
		return nil, err
	}
	before, err := f.before(ctx, tx, authority.ID)
	if err != nil {
		return nil, err
	}
	document, err := rollProof(ctx, tx, in.DocumentID, o.CommunityID)
	if err != nil {
		return nil, err
	}
	on := orToday(in.On, tx)
	status, _ := stage.Filing.Next("fileForRecord", "")
	if err := refuse(at(f.wrong, f.field), before, fits(authority.Kind, filingWith, "authorityId"),
		existsOn(on, authority.From, authority.To, "authorityId"), between(on, f.happened, tx.Today, "on")); err != nil {
		return nil, err
	}
	row := tx.Filing.Create().SetNillableCommunityID(o.CommunityID).SetStatus(status).SetFiledOn(on).
		SetOrganizationID(o.ID).SetAuthorityID(authority.ID).SetNillableTermID(pointer(in.TermID)).
		SetNillableMembershipID(pointer(in.MembershipID)).SetNillableResolutionID(pointer(in.ResolutionID)).SetNillableDocumentID(document)
	facts := map[string]any{
		"organization": o.ID, "authority": authority.ID, "on": on, "document": document,
		"term": in.TermID, "membership": in.MembershipID, "resolution": in.ResolutionID,
	}
	if err := in.periods(ctx, tx, row, facts, f, o.Kind, on); err != nil {
		return nil, err
	}
	saved, err := row.Save(ctx)
	if err != nil {
		return nil, err
	}
	return ent.Did(FileForRecordPayload{FilingID: saved.ID}, grant, saved.ID, saved.CommunityID, facts), nil
}

// bodies locks whose it is, so that it is not put on file twice at once, and the
// authority.
func (in FileForRecordInput) bodies(ctx context.Context, tx *ent.Tx, f filed) (*db.Organization, *db.Organization, error) {
	o, err := lockedOrganization(tx, ent.Update)(ctx, f.organization)
	if err != nil {
		return nil, nil, err
	}
	// Nobody dissolves an authority while something is handed in there: its row is
	// only read, which spares a lock against the order of identifiers.
	authority, err := need(ctx, tx.Organization.Get, in.AuthorityID.ID, "authorityId")
	return o, authority, err
}

// periods enters until when the filing is in time and is answered, by the rules of
// the day.
func (in FileForRecordInput) periods(
	ctx context.Context, tx *ent.Tx, row *db.FilingCreate, facts map[string]any, f filed, kind schema.OrganizationKind, on day.Date,
) error {
	chain, err := rules.For(ctx, tx.Client, f.organization, on)
	if err != nil {
		return err
	}
	rule, ok := seat.FilingOf(chain.Seats(), kind, f.of)
	if !ok {
		return nil
	}
	rest, err := restdays.Known(ctx, tx.Client)
	if err != nil {
		return err
	}
	due := rule.Due(f.happened, rest)
	row.SetDueOn(due).SetBasis(rule.Source.String())
	facts["dueOn"], facts["rule"] = due, rule.Code
	if answer := rule.AnswerDue(on, rest); !answer.IsZero() {
		row.SetAnswerDueOn(answer)
		facts["answerDueOn"] = answer
	}
	return nil
}
