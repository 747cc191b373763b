package command_test

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"entgo.io/ent/dialect/sql"

	"sifang/ent"
	"sifang/ent/command"
	"sifang/ent/db"
	"sifang/ent/db/auditevent"
	"sifang/ent/db/ballot"
	"sifang/ent/enttest"
	"sifang/schema"
	"sifang/schema/fault"
	"sifang/schema/ident"
	"sifang/schema/mandate"
	"sifang/schema/tally"
)

// arena is a body of many members in session, all of them there, and the
// processes through which they vote.
type arena struct {
	testing.TB
	store   *ent.Store
	doors   []*command.Do
	officer context.Context
	item    ident.AgendaItem
	members []context.Context
}

const crowd = 100

// newArena opens the database as often as there are doors: each is a process of
// its own, as far as the database can tell.
func newArena(t testing.TB, database string, doors int, open func(*ent.Store) *command.Do) *arena {
	t.Helper()
	a := &arena{TB: t}
	for range doors {
		store := enttest.Open(t, ent.Config{URL: database})
		do := open(store)
		t.Cleanup(do.Close)
		a.store, a.doors = store, append(a.doors, do)
	}
	operator := ent.WithViewer(t.Context(), &ent.Viewer{Operator: true})
	_, err := ent.Work(operator, a.store, "createPost", bare{}, func(ctx context.Context, tx *ent.Tx) (*ent.Deed[ident.ID], error) {
		grant, refused := mandate.Ask("createPost", tx.Viewer, mandate.Subject{})
		if refused != nil {
			return nil, refused
		}
		item, err := a.assemble(ctx, tx)
		return ent.Did(item, grant, item, nil, nil), err
	})
	if err != nil {
		t.Fatal(err)
	}
	return a
}

// assemble writes a committee of many seats, its members, and a meeting in
// session with one item.
func (a *arena) assemble(ctx context.Context, tx *ent.Tx) (ident.ID, error) {
	since := *on("2020-01-01")
	community := ident.New(ident.KindArea, tx.Now)
	if err := tx.Area.Create().SetID(community).SetCommunityID(community).SetKind(schema.AreaKindCommunity).SetName("社区").
		SetPilot(false).SetFrom(since).Exec(ctx); err != nil {
		return ident.Nil, err
	}
	body, err := tx.Organization.Create().SetCommunityID(community).SetKind(schema.OrganizationKindOwnersCommittee).
		SetName("业委会").SetAreaID(community).SetFrom(since).Save(ctx)
	if err != nil {
		return ident.Nil, err
	}
	post, err := tx.Post.Create().SetCommunityID(community).SetOrganizationID(body.ID).SetCategory(schema.PostCategoryChair).
		SetTitle("委员").SetSeatKind(schema.SeatKindElected).SetVotingRight(schema.VotingRightFull).SetCapacity(crowd).
		SetFrom(since).Save(ctx)
	if err != nil {
		return ident.Nil, err
	}
	proposal, err := tx.Proposal.Create().SetCommunityID(community).SetTitle("议案").SetText("议案").SetSource(schema.ProposalSourceCommittee).
		SetMatter("OWNERS_COMMITTEE_BUSINESS").SetStatus(schema.ProposalStatusOnAgenda).SetAreaID(community).Save(ctx)
	if err != nil {
		return ident.Nil, err
	}
	m, err := tx.Meeting.Create().SetCommunityID(community).SetKind(schema.MeetingKindCommittee).SetForm(schema.MeetingFormInPerson).
		SetTitle("会议").SetStartsAt(tx.Now).SetEndsAt(tx.Now.Add(time.Hour)).SetStatus(schema.MeetingStatusOpen).
		SetConvenedUnder(schema.ConvenedUnderRegular).SetOrganizationID(body.ID).SetNoticedAt(tx.Now).SetOpenedAt(tx.Now).Save(ctx)
	if err != nil {
		return ident.Nil, err
	}
	item, err := tx.AgendaItem.Create().SetCommunityID(community).SetPosition(1).SetTitle("议题").
		SetAuthority(schema.DecisionAuthorityOwnersCommittee).SetDisposition(schema.AgendaItemDispositionPending).
		SetNoticedAt(tx.Now).SetMeetingID(m.ID).SetProposalID(proposal.ID).Save(ctx)
	if err != nil {
		return ident.Nil, err
	}
	a.item = ident.AgendaItem{ID: item.ID}
	a.members = nil // this may run again
	for range crowd {
		member, err := a.seat(ctx, tx, post, m)
		if err != nil {
			return ident.Nil, err
		}
		a.members = append(a.members, ent.WithViewer(a.Context(), &ent.Viewer{Person: member}))
	}
	a.officer = a.members[0]
	return item.ID, nil
}

// seat gives a new person a seat, and checks them in.
func (a *arena) seat(ctx context.Context, tx *ent.Tx, post *db.Post, m *db.Meeting) (ident.ID, error) {
	p, err := tx.Person.Create().SetNillableCommunityID(post.CommunityID).SetName("委员").Save(ctx)
	if err != nil {
		return ident.Nil, err
	}
	if err := fill(ctx, tx, post, p.ID); err != nil {
		return ident.Nil, err
	}
	return p.ID, tx.Attendance.Create().SetNillableCommunityID(post.CommunityID).SetMode(schema.AttendanceModeInPerson).
		SetArrivedAt(tx.Now).SetVotes(true).SetMeetingID(m.ID).SetPersonID(p.ID).Exec(ctx)
}

// running is a vote that was just opened.
func (a *arena) running() ident.Vote {
	a.Helper()
	do := a.doors[0]
	drafted, err := do.DraftVote(a.officer, command.DraftVoteInput{
		AgendaItemID: a.item, Question: "是否同意？", RuleCode: new("OWNERS_COMMITTEE_HANGZHOU"),
		Method: schema.VoteMethodNamed, Visibility: schema.BallotVisibilityOpen,
	})
	if err != nil {
		a.Fatal(err)
	}
	v := ident.Vote{ID: drafted.VoteID}
	if _, err := do.OpenVote(a.officer, command.OpenVoteInput{VoteID: v}); err != nil {
		a.Fatal(err)
	}
	return v
}

// fate is how a ballot was answered.
type fate struct {
	ballots []ident.ID
	err     error
}

// race lets everybody vote at once and closes the vote after some were
// answered. It answers what every voter was told, and the verdict.
func (a *arena) race(v ident.Vote, after int64) ([]fate, ident.ID) {
	a.Helper()
	fates := make([]fate, len(a.members))
	var answered atomic.Int64
	begin, enough := make(chan struct{}), make(chan struct{})
	var everybody sync.WaitGroup
	for i, member := range a.members {
		everybody.Go(func() {
			<-begin
			choice := []schema.BallotChoice{schema.BallotChoiceFor, schema.BallotChoiceAgainst, schema.BallotChoiceAbstain}[i%3]
			p, err := a.doors[i%len(a.doors)].CastBallots(member, oneBallot(v, choice))
			fates[i] = fate{p.BallotIDs, err}
			if answered.Add(1) == after {
				close(enough)
			}
		})
	}
	if after == 0 {
		close(enough)
	}
	close(begin)
	<-enough
	p, err := a.doors[len(a.doors)-1].CloseVote(a.officer, command.CloseVoteInput{VoteID: v})
	everybody.Wait()
	if err != nil {
		a.Fatal(err)
	}
	return fates, p.VerdictID
}

// wrongs is what is wrong after a race: every ballot must be counted or
// refused, none lost, none late, and the record of the close must come last.
func (a *arena) wrongs(v ident.Vote, fates []fate, verdict ident.ID) []string {
	a.Helper()
	var wrongs []string
	ctx := ent.Unguarded(a.Context())
	rows, err := a.store.Read().Ballot.Query().Where(ballot.VoteID(v.ID)).All(ctx)
	if err != nil {
		a.Fatal(err)
	}
	stored, choices := map[ident.ID]bool{}, map[schema.BallotChoice]int64{}
	for _, row := range rows {
		stored[row.ID] = true
		choices[row.Choice]++
	}
	accepted := 0
	for _, f := range fates {
		faults, refused := fault.Of(f.err)
		switch {
		case refused && len(faults) == 1 && faults[0].Code == fault.VoteNotOpen:
		case f.err != nil:
			wrongs = append(wrongs, fmt.Sprintf("refused with %v", f.err))
		case len(f.ballots) != 1 || !stored[f.ballots[0]]:
			wrongs = append(wrongs, "accepted and lost")
		default:
			accepted++
		}
	}
	if accepted != len(rows) {
		wrongs = append(wrongs, fmt.Sprintf("%d were accepted and %d are stored", accepted, len(rows)))
	}
	row, err := a.store.Read().Verdict.Get(ctx, verdict)
	if err != nil {
		a.Fatal(err)
	}
	var judged tally.Verdict
	if err := json.Unmarshal(row.Document, &judged); err != nil {
		a.Fatal(err)
	}
	for choice, sum := range map[schema.BallotChoice]tally.Sum{
		schema.BallotChoiceFor: judged.Options.For, schema.BallotChoiceAgainst: judged.Options.Against,
		schema.BallotChoiceAbstain: judged.Options.Abstain,
	} {
		if sum.Entries != choices[choice] {
			wrongs = append(wrongs, fmt.Sprintf("%d %s are stored, %d were counted", choices[choice], choice, sum.Entries))
		}
	}
	return append(wrongs, a.recordedAfter(v)...)
}

// recordedAfter reports ballots whose record comes after that of the close.
func (a *arena) recordedAfter(v ident.Vote) []string {
	a.Helper()
	events, err := a.store.Read().AuditEvent.Query().Where(auditevent.SubjectID(v.ID)).
		Order(db.Asc(auditevent.FieldID)).All(ent.Unguarded(a.Context()))
	if err != nil {
		a.Fatal(err)
	}
	var closed ident.ID
	late := 0
	for _, e := range events {
		switch {
		case e.Verb == "closeVote":
			closed = e.ID
		case e.Verb == "castBallots" && !closed.IsZero() && bytes.Compare(e.ID[:], closed[:]) > 0:
			late++
		}
	}
	if late == 0 {
		return nil
	}
	return []string{fmt.Sprintf("%d ballots are on record after the close", late)}
}

// rounds races so often, and answers in how many rounds something was wrong.
func (a *arena) rounds(n int, enough func(red int) bool) int {
	a.Helper()
	red := 0
	for round := range n {
		v := a.running()
		fates, verdict := a.race(v, rand.Int64N(crowd*3/4))
		if wrongs := a.wrongs(v, fates, verdict); len(wrongs) > 0 {
			red++
			a.Logf("round %d: %v", round, wrongs)
		}
		if enough(red) {
			return red
		}
	}
	return red
}

func never(int) bool { return false }

// TestCastingAgainstClosing lets a hundred vote while the vote is closed, again
// and again: through one process, and on PostgreSQL through two.
func TestCastingAgainstClosing(t *testing.T) {
	const rounds = 50
	enttest.Each(t, func(t *testing.T, database string) {
		if red := newArena(t, database, 1, command.New).rounds(rounds, never); red > 0 {
			t.Errorf("%d of %d rounds went wrong", red, rounds)
		}
	})
	t.Run("two processes", func(t *testing.T) {
		if red := newArena(t, enttest.PostgreSQL(t), 2, command.New).rounds(rounds, never); red > 0 {
			t.Errorf("%d of %d rounds went wrong", red, rounds)
		}
	})
}

// TestCastingWithoutTheLock shows that the race finds what it looks for: when
// casting does not keep the vote from being closed, ballots come late.
func TestCastingWithoutTheLock(t *testing.T) {
	unheld := func(s *ent.Store) *command.Do { return command.NewHolding(s, func(*sql.Selector) {}) }
	a := newArena(t, enttest.PostgreSQL(t), 2, unheld)
	if red := a.rounds(200, func(red int) bool { return red > 0 }); red == 0 {
		t.Error("without the lock nothing went wrong in 200 rounds, so the race shows nothing")
	}
}

// TestClosingIsPrompt closes votes while everybody goes on voting in all of
// them. A close is meant to wait for the papers under way and no longer: less
// than 200 ms; what is asserted leaves room for a busy machine.
func TestClosingIsPrompt(t *testing.T) {
	const most = 2 * time.Second
	prompt := func(t *testing.T, a *arena) {
		t.Helper()
		longest, papers := a.steady(6)
		t.Logf("closing took at most %s, while %d papers were answered", longest.Round(time.Millisecond), papers)
		if longest > most {
			t.Errorf("closing took %s", longest)
		}
	}
	enttest.Each(t, func(t *testing.T, database string) { prompt(t, newArena(t, database, 1, command.New)) })
	t.Run("two processes", func(t *testing.T) { prompt(t, newArena(t, enttest.PostgreSQL(t), 2, command.New)) })
}

// steady lets everybody vote in some votes, over and over, and closes these one
// after the other. It answers how long the longest close took and how many
// papers were answered meanwhile.
func (a *arena) steady(votes int) (time.Duration, int64) {
	a.Helper()
	var open []ident.Vote
	for range votes {
		open = append(open, a.running())
	}
	var answered atomic.Int64
	var over atomic.Bool
	var everybody sync.WaitGroup
	papers := make(chan struct{}, crowd)
	for i, member := range a.members {
		everybody.Go(func() {
			for n := i; !over.Load(); n++ {
				_, err := a.doors[i%len(a.doors)].CastBallots(member, oneBallot(open[n%votes], schema.BallotChoiceFor))
				if _, refused := fault.Of(err); err != nil && !refused {
					a.Errorf("a ballot failed: %v", err)
					return
				}
				answered.Add(1)
				select {
				case papers <- struct{}{}:
				default:
				}
			}
		})
	}
	var longest time.Duration
	for i, v := range open {
		for range crowd { // everybody must be voting when it is closed
			<-papers
		}
		begun := time.Now()
		if _, err := a.doors[i%len(a.doors)].CloseVote(a.officer, command.CloseVoteInput{VoteID: v}); err != nil {
			a.Errorf("close: %v", err)
		}
		longest = max(longest, time.Since(begun))
	}
	over.Store(true)
	everybody.Wait()
	return longest, answered.Load()
}
