package command_test

import (
	"context"
	"testing"
	"time"

	"sifang/ent/command"
	"sifang/ent/db"
	"sifang/schema"
	"sifang/schema/fault"
	"sifang/schema/ident"
	"sifang/schema/rule"
)

// bidden is a town whose street may order the owners' committee to call the
// owners together, as its own rules have it.
type bidden struct {
	*council
	office, assembly ident.ID
	clerk            context.Context
}

func newBidden(c *council) *bidden {
	c.Helper()
	b := &bidden{council: c}
	b.office = c.organization(schema.OrganizationKindStreetOffice, "双马街道办事处", ident.Nil, c.street)
	b.assembly = c.organization(schema.OrganizationKindOwnersAssembly, "业主大会", ident.Nil, c.estate)
	b.clerk = c.town.officer("街道干部", b.office, schema.PostCategoryClerk)
	return b
}

// lawfully adopts the rule that lets the street order owners to meet.
func (b *bidden) lawfully() {
	b.Helper()
	source := rule.Source{Title: "本市规定", Article: "32", Jurisdiction: "本市", Text: "责令限期召集。", TextDate: *on("2026-01-01")}
	set := rule.Set{
		Code: "CITY", Version: "1", Title: rule.Text{Chinese: "本市规定", English: "Rules of the city"}, ValidFrom: *on("2026-01-01"), Source: source,
		Oversight: []rule.Oversight{{
			By: []schema.OrganizationKind{schema.OrganizationKindStreetOffice}, Over: []schema.OrganizationKind{schema.OrganizationKindOwnersCommittee},
			Measures: []schema.OversightKind{schema.OversightKindOrderToConvene}, Source: source,
		}},
	}
	text, err := set.Print()
	b.must(err)
	p, err := b.do.AdoptRuleSet(b.registrar, command.AdoptRuleSetInput{
		Code: set.Code, AreaID: &ident.Area{ID: b.community}, Document: string(text), From: on("2026-06-01"),
	})
	done(b.town, p, err)
}

// bids is an order to call the owners together within ten days.
func (b *bidden) bids() command.OrderToConveneInput {
	return command.OrderToConveneInput{
		OrganizationID: *organization(b.office), TargetID: *organization(b.owners), Text: "限期召集业主大会。",
		DueOn: (&hall{council: b.council}).today().AddDays(10),
	}
}

func (b *bidden) ordered() ident.OversightAction {
	b.Helper()
	p, err := b.do.OrderToConvene(b.clerk, b.bids())
	return ident.OversightAction{ID: done(b.town, p, err).OversightActionID}
}

func (b *bidden) order(id ident.OversightAction) *db.OversightAction {
	b.Helper()
	return get(b.town, b.store.Read().OversightAction.Get, id.ID)
}

// under is an assembly under an order, in three weeks.
func (b *bidden) under(order ident.OversightAction) command.DraftMeetingInput {
	starts := b.clock.Now().Add(21 * oneDay)
	return command.DraftMeetingInput{
		Kind: schema.MeetingKindAssembly, Form: schema.MeetingFormInPerson, Title: "责令召集的业主大会", Venue: new("广场"), StartsAt: starts, EndsAt: starts.Add(time.Hour),
		ConvenedUnder: schema.ConvenedUnderStreetOrder, OrganizationID: *organization(b.assembly), OrderID: &order,
	}
}

func (b *bidden) drafts(as context.Context, order ident.OversightAction) ident.Meeting {
	b.Helper()
	p, err := b.do.DraftMeeting(as, b.under(order))
	return ident.Meeting{ID: done(b.town, p, err).MeetingID}
}

func (b *bidden) calling(m ident.Meeting) command.CallMeetingInput {
	return command.CallMeetingInput{
		MeetingID: m, Place: "公告栏", Acknowledge: []schema.WarningCode{schema.WarningCodeNoAgenda, schema.WarningCodeNoChair},
	}
}

func (b *bidden) calls(as context.Context, m ident.Meeting) {
	b.Helper()
	p, err := b.do.CallMeeting(as, b.calling(m))
	done(b.town, p, err)
}

// Who may order whom to meet is part of the rules in force, and the order cites
// them.
func TestOrderToConvene(t *testing.T) {
	eachCouncil(t, func(c *council) {
		b := newBidden(c)
		is(c, "its basis where the place says nothing", b.order(b.ordered()).Basis, "业主大会和业主委员会指导规则第51条")
		residents := b.bids()
		residents.TargetID = *organization(b.town.committee)
		refuses(b.town, b.do.OrderToConvene, []refusal[command.OrderToConveneInput]{
			{"to residents, of whom no law says so", b.clerk, residents, []fault.Code{fault.NotOverIt}, "organizationId"},
		})
		b.lawfully()
		late, company, far := b.bids(), b.bids(), b.bids()
		late.DueOn, company.TargetID = late.DueOn.AddDays(-11), *organization(b.company)
		elsewhere := b.organization(schema.OrganizationKindStreetOffice, "外街道办事处", ident.Nil, b.area(schema.AreaKindStreet, "外街道", ident.Nil))
		stranger := b.town.officer("外街道干部", elsewhere, schema.PostCategoryClerk)
		far.OrganizationID = *organization(elsewhere)
		refuses(b.town, b.do.OrderToConvene, []refusal[command.OrderToConveneInput]{
			{"until yesterday", b.clerk, late, []fault.Code{fault.DayTooEarly}, "dueOn"},
			{"to a company", b.clerk, company, []fault.Code{fault.NotOverIt}, "organizationId"},
			{"by another street", stranger, far, []fault.Code{fault.NotOverIt}, "organizationId"},
			{"in the name of the street", b.asChair, b.bids(), []fault.Code{fault.NotMandated}, ""},
		})
		is(b.council, "its basis", b.order(b.ordered()).Basis, "本市规定第32条")
	})
}

// An order is about one meeting. What was called under it and called off again
// does not obey it.
func TestOrderIsObeyedOnce(t *testing.T) {
	eachCouncil(t, func(c *council) {
		b := newBidden(c)
		b.lawfully()
		head := b.town.officer("召集人", b.assembly, schema.PostCategoryChair)
		given := b.ordered()
		m := b.drafts(head, given)
		b.calls(head, m)
		is(c, "obeyed", b.order(given).FulfilledOn != nil, true)
		p, err := b.do.CancelMeeting(head, command.CancelMeetingInput{MeetingID: m, Reason: "改期", Place: new("公告栏")})
		done(b.town, p, err)
		is(c, "obeyed by a meeting called off", b.order(given).FulfilledOn != nil, false)

		b.clock.Pass(11 * oneDay)
		first, second := b.drafts(b.clerk, given), b.drafts(b.clerk, given)
		b.calls(b.clerk, first)
		refuses(b.town, b.do.CallMeeting, []refusal[command.CallMeetingInput]{
			{"another one drafted before", b.clerk, b.calling(second), []fault.Code{fault.OrderObeyed}, "meetingId"},
		})
		refuses(b.town, b.do.DraftMeeting, []refusal[command.DraftMeetingInput]{
			{"another one after it", b.clerk, b.under(given), []fault.Code{fault.OrderObeyed}, "orderId"},
		})
	})
}

// A petition for what is settled has no meeting called any more.
func TestPetitionForWhatWasWithdrawn(t *testing.T) {
	eachCouncil(t, func(c *council) {
		b := newBidden(c)
		head := b.town.officer("召集人", b.assembly, schema.PostCategoryChair)
		id := b.submitted("公开收支", "OWNERS_COVENANT")
		p, err := b.do.WithdrawProposal(b.asDirector, command.WithdrawProposalInput{ProposalID: id})
		done(b.town, p, err)
		in := b.under(ident.OversightAction{})
		in.ConvenedUnder, in.OrderID, in.PetitionID = schema.ConvenedUnderPetition, nil, &id
		refuses(b.town, b.do.DraftMeeting, []refusal[command.DraftMeetingInput]{
			{"withdrawn", head, in, []fault.Code{fault.WrongState}, "petitionId"},
		})
	})
}
