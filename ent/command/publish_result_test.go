package command_test

import (
	"slices"
	"testing"
	"time"

	"sifang/ent"
	"sifang/ent/command"
	"sifang/ent/db"
	"sifang/schema"
	"sifang/schema/fault"
	"sifang/schema/ident"
	"sifang/schema/rule"
)

// fortnight asks that a result be open to objections for fourteen days.
var fortnight = rule.Window{PreliminaryDays: 14}

func (h *hall) publishing(v ident.Vote) command.PublishInput {
	return command.PublishInput{VoteID: &v, Place: "公告栏", Text: "表决结果公示：同意四票。"}
}

// carried is a vote that was closed, adopted by all four parties.
func (h *hall) carried() ident.Vote {
	h.Helper()
	v := h.running("")
	h.votes(v, h.sent[:], "FFFF")
	is(h.council, "the outcome", h.closed(v).Outcome, adopted)
	return v
}

// published is carried, with the result posted.
func (h *hall) published() ident.Vote {
	h.Helper()
	v := h.carried()
	p, err := h.do.Publish(h.officer, h.publishing(v))
	done(h.town, p, err)
	return v
}

func TestPublishResult(t *testing.T) {
	eachCorrespondence(t, fortnight, func(h *hall) {
		v := h.carried()
		final, resolution := command.FinalizeVoteInput{VoteID: v}, command.IssueResolutionInput{
			AgendaItemID: h.item, VoteID: &v, Title: "重划停车线", Text: "同意。",
		}
		denied(h, h.do.FinalizeVote, []refusal[command.FinalizeVoteInput]{
			{"before it is posted", h.officer, final, []fault.Code{fault.PreliminaryNeeded}, "voteId"},
		})
		denied(h, h.do.IssueResolution, []refusal[command.IssueResolutionInput]{
			{"before it is posted", h.officer, resolution, []fault.Code{fault.PreliminaryNeeded}, "voteId"},
		})
		h.may(h.officer, v, "finalizeVote", fault.PreliminaryNeeded)
		h.may(h.officer, v, "publish", "")
		p := once(h.town, func(o ent.Order) (*command.PublishPayload, error) {
			in := h.publishing(v)
			in.Order = o
			return h.do.Publish(h.officer, in)
		})
		is(h.council, "the vote named", p.VoteID, v.ID)
		row, posted := h.voteRow(v), h.posting(v)
		is(h.council, "the vote", row.Status, schema.VoteStatusPreliminary)
		is(h.council, "the posting", posted.ID, p.PublicationID)
		is(h.council, "what was posted", posted.Kind, schema.PublicationKindResult)
		is(h.council, "for", posted.MinimumDays, 14)
		is(h.council, "objections until", row.ObjectionsUntil.String(), "2026-06-22")
		is(h.council, "posted until", posted.Until, *row.ObjectionsUntil)

		h.clock.Set(row.ObjectionsUntil.End().Add(-time.Microsecond))
		denied(h, h.do.FinalizeVote, []refusal[command.FinalizeVoteInput]{
			{"on the last day", h.officer, final, []fault.Code{fault.ObjectionsPending}, "voteId"},
		})
		denied(h, h.do.IssueResolution, []refusal[command.IssueResolutionInput]{
			{"on the last day", h.officer, resolution, []fault.Code{fault.ObjectionsPending}, "voteId"},
		})
		h.may(h.officer, v, "finalizeVote", fault.ObjectionsPending)
		h.clock.Set(row.ObjectionsUntil.End())
		h.may(h.officer, v, "finalizeVote", "")
		ended, err := h.do.FinalizeVote(h.officer, final)
		done(h.town, ended, err)
		is(h.council, "after it", h.voteRow(v).Status, schema.VoteStatusFinal)
		issued, err := h.do.IssueResolution(h.officer, resolution)
		done(h.town, issued, err)
	})
}

func TestPublishResultRefusals(t *testing.T) {
	eachCorrespondence(t, fortnight, func(h *hall) {
		v, running := h.carried(), h.running("")
		with := func(change func(*command.PublishInput)) command.PublishInput {
			in := h.publishing(v)
			change(&in)
			return in
		}
		denied(h, h.do.Publish, []refusal[command.PublishInput]{
			{"for fewer days", h.officer, with(func(in *command.PublishInput) { in.MinimumDays = new(13) }), []fault.Code{fault.OutOfRange}, "minimumDays"},
			{"nothing, nowhere", h.officer, with(func(in *command.PublishInput) { in.Place, in.Text = " ", "" }), []fault.Code{fault.Blank, fault.Blank}, "place"},
			{"what is not closed", h.officer, h.publishing(running), []fault.Code{fault.WrongState}, "voteId"},
			{"by a delegate", h.asM, h.publishing(v), []fault.Code{fault.NotMandated}, ""},
			{"two things at once", h.officer, with(func(in *command.PublishInput) { in.ResolutionID = &ident.Resolution{} }), []fault.Code{fault.OneOfNeeded}, "membershipId"},
			{"no such vote", h.officer, h.publishing(ident.Vote{ID: ident.New(ident.KindVote, h.store.Now())}), []fault.Code{fault.NotFound}, "voteId"},
		})
		longer := with(func(in *command.PublishInput) { in.MinimumDays = new(20) })
		p, err := h.do.Publish(h.officer, longer)
		done(h.town, p, err)
		is(h.council, "for longer, over a Sunday", h.voteRow(v).ObjectionsUntil.String(), "2026-06-29")
		denied(h, h.do.Publish, []refusal[command.PublishInput]{
			{"a second time", h.officer, h.publishing(v), []fault.Code{fault.WrongState}, "voteId"},
		})
	})
}

// Nothing rests on a result on which the two counters differ, and it is not
// posted, until the vote was counted again and they agree.
func TestNoResultWhileTheCountersDiffer(t *testing.T) {
	eachHall(t, "JOINT_ALL_PARTIES", func(h *hall) {
		miscounting := command.NewMiscounting(h.store)
		h.Cleanup(miscounting.Close)
		v := h.running("")
		h.votes(v, h.sent[:], "FFFF")
		p, err := miscounting.CloseVote(h.officer, command.CloseVoteInput{VoteID: v})
		done(h.town, p, err)
		differing := h.lastVerdict(v)
		is(h.council, "the recount", *differing.Recount, schema.RecountResultDiffers)
		if !slices.Contains(differing.Differences, "verdict.outcome: ADOPTED / REJECTED") {
			h.Errorf("they differ in %v", differing.Differences)
		}
		denied(h, h.do.Publish, []refusal[command.PublishInput]{
			{"the result", h.officer, h.publishing(v), []fault.Code{fault.RecountDiffers}, "voteId"},
		})
		denied(h, h.do.FinalizeVote, []refusal[command.FinalizeVoteInput]{
			{"as final", h.officer, command.FinalizeVoteInput{VoteID: v}, []fault.Code{fault.RecountDiffers}, "voteId"},
		})
		denied(h, h.do.IssueResolution, []refusal[command.IssueResolutionInput]{
			{"a resolution", h.officer, h.resolving(&v), []fault.Code{fault.RecountDiffers}, "voteId"},
		})
		h.may(h.officer, v, "publish", fault.RecountDiffers)
		h.may(h.officer, v, "finalizeVote", fault.RecountDiffers)
		h.answers(h.officer, upholding(h.objects(h.asM, v), schema.ObjectionRemedyRecount))
		is(h.council, "counted again", *h.lastVerdict(v).Recount, schema.RecountResultAgrees)
		posted, err := h.do.Publish(h.officer, h.publishing(v))
		done(h.town, posted, err)
	})
}

// What the second counter cannot count is neither opened nor closed. That is a
// failure of the service, which may be tried again, and no refusal.
func TestTheSecondCounterFails(t *testing.T) {
	eachHall(t, "JOINT_ALL_PARTIES", func(h *hall) {
		failing := command.NewUncounting(h.store)
		h.Cleanup(failing.Close)
		fails := func(v ident.Vote, status schema.VoteStatus, err error) {
			if faults, refused := fault.Of(err); err == nil || refused {
				h.Errorf("answered %v, refused with %v", err, faults)
			}
			is(h.council, "the vote", h.voteRow(v).Status, status)
		}
		drafted, running := h.drafted(""), h.running("")
		before := h.voteRow(drafted).Status
		_, err := failing.OpenVote(h.officer, command.OpenVoteInput{VoteID: drafted})
		fails(drafted, before, err)
		_, err = failing.CloseVote(h.officer, command.CloseVoteInput{VoteID: running})
		fails(running, schema.VoteStatusOpen, err)
	})
}

// Where the law asks for more days than the rule of the vote, the law holds; and
// what everybody may object to everybody sees.
func TestPeriodsOfAResult(t *testing.T) {
	eachCouncil(t, func(c *council) {
		p, err := c.do.AdoptRuleSet(c.registrar, command.AdoptRuleSetInput{
			Code: "OBJECTIONS", AreaID: area(c.community), From: on("2026-06-01"),
			Document: document("OBJECTIONS", `"periods": [{"meeting": "JOINT", "publicationDays": 5, "objectionDays": 20}]`),
		})
		done(c.town, p, err)
		h := c.joined("JOINT_ALL_PARTIES", c.leaders(), [4]bool{true, true, true, true})
		added, err := c.do.AddAgendaItem(h.officer, command.AddAgendaItemInput{MeetingID: h.sitting, ProposalID: c.proposal("楼道照明", "SAFETY_AND_ORDER")})
		h.item = ident.AgendaItem{ID: done(c.town, added, err).AgendaItemID}
		v := h.carried()
		votes := func(d *db.Client) counted { return d.Vote.Query() }
		h.seen(votes, 0, 1)
		posting, err := c.do.Publish(h.officer, h.publishing(v))
		done(c.town, posting, err)
		h.seen(votes, 1, 1)
		is(c, "the days", h.posting(v).MinimumDays, 20)
	})
}
