package command

import (
	"context"
	"strings"

	"sifang/ent"
	"sifang/ent/db"
	"sifang/ent/db/meeting"
	"sifang/ent/db/oversightaction"
	"sifang/ent/poll"
	"sifang/ent/power"
	"sifang/schema"
	"sifang/schema/fault"
	"sifang/schema/ident"
	"sifang/schema/mandate"
	"sifang/schema/rule"
	"sifang/schema/stage"
)

// ordered is the order under which the meeting is convened, nil if it is none.
func (in DraftMeetingInput) ordered(ctx context.Context, tx *ent.Tx) (*db.OversightAction, error) {
	if in.OrderID == nil {
		return nil, nil
	}
	return need(ctx, tx.OversightAction.Get, in.OrderID.ID, "orderId")
}

// mandated asks the mandate of those who direct the body that meets and, once
// the time of an order is over, of whoever gave it.
func (in DraftMeetingInput) mandated(ctx context.Context, tx *ent.Tx, convener *db.Organization, order *db.OversightAction) (mandate.Grant, error) {
	subject, err := ofOrganization(ctx, tx, convener.ID)
	if err != nil {
		return mandate.Grant{}, err
	}
	if order != nil && power.Overdue(order, tx.Today) {
		above, err := over(ctx, tx, order.OrganizationID)
		if err != nil {
			return mandate.Grant{}, err
		}
		subject.Organizations = append(subject.Organizations, above...)
	}
	return may(ctx, tx, "draftMeeting", convener.ID, subject)
}

// grounds refuses a ground that is not shown: a petition without the proposal
// that was signed, for one that is settled (WRONG_STATE), or signed by too few
// (PETITION_NOT_MET), and an order that nobody gave (FIELD_NEEDED), that orders
// something else, or somebody else, or that was obeyed.
func (in DraftMeetingInput) grounds(ctx context.Context, tx *ent.Tx, convener *db.Organization, order *db.OversightAction) (*fault.Fault, error) {
	petition, directive := in.ConvenedUnder == schema.ConvenedUnderPetition, in.ConvenedUnder == schema.ConvenedUnderStreetOrder
	switch {
	case petition != (in.PetitionID != nil):
		return in.unstated("petitionId", petition), nil
	case directive != (in.OrderID != nil):
		return in.unstated("orderId", directive), nil
	case petition:
		return in.signed(ctx, tx, convener)
	case directive:
		return in.addressed(ctx, tx, convener, order)
	default:
		return nil, nil
	}
}

func (in DraftMeetingInput) unstated(field string, needed bool) *fault.Fault {
	code := fault.FieldUnused
	if needed {
		code = fault.FieldNeeded
	}
	return fault.New(code, "kind", in.ConvenedUnder, "field", field).At(field)
}

// signed refuses a petition that too few have signed.
func (in DraftMeetingInput) signed(ctx context.Context, tx *ent.Tx, convener *db.Organization) (*fault.Fault, error) {
	p, err := need(ctx, lockedProposal(tx, ent.Share), in.PetitionID.ID, "petitionId")
	if err != nil {
		return nil, err
	}
	if err := known(ctx, tx, p.ID, "petitionId"); err != nil {
		return nil, err
	}
	if apart(p.CommunityID, convener.CommunityID) {
		return fault.New(fault.OutsideCommunity, "kind", p.ID.Kind()).At("petitionId"), nil
	}
	if _, settled := stage.Proposal.Next("draftMeeting", p.Status); settled != nil {
		return settled.At("petitionId"), nil
	}
	petition, known, err := poll.Petitioned(ctx, tx.Client, p.ID, in.Kind, convener, tx.Today)
	switch {
	case err != nil:
		return nil, err
	case !known:
		return fault.New(fault.PetitionUnknown, "kind", in.Kind).At("petitionId"), nil
	case petition.Met:
		return nil, nil
	default:
		return fault.New(fault.PetitionNotMet, "shortfall", shortfall(petition)).At("petitionId"), nil
	}
}

// shortfall says by how much each way of asking falls short.
func shortfall(p poll.Petition) fault.Words {
	var zh, en []string
	for _, lines := range p.Requests {
		for _, line := range lines {
			if said := line.Sentence(); !line.Met {
				zh, en = append(zh, said.Chinese), append(en, said.English)
			}
		}
	}
	return fault.Words(rule.Text{Chinese: strings.Join(zh, ""), English: strings.Join(en, " ")})
}

// addressed refuses an order to do something else, one to others than the body
// that meets, and one that was obeyed: an order to a committee of owners is about
// their assembly, and about one meeting of it.
func (in DraftMeetingInput) addressed(ctx context.Context, tx *ent.Tx, convener *db.Organization, order *db.OversightAction) (*fault.Fault, error) {
	if order.Kind != schema.OversightKindOrderToConvene {
		return fault.New(fault.OrderNotToConvene, "kind", order.Kind).At("orderId"), nil
	}
	target, err := tx.Organization.Get(ctx, order.TargetID)
	if err != nil {
		return nil, err
	}
	home := target.AreaID != nil && alike(convener.AreaID, target.AreaID) && in.Kind == schema.MeetingKindAssembly
	if target.ID != convener.ID && !home {
		return fault.New(fault.OrderNotForBody, "organization", convener.Name).At("orderId"), nil
	}
	return spent(ctx, tx, order.ID, ident.Nil, "orderId")
}

// spent refuses with ORDER_OBEYED an order under which another meeting was called.
func spent(ctx context.Context, tx *ent.Tx, order, but ident.ID, field string) (*fault.Fault, error) {
	called, err := tx.Meeting.Query().Where(meeting.OrderID(order), meeting.IDNEQ(but), meeting.NoticedAtNotNil(),
		meeting.StatusNEQ(schema.MeetingStatusCancelled)).First(ctx)
	if db.IsNotFound(err) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	return fault.New(fault.OrderObeyed, "meeting", called.Title).At(field), nil
}

// obeyed notes that the meeting that was ordered is called. Of two drafted under
// one order the second one is refused.
func obeyed(ctx context.Context, tx *ent.Tx, m *db.Meeting) error {
	order, err := lockedOrder(ctx, tx, m)
	if err != nil || order == nil {
		return err
	}
	before, err := spent(ctx, tx, order.ID, m.ID, "meetingId")
	if err != nil {
		return err
	}
	if err := refuse(before); err != nil || order.FulfilledOn != nil {
		return err
	}
	return tx.OversightAction.UpdateOneID(order.ID).SetFulfilledOn(tx.Today).Exec(ctx)
}

// disobeyed takes back that an order was obeyed, because the meeting that was
// called under it is called off.
func disobeyed(ctx context.Context, tx *ent.Tx, m *db.Meeting) error {
	if m.NoticedAt == nil {
		return nil
	}
	order, err := lockedOrder(ctx, tx, m)
	if err != nil || order == nil {
		return err
	}
	return tx.OversightAction.UpdateOneID(order.ID).ClearFulfilledOn().Exec(ctx)
}

// lockedOrder locks the order under which a meeting is convened; nil if it is
// convened under none.
func lockedOrder(ctx context.Context, tx *ent.Tx, m *db.Meeting) (*db.OversightAction, error) {
	if m.OrderID == nil {
		return nil, nil
	}
	return tx.OversightAction.Query().Where(oversightaction.ID(*m.OrderID), ent.Update).Only(ctx)
}
