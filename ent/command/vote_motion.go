package command

import (
	"context"

	"sifang/ent"
	"sifang/ent/db"
	"sifang/ent/debate"
	"sifang/schema"
	"sifang/schema/fault"
	"sifang/schema/ident"
	"sifang/schema/stage"
)

// onMotion refuses a vote on a motion that is not one on the item
// (MOTION_OF_OTHER_ITEM), that was not seconded or decided already (WRONG_STATE),
// or on which another vote is prepared or goes on (ALREADY_EXISTS). One that was
// tied, had no quorum or is void may be repeated.
func (in DraftVoteInput) onMotion(ctx context.Context, tx *ent.Tx, p polled) (*fault.Fault, error) {
	if in.MotionID == nil {
		return nil, nil
	}
	m, err := need(ctx, tx.Motion.Get, in.MotionID.ID, "motionId")
	if err != nil {
		return nil, err
	}
	if m.AgendaItemID != p.item.ID {
		return fault.New(fault.MotionOfOtherItem).At("motionId"), nil
	}
	if in.kind() != schema.VoteKindMotion {
		return fault.New(fault.VoteKindMismatch, "kind", in.kind()).At("kind"), nil
	}
	if _, wrong := stage.Motion.Next("draftVote", m.Status); wrong != nil {
		return wrong.At("motionId"), nil
	}
	votes, err := motionVotes(ctx, tx, m)
	if err != nil {
		return nil, err
	}
	for _, v := range votes {
		held, err := hasResult(ctx, tx, v)
		if err != nil {
			return nil, err
		}
		if over := v.Status == schema.VoteStatusFinal || v.Status == schema.VoteStatusVoid; held || !over {
			return fault.New(fault.AlreadyExists, "kind", ident.KindVote).At("motionId"), nil
		}
	}
	return nil, nil
}

// ripe refuses to open a vote while an opinion is waited for (OPINION_PENDING) or
// an amendment goes before the motion (AMENDMENTS_FIRST), and to do so as somebody
// who steps aside on the item (STEPS_ASIDE).
func (p polled) ripe(ctx context.Context, tx *ent.Tx) error {
	aside, err := presides(ctx, tx, p.item.ID, "voteId")
	if err != nil {
		return err
	}
	awaited, err := debate.OpinionsAwaited(ctx, tx.Client, tx.Now, p.item.ID)
	if err != nil {
		return err
	}
	moved, err := debate.Moved(ctx, tx.Client, p.vote)
	if err != nil {
		return err
	}
	return refuse(aside, at(awaited[p.item.ID], "voteId"), at(moved[p.vote.ID], "voteId"))
}

// decided writes what became of the motion that a vote decided: adopted or
// rejected, and then amendments to it that are still open lapse. A vote that came
// to nothing leaves it to be voted on again.
func decided(ctx context.Context, tx *ent.Tx, v *db.Vote, outcome schema.VerdictOutcome) error {
	guard, ok := map[schema.VerdictOutcome]stage.Guard{
		schema.VerdictOutcomeAdopted: stage.MotionAdopted, schema.VerdictOutcomeRejected: stage.MotionRejected,
	}[outcome]
	if v.MotionID == nil || !ok {
		return nil
	}
	m, err := tx.Motion.Get(ctx, *v.MotionID)
	if err != nil {
		return err
	}
	status, settled := stage.Motion.Next("finalizeVote", m.Status, guard)
	if settled != nil {
		return nil // it lapsed with its item, or was adopted with the resolution
	}
	if err := tx.Motion.UpdateOneID(m.ID).SetStatus(status).Exec(ctx); err != nil {
		return err
	}
	open, err := openAmendments(ctx, tx, m)
	if err != nil {
		return err
	}
	return lapsed(ctx, tx, open)
}

// settles reports whether a vote has a result that settles its item. What became
// of an amendment settles nothing.
func settles(ctx context.Context, tx *ent.Tx, v *db.Vote) (bool, error) {
	amends, err := debate.Amends(ctx, tx.Client, v)
	if err != nil || amends {
		return false, err
	}
	return hasResult(ctx, tx, v)
}

// debated tells of a vote that is opened what goes on record: the fingerprint of
// the motion as it reads now, and the opinions that were not given in time.
func (p polled) debated(ctx context.Context, tx *ent.Tx) (string, []ident.ID, error) {
	rows, err := debate.OpinionsMissing(ctx, tx.Client, tx.Now, p.item.ID)
	if err != nil {
		return "", nil, err
	}
	var missing []ident.ID
	for _, row := range rows {
		missing = append(missing, row.ID)
	}
	motion, err := wording(ctx, tx, p.vote)
	return motion, missing, err
}

// wording is the fingerprint of the motion that a vote decides; nothing if it
// decides none.
func wording(ctx context.Context, tx *ent.Tx, v *db.Vote) (string, error) {
	if v.MotionID == nil {
		return "", nil
	}
	m, err := tx.Motion.Get(ctx, *v.MotionID)
	if err != nil {
		return "", err
	}
	texts, err := debate.CurrentTexts(ctx, tx.Client, m)
	if err != nil {
		return "", err
	}
	return digest([]byte(texts[0])), nil
}

// carries writes what a resolution means for what was moved on its item: the
// motion that it rests on was adopted, and the others lapse.
func carries(ctx context.Context, tx *ent.Tx, t treatment, rests *ident.Vote) error {
	for _, v := range t.votes {
		if rests == nil || v.ID != rests.ID {
			continue
		}
		if err := decided(ctx, tx, v, schema.VerdictOutcomeAdopted); err != nil {
			return err
		}
	}
	return lapsedWith(ctx, tx, t.item.ID)
}

// amendmentOnly refuses to rest a resolution on a vote that decided an amendment.
func amendmentOnly(ctx context.Context, tx *ent.Tx, v *db.Vote) error {
	amends, err := debate.Amends(ctx, tx.Client, v)
	if err != nil || !amends {
		return err
	}
	return fault.New(fault.VoteOnAmendment).At("voteId")
}

// othersMoved reports whether another motion on the item may still carry
// something.
func (p polled) othersMoved(ctx context.Context, tx *ent.Tx) (bool, error) {
	rows, err := openMotions(ctx, tx, p.item.ID)
	if err != nil {
		return false, err
	}
	for _, m := range rows {
		mine := p.vote.MotionID != nil && (m.ID == *p.vote.MotionID || m.AmendsID != nil && *m.AmendsID == *p.vote.MotionID)
		if !mine {
			return true, nil
		}
	}
	return false, nil
}
