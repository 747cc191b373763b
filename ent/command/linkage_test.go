package command_test

import (
	"context"
	"fmt"
	"testing"

	"sifang/ent"
	"sifang/ent/command"
	"sifang/ent/db"
	"sifang/ent/db/linkageparty"
	"sifang/schema"
	"sifang/schema/fault"
	"sifang/schema/ident"
)

func party(organ ident.ID, role schema.LinkageRole) command.LinkagePartyInput {
	return command.LinkagePartyInput{OrganizationID: *organization(organ), Role: role, Votes: true}
}

func (w *town) linking(parties ...command.LinkagePartyInput) command.FormLinkageInput {
	return command.FormLinkageInput{
		Name: "四方联动", AreaID: *area(w.estate), RuleCode: "JOINT_ALL_PARTIES", Parties: parties, From: on("2021-01-01"),
	}
}

// linkage forms one that the first organization convenes, and answers its
// parties.
func (w *town) linkage(organs ...ident.ID) []ident.ID {
	w.Helper()
	in := w.linking()
	for i, organ := range organs {
		in.Parties = append(in.Parties, party(organ, schema.LinkageRoleParticipates))
		if i == 0 {
			in.Parties[0].Role = schema.LinkageRoleConvenes
		}
	}
	p, err := w.do.FormLinkage(w.registrar, in)
	ids, err := w.store.Read().LinkageParty.Query().Where(linkageparty.LinkageID(done(w, p, err).LinkageID)).
		Order(db.Asc(linkageparty.FieldPosition)).IDs(w.visitor)
	if err != nil {
		w.Fatal(err)
	}
	return ids
}

// The parties are never the same set twice: five roles under a street, four
// parties of an estate, three of a community.
func TestFormLinkage(t *testing.T) {
	eachTown(t, func(w *town) {
		street := w.organization(schema.OrganizationKindPartyWorkingCommittee, "街道党工委", ident.Nil, w.street)
		general := w.organization(schema.OrganizationKindPartyGeneralBranch, "社区党总支", street, w.community)
		branch := w.organization(schema.OrganizationKindPartyBranch, "邻里党支部", general, w.estate)
		grid := w.organization(schema.OrganizationKindGridPartyBranch, "网格党支部", branch, w.estate)
		owners := w.organization(schema.OrganizationKindOwnersCommittee, "业委会", ident.Nil, w.estate)
		watch := w.organization(schema.OrganizationKindOwnersSupervisionCommittee, "业主监督委员会", ident.Nil, w.estate)
		body := w.organization(schema.OrganizationKindCoGovernanceCommittee, "共治共享委员会", ident.Nil, w.estate)
		company := w.organization(schema.OrganizationKindPropertyProject, "物业项目部", ident.Nil, w.estate)
		leads, convenes, organizes, joins := schema.LinkageRoleLeads, schema.LinkageRoleConvenes, schema.LinkageRoleOrganizes, schema.LinkageRoleParticipates

		secretary := w.officer("书记", general, schema.PostCategorySecretary)
		p := once(w, func(o ent.Order) (*command.FormLinkagePayload, error) {
			in := w.linking(party(street, leads), party(general, convenes), party(branch, organizes), party(owners, joins), party(watch, joins))
			in.Order = o
			in.Parties[0].Votes = false
			return w.do.FormLinkage(secretary, in)
		})
		rows, err := w.store.Read().LinkageParty.Query().Where(linkageparty.LinkageID(p.LinkageID)).Order(db.Asc(linkageparty.FieldPosition)).All(w.visitor)
		if err != nil || len(rows) != 5 {
			t.Fatalf("everybody sees %d parties (%v), want 5", len(rows), err)
		}
		for i, role := range []schema.LinkageRole{leads, convenes, organizes, joins, joins} {
			if rows[i].Role != role || rows[i].Position != i+1 || rows[i].Votes != (i > 0) {
				t.Errorf("party %d: %v", i+1, rows[i])
			}
		}
		chair := w.officer("小区书记", branch, schema.PostCategorySecretary)
		for _, in := range []command.FormLinkageInput{
			w.linking(party(branch, convenes), party(body, joins), party(grid, joins), party(company, joins)),
			w.linking(party(branch, leads), party(owners, joins), party(company, joins)),
		} {
			p, err := w.do.FormLinkage(chair, in)
			done(w, p, err)
		}

		many := make([]command.LinkagePartyInput, 13)
		with := func(change func(*command.FormLinkageInput)) command.FormLinkageInput {
			in := w.linking(party(branch, convenes), party(owners, joins))
			change(&in)
			return in
		}
		refuses(w, w.do.FormLinkage, []refusal[command.FormLinkageInput]{
			{"nobody convenes", chair, w.linking(party(branch, organizes), party(owners, joins)), []fault.Code{fault.NotMandated}, ""},
			{"nobody convenes, by the registrar", w.registrar, w.linking(party(branch, organizes), party(owners, joins)), []fault.Code{fault.NoConvener}, "parties"},
			{"two convene", chair, w.linking(party(branch, convenes), party(owners, convenes)), []fault.Code{fault.NoConvener}, "parties"},
			{"two lead and nobody convenes", chair, w.linking(party(branch, leads), party(owners, leads)), []fault.Code{fault.NoConvener}, "parties"},
			{"one party", chair, w.linking(party(branch, convenes)), []fault.Code{fault.OutOfRange}, "parties"},
			{"thirteen parties", chair, w.linking(many...), []fault.Code{fault.OutOfRange}, "parties"},
			{"one party twice, one unknown", chair, w.linking(party(branch, convenes), party(owners, joins), party(owners, joins),
				party(ident.New(ident.KindOrganization, w.store.Now()), joins)), []fault.Code{fault.ListedTwice, fault.NotFound}, "parties.2.organizationId"},
			{"nobody votes", chair, with(func(in *command.FormLinkageInput) { in.Parties[0].Votes, in.Parties[1].Votes = false, false }),
				[]fault.Code{fault.NobodyVotes}, "parties"},
			{"by no rule", chair, with(func(in *command.FormLinkageInput) { in.RuleCode = "COIN" }), []fault.Code{fault.UnknownRule}, "ruleCode"},
			{"by a rule for owners", chair, with(func(in *command.FormLinkageInput) { in.RuleCode = "OWNERS_ORDINARY" }), []fault.Code{fault.UnknownRule}, "ruleCode"},
			{"without a name, before all that, for no day", chair, with(func(in *command.FormLinkageInput) {
				in.Name, in.From, in.To = "", on("2019-01-01"), on("2019-01-01")
			}), []fault.Code{fault.Blank, fault.NotInForce, fault.EndsBeforeItStarts, fault.NotInForce, fault.NotInForce}, "name"},
			{"for no area", chair, with(func(in *command.FormLinkageInput) { in.AreaID = *area(ident.New(ident.KindArea, w.store.Now())) }), []fault.Code{fault.NotFound}, "areaId"},
			{"by somebody who only takes part", w.officer("业委会主任", owners, schema.PostCategoryChair), with(func(*command.FormLinkageInput) {}),
				[]fault.Code{fault.NotMandated}, ""},
		})
	})
}

func TestAddLinkageParty(t *testing.T) {
	eachTown(t, func(w *town) {
		branch := w.organization(schema.OrganizationKindPartyBranch, "邻里党支部", ident.Nil, w.estate)
		secretary := w.officer("书记", branch, schema.PostCategorySecretary)
		parties := w.linkage(branch, w.committee)
		linkage := get(w, w.store.Read().LinkageParty.Get, parties[0]).LinkageID
		input := func(organ ident.ID, role schema.LinkageRole) command.AddLinkagePartyInput {
			return command.AddLinkagePartyInput{LinkageID: ident.Linkage{ID: linkage}, OrganizationID: *organization(organ), Role: role, Votes: true}
		}
		company := w.organization(schema.OrganizationKindPropertyProject, "物业项目部", ident.Nil, w.estate)
		p := once(w, func(o ent.Order) (*command.AddLinkagePartyPayload, error) {
			in := input(company, schema.LinkageRoleParticipates)
			in.Order = o
			return w.do.AddLinkageParty(secretary, in)
		})
		if row := get(w, w.store.Read().LinkageParty.Get, p.PartyID); row.Position != 3 || row.From != *on("2026-06-01") {
			t.Errorf("it joined as %v", row)
		}
		owners := w.organization(schema.OrganizationKindOwnersCommittee, "业委会", ident.Nil, w.estate)
		early, never := input(owners, schema.LinkageRoleParticipates), input(owners, schema.LinkageRoleParticipates)
		early.From, early.To = on("2019-01-01"), on("2019-01-01")
		never.LinkageID = ident.Linkage{ID: ident.New(ident.KindLinkage, w.store.Now())}
		refuses(w, w.do.AddLinkageParty, []refusal[command.AddLinkagePartyInput]{
			{"again", secretary, input(company, schema.LinkageRoleParticipates), []fault.Code{fault.AlreadyExists}, "organizationId"},
			{"a second convener", secretary, input(owners, schema.LinkageRoleConvenes), []fault.Code{fault.NoConvener}, "role"},
			{"before it was formed, for no day", secretary, early,
				[]fault.Code{fault.NotInForce, fault.NotInForce, fault.EndsBeforeItStarts, fault.NoConvener}, "organizationId"},
			{"to none", secretary, never, []fault.Code{fault.NotFound}, "linkageId"},
			{"by itself", w.officer("业委会主任", owners, schema.PostCategoryChair), input(owners, schema.LinkageRoleParticipates), []fault.Code{fault.NotMandated}, ""},
		})
		for i := 4; i <= 12; i++ {
			organ := w.organization(schema.OrganizationKindSocialOrganization, fmt.Sprintf("社会组织%d", i), ident.Nil, w.estate)
			p, err := w.do.AddLinkageParty(w.registrar, input(organ, schema.LinkageRoleParticipates))
			done(w, p, err)
		}
		refuses(w, w.do.AddLinkageParty, []refusal[command.AddLinkagePartyInput]{
			{"the thirteenth", secretary, input(owners, schema.LinkageRoleParticipates), []fault.Code{fault.TooMany}, ""},
		})
	})
}

func TestAuthorizeDelegate(t *testing.T) {
	eachTown(t, func(w *town) {
		owners := w.organization(schema.OrganizationKindOwnersCommittee, "业委会", ident.Nil, w.estate)
		chairman := w.person("主任")
		m := w.seat(chairman, owners, schema.PostCategoryChair)
		chair := w.as(chairman)
		parties := w.linkage(w.committee, owners)
		input := func(who ident.ID, from string) command.AuthorizeDelegateInput {
			return command.AuthorizeDelegateInput{PartyID: ident.LinkageParty{ID: parties[1]}, PersonID: ident.Person{ID: who}, From: on(from)}
		}
		once(w, func(o ent.Order) (*command.AuthorizeDelegatePayload, error) {
			in := input(chairman, "2026-06-01")
			in.Order = o
			return w.do.AuthorizeDelegate(chair, in)
		})
		adviser := w.person("顾问")
		none := input(chairman, "2026-06-01")
		none.PartyID = ident.LinkageParty{ID: ident.New(ident.KindLinkageParty, w.store.Now())}
		noDay := input(chairman, "2020-06-01")
		noDay.To = noDay.From
		refuses(w, w.do.AuthorizeDelegate, []refusal[command.AuthorizeDelegateInput]{
			{"again", chair, input(chairman, "2026-07-01"), []fault.Code{fault.AlreadyExists}, ""},
			{"somebody who does not belong", chair, input(adviser, "2026-06-01"), []fault.Code{fault.NotAMember}, "personId"},
			{"somebody unknown here", chair, input(w.personAbove("外人"), "2026-06-01"), []fault.Code{fault.NotFound}, "personId"},
			{"for no day, before it was a party", chair, noDay, []fault.Code{fault.NotInForce, fault.EndsBeforeItStarts}, "partyId"},
			{"for no party", chair, none, []fault.Code{fault.NotFound}, "partyId"},
			{"by the registrar", w.registrar, input(chairman, "2026-06-01"), []fault.Code{fault.NotMandated}, ""},
		})
		// To belong without a post is enough.
		enrolled, err := w.do.EnrolMember(chair, command.EnrolMemberInput{OrganizationID: *organization(owners), PersonID: person(adviser), Kind: schema.MembershipKindAdviser})
		done(w, enrolled, err)
		p, err := w.do.AuthorizeDelegate(chair, input(adviser, "2026-06-01"))
		done(w, p, err)
		w.seen(func(c *db.Client) counted { return c.PartyDelegate.Query() }, 0, 2)

		// Whoever is suspended does not speak for the committee meanwhile.
		w.write(func(ctx context.Context, tx *ent.Tx) (ident.ID, error) {
			return m, tx.Membership.UpdateOneID(m).SetStatus(schema.MembershipStatusSuspended).Exec(ctx)
		})
		member := w.person("副主任")
		w.seat(member, owners, schema.PostCategoryViceChair)
		refuses(w, w.do.AuthorizeDelegate, []refusal[command.AuthorizeDelegateInput]{
			{"somebody suspended", w.as(member), input(chairman, "2026-06-01"), []fault.Code{fault.NotAMember}, "personId"},
		})
	})
}
