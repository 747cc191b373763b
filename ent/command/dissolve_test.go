package command_test

import (
	"context"
	"testing"

	"sifang/ent"
	"sifang/ent/command"
	"sifang/schema"
	"sifang/schema/day"
	"sifang/schema/fault"
	"sifang/schema/ident"
)

func TestDissolveOrganizationRefuses(t *testing.T) {
	eachTown(t, func(w *town) {
		body := w.organization(schema.OrganizationKindInterimPropertyCommittee, "物业管理委员会", ident.Nil, w.estate)
		chairman := w.person("主任")
		chair, office := w.as(chairman), w.seat(chairman, body, schema.PostCategoryChair)
		linkage := w.linkage(body, w.committee)
		input := func(day string) command.DissolveOrganizationInput {
			return command.DissolveOrganizationInput{OrganizationID: *organization(body), On: on(day)}
		}
		refuses(w, w.do.DissolveOrganization, []refusal[command.DissolveOrganizationInput]{
			{"with a chair, in a linkage", chair, input("2026-06-01"), []fault.Code{fault.PostsStillHeld, fault.StillLinked}, "organizationId"},
			{"on its first day", chair, input("2020-01-01"), []fault.Code{fault.EndsBeforeItStarts, fault.PostsStillHeld, fault.StillLinked}, "on"},
			{"by a stranger", w.as(w.person("路人")), input("2026-06-01"), []fault.Code{fault.NotMandated}, ""},
			{"no organization", w.registrar, command.DissolveOrganizationInput{OrganizationID: *organization(ident.New(ident.KindOrganization, w.store.Now()))},
				[]fault.Code{fault.NotFound}, "organizationId"},
		})
		w.write(func(ctx context.Context, tx *ent.Tx) (ident.ID, error) {
			for _, p := range linkage {
				if err := tx.LinkageParty.UpdateOneID(p).SetTo(*on("2026-05-01")).Exec(ctx); err != nil {
					return ident.Nil, err
				}
			}
			return office, tx.Membership.UpdateOneID(office).SetStatus(schema.MembershipStatusEnded).SetTo(*on("2026-06-02")).Exec(ctx)
		})
		refuses(w, w.do.DissolveOrganization, []refusal[command.DissolveOrganizationInput]{
			{"a day before the chair leaves", w.registrar, input("2026-06-01"), []fault.Code{fault.PostsStillHeld}, "organizationId"},
		})
		once(w, func(o ent.Order) (*command.DissolveOrganizationPayload, error) {
			in := input("2026-06-02")
			in.Order = o
			return w.do.DissolveOrganization(w.registrar, in)
		})
		refuses(w, w.do.DissolveOrganization, []refusal[command.DissolveOrganizationInput]{
			{"again", w.registrar, input("2026-06-03"), []fault.Code{fault.AlreadyEnded}, "organizationId"},
		})
		w.nothingNew(body)
	})
}

// nothingNew asserts that an organization that is gone gets nothing any more.
func (w *town) nothingNew(gone ident.ID) {
	w.Helper()
	body, from := *organization(gone), on("2026-07-01")
	refuses(w, w.do.CreatePost, []refusal[command.CreatePostInput]{{"a post", w.registrar, command.CreatePostInput{
		OrganizationID: body, Title: "委员", Category: schema.PostCategoryMember, SeatKind: schema.SeatKindElected,
		VotingRight: schema.VotingRightFull, Capacity: 1, From: from,
	}, []fault.Code{fault.NotInForce}, "organizationId"}})
	refuses(w, w.do.StartTerm, []refusal[command.StartTermInput]{
		{"a term", w.registrar, w.term(gone, "2026-07-01", ""), []fault.Code{fault.NotInForce}, "organizationId"}})
	refuses(w, w.do.CoverArea, []refusal[command.CoverAreaInput]{
		{"coverage", w.registrar, command.CoverAreaInput{OrganizationID: body, AreaIDs: []ident.Area{*area(w.estate)}, From: from}, []fault.Code{fault.NotInForce}, "organizationId"}})
	refuses(w, w.do.Assign, []refusal[command.AssignInput]{
		{"charge", w.registrar, command.AssignInput{OrganizationID: &body, Duty: schema.DutyServe, AreaIDs: []ident.Area{*area(w.estate)}, From: from}, []fault.Code{fault.NotInForce}, "organizationId"}})
	refuses(w, w.do.EnrolMember, []refusal[command.EnrolMemberInput]{
		{"a member", w.registrar, command.EnrolMemberInput{OrganizationID: body, PersonID: person(w.person("甲")), Kind: schema.MembershipKindVolunteer, From: from}, []fault.Code{fault.NotInForce}, "organizationId"}})
}

// What an organization leaves behind ends with it.
func TestDissolveOrganizationEndsWhatItLeaves(t *testing.T) {
	eachTown(t, func(w *town) {
		team := w.organization(schema.OrganizationKindVolunteerTeam, "志愿队", ident.Nil, w.estate)
		alliance := w.organization(schema.OrganizationKindAlliance, "党建联盟", ident.Nil, w.community)
		post, err := w.do.CreatePost(w.registrar, command.CreatePostInput{
			OrganizationID: *organization(team), Title: "队长", Category: schema.PostCategoryOther, SeatKind: schema.SeatKindElected,
			VotingRight: schema.VotingRightFull, Capacity: 1, From: on("2020-01-01"),
		})
		done(w, post, err)
		term, err := w.do.StartTerm(w.registrar, w.term(team, "2020-01-01", "2025-01-01"))
		done(w, term, err)
		cover, err := w.do.CoverArea(w.registrar, command.CoverAreaInput{OrganizationID: *organization(team), AreaIDs: []ident.Area{*area(w.estate)}, From: on("2020-01-01")})
		done(w, cover, err)
		charge, err := w.do.Assign(w.registrar, command.AssignInput{OrganizationID: organization(team), Duty: schema.DutyServe, AreaIDs: []ident.Area{*area(w.estate)}, From: on("2020-01-01")})
		done(w, charge, err)
		serves, err := w.do.RelateOrganizations(w.registrar, command.RelateOrganizationsInput{Kind: schema.RelationKindServes, OrganizationID: *organization(team), TargetID: *organization(alliance), From: on("2020-01-01")})
		done(w, serves, err)
		later, err := w.do.RelateOrganizations(w.registrar, command.RelateOrganizationsInput{Kind: schema.RelationKindSupervises, OrganizationID: *organization(w.committee), TargetID: *organization(team), From: on("2027-01-01")})
		done(w, later, err)
		member, err := w.do.EnrolMember(w.registrar, command.EnrolMemberInput{OrganizationID: *organization(team), PersonID: person(w.person("甲")), Kind: schema.MembershipKindVolunteer, From: on("2020-01-01")})
		done(w, member, err)
		ally, err := w.do.EnrolMember(w.registrar, command.EnrolMemberInput{OrganizationID: *organization(alliance), MemberOrganizationID: organization(team), Kind: schema.MembershipKindOrganizationMember, From: on("2020-01-01")})
		done(w, ally, err)

		gone, err := w.do.DissolveOrganization(w.registrar, command.DissolveOrganizationInput{OrganizationID: *organization(team)})
		done(w, gone, err)

		today, c := *on("2026-06-01"), w.store.Read()
		for name, end := range map[string]*day.Date{
			"the organization": get(w, c.Organization.Get, team).To,
			"its post":         get(w, c.Post.Get, post.PostID).To,
			"its coverage":     get(w, c.OrganizationArea.Get, cover.CoverageIDs[0]).To,
			"its charge":       get(w, c.Assignment.Get, charge.AssignmentIDs[0]).To,
			"its service":      get(w, c.OrganizationRelation.Get, serves.RelationID).To,
			"its member":       get(w, c.Membership.Get, member.MembershipID).To,
			"its alliance":     get(w, c.Membership.Get, ally.MembershipID).To,
		} {
			if end == nil || *end != today {
				t.Errorf("%s ends on %v, want today", name, end)
			}
		}
		if r := get(w, c.OrganizationRelation.Get, later.RelationID); r.To == nil || *r.To != r.From {
			t.Errorf("a relation that would begin later runs from %v to %v", r.From, r.To)
		}
		if r := get(w, c.Term.Get, term.TermID); r.State != schema.TermStateEnded || *r.To != *on("2025-01-01") {
			t.Errorf("a term that had run out is %s until %v", r.State, r.To)
		}
		for _, id := range []ident.ID{member.MembershipID, ally.MembershipID} {
			m := get(w, c.Membership.Get, id)
			if m.Status != schema.MembershipStatusEnded || m.EndReason == nil {
				t.Errorf("a membership is %s for %v", m.Status, m.EndReason)
			}
		}
	})
}
