package command_test

import (
	"context"
	"testing"
	"time"

	"sifang/ent"
	"sifang/ent/command"
	"sifang/schema"
	"sifang/schema/fault"
	"sifang/schema/ident"
)

// unposted is a decision of a body that nobody outside of the community's offices
// knows of.
func (h *hall) unposted(body ident.ID) ident.Resolution {
	h.Helper()
	r := h.decision(body)
	h.write(func(ctx context.Context, tx *ent.Tx) (ident.ID, error) {
		return r.ID, tx.Resolution.UpdateOneID(r.ID).SetStatus(schema.ResolutionStatusAdopted).ClearPublishedAt().ClearEffectiveFrom().Exec(ctx)
	})
	return r
}

// Whoever may not see a decision learns nothing of it by taking a measure about
// it, by challenging it, or by naming it as the ground of a measure.
func TestMeasuresAboutWhatNobodyKnows(t *testing.T) {
	eachHall(t, "JOINT_ALL_PARTIES", func(h *hall) {
		street := h.organization(schema.OrganizationKindStreetOffice, "外街道办事处", ident.Nil, h.area(schema.AreaKindStreet, "外街道", ident.Nil))
		clerk := h.clerkOf("外街道干部", street)
		secret, posted := h.unposted(h.owners), h.decision(h.owners)
		flat := h.person("业主")
		h.write(func(ctx context.Context, tx *ent.Tx) (ident.ID, error) {
			row, err := tx.Residence.Create().SetCommunityID(h.community).SetPersonID(flat).SetAreaID(h.community).SetVoterStatus(schema.VoterStatusVoter).SetFrom(*on("2020-01-01")).Save(ctx)
			if err != nil {
				return ident.Nil, err
			}
			return row.ID, nil
		})
		correct := command.OrderCorrectionInput{
			OrganizationID: *organization(street), TargetID: *organization(h.owners), ResolutionID: &secret, Text: "限期改正。", DueOn: h.today(),
		}
		revoke := command.RevokeDecisionInput{ResolutionID: secret, OrganizationID: *organization(street), Text: "撤销。"}
		ground := revoke
		ground.ResolutionID, ground.DecisionID = posted, &secret
		denied(h, h.do.OrderCorrection, []refusal[command.OrderCorrectionInput]{
			{"an order about it", clerk, correct, []fault.Code{fault.NotFound}, "resolutionId"},
		})
		denied(h, h.do.RevokeDecision, []refusal[command.RevokeDecisionInput]{
			{"its revocation", clerk, revoke, []fault.Code{fault.NotFound}, "resolutionId"},
			{"a revocation by it", clerk, ground, []fault.Code{fault.NotFound}, "decisionId"},
		})
		denied(h, h.do.RecordChallenge, []refusal[command.RecordChallengeInput]{
			{"a suit", h.as(flat), h.suit(secret), []fault.Code{fault.NotFound}, "resolutionId"},
		})
	})
}

// A body does not lend its officers to another one by a decision of its own, and
// nobody revokes by a decision that was there first.
func TestRevokedByWhatDecision(t *testing.T) {
	eachHall(t, "JOINT_ALL_PARTIES", func(h *hall) {
		residents := h.organization(schema.OrganizationKindResidentsMeeting, "居民会议", ident.Nil, h.community)
		chair := h.town.officer("召集人", residents, schema.PostCategoryChair)
		before, ours := h.decision(residents), h.decision(h.branch)
		h.clock.Pass(time.Minute)
		theirs := h.decision(h.committee)
		in := command.RevokeDecisionInput{ResolutionID: theirs, OrganizationID: *organization(residents), Text: "不适当，予以撤销。", DecisionID: &before}
		lent := in
		lent.DecisionID = &ours
		denied(h, h.do.RevokeDecision, []refusal[command.RevokeDecisionInput]{
			{"by what was decided before", chair, in, []fault.Code{fault.OwnDecisionNeeded}, "decisionId"},
			{"by officers of the body whose decision is named", h.asSecretary, lent, []fault.Code{fault.NotMandated}, ""},
		})
	})
}

// An authority that was dissolved orders and revokes nothing more.
func TestMeasuresOfWhoIsNoMore(t *testing.T) {
	eachHall(t, "JOINT_ALL_PARTIES", func(h *hall) {
		street := h.organization(schema.OrganizationKindStreetOffice, "双马街道办事处", ident.Nil, h.street)
		clerk := h.clerkOf("街道干部", street)
		owners, yesterday := h.decision(h.owners), h.today().AddDays(-1)
		h.write(func(ctx context.Context, tx *ent.Tx) (ident.ID, error) {
			return street, tx.Organization.UpdateOneID(street).SetTo(yesterday).Exec(ctx)
		})
		denied(h, h.do.OrderCorrection, []refusal[command.OrderCorrectionInput]{
			{"an order", clerk, command.OrderCorrectionInput{
				OrganizationID: *organization(street), TargetID: *organization(h.owners), Text: "限期改正。", DueOn: h.today(),
			}, []fault.Code{fault.NotInForce}, "organizationId"},
		})
		denied(h, h.do.RevokeDecision, []refusal[command.RevokeDecisionInput]{
			{"a revocation", clerk, command.RevokeDecisionInput{ResolutionID: owners, OrganizationID: *organization(street), Text: "撤销。"},
				[]fault.Code{fault.NotInForce}, "organizationId"},
		})
	})
}
