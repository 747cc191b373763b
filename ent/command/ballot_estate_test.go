package command_test

import (
	"context"
	"fmt"
	"slices"
	"testing"
	"time"

	"sifang/ent"
	"sifang/ent/command"
	"sifang/ent/db"
	"sifang/ent/db/ballot"
	"sifang/schema"
	"sifang/schema/ident"
	"sifang/schema/rule"
)

// ballotEstate is a written assembly of owners in session, with a roll to which
// places are added as a test needs them, and three clerks.
type ballotEstate struct {
	*hall
	roll   ident.ID
	places int
	clerks [3]context.Context
}

// eachBallotEstate runs the test in an assembly of its own on every engine. It
// is the tenth of June, at nine in China.
func eachBallotEstate(t *testing.T, test func(e *ballotEstate)) {
	t.Helper()
	eachCouncil(t, func(c *council) { test(newBallotEstate(c)) })
}

func newBallotEstate(c *council) *ballotEstate {
	c.Helper()
	c.clock.Set(time.Date(2026, 6, 10, 1, 0, 0, 0, time.UTC))
	e := &ballotEstate{hall: &hall{council: c, officer: c.asChair}}
	e.clerks = [3]context.Context{
		c.asChair, c.officer("录票员", c.owners, schema.PostCategoryClerk), c.officer("复核员", c.owners, schema.PostCategoryViceChair),
	}
	c.write(e.assemble)
	return e
}

// assemble writes the meeting with one item, and a roll without anybody on it.
func (e *ballotEstate) assemble(ctx context.Context, tx *ent.Tx) (ident.ID, error) {
	proposal, err := tx.Proposal.Create().SetCommunityID(e.community).SetTitle("议案").SetText("议案").
		SetSource(schema.ProposalSourceCommittee).SetMatter("SELECT_PROPERTY_COMPANY").SetStatus(schema.ProposalStatusOnAgenda).
		SetAreaID(e.estate).Save(ctx)
	if err != nil {
		return ident.Nil, err
	}
	since := tx.Now.AddDate(0, 0, -9)
	m, err := tx.Meeting.Create().SetCommunityID(e.community).SetKind(schema.MeetingKindAssembly).SetForm(schema.MeetingFormWritten).
		SetTitle("业主大会").SetStartsAt(since).SetEndsAt(tx.Now.AddDate(0, 1, 0)).SetStatus(schema.MeetingStatusOpen).
		SetConvenedUnder(schema.ConvenedUnderRegular).SetOrganizationID(e.owners).SetChairID(e.chair).SetNoticedAt(since).
		SetOpenedAt(since).Save(ctx)
	if err != nil {
		return ident.Nil, err
	}
	e.sitting = ident.Meeting{ID: m.ID}
	item, err := tx.AgendaItem.Create().SetCommunityID(e.community).SetPosition(1).SetTitle("议题").
		SetAuthority(schema.DecisionAuthorityOwnersAssembly).SetDisposition(schema.AgendaItemDispositionPending).
		SetNoticedAt(since).SetMeetingID(m.ID).SetProposalID(proposal.ID).Save(ctx)
	if err != nil {
		return ident.Nil, err
	}
	e.item = ident.AgendaItem{ID: item.ID}
	r, err := tx.Roll.Create().SetCommunityID(e.community).SetMeetingID(m.ID).SetFrozenAt(since).SetSeats(0).SetIncumbents(0).
		SetHash("-").SetBasis(schema.RollBasisOwners).SetDrawnOn(*on("2026-06-01")).SetUnits(100).SetHeads(100).SetArea(100_00).
		SetHouseholds(0).Save(ctx)
	if err != nil {
		return ident.Nil, err
	}
	e.roll = r.ID
	return r.ID, nil
}

// place puts a place on the roll: one flat of 90 m² with its owners.
func (e *ballotEstate) place(owners ...ident.ID) ident.RollEntry {
	e.Helper()
	e.places++
	return ident.RollEntry{ID: e.write(func(ctx context.Context, tx *ent.Tx) (ident.ID, error) {
		row := tx.RollEntry.Create().SetCommunityID(e.community).SetRollID(e.roll).SetPosition(e.places).
			SetLabel(fmt.Sprintf("业主%d", e.places)).SetHeads(1).SetArea(90_00)
		if len(owners) == 1 {
			row.SetPersonID(owners[0])
		} else {
			row.AddDelegateIDs(owners...)
		}
		saved, err := row.Save(ctx)
		if err != nil {
			return ident.Nil, err
		}
		return saved.ID, nil
	})}
}

// owner is a new person with a flat of their own.
func (e *ballotEstate) owner(name string) (ident.ID, ident.RollEntry) {
	e.Helper()
	who := e.person(name)
	return who, e.place(who)
}

// couple are two persons with one flat.
func (e *ballotEstate) couple() (ident.ID, ident.ID, ident.RollEntry) {
	e.Helper()
	husband, wife := e.person("丈夫"), e.person("妻子")
	return husband, wife, e.place(husband, wife)
}

// held is a vote that was opened on the second of June, under the ordinary rule
// of owners with other policies.
func (e *ballotEstate) held(policies rule.Policies, change ...func(*db.VoteCreate)) ident.Vote {
	e.Helper()
	r, ok := rule.Preset("OWNERS_ORDINARY")
	if !ok {
		e.Fatal("no such preset")
	}
	r.Policies = policies
	return e.heldUnder(r, change...)
}

func (e *ballotEstate) heldUnder(r rule.Rule, change ...func(*db.VoteCreate)) ident.Vote {
	e.Helper()
	text, err := r.Print()
	e.must(err)
	return ident.Vote{ID: e.write(func(ctx context.Context, tx *ent.Tx) (ident.ID, error) {
		opened := evening(1)
		row := tx.Vote.Create().SetCommunityID(e.community).SetQuestion("是否同意？").SetKind(schema.VoteKindMotion).SetExtensions(0).
			SetRuleCode(r.Code).SetRuleEdition(1).SetRule(text).SetMethod(schema.VoteMethodNamed).
			SetVisibility(schema.BallotVisibilityOpen).SetStatus(schema.VoteStatusOpen).SetNoticedAt(opened).SetOpenedAt(opened).
			SetRollID(e.roll).SetAgendaItemID(e.item.ID)
		for _, one := range change {
			one(row)
		}
		v, err := row.Save(ctx)
		if err != nil {
			return ident.Nil, err
		}
		return v.ID, nil
	})}
}

// options are added to a vote: so many, and one for none of them.
func (e *ballotEstate) options(v ident.Vote, n int) []ident.ID {
	e.Helper()
	all := make([]ident.ID, n+1)
	e.write(func(ctx context.Context, tx *ent.Tx) (ident.ID, error) {
		for i := range all {
			row, err := tx.VoteOption.Create().SetCommunityID(e.community).SetVoteID(v.ID).SetPosition(i + 1).
				SetLabel(fmt.Sprintf("选项%d", i+1)).SetNone(i == n).Save(ctx)
			if err != nil {
				return ident.Nil, err
			}
			all[i] = row.ID
		}
		return v.ID, nil
	})
	return all
}

// runs lets somebody stand in an election.
func (e *ballotEstate) runs(v ident.Vote, who ident.ID, status schema.CandidateStatus) ident.ID {
	e.Helper()
	return e.write(func(ctx context.Context, tx *ent.Tx) (ident.ID, error) {
		n, err := tx.Candidate.Query().Count(ctx)
		if err != nil {
			return ident.Nil, err
		}
		one := tx.Candidate.Create().SetCommunityID(e.community).SetVoteID(v.ID).SetPersonID(who).SetPosition(n + 1).
			SetStatus(status).SetNominatedBy(schema.NominationSourceSelf).SetNominatedAt(tx.Now)
		if status == schema.CandidateStatusListed {
			one.SetListedAt(tx.Now)
		}
		row, err := one.Save(ctx)
		if err != nil {
			return ident.Nil, err
		}
		return row.ID, nil
	})
}

// ends lets a vote end: its announced close is set, or it is closed as well.
func (e *ballotEstate) ends(v ident.Vote, at time.Time, status schema.VoteStatus) {
	e.Helper()
	e.write(func(ctx context.Context, tx *ent.Tx) (ident.ID, error) {
		update := tx.Vote.UpdateOneID(v.ID).SetClosesAt(at).SetStatus(status)
		if status != schema.VoteStatusOpen {
			update.SetClosedAt(at)
		}
		return v.ID, update.Exec(ctx)
	})
}

// scan is a document that the clerks may see.
func (e *ballotEstate) scan(as context.Context) *ident.Document {
	e.Helper()
	who := ent.ViewerFrom(as).Person
	return &ident.Document{ID: e.write(func(ctx context.Context, tx *ent.Tx) (ident.ID, error) {
		row, err := tx.Document.Create().SetCommunityID(e.community).SetName("扫描件").SetMediaType("application/pdf").SetSize(1).
			SetSha256("-").SetUploadedAt(tx.Now).SetUploadedByID(who).Save(ctx)
		if err != nil {
			return ident.Nil, err
		}
		return row.ID, nil
	})}
}

// says casts a ballot of somebody on a motion, a minute later.
func (e *ballotEstate) says(v ident.Vote, who ident.ID, choice schema.BallotChoice) ident.ID {
	e.Helper()
	e.minutes(1)
	p, err := e.do.CastBallots(e.as(who), oneBallot(v, choice))
	return done(e.town, p, err).BallotIDs[0]
}

// stand asserts what became of the ballots for a place, in the order in which
// they were taken in.
func (e *ballotEstate) stand(v ident.Vote, place ident.RollEntry, want ...schema.BallotStatus) {
	e.Helper()
	rows, err := e.store.Read().Ballot.Query().Where(ballot.VoteID(v.ID), ballot.EntryID(place.ID)).Order(ballot.ByID()).
		All(ent.Unguarded(e.Context()))
	e.must(err)
	got := make([]schema.BallotStatus, len(rows))
	for i, row := range rows {
		got[i] = row.Status
	}
	if !slices.Equal(got, want) {
		e.Errorf("the ballots stand as %v, want %v", got, want)
	}
}

// kept is all that these verbs write, and how it stands.
func (e *ballotEstate) kept() []string {
	e.Helper()
	ctx, read := ent.Unguarded(e.Context()), e.store.Read()
	var all []string
	ballots, err := read.Ballot.Query().All(ctx)
	e.must(err)
	for _, b := range ballots {
		all = append(all, fmt.Sprint(b.ID, b.Status, b.Settled))
	}
	papers, err := read.PaperBallot.Query().All(ctx)
	e.must(err)
	for _, p := range papers {
		all = append(all, fmt.Sprint(p.ID, p.Status))
	}
	proxies, err := read.Proxy.Query().All(ctx)
	e.must(err)
	for _, p := range proxies {
		all = append(all, fmt.Sprint(p.ID, p.Status))
	}
	sheets, err := read.CountSheet.Query().All(ctx)
	e.must(err)
	for _, s := range sheets {
		all = append(all, fmt.Sprint(s.ID, s.Status))
	}
	slices.Sort(all)
	return all
}

// spurned asserts that a verb refuses each input by name, and that nothing
// moved.
func spurned[I, P any](e *ballotEstate, verb func(context.Context, I) (*P, error), cases []refusal[I]) {
	e.Helper()
	before := e.kept()
	denied(e.hall, verb, cases)
	if after := e.kept(); !slices.Equal(before, after) {
		e.Errorf("the refusals changed\n%v\nto\n%v", before, after)
	}
}

// marked is a paper with one ballot that marks options.
func marked(v ident.Vote, marks ...ident.ID) command.CastBallotsInput {
	return command.CastBallotsInput{Ballots: []command.BallotInput{{VoteID: v, Marks: marks}}}
}

const (
	standsValid      = schema.BallotStatusValid
	standsSuperseded = schema.BallotStatusSuperseded
	standsConflicted = schema.BallotStatusConflicted
	standsInvalid    = schema.BallotStatusInvalid
)
