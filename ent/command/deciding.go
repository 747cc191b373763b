package command

import (
	"context"
	"slices"

	"sifang/ent"
	"sifang/ent/db"
	"sifang/ent/db/verdict"
	"sifang/schema"
	"sifang/schema/day"
	"sifang/schema/fault"
	"sifang/schema/ident"
	"sifang/schema/seat"
)

// deciding is the input field that names the decision.
func (in EndMembershipInput) deciding() string {
	if in.VoteID != nil {
		return "voteId"
	}
	return "resolutionId"
}

// decision is the day on which what the input names ended the post. It refuses,
// with DECISION_UNFIT, what is no decision of such a meeting as the rule names,
// and with ONE_OF_NEEDED two decisions at once.
func (in EndMembershipInput) decision(ctx context.Context, tx *ent.Tx, m *db.Membership, rule seat.Ending) (day.Date, *fault.Fault, error) {
	if in.VoteID != nil && in.ResolutionID != nil {
		return day.Date{}, fault.New(fault.OneOfNeeded, "fields", "voteId, resolutionId").At("voteId"), nil
	}
	var item ident.ID
	var decided day.Date
	var stands bool
	var err error
	if in.VoteID != nil {
		item, decided, stands, err = in.adopted(ctx, tx)
	} else {
		item, decided, stands, err = in.resolved(ctx, tx)
	}
	if err != nil {
		return decided, nil, err
	}
	by, err := tx.AgendaItem.Get(ctx, item)
	if err != nil {
		return decided, nil, err
	}
	meeting, err := tx.Meeting.Get(ctx, by.MeetingID)
	if err != nil {
		return decided, nil, err
	}
	elsewhere := apart(meeting.CommunityID, m.CommunityID) ||
		meeting.Kind == schema.MeetingKindCommittee && meeting.OrganizationID != m.OrganizationID
	if stands && !elsewhere && slices.Contains(rule.DecidedBy, meeting.Kind) {
		return decided, nil, nil
	}
	return day.Date{}, fault.New(fault.DecisionUnfit, "meetings", rule.DecidedBy).At(in.deciding()), nil
}

// adopted reads the vote that the input names: its item, the day on which it was
// closed, and whether it is final and adopted its motion.
func (in EndMembershipInput) adopted(ctx context.Context, tx *ent.Tx) (ident.ID, day.Date, bool, error) {
	v, err := need(ctx, tx.Vote.Get, in.VoteID.ID, "voteId")
	if err != nil {
		return ident.Nil, day.Date{}, false, err
	}
	if err := known(ctx, tx, v.ID, in.deciding()); err != nil || v.Status != schema.VoteStatusFinal || v.ClosedAt == nil {
		return v.AgendaItemID, day.Date{}, false, err
	}
	judged, err := tx.Verdict.Query().Where(verdict.VoteID(v.ID)).Order(db.Desc(verdict.FieldID)).First(ctx)
	if err != nil {
		return v.AgendaItemID, day.Date{}, false, err
	}
	return v.AgendaItemID, day.Of(*v.ClosedAt), judged.Outcome == schema.VerdictOutcomeAdopted, nil
}

// resolved reads the resolution that the input names: its item, the day on which
// it was adopted, and whether it is a decision that stands.
func (in EndMembershipInput) resolved(ctx context.Context, tx *ent.Tx) (ident.ID, day.Date, bool, error) {
	r, err := need(ctx, tx.Resolution.Get, in.ResolutionID.ID, "resolutionId")
	if err != nil {
		return ident.Nil, day.Date{}, false, err
	}
	standing := []schema.ResolutionStatus{
		schema.ResolutionStatusAdopted, schema.ResolutionStatusPublished, schema.ResolutionStatusInForce,
	}
	stands := r.Kind == schema.ResolutionKindDecision && slices.Contains(standing, r.Status)
	return r.AgendaItemID, day.Of(r.AdoptedAt), stands, known(ctx, tx, r.ID, in.deciding())
}
