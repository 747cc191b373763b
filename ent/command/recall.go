package command

import (
	"context"
	"strings"

	"sifang/ent"
	"sifang/ent/db"
	"sifang/ent/poll"
	"sifang/ent/rules"
	"sifang/ent/sitting"
	"sifang/schema"
	"sifang/schema/fault"
	"sifang/schema/ident"
)

// recalls refuses to recall somebody by anything but a motion
// (VOTE_KIND_MISMATCH), who is in no office (RECALL_NOT_IN_POST), who holds it in
// another community (RECALL_ELSEWHERE), or whom this meeting may not recall
// (RECALL_NOT_THEIRS).
func (in DraftVoteInput) recalls(ctx context.Context, tx *ent.Tx, p polled) (*fault.Fault, error) {
	if in.RecallOfID == nil {
		return nil, nil
	}
	if in.kind() != schema.VoteKindMotion {
		return fault.New(fault.VoteKindMismatch, "kind", in.kind()).At("recallOfId"), nil
	}
	m, err := need(ctx, tx.Membership.Get, in.RecallOfID.ID, "recallOfId")
	if err != nil {
		return nil, err
	}
	if err := known(ctx, tx, m.ID, "recallOfId"); err != nil {
		return nil, err
	}
	_, over := membershipStep("endMembership", m)
	switch {
	case m.PostID == nil || over != nil:
		return fault.New(fault.RecallNotInPost, "status", m.Status).At("recallOfId"), nil
	case apart(m.CommunityID, p.meeting.CommunityID):
		return fault.New(fault.RecallElsewhere).At("recallOfId"), nil
	}
	body, err := tx.Organization.Get(ctx, m.OrganizationID)
	if err != nil {
		return nil, err
	}
	theirs, err := p.recallers(ctx, tx, body)
	if err != nil || theirs {
		return nil, err
	}
	return fault.New(fault.RecallNotTheirs, "organization", body.Name).At("recallOfId"), nil
}

// recallers reports whether the meeting may recall those who hold posts in the
// body. Where the rules know the matter, which is named after the kind of the body
// (OWNERS_COMMITTEE_RECALL, by Civil Code art. 278; RESIDENTS_COMMITTEE_RECALL, by
// the Residents' Committees Law art. 20), that has to be on the agenda of whoever
// decides it where the body is at home. Any other body recalls its own people.
func (p polled) recallers(ctx context.Context, tx *ent.Tx, body *db.Organization) (bool, error) {
	of, err := tx.Organization.Get(ctx, p.meeting.OrganizationID)
	if err != nil {
		return false, err
	}
	chain, err := rules.For(ctx, tx.Client, of.ID, tx.Today)
	if err != nil {
		return false, err
	}
	recall := string(body.Kind) + "_RECALL"
	if _, regulated := chain.Authority(recall); !regulated {
		return p.meeting.LinkageID == nil && of.ID == body.ID, nil
	}
	matter, err := p.matter(ctx, tx)
	if err != nil {
		return false, err
	}
	own, decides := sitting.Authority(p.meeting.Kind, of.Kind)
	if !strings.HasPrefix(matter, recall) || !decides || own != p.item.Authority {
		return false, nil
	}
	return reaches(ctx, tx, of, body)
}

// recalled locks whoever a vote is to recall, if that is what it is about: a
// person is locked before anything else.
func recalled(ctx context.Context, tx *ent.Tx, id ident.Vote) (*db.Membership, error) {
	v, err := need(ctx, tx.Vote.Get, id.ID, "voteId")
	if err != nil || v.RecallOfID == nil {
		return nil, err
	}
	return lockedMembership(ctx, tx, ident.Membership{ID: *v.RecallOfID})
}

// remove ends the post of whoever was recalled, once that is final, and what
// rests on it. Somebody who left meanwhile has nothing left to lose.
func remove(ctx context.Context, tx *ent.Tx, m *db.Membership, judged poll.Judgment) error {
	if m == nil || judged.Outcome != schema.VerdictOutcomeAdopted {
		return nil
	}
	status, over := membershipStep("endMembership", m)
	if over != nil {
		return nil
	}
	err := tx.Membership.UpdateOneID(m.ID).SetStatus(status).SetTo(tx.Today).SetEndReason(schema.EndReasonRemoved).Exec(ctx)
	if err != nil {
		return err
	}
	_, err = lapse(ctx, tx, m.ID, tx.Today)
	return err
}
