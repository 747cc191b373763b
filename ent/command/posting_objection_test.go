package command_test

import (
	"context"
	"strings"
	"testing"

	"sifang/ent"
	"sifang/ent/command"
	"sifang/ent/db"
	"sifang/ent/view"
	"sifang/schema"
	"sifang/schema/fault"
	"sifang/schema/ident"
	"sifang/schema/rule"
)

// From a resolution that was posted over a late objection to the corrected sheet:
// the objection is taken in, marked, answered, and leads to another posting, but
// never to another vote.
func TestObjectionToAResolution(t *testing.T) {
	eachHall(t, "JOINT_ALL_PARTIES", func(h *hall) {
		h.law(rule.Posting{Kind: schema.PublicationKindResolution, Days: 5, ObjectionDays: 2, AnswerDays: 3})
		r, _ := h.resolved()
		id := &ident.Resolution{ID: r.ID}
		in := command.FileObjectionInput{ResolutionID: id, Text: "公告的车位号有误。"}
		resident := h.as(h.person("居民"))
		refused(h.council, h.do.FileObjection, []refusal[command.FileObjectionInput]{
			{"before anybody was told", h.officer, in, []fault.Code{fault.WrongState}, "resolutionId"},
			{"by who may not see it", h.as(h.personAbove("路人")), in, []fault.Code{fault.NotFound}, ""},
			{"in the name of a party", h.officer, command.FileObjectionInput{ResolutionID: id, PartyID: &h.parties[0], Text: "有误。"}, []fault.Code{fault.FieldUnused}, "partyId"},
			{"with a vote", h.officer, command.FileObjectionInput{ResolutionID: id, VoteID: &ident.Vote{ID: *r.VoteID}, Text: "有误。"}, []fault.Code{fault.OneOfNeeded}, "voteId"},
		})
		post := sheet(func(in *command.PublishInput) { in.ResolutionID = id })
		hung := h.hangs(h.officer, post)
		h.clock.Set(hung.ObjectionsUntil.End())
		p, err := h.do.FileObjection(resident, in)
		o := ident.Objection{ID: done(h.town, p, err).ObjectionID}
		row := h.objection(o)
		is(h.council, "late", row.Late, true)
		is(h.council, "about", *row.ResolutionID, r.ID)
		if row.AnswerDueOn == nil {
			h.Fatal("nobody says until when it is answered")
		}
		h.clock.Set(row.AnswerDueOn.End())
		is(h.council, "overdue", view.Now(h.store).ObjectionOverdue(row), true)
		refused(h.council, h.do.AnswerObjection, []refusal[command.AnswerObjectionInput]{
			{"with a new vote", h.officer, upholding(o, schema.ObjectionRemedyNewVote), []fault.Code{fault.RemedyNotPossible}, "remedy"},
			{"with a recount", h.officer, upholding(o, schema.ObjectionRemedyRecount), []fault.Code{fault.RemedyNotPossible}, "remedy"},
			{"by who filed it", resident, upholding(o, schema.ObjectionRemedyCorrection), []fault.Code{fault.NotMandated}, ""},
		})
		_, err = h.do.AnswerObjection(h.officer, upholding(o, schema.ObjectionRemedyNewVote))
		if faults, _ := fault.Of(err); len(faults) == 0 || !strings.Contains(faults[0].Text(fault.English), "challenge") {
			h.Errorf("the refusal does not say what would help: %v", err)
		}
		refused(h.council, h.do.Publish, []refusal[command.PublishInput]{
			{"again, though nothing is owed", h.officer, post, []fault.Code{fault.WrongState}, "resolutionId"},
		})
		h.answers(h.officer, upholding(o, schema.ObjectionRemedyCorrection))
		is(h.council, "answered too late", view.Now(h.store).ObjectionOverdue(h.objection(o)), true)
		before := get(h.town, h.store.Read().Resolution.Get, r.ID)
		h.clock.Pass(oneDay)
		again := h.hangs(h.officer, post)
		is(h.council, "what hangs", again.Kind, schema.PublicationKindResolution)
		after := get(h.town, h.store.Read().Resolution.Get, r.ID)
		is(h.council, "in force from", *after.EffectiveFrom, *before.EffectiveFrom)
		is(h.council, "the status", after.Status, before.Status)
		h.clock.Pass(oneDay)
		refused(h.council, h.do.Publish, []refusal[command.PublishInput]{
			{"a third time", h.officer, post, []fault.Code{fault.WrongState}, "resolutionId"},
		})
	})
}

// What became of a resolution is posted once it changed.
func TestPublishRevocation(t *testing.T) {
	eachHall(t, "JOINT_ALL_PARTIES", func(h *hall) {
		r, _ := h.resolved()
		post := sheet(func(in *command.PublishInput) { in.ResolutionID = &ident.Resolution{ID: r.ID} })
		h.hangs(h.officer, post)
		h.clock.Pass(oneDay)
		h.write(func(ctx context.Context, tx *ent.Tx) (ident.ID, error) {
			return r.ID, tx.ResolutionEffect.Create().SetNillableCommunityID(r.CommunityID).SetResolutionID(r.ID).
				SetStatus(schema.ResolutionStatusStayed).SetFrom(tx.Today).Exec(ctx)
		})
		is(h.council, "what hangs", h.hangs(h.officer, post).Kind, schema.PublicationKindRevocation)
	})
}

// An appointment waits for its posting: while it is gone, and while somebody who
// objected to it waits for an answer.
func TestObjectionToAnAppointment(t *testing.T) {
	eachTown(t, func(w *town) {
		z := newZhongyuan(w)
		c := &council{town: w}
		in := z.candidacy("候选人", "3-101")
		m := z.propose(in)
		hung := c.hangs(z.clerk, posting(m))
		id := &ident.Publication{ID: hung.ID}
		look := func(there bool) {
			p, err := w.do.RecordPostingCheck(z.clerk, command.RecordPostingCheckInput{PublicationID: *id, StillThere: there})
			done(w, p, err)
		}
		confirming := command.ConfirmAppointmentInput{MembershipID: m}
		confirm := func(name string, code fault.Code) {
			w.Helper()
			refuses(w, w.do.ConfirmAppointment, []refusal[command.ConfirmAppointmentInput]{{name, z.clerk, confirming, []fault.Code{code}, "membershipId"}})
		}
		w.clock.Pass(oneDay)
		look(false)
		w.clock.Set(hung.Until.End())
		confirm("gone", fault.PostingInterrupted)
		look(true)
		confirm("found again", fault.StillPosted)
		w.clock.Pass(7 * oneDay)

		neighbour := z.resident("邻居")
		filed, err := w.do.FileObjection(w.as(neighbour), command.FileObjectionInput{PublicationID: id, Text: "此人不是业主。"})
		o := ident.Objection{ID: done(w, filed, err).ObjectionID}
		is(c, "late, where nothing says until when", c.objection(o).Late, false)
		confirm("with an objection", fault.ObjectionsUnanswered)
		chair := w.officer("业委主任", z.owners, schema.PostCategoryChair)
		refuses(w, w.do.AnswerObjection, []refusal[command.AnswerObjectionInput]{
			{"with a new vote", chair, upholding(o, schema.ObjectionRemedyNewVote), []fault.Code{fault.RemedyNotPossible}, "remedy"},
			{"by the neighbour", w.as(neighbour), dismissing(o), []fault.Code{fault.NotMandated}, ""},
		})
		c.answers(chair, dismissing(o))
		p, err := w.do.ConfirmAppointment(z.clerk, confirming)
		done(w, p, err)
		z.stands(m, schema.MembershipStatusEffective)
	})
}

// In an election of residents everybody learns who votes for whom, once that is
// posted; of what is granted later they learn nothing.
func TestPublishProxies(t *testing.T) {
	eachContest(t, func(e *contest) {
		principal, agent, later := e.person("委托人"), e.person("受托人"), e.person("后来的人")
		proxies := func(d *db.Client) counted { return d.Proxy.Query() }
		persons := func(d *db.Client) counted { return d.Person.Query() }
		known, err := e.store.Read().Person.Query().Count(e.visitor)
		e.must(err)
		trusted, err := e.store.Read().Person.Query().Count(e.registrar)
		e.must(err)
		m := e.meetingOfResidents()
		in := sheet(func(in *command.PublishInput) { in.ProxiesMeetingID = &m })
		refused(e.council, e.do.Publish, []refusal[command.PublishInput]{
			{"of owners", e.officer, sheet(func(in *command.PublishInput) { in.ProxiesMeetingID = &e.sitting }), []fault.Code{fault.WrongKind, fault.NothingToPost}, "proxiesMeetingId"},
			{"where there are none", e.registrar, in, []fault.Code{fault.NothingToPost}, "proxiesMeetingId"},
		})
		e.grants(m, principal, agent)
		e.seen(proxies, 0, 1)
		hung := e.hangs(e.registrar, in)
		is(e.council, "what hangs", hung.Kind, schema.PublicationKindProxies)
		e.seen(proxies, 1, 1)
		e.seen(persons, known+2, trusted)
		e.clock.Pass(oneDay)
		e.grants(m, later, agent)
		e.seen(proxies, 1, 2)
		e.seen(persons, known+2, trusted)
	})
}

// meetingOfResidents is a meeting of all residents that elects, as a vote on its
// agenda says.
func (e *contest) meetingOfResidents() ident.Meeting {
	e.Helper()
	v := e.drafts(e.electing(1))
	return ident.Meeting{ID: e.write(func(ctx context.Context, tx *ent.Tx) (ident.ID, error) {
		m, err := tx.Meeting.Get(ctx, e.sitting.ID)
		if err != nil {
			return ident.Nil, err
		}
		residents, err := tx.Meeting.Create().SetCommunityID(e.community).SetKind(schema.MeetingKindResidents).SetForm(m.Form).
			SetStatus(schema.MeetingStatusCalled).SetTitle("居民会议").SetStartsAt(m.StartsAt).SetEndsAt(m.EndsAt).
			SetConvenedUnder(m.ConvenedUnder).SetOrganizationID(e.committee).SetNoticedAt(tx.Now).SetVersion(1).Save(ctx)
		if err != nil {
			return ident.Nil, err
		}
		first, err := tx.AgendaItem.Get(ctx, e.item.ID)
		if err != nil {
			return ident.Nil, err
		}
		item, err := tx.AgendaItem.Create().SetCommunityID(e.community).SetMeetingID(residents.ID).SetPosition(1).SetTitle("选举").
			SetAuthority(first.Authority).SetDisposition(first.Disposition).SetProposalID(first.ProposalID).SetVersion(1).Save(ctx)
		if err != nil {
			return ident.Nil, err
		}
		drafted, err := tx.Vote.Get(ctx, v.ID)
		if err != nil {
			return ident.Nil, err
		}
		_, err = tx.Vote.Create().SetCommunityID(e.community).SetAgendaItemID(item.ID).SetKind(schema.VoteKindElection).
			SetStatus(schema.VoteStatusDraft).SetQuestion(drafted.Question).SetMethod(drafted.Method).SetVisibility(drafted.Visibility).
			SetRuleCode(drafted.RuleCode).SetRuleEdition(drafted.RuleEdition).SetRule(drafted.Rule).SetExtensions(0).SetVersion(1).Save(ctx)
		return residents.ID, err
	})}
}

// grants enters that somebody votes for somebody in a meeting.
func (e *contest) grants(m ident.Meeting, principal, agent ident.ID) {
	e.Helper()
	e.write(func(ctx context.Context, tx *ent.Tx) (ident.ID, error) {
		return m.ID, tx.Proxy.Create().SetCommunityID(e.community).SetStatus(schema.ProxyStatusGranted).SetScope("选举").
			SetSignedOn(tx.Today).SetExpiresOn(tx.Today.AddDays(30)).SetGrantedAt(tx.Now).SetMeetingID(m.ID).
			SetPrincipalID(principal).SetAgentID(agent).Exec(ctx)
	})
}
