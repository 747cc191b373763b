package command

import (
	"context"
	"slices"
	"strings"

	"sifang/ent"
	"sifang/ent/db"
	"sifang/ent/power"
	"sifang/ent/rules"
	"sifang/schema"
	"sifang/schema/fault"
	"sifang/schema/ident"
	"sifang/schema/mandate"
	"sifang/schema/rule"
	"sifang/schema/stage"
)

// SubmitProposalInput is a matter to be treated, and whose it is.
type SubmitProposalInput struct {
	ent.Order
	Title                   string
	Text                    string
	Source                  schema.ProposalSource
	Matter                  string
	AreaID                  ident.Area
	ProposerID              *ident.Person
	ProposingOrganizationID *ident.Organization
	TrackerID               *ident.Person
	ForSignatures           bool
}

// SubmitProposalPayload names the proposal handed in.
type SubmitProposalPayload struct {
	fault.Outcome
	ProposalID ident.ID
}

// SubmitProposal hands a proposal in. Everybody does so in their own name;
// officers and registrars also record what others raised by word of mouth.
func (d *Do) SubmitProposal(ctx context.Context, in SubmitProposalInput) (*SubmitProposalPayload, error) {
	return work(ctx, d, "submitProposal", in, in.do)
}

func (in SubmitProposalInput) do(ctx context.Context, tx *ent.Tx) (*ent.Deed[SubmitProposalPayload], error) {
	proposer, err := in.proposer(ctx, tx)
	if err != nil {
		return nil, err
	}
	if in.TrackerID != nil {
		if _, err := seenPerson(ctx, tx, lockedPerson(tx, ent.Share), in.TrackerID.ID, "trackerId"); err != nil {
			return nil, err
		}
	}
	area, err := need(ctx, tx.Area.Get, in.AreaID.ID, "areaId")
	if err != nil {
		return nil, err
	}
	grant, err := may(ctx, tx, "submitProposal", ident.Nil, inCommunity(area.CommunityID))
	if err != nil {
		return nil, err
	}
	if err := forOthers(ctx, tx, proposer, area); err != nil {
		return nil, err
	}
	unknown, err := unknownMatter(ctx, tx, area, in.Matter)
	if err != nil {
		return nil, err
	}
	status, wrong := stage.Proposal.Next("submitProposal", "")
	if err := refuse(text("title", in.Title, nameLimit), text("text", in.Text, textLimit), unknown,
		existsOn(tx.Today, area.From, area.To, "areaId"), wrong); err != nil {
		return nil, err
	}
	create := tx.Proposal.Create().SetNillableCommunityID(area.CommunityID).SetTitle(in.Title).SetText(in.Text).
		SetSource(in.Source).SetMatter(in.Matter).SetStatus(status).SetAreaID(area.ID).
		SetNillableProposerID(proposer.person).SetNillableProposingOrganizationID(proposer.organization).
		SetNillableTrackerID(pointer(in.TrackerID))
	if in.ForSignatures {
		create.SetPublishedAt(tx.Now)
	}
	row, err := create.Save(ctx)
	if err != nil {
		return nil, err
	}
	tx.Seal("title", in.Title)
	tx.Seal("text", in.Text)
	return ent.Did(SubmitProposalPayload{ProposalID: row.ID}, grant, row.ID, area.CommunityID, map[string]any{
		"source": in.Source, "matter": in.Matter, "area": in.AreaID, "forSignatures": in.ForSignatures,
	}), nil
}

// proposer is who the input names, or the viewer.
func (in SubmitProposalInput) proposer(ctx context.Context, tx *ent.Tx) (somebody, error) {
	person := in.ProposerID
	if person == nil && in.ProposingOrganizationID == nil && !tx.Viewer.Person.IsZero() {
		person = &ident.Person{ID: tx.Viewer.Person}
	}
	return whoever(ctx, tx, ent.Share, person, in.ProposingOrganizationID, tx.Today,
		[2]string{"proposerId", "proposingOrganizationId"})
}

// forOthers refuses a proposal in the name of another person by anybody but
// those who may take it up, and one in the name of an organization by anybody
// but its officers and the registrars.
func forOthers(ctx context.Context, tx *ent.Tx, proposer somebody, area *db.Area) error {
	if proposer.person != nil && *proposer.person == tx.Viewer.Person {
		return nil
	}
	field, subject := "proposerId", mandate.Subject{}
	var err error
	if proposer.organization != nil {
		field = "proposingOrganizationId"
		subject, err = ofOrganization(ctx, tx, *proposer.organization)
	} else {
		subject, err = power.OfProposal(ctx, tx.Client, tx.Today, area)
	}
	if err != nil {
		return err
	}
	if _, refused := mandate.Ask("acceptProposal", tx.Viewer, subject); refused != nil {
		return fault.New(fault.OnlyForOneself).At(field)
	}
	return nil
}

// unknownMatter refuses a matter that neither the rules of the area know nor
// the bylaws of a body there, and lists those they know.
func unknownMatter(ctx context.Context, tx *ent.Tx, area *db.Area, code string) (*fault.Fault, error) {
	chain, err := rules.In(ctx, tx.Client, area.ID, tx.Today)
	if err != nil {
		return nil, err
	}
	chains := []rule.Chain{chain}
	bodies, err := power.TakingUp(ctx, tx.Client, tx.Today, area)
	if err != nil {
		return nil, err
	}
	for _, body := range bodies {
		bylaws, err := rules.For(ctx, tx.Client, body, tx.Today)
		if err != nil {
			return nil, err
		}
		chains = append(chains, bylaws)
	}
	known := matters(chains...)
	if slices.Contains(known, code) {
		return nil, nil
	}
	return fault.New(fault.MatterUnknown, "code", code, "known", strings.Join(known, ", ")).At("matter"), nil
}

// matters are the codes of all matters that the rules know, in alphabetical
// order.
func matters(chains ...rule.Chain) []string {
	var known []string
	for _, chain := range chains {
		for _, set := range chain {
			for _, m := range set.Matters {
				known = append(known, m.Code)
			}
		}
	}
	slices.Sort(known)
	return slices.Compact(known)
}
