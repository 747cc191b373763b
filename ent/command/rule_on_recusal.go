package command

import (
	"context"

	"sifang/ent"
	"sifang/schema"
	"sifang/schema/fault"
	"sifang/schema/ident"
)

// RuleOnRecusalInput is a challenge to be ruled on.
type RuleOnRecusalInput struct {
	ent.Order
	RecusalID ident.Recusal
	Upheld    bool
}

// RuleOnRecusalPayload names the recusal.
type RuleOnRecusalPayload struct {
	fault.Outcome
	RecusalID ident.ID
}

// RuleOnRecusal decides whether somebody has to step aside. A ballot that they
// cast meanwhile is set aside when the vote is counted.
func (d *Do) RuleOnRecusal(ctx context.Context, in RuleOnRecusalInput) (*RuleOnRecusalPayload, error) {
	return work(ctx, d, "ruleOnRecusal", in, in.do)
}

func (in RuleOnRecusalInput) do(ctx context.Context, tx *ent.Tx) (*ent.Deed[RuleOnRecusalPayload], error) {
	row, err := need(ctx, tx.Recusal.Get, in.RecusalID.ID, "recusalId")
	if err != nil {
		return nil, err
	}
	a, grant, err := asided(ctx, tx, "ruleOnRecusal", ident.AgendaItem{ID: row.AgendaItemID})
	if err != nil {
		return nil, err
	}
	// The item is locked now: nobody else rules on it at the same time.
	if row, err = tx.Recusal.Get(ctx, row.ID); err != nil {
		return nil, err
	}
	if err := refuse(at(a.wrong, "recusalId"), a.counted("recusalId"), in.ruled(row.Status), in.own(tx, row.PersonID)); err != nil {
		return nil, err
	}
	status := schema.RecusalStatusDismissed
	if in.Upheld {
		status = schema.RecusalStatusUpheld
	}
	err = tx.Recusal.UpdateOneID(row.ID).SetStatus(status).SetRuledAt(tx.Now).SetNillableRuledByID(by(tx)).Exec(ctx)
	return ent.Did(RuleOnRecusalPayload{RecusalID: row.ID}, grant, row.ID, row.CommunityID, map[string]any{
		"agendaItem": a.item.ID, "person": row.PersonID, "status": status,
	}), err
}

func (in RuleOnRecusalInput) ruled(status schema.RecusalStatus) *fault.Fault {
	if status == schema.RecusalStatusChallenged {
		return nil
	}
	return fault.New(fault.AlreadyRuled, "state", status).At("recusalId")
}

// own keeps a person from ruling on themselves.
func (in RuleOnRecusalInput) own(tx *ent.Tx, challenged ident.ID) *fault.Fault {
	if tx.Viewer.Person != challenged {
		return nil
	}
	return fault.New(fault.OwnCase).At("recusalId")
}
