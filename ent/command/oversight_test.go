package command_test

import (
	"context"
	"testing"

	"sifang/ent/command"
	"sifang/ent/db"
	"sifang/ent/view"
	"sifang/schema"
	"sifang/schema/day"
	"sifang/schema/fault"
	"sifang/schema/ident"
)

// The street revokes unlawful decisions of owners' bodies (Regulations on Property
// Management art. 19); residents' bodies it only orders to correct theirs.
func TestStreetOversees(t *testing.T) {
	eachHall(t, "JOINT_ALL_PARTIES", func(h *hall) {
		street := h.organization(schema.OrganizationKindStreetOffice, "双马街道办事处", ident.Nil, h.street)
		far := h.organization(schema.OrganizationKindStreetOffice, "外街道办事处", ident.Nil, h.area(schema.AreaKindStreet, "外街道", ident.Nil))
		clerk := h.clerkOf("街道干部", street)
		stranger := h.clerkOf("外街道干部", far)
		owners, residents := h.decision(h.owners), h.decision(h.committee)
		today := day.Of(h.clock.Now())
		revoke := func(by ident.ID, r ident.Resolution) command.RevokeDecisionInput {
			return command.RevokeDecisionInput{ResolutionID: r, OrganizationID: *organization(by), Text: "违反法律规定，予以撤销。"}
		}
		named := revoke(street, owners)
		named.DecisionID = &residents
		wordless := revoke(street, owners)
		wordless.Text = ""
		denied(h, h.do.RevokeDecision, []refusal[command.RevokeDecisionInput]{
			{"of a residents' body", clerk, revoke(street, residents), []fault.Code{fault.OrderOnly}, "organizationId"},
			{"of another street", stranger, revoke(far, owners), []fault.Code{fault.NotOverIt}, "organizationId"},
			{"by the residents' committee", h.asDirector, revoke(h.committee, owners), []fault.Code{fault.NotOverIt}, "organizationId"},
			{"in the name of the street", h.asChair, revoke(street, owners), []fault.Code{fault.NotMandated}, ""},
			{"by a decision", clerk, named, []fault.Code{fault.FieldUnused}, "decisionId"},
			{"without words", clerk, wordless, []fault.Code{fault.Blank}, "text"},
		})
		in := revoke(street, owners)
		in.InPart = true
		p, err := h.do.RevokeDecision(clerk, in)
		done(h.town, p, err)
		h.stands(owners.ID, schema.ResolutionStatusRevokedInPart)
		p, err = h.do.RevokeDecision(clerk, revoke(street, owners))
		action := get(h.town, h.store.Read().OversightAction.Get, done(h.town, p, err).OversightActionID)
		is(h.council, "its basis", action.Basis, "物业管理条例第19条")
		h.stands(owners.ID, schema.ResolutionStatusRevoked)
		h.stood(owners, today, nil, schema.ResolutionStatusRevoked, false)
		denied(h, h.do.RevokeDecision, []refusal[command.RevokeDecisionInput]{
			{"twice", clerk, revoke(street, owners), []fault.Code{fault.WrongState}, "resolutionId"},
		})
		h.corrects(street, residents, owners)
	})
}

// clerkOf is a new clerk of the street.
func (h *hall) clerkOf(name string, street ident.ID) context.Context {
	h.Helper()
	return h.town.officer(name, street, schema.PostCategoryClerk)
}

// corrects orders a residents' body to correct its decision, which stays in force.
func (h *hall) corrects(street ident.ID, residents, owners ident.Resolution) {
	h.Helper()
	clerk, today := h.clerkOf("街道干部二", street), h.today()
	order := command.OrderCorrectionInput{
		OrganizationID: *organization(street), TargetID: *organization(h.committee), ResolutionID: &residents,
		Text: "限期改正。", DueOn: today.AddDays(10),
	}
	past, other, tomorrow := order, order, order
	later := today.AddDays(1)
	past.DueOn, other.ResolutionID, tomorrow.IssuedOn = today.AddDays(-1), &owners, &later
	over := order
	over.TargetID, over.ResolutionID = *organization(h.company), nil
	denied(h, h.do.OrderCorrection, []refusal[command.OrderCorrectionInput]{
		{"until yesterday", clerk, past, []fault.Code{fault.DayTooEarly}, "dueOn"},
		{"of tomorrow", clerk, tomorrow, []fault.Code{fault.OutOfRange}, "issuedOn"},
		{"about another body's", clerk, other, []fault.Code{fault.NotItsResolution}, "resolutionId"},
		{"to a company", clerk, over, []fault.Code{fault.NotOverIt}, "organizationId"},
		{"by whom it is addressed to", h.asDirector, order, []fault.Code{fault.NotMandated}, ""},
	})
	p, err := h.do.OrderCorrection(clerk, order)
	id := ident.OversightAction{ID: done(h.town, p, err).OversightActionID}
	h.stands(residents.ID, schema.ResolutionStatusInForce)
	row := func() *db.OversightAction { return get(h.town, h.store.Read().OversightAction.Get, id.ID) }
	is(h.council, "its basis", row().Basis, "中华人民共和国城市居民委员会组织法第31、40条")
	is(h.council, "overdue", view.Now(h.store).Overdue(row()), false)
	h.clock.Set(today.AddDays(11).Start())
	is(h.council, "overdue", view.Now(h.store).Overdue(row()), true)
	early := today.AddDays(-1)
	denied(h, h.do.ConfirmCorrection, []refusal[command.ConfirmCorrectionInput]{
		{"before it was given", clerk, command.ConfirmCorrectionInput{OversightActionID: id, FulfilledOn: &early}, []fault.Code{fault.OutOfRange}, "fulfilledOn"},
		{"by whom it was addressed to", h.asDirector, command.ConfirmCorrectionInput{OversightActionID: id}, []fault.Code{fault.NotMandated}, ""},
	})
	c, err := h.do.ConfirmCorrection(clerk, command.ConfirmCorrectionInput{OversightActionID: id})
	done(h.town, c, err)
	is(h.council, "overdue", view.Now(h.store).Overdue(row()), false)
	revocation, err := h.store.Read().OversightAction.Query().First(h.visitor)
	h.must(err)
	denied(h, h.do.ConfirmCorrection, []refusal[command.ConfirmCorrectionInput]{
		{"twice", clerk, command.ConfirmCorrectionInput{OversightActionID: id}, []fault.Code{fault.AlreadyRuled}, "oversightActionId"},
		{"of a revocation", clerk, command.ConfirmCorrectionInput{OversightActionID: ident.OversightAction{ID: revocation.ID}}, []fault.Code{fault.NotAnOrder}, "oversightActionId"},
	})
}

// The residents' meeting revokes decisions of the residents' committee by one of
// its own (Residents' Committees Law art. 30). Over the owners' committee the
// assembly does so where the law says it may, as in Beijing.
func TestHigherBodiesOversee(t *testing.T) {
	eachHall(t, "JOINT_ALL_PARTIES", func(h *hall) {
		residents := h.organization(schema.OrganizationKindResidentsMeeting, "居民会议", ident.Nil, h.community)
		assembly := h.organization(schema.OrganizationKindOwnersAssembly, "业主大会", ident.Nil, h.estate)
		chair := h.town.officer("召集人", residents, schema.PostCategoryChair)
		theirs, own, ours := h.decision(h.committee), h.decision(residents), h.decision(h.owners)
		in := command.RevokeDecisionInput{ResolutionID: theirs, OrganizationID: *organization(residents), Text: "不适当，予以撤销。"}
		foreign := in
		foreign.DecisionID = &ours
		owners := in
		owners.ResolutionID, owners.OrganizationID = ours, *organization(assembly)
		leader := h.town.officer("业主大会召集人", assembly, schema.PostCategoryChair)
		denied(h, h.do.RevokeDecision, []refusal[command.RevokeDecisionInput]{
			{"by no decision", chair, in, []fault.Code{fault.OwnDecisionNeeded}, "decisionId"},
			{"by another body's", chair, foreign, []fault.Code{fault.OwnDecisionNeeded}, "decisionId"},
			{"where no law says so", leader, owners, []fault.Code{fault.NotOverIt}, "organizationId"},
		})
		in.DecisionID = &own
		p, err := h.do.RevokeDecision(chair, in)
		done(h.town, p, err)
		h.stands(theirs.ID, schema.ResolutionStatusRevoked)
		h.stands(own.ID, schema.ResolutionStatusInForce)
	})
}
