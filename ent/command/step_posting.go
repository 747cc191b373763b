package command

import (
	"context"
	"slices"

	"sifang/ent"
	"sifang/ent/db"
	"sifang/ent/db/agendaitem"
	"sifang/ent/db/organization"
	"sifang/ent/db/vote"
	"sifang/schema"
	"sifang/schema/day"
	"sifang/schema/fault"
	"sifang/schema/ident"
	"sifang/schema/procedure"
)

// byPosting takes a posting about the proposal that hung for its least days. One
// that was found gone proves its step only once it was put up again and the days
// that were missing are made up for. A notice of a meeting hangs until that
// meeting, and proves its step from the day on which it was posted.
func (in CompleteStepInput) byPosting(ctx context.Context, tx *ent.Tx, run *db.ProcedureRun) (proof, error) {
	shown := proof{id: in.PublicationID.ID, field: "publicationId", Evidence: procedure.Evidence{Kind: schema.ProofKindPublication}}
	row, err := need(ctx, tx.Publication.Get, shown.id, shown.field)
	if err != nil {
		return shown, err
	}
	if err := known(ctx, tx, row.ID, shown.field); err != nil {
		return shown, err
	}
	body, about, err := postingShown(ctx, tx, run, row)
	switch {
	case err != nil:
		return shown, err
	case !about:
		return shown, shown.other()
	}
	shown.Publication, shown.Days, shown.began, shown.ended = row.Kind, row.MinimumDays, row.PostedAt, row.PostedAt
	if !slices.Contains(notices, row.Kind) {
		hung, err := compliance(ctx, tx, row)
		switch {
		case err != nil:
			return shown, err
		case hung.Due.IsZero():
			return shown, fault.New(fault.PostingInterrupted, "goneAt", hung.Gaps[len(hung.Gaps)-1].Gone).At(shown.field)
		case !hung.Met:
			return shown, shown.unfinished(hangsUntil(hung.Due))
		}
		shown.ended = hung.Due.End()
	}
	shown.Of, err = kindOf(ctx, tx, body)
	return shown, err
}

// hangsUntil says up to which day something hangs.
func hangsUntil(last day.Date) fault.Words {
	return fault.Words{Chinese: "须公示至" + last.String(), English: "to hang until " + last.String()}
}

var notices = []schema.PublicationKind{schema.PublicationKindNotice, schema.PublicationKindAmendedNotice}

// postingShown is the body whose posting it is, and whether that is about the
// proposal: about its meeting, vote or resolution, or about a body of its
// community.
func postingShown(ctx context.Context, tx *ent.Tx, run *db.ProcedureRun, row *db.Publication) (ident.ID, bool, error) {
	meeting := row.MeetingID
	switch {
	case row.OrganizationID != nil && run.CommunityID != nil:
		about, err := tx.Organization.Query().Where(organization.ID(*row.OrganizationID), organization.CommunityIDEQ(*run.CommunityID)).Exist(ctx)
		return *row.OrganizationID, about, err
	case row.ResolutionID != nil:
		r, err := tx.Resolution.Get(ctx, *row.ResolutionID)
		if err != nil {
			return ident.Nil, false, err
		}
		about, err := tx.AgendaItem.Query().Where(agendaitem.ID(r.AgendaItemID), agendaitem.ProposalID(run.ProposalID)).Exist(ctx)
		return r.OrganizationID, about && slices.Contains(proving, r.Status), err
	case row.VoteID != nil:
		item, err := tx.AgendaItem.Query().Where(agendaitem.HasVotesWith(vote.ID(*row.VoteID))).Only(ctx)
		if err != nil {
			return ident.Nil, false, err
		}
		meeting = &item.MeetingID
	case row.RollID != nil:
		roll, err := tx.Roll.Get(ctx, *row.RollID)
		if err != nil {
			return ident.Nil, false, err
		}
		meeting = &roll.MeetingID
	case row.MinutesID != nil:
		minutes, err := tx.Minutes.Get(ctx, *row.MinutesID)
		if err != nil {
			return ident.Nil, false, err
		}
		meeting = &minutes.MeetingID
	}
	if meeting == nil {
		return ident.Nil, false, nil
	}
	return treating(ctx, tx, run, *meeting)
}

// treating is the body of a meeting, and whether the proposal is on its agenda.
func treating(ctx context.Context, tx *ent.Tx, run *db.ProcedureRun, id ident.ID) (ident.ID, bool, error) {
	m, err := tx.Meeting.Get(ctx, id)
	if err != nil {
		return ident.Nil, false, err
	}
	about, err := tx.AgendaItem.Query().Where(agendaitem.MeetingID(id), agendaitem.ProposalID(run.ProposalID),
		agendaitem.DispositionNEQ(schema.AgendaItemDispositionWithdrawn)).Exist(ctx)
	return m.OrganizationID, about, err
}
