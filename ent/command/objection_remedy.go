package command

import (
	"context"
	"maps"
	"slices"

	"sifang/ent"
	"sifang/ent/db"
	"sifang/schema"
	"sifang/schema/fault"
	"sifang/schema/rule"
	"sifang/schema/stage"
)

// contestedBy is what an objection is to, all of it locked but what a roll
// belongs to: the meeting, the item, the vote.
func contestedBy(ctx context.Context, tx *ent.Tx, row *db.Objection) (contested, error) {
	if row.ResolutionID != nil || row.PublicationID != nil {
		return postedFor(ctx, tx, row)
	}
	about := contested{field: "objectionId", subject: row.ID, roll: row.RollID, community: row.CommunityID}
	var err error
	if row.RollID != nil {
		r, err := tx.Roll.Get(ctx, *row.RollID)
		if err != nil {
			return about, err
		}
		about.meeting, err = lockedMeeting(tx, ent.Share)(ctx, r.MeetingID)
		return about, err
	}
	vote := row.VoteID
	if row.CandidateID != nil {
		if about.candidate, err = tx.Candidate.Get(ctx, *row.CandidateID); err != nil {
			return about, err
		}
		vote = &about.candidate.VoteID
	}
	v, err := tx.Vote.Get(ctx, *vote)
	if err != nil {
		return about, err
	}
	item, err := tx.AgendaItem.Get(ctx, v.AgendaItemID)
	if err != nil {
		return about, err
	}
	if about.meeting, err = lockedMeeting(tx, ent.Share)(ctx, item.MeetingID); err != nil {
		return about, err
	}
	if _, err = lockedItem(tx, ent.Share)(ctx, item.ID); err != nil {
		return about, err
	}
	if about.vote, err = lockedVote(ctx, tx, v.ID); err != nil || about.candidate == nil {
		return about, err
	}
	// The candidate may have withdrawn before the vote was locked.
	about.candidate, err = tx.Candidate.Get(ctx, about.candidate.ID)
	return about, err
}

// postedFor is a resolution or a posting that an objection is to, with its
// meeting locked.
func postedFor(ctx context.Context, tx *ent.Tx, row *db.Objection) (contested, error) {
	var about contested
	if row.ResolutionID != nil {
		r, err := tx.Resolution.Get(ctx, *row.ResolutionID)
		if err != nil {
			return about, err
		}
		if about, err = resolvedUpon(ctx, tx, "objectionId", r); err != nil {
			return about, err
		}
	} else {
		p, err := tx.Publication.Get(ctx, *row.PublicationID)
		if err != nil {
			return about, err
		}
		if about, err = hung(ctx, tx, "objectionId", p); err != nil {
			return about, err
		}
	}
	about.subject = row.ID
	if about.meeting == nil {
		return about, nil
	}
	var err error
	about.meeting, err = lockedMeeting(tx, ent.Share)(ctx, about.meeting.ID)
	return about, err
}

// impossible refuses a remedy that what was objected to does not allow as it
// stands (REMEDY_NOT_POSSIBLE). What is dismissed has none.
func (c contested) impossible(upheld bool, remedy schema.ObjectionRemedy) *fault.Fault {
	possible := []schema.ObjectionRemedy{schema.ObjectionRemedyNone}
	if upheld {
		possible = append(possible, c.remedies()...)
	}
	if slices.Contains(possible, remedy) {
		return nil
	}
	return fault.New(fault.RemedyNotPossible, "remedy", remedy, "allowed", possible, "instead", c.instead()).At("remedy")
}

// instead says what takes the effect of a resolution away, which no answer to an
// objection does.
func (c contested) instead() fault.Words {
	if c.resolution == nil {
		return fault.Words{}
	}
	return fault.Words{
		Chinese: "决议已经作出：要使其失去效力，可以请求法院或者主管机关撤销，或者由有权的组织撤销、另作决议。",
		English: " The resolution is issued: what takes its effect away is a challenge before a court or an authority, its revocation, or a new resolution.",
	}
}

// remedies are what an objection may lead to. What was posted is posted again when
// it is right, and so is a resolution. A roll is corrected by an amendment. A candidate is struck off while nobody has voted. After that the
// papers stand; one to whom an objection was upheld cannot take the seat, and the
// vote may be held again, as may one that is final.
func (c contested) remedies() []schema.ObjectionRemedy {
	switch {
	case c.resolution != nil, c.publication != nil:
		return []schema.ObjectionRemedy{schema.ObjectionRemedyCorrection}
	case c.vote == nil, c.candidate != nil && slices.Contains(stage.Unopened, c.vote.Status):
		return []schema.ObjectionRemedy{schema.ObjectionRemedyCorrection}
	case !slices.Contains(stage.Counted, c.vote.Status):
		return nil
	case c.candidate != nil, c.vote.Status == schema.VoteStatusFinal:
		return []schema.ObjectionRemedy{schema.ObjectionRemedyNewVote}
	default:
		return []schema.ObjectionRemedy{schema.ObjectionRemedyCorrection, schema.ObjectionRemedyRecount, schema.ObjectionRemedyNewVote}
	}
}

// remedied does what follows from an answer, and answers what the record tells
// of it.
func (in answering) remedied(ctx context.Context, tx *ent.Tx, about contested) (map[string]any, error) {
	switch {
	case !in.Upheld || about.vote == nil:
		return map[string]any{}, nil
	case about.candidate != nil && slices.Contains(stage.Unopened, about.vote.Status):
		return map[string]any{}, about.strikeOff(ctx, tx)
	case in.remedy() == schema.ObjectionRemedyNewVote && about.vote.Status != schema.VoteStatusFinal:
		return in.again(ctx, tx, about)
	case in.remedy() == schema.ObjectionRemedyCorrection, in.remedy() == schema.ObjectionRemedyRecount:
		return in.recounted(ctx, tx, about)
	default:
		return map[string]any{}, nil
	}
}

// strikeOff takes the candidate off the paper, unless they left it meanwhile.
func (c contested) strikeOff(ctx context.Context, tx *ent.Tx) error {
	if c.gone() != nil {
		return nil
	}
	return strike(ctx, tx, c.candidate)
}

// again declares the vote void, so that it can be held again.
func (in answering) again(ctx context.Context, tx *ent.Tx, about contested) (map[string]any, error) {
	v := about.vote
	status, wrong := stage.Vote.Next("answerObjection", v.Status, append(about.guards(), stage.VotedAgain)...)
	issued, err := v.QueryResolutions().Exist(ctx)
	if err != nil {
		return nil, err
	}
	if issued {
		return nil, fault.New(fault.ResolutionIssued).At("objectionId")
	}
	if err := refuse(at(wrong, "objectionId")); err != nil {
		return nil, err
	}
	// The answer may speak of persons; the verdict is for everybody.
	judged, err := voided(ctx, tx, v, rule.Text{Chinese: "异议成立，须重新表决。", English: "an objection was upheld, and the vote has to be held again."})
	if err != nil {
		return nil, err
	}
	_, told, err := judgment{Verdict: judged, at: tx.Now}.write(ctx, tx, v)
	if err != nil {
		return nil, err
	}
	return told, tx.Vote.UpdateOneID(v.ID).SetStatus(status).Exec(ctx)
}

// recounted judges the vote anew. A result that was posted and does not stand,
// or has to be corrected first, is no longer preliminary: it is posted again when
// it is right, and may then be objected to again.
func (in answering) recounted(ctx context.Context, tx *ent.Tx, about contested) (map[string]any, error) {
	told, err := in.second.rejudge(ctx, tx, about.vote)
	if err != nil {
		return nil, err
	}
	facts := map[string]any{"changed": told != nil}
	maps.Copy(facts, told)
	stands := told == nil && in.remedy() == schema.ObjectionRemedyRecount
	if stands || about.vote.Status != schema.VoteStatusPreliminary {
		return facts, nil
	}
	status, wrong := stage.Vote.Next("answerObjection", about.vote.Status, stage.ResultReopened)
	if err := refuse(wrong); err != nil {
		return nil, err
	}
	return facts, tx.Vote.UpdateOneID(about.vote.ID).SetStatus(status).ClearObjectionsUntil().Exec(ctx)
}
