package command_test

import (
	"strings"
	"testing"

	"sifang/ent"
	"sifang/ent/command"
	"sifang/ent/db"
	"sifang/ent/db/membership"
	"sifang/schema"
	"sifang/schema/fault"
	"sifang/schema/ident"
)

func TestEnrolMember(t *testing.T) {
	eachTown(t, func(w *town) {
		party := w.organization(schema.OrganizationKindPartyGeneralBranch, "社区党总支", ident.Nil, w.community)
		team := w.organization(schema.OrganizationKindVolunteerTeam, "志愿队", ident.Nil, w.estate)
		bank := w.organization(schema.OrganizationKindLocalEmployer, "银行和平支行", ident.Nil, ident.Nil)
		secretary := w.officer("书记", party, schema.PostCategorySecretary)
		who := w.person("甲")
		input := func(organ, member ident.ID, kind schema.MembershipKind) command.EnrolMemberInput {
			in := command.EnrolMemberInput{OrganizationID: *organization(organ), Kind: kind, From: on("2022-07-01"), To: on("2023-07-01")}
			if member.Kind() == ident.KindPerson {
				in.PersonID = person(member)
			} else {
				in.MemberOrganizationID = organization(member)
			}
			return in
		}
		p := once(w, func(o ent.Order) (*command.EnrolMemberPayload, error) {
			in := input(party, who, schema.MembershipKindDualReporting)
			in.Order, in.Basis = o, ptr("报到登记表")
			return w.do.EnrolMember(secretary, in)
		})
		m := get(w, w.store.Read().Membership.Get, p.MembershipID)
		if m.Mode != schema.MembershipModeEnrolled || m.Status != schema.MembershipStatusEffective || m.PostID != nil || *m.CommunityID != w.community {
			t.Errorf("enrolled as %v", m)
		}
		with := func(in command.EnrolMemberInput, change func(*command.EnrolMemberInput)) command.EnrolMemberInput {
			change(&in)
			return in
		}
		post := input(party, who, schema.MembershipKindPostHolder)
		refuses(w, w.do.EnrolMember, []refusal[command.EnrolMemberInput]{
			{"into a post", secretary, post, []fault.Code{fault.WrongKind}, "kind"},
			{"twice", secretary, input(party, who, schema.MembershipKindDualReporting), []fault.Code{fault.AlreadyExists}, ""},
			{"as a Party member of a team", w.registrar, input(team, who, schema.MembershipKindPartyMember), []fault.Code{fault.WrongKind}, "organizationId"},
			{"as dual reporting to a team", w.registrar, input(team, who, schema.MembershipKindDualReporting), []fault.Code{fault.WrongKind}, "organizationId"},
			{"an organization as a Party member", secretary, input(party, bank, schema.MembershipKindPartyMember), []fault.Code{fault.WrongKind}, "kind"},
			{"a person as a member organization", secretary, input(party, who, schema.MembershipKindOrganizationMember), []fault.Code{fault.WrongKind}, "kind"},
			{"in itself", w.registrar, input(team, team, schema.MembershipKindAdviser), []fault.Code{fault.SameThing}, "memberOrganizationId"},
			{"two at once", secretary, with(post, func(in *command.EnrolMemberInput) { in.MemberOrganizationID = organization(bank) }), []fault.Code{fault.OneOfNeeded}, "personId"},
			{"for no day, with too long a reason", secretary, with(input(party, who, schema.MembershipKindActivist), func(in *command.EnrolMemberInput) {
				in.To, in.Basis = in.From, ptr(strings.Repeat("由", 20_001))
			}), []fault.Code{fault.TooLong, fault.EndsBeforeItStarts}, "basis"},
			{"somebody unknown here", secretary, input(party, w.personAbove("外人"), schema.MembershipKindVolunteer), []fault.Code{fault.NotFound}, "personId"},
			{"into nothing", secretary, input(ident.New(ident.KindOrganization, w.store.Now()), who, schema.MembershipKindVolunteer), []fault.Code{fault.NotFound}, "organizationId"},
			{"by oneself", w.as(who), input(party, who, schema.MembershipKindPartyMember), []fault.Code{fault.NotMandated}, ""},
		})
		// In another capacity, as another member, or once the first has ended.
		renewed := with(input(party, who, schema.MembershipKindDualReporting), func(in *command.EnrolMemberInput) { in.From, in.To = on("2023-07-01"), nil })
		for _, in := range []command.EnrolMemberInput{
			input(party, who, schema.MembershipKindActivist), input(party, bank, schema.MembershipKindDualReporting), renewed,
		} {
			p, err := w.do.EnrolMember(secretary, in)
			done(w, p, err)
		}
		w.seen(func(c *db.Client) counted { return c.Membership.Query().Where(membership.PostIDIsNil()) }, 0, 4)
	})
}
