package command

import (
	"context"

	"sifang/ent"
	"sifang/ent/db"
	"sifang/ent/db/agendaitem"
	"sifang/ent/db/meeting"
	"sifang/ent/rules"
	"sifang/schema"
	"sifang/schema/fault"
	"sifang/schema/ident"
	"sifang/schema/rule"
	"sifang/schema/stage"
)

// AddAgendaItemInput is a proposal to be treated in a meeting.
type AddAgendaItemInput struct {
	ent.Order
	MeetingID  ident.Meeting
	ProposalID ident.Proposal
	Title      *string
	Authority  *schema.DecisionAuthority
	Reason     *string
}

// AddAgendaItemPayload names the item.
type AddAgendaItemPayload struct {
	fault.Outcome
	AgendaItemID ident.ID
}

// AddAgendaItem puts a proposal at the end of an agenda. Who may decide it
// follows from its matter; what an earlier meeting of the same body put off is
// linked to its item there.
func (d *Do) AddAgendaItem(ctx context.Context, in AddAgendaItemInput) (*AddAgendaItemPayload, error) {
	return work(ctx, d, "addAgendaItem", in, in.do)
}

func (in AddAgendaItemInput) do(ctx context.Context, tx *ent.Tx) (*ent.Deed[AddAgendaItemPayload], error) {
	t, grant, err := onto(ctx, tx, "addAgendaItem", in.ProposalID.ID, "proposalId", in.MeetingID)
	if err != nil {
		return nil, err
	}
	if err := known(ctx, tx, t.proposal.ID, "proposalId"); err != nil {
		return nil, err
	}
	line := entry{title: t.proposal.Title, field: "proposalId"}
	if in.Title != nil {
		line.title = *in.Title
	}
	faults, err := line.authorize(ctx, tx, t.meeting, t.proposal.Matter, in.Authority, in.Reason)
	if err != nil {
		return nil, err
	}
	if err := t.admit(ctx, tx, "addAgendaItem", "proposalId", append(faults, given("title", in.Title, nameLimit),
		optionalText("reason", in.Reason, reasonLimit))...); err != nil {
		return nil, err
	}
	if line.from, err = putOff(ctx, tx, t.meeting, t.proposal); err != nil {
		return nil, err
	}
	item, err := t.enter(ctx, tx, line)
	if err != nil {
		return nil, err
	}
	return ent.Did(AddAgendaItemPayload{AgendaItemID: item.ID}, grant, item.ID, t.meeting.CommunityID, map[string]any{
		"meeting": in.MeetingID, "proposal": in.ProposalID, "position": item.Position, "authority": item.Authority,
		"carriedFrom": item.CarriedFromID,
	}), nil
}

// foreign refuses a proposal of another community than that of the meeting.
func foreign(m *db.Meeting, p *db.Proposal) *fault.Fault {
	if !apart(m.CommunityID, p.CommunityID) {
		return nil
	}
	return fault.New(fault.OutsideCommunity, "kind", ident.KindProposal)
}

// entry is a further line of an agenda.
type entry struct {
	title     string
	authority schema.DecisionAuthority
	reason    *string   // why the authority is stricter than the matter requires
	from      *ident.ID // the item it continues
	referred  *ident.ID // the item of another body that was referred to this one
	field     string    // the input field that asks for it
}

// authorize sets the body that may lawfully decide the matter, as the rules
// that bind the meeting have it, or a stricter one that is asked for.
func (e *entry) authorize(ctx context.Context, tx *ent.Tx, m *db.Meeting, matter string, wanted *schema.DecisionAuthority, reason *string) ([]*fault.Fault, error) {
	chain, err := rules.For(ctx, tx.Client, m.OrganizationID, tx.Today)
	if err != nil {
		return nil, err
	}
	computed, known := chain.Authority(matter)
	if !known {
		return []*fault.Fault{fault.New(fault.MatterUnknown, "code", matter).At(e.field)}, nil
	}
	e.authority = computed
	if wanted == nil || *wanted == computed {
		return nil, nil
	}
	why := ""
	if reason != nil {
		why = *reason
	}
	e.authority, e.reason = *wanted, reason
	return rule.OverrideAuthority(computed, *wanted, why), nil
}

// putOff is the item under which an earlier meeting of the same body put the
// proposal off, if no other item continues it.
func putOff(ctx context.Context, tx *ent.Tx, m *db.Meeting, p *db.Proposal) (*ident.ID, error) {
	same := meeting.And(meeting.OrganizationID(m.OrganizationID), meeting.LinkageIDIsNil())
	if m.LinkageID != nil {
		same = meeting.LinkageID(*m.LinkageID)
	}
	last, err := tx.AgendaItem.Query().Where(agendaitem.ProposalID(p.ID),
		agendaitem.DispositionEQ(schema.AgendaItemDispositionCarriedOver), agendaitem.HasMeetingWith(same)).
		Order(db.Desc(agendaitem.FieldID)).First(ctx)
	if db.IsNotFound(err) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	continued, err := tx.AgendaItem.Query().Where(agendaitem.CarriedFromID(last.ID)).Exist(ctx)
	if err != nil || continued {
		return nil, err
	}
	return &last.ID, nil
}

// appended puts a proposal at the end of the agenda of a meeting. A proposal
// comes up once in a meeting.
func appended(ctx context.Context, tx *ent.Tx, m *db.Meeting, p *db.Proposal, line entry) (*db.AgendaItem, error) {
	items, err := tx.AgendaItem.Query().Where(agendaitem.MeetingID(m.ID)).All(ctx)
	if err != nil {
		return nil, err
	}
	position := 1
	for _, item := range items {
		if item.ProposalID == p.ID {
			return nil, fault.New(fault.AlreadyExists, "kind", ident.KindAgendaItem).At(line.field)
		}
		position = max(position, item.Position+1)
	}
	if err := inTurn(ctx, tx, m, p, line.field); err != nil {
		return nil, err
	}
	disposition, wrong := stage.AgendaItem.Next("addAgendaItem", "")
	if err := refuse(wrong); err != nil {
		return nil, err
	}
	return tx.AgendaItem.Create().SetNillableCommunityID(m.CommunityID).SetPosition(position).
		SetTitle(line.title).SetAuthority(line.authority).SetNillableAuthorityReason(line.reason).
		SetDisposition(disposition).SetMeetingID(m.ID).SetProposalID(p.ID).SetNillableCarriedFromID(line.from).
		SetNillableReferredFromID(line.referred).Save(ctx)
}
