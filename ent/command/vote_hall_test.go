package command_test

import (
	"context"
	"encoding/json"
	"testing"
	"time"

	"sifang/ent"
	"sifang/ent/command"
	"sifang/ent/db"
	"sifang/ent/db/ballot"
	"sifang/ent/db/linkageparty"
	"sifang/ent/db/rollentry"
	"sifang/ent/db/verdict"
	"sifang/schema"
	"sifang/schema/ident"
	"sifang/schema/rule"
	"sifang/schema/tally"
)

// hall is a meeting in session with an item to vote on, and those who came.
type hall struct {
	*council
	linkage ident.ID // zero in a meeting of the owners' committee
	parties []ident.LinkageParty
	sitting ident.Meeting
	item    ident.AgendaItem
	officer context.Context
	sent    [4]ident.ID // by the parties, in their order
}

// joined is a joint meeting in session of a linkage under the rule of that
// code. Each party sent one person, the branch, the residents', the owners' and
// the company in this order; those who are not there are absent.
func (c *council) joined(code string, sent [4]ident.ID, there [4]bool) *hall {
	c.Helper()
	h := &hall{council: c, officer: c.asSecretary, sent: sent}
	var parties []command.LinkagePartyInput
	bodies := []ident.ID{c.branch, c.committee, c.owners, c.company}
	for i, role := range []schema.LinkageRole{
		schema.LinkageRoleConvenes, schema.LinkageRoleOrganizes, schema.LinkageRoleParticipates, schema.LinkageRoleParticipates,
	} {
		parties = append(parties, command.LinkagePartyInput{OrganizationID: ident.Organization{ID: bodies[i]}, Role: role, Votes: true})
	}
	p, err := c.do.FormLinkage(c.registrar, command.FormLinkageInput{
		Name: "四方联动", AreaID: ident.Area{ID: c.estate}, RuleCode: code, Parties: parties, From: on("2021-01-01"),
	})
	h.linkage = done(c.town, p, err).LinkageID
	rows, err := c.store.Read().LinkageParty.Query().Where(linkageparty.LinkageID(h.linkage)).
		Order(linkageparty.ByPosition()).All(c.visitor)
	c.must(err)
	leaders := []context.Context{c.asSecretary, c.asDirector, c.asChair, c.asM}
	for i, row := range rows {
		h.parties = append(h.parties, ident.LinkageParty{ID: row.ID})
		if sent[i].IsZero() {
			continue
		}
		h.sends(leaders[i], i, sent[i])
	}
	in := c.joint()
	in.LinkageID = &ident.Linkage{ID: h.linkage}
	h.holds(in, "重划停车线", "PARKING_ORDER")
	for i, came := range there {
		if came {
			h.comes(sent[i], &h.parties[i])
		}
	}
	return h
}

// sends lets a party authorise a delegate; a person of another organization is
// enrolled with the party first.
func (h *hall) sends(leader context.Context, party int, person ident.ID) {
	h.Helper()
	row := get(h.town, h.store.Read().LinkageParty.Get, h.parties[party].ID)
	h.write(func(ctx context.Context, tx *ent.Tx) (ident.ID, error) {
		m, err := tx.Membership.Create().SetNillableCommunityID(row.CommunityID).SetOrganizationID(row.OrganizationID).
			SetPersonID(person).SetKind(schema.MembershipKindAdviser).SetMode(schema.MembershipModeEnrolled).
			SetStatus(schema.MembershipStatusEffective).SetFrom(*on("2021-01-01")).Save(ctx)
		if err != nil {
			return ident.Nil, err
		}
		return m.ID, nil
	})
	p, err := h.do.AuthorizeDelegate(leader, command.AuthorizeDelegateInput{
		PartyID: h.parties[party], PersonID: ident.Person{ID: person}, From: on("2021-01-01"),
	})
	done(h.town, p, err)
}

// leaders are the four leaders, each sent by their own party.
func (c *council) leaders() [4]ident.ID {
	return [4]ident.ID{c.secretary, c.director, c.chair, c.manager}
}

// sub runs a part of a test in the same council.
func (c *council) sub(name string, test func(c *council)) {
	c.Helper()
	whole := c.T
	c.Run(name, func(t *testing.T) {
		c.T = t
		defer func() { c.T = whole }()
		test(c)
	})
}

// holds calls the meeting with one item on its agenda, and opens it a week
// later.
func (h *hall) holds(in command.DraftMeetingInput, title, matter string) {
	h.Helper()
	in.StartsAt = h.clock.Now().Add(7 * 24 * time.Hour)
	in.EndsAt = in.StartsAt.Add(2 * time.Hour)
	h.sitting = h.draft(in)
	item, err := h.do.AddAgendaItem(h.officer, command.AddAgendaItemInput{MeetingID: h.sitting, ProposalID: h.proposal(title, matter)})
	h.item = ident.AgendaItem{ID: done(h.town, item, err).AgendaItemID}
	called, err := h.do.CallMeeting(h.officer, command.CallMeetingInput{MeetingID: h.sitting, Place: "公告栏"})
	done(h.town, called, err)
	h.clock.Set(in.StartsAt)
	opened, err := h.do.OpenMeeting(h.officer, command.OpenMeetingInput{MeetingID: h.sitting})
	done(h.town, opened, err)
}

// comes checks somebody in, for a party or for themselves.
func (h *hall) comes(who ident.ID, party *ident.LinkageParty) {
	h.Helper()
	p, err := h.do.CheckIn(h.officer, command.CheckInInput{
		MeetingID: h.sitting, PersonID: person(who), PartyID: party, Mode: schema.AttendanceModeInPerson,
	})
	done(h.town, p, err)
}

// drafted is a vote on the item, under the rule of that code or, without one,
// under the one that is prescribed.
func (h *hall) drafted(code string) ident.Vote {
	h.Helper()
	in := command.DraftVoteInput{
		AgendaItemID: h.item, Question: "是否同意？", Method: schema.VoteMethodNamed, Visibility: schema.BallotVisibilityOpen,
	}
	if code != "" {
		in.RuleCode = &code
	}
	p, err := h.do.DraftVote(h.officer, in)
	return ident.Vote{ID: done(h.town, p, err).VoteID}
}

// running is drafted, and opened.
func (h *hall) running(code string) ident.Vote {
	h.Helper()
	v := h.drafted(code)
	p, err := h.do.OpenVote(h.officer, command.OpenVoteInput{VoteID: v})
	done(h.town, p, err)
	return v
}

// oneBallot is a paper with one ballot.
func oneBallot(v ident.Vote, choice schema.BallotChoice) command.CastBallotsInput {
	return command.CastBallotsInput{Ballots: []command.BallotInput{{VoteID: v, Choice: choice}}}
}

// votes casts a ballot for each letter: F in favour, G against, B abstaining, -
// none. Whoever sits in two places casts under each of them in turn.
func (h *hall) votes(v ident.Vote, voters []ident.ID, letters string) {
	h.Helper()
	taken := map[ident.ID]bool{}
	for i, letter := range letters {
		choice, cast := map[rune]schema.BallotChoice{
			'F': schema.BallotChoiceFor, 'G': schema.BallotChoiceAgainst, 'B': schema.BallotChoiceAbstain,
		}[letter]
		if !cast {
			continue
		}
		in := oneBallot(v, choice)
		for _, e := range h.entries(v) {
			if mine := h.mayCast(e, voters[i]); mine && !taken[e.ID] {
				taken[e.ID] = true
				in.Ballots[0].EntryID = &ident.RollEntry{ID: e.ID}
				break
			}
		}
		p, err := h.do.CastBallots(h.as(voters[i]), in)
		done(h.town, p, err)
	}
}

func (h *hall) mayCast(e *db.RollEntry, person ident.ID) bool {
	if e.PersonID != nil {
		return *e.PersonID == person
	}
	for _, one := range e.Edges.Delegates {
		if one.ID == person {
			return true
		}
	}
	return false
}

// entries are the places on the roll of a vote that was opened.
func (h *hall) entries(v ident.Vote) []*db.RollEntry {
	h.Helper()
	row := get(h.town, h.store.Read().Vote.Get, v.ID)
	rows, err := h.store.Read().RollEntry.Query().Where(rollentry.RollID(*row.RollID)).WithDelegates().
		Order(rollentry.ByPosition()).All(ent.Unguarded(h.Context()))
	h.must(err)
	return rows
}

// closed closes the vote and answers how it was judged.
func (h *hall) closed(v ident.Vote) tally.Verdict {
	h.Helper()
	p, err := h.do.CloseVote(h.officer, command.CloseVoteInput{VoteID: v})
	return h.verdictOf(done(h.town, p, err).VerdictID)
}

func (h *hall) verdictOf(id ident.ID) tally.Verdict {
	h.Helper()
	row := get(h.town, h.store.Read().Verdict.Get, id)
	var judged tally.Verdict
	h.must(json.Unmarshal(row.Document, &judged))
	is(h.council, "the outcome beside the document", row.Outcome, judged.Outcome)
	return judged
}

// lastVerdict is the verdict that stands.
func (h *hall) lastVerdict(v ident.Vote) *db.Verdict {
	h.Helper()
	row, err := h.store.Read().Verdict.Query().Where(verdict.VoteID(v.ID)).Order(db.Desc(verdict.FieldID)).
		First(ent.Unguarded(h.Context()))
	h.must(err)
	return row
}

func (h *hall) voteRow(v ident.Vote) *db.Vote {
	h.Helper()
	return get(h.town, h.store.Read().Vote.Get, v.ID)
}

// stored are the ballots of a vote.
func (h *hall) stored(v ident.Vote) []*db.Ballot {
	h.Helper()
	rows, err := h.store.Read().Ballot.Query().Where(ballot.VoteID(v.ID)).All(ent.Unguarded(h.Context()))
	h.must(err)
	return rows
}

// minutes lets time pass.
func (h *hall) minutes(n int) { h.clock.Pass(time.Duration(n) * time.Minute) }

// eachHall runs the test with a joint meeting under the rule of that code, all
// parties there.
func eachHall(t *testing.T, code string, test func(h *hall)) {
	t.Helper()
	eachCouncil(t, func(c *council) { test(c.joined(code, c.leaders(), [4]bool{true, true, true, true})) })
}

// agrees lets the community adopt a rule of its own in the place of a preset,
// from the day on which the test begins.
func (c *council) agrees(preset string, change func(*rule.Rule)) {
	c.Helper()
	r, ok := rule.Preset(preset)
	if !ok {
		c.Fatalf("no preset %s", preset)
	}
	change(&r)
	set := rule.Set{
		Code: "LOCAL_" + preset, Version: "1", Title: r.Title, ValidFrom: *on("2026-01-01"),
		Source: rule.Source{Title: "约定", Jurisdiction: "社区", Text: "各方约定。", TextDate: *on("2026-01-01")},
		Voting: []rule.Voting{{Organization: schema.OrganizationKindCoGovernanceCommittee, Rule: &r}},
	}
	text, err := set.Print()
	c.must(err)
	p, err := c.do.AdoptRuleSet(c.registrar, command.AdoptRuleSetInput{
		Code: set.Code, AreaID: &ident.Area{ID: c.community}, Document: string(text), From: on("2026-06-01"),
	})
	done(c.town, p, err)
}
