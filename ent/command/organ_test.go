package command_test

import (
	"context"
	"testing"
	"time"

	"sifang/ent/command"
	"sifang/schema"
	"sifang/schema/fault"
	"sifang/schema/ident"
)

// TestOrgans holds that the committee of an assembly calls its meetings, and so
// does whoever acts for it; no other body that belongs to one.
func TestOrgans(t *testing.T) {
	eachTown(t, func(w *town) {
		assembly := w.organization(schema.OrganizationKindOwnersAssembly, "业主大会", ident.Nil, w.estate)
		committee := w.organization(schema.OrganizationKindOwnersCommittee, "业委会", assembly, w.estate)
		watch := w.organization(schema.OrganizationKindOwnersSupervisionCommittee, "业主监督委员会", assembly, w.estate)
		interim := w.organization(schema.OrganizationKindInterimPropertyCommittee, "物管会", ident.Nil, w.estate)
		residents := w.organization(schema.OrganizationKindResidentsMeeting, "居民会议", ident.Nil, w.community)
		others := w.organization(schema.OrganizationKindResidentsSupervisionCommittee, "居务监督委员会", residents, w.community)
		draft := func(body ident.ID, kind schema.MeetingKind) command.DraftMeetingInput {
			starts := w.clock.Now().Add(30 * 24 * time.Hour)
			return command.DraftMeetingInput{
				Kind: kind, Form: schema.MeetingFormWritten, Title: "会议", StartsAt: starts, EndsAt: starts.Add(20 * 24 * time.Hour),
				ConvenedUnder: schema.ConvenedUnderRegular, OrganizationID: *organization(body),
			}
		}
		chair := w.officer("业委会主任", committee, schema.PostCategoryChair)
		stranger := w.officer("物管会主任", interim, schema.PostCategoryChair)
		notMandated := []fault.Code{fault.NotMandated}
		refuses(w, w.do.DraftMeeting, []refusal[command.DraftMeetingInput]{
			{"by those who watch over it", w.officer("监督委员会主任", watch, schema.PostCategoryChair), draft(assembly, schema.MeetingKindAssembly), notMandated, ""},
			{"by another body of the estate", stranger, draft(assembly, schema.MeetingKindAssembly), notMandated, ""},
			{"of residents by those who watch over their committee", w.officer("居务监督委员会主任", others, schema.PostCategoryChair), draft(residents, schema.MeetingKindResidents), notMandated, ""},
		})
		acts := command.RelateOrganizationsInput{
			Kind: schema.RelationKindActsFor, OrganizationID: *organization(interim), TargetID: *organization(assembly), From: on("2020-01-01"),
		}
		refuses(w, w.do.RelateOrganizations, []refusal[command.RelateOrganizationsInput]{
			{"by the body that would act", stranger, acts, notMandated, ""},
		})
		related, err := w.do.RelateOrganizations(chair, acts)
		done(w, related, err)
		for name, as := range map[string]context.Context{"its committee": chair, "who acts for it": stranger} {
			if _, err := w.do.DraftMeeting(as, draft(assembly, schema.MeetingKindAssembly)); err != nil {
				t.Errorf("%s cannot call the assembly: %v", name, err)
			}
		}
	})
}
