package command

import (
	"context"
	"maps"

	"sifang/ent"
	"sifang/ent/db"
	"sifang/ent/restdays"
	"sifang/ent/rules"
	"sifang/schema"
	"sifang/schema/fault"
	"sifang/schema/ident"
	"sifang/schema/posting"
	"sifang/schema/rule"
)

// hanging is a posting on its way to the board.
type hanging struct {
	PublishInput
	kind      schema.PublicationKind
	community *ident.ID
	document  *ident.ID
	term      posting.Term
}

// hang finds for how long something of an organization has to hang: at least so
// many days, and as many as the provisions in force today ask for such a posting
// of such a body. It refuses fewer (OUT_OF_RANGE), and a sheet that the viewer
// does not know.
func (in PublishInput) hang(ctx context.Context, tx *ent.Tx, kind schema.PublicationKind, of ident.ID, community *ident.ID, least int) (hanging, *fault.Fault, error) {
	h := hanging{PublishInput: in, kind: kind, community: community}
	var err error
	if h.document, err = rollProof(ctx, tx, in.DocumentID, community); err != nil {
		return h, nil, err
	}
	laws, err := postings(ctx, tx, kind, of)
	if err != nil {
		return h, nil, err
	}
	rest, err := restdays.Known(ctx, tx.Client)
	if err != nil {
		return h, nil, err
	}
	days, few := in.days(max(least, posting.Least(tx.Today, laws, rest)))
	h.term = posting.Of(tx.Today, days, laws, rest)
	return h, few, nil
}

// postings are the provisions in force today about a posting of an organization.
func postings(ctx context.Context, tx *ent.Tx, kind schema.PublicationKind, of ident.ID) ([]rule.Posting, error) {
	organization, err := tx.Organization.Get(ctx, of)
	if err != nil {
		return nil, err
	}
	chain, err := rules.For(ctx, tx.Client, of, tx.Today)
	return chain.Postings(kind, organization.Kind), err
}

// row is the posting, which the verb completes with what it is about.
func (h hanging) row(tx *ent.Tx) *db.PublicationCreate {
	row := tx.Publication.Create().SetNillableCommunityID(h.community).SetKind(h.kind).SetPlace(h.Place).SetText(h.Text).
		SetPostedAt(tx.Now).SetMinimumDays(h.term.Days).SetUntil(h.term.Until).
		SetNillableDocumentID(h.document).SetNillablePostedByID(by(tx))
	if !h.term.ObjectionsUntil.IsZero() {
		row.SetObjectionsUntil(h.term.ObjectionsUntil)
	}
	if h.term.Basis != "" {
		row.SetBasis(h.term.Basis)
	}
	return row
}

// facts are what the record tells of the posting, and what else it is to tell.
func (h hanging) facts(id ident.ID, more ...map[string]any) map[string]any {
	facts := map[string]any{
		"publication": id, "kind": h.kind, "minimumDays": h.term.Days, "until": h.term.Until, "provisional": h.term.Provisional,
		"document": h.document,
	}
	if !h.term.ObjectionsUntil.IsZero() {
		facts["objectionsUntil"] = h.term.ObjectionsUntil
	}
	if h.term.Basis != "" {
		facts["basis"] = h.term.Basis
	}
	for _, one := range more {
		maps.Copy(facts, one)
	}
	return facts
}
