package command_test

import (
	"context"
	"testing"

	"sifang/ent"
	"sifang/ent/command"
	"sifang/ent/db"
	"sifang/ent/db/membership"
	"sifang/ent/view"
	"sifang/schema"
	"sifang/schema/day"
	"sifang/schema/fault"
	"sifang/schema/ident"
	"sifang/schema/rule"
)

// law lets the community ask something of postings.
func (c *council) law(postings ...rule.Posting) {
	c.Helper()
	for i := range postings {
		postings[i].Source = rule.Source{Title: "社区公约", Article: "9", Jurisdiction: "社区", Text: "约定。"}
	}
	set := rule.Set{
		Code: "POSTING", Version: "1", Title: rule.Text{Chinese: "公示", English: "Posting"}, ValidFrom: *on("2026-01-01"),
		Source: rule.Source{Title: "社区公约", Jurisdiction: "社区", Text: "约定。", TextDate: *on("2026-01-01")}, Postings: postings,
	}
	text, err := set.Print()
	c.must(err)
	p, err := c.do.AdoptRuleSet(c.registrar, command.AdoptRuleSetInput{
		Code: set.Code, AreaID: &ident.Area{ID: c.community}, Document: string(text), From: on("2026-06-01"),
	})
	done(c.town, p, err)
}

// sheet is what hangs on the board, to be completed with what it is about.
func sheet(change func(*command.PublishInput)) command.PublishInput {
	in := command.PublishInput{Place: "公告栏", Text: "公示"}
	change(&in)
	return in
}

// hangs posts something, and answers the posting, which everybody sees.
func (c *council) hangs(by context.Context, in command.PublishInput) *db.Publication {
	c.Helper()
	p, err := c.do.Publish(by, in)
	return get(c.town, func(_ context.Context, id ident.ID) (*db.Publication, error) {
		return c.store.Read().Publication.Get(c.visitor, id)
	}, done(c.town, p, err).PublicationID)
}

func (c *council) composition() command.PublishInput {
	return sheet(func(in *command.PublishInput) { in.OrganizationID = &ident.Organization{ID: c.owners} })
}

// Who sits in a body hangs for as long as the provisions ask, and may be objected
// to for as long as they say.
func TestPublishComposition(t *testing.T) {
	eachCouncil(t, func(c *council) {
		c.law(rule.Posting{Kind: schema.PublicationKindComposition, Organization: schema.OrganizationKindOwnersCommittee, Days: 5, ObjectionDays: 4})
		nobody := c.organization(schema.OrganizationKindOwnersCommittee, "未选举的业委会", ident.Nil, c.estate)
		empty := sheet(func(in *command.PublishInput) { in.OrganizationID = &ident.Organization{ID: nobody} })
		short := c.composition()
		short.MinimumDays, short.Place = new(4), " "
		foreign := c.composition()
		foreign.DocumentID = &ident.Document{ID: ident.New(ident.KindDocument, c.store.Now())}
		refused(c, c.do.Publish, []refusal[command.PublishInput]{
			{"nobody sits there", c.registrar, empty, []fault.Code{fault.NothingToPost}, "organizationId"},
			{"for too few days, nowhere", c.asChair, short, []fault.Code{fault.OutOfRange, fault.Blank}, "minimumDays"},
			{"a sheet that there is not", c.asChair, foreign, []fault.Code{fault.NotFound}, "documentId"},
			{"by another party", c.asM, c.composition(), []fault.Code{fault.NotMandated}, ""},
		})
		hung := c.hangs(c.asChair, c.composition())
		is(c, "what hangs", hung.Kind, schema.PublicationKindComposition)
		is(c, "for days", hung.MinimumDays, 5)
		is(c, "until, from Monday the first", hung.Until.String(), "2026-06-08") // Saturday the 6th
		is(c, "objections until", hung.ObjectionsUntil.String(), "2026-06-05")
		is(c, "by", *hung.Basis, "《社区公约》第9条")
		is(c, "posted by", *hung.PostedByID, c.chair)
		longer := c.composition()
		longer.MinimumDays = new(14)
		is(c, "longer", c.hangs(c.asChair, longer).Until.String(), "2026-06-15")
	})
}

// Ten working days in the week of Dragon Boat.
func TestPublishForWorkingDays(t *testing.T) {
	eachCouncil(t, func(c *council) {
		c.law(rule.Posting{Kind: schema.PublicationKindComposition, WorkingDays: 10})
		c.clock.Set(on("2026-06-15").Start())
		hung := c.hangs(c.asChair, c.composition())
		is(c, "until", hung.Until.String(), "2026-06-30") // 16 to 18, 22 to 26, 29 and 30 June
		is(c, "for days", hung.MinimumDays, 15)
	})
}

func TestPublishRemoval(t *testing.T) {
	eachCouncil(t, func(c *council) {
		rows, err := c.store.Read().Membership.Query().Where(membership.PersonID(c.chair)).All(ent.Unguarded(c.Context()))
		c.must(err)
		m := ident.Membership{ID: rows[0].ID}
		in := sheet(func(in *command.PublishInput) { in.MembershipID = &m })
		refused(c, c.do.Publish, []refusal[command.PublishInput]{
			{"a post that is held", c.registrar, in, []fault.Code{fault.WrongState}, "membershipId"},
		})
		ended, err := c.do.EndMembership(c.registrar, command.EndMembershipInput{MembershipID: m, Reason: schema.EndReasonResigned})
		done(c.town, ended, err)
		hung := c.hangs(c.registrar, in)
		is(c, "what hangs", hung.Kind, schema.PublicationKindRemoval)
		is(c, "about", *hung.MembershipID, m.ID)
	})
}

// A roll hangs without names, and objections to it are in time for as long as a
// provision says; then they are late, and taken in all the same.
func TestPublishRoll(t *testing.T) {
	eachAssembly(t, func(a *assembly) {
		a.law(rule.Posting{Kind: schema.PublicationKindRoll, Days: 7, ObjectionDays: 3, AnswerDays: 2, ClosesAt: "17:30"})
		owner := a.person("业主")
		a.builds(lot{number: "101", owners: []ident.ID{owner}})
		r := a.frozen(a.freezing())
		roll := &ident.Roll{ID: r.ID}
		in := sheet(func(in *command.PublishInput) { in.RollID = roll })
		refused(a.council, a.do.Publish, []refusal[command.PublishInput]{
			{"by another party", a.asM, in, []fault.Code{fault.NotMandated}, ""},
			{"with a resolution", a.asChair, sheet(func(in *command.PublishInput) {
				in.RollID, in.ResolutionID = roll, &ident.Resolution{ID: ident.New(ident.KindResolution, a.store.Now())}
			}), []fault.Code{fault.OneOfNeeded}, "membershipId"},
		})
		hung := a.hangs(a.asChair, in)
		is(a.council, "what hangs", hung.Kind, schema.PublicationKindRoll)
		is(a.council, "objections until", hung.ObjectionsUntil.String(), "2026-06-04")
		object := func() *db.Objection {
			p, err := a.do.FileObjection(a.as(owner), command.FileObjectionInput{RollID: roll, Text: "面积有误。"})
			return a.objection(ident.Objection{ID: done(a.town, p, err).ObjectionID})
		}
		refused(a.council, a.do.FileObjection, []refusal[command.FileObjectionInput]{
			{"to the sheet", a.as(owner), command.FileObjectionInput{PublicationID: &ident.Publication{ID: hung.ID}, Text: "有误。"},
				[]fault.Code{fault.ObjectionElsewhere}, "publicationId"},
		})
		early := object()
		is(a.council, "in time", early.Late, false)
		is(a.council, "answered by", early.AnswerDueOn.String(), "2026-06-03")
		a.clock.Set(day.Closing("17:30").Of(*on("2026-06-04")))
		late := object()
		is(a.council, "late", late.Late, true)
		is(a.council, "answered by, over the weekend", late.AnswerDueOn.String(), "2026-06-08")
		is(a.council, "overdue", view.Now(a.store).ObjectionOverdue(early), true)
		is(a.council, "not yet", view.Now(a.store).ObjectionOverdue(late), false)
		a.answers(a.asChair, command.AnswerObjectionInput{ObjectionID: ident.Objection{ID: late.ID}, Answer: "面积以登记为准。"})
		is(a.council, "answered in time", view.Now(a.store).ObjectionOverdue(a.objection(ident.Objection{ID: late.ID})), false)
	})
}

func TestPublishMinutes(t *testing.T) {
	eachAssembly(t, func(a *assembly) {
		edition := func(number int, approved bool) ident.Minutes {
			return ident.Minutes{ID: a.write(func(ctx context.Context, tx *ent.Tx) (ident.ID, error) {
				row := tx.Minutes.Create().SetCommunityID(a.community).SetMeetingID(a.sitting.ID).SetEdition(number).
					SetStatus(schema.MinutesStatusDraft).SetText("会议记录").SetDraftedAt(tx.Now)
				if approved {
					row.SetStatus(schema.MinutesStatusApproved).SetApprovedAt(tx.Now)
				}
				one, err := row.Save(ctx)
				if err != nil {
					return ident.Nil, err
				}
				return one.ID, nil
			})}
		}
		draft, approved := edition(1, false), edition(2, true)
		refused(a.council, a.do.Publish, []refusal[command.PublishInput]{
			{"a draft", a.asChair, sheet(func(in *command.PublishInput) { in.MinutesID = &draft }), []fault.Code{fault.NotApproved}, "minutesId"},
			{"by another party", a.asM, sheet(func(in *command.PublishInput) { in.MinutesID = &approved }), []fault.Code{fault.NotMandated}, ""},
		})
		hung := a.hangs(a.asChair, sheet(func(in *command.PublishInput) { in.MinutesID = &approved }))
		is(a.council, "what hangs", hung.Kind, schema.PublicationKindMinutes)
		is(a.council, "which edition", *hung.MinutesID, approved.ID)
	})
}

// Somebody looks, finds it gone, and finds it again: the days between are missing.
func TestRecordPostingCheck(t *testing.T) {
	eachCouncil(t, func(c *council) {
		c.law(rule.Posting{Kind: schema.PublicationKindComposition, Days: 7})
		hung := c.hangs(c.asChair, c.composition())
		id := ident.Publication{ID: hung.ID}
		complied := func() *view.PublicationCompliance {
			all, err := view.Now(c.store).PublicationsCompliance(c.visitor, []*db.Publication{hung})
			c.must(err)
			return all[0]
		}
		is(c, "due at first", complied().Due.String(), "2026-06-08")
		c.clock.Set(on("2026-06-04").Start())
		before, ahead := hung.PostedAt.Add(-oneDay), c.store.Now().Add(oneDay)
		note := string(make([]rune, 2001))
		refused(c, c.do.RecordPostingCheck, []refusal[command.RecordPostingCheckInput]{
			{"before it was posted", c.asChair, command.RecordPostingCheckInput{PublicationID: id, CheckedAt: &before}, []fault.Code{fault.CheckedBeforePost}, "checkedAt"},
			{"tomorrow", c.asChair, command.RecordPostingCheckInput{PublicationID: id, CheckedAt: &ahead, Note: &note}, []fault.Code{fault.CheckedAhead, fault.TooLong}, "checkedAt"},
			{"by another party", c.asM, command.RecordPostingCheckInput{PublicationID: id}, []fault.Code{fault.NotMandated}, ""},
			{"of nothing", c.asChair, command.RecordPostingCheckInput{PublicationID: ident.Publication{ID: ident.New(ident.KindPublication, c.store.Now())}}, []fault.Code{fault.NotFound}, "publicationId"},
		})
		gone := once(c.town, func(o ent.Order) (*command.RecordPostingCheckPayload, error) {
			return c.do.RecordPostingCheck(c.asChair, command.RecordPostingCheckInput{Order: o, PublicationID: id, Note: new("被撕")})
		})
		row := get(c.town, c.store.Read().PostingCheck.Get, gone.PostingCheckID)
		is(c, "who looked", *row.CheckedByID, c.chair)
		is(c, "still there", row.StillThere, false)
		now := complied()
		is(c, "interrupted", now.Interrupted, true)
		is(c, "due while it is gone", now.Due == nil, true)
		is(c, "hung", now.DaysPosted, 2)
		c.clock.Set(on("2026-06-06").Start())
		p, err := c.do.RecordPostingCheck(c.registrar, command.RecordPostingCheckInput{PublicationID: id, StillThere: true, CheckedByID: person(c.chair)})
		done(c.town, p, err)
		now = complied()
		is(c, "interrupted", now.Interrupted, false)
		is(c, "due, three days later", now.Due.String(), "2026-06-11")
		is(c, "gaps", len(now.Gaps), 1)
		c.clock.Set(on("2026-06-12").Start())
		now = complied()
		is(c, "met", now.Met, true)
		is(c, "hung", now.DaysPosted, 7)
		is(c, "provisional", now.Provisional, false)
	})
}
