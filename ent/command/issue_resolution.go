package command

import (
	"context"
	"slices"
	"time"

	"sifang/ent"
	"sifang/ent/db"
	"sifang/ent/db/resolution"
	"sifang/schema"
	"sifang/schema/day"
	"sifang/schema/fault"
	"sifang/schema/ident"
	"sifang/schema/mandate"
	"sifang/schema/notice"
	"sifang/schema/stage"
)

// IssueResolutionInput is what was resolved on an agenda item, and the vote it
// rests on.
type IssueResolutionInput struct {
	ent.Order
	AgendaItemID  ident.AgendaItem
	VoteID        *ident.Vote
	Kind          *schema.ResolutionKind
	Title         string
	Text          string
	EffectiveFrom *day.Date
	EffectiveTo   *day.Date
	SupersedesID  *ident.Resolution
	AmendsID      *ident.Resolution
	Condition     *string
}

// IssueResolutionPayload names the resolution.
type IssueResolutionPayload struct {
	fault.Outcome
	ResolutionID ident.ID
}

// IssueResolution writes down what a meeting resolved on an item. It is a
// decision only if the body that meets has the authority to decide the matter.
// Otherwise it is a recommendation, or a referral to the body that has.
func (d *Do) IssueResolution(ctx context.Context, in IssueResolutionInput) (*IssueResolutionPayload, error) {
	return work(ctx, d, "issueResolution", in, issuing{in, d.second}.do)
}

// issuing writes a resolution down, with the counter that checks a verdict that
// was not written down yet.
type issuing struct {
	IssueResolutionInput
	second counter
}

func (in issuing) do(ctx context.Context, tx *ent.Tx) (*ent.Deed[IssueResolutionPayload], error) {
	t, organization, grant, err := in.treated(ctx, tx)
	if err != nil {
		return nil, err
	}
	kind, wrongKind := in.kind(t, organization)
	guard := ledBy[kind]
	_, byMeeting := stage.Meeting.Next("issueResolution", t.meeting.Status)
	disposition, byItem := stage.AgendaItem.Next("issueResolution", t.item.Disposition, guard)
	proposed, byProposal := stage.Proposal.Next("issueResolution", t.proposal.Status, guard)
	if err := refuse(at(byMeeting, "agendaItemId"), at(byItem, "agendaItemId"), at(byProposal, "agendaItemId"), wrongKind,
		text("title", in.Title, nameLimit), text("text", in.Text, textLimit), in.effective(kind, tx.Today),
		in.deciding(kind), given("condition", in.Condition, reasonLimit)); err != nil {
		return nil, err
	}
	if err := in.earlier(ctx, tx, organization); err != nil {
		return nil, err
	}
	adoptedAt, told, err := in.basis(ctx, tx, t, kind)
	if err != nil {
		return nil, err
	}
	if err := carries(ctx, tx, t, in.VoteID); err != nil {
		return nil, err
	}
	row, err := in.write(ctx, tx, t, kind, adoptedAt)
	if err != nil {
		return nil, err
	}
	if err := in.waits(ctx, tx, row); err != nil {
		return nil, err
	}
	item := tx.AgendaItem.UpdateOneID(t.item.ID).SetDisposition(disposition)
	if kind == schema.ResolutionKindReferral {
		item.SetDispositionNote("转交" + notice.Authority(t.item.Authority) + "。")
	}
	if err := item.Exec(ctx); err != nil {
		return nil, err
	}
	if err := tx.Proposal.UpdateOneID(t.proposal.ID).SetStatus(proposed).Exec(ctx); err != nil {
		return nil, err
	}
	tx.Seal("title", in.Title)
	tx.Seal("text", in.Text)
	if in.Condition != nil {
		tx.Seal("condition", *in.Condition)
	}
	return ent.Did(IssueResolutionPayload{ResolutionID: row.ID}, grant, row.ID, row.CommunityID, map[string]any{
		"organization": row.OrganizationID, "year": row.Year, "serial": row.Serial, "kind": kind,
		"agendaItem": t.item.ID, "vote": in.VoteID, "authority": t.item.Authority, "adoptedAt": adoptedAt.UTC(), "judged": told,
		"supersedes": in.SupersedesID, "amends": in.AmendsID, "conditional": in.Condition != nil,
	}), nil
}

// ledBy is the condition under which the stages let each kind of resolution
// settle an item.
var ledBy = map[schema.ResolutionKind]stage.Guard{
	schema.ResolutionKindDecision:       stage.Decides,
	schema.ResolutionKindRecommendation: stage.Recommends,
	schema.ResolutionKindReferral:       stage.Refers,
}

// treated locks the organization, which gives out the number, and then the item
// with all that hangs on it.
func (in IssueResolutionInput) treated(ctx context.Context, tx *ent.Tx) (treatment, *db.Organization, mandate.Grant, error) {
	var t treatment
	var none mandate.Grant
	item, err := need(ctx, tx.AgendaItem.Get, in.AgendaItemID.ID, "agendaItemId")
	if err != nil {
		return t, nil, none, err
	}
	m, err := tx.Meeting.Get(ctx, item.MeetingID)
	if err != nil {
		return t, nil, none, err
	}
	organization, err := lockedOrganization(tx, ent.Update)(ctx, m.OrganizationID)
	if err != nil {
		return t, nil, none, err
	}
	t, _, grant, err := treated(ctx, tx, "issueResolution", in.AgendaItemID)
	return t, organization, grant, err
}

// effective checks from when until when a decision is to be in force. Nothing
// else ever is, and nothing comes into force before it was decided.
func (in IssueResolutionInput) effective(kind schema.ResolutionKind, today day.Date) *fault.Fault {
	switch {
	case kind != schema.ResolutionKindDecision && in.EffectiveFrom != nil:
		return fault.New(fault.FieldUnused, "kind", kind, "field", "effectiveFrom").At("effectiveFrom")
	case kind != schema.ResolutionKindDecision && in.EffectiveTo != nil:
		return fault.New(fault.FieldUnused, "kind", kind, "field", "effectiveTo").At("effectiveTo")
	case in.EffectiveFrom != nil && in.EffectiveFrom.Before(today):
		return fault.New(fault.EffectiveTooSoon, "earliest", today).At("effectiveFrom")
	}
	from := today
	if in.EffectiveFrom != nil {
		from = *in.EffectiveFrom
	}
	if in.EffectiveTo == nil || in.EffectiveTo.After(from) {
		return nil
	}
	return fault.New(fault.EndsBeforeItStarts, "from", from, "to", *in.EffectiveTo).At("effectiveTo")
}

// basis tells when the resolution was adopted: when its vote was, or now if it
// rests on none; and what the record tells of that vote. It refuses a decision
// without a vote that adopted it, a vote on another item or one that adopted
// nothing, and to pass over a vote that has a result or still runs.
func (in issuing) basis(ctx context.Context, tx *ent.Tx, t treatment, kind schema.ResolutionKind) (time.Time, map[string]any, error) {
	var rests *db.Vote
	for _, v := range t.votes {
		held, err := settles(ctx, tx, v)
		switch {
		case err != nil:
			return tx.Now, nil, err
		case v.Status == schema.VoteStatusOpen:
			return tx.Now, nil, fault.New(fault.VoteStillOpen, "votes", v.ID).At("agendaItemId")
		case in.VoteID != nil && v.ID == in.VoteID.ID:
			rests = v
		case in.VoteID == nil && held:
			return tx.Now, nil, fault.New(fault.VoteHeld, "votes", v.ID).At("voteId")
		}
	}
	switch {
	case rests != nil:
		return in.second.adopted(ctx, tx, rests)
	case in.VoteID == nil && kind == schema.ResolutionKindDecision:
		return tx.Now, nil, fault.New(fault.VoteNeeded).At("voteId")
	case in.VoteID == nil:
		return tx.Now, nil, nil
	}
	if _, err := need(ctx, tx.Vote.Get, in.VoteID.ID, "voteId"); err != nil {
		return tx.Now, nil, err
	}
	return tx.Now, nil, fault.New(fault.VoteOfOtherItem).At("voteId")
}

// adopted tells when a vote adopted its motion, or refuses with NOT_ADOPTED. A
// result that cannot be final yet carries no resolution.
func (second counter) adopted(ctx context.Context, tx *ent.Tx, v *db.Vote) (time.Time, map[string]any, error) {
	if !slices.Contains(stage.Counted, v.Status) {
		return tx.Now, nil, fault.New(fault.NotAdopted, "outcome", v.Status).At("voteId")
	}
	if err := amendmentOnly(ctx, tx, v); err != nil {
		return tx.Now, nil, err
	}
	if err := unsettled(ctx, tx, v); err != nil {
		return tx.Now, nil, err
	}
	judged, told, err := second.standing(ctx, tx, v)
	if err != nil {
		return tx.Now, nil, err
	}
	if judged.Outcome != schema.VerdictOutcomeAdopted {
		return tx.Now, nil, fault.New(fault.NotAdopted, "outcome", judged.Outcome).At("voteId")
	}
	return judged.At, told, nil
}

// write gives the resolution the next number of the organization in the year.
func (in IssueResolutionInput) write(ctx context.Context, tx *ent.Tx, t treatment, kind schema.ResolutionKind, adoptedAt time.Time) (*db.Resolution, error) {
	year := tx.Today.Start().Year()
	serial := 1
	last, err := tx.Resolution.Query().
		Where(resolution.OrganizationID(t.meeting.OrganizationID), resolution.Year(year)).
		Order(db.Desc(resolution.FieldSerial)).First(ctx)
	switch {
	case err == nil:
		serial = last.Serial + 1
	case !db.IsNotFound(err):
		return nil, err
	}
	status, _ := stage.Resolution.Next("issueResolution", "")
	return tx.Resolution.Create().SetNillableCommunityID(t.meeting.CommunityID).SetYear(year).SetSerial(serial).
		SetKind(kind).SetTitle(in.Title).SetText(in.Text).SetStatus(status).SetAdoptedAt(adoptedAt).
		SetNillableEffectiveFrom(in.EffectiveFrom).SetNillableEffectiveTo(in.EffectiveTo).
		SetOrganizationID(t.meeting.OrganizationID).SetAgendaItemID(t.item.ID).SetNillableVoteID(pointer(in.VoteID)).
		SetNillableSupersedesID(pointer(in.SupersedesID)).SetNillableAmendsID(pointer(in.AmendsID)).
		SetNillableCondition(in.Condition).Save(ctx)
}
