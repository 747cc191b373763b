package command_test

import (
	"context"
	"testing"

	"sifang/ent"
	"sifang/ent/command"
	"sifang/ent/db"
	dborganization "sifang/ent/db/organization"
	"sifang/ent/db/organizationarea"
	"sifang/ent/db/organizationrelation"
	"sifang/schema"
	"sifang/schema/fault"
	"sifang/schema/ident"
)

func area(id ident.ID) *ident.Area { return &ident.Area{ID: id} }

func TestEstablishOrganization(t *testing.T) {
	eachTown(t, func(w *town) {
		party := w.organization(schema.OrganizationKindPartyGeneralBranch, "社区党总支", ident.Nil, w.community)
		p := once(w, func(o ent.Order) (*command.EstablishOrganizationPayload, error) {
			return w.do.EstablishOrganization(w.registrar, command.EstablishOrganizationInput{
				Order: o, Kind: schema.OrganizationKindPartyBranch, Name: "三湘鑫苑邻里党支部", ParentID: organization(party), AreaID: area(w.estate),
			})
		})
		row := get(w, w.store.Read().Organization.Get, p.OrganizationID)
		if row.CommunityID == nil || *row.CommunityID != w.community || row.From != *on("2026-06-01") {
			t.Errorf("it belongs to %v since %v, want the community of its area since today", row.CommunityID, row.From)
		}
		// Without an area it belongs where its parent does.
		branch := w.organization(schema.OrganizationKindGridPartyBranch, "网格党支部", party, w.estate)
		secretary := w.officer("书记", branch, schema.PostCategorySecretary)
		p, err := w.do.EstablishOrganization(secretary, command.EstablishOrganizationInput{
			Kind: schema.OrganizationKindPartyGroup, Name: "第一党小组", ParentID: organization(branch),
		})
		group := get(w, w.store.Read().Organization.Get, done(w, p, err).OrganizationID)
		if group.CommunityID == nil || *group.CommunityID != w.community {
			t.Errorf("the group belongs to %v, want the community of its parent", group.CommunityID)
		}
		next := w.area(schema.AreaKindCommunity, "邻社区", w.street)
		refuses(w, w.do.EstablishOrganization, []refusal[command.EstablishOrganizationInput]{
			{"a level too high", w.registrar, command.EstablishOrganizationInput{
				Kind: schema.OrganizationKindPartyGroup, Name: "党小组", ParentID: organization(party),
			}, []fault.Code{fault.WrongLevel}, "parentId"},
			{"a group of nothing, without a name", w.registrar, command.EstablishOrganizationInput{
				Kind: schema.OrganizationKindPartyGroup, AreaID: area(w.estate),
			}, []fault.Code{fault.ParentNeeded, fault.Blank}, "parentId"},
			{"in another community than its parent", w.operator, command.EstablishOrganizationInput{
				Kind: schema.OrganizationKindPartyBranch, Name: "支部", ParentID: organization(party), AreaID: area(next),
			}, []fault.Code{fault.OutsideCommunity}, "parentId"},
			{"before its parent and its area", w.operator, command.EstablishOrganizationInput{
				Kind: schema.OrganizationKindPartyBranch, Name: "支部", ParentID: organization(party), AreaID: area(w.estate), From: on("2019-12-31"),
			}, []fault.Code{fault.NotInForce, fault.NotInForce}, "parentId"},
			{"under no organization", w.operator, command.EstablishOrganizationInput{
				Kind: schema.OrganizationKindPartyBranch, Name: "支部", ParentID: organization(ident.New(ident.KindOrganization, w.store.Now())),
			}, []fault.Code{fault.NotFound}, "parentId"},
			{"nowhere", w.operator, command.EstablishOrganizationInput{
				Kind: schema.OrganizationKindVolunteerTeam, Name: "志愿队", AreaID: area(ident.New(ident.KindArea, w.store.Now())),
			}, []fault.Code{fault.NotFound}, "areaId"},
			{"in a community not one's own", w.registrar, command.EstablishOrganizationInput{
				Kind: schema.OrganizationKindVolunteerTeam, Name: "志愿队", AreaID: area(next),
			}, []fault.Code{fault.NotMandated}, ""},
		})
		w.seen(func(c *db.Client) counted { return c.Organization.Query().Where(dborganization.ID(row.ID)) }, 1, 1)
	})
}

// Nobody gains a power over others by establishing a body and leading it.
func TestEstablishOrganizationGivesNoPower(t *testing.T) {
	eachTown(t, func(w *town) {
		assembly := w.organization(schema.OrganizationKindOwnersAssembly, "业主大会", ident.Nil, w.estate)
		owners := w.organization(schema.OrganizationKindOwnersCommittee, "业委会", assembly, w.estate)
		company := w.organization(schema.OrganizationKindPropertyCompany, "物业公司", ident.Nil, ident.Nil)
		office := w.organization(schema.OrganizationKindStreetOffice, "街道办", ident.Nil, w.street)
		chair := w.officer("业委会主任", owners, schema.PostCategoryChair)
		manager := w.officer("公司经理", company, schema.PostCategoryChair)
		clerk := w.officer("街道工作人员", office, schema.PostCategoryClerk)
		notMandated := []fault.Code{fault.NotMandated}
		refuses(w, w.do.EstablishOrganization, []refusal[command.EstablishOrganizationInput]{
			{"owners set up a residents' committee", chair, command.EstablishOrganizationInput{
				Kind: schema.OrganizationKindResidentsCommittee, Name: "居委会", ParentID: organization(owners), AreaID: area(w.community),
			}, notMandated, ""},
			{"a company enters a community", manager, command.EstablishOrganizationInput{
				Kind: schema.OrganizationKindPropertyProject, Name: "项目部", ParentID: organization(company), AreaID: area(w.estate),
			}, notMandated, ""},
			{"a street sets up a street", clerk, command.EstablishOrganizationInput{
				Kind: schema.OrganizationKindStreetOffice, Name: "街道办", AreaID: area(w.street),
			}, notMandated, ""},
		})
		for name, as := range map[string]context.Context{"the registrar": w.registrar, "the street": clerk} {
			p, err := w.do.EstablishOrganization(as, command.EstablishOrganizationInput{
				Kind: schema.OrganizationKindPropertyProject, Name: "项目部(" + name + ")", ParentID: organization(company), AreaID: area(w.estate),
			})
			done(w, p, err)
		}
		p, err := w.do.EstablishOrganization(chair, command.EstablishOrganizationInput{
			Kind: schema.OrganizationKindVolunteerTeam, Name: "业主志愿队", ParentID: organization(owners), AreaID: area(w.estate),
		})
		done(w, p, err)
	})
}

func TestRelateOrganizations(t *testing.T) {
	eachTown(t, func(w *town) {
		party := w.organization(schema.OrganizationKindPartyCommittee, "社区党委", ident.Nil, w.community)
		meeting := w.organization(schema.OrganizationKindResidentsMeeting, "居民会议", ident.Nil, w.community)
		watch := w.organization(schema.OrganizationKindResidentsSupervisionCommittee, "居务监督委员会", meeting, w.community)
		body := w.organization(schema.OrganizationKindCoGovernanceCommittee, "共建共治共享委员会", ident.Nil, w.estate)
		owners := w.organization(schema.OrganizationKindOwnersCommittee, "业委会", ident.Nil, w.estate)
		chair := w.officer("业委会主任", owners, schema.PostCategoryChair)
		head := w.officer("共治委员会主任", body, schema.PostCategoryChair)
		input := func(kind schema.RelationKind, one, other ident.ID) command.RelateOrganizationsInput {
			return command.RelateOrganizationsInput{Kind: kind, OrganizationID: *organization(one), TargetID: *organization(other)}
		}
		// The four who watch over the committee of an estate.
		for _, one := range []ident.ID{party, w.committee, watch, meeting} {
			p, err := w.do.RelateOrganizations(head, input(schema.RelationKindSupervises, one, body))
			done(w, p, err)
		}
		supervisors, err := w.store.Read().OrganizationRelation.Query().Where(organizationrelation.TargetID(body)).Count(w.visitor)
		if err != nil || supervisors != 4 {
			t.Errorf("everybody sees %d supervisors (%v), want 4", supervisors, err)
		}
		once(w, func(o ent.Order) (*command.RelateOrganizationsPayload, error) {
			in := input(schema.RelationKindAllied, owners, body)
			in.Order, in.Basis, in.From, in.To = o, ptr("共建协议"), on("2024-01-01"), on("2027-01-01")
			return w.do.RelateOrganizations(chair, in)
		})
		dated := func(in command.RelateOrganizationsInput, from, to string) command.RelateOrganizationsInput {
			in.From, in.To = on(from), on(to)
			return in
		}
		refuses(w, w.do.RelateOrganizations, []refusal[command.RelateOrganizationsInput]{
			{"to itself", chair, input(schema.RelationKindAllied, owners, owners), []fault.Code{fault.SameThing}, "targetId"},
			{"while it is in force", head, input(schema.RelationKindSupervises, party, body), []fault.Code{fault.AlreadyExists}, ""},
			{"the same alliance the other way round", head, input(schema.RelationKindAllied, body, owners), []fault.Code{fault.AlreadyExists}, ""},
			{"before they were, for no day", head, dated(input(schema.RelationKindAllied, body, party), "2019-01-01", "2019-01-01"),
				[]fault.Code{fault.NotInForce, fault.NotInForce, fault.EndsBeforeItStarts}, "organizationId"},
			{"with nobody", chair, input(schema.RelationKindAllied, ident.New(ident.KindOrganization, w.store.Now()), ident.New(ident.KindOrganization, w.store.Now())),
				[]fault.Code{fault.NotFound, fault.NotFound}, "organizationId"},
			{"owners put themselves over the residents", chair, input(schema.RelationKindSupervises, owners, w.committee), []fault.Code{fault.NotMandated}, ""},
			{"owners let the residents be led", chair, input(schema.RelationKindLedBy, w.committee, owners), []fault.Code{fault.NotMandated}, ""},
		})
		// Half-open: what ended may be renewed on the day.
		p, err := w.do.RelateOrganizations(chair, dated(input(schema.RelationKindAllied, owners, body), "2027-01-01", "2028-01-01"))
		done(w, p, err)
	})
}

func TestCoverArea(t *testing.T) {
	eachTown(t, func(w *town) {
		branch := w.organization(schema.OrganizationKindGridPartyBranch, "网格党支部", ident.Nil, w.estate)
		secretary := w.officer("书记", branch, schema.PostCategorySecretary)
		one, two, far := w.area(schema.AreaKindGrid, "网格一", w.community), w.area(schema.AreaKindGrid, "网格二", w.community), ident.New(ident.KindArea, w.store.Now())
		inside := w.area(schema.AreaKindGrid, "网格三", w.estate)
		next := w.area(schema.AreaKindCommunity, "邻社区", w.street)
		abroad := w.area(schema.AreaKindGrid, "邻网格", next)
		input := func(from, to string, ids ...ident.ID) command.CoverAreaInput {
			in := command.CoverAreaInput{OrganizationID: *organization(branch), From: on(from)}
			for _, id := range ids {
				in.AreaIDs = append(in.AreaIDs, *area(id))
			}
			if to != "" {
				in.To = on(to)
			}
			return in
		}
		p := once(w, func(o ent.Order) (*command.CoverAreaPayload, error) {
			in := input("2024-01-01", "2025-01-01", one, two)
			in.Order = o
			return w.do.CoverArea(w.registrar, in)
		})
		if len(p.CoverageIDs) != 2 {
			t.Fatalf("recorded %d, want 2", len(p.CoverageIDs))
		}
		if row := get(w, w.store.Read().OrganizationArea.Get, p.CoverageIDs[1]); row.AreaID != two {
			t.Error("the answer is not in the order of the areas")
		}
		p, err := w.do.CoverArea(secretary, input("2024-01-01", "", w.estate, inside))
		done(w, p, err)
		refuses(w, w.do.CoverArea, []refusal[command.CoverAreaInput]{
			{"one of them is covered", w.registrar, input("2024-12-31", "", inside, far, one), []fault.Code{fault.NotFound}, "areaIds.1"},
			{"two of them are covered", w.registrar, input("2023-01-01", "2024-01-02", two, w.community, one),
				[]fault.Code{fault.AlreadyExists, fault.AlreadyExists}, "areaIds.0"},
			{"one is listed twice, one did not exist", w.registrar, input("2019-01-01", "", one, two, two),
				[]fault.Code{fault.NotInForce, fault.NotInForce, fault.ListedTwice}, "areaIds.0"},
			{"none", w.registrar, input("2024-01-01", ""), []fault.Code{fault.Blank}, "areaIds"},
			{"too many", w.registrar, input("2024-01-01", "", make([]ident.ID, 201)...), []fault.Code{fault.TooMany}, "areaIds"},
			{"for no day", w.registrar, input("2026-01-01", "2026-01-01", one), []fault.Code{fault.EndsBeforeItStarts}, "to"},
			{"beyond its estate, by itself", secretary, input("2026-01-01", "", one), []fault.Code{fault.NotMandated}, ""},
			{"of another community", w.registrar, input("2026-01-01", "", one, abroad), []fault.Code{fault.NotMandated}, ""},
			{"no organization", w.registrar, command.CoverAreaInput{
				OrganizationID: *organization(ident.New(ident.KindOrganization, w.store.Now())), AreaIDs: []ident.Area{*area(one)},
			}, []fault.Code{fault.NotFound}, "organizationId"},
		})
		p, err = w.do.CoverArea(w.registrar, input("2025-01-01", "", one, two))
		done(w, p, err)
		now, err := w.store.Read().OrganizationArea.Query().Where(organizationarea.AreaID(one)).Count(w.visitor)
		if err != nil || now != 2 {
			t.Errorf("everybody sees %d periods (%v), want 2", now, err)
		}
	})
}

func TestCreatePost(t *testing.T) {
	eachTown(t, func(w *town) {
		chair := w.officer("主任", w.committee, schema.PostCategoryChair)
		in := command.CreatePostInput{
			OrganizationID: *organization(w.committee), Category: schema.PostCategoryPartTimeMember, Title: "兼职委员",
			SeatKind: schema.SeatKindCoOpted, VotingRight: schema.VotingRightConsultative, Capacity: 2, From: on("2026-01-01"),
		}
		p := once(w, func(o ent.Order) (*command.CreatePostPayload, error) {
			in := in
			in.Order = o
			return w.do.CreatePost(chair, in)
		})
		if row := get(w, w.store.Read().Post.Get, p.PostID); row.Capacity != 2 || row.CommunityID == nil || *row.CommunityID != w.community {
			t.Errorf("the post is %v", row)
		}
		empty, early := in, in
		empty.Capacity, empty.Title = 0, ""
		early.From, early.Capacity = on("2019-06-01"), 1001
		refuses(w, w.do.CreatePost, []refusal[command.CreatePostInput]{
			{"for nobody, without a title", chair, empty, []fault.Code{fault.Blank, fault.OutOfRange}, "title"},
			{"for a crowd, before the committee was", chair, early, []fault.Code{fault.NotInForce, fault.OutOfRange}, "organizationId"},
			{"by a stranger", w.as(w.person("路人")), in, []fault.Code{fault.NotMandated}, ""},
		})
	})
}
