package command_test

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"

	"sifang/ent"
	"sifang/ent/command"
	"sifang/ent/db"
	"sifang/ent/db/auditevent"
	"sifang/ent/db/ruleset"
	"sifang/ent/rules"
	"sifang/ent/view"
	"sifang/schema"
	"sifang/schema/fault"
	"sifang/schema/ident"
	"sifang/schema/rule"
)

// document is a set of rules with these sections.
func document(code, sections string) string {
	return fmt.Sprintf(`{"code": %q, "version": "1", "title": {"zh": "管理规约", "en": "Covenant"},
		"source": {"title": "管理规约", "jurisdiction": "本小区", "text": "全文", "textDate": "2026-05-01"},
		"validFrom": "2026-05-15", %s}`, code, sections)
}

const unposted = `"seats": {"publication": [{"code": "APPOINTMENT_PUBLICATION", "off": true}]}`

// adopt puts a set of rules into force for the street of the ward.
func (k *ward) adopt(code, sections string) ident.ID {
	k.Helper()
	p, err := k.do.AdoptRuleSet(k.operator, command.AdoptRuleSetInput{
		Code: code, AreaID: &ident.Area{ID: k.street}, Document: document(code, sections), From: on("2020-01-01"),
	})
	return done(k.town, p, err).RuleSetID
}

// install proposes and confirms an appointment where rules ask for no posting.
func (k *ward) install(in command.ProposeAppointmentInput) ident.Membership {
	k.Helper()
	m := k.propose(in)
	p, err := k.do.ConfirmAppointment(k.operator, command.ConfirmAppointmentInput{MembershipID: m})
	done(k.town, p, err)
	return m
}

func codesOf(chain rule.Chain) []string {
	codes := make([]string, len(chain))
	for i, set := range chain {
		codes[i] = set.Code
	}
	return codes
}

// From custom over the nation, the city and the district to the bylaws of the
// assembly and of its committee.
func TestRulesInForce(t *testing.T) {
	eachTown(t, func(w *town) {
		k := newWard(w, "440115100")
		assembly := w.organization(schema.OrganizationKindOwnersAssembly, "业主大会", ident.Nil, k.estate)
		committee := w.organization(schema.OrganizationKindOwnersCommittee, "业主委员会", assembly, ident.Nil)
		for _, in := range []command.AdoptRuleSetInput{
			{Code: "COMMITTEE_RULES", OrganizationID: organization(committee), From: on("2026-07-01")},
			{Code: "ASSEMBLY_RULES", OrganizationID: organization(assembly)},
			{Code: "ESTATE_RULES", AreaID: &ident.Area{ID: k.estate}, To: on("2026-08-01")},
			{Code: "STREET_RULES", AreaID: &ident.Area{ID: k.street}},
		} {
			in.Document = document(in.Code, unposted)
			p, err := w.do.AdoptRuleSet(w.operator, in)
			done(w, p, err)
		}
		general := []string{"PRACTICE", "NATIONAL", "GUANGZHOU", "NANSHA"}
		for day, want := range map[string][]string{
			"2026-05-14": general,
			"2026-06-30": slices.Concat(general, []string{"STREET_RULES", "ESTATE_RULES", "ASSEMBLY_RULES"}),
			"2026-07-01": slices.Concat(general, []string{"STREET_RULES", "ESTATE_RULES", "ASSEMBLY_RULES", "COMMITTEE_RULES"}),
			"2026-08-01": slices.Concat(general, []string{"STREET_RULES", "ASSEMBLY_RULES", "COMMITTEE_RULES"}),
			"2019-12-31": {"NATIONAL", "GUANGZHOU", "NANSHA"},
		} {
			chain, err := rules.For(w.visitor, w.store.Read(), committee, *on(day))
			if got := codesOf(chain); err != nil || !slices.Equal(got, want) {
				t.Errorf("on %s: %v, want %v (%v)", day, got, want, err)
			}
		}
		chain, err := rules.In(w.visitor, w.store.Read(), w.estate, *on("2026-07-01"))
		if got := codesOf(chain); err != nil || !slices.Equal(got, []string{"PRACTICE", "NATIONAL"}) {
			t.Errorf("in an estate without a code: %v (%v)", got, err)
		}
		// What was adopted later was not known before.
		known := ent.KnownAt(w.visitor, w.clock.Now().Add(-oneDay))
		if _, err := rules.For(known, w.store.Read(), committee, *on("2026-07-01")); !db.IsNotFound(err) {
			t.Errorf("an organization that was not yet registered has rules (%v)", err)
		}
	})
}

func TestAdoptRuleSet(t *testing.T) {
	eachTown(t, func(w *town) {
		k := newWard(w, "410102001")
		committee := w.organization(schema.OrganizationKindOwnersCommittee, "业主委员会", ident.Nil, k.estate)
		chair := w.officer("主任", committee, schema.PostCategoryChair)
		bylaws := command.AdoptRuleSetInput{
			Code: "BYLAWS", OrganizationID: organization(committee), Document: document("BYLAWS", unposted),
		}
		with := func(change func(*command.AdoptRuleSetInput)) command.AdoptRuleSetInput {
			in := bylaws
			change(&in)
			return in
		}
		sections := func(text string) command.AdoptRuleSetInput {
			return with(func(in *command.AdoptRuleSetInput) { in.Document = document("BYLAWS", text) })
		}
		first := once(w, func(o ent.Order) (*command.AdoptRuleSetPayload, error) {
			return w.do.AdoptRuleSet(chair, with(func(in *command.AdoptRuleSetInput) { in.Order = o }))
		})
		refuses(w, w.do.AdoptRuleSet, []refusal[command.AdoptRuleSetInput]{
			{"for nobody", chair, with(func(in *command.AdoptRuleSetInput) { in.OrganizationID = nil }), []fault.Code{fault.OneOfNeeded}, "areaId"},
			{"for two", chair, with(func(in *command.AdoptRuleSetInput) { in.AreaID = &ident.Area{ID: k.estate} }), []fault.Code{fault.OneOfNeeded}, "areaId"},
			{"for no such organization", chair, with(func(in *command.AdoptRuleSetInput) {
				in.OrganizationID = organization(ident.New(ident.KindOrganization, w.store.Now()))
			}), []fault.Code{fault.NotFound}, "organizationId"},
			{"by an officer for the whole estate", chair, with(func(in *command.AdoptRuleSetInput) {
				in.OrganizationID, in.AreaID = nil, &ident.Area{ID: k.estate}
			}), []fault.Code{fault.NotMandated}, ""},
			{"not JSON", chair, with(func(in *command.AdoptRuleSetInput) { in.Document = "规约" }), []fault.Code{fault.RuleUnreadable}, "document"},
			{"a word that nobody knows", chair, sections(`"seats": {"eligibility": [{"code": "A", "offf": true}]}`),
				[]fault.Code{fault.RuleFieldUnknown}, "document.seats.eligibility.0.offf"},
			{"posted for years", chair, sections(`"seats": {"publication": [{"code": "A", "days": 999,
				"source": {"title": "规约"}, "sentence": {"zh": "公示", "en": "posted"}}]}`),
				[]fault.Code{fault.OutOfRange}, "document.seats.publication.0.days"},
			{"another name", chair, with(func(in *command.AdoptRuleSetInput) { in.Code, in.From = "OTHER", on("2027-01-01") }),
				[]fault.Code{fault.RuleSetCodeDiffers}, "code"},
			{"the name of a law", chair, with(func(in *command.AdoptRuleSetInput) { in.Code, in.Document = "NATIONAL", document("NATIONAL", unposted) }),
				[]fault.Code{fault.RuleSetTaken}, "code"},
			{"the name of a city", chair, with(func(in *command.AdoptRuleSetInput) { in.Code, in.Document = "SHENZHEN", document("SHENZHEN", unposted) }),
				[]fault.Code{fault.RuleSetTaken}, "code"},
			{"somebody else's bylaws", k.clerk, with(func(in *command.AdoptRuleSetInput) {
				in.OrganizationID, in.AreaID, in.From = nil, &ident.Area{ID: k.estate}, on("2027-01-01")
			}), []fault.Code{fault.RuleSetTaken}, "code"},
			{"again from the same day, ending before", chair, with(func(in *command.AdoptRuleSetInput) { in.To = on("2026-05-15") }),
				[]fault.Code{fault.RuleSetTooEarly, fault.EndsBeforeItStarts}, "from"},
			{"of no date", chair, with(func(in *command.AdoptRuleSetInput) {
				in.From, in.Document = on("2027-01-01"), strings.Replace(in.Document, `, "textDate": "2026-05-01"`, "", 1)
			}), []fault.Code{fault.Blank}, "document.source.textDate"},
			{"a matter that nobody knows", chair, with(func(in *command.AdoptRuleSetInput) {
				in.From = on("2027-01-01")
				in.Document = document("BYLAWS", `"voting": [{"organization": "OWNERS_COMMITTEE", "matter": "FESTIVAL", "preset": "OWNERS_COMMITTEE_BEIJING"}]`)
			}), []fault.Code{fault.MatterUnknown}, "document.voting.0.matter"},
		})

		second, err := w.do.AdoptRuleSet(chair, with(func(in *command.AdoptRuleSetInput) {
			in.From, in.Document = on("2026-09-01"), document("BYLAWS", `"seats": {}`)
		}))
		done(w, second, err)
		rows, err := w.store.Read().RuleSet.Query().Where(ruleset.Code("BYLAWS")).Order(db.Asc(ruleset.FieldEdition)).All(w.visitor)
		if err != nil || len(rows) != 2 {
			t.Fatalf("a visitor sees %d editions (%v)", len(rows), err)
		}
		if rows[0].ID != first.RuleSetID || rows[0].Edition != 1 || rows[0].From.String() != "2026-05-15" || rows[0].To.String() != "2026-09-01" {
			t.Errorf("the first edition is %+v", rows[0])
		}
		if rows[1].ID != second.RuleSetID || rows[1].Edition != 2 || rows[1].To != nil || rows[1].Title != "管理规约" {
			t.Errorf("the second edition is %+v", rows[1])
		}
		text, err := view.RuleSetDocument(get(w, w.store.Read().RuleSet.Get, first.RuleSetID))
		if err != nil || !json.Valid([]byte(text)) || !strings.Contains(text, `"off":true`) {
			t.Errorf("the document reads %s (%v)", text, err)
		}
		digest := sha256.Sum256([]byte(text))
		deed, err := w.store.Read().AuditEvent.Query().Where(auditevent.SubjectID(first.RuleSetID)).Only(ent.Unguarded(t.Context()))
		if err != nil || !strings.Contains(string(deed.Leaf), hex.EncodeToString(digest[:])) {
			t.Errorf("the record does not commit to the document: %s (%v)", deed.Leaf, err)
		}
	})
}

// A bylaw switches a rule of the nation off for its own committee, switches one
// on that is off by default, and changes nothing for others.
func TestBylawChangesWhoMaySit(t *testing.T) {
	eachTown(t, func(w *town) {
		k := newWard(w, "410102001")
		committee := w.organization(schema.OrganizationKindOwnersCommittee, "一号业委会", ident.Nil, k.estate)
		other := w.organization(schema.OrganizationKindOwnersCommittee, "二号业委会", ident.Nil, k.estate)
		tenant := k.adult("租户", schema.SexMale)
		debtor := k.adult("欠费业主", schema.SexMale)
		k.owns(debtor, "1-101")
		k.declare(command.DeclareInterestInput{PersonID: *person(debtor), Kind: schema.DeclarationKindConduct, Relation: "ARREARS"})
		in := func(of, who ident.ID) command.ProposeAppointmentInput {
			return command.ProposeAppointmentInput{
				PostID: k.elected(of, schema.PostCategoryMember, 5), PersonID: *person(who), Mode: schema.MembershipModeElected,
			}
		}
		refuses(w, w.do.ProposeAppointment, []refusal[command.ProposeAppointmentInput]{
			{"a tenant, before", w.operator, in(committee, tenant), []fault.Code{fault.NotEligible}, "personId"},
		})
		p, err := w.do.AdoptRuleSet(w.operator, command.AdoptRuleSetInput{
			Code: "BYLAWS", OrganizationID: organization(committee), Document: document("BYLAWS", `"seats": {"eligibility": [
				{"code": "OC_OWNER", "off": true},
				{"code": "OC_ARREARS", "source": {"title": "管理规约", "article": "12"},
				 "sentence": {"zh": "欠费业主不得担任委员。", "en": "An owner in arrears may not sit."},
				 "for": {"organizations": ["OWNERS_COMMITTEE"]}, "condition": "NO_CONDUCT", "conduct": ["ARREARS"]}]}`),
		})
		done(w, p, err)
		refuses(w, w.do.ProposeAppointment, []refusal[command.ProposeAppointmentInput]{
			{"a tenant, elsewhere", w.operator, in(other, tenant), []fault.Code{fault.NotEligible}, "personId"},
			{"an owner in arrears, here", w.operator, in(committee, debtor), []fault.Code{fault.NotEligible}, "personId"},
		})
		k.propose(in(committee, tenant))
		k.propose(in(other, debtor))
	})
}

// Beijing does not seat a judgment debtor; the nation says nothing about it.
func TestCityRulesBindWhereTheCodeSaysSo(t *testing.T) {
	eachTown(t, func(w *town) {
		for code, refused := range map[string]bool{"110105001": true, "410102001": false} {
			k := newWard(w, code)
			committee := w.organization(schema.OrganizationKindOwnersCommittee, "业委会", ident.Nil, k.estate)
			debtor := k.adult("失信业主", schema.SexMale)
			k.owns(debtor, "1-101")
			k.declare(command.DeclareInterestInput{PersonID: *person(debtor), Kind: schema.DeclarationKindConduct, Relation: "JUDGMENT_DEBTOR"})
			_, err := w.do.ProposeAppointment(w.operator, command.ProposeAppointmentInput{
				PostID: k.elected(committee, schema.PostCategoryMember, 5), PersonID: *person(debtor), Mode: schema.MembershipModeElected,
			})
			if refused {
				refusedWith(t, err, fault.NotEligible)
			} else if err != nil {
				t.Errorf("in %s: %v", code, err)
			}
		}
	})
}
