package command

import (
	"context"
	"slices"
	"time"

	"sifang/ent"
	"sifang/ent/db"
	"sifang/ent/db/agendaitem"
	"sifang/schema"
	"sifang/schema/fault"
	"sifang/schema/ident"
	"sifang/schema/procedure"
)

// proof is the thing that proves a step: what sort of thing it is, and when it
// began and was done.
type proof struct {
	procedure.Evidence
	id           ident.ID
	field        string
	began, ended time.Time
}

// proof reads the thing that the input names. It refuses with PROOF_OF_OTHER what
// is not about the proposal, and with PROOF_UNFINISHED what proves nothing yet.
func (in completing) proof(ctx context.Context, tx *ent.Tx, run *db.ProcedureRun) (proof, error) {
	switch {
	case !oneOf(in.MeetingID != nil, in.VoteID != nil, in.ResolutionID != nil, in.PublicationID != nil, in.DocumentID != nil):
		return proof{}, fault.New(fault.OneOfNeeded, "fields", "meetingId, voteId, resolutionId, publicationId, documentId").At("meetingId")
	case in.MeetingID != nil:
		return in.byMeeting(ctx, tx, run)
	case in.VoteID != nil:
		return in.byVote(ctx, tx, run)
	case in.ResolutionID != nil:
		return in.byResolution(ctx, tx, run)
	case in.PublicationID != nil:
		return in.byPosting(ctx, tx, run)
	default:
		return in.byPaper(ctx, tx, run)
	}
}

// byMeeting takes a meeting that is over, and in which the proposal was treated.
func (in CompleteStepInput) byMeeting(ctx context.Context, tx *ent.Tx, run *db.ProcedureRun) (proof, error) {
	shown := proof{id: in.MeetingID.ID, field: "meetingId", Evidence: procedure.Evidence{Kind: schema.ProofKindMeeting}}
	m, err := need(ctx, lockedMeeting(tx, ent.Share), shown.id, shown.field)
	if err != nil {
		return shown, err
	}
	if err := known(ctx, tx, m.ID, shown.field); err != nil {
		return shown, err
	}
	item, err := tx.AgendaItem.Query().Where(agendaitem.MeetingID(m.ID), agendaitem.ProposalID(run.ProposalID)).Only(ctx)
	if db.IsNotFound(err) {
		return shown, shown.other()
	}
	if err != nil {
		return shown, err
	}
	switch {
	case m.Status != schema.MeetingStatusClosed || m.OpenedAt == nil || m.ClosedAt == nil:
		return shown, shown.unfinished(m.Status)
	case !slices.Contains(treatedAs, item.Disposition):
		return shown, shown.unfinished(item.Disposition)
	}
	shown.Meeting, shown.began, shown.ended = m.Kind, *m.OpenedAt, *m.ClosedAt
	shown.Of, err = kindOf(ctx, tx, m.OrganizationID)
	return shown, err
}

// treatedAs are the dispositions of an item with which a meeting was done.
var treatedAs = []schema.AgendaItemDisposition{
	schema.AgendaItemDispositionDecided, schema.AgendaItemDispositionRecommended,
	schema.AgendaItemDispositionReferred, schema.AgendaItemDispositionNoted,
}

// byVote takes a vote that was adopted, as far as its result may carry a
// resolution.
func (in completing) byVote(ctx context.Context, tx *ent.Tx, run *db.ProcedureRun) (proof, error) {
	shown := proof{id: in.VoteID.ID, field: "voteId", Evidence: procedure.Evidence{Kind: schema.ProofKindVote}}
	v, err := lockedVote(ctx, tx, shown.id)
	if v, err = found(v, err, ident.KindVote, shown.field); err != nil {
		return shown, err
	}
	if err := known(ctx, tx, v.ID, shown.field); err != nil {
		return shown, err
	}
	item, err := tx.AgendaItem.Query().Where(agendaitem.ID(v.AgendaItemID)).WithMeeting().Only(ctx)
	if err != nil {
		return shown, err
	}
	if item.ProposalID != run.ProposalID {
		return shown, shown.other()
	}
	adopted, _, err := in.second.adopted(ctx, tx, v)
	if err != nil {
		return shown, err
	}
	shown.Meeting, shown.Vote, shown.Rule = item.Edges.Meeting.Kind, v.Kind, v.RuleCode
	shown.began, shown.ended = *v.OpenedAt, adopted
	shown.Of, err = kindOf(ctx, tx, item.Edges.Meeting.OrganizationID)
	return shown, err
}

// byResolution takes a resolution on the proposal that stands.
func (in CompleteStepInput) byResolution(ctx context.Context, tx *ent.Tx, run *db.ProcedureRun) (proof, error) {
	shown := proof{id: in.ResolutionID.ID, field: "resolutionId", Evidence: procedure.Evidence{Kind: schema.ProofKindResolution}}
	r, err := need(ctx, tx.Resolution.Get, shown.id, shown.field)
	if err != nil {
		return shown, err
	}
	if err := known(ctx, tx, r.ID, shown.field); err != nil {
		return shown, err
	}
	item, err := tx.AgendaItem.Get(ctx, r.AgendaItemID)
	switch {
	case err != nil:
		return shown, err
	case item.ProposalID != run.ProposalID:
		return shown, shown.other()
	case !slices.Contains(proving, r.Status):
		return shown, shown.unfinished(r.Status)
	}
	shown.Resolution, shown.began, shown.ended = r.Kind, r.AdoptedAt, r.AdoptedAt
	shown.Of, err = kindOf(ctx, tx, r.OrganizationID)
	return shown, err
}

// proving are the states in which a resolution proves that it was made: not one
// that was struck down, or that another replaced.
var proving = []schema.ResolutionStatus{
	schema.ResolutionStatusAdopted, schema.ResolutionStatusPublished, schema.ResolutionStatusInForce,
	schema.ResolutionStatusRevokedInPart, schema.ResolutionStatusExpired,
}

// byPaper takes a paper, which proves what it says from the day on which it came
// in.
func (in CompleteStepInput) byPaper(ctx context.Context, tx *ent.Tx, run *db.ProcedureRun) (proof, error) {
	shown := proof{id: in.DocumentID.ID, field: "documentId", Evidence: procedure.Evidence{Kind: schema.ProofKindDocument}}
	if _, err := rollProof(ctx, tx, in.DocumentID, run.CommunityID); err != nil {
		return shown, err
	}
	row, err := tx.Document.Get(ctx, shown.id)
	if err != nil {
		return shown, err
	}
	shown.began, shown.ended = row.UploadedAt, row.UploadedAt
	return shown, nil
}

func kindOf(ctx context.Context, tx *ent.Tx, organization ident.ID) (schema.OrganizationKind, error) {
	o, err := tx.Organization.Get(ctx, organization)
	if err != nil {
		return "", err
	}
	return o.Kind, nil
}

func (p proof) other() *fault.Fault {
	return fault.New(fault.ProofOfOther, "kind", p.Kind).At(p.field)
}

func (p proof) unfinished(state any) *fault.Fault {
	return fault.New(fault.ProofUnfinished, "kind", p.Kind, "state", state).At(p.field)
}

// used refuses a thing that proves a step taken before.
func (p proof) used(plan procedure.Procedure, taken []*db.ProcedureStep) *fault.Fault {
	for _, s := range taken {
		if proofID(s) == p.id {
			step, _ := plan.Step(s.Step)
			return fault.New(fault.ProofUsed, "step", fault.Words(step.Title)).At(p.field)
		}
	}
	return nil
}

// early refuses a thing that began before the steps before it were done: whatever
// the order in which things are recorded, nothing was skipped when they happened.
func (p proof) early(plan procedure.Procedure, steps []string, taken []*db.ProcedureStep) *fault.Fault {
	for _, s := range taken {
		behind := slices.ContainsFunc(steps, func(code string) bool { return slices.Contains(plan.Before(code), s.Step) })
		if behind && p.began.Before(s.DoneAt) {
			step, _ := plan.Step(s.Step)
			return fault.New(fault.ProofTooEarly, "began", p.began, "before", fault.Words(step.Title), "done", s.DoneAt).At(p.field)
		}
	}
	return nil
}
