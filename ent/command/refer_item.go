package command

import (
	"context"

	"sifang/ent"
	"sifang/ent/sitting"
	"sifang/schema"
	"sifang/schema/fault"
	"sifang/schema/ident"
	"sifang/schema/notice"
	"sifang/schema/rule"
)

// ReferItemInput is an item to be handed over, to whom, and why.
type ReferItemInput struct {
	ent.Order
	AgendaItemID ident.AgendaItem
	Authority    schema.DecisionAuthority
	Note         *string
}

// ReferItemPayload names the item.
type ReferItemPayload struct {
	fault.Outcome
	AgendaItemID ident.ID
}

// ReferItem hands an item over to the body that decides it. What the law
// reserves to a body goes to that body or to a stricter one; what the meeting
// could decide itself may go to a higher one.
func (d *Do) ReferItem(ctx context.Context, in ReferItemInput) (*ReferItemPayload, error) {
	return work(ctx, d, "referItem", in, in.do)
}

func (in ReferItemInput) do(ctx context.Context, tx *ent.Tx) (*ent.Deed[ReferItemPayload], error) {
	t, _, grant, err := treated(ctx, tx, "referItem", in.AgendaItemID)
	if err != nil {
		return nil, err
	}
	s, faults, err := t.settle(ctx, tx, "referItem")
	if err != nil {
		return nil, err
	}
	to, err := in.receiver(ctx, tx, t)
	if err != nil {
		return nil, err
	}
	if err := refuse(append(faults, to, given("note", in.Note, reasonLimit))...); err != nil {
		return nil, err
	}
	s.note = in.worded()
	facts := s.facts()
	facts["to"] = in.Authority
	if in.Note != nil {
		tx.Seal("note", *in.Note)
	}
	return ent.Did(ReferItemPayload{AgendaItemID: t.item.ID}, grant, t.item.ID, t.item.CommunityID, facts), s.write(ctx, tx)
}

// receiver refuses a body that the item is not for: one that is laxer than the
// matter requires, and the very body that meets.
func (in ReferItemInput) receiver(ctx context.Context, tx *ent.Tx, t treatment) (*fault.Fault, error) {
	organization, err := tx.Organization.Get(ctx, t.meeting.OrganizationID)
	if err != nil {
		return nil, err
	}
	if own, ok := sitting.Authority(t.meeting.Kind, organization.Kind); ok && own == in.Authority {
		return fault.New(fault.ReferredToItself, "authority", own).At("authority"), nil
	}
	if in.Authority == t.item.Authority || rule.Stricter(t.item.Authority, in.Authority) {
		return nil, nil
	}
	return fault.New(fault.AuthorityNotStricter, "from", t.item.Authority, "to", in.Authority).At("authority"), nil
}

// worded is the note of the item, which begins by saying to whom it went.
func (in ReferItemInput) worded() *string {
	note := "转交" + notice.Authority(in.Authority) + "。"
	if in.Note != nil {
		note += *in.Note
	}
	return &note
}
