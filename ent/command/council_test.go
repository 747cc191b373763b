package command_test

import (
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"testing"
	"time"

	"sifang/ent"
	"sifang/ent/command"
	"sifang/ent/db"
	"sifang/schema"
	"sifang/schema/ident"
	"sifang/schema/tally"
)

// council is a town in which four parties consult: the Party branch, which
// convenes, the residents' committee, the owners' committee and the property
// company. Each has somebody who leads it and speaks for it.
type council struct {
	*town
	branch, owners, company               ident.ID
	secretary, director, chair, manager   ident.ID // who leads the branch, the residents', the owners', the company
	linkage                               ident.ID
	branchParty, residentsParty           ident.LinkageParty
	ownersParty, companyParty             ident.LinkageParty
	asSecretary, asDirector, asChair, asM context.Context
}

func eachCouncil(t *testing.T, test func(c *council)) {
	t.Helper()
	eachTown(t, func(w *town) { test(newCouncil(w)) })
}

func newCouncil(w *town) *council {
	w.Helper()
	c := &council{town: w}
	c.branch = w.organization(schema.OrganizationKindPartyGeneralBranch, "新塘里社区党总支", ident.Nil, w.community)
	c.owners = w.organization(schema.OrganizationKindOwnersCommittee, "三湘鑫苑业委会", ident.Nil, w.estate)
	c.company = w.organization(schema.OrganizationKindPropertyCompany, "安居物业", ident.Nil, w.estate)
	leader := func(name string, organization ident.ID, category schema.PostCategory) ident.ID {
		person := w.person(name)
		w.seat(person, organization, category)
		return person
	}
	c.secretary = leader("书记", c.branch, schema.PostCategorySecretary)
	c.director = leader("居委主任", w.committee, schema.PostCategoryChair)
	c.chair = leader("业委主任", c.owners, schema.PostCategoryChair)
	c.manager = leader("项目经理", c.company, schema.PostCategoryProjectManager)
	c.asSecretary, c.asDirector, c.asChair, c.asM = w.as(c.secretary), w.as(c.director), w.as(c.chair), w.as(c.manager)

	parties := []command.LinkagePartyInput{
		{OrganizationID: ident.Organization{ID: c.branch}, Role: schema.LinkageRoleConvenes, Votes: true},
		{OrganizationID: ident.Organization{ID: w.committee}, Role: schema.LinkageRoleOrganizes, Votes: true},
		{OrganizationID: ident.Organization{ID: c.owners}, Role: schema.LinkageRoleParticipates, Votes: true},
		{OrganizationID: ident.Organization{ID: c.company}, Role: schema.LinkageRoleParticipates, Votes: true},
	}
	p, err := w.do.FormLinkage(w.registrar, command.FormLinkageInput{
		Name: "三湘鑫苑四方联动", AreaID: ident.Area{ID: w.estate}, RuleCode: "JOINT_ALL_PARTIES", Parties: parties, From: on("2020-01-01"),
	})
	c.linkage = done(w, p, err).LinkageID
	rows, err := w.store.Read().LinkageParty.Query().All(w.visitor)
	if err != nil {
		w.Fatal(err)
	}
	for _, row := range rows {
		party := ident.LinkageParty{ID: row.ID}
		switch row.OrganizationID {
		case c.branch:
			c.branchParty = party
		case w.committee:
			c.residentsParty = party
		case c.owners:
			c.ownersParty = party
		default:
			c.companyParty = party
		}
	}
	return c
}

// evening is 19:00 in China, n days after the day on which every test begins,
// a Monday, the first of June.
func evening(n int) time.Time { return time.Date(2026, 6, 1+n, 11, 0, 0, 0, time.UTC) }

// joint is a joint meeting of the four on the evening of the eighth.
func (c *council) joint() command.DraftMeetingInput {
	return command.DraftMeetingInput{
		Kind: schema.MeetingKindJoint, Form: schema.MeetingFormInPerson, Title: "六月联席会议", Venue: new("社区议事厅"),
		StartsAt: evening(7), EndsAt: evening(7).Add(2 * time.Hour), ConvenedUnder: schema.ConvenedUnderRegular,
		OrganizationID: ident.Organization{ID: c.branch}, LinkageID: &ident.Linkage{ID: c.linkage}, ChairID: person(c.secretary),
	}
}

// session is a meeting of the owners' committee, the same evening.
func (c *council) session() command.DraftMeetingInput {
	in := c.joint()
	in.Kind, in.OrganizationID, in.LinkageID, in.ChairID = schema.MeetingKindCommittee, ident.Organization{ID: c.owners}, nil, person(c.chair)
	in.Title = "业委会例会"
	return in
}

// draft drafts a meeting in the name of whoever leads its organization.
func (c *council) draft(in command.DraftMeetingInput) ident.Meeting {
	c.Helper()
	as := c.asSecretary
	if in.OrganizationID.ID == c.owners {
		as = c.asChair
	}
	p, err := c.do.DraftMeeting(as, in)
	return ident.Meeting{ID: done(c.town, p, err).MeetingID}
}

// proposal is a proposal that was taken up.
func (c *council) proposal(title, matter string) ident.Proposal {
	c.Helper()
	id := c.submitted(title, matter)
	p, err := c.do.AcceptProposal(c.registrar, command.AcceptProposalInput{ProposalID: id})
	done(c.town, p, err)
	return id
}

func (c *council) submitted(title, matter string) ident.Proposal {
	c.Helper()
	p, err := c.do.SubmitProposal(c.asDirector, command.SubmitProposalInput{
		Title: title, Text: "请予讨论。", Source: schema.ProposalSourceCommittee, Matter: matter, AreaID: ident.Area{ID: c.estate},
	})
	return ident.Proposal{ID: done(c.town, p, err).ProposalID}
}

// item puts a new proposal on the agenda of a meeting of the branch.
func (c *council) item(m ident.Meeting, title, matter string) ident.AgendaItem {
	c.Helper()
	p, err := c.do.AddAgendaItem(c.asSecretary, command.AddAgendaItemInput{MeetingID: m, ProposalID: c.proposal(title, matter)})
	return ident.AgendaItem{ID: done(c.town, p, err).AgendaItemID}
}

// called is a joint meeting that was called with an item on its agenda.
func (c *council) called() (ident.Meeting, ident.AgendaItem) {
	c.Helper()
	m := c.draft(c.joint())
	item := c.item(m, "重划停车线", "PARKING_ORDER")
	p, err := c.do.CallMeeting(c.asSecretary, command.CallMeetingInput{MeetingID: m, Place: "公告栏"})
	done(c.town, p, err)
	return m, item
}

// opened is a joint meeting in session, at the time for which it was called.
func (c *council) opened() (ident.Meeting, ident.AgendaItem) {
	c.Helper()
	m, item := c.called()
	c.clock.Set(evening(7))
	p, err := c.do.OpenMeeting(c.asSecretary, command.OpenMeetingInput{MeetingID: m})
	done(c.town, p, err)
	return m, item
}

// vote is a vote on the item, in some state.
func (c *council) vote(item ident.AgendaItem, status schema.VoteStatus) ident.ID {
	c.Helper()
	return c.write(func(ctx context.Context, tx *ent.Tx) (ident.ID, error) {
		row, err := tx.AgendaItem.Get(ctx, item.ID)
		if err != nil {
			return ident.Nil, err
		}
		v, err := tx.Vote.Create().SetNillableCommunityID(row.CommunityID).SetQuestion("是否同意？").SetKind(schema.VoteKindMotion).SetExtensions(0).SetRuleCode("JOINT_ALL_PARTIES").
			SetRuleEdition(1).SetRule([]byte("{}")).SetMethod(schema.VoteMethodNamed).SetVisibility(schema.BallotVisibilityOpen).
			SetStatus(status).SetAgendaItemID(item.ID).Save(ctx)
		if err != nil {
			return ident.Nil, err
		}
		return v.ID, nil
	})
}

// verdict judges a vote.
func (c *council) verdict(vote ident.ID, outcome schema.VerdictOutcome) {
	c.Helper()
	document, err := json.Marshal(tally.Verdict{Outcome: outcome})
	c.must(err)
	c.write(func(ctx context.Context, tx *ent.Tx) (ident.ID, error) {
		v, err := tx.Verdict.Create().SetOutcome(outcome).SetDocument(document).SetJudgedAt(tx.Now).SetVoteID(vote).Save(ctx)
		if err != nil {
			return ident.Nil, err
		}
		return v.ID, nil
	})
}

// standing is everything that the verbs of proposals and meetings write.
func (c *council) standing() []string {
	c.Helper()
	ctx, read := ent.Unguarded(c.Context()), c.store.Read()
	var all []string
	proposals, err := read.Proposal.Query().All(ctx)
	c.must(err)
	for _, p := range proposals {
		all = append(all, fmt.Sprint(p.ID, p.Status, p.Version))
	}
	meetings, err := read.Meeting.Query().All(ctx)
	c.must(err)
	for _, m := range meetings {
		all = append(all, fmt.Sprint(m.ID, m.Status, m.Version))
	}
	items, err := read.AgendaItem.Query().All(ctx)
	c.must(err)
	for _, i := range items {
		all = append(all, fmt.Sprint(i.ID, i.Disposition, i.Version))
	}
	votes, err := read.Vote.Query().All(ctx)
	c.must(err)
	for _, v := range votes {
		all = append(all, fmt.Sprint(v.ID, v.Status, v.Version))
	}
	stays, err := read.Attendance.Query().All(ctx)
	c.must(err)
	for _, a := range stays {
		all = append(all, fmt.Sprint(a.ID, a.LeftAt))
	}
	notices, err := read.Publication.Query().IDs(ctx)
	c.must(err)
	all = append(all, fmt.Sprint(notices))
	slices.Sort(all)
	return all
}

// refused asserts that a verb refuses each input by name, and that nothing of
// proposals and meetings moved.
func refused[I, P any](c *council, verb func(context.Context, I) (*P, error), cases []refusal[I]) {
	c.Helper()
	before := c.standing()
	refuses(c.town, verb, cases)
	if after := c.standing(); !slices.Equal(before, after) {
		c.Errorf("the refusals changed\n%v\nto\n%v", before, after)
	}
}

func (c *council) meeting(id ident.Meeting) *db.Meeting {
	c.Helper()
	return get(c.town, c.store.Read().Meeting.Get, id.ID)
}

func (c *council) agendaItem(id ident.AgendaItem) *db.AgendaItem {
	c.Helper()
	return get(c.town, c.store.Read().AgendaItem.Get, id.ID)
}

// is asserts a value of the register.
func is[T comparable](c *council, what string, got, want T) {
	c.Helper()
	if got != want {
		c.Errorf("%s is %v, want %v", what, got, want)
	}
}
