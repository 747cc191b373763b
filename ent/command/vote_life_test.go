package command_test

import (
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"sifang/ent"
	"sifang/ent/command"
	"sifang/ent/db"
	"sifang/ent/db/auditevent"
	"sifang/ent/db/salt"
	"sifang/schema"
	"sifang/schema/day"
	"sifang/schema/fault"
	"sifang/schema/ident"
	"sifang/schema/rule"
)

// TestVoteLife is a vote from its draft to its end: announced with the meeting,
// corrected before, opened, voted on by four parties, closed and made final.
func TestVoteLife(t *testing.T) {
	eachCouncil(t, func(c *council) {
		m := c.draft(c.joint())
		h := &hall{council: c, officer: c.asSecretary, sitting: m, item: c.item(m, "重划停车线", "PARKING_ORDER")}
		v := h.drafted("")
		row := h.voteRow(v)
		is(c, "drafted", row.Status, schema.VoteStatusDraft)
		is(c, "its rule", row.RuleCode, "JOINT_ALL_PARTIES")
		is(c, "its edition", row.RuleEdition, 1)
		pinned, err := rule.Parse(row.Rule)
		c.must(err)
		preset, _ := rule.Preset("JOINT_ALL_PARTIES")
		is(c, "the rule is pinned", pinned.Source.Title, preset.Source.Title)
		h.seen(func(d *db.Client) counted { return d.Vote.Query() }, 0, 1)

		corrected, err := c.do.CorrectVote(h.officer, command.CorrectVoteInput{VoteID: v, ExpectedVersion: 1, Question: "是否同意重划停车线？"})
		done(c.town, corrected, err)
		is(c, "corrected", h.voteRow(v).Question, "是否同意重划停车线？")

		called, err := c.do.CallMeeting(h.officer, command.CallMeetingInput{MeetingID: m, Place: "公告栏"})
		done(c.town, called, err)
		is(c, "announced", h.voteRow(v).Status, schema.VoteStatusNoticed)
		h.seen(func(d *db.Client) counted { return d.Vote.Query() }, 1, 1)

		c.clock.Set(evening(7))
		opened, err := c.do.OpenMeeting(h.officer, command.OpenMeetingInput{MeetingID: m})
		done(c.town, opened, err)
		parties := []ident.LinkageParty{c.branchParty, c.residentsParty, c.ownersParty, c.companyParty}
		sent := c.leaders()
		for i, leader := range []context.Context{c.asSecretary, c.asDirector, c.asChair, c.asM} {
			p, err := c.do.AuthorizeDelegate(leader, command.AuthorizeDelegateInput{PartyID: parties[i], PersonID: ident.Person{ID: sent[i]}})
			done(c.town, p, err)
			h.comes(sent[i], &parties[i])
		}
		begun := once(c.town, func(o ent.Order) (*command.OpenVotePayload, error) {
			return c.do.OpenVote(h.officer, command.OpenVoteInput{Order: o, VoteID: v})
		})
		is(c, "opened", h.voteRow(v).Status, schema.VoteStatusOpen)
		h.frozen(begun.RollID, 4, 4)

		h.minutes(1)
		for i, choice := range []schema.BallotChoice{"FOR", "FOR", "ABSTAIN", "FOR"} {
			p, err := c.do.CastBallots(c.as(sent[i]), oneBallot(v, choice))
			done(c.town, p, err)
		}
		h.secret(v)
		closed := once(c.town, func(o ent.Order) (*command.CloseVotePayload, error) {
			o.RequestID = new("请求-2")
			return c.do.CloseVote(h.officer, command.CloseVoteInput{Order: o, VoteID: v})
		})
		judged := h.verdictOf(closed.VerdictID)
		is(c, "judged", judged.Outcome, rejected)
		is(c, "in favour", judged.Options.For.Entries, 3)
		is(c, "abstaining", judged.Options.Abstain.Entries, 1)
		is(c, "flags", len(judged.Flags), 0)
		if last := h.voteRow(v).ClosedAt; !last.After(h.stored(v)[3].CastAt) {
			c.Errorf("closed at %s, with the last ballot at %s", last, h.stored(v)[3].CastAt)
		}
		final, err := c.do.FinalizeVote(h.officer, command.FinalizeVoteInput{VoteID: v})
		done(c.town, final, err)
		is(c, "the vote", h.voteRow(v).Status, schema.VoteStatusFinal)
		is(c, "the item", c.agendaItem(h.item).Disposition, schema.AgendaItemDispositionDecided)
		item := c.agendaItem(h.item)
		is(c, "the proposal", get(c.town, c.store.Read().Proposal.Get, item.ProposalID).Status, schema.ProposalStatusDecided)
	})
}

// frozen asserts what a roll says of the meeting.
func (h *hall) frozen(id ident.ID, seats, entries int) {
	h.Helper()
	r := get(h.town, h.store.Read().Roll.Get, id)
	is(h.council, "seats", r.Seats, seats)
	is(h.council, "fingerprint", len(r.Hash), 64)
	is(h.council, "frozen", r.FrozenAt, h.store.Now())
	rows, err := r.QueryEntries().WithDelegates().All(ent.Unguarded(h.Context()))
	h.must(err)
	is(h.council, "places", len(rows), entries)
}

// secret asserts that, before the vote is closed, its record tells who took
// part and not how.
func (h *hall) secret(v ident.Vote) {
	h.Helper()
	ctx := ent.Unguarded(h.Context())
	events, err := h.store.Read().AuditEvent.Query().Where(auditevent.SubjectID(v.ID), auditevent.Verb("castBallots")).All(ctx)
	h.must(err)
	is(h.council, "papers on record", len(events), 4)
	for _, e := range events {
		leaf := string(e.Leaf)
		if strings.Contains(leaf, `"FOR"`) || strings.Contains(leaf, "ABSTAIN") {
			h.Errorf("the record tells how somebody voted: %s", leaf)
		}
		sealed, err := h.store.Read().Salt.Query().Where(salt.EventID(e.ID)).Only(ctx)
		h.must(err)
		var choices map[string]schema.BallotChoice
		h.must(json.Unmarshal(sealed.Content, &choices))
		is(h.council, "sealed choices", len(choices), 1)
	}
	seen, err := h.store.Read().Ballot.Query().Count(h.registrar)
	h.must(err)
	is(h.council, "ballots that others see of an open vote", seen, 0)
}

// A rejected motion settles its item only if no other vote on it is open; a
// tied one leaves it, to be referred.
func TestWhatAVoteLeavesOfItsItem(t *testing.T) {
	eachCouncil(t, func(c *council) {
		c.sub("rejected, with another vote to come", func(c *council) {
			h := c.joined("JOINT_ALL_PARTIES", c.leaders(), [4]bool{true, true, true, true})
			first, second := h.running(""), h.drafted("")
			h.votes(first, h.sent[:], "GGGG")
			is(c, "the outcome", h.closed(first).Outcome, rejected)
			p, err := c.do.FinalizeVote(h.officer, command.FinalizeVoteInput{VoteID: first})
			done(c.town, p, err)
			is(c, "the item", c.agendaItem(h.item).Disposition, schema.AgendaItemDispositionPending)
			void, err := c.do.VoidVote(h.officer, command.VoidVoteInput{VoteID: second, Reason: "不再需要"})
			done(c.town, void, err)
		})
		c.sub("tied", func(c *council) {
			h := c.joined("JOINT_MAJORITY_OF_PARTIES", c.leaders(), [4]bool{true, true, true, true})
			v := h.running("")
			h.votes(v, h.sent[:], "FFGG")
			is(c, "the outcome", h.closed(v).Outcome, tied)
			p, err := c.do.FinalizeVote(h.officer, command.FinalizeVoteInput{VoteID: v})
			done(c.town, p, err)
			is(c, "the item", c.agendaItem(h.item).Disposition, schema.AgendaItemDispositionPending)
			again, err := c.do.DraftVote(h.officer, command.DraftVoteInput{
				AgendaItemID: h.item, Question: "再次表决", Method: schema.VoteMethodNamed,
				Visibility: schema.BallotVisibilityOpen, RevoteOfID: &v,
			})
			is(c, "what it repeats", *h.voteRow(ident.Vote{ID: done(c.town, again, err).VoteID}).RevoteOfID, v.ID)
		})
	})
}

// A vote under another rule than the agreed one, in a meeting called too late,
// says so.
func TestFlags(t *testing.T) {
	eachCouncil(t, func(c *council) {
		h := &hall{council: c, officer: c.asSecretary}
		h.sitting = c.draft(c.joint())
		h.item = c.item(h.sitting, "重划停车线", "PARKING_ORDER")
		c.clock.Set(evening(6))
		called, err := c.do.CallMeeting(h.officer, command.CallMeetingInput{
			MeetingID: h.sitting, Place: "公告栏", Acknowledge: []schema.WarningCode{schema.WarningCodeNoticeTooShort},
		})
		done(c.town, called, err)
		c.clock.Set(evening(7))
		opened, err := c.do.OpenMeeting(h.officer, command.OpenMeetingInput{MeetingID: h.sitting})
		done(c.town, opened, err)
		p, err := c.do.AuthorizeDelegate(c.asSecretary, command.AuthorizeDelegateInput{PartyID: c.branchParty, PersonID: ident.Person{ID: c.secretary}})
		done(c.town, p, err)
		judged := h.closed(h.running("JOINT_MAJORITY_OF_PARTIES"))
		if want := []schema.VerdictFlag{"PROCEDURAL_DEFECT", "RULE_CONFLICT"}; !slices.Equal(judged.Flags, want) {
			c.Errorf("flagged %v, want %v", judged.Flags, want)
		}
	})
}

// A vote is prepared, the bylaws change what they lay over its rule, and then it
// is opened. An edition that says the same of the rule is no conflict.
func TestBylawsChangedBeforeTheOpening(t *testing.T) {
	eachHall(t, "JOINT_ALL_PARTIES", func(h *hall) {
		bylaws := func(version string, from *day.Date, least int) {
			p, err := h.do.AdoptRuleSet(h.registrar, command.AdoptRuleSetInput{
				Code: "BYLAWS", AreaID: &ident.Area{ID: h.community}, From: from,
				Document: strings.Replace(document("BYLAWS", fmt.Sprintf(
					`"voting": [{"organization": "CO_GOVERNANCE_COMMITTEE", "override": {"distinctPersonsMin": %d}}]`, least)),
					`"version": "1"`, `"version": "`+version+`"`, 1),
			})
			done(h.town, p, err)
		}
		flags := func(v ident.Vote) []schema.VerdictFlag {
			p, err := h.do.OpenVote(h.officer, command.OpenVoteInput{VoteID: v})
			done(h.town, p, err)
			return h.closed(v).Flags
		}
		bylaws("1", on("2026-06-01"), 2)
		same, other := h.drafted(""), h.drafted("")
		bylaws("2", on("2026-06-02"), 2)
		if got := flags(same); len(got) > 0 {
			h.Errorf("under another edition flagged %v", got)
		}
		bylaws("3", on("2026-06-03"), 3)
		if got := flags(other); !slices.Equal(got, []schema.VerdictFlag{schema.VerdictFlagRuleConflict}) {
			h.Errorf("under other bylaws flagged %v", got)
		}
	})
}

func TestVoidVote(t *testing.T) {
	eachHall(t, "JOINT_ALL_PARTIES", func(h *hall) {
		v := h.running("")
		h.votes(v, h.sent[:], "FF--")
		h.minutes(5)
		p, err := h.do.VoidVote(h.officer, command.VoidVoteInput{VoteID: v, Reason: "名册有误"})
		judged := h.verdictOf(done(h.town, p, err).VerdictID)
		is(h.council, "judged", judged.Outcome, schema.VerdictOutcomeVoid)
		if said := judged.Explanation.Parts[0].Chinese; !strings.Contains(said, "名册有误") {
			h.Errorf("the verdict says %q", said)
		}
		row := h.voteRow(v)
		is(h.council, "the vote", row.Status, schema.VoteStatusVoid)
		is(h.council, "closed", *row.ClosedAt, h.store.Now())
		is(h.council, "ballots kept", len(h.stored(v)), 2)
		_, err = h.do.CastBallots(h.as(h.sent[2]), oneBallot(v, schema.BallotChoiceFor))
		refusedWith(h.T, err, fault.VoteNotOpen)
	})
}

func TestFreezeRoll(t *testing.T) {
	eachHall(t, "JOINT_ALL_PARTIES", func(h *hall) {
		frozen := once(h.town, func(o ent.Order) (*command.FreezeRollPayload, error) {
			return h.do.FreezeRoll(h.officer, command.FreezeRollInput{Order: o, MeetingID: h.sitting})
		})
		h.frozen(frozen.RollID, 4, 4)
		h.minutes(1)
		_, err := h.do.FreezeRoll(h.officer, command.FreezeRollInput{MeetingID: h.sitting})
		refusedWith(h.T, err, fault.RollFrozen)
		is(h.council, "the roll of a vote", *h.voteRow(h.running("")).RollID, frozen.RollID)
		is(h.council, "of another one", *h.voteRow(h.running("JOINT_MAJORITY_OF_PARTIES")).RollID, frozen.RollID)
	})
}

// Co-opted, alternate and observing members are not on the roll, and their
// seats are none.
func TestStatutorySeats(t *testing.T) {
	eachCouncil(t, func(c *council) {
		h, members := c.seated(5, 5)
		for _, kind := range []schema.SeatKind{schema.SeatKindCoOpted, schema.SeatKindAlternate, schema.SeatKindObserver} {
			guest := c.person("列席")
			c.write(func(ctx context.Context, tx *ent.Tx) (ident.ID, error) {
				post, err := tx.Post.Create().SetCommunityID(c.community).SetOrganizationID(h.owners).
					SetCategory(schema.PostCategoryPartTimeMember).SetTitle("兼职委员").SetSeatKind(kind).
					SetVotingRight(schema.VotingRightFull).SetCapacity(3).SetFrom(*on("2020-01-01")).Save(ctx)
				if err != nil {
					return ident.Nil, err
				}
				return post.ID, fill(ctx, tx, post, guest)
			})
		}
		v := h.running("OWNERS_COMMITTEE_HANGZHOU")
		h.frozen(*h.voteRow(v).RollID, 7, 5)
		h.votes(v, members, "FFFF-")
		judged := h.closed(v)
		is(c, "the outcome", judged.Outcome, adopted)
		is(c, "incumbents and all", judged.Approval.Whole, 7)
	})
}

// A judgment that a deadline changed is written once, by the next verb.
func TestTimeWithoutAScheduler(t *testing.T) {
	eachCouncil(t, func(c *council) {
		h := c.joined("JOINT_ALL_PARTIES_CONSENT", c.leaders(), [4]bool{true, true, true, false})
		v := h.running("")
		h.votes(v, h.sent[:], "FFF-")
		is(c, "at once", h.closed(v).Outcome, awaiting)
		c.clock.Pass(10 * 24 * time.Hour)
		is(c, "nobody wrote", h.lastVerdict(v).Outcome, awaiting)
		p, err := c.do.IssueResolution(h.officer, command.IssueResolutionInput{
			AgendaItemID: h.item, VoteID: &v, Title: "重划停车线", Text: "同意。",
		})
		issued := get(c.town, c.store.Read().Resolution.Get, done(c.town, p, err).ResolutionID)
		last := h.lastVerdict(v)
		is(c, "the next verb wrote", last.Outcome, adopted)
		is(c, "adopted", issued.AdoptedAt, last.JudgedAt)
		final, err := c.do.FinalizeVote(h.officer, command.FinalizeVoteInput{VoteID: v})
		done(c.town, final, err)
		is(c, "once", h.lastVerdict(v).ID, last.ID)
	})
}
