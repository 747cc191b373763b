package command

import (
	"context"

	"sifang/ent"
	"sifang/ent/db"
	"sifang/ent/db/filing"
	"sifang/schema"
	"sifang/schema/day"
	"sifang/schema/fault"
	"sifang/schema/ident"
	"sifang/schema/seat"
	"sifang/schema/stage"
)

// filed is what is put on file: whose it is, what it is, and since when there was
// something to put on file.
type filed struct {
	of           seat.Filed
	organization ident.ID
	id           ident.ID
	field        string
	happened     day.Date
	wrong        *fault.Fault
}

// subject reads what the input names: exactly one thing, which the viewer may see.
func (in FileForRecordInput) subject(ctx context.Context, tx *ent.Tx) (filed, error) {
	if !oneOf(in.TermID != nil, in.MembershipID != nil, in.ResolutionID != nil) {
		return filed{}, fault.New(fault.OneOfNeeded, "fields", "termId, membershipId, resolutionId").At("termId")
	}
	var f filed
	var err error
	switch {
	case in.TermID != nil:
		f, err = in.election(ctx, tx)
	case in.MembershipID != nil:
		f, err = in.change(ctx, tx)
	default:
		f, err = in.resolution(ctx, tx)
	}
	if err != nil {
		return f, err
	}
	return f, known(ctx, tx, f.id, f.field)
}

// election is a body that was elected for a term.
func (in FileForRecordInput) election(ctx context.Context, tx *ent.Tx) (filed, error) {
	t, err := need(ctx, tx.Term.Get, in.TermID.ID, "termId")
	if err != nil {
		return filed{}, err
	}
	_, wrong := stage.Term.Next("fileForRecord", t.State)
	return filed{seat.FiledTerm, t.OrganizationID, t.ID, "termId", t.From, wrong}, nil
}

// change is that somebody joined the body or, if that is over, left it.
func (in FileForRecordInput) change(ctx context.Context, tx *ent.Tx) (filed, error) {
	m, err := need(ctx, tx.Membership.Get, in.MembershipID.ID, "membershipId")
	if err != nil {
		return filed{}, err
	}
	_, wrong := stage.Membership.Next("fileForRecord", m.Status)
	happened := m.From
	if m.To != nil && m.To.Compare(tx.Today) <= 0 {
		happened = *m.To
	}
	return filed{seat.FiledChange, m.OrganizationID, m.ID, "membershipId", happened, wrong}, nil
}

// resolution is a resolution that was published.
func (in FileForRecordInput) resolution(ctx context.Context, tx *ent.Tx) (filed, error) {
	r, err := need(ctx, tx.Resolution.Get, in.ResolutionID.ID, "resolutionId")
	if err != nil {
		return filed{}, err
	}
	_, wrong := stage.Resolution.Next("fileForRecord", r.Status)
	return filed{seat.FiledResolution, r.OrganizationID, r.ID, "resolutionId", day.Of(r.AdoptedAt), wrong}, nil
}

// before refuses, with ALREADY_FILED, what is on file with the authority or waits
// there for its answer.
func (f filed) before(ctx context.Context, tx *ent.Tx, authority ident.ID) (*fault.Fault, error) {
	about := filing.TermID(f.id)
	switch f.of {
	case seat.FiledChange:
		about = filing.MembershipID(f.id)
	case seat.FiledResolution:
		about = filing.ResolutionID(f.id)
	}
	// Who joined and left is put on file twice, the second time after leaving.
	row, err := tx.Filing.Query().Where(about, filing.AuthorityID(authority), filing.FiledOnGTE(f.happened),
		filing.StatusNEQ(schema.FilingStatusReturned)).First(ctx)
	if db.IsNotFound(err) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	return fault.New(fault.AlreadyFiled, "on", row.FiledOn).At(f.field), nil
}
