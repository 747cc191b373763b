package command_test

import (
	"sync"
	"testing"
	"time"

	"sifang/ent"
	"sifang/ent/command"
	"sifang/ent/db"
	"sifang/ent/view"
	"sifang/schema"
	"sifang/schema/day"
	"sifang/schema/fault"
	"sifang/schema/ident"
	"sifang/schema/rule"
)

// resolving is a resolution to be issued on the item of the hall.
func (h *hall) resolving(v *ident.Vote) command.IssueResolutionInput {
	return command.IssueResolutionInput{AgendaItemID: h.item, VoteID: v, Title: "重划停车线", Text: "同意重划停车线。"}
}

// resolved is a decision of all four parties, and its vote.
func (h *hall) resolved() (*db.Resolution, ident.Vote) {
	h.Helper()
	v := h.running("")
	h.votes(v, h.sent[:], "FFFF")
	h.closed(v)
	p, err := h.do.IssueResolution(h.officer, h.resolving(&v))
	return get(h.town, h.store.Read().Resolution.Get, done(h.town, p, err).ResolutionID), v
}

// treats puts another item on the agenda of the hall.
func (h *hall) treats(title, matter string) *hall {
	h.Helper()
	p, err := h.do.AddAgendaItem(h.officer, command.AddAgendaItemInput{MeetingID: h.sitting, ProposalID: h.proposal(title, matter)})
	other := *h
	other.item = ident.AgendaItem{ID: done(h.town, p, err).AgendaItemID}
	return &other
}

func (h *hall) proposalOf(item ident.AgendaItem) *db.Proposal {
	h.Helper()
	return get(h.town, h.store.Read().Proposal.Get, h.agendaItem(item).ProposalID)
}

// TestResolutionLife is a decision from its adoption to its end: posted for as
// many days as the rules ask, in force the day after, and over on its last day.
func TestResolutionLife(t *testing.T) {
	eachCouncil(t, func(c *council) {
		c.postsFor(7)
		h := c.joined("JOINT_ALL_PARTIES", c.leaders(), [4]bool{true, true, true, true})
		v := h.running("")
		h.votes(v, h.sent[:], "FFFF")
		h.closed(v)
		today := day.Of(c.store.Now())
		in := h.resolving(&v)
		end := today.AddDays(30)
		in.EffectiveTo = &end
		issued := once(c.town, func(o ent.Order) (*command.IssueResolutionPayload, error) {
			in.Order = o
			return c.do.IssueResolution(h.officer, in)
		})
		id := issued.ResolutionID
		r := get(c.town, c.store.Read().Resolution.Get, id)
		is(c, "the kind", r.Kind, schema.ResolutionKindDecision)
		is(c, "adopted", r.AdoptedAt, *h.voteRow(v).ClosedAt)
		is(c, "numbered under the convener", r.OrganizationID, c.branch)
		is(c, "the item", c.agendaItem(h.item).Disposition, schema.AgendaItemDispositionDecided)
		is(c, "the proposal", h.proposalOf(h.item).Status, schema.ProposalStatusDecided)
		h.label(id, "〔2026〕1号")
		resolutions := func(d *db.Client) counted { return d.Resolution.Query() }
		h.town.seen(resolutions, 0, 1)
		h.stands(id, schema.ResolutionStatusAdopted)

		post := command.PublishInput{ResolutionID: &ident.Resolution{ID: id}, Place: "公告栏", Text: "决议公告"}
		short := post
		short.MinimumDays = new(6)
		denied(h, c.do.Publish, []refusal[command.PublishInput]{
			{"for too few days", h.officer, short, []fault.Code{fault.OutOfRange}, "minimumDays"},
			{"by a delegate", c.asM, post, []fault.Code{fault.NotMandated}, ""},
		})
		posted := once(c.town, func(o ent.Order) (*command.PublishPayload, error) {
			post.Order = ent.Order{RequestID: new("请求-2")}
			return c.do.Publish(h.officer, post)
		})
		is(c, "what was posted", get(c.town, c.store.Read().Publication.Get, posted.PublicationID).Until, today.AddDays(7))
		h.town.seen(resolutions, 1, 1)
		h.stands(id, schema.ResolutionStatusPublished)
		c.clock.Set(today.AddDays(8).Start().Add(-time.Microsecond))
		h.stands(id, schema.ResolutionStatusPublished)
		c.clock.Set(today.AddDays(8).Start())
		h.stands(id, schema.ResolutionStatusInForce)
		c.clock.Set(end.Start())
		h.stands(id, schema.ResolutionStatusExpired)
		post.Order = ent.Order{}
		denied(h, c.do.Publish, []refusal[command.PublishInput]{
			{"twice", h.officer, post, []fault.Code{fault.WrongState}, "resolutionId"},
		})
	})
}

// postsFor lets the community ask that resolutions of joint meetings be posted
// for some days.
func (c *council) postsFor(days int) {
	c.Helper()
	set := rule.Set{
		Code: "POSTING", Version: "1", Title: rule.Text{Chinese: "公示", English: "Posting"}, ValidFrom: *on("2026-01-01"),
		Source:  rule.Source{Title: "约定", Jurisdiction: "社区", Text: "公示七日。", TextDate: *on("2026-01-01")},
		Periods: []rule.Period{{Meeting: schema.MeetingKindJoint, Periods: rule.Periods{PublicationDays: days}}},
	}
	text, err := set.Print()
	c.must(err)
	p, err := c.do.AdoptRuleSet(c.registrar, command.AdoptRuleSetInput{
		Code: set.Code, AreaID: &ident.Area{ID: c.community}, Document: string(text), From: on("2026-06-01"),
	})
	done(c.town, p, err)
}

// stands asserts where a resolution stands now.
func (h *hall) stands(id ident.ID, want schema.ResolutionStatus) {
	h.Helper()
	got, err := asked(ent.Unguarded(h.Context()), view.Now(h.store).ResolutionStatuses, h.store.Read().Resolution.Get, id)
	h.must(err)
	is(h.council, "the resolution", got, want)
}

func (h *hall) label(id ident.ID, want string) {
	h.Helper()
	is(h.council, "the number", view.ResolutionLabel(get(h.town, h.store.Read().Resolution.Get, id)), want)
}

// A joint meeting on what is reserved to the owners refers it to them (scenario
// 38c); on what another committee decides it recommends.
func TestResolutionKinds(t *testing.T) {
	eachHall(t, "JOINT_ALL_PARTIES", func(h *hall) {
		decision, recommendation := schema.ResolutionKindDecision, schema.ResolutionKindRecommendation
		lobby := h.treats("出租大堂广告位", "COMMON_PARTS_BUSINESS")
		asked := lobby.resolving(nil)
		asked.Kind = &decision
		dated := lobby.resolving(nil)
		dated.EffectiveFrom = on("2026-12-01")
		denied(h, h.do.IssueResolution, []refusal[command.IssueResolutionInput]{
			{"deciding for the owners", h.officer, asked, []fault.Code{fault.NotTheAuthority}, "kind"},
			{"a referral in force", h.officer, dated, []fault.Code{fault.FieldUnused}, "effectiveFrom"},
			{"by a delegate", h.asM, lobby.resolving(nil), []fault.Code{fault.NotMandated}, ""},
		})
		p, err := h.do.IssueResolution(h.officer, lobby.resolving(nil))
		r := get(h.town, h.store.Read().Resolution.Get, done(h.town, p, err).ResolutionID)
		is(h.council, "on a reserved matter", r.Kind, schema.ResolutionKindReferral)
		item := h.agendaItem(lobby.item)
		is(h.council, "its item", item.Disposition, schema.AgendaItemDispositionReferred)
		is(h.council, "noted", *item.DispositionNote, "转交业主大会。")
		is(h.council, "its proposal", h.proposalOf(lobby.item).Status, schema.ProposalStatusAccepted)

		seal := h.treats("业委会用印", "OWNERS_COMMITTEE_BUSINESS")
		p, err = h.do.IssueResolution(h.officer, seal.resolving(nil))
		is(h.council, "on a committee's matter", get(h.town, h.store.Read().Resolution.Get, done(h.town, p, err).ResolutionID).Kind, recommendation)
		is(h.council, "its item", h.agendaItem(seal.item).Disposition, schema.AgendaItemDispositionRecommended)

		advice := h.treats("乱停车", "PARKING_ORDER").resolving(nil)
		advice.Kind = &recommendation
		p, err = h.do.IssueResolution(h.officer, advice)
		is(h.council, "less than it may", get(h.town, h.store.Read().Resolution.Get, done(h.town, p, err).ResolutionID).Kind, recommendation)
	})
}

func TestIssueResolutionRefusals(t *testing.T) {
	eachHall(t, "JOINT_ALL_PARTIES", func(h *hall) {
		running, other := h.running(""), h.treats("楼道照明", "SAFETY_AND_ORDER")
		denied(h, h.do.IssueResolution, []refusal[command.IssueResolutionInput]{
			{"while a vote runs", h.officer, h.resolving(&running), []fault.Code{fault.VoteStillOpen}, "agendaItemId"},
		})
		h.votes(running, h.sent[:], "FGGG")
		h.closed(running)
		wordless, early, short, toItself := h.resolving(nil), h.resolving(&running), h.resolving(&running), h.resolving(&running)
		wordless.Title, wordless.Text = "", " "
		yesterday, referral := day.Of(h.store.Now()).AddDays(-1), schema.ResolutionKindReferral
		early.EffectiveFrom, short.EffectiveTo, toItself.Kind = &yesterday, &yesterday, &referral
		denied(h, h.do.IssueResolution, []refusal[command.IssueResolutionInput]{
			{"on a vote that rejected", h.officer, h.resolving(&running), []fault.Code{fault.NotAdopted}, "voteId"},
			{"past a vote that rejected", h.officer, h.resolving(nil), []fault.Code{fault.VoteHeld}, "voteId"},
			{"on a vote on another item", h.officer, other.resolving(&running), []fault.Code{fault.VoteOfOtherItem}, "voteId"},
			{"a decision on no vote", h.officer, other.resolving(nil), []fault.Code{fault.VoteNeeded}, "voteId"},
			{"without words", h.officer, wordless, []fault.Code{fault.Blank, fault.Blank}, "title"},
			{"in force before it was decided", h.officer, early, []fault.Code{fault.EffectiveTooSoon}, "effectiveFrom"},
			{"over before it was decided", h.officer, short, []fault.Code{fault.EndsBeforeItStarts}, "effectiveTo"},
			{"referred to itself", h.officer, toItself, []fault.Code{fault.ReferredToItself}, "kind"},
		})
	})
	t.Run("twice", func(t *testing.T) {
		eachHall(t, "JOINT_ALL_PARTIES", func(h *hall) {
			_, v := h.resolved()
			denied(h, h.do.IssueResolution, []refusal[command.IssueResolutionInput]{
				{"on the same item", h.officer, h.resolving(&v), []fault.Code{fault.WrongState, fault.WrongState}, "agendaItemId"},
			})
			denied(h, h.do.VoidVote, []refusal[command.VoidVoteInput]{
				{"voiding what it rests on", h.officer, command.VoidVoteInput{VoteID: v, Reason: "反悔"}, []fault.Code{fault.ResolutionIssued}, "voteId"},
			})
		})
	})
}

// Numbers rise within an organization and a year, also when two resolutions
// are issued at once, and begin anew with the year.
func TestResolutionNumbers(t *testing.T) {
	eachHall(t, "JOINT_ALL_PARTIES", func(h *hall) {
		first, _ := h.resolved()
		is(h.council, "the first", first.Serial, 1)
		var items []*hall
		for range 4 {
			items = append(items, h.treats("出租大堂广告位", "COMMON_PARTS_BUSINESS"))
		}
		serials := make([]int, len(items))
		var all sync.WaitGroup
		for i, item := range items {
			all.Go(func() {
				p, err := h.do.IssueResolution(h.officer, item.resolving(nil))
				if err != nil {
					h.Errorf("issue: %v", err)
					return
				}
				serials[i] = h.store.Read().Resolution.GetX(ent.Unguarded(h.Context()), p.ResolutionID).Serial
			})
		}
		all.Wait()
		given := map[int]bool{}
		for _, serial := range serials {
			given[serial] = true
		}
		for serial := 2; serial <= 5; serial++ {
			if !given[serial] {
				h.Errorf("numbers %v", serials)
			}
		}
		h.clock.Set(time.Date(2026, 12, 31, 16, 0, 0, 0, time.UTC)) // the new year in China
		next, _ := h.treats("绿化", "ENVIRONMENT_AND_HYGIENE").resolved()
		h.label(next.ID, "〔2027〕1号")
	})
}

// A resolution on an item that no notice named is published with all it rests
// on.
func TestPublishedWithItsGrounds(t *testing.T) {
	eachHall(t, "JOINT_ALL_PARTIES", func(h *hall) {
		h = h.treats("楼道照明", "SAFETY_AND_ORDER")
		r, v := h.resolved()
		visible := func() map[string]bool {
			read, seen := h.store.Read(), map[string]bool{}
			_, err := read.AgendaItem.Get(h.visitor, h.item.ID)
			seen["item"] = err == nil
			_, err = read.Proposal.Get(h.visitor, h.agendaItem(h.item).ProposalID)
			seen["proposal"] = err == nil
			_, err = read.Vote.Get(h.visitor, v.ID)
			seen["vote"] = err == nil
			_, err = read.Resolution.Get(h.visitor, r.ID)
			seen["resolution"] = err == nil
			return seen
		}
		for name, seen := range visible() {
			is(h.council, name+" before", seen, false)
		}
		p, err := h.do.Publish(h.officer, command.PublishInput{ResolutionID: &ident.Resolution{ID: r.ID}, Place: "公告栏", Text: "决议公告"})
		done(h.town, p, err)
		for name, seen := range visible() {
			is(h.council, name+" after", seen, true)
		}
		judged, err := asked(h.visitor, view.Now(h.store).Verdicts, h.store.Read().Vote.Get, v.ID)
		h.must(err)
		is(h.council, "the verdict", judged.Outcome, adopted)
	})
}
