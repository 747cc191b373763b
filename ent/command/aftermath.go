package command

import (
	"context"

	"sifang/ent"
	"sifang/ent/db"
	"sifang/ent/db/agendaitem"
	"sifang/ent/db/resolution"
	"sifang/ent/db/resolutioneffect"
	"sifang/ent/effect"
	"sifang/schema"
	"sifang/schema/day"
	"sifang/schema/force"
	"sifang/schema/ident"
	"sifang/schema/stage"
)

// issued is a resolution with what changes when it does, all of it locked: the
// proposal it settled, and the resolution whose place it takes, if there is one.
type issued struct {
	proposal   *db.Proposal
	resolution *db.Resolution
	replaced   *db.Resolution
	stands     schema.ResolutionStatus // of the resolution, today
}

// lockedResolution locks the resolution that an input field names, and before it
// what changes with it.
func lockedResolution(ctx context.Context, tx *ent.Tx, id ident.ID, field string) (issued, error) {
	var d issued
	r, err := need(ctx, tx.Resolution.Get, id, field)
	if err != nil {
		return d, err
	}
	item, err := tx.AgendaItem.Get(ctx, r.AgendaItemID)
	if err != nil {
		return d, err
	}
	if d.proposal, err = lockedProposal(tx, ent.Update)(ctx, item.ProposalID); err != nil {
		return d, err
	}
	if d.resolution, d.replaced, err = withReplaced(ctx, tx, r); err != nil {
		return d, err
	}
	d.stands, err = standsToday(ctx, tx, d.resolution)
	return d, err
}

// seenResolution is lockedResolution for whoever has no say in the body that
// resolved: what they may not see is refused like what does not exist.
func seenResolution(ctx context.Context, tx *ent.Tx, id ident.ID, field string) (issued, error) {
	if err := known(ctx, tx, id, field); err != nil {
		return issued{}, err
	}
	return lockedResolution(ctx, tx, id, field)
}

// withReplaced locks a resolution, and before it the one whose place it takes,
// which is always the older one.
func withReplaced(ctx context.Context, tx *ent.Tx, r *db.Resolution) (*db.Resolution, *db.Resolution, error) {
	ids := []ident.ID{r.ID}
	if r.SupersedesID != nil {
		ids = append(ids, *r.SupersedesID)
	}
	rows, err := tx.Resolution.Query().Where(resolution.IDIn(ids...), ent.Update).Order(db.Asc(resolution.FieldID)).All(ctx)
	if err != nil {
		return nil, nil, err
	}
	var own, replaced *db.Resolution
	for _, row := range rows {
		if row.ID == r.ID {
			own = row
		} else {
			replaced = row
		}
	}
	return own, replaced, nil
}

// factsOf is what is known of one resolution.
func factsOf(ctx context.Context, tx *ent.Tx, r *db.Resolution) (force.Facts, error) {
	all, err := effect.Of(ctx, tx.Client, r)
	if err != nil {
		return force.Facts{}, err
	}
	return all[0], nil
}

// standsToday is where a resolution stands, whatever was written last.
func standsToday(ctx context.Context, tx *ent.Tx, r *db.Resolution) (schema.ResolutionStatus, error) {
	facts, err := factsOf(ctx, tx, r)
	status, _ := facts.On(tx.Today)
	return status, err
}

// renew writes where the resolution and the one it replaces stand today, after
// something befell the first: their states, their tasks, and from when until when
// the other is replaced.
func (d issued) renew(ctx context.Context, tx *ent.Tx) error {
	facts, err := d.written(ctx, tx, d.resolution)
	if err != nil || d.replaced == nil {
		return err
	}
	if err := d.replace(ctx, tx, facts); err != nil {
		return err
	}
	_, err = d.written(ctx, tx, d.replaced)
	return err
}

// takesPlace is renew for a resolution that was just posted: from its first day on it
// stands in the place of the one that it replaces. Both are locked.
func takesPlace(ctx context.Context, tx *ent.Tx, id ident.ID) error {
	r, err := tx.Resolution.Get(ctx, id)
	if err != nil || r.SupersedesID == nil {
		return err
	}
	d := issued{resolution: r}
	if d.replaced, err = tx.Resolution.Get(ctx, *r.SupersedesID); err != nil {
		return err
	}
	return d.renew(ctx, tx)
}

// written writes where one resolution stands, and stops its tasks or lets them go
// on.
func (d issued) written(ctx context.Context, tx *ent.Tx, r *db.Resolution) (force.Facts, error) {
	facts, err := factsOf(ctx, tx, r)
	if err != nil {
		return facts, err
	}
	status, _ := facts.On(tx.Today)
	if status != r.Status {
		if err := tx.Resolution.UpdateOneID(r.ID).SetStatus(status).Exec(ctx); err != nil {
			return facts, err
		}
	}
	return facts, carryOn(ctx, tx, r.ID, status)
}

// replace writes from when until when the resolution stands in the place of the
// other one: from the day on which it takes effect, until it falls. If it never
// took effect, what was written of it lasts no day.
func (d issued) replace(ctx context.Context, tx *ent.Tx, facts force.Facts) error {
	from, begins := facts.Begins()
	row, err := tx.ResolutionEffect.Query().Where(resolutioneffect.ResolutionID(d.replaced.ID),
		resolutioneffect.SupersedingID(d.resolution.ID), resolutioneffect.StatusEQ(schema.ResolutionStatusSuperseded)).First(ctx)
	switch {
	case db.IsNotFound(err) && !begins:
		return nil
	case db.IsNotFound(err):
		return tx.ResolutionEffect.Create().SetNillableCommunityID(d.replaced.CommunityID).SetResolutionID(d.replaced.ID).
			SetStatus(schema.ResolutionStatusSuperseded).SetFrom(from).SetNillableTo(ends(facts, from)).
			SetSupersedingID(d.resolution.ID).Exec(ctx)
	case err != nil:
		return err
	case !begins:
		return tx.ResolutionEffect.UpdateOneID(row.ID).SetTo(row.From).Exec(ctx)
	}
	change := tx.ResolutionEffect.UpdateOneID(row.ID).SetFrom(from).ClearTo()
	if to := ends(facts, from); to != nil {
		change.SetTo(*to)
	}
	return change.Exec(ctx)
}

// ends is the day from which a resolution that takes effect on a day no longer
// stands in the place of another one; nil while it does.
func ends(facts force.Facts, from day.Date) *day.Date {
	falls, fell := facts.Falls()
	if !fell {
		return nil
	}
	to := day.Latest(from, falls)
	return &to
}

// settled leads the proposal on when its decision falls, to be decided anew, or
// comes back. A proposal that another decision settles stays where it is, and so
// does one that a meeting has taken up again.
func (d issued) settled(ctx context.Context, tx *ent.Tx, verb stage.Verb, guard stage.Guard) error {
	next, wrong := stage.Proposal.Next(verb, d.proposal.Status, guard)
	if d.resolution.Kind != schema.ResolutionKindDecision || wrong != nil || next == d.proposal.Status {
		return nil
	}
	others, err := tx.Resolution.Query().Where(resolution.IDNEQ(d.resolution.ID),
		resolution.KindEQ(schema.ResolutionKindDecision),
		resolution.StatusNotIn(schema.ResolutionStatusRevoked, schema.ResolutionStatusSuperseded),
		resolution.HasAgendaItemWith(agendaitem.ProposalID(d.proposal.ID))).Exist(ctx)
	if err != nil || others {
		return err
	}
	return tx.Proposal.UpdateOneID(d.proposal.ID).SetStatus(next).Exec(ctx)
}
