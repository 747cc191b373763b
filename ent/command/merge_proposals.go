package command

import (
	"context"
	"slices"

	"sifang/ent"
	"sifang/ent/db"
	"sifang/ent/db/proposal"
	"sifang/schema/fault"
	"sifang/schema/ident"
	"sifang/schema/mandate"
	"sifang/schema/stage"
)

// MergeProposalsInput are proposals that say the same, and the one that goes on.
type MergeProposalsInput struct {
	ent.Order
	ProposalIDs []ident.Proposal
	IntoID      ident.Proposal
}

// MergeProposalsPayload names the proposal that goes on, and those that go on in
// it.
type MergeProposalsPayload struct {
	fault.Outcome
	ProposalID ident.ID
	MergedIDs  []ident.ID
}

// MergeProposals lets several proposals go on as one. Signatures stay with the
// proposal for which they were given: nobody signed the other one.
func (d *Do) MergeProposals(ctx context.Context, in MergeProposalsInput) (*MergeProposalsPayload, error) {
	return work(ctx, d, "mergeProposals", in, in.do)
}

func (in MergeProposalsInput) do(ctx context.Context, tx *ent.Tx) (*ent.Deed[MergeProposalsPayload], error) {
	if err := refuse(many(len(in.ProposalIDs), "proposalIds")); err != nil {
		return nil, err
	}
	into, merged, err := in.locked(ctx, tx)
	if err != nil {
		return nil, err
	}
	grant, err := in.mandated(ctx, tx, append([]*db.Proposal{into}, merged...))
	if err != nil {
		return nil, err
	}
	_, wrong := stage.Proposal.Next("mergeProposals", into.Status, stage.Survives)
	faults := []*fault.Fault{at(wrong, "intoId")}
	for i, p := range merged {
		_, wrong := stage.Proposal.Next("mergeProposals", p.Status)
		faults = append(faults, at(wrong, "proposalIds", i), mergeable(p, into, i))
		if slices.Index(in.ProposalIDs, in.ProposalIDs[i]) < i {
			faults = append(faults, fault.New(fault.ListedTwice).At("proposalIds", i))
		}
	}
	if err := refuse(faults...); err != nil {
		return nil, err
	}
	ids := make([]ident.ID, len(merged))
	for i, p := range merged {
		status, _ := stage.Proposal.Next("mergeProposals", p.Status)
		if err := stopped(ctx, tx, "mergeProposals", p.ID); err != nil {
			return nil, err
		}
		if err := tx.Proposal.UpdateOneID(p.ID).SetStatus(status).SetMergedIntoID(into.ID).Exec(ctx); err != nil {
			return nil, err
		}
		ids[i] = p.ID
	}
	return ent.Did(MergeProposalsPayload{ProposalID: into.ID, MergedIDs: ids}, grant, into.ID, into.CommunityID, map[string]any{
		"merged": ids,
	}), nil
}

// locked locks all proposals in the order of their identifiers, and answers
// those to be merged in the order of the input.
func (in MergeProposalsInput) locked(ctx context.Context, tx *ent.Tx) (*db.Proposal, []*db.Proposal, error) {
	ids := append(plain(in.ProposalIDs), in.IntoID.ID)
	rows, err := tx.Proposal.Query().Where(proposal.IDIn(ids...), ent.Update).Order(db.Asc(proposal.FieldID)).All(ctx)
	if err != nil {
		return nil, nil, err
	}
	found := func(id ident.ID, field ...any) (*db.Proposal, error) {
		i := slices.IndexFunc(rows, func(p *db.Proposal) bool { return p.ID == id })
		if i < 0 {
			return nil, fault.New(fault.NotFound, "kind", ident.KindProposal).At(field...)
		}
		return rows[i], known(ctx, tx, id, field...)
	}
	into, err := found(in.IntoID.ID, "intoId")
	if err != nil {
		return nil, nil, err
	}
	merged := make([]*db.Proposal, len(in.ProposalIDs))
	for i, id := range in.ProposalIDs {
		if merged[i], err = found(id.ID, "proposalIds", i); err != nil {
			return nil, nil, err
		}
	}
	return into, merged, nil
}

// mandated asks the mandate about each of the proposals.
func (in MergeProposalsInput) mandated(ctx context.Context, tx *ent.Tx, all []*db.Proposal) (mandate.Grant, error) {
	var grant mandate.Grant
	for _, p := range all {
		subject, err := takingUp(ctx, tx, p)
		if err != nil {
			return grant, err
		}
		if grant, err = may(ctx, tx, "mergeProposals", p.ID, subject); err != nil {
			return grant, err
		}
	}
	return grant, nil
}

// mergeable refuses to merge a proposal into itself, into one of another
// community, and into one about another matter, which another body may decide.
func mergeable(p, into *db.Proposal, i int) *fault.Fault {
	switch {
	case p.ID == into.ID:
		return fault.New(fault.MergeWithItself).At("proposalIds", i)
	case apart(p.CommunityID, into.CommunityID):
		return fault.New(fault.OutsideCommunity, "kind", ident.KindProposal).At("proposalIds", i)
	case p.Matter != into.Matter:
		return fault.New(fault.MergeOtherMatter, "matter", p.Matter, "into", into.Matter).At("proposalIds", i)
	default:
		return nil
	}
}
