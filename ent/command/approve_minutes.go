package command

import (
	"context"

	"sifang/ent"
	"sifang/ent/db"
	"sifang/schema/fault"
	"sifang/schema/ident"
	"sifang/schema/stage"
)

// ApproveMinutesInput is an edition to be approved.
type ApproveMinutesInput struct {
	ent.Order
	MinutesID ident.Minutes
}

// ApproveMinutesPayload names the edition.
type ApproveMinutesPayload struct {
	fault.Outcome
	MinutesID ident.ID
}

// ApproveMinutes approves the minutes of a closed meeting. From then on everybody
// reads them. Two people vouch for them: who wrote them, and who presided or
// another officer.
func (d *Do) ApproveMinutes(ctx context.Context, in ApproveMinutesInput) (*ApproveMinutesPayload, error) {
	return work(ctx, d, "approveMinutes", in, in.do)
}

func (in ApproveMinutesInput) do(ctx context.Context, tx *ent.Tx) (*ent.Deed[ApproveMinutesPayload], error) {
	row, m, grant, err := minuted(ctx, tx, "approveMinutes", in.MinutesID)
	if err != nil {
		return nil, err
	}
	status, wrong := stage.Minutes.Next("approveMinutes", row.Status)
	if err := refuse(at(wrong, "minutesId"), in.own(tx, row, m)); err != nil {
		return nil, err
	}
	all, err := editionsOf(ctx, tx, m.ID)
	if err != nil {
		return nil, err
	}
	var earlier []*db.Minutes
	for _, e := range all {
		if e.Edition < row.Edition {
			earlier = append(earlier, e)
		}
	}
	if err := superseded(ctx, tx, earlier); err != nil {
		return nil, err
	}
	err = tx.Minutes.UpdateOneID(row.ID).SetStatus(status).SetApprovedAt(tx.Now).SetNillableApprovedByID(by(tx)).Exec(ctx)
	return ent.Did(ApproveMinutesPayload{MinutesID: row.ID}, grant, row.ID, row.CommunityID, map[string]any{
		"meeting": m.ID, "edition": row.Edition, "text": digest([]byte(row.Text)),
	}), err
}

// own keeps whoever wrote an edition from approving it, unless they presided.
func (in ApproveMinutesInput) own(tx *ent.Tx, row *db.Minutes, m *db.Meeting) *fault.Fault {
	wrote := row.DraftedByID != nil && *row.DraftedByID == tx.Viewer.Person
	presided := m.ChairID != nil && *m.ChairID == tx.Viewer.Person
	if !wrote || presided {
		return nil
	}
	return fault.New(fault.OwnDraft).At("minutesId")
}

// superseded writes that the edition that was approved before is replaced.
func superseded(ctx context.Context, tx *ent.Tx, earlier []*db.Minutes) error {
	var approved []*db.Minutes
	for _, e := range earlier {
		if e.ApprovedAt != nil {
			approved = append(approved, e)
		}
	}
	return replacedEditions(ctx, tx, "approveMinutes", approved, stage.Corrected)
}
