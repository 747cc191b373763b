package command_test

import (
	"bytes"
	"context"
	"strings"
	"testing"

	"sifang/ent"
	"sifang/ent/command"
	"sifang/ent/db"
	"sifang/ent/db/auditevent"
	dbperson "sifang/ent/db/person"
	"sifang/ent/view"
	"sifang/schema"
	"sifang/schema/fault"
	"sifang/schema/ident"
)

func TestRegisterPerson(t *testing.T) {
	eachTown(t, func(w *town) {
		home := &ident.Area{ID: w.community}
		p := once(w, func(o ent.Order) (*command.RegisterPersonPayload, error) {
			return w.do.RegisterPerson(w.registrar, command.RegisterPersonInput{
				Order: o, Name: "阿依古丽·买买提", Sex: ptr(schema.SexFemale), BirthDate: on("1988-02-29"), CommunityID: home,
			})
		})
		row := get(w, w.store.Read().Person.Get, p.PersonID)
		if row.CommunityID == nil || *row.CommunityID != w.community {
			t.Errorf("the record is kept by %v, want the community", row.CommunityID)
		}
		refuses(w, w.do.RegisterPerson, []refusal[command.RegisterPersonInput]{
			{"no name, not yet born", w.registrar, command.RegisterPersonInput{Name: " ", BirthDate: on("2026-06-02"), CommunityID: home},
				[]fault.Code{fault.Blank, fault.OutOfRange}, "name"},
			{"too old", w.registrar, command.RegisterPersonInput{Name: "甲", BirthDate: on("1876-05-31"), CommunityID: home},
				[]fault.Code{fault.OutOfRange}, "birthDate"},
			{"too long a name", w.registrar, command.RegisterPersonInput{Name: strings.Repeat("长", 101), CommunityID: home},
				[]fault.Code{fault.TooLong}, "name"},
			{"kept by an estate", w.registrar, command.RegisterPersonInput{Name: "甲", CommunityID: &ident.Area{ID: w.estate}},
				[]fault.Code{fault.WrongKind}, "communityId"},
			{"kept by nothing known", w.registrar, command.RegisterPersonInput{Name: "甲", CommunityID: &ident.Area{ID: ident.New(ident.KindArea, w.store.Now())}},
				[]fault.Code{fault.NotFound}, "communityId"},
			{"kept above communities", w.registrar, command.RegisterPersonInput{Name: "甲"}, []fault.Code{fault.NotMandated}, ""},
			{"by oneself", w.as(p.PersonID), command.RegisterPersonInput{Name: "甲", CommunityID: home}, []fault.Code{fault.NotMandated}, ""},
		})
		w.seen(func(c *db.Client) counted { return c.Person.Query().Where(dbperson.ID(p.PersonID)) }, 0, 1)
	})
}

// What is personal is nowhere in the record, which is public one day.
func TestRecordsTellNothingPersonal(t *testing.T) {
	eachTown(t, func(w *town) {
		secrets := []string{"赵某某", "1970-01-01", "5栋2单元301号赵家", "CRIMINAL_PUNISHMENT", "判决书第七号"}
		p, err := w.do.RegisterPerson(w.registrar, command.RegisterPersonInput{
			Name: secrets[0], BirthDate: on(secrets[1]), CommunityID: &ident.Area{ID: w.community},
		})
		who := done(w, p, err).PersonID
		h, err := w.do.RegisterHousehold(w.registrar, command.RegisterHouseholdInput{Label: secrets[2], AreaID: ident.Area{ID: w.estate}})
		done(w, h, err)
		d, err := w.do.DeclareInterest(w.registrar, command.DeclareInterestInput{
			PersonID: ident.Person{ID: who}, Kind: schema.DeclarationKindConduct, Relation: secrets[3], Evidence: &secrets[4],
		})
		done(w, d, err)
		events, err := w.store.Read().AuditEvent.Query().Where(auditevent.ActorIDNotNil()).All(ent.Unguarded(t.Context()))
		if err != nil || len(events) != 3 {
			t.Fatalf("%d records (%v), want 3", len(events), err)
		}
		for _, e := range events {
			for _, secret := range append(secrets, string(schema.DeclarationKindConduct)) {
				if bytes.Contains(e.Leaf, []byte(secret)) {
					t.Errorf("the record of %s tells %q", e.Verb, secret)
				}
			}
		}
		if bytes.Contains(events[2].Leaf, []byte(who.String())) {
			t.Error("the record of a declaration tells whom it concerns")
		}
	})
}

func TestRegisterHousehold(t *testing.T) {
	eachTown(t, func(w *town) {
		in := command.RegisterHouseholdInput{Label: "5栋301", AreaID: ident.Area{ID: w.estate}}
		once(w, func(o ent.Order) (*command.RegisterHouseholdPayload, error) {
			in := in
			in.Order = o
			return w.do.RegisterHousehold(w.registrar, in)
		})
		refuses(w, w.do.RegisterHousehold, []refusal[command.RegisterHouseholdInput]{
			{"again", w.registrar, in, []fault.Code{fault.AlreadyExists}, "label"},
			{"nowhere", w.registrar, command.RegisterHouseholdInput{Label: "5栋302", AreaID: ident.Area{ID: ident.New(ident.KindArea, w.store.Now())}},
				[]fault.Code{fault.NotFound}, "areaId"},
			{"in a venue, without a name", w.registrar, command.RegisterHouseholdInput{AreaID: ident.Area{ID: w.area(schema.AreaKindVenue, "议事厅", w.community)}},
				[]fault.Code{fault.WrongKind, fault.Blank}, "areaId"},
			{"by a stranger", w.as(w.person("路人")), command.RegisterHouseholdInput{Label: "5栋302", AreaID: in.AreaID}, []fault.Code{fault.NotMandated}, ""},
		})
		w.seen(func(c *db.Client) counted { return c.Household.Query() }, 0, 1)
	})
}

func TestRegisterResidence(t *testing.T) {
	eachTown(t, func(w *town) {
		who := w.person("甲")
		household := func(area ident.ID) *ident.Household {
			id := w.write(func(ctx context.Context, tx *ent.Tx) (ident.ID, error) {
				h, err := tx.Household.Create().SetLabel("一户").SetAreaID(area).SetCommunityID(area).Save(ctx)
				if err != nil {
					return ident.Nil, err
				}
				return h.ID, nil
			})
			return &ident.Household{ID: id}
		}
		next := w.area(schema.AreaKindCommunity, "邻社区", w.street)
		office := w.organization(schema.OrganizationKindStreetOffice, "街道办", ident.Nil, w.street)
		clerk := w.officer("街道工作人员", office, schema.PostCategoryClerk)
		input := func(from, to string) command.RegisterResidenceInput {
			return command.RegisterResidenceInput{
				PersonID: ident.Person{ID: who}, AreaID: ident.Area{ID: w.community}, VoterStatus: schema.VoterStatusVoter,
				From: on(from), To: on(to),
			}
		}
		elsewhere, abroad, estate := input("2022-01-01", "2023-01-01"), input("2022-01-01", "2023-01-01"), input("2022-01-01", "2022-01-01")
		elsewhere.HouseholdID, abroad.AreaID, estate.AreaID = household(next), ident.Area{ID: next}, ident.Area{ID: w.estate}
		unknown := input("2022-01-01", "2023-01-01")
		unknown.PersonID = ident.Person{ID: w.personAbove("外人")}
		home := household(w.community)
		once(w, func(o ent.Order) (*command.RegisterResidencePayload, error) {
			in := input("2021-01-01", "2022-01-01")
			in.Order, in.HouseholdID = o, home
			return w.do.RegisterResidence(w.registrar, in)
		})
		refuses(w, w.do.RegisterResidence, []refusal[command.RegisterResidenceInput]{
			{"while living there", w.registrar, input("2021-12-31", "2022-06-01"), []fault.Code{fault.AlreadyExists}, ""},
			{"with a household of another community", w.registrar, elsewhere, []fault.Code{fault.NotFound}, "householdId"},
			{"with a household of another community, by who sees it", clerk, elsewhere, []fault.Code{fault.OutsideCommunity}, "householdId"},
			{"in an estate, for no day", w.registrar, estate, []fault.Code{fault.WrongKind, fault.EndsBeforeItStarts}, "areaId"},
			{"somebody the registrar does not know", w.registrar, unknown, []fault.Code{fault.NotFound}, "personId"},
			{"in another community", w.registrar, abroad, []fault.Code{fault.NotMandated}, ""},
		})
		// Half-open: the day on which one ends is free for the next.
		p, err := w.do.RegisterResidence(w.registrar, input("2022-01-01", "2023-01-01"))
		done(w, p, err)
		w.seen(func(c *db.Client) counted { return c.Residence.Query() }, 0, 2)
	})
}

func TestDeclareInterest(t *testing.T) {
	eachTown(t, func(w *town) {
		who, wife := w.person("甲"), w.person("乙")
		company := w.organization(schema.OrganizationKindPropertyCompany, "物业公司", ident.Nil, ident.Nil)
		w.seat(wife, w.committee, schema.PostCategoryMember)
		kin := command.DeclareInterestInput{
			PersonID: ident.Person{ID: who}, Kind: schema.DeclarationKindKinship, Relation: "SPOUSE",
			AboutPersonID: &ident.Person{ID: wife}, From: on("2015-10-01"),
		}
		once(w, func(o ent.Order) (*command.DeclareInterestPayload, error) {
			in := kin
			in.Order = o
			return w.do.DeclareInterest(w.registrar, in)
		})
		work := command.DeclareInterestInput{
			PersonID: ident.Person{ID: who}, Kind: schema.DeclarationKindEmployment, Relation: "EMPLOYEE",
			AboutOrganizationID: &ident.Organization{ID: company},
		}
		p, err := w.do.DeclareInterest(w.as(who), work)
		done(w, p, err)
		with := func(in command.DeclareInterestInput, change func(*command.DeclareInterestInput)) command.DeclareInterestInput {
			change(&in)
			return in
		}
		refuses(w, w.do.DeclareInterest, []refusal[command.DeclareInterestInput]{
			{"again", w.registrar, kin, []fault.Code{fault.AlreadyExists}, ""},
			{"a relative of no degree", w.registrar, with(kin, func(in *command.DeclareInterestInput) { in.Relation = "FRIEND" }),
				[]fault.Code{fault.UnknownValue}, "relation"},
			{"one's own relative", w.registrar, with(kin, func(in *command.DeclareInterestInput) { in.AboutPersonID = &in.PersonID }),
				[]fault.Code{fault.SameThing}, "aboutPersonId"},
			{"a relative who is an organization", w.registrar, with(work, func(in *command.DeclareInterestInput) {
				in.Kind, in.Relation = schema.DeclarationKindKinship, "SPOUSE"
			}), []fault.Code{fault.FieldNeeded, fault.FieldUnused}, "aboutPersonId"},
			{"an employer who is a person", w.registrar, with(kin, func(in *command.DeclareInterestInput) {
				in.Kind, in.Relation = schema.DeclarationKindEmployment, "EMPLOYEE"
			}), []fault.Code{fault.FieldUnused, fault.FieldNeeded}, "aboutPersonId"},
			{"an interest in nothing", w.registrar, with(work, func(in *command.DeclareInterestInput) {
				in.Kind, in.Relation, in.AboutOrganizationID = schema.DeclarationKindInterest, "SHAREHOLDER", nil
			}), []fault.Code{fault.OneOfNeeded}, "aboutPersonId"},
			{"conduct towards somebody, in small letters", w.registrar, with(kin, func(in *command.DeclareInterestInput) {
				in.Kind, in.Relation = schema.DeclarationKindConduct, "arrears"
			}), []fault.Code{fault.InvalidCode, fault.FieldUnused}, "relation"},
			{"for no day, with too much evidence", w.registrar, with(work, func(in *command.DeclareInterestInput) {
				in.Evidence, in.From, in.To = ptr(strings.Repeat("证", 20_001)), on("2026-01-02"), on("2026-01-02")
			}), []fault.Code{fault.TooLong, fault.EndsBeforeItStarts}, "evidence"},
			{"a relative nobody knows", w.registrar, with(kin, func(in *command.DeclareInterestInput) {
				in.AboutPersonID = &ident.Person{ID: w.personAbove("外人")}
			}), []fault.Code{fault.NotFound}, "aboutPersonId"},
			{"about somebody else", w.as(wife), with(work, func(in *command.DeclareInterestInput) { in.Relation = "MANAGER" }),
				[]fault.Code{fault.NotMandated}, ""},
			{"by a stranger", w.as(w.personAbove("路人")), kin, []fault.Code{fault.NotFound}, ""},
		})
		w.seen(func(c *db.Client) counted { return c.Declaration.Query() }, 0, 2)
		// A relative elsewhere, whom the person cannot see, and sees no better for it.
		brother := w.personAbove("兄")
		own, err := w.do.DeclareInterest(w.as(who), command.DeclareInterestInput{
			PersonID: ident.Person{ID: who}, Kind: schema.DeclarationKindKinship, Relation: "SIBLING", AboutPersonID: person(brother),
		})
		done(w, own, err)
		for name, as := range map[string]context.Context{"who declared": w.as(who), "the registrar": w.registrar} {
			if _, err := w.store.Read().Person.Get(as, brother); !db.IsNotFound(err) {
				t.Errorf("%s sees the relative (%v)", name, err)
			}
		}
	})
}

// Sex and birth date open to the person, and to who keeps the register of a
// community that knows the person; not to other post holders, and not to
// everybody because a post was published.
func TestPersonalFields(t *testing.T) {
	eachTown(t, func(w *town) {
		p, err := w.do.RegisterPerson(w.operator, command.RegisterPersonInput{Name: "甲", Sex: ptr(schema.SexMale), BirthDate: on("1980-05-06")})
		who := done(w, p, err).PersonID
		owners := w.organization(schema.OrganizationKindOwnersCommittee, "业委会", ident.Nil, w.estate)
		neighbour := w.area(schema.AreaKindCommunity, "邻社区", w.street)
		other := w.organization(schema.OrganizationKindResidentsCommittee, "邻社区居委会", ident.Nil, neighbour)
		office := w.organization(schema.OrganizationKindStreetOffice, "街道办", ident.Nil, w.street)
		viewers := map[string]context.Context{
			"the person": w.as(who), "the registrar": w.registrar, "an owners' officer": w.officer("乙", owners, schema.PostCategoryChair),
			"the neighbours' registrar": w.officer("丙", other, schema.PostCategoryChair),
			"the street's clerk":        w.officer("丁", office, schema.PostCategoryClerk), "a visitor": w.visitor,
			"the operator": w.operator,
		}
		shown := func(step string, want ...string) {
			t.Helper()
			for name, as := range viewers {
				// A viewer's posts are looked up once for a question.
				if v := ent.ViewerFrom(as); !v.Person.IsZero() {
					as = w.as(v.Person)
				}
				sexes, err := view.Now(w.store).Sexes(as, []*db.Person{{ID: who}})
				if err != nil {
					t.Fatal(err)
				}
				born, err := view.Now(w.store).BirthDates(as, []*db.Person{{ID: who}})
				if err != nil {
					t.Fatal(err)
				}
				open := strings.Contains(strings.Join(want, ", "), name)
				if (sexes[0] != nil) != open || (born[0] != nil) != open {
					t.Errorf("%s: %s sees %v and %v, want open: %v", step, name, sexes[0], born[0], open)
				}
				if open && (*sexes[0] != schema.SexMale || *born[0] != *on("1980-05-06")) {
					t.Errorf("%s: %s sees %v and %v", step, name, *sexes[0], *born[0])
				}
			}
		}
		shown("kept above communities", "the person")
		m := w.seat(who, owners, schema.PostCategoryMember)
		w.write(func(ctx context.Context, tx *ent.Tx) (ident.ID, error) {
			return m, tx.Membership.UpdateOneID(m).SetPublishedAt(tx.Now).Exec(ctx)
		})
		shown("known in the community, by a published post", "the person", "the street's clerk", "the registrar")
	})
}

func ptr[T any](v T) *T { return &v }
