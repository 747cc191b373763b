package command_test

import (
	"context"
	"strings"
	"testing"
	"time"

	"sifang/ent"
	"sifang/ent/command"
	"sifang/ent/db"
	"sifang/ent/db/auditevent"
	"sifang/ent/db/publication"
	"sifang/schema"
	"sifang/schema/fault"
	"sifang/schema/ident"
	"sifang/schema/rule"
)

// fiveToSixty is a vote of 5 to 60 days, put off at most once.
var fiveToSixty = rule.Window{LeastDays: 5, MostDays: 60, Extensions: 1}

// eachCorrespondence runs the test with a joint meeting in writing, in session
// since this very moment: the eighth of June, at nine in China. All parties sent
// somebody. Its votes are held within the window.
func eachCorrespondence(t *testing.T, w rule.Window, test func(h *hall)) {
	t.Helper()
	eachCouncil(t, func(c *council) { test(c.correspondence(func(r *rule.Rule) { r.Window = &w })) })
}

func (c *council) correspondence(change func(*rule.Rule)) *hall {
	c.Helper()
	c.agrees("JOINT_ALL_PARTIES", change)
	h := &hall{council: c, officer: c.asSecretary, linkage: c.linkage, sent: c.leaders()}
	h.parties = []ident.LinkageParty{c.branchParty, c.residentsParty, c.ownersParty, c.companyParty}
	for i, leader := range []context.Context{c.asSecretary, c.asDirector, c.asChair, c.asM} {
		p, err := c.do.AuthorizeDelegate(leader, command.AuthorizeDelegateInput{PartyID: h.parties[i], PersonID: *person(h.sent[i])})
		done(c.town, p, err)
	}
	h.holds(inWriting(c.joint()), "重划停车线", "PARKING_ORDER")
	return h
}

// inWriting is the meeting, held in writing.
func inWriting(in command.DraftMeetingInput) command.DraftMeetingInput {
	in.Form, in.Venue, in.ChairID = schema.MeetingFormWritten, nil, nil
	return in
}

// motion is a vote on the item, to be drafted.
func (h *hall) motion(change func(*command.DraftVoteInput)) command.DraftVoteInput {
	in := command.DraftVoteInput{
		AgendaItemID: h.item, Question: "是否同意？", Method: schema.VoteMethodNamed, Visibility: schema.BallotVisibilityOpen,
	}
	change(&in)
	return in
}

// days is the instant so many days from now.
func (h *hall) days(n int) *time.Time { return new(h.store.Now().AddDate(0, 0, n)) }

// until is a vote that is open for so many days, from now.
func (h *hall) until(days int) ident.Vote {
	h.Helper()
	v := h.drafted("")
	p, err := h.do.OpenVote(h.officer, command.OpenVoteInput{VoteID: v, ClosesAt: h.days(days)})
	done(h.town, p, err)
	return v
}

// byClock is nobody: an announced time has come.
func (w *town) byClock() context.Context {
	return ent.WithViewer(w.Context(), &ent.Viewer{Clock: true})
}

// posting is the last posting about a vote, which everybody sees.
func (h *hall) posting(v ident.Vote) *db.Publication {
	h.Helper()
	row, err := h.store.Read().Publication.Query().Where(publication.VoteID(v.ID)).
		Order(db.Desc(publication.FieldID)).First(h.visitor)
	h.must(err)
	return row
}

// record is what the record tells of a verb about something, each time.
func (c *council) record(verb string, about ident.ID) []string {
	c.Helper()
	rows, err := c.store.Read().AuditEvent.Query().Where(auditevent.Verb(verb), auditevent.SubjectID(about)).
		Order(db.Asc(auditevent.FieldID)).All(ent.Unguarded(c.Context()))
	c.must(err)
	all := make([]string, len(rows))
	for i, row := range rows {
		all[i] = string(row.Leaf)
	}
	return all
}

func TestDraftedWindowRefusals(t *testing.T) {
	eachCorrespondence(t, fiveToSixty, func(h *hall) {
		within := func(opens, closes *time.Time) command.DraftVoteInput {
			return h.motion(func(in *command.DraftVoteInput) { in.OpensAt, in.ClosesAt = opens, closes })
		}
		denied(h, h.do.DraftVote, []refusal[command.DraftVoteInput]{
			{"opening yesterday", h.officer, within(h.days(-1), nil), []fault.Code{fault.OpensTooEarly}, "opensAt"},
			{"closing before it opens", h.officer, within(h.days(3), h.days(2)), []fault.Code{fault.EndsBeforeItStarts}, "closesAt"},
			{"closing yesterday", h.officer, within(nil, h.days(-1)), []fault.Code{fault.EndsBeforeItStarts}, "closesAt"},
			{"for four days", h.officer, within(h.days(1), h.days(5)), []fault.Code{fault.WindowTooShort}, "closesAt"},
			{"for four days at most", h.officer, within(nil, h.days(4)), []fault.Code{fault.WindowTooShort}, "closesAt"},
			{"for sixty-one days", h.officer, within(h.days(1), h.days(62)), []fault.Code{fault.WindowTooLong}, "closesAt"},
		})
		p, err := h.do.DraftVote(h.officer, within(h.days(1), h.days(61)))
		row := h.voteRow(ident.Vote{ID: done(h.town, p, err).VoteID})
		is(h.council, "opens", *row.OpensAt, *h.days(1))
		is(h.council, "closes", *row.ClosesAt, *h.days(61))
		is(h.council, "put off", row.Extensions, 0)
	})
}

func TestNoVoteOpensBeforeItsMeeting(t *testing.T) {
	eachCouncil(t, func(c *council) {
		h := &hall{council: c, officer: c.asSecretary}
		h.sitting = c.draft(c.joint())
		h.item = c.item(h.sitting, "重划停车线", "PARKING_ORDER")
		before := evening(7).Add(-time.Minute)
		denied(h, h.do.DraftVote, []refusal[command.DraftVoteInput]{
			{"opening before it", h.officer, h.motion(func(in *command.DraftVoteInput) { in.OpensAt = &before }),
				[]fault.Code{fault.OpensTooEarly}, "opensAt"},
			{"closing before it", h.officer, h.motion(func(in *command.DraftVoteInput) { in.ClosesAt = &before }),
				[]fault.Code{fault.EndsBeforeItStarts}, "closesAt"},
		})
	})
}

func TestOpenedWindowRefusals(t *testing.T) {
	eachCorrespondence(t, fiveToSixty, func(h *hall) {
		v := h.drafted("")
		open := func(closes *time.Time) command.OpenVoteInput {
			return command.OpenVoteInput{VoteID: v, ClosesAt: closes}
		}
		denied(h, h.do.OpenVote, []refusal[command.OpenVoteInput]{
			{"without a close", h.officer, open(nil), []fault.Code{fault.CloseNeeded}, "closesAt"},
			{"closing now", h.officer, open(h.days(0)), []fault.Code{fault.EndsBeforeItStarts}, "closesAt"},
			{"for four days", h.officer, open(h.days(4)), []fault.Code{fault.WindowTooShort}, "closesAt"},
			{"for sixty-one days", h.officer, open(h.days(61)), []fault.Code{fault.WindowTooLong}, "closesAt"},
			{"by the clock, though no time was announced", h.byClock(), open(h.days(5)), []fault.Code{fault.NoTimeAnnounced}, "voteId"},
		})
		p, err := h.do.OpenVote(h.officer, open(h.days(5)))
		done(h.town, p, err)
		is(h.council, "closes", *h.voteRow(v).ClosesAt, *h.days(5))
	})
}

// A vote in a sitting is closed by whoever presides, also under a rule that
// bounds the windows of written votes.
func TestASittingNeedsNoWindow(t *testing.T) {
	eachCouncil(t, func(c *council) {
		c.agrees("JOINT_ALL_PARTIES", func(r *rule.Rule) { r.Window = &fiveToSixty })
		h := c.joined("JOINT_ALL_PARTIES", c.leaders(), [4]bool{true, true, true, true})
		v := h.running("")
		if closes := h.voteRow(v).ClosesAt; closes != nil {
			c.Errorf("it closes at %s", closes)
		}
		is(c, "closed at once", h.closed(v).Outcome, rejected)
	})
}

// What was announced with the notice holds: the notice says it, nobody opens
// before it, and the close may only become a later one.
func TestAnnouncedTimes(t *testing.T) {
	eachCouncil(t, func(c *council) {
		c.agrees("JOINT_ALL_PARTIES", func(r *rule.Rule) { r.Window = &fiveToSixty })
		h := &hall{council: c, officer: c.asSecretary}
		opens, closes := evening(8), evening(20)
		v, notice := h.announced(opens, closes)
		const says = "表决：是否同意？（2026年6月9日（星期二）19:00至2026年6月21日（星期日）19:00）"
		if !strings.Contains(notice.Text, says) {
			c.Errorf("the notice does not say %s:\n%s", says, notice.Text)
		}
		open := func(closes *time.Time) command.OpenVoteInput {
			return command.OpenVoteInput{VoteID: v, ClosesAt: closes}
		}
		denied(h, h.do.OpenVote, []refusal[command.OpenVoteInput]{
			{"an evening early", h.officer, open(nil), []fault.Code{fault.OpensLater}, "voteId"},
			{"an evening early, by the clock", h.byClock(), open(nil), []fault.Code{fault.OpensLater}, "voteId"},
		})
		h.may(h.officer, v, "openVote", fault.OpensLater)
		h.clock.Set(opens)
		h.may(h.officer, v, "openVote", "")
		denied(h, h.do.OpenVote, []refusal[command.OpenVoteInput]{
			{"to close earlier", h.officer, open(new(closes.Add(-time.Second))), []fault.Code{fault.CloseAnnounced}, "closesAt"},
		})
		later := closes.Add(time.Hour)
		p, err := h.do.OpenVote(h.officer, open(&later))
		done(h.town, p, err)
		is(c, "closes", *h.voteRow(v).ClosesAt, later)
	})
}

// announced is a vote in writing that the notice of its meeting announced, with
// its times. The meeting is in session since the evening of the eighth.
func (h *hall) announced(opens, closes time.Time) (ident.Vote, *db.Publication) {
	h.Helper()
	h.sitting = h.draft(inWriting(h.joint()))
	h.item = h.council.item(h.sitting, "重划停车线", "PARKING_ORDER")
	p, err := h.do.DraftVote(h.officer, h.motion(func(in *command.DraftVoteInput) { in.OpensAt, in.ClosesAt = &opens, &closes }))
	v := ident.Vote{ID: done(h.town, p, err).VoteID}
	delegate, err := h.do.AuthorizeDelegate(h.asM, command.AuthorizeDelegateInput{PartyID: h.companyParty, PersonID: *person(h.manager)})
	done(h.town, delegate, err)
	called, err := h.do.CallMeeting(h.officer, command.CallMeetingInput{MeetingID: h.sitting, Place: "公告栏"})
	notice := get(h.town, h.store.Read().Publication.Get, done(h.town, called, err).PublicationID)
	h.clock.Set(evening(7))
	opened, err := h.do.OpenMeeting(h.officer, command.OpenMeetingInput{MeetingID: h.sitting})
	done(h.town, opened, err)
	return v, notice
}
