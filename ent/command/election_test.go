package command_test

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"

	"sifang/ent"
	"sifang/ent/command"
	"sifang/ent/db"
	"sifang/ent/db/candidate"
	"sifang/schema"
	"sifang/schema/day"
	"sifang/schema/fault"
	"sifang/schema/ident"
	"sifang/schema/tally"
)

// contest is an assembly of owners, held in writing three weeks after it was
// called, that elects the members of their committee.
type contest struct {
	*hall
	post   ident.Post
	basis  schema.RollBasis // who stands on the roll
	voters []ident.ID       // in the order of the roll
}

// seven is how many members the committee has.
const seven = 7

func eachContest(t *testing.T, test func(e *contest)) {
	t.Helper()
	eachCouncil(t, func(c *council) {
		e := newContest(c)
		e.called()
		test(e)
	})
}

// newContest drafts the assembly, with the election on its agenda.
func newContest(c *council) *contest {
	c.Helper()
	e := &contest{hall: &hall{council: c, officer: c.asChair}, basis: schema.RollBasisOwners}
	e.post = e.posted(c.owners, schema.SeatKindElected)
	in := c.session()
	in.Kind, in.Form, in.Title, in.Venue = schema.MeetingKindAssembly, schema.MeetingFormWritten, "业主大会", nil
	in.StartsAt = c.clock.Now().Add(21 * oneDay)
	in.EndsAt = in.StartsAt.Add(60 * oneDay)
	e.sitting = c.draft(in)
	item, err := c.do.AddAgendaItem(e.officer, command.AddAgendaItemInput{
		MeetingID: e.sitting, ProposalID: c.proposal("选举业主委员会", "OWNERS_COMMITTEE_ELECTION"),
	})
	e.item = ident.AgendaItem{ID: done(c.town, item, err).AgendaItemID}
	return e
}

// posted are seats of members of an organization.
func (e *contest) posted(of ident.ID, kind schema.SeatKind) ident.Post {
	e.Helper()
	p, err := e.do.CreatePost(e.operator, command.CreatePostInput{
		OrganizationID: ident.Organization{ID: of}, Category: schema.PostCategoryMember, Title: "委员", SeatKind: kind,
		VotingRight: schema.VotingRightFull, Capacity: seven, From: on("2020-01-01"),
	})
	return ident.Post{ID: done(e.town, p, err).PostID}
}

func (e *contest) called() {
	e.Helper()
	p, err := e.do.CallMeeting(e.officer, command.CallMeetingInput{MeetingID: e.sitting, Place: "公告栏"})
	done(e.town, p, err)
}

// convenes opens the assembly, at the time for which it was called.
func (e *contest) convenes() {
	e.Helper()
	e.clock.Set(e.meeting(e.sitting).StartsAt)
	p, err := e.do.OpenMeeting(e.officer, command.OpenMeetingInput{MeetingID: e.sitting})
	done(e.town, p, err)
}

// electing is an election of so many, under the rule of Hangzhou.
func (e *contest) electing(seats int) command.DraftVoteInput {
	return command.DraftVoteInput{
		AgendaItemID: e.item, Question: "选举业主委员会委员", Kind: schema.VoteKindElection, Seats: &seats, PostID: &e.post,
		RuleCode: new("OWNERS_COMMITTEE_ELECTION_HANGZHOU"), Method: schema.VoteMethodNamed, Visibility: schema.BallotVisibilityOpen,
	}
}

func (e *contest) drafts(in command.DraftVoteInput) ident.Vote {
	e.Helper()
	p, err := e.do.DraftVote(e.officer, in)
	return ident.Vote{ID: done(e.town, p, err).VoteID}
}

// owner is somebody who owns a flat of the estate and is old enough.
func (e *contest) owner(name string) ident.ID {
	e.Helper()
	return e.ownerBorn(name, on("1980-05-05"))
}

// ownerBorn is somebody who owns a flat; of whom may not be known when they were
// born.
func (e *contest) ownerBorn(name string, birth *day.Date) ident.ID {
	e.Helper()
	return e.write(func(ctx context.Context, tx *ent.Tx) (ident.ID, error) {
		p, err := tx.Person.Create().SetCommunityID(e.community).SetName(name).SetNillableBirthDate(birth).Save(ctx)
		if err != nil {
			return ident.Nil, err
		}
		unit, err := tx.Unit.Create().SetCommunityID(e.community).SetAreaID(e.estate).SetNumber(p.ID.String()).
			SetUse(schema.UnitUseDwelling).SetExclusiveArea(10_000).SetAreaSource(schema.AreaSourceRegistered).
			SetDeliveryStatus(schema.DeliveryStatusDelivered).SetCountsForVoting(true).Save(ctx)
		if err != nil {
			return ident.Nil, err
		}
		return p.ID, tx.Ownership.Create().SetCommunityID(e.community).SetUnitID(unit.ID).SetPersonID(p.ID).
			SetDesignatedVoter(false).SetFrom(*on("2020-01-01")).Exec(ctx)
	})
}

func (e *contest) nominating(v ident.Vote, who ident.ID) command.NominateCandidateInput {
	return command.NominateCandidateInput{VoteID: v, PersonID: ident.Person{ID: who}, Source: schema.NominationSourceCommittee}
}

// run are so many new owners who stand in the election, in this order.
func (e *contest) run(v ident.Vote, n int) []ident.Candidate {
	e.Helper()
	all := make([]ident.Candidate, n)
	for i := range all {
		p, err := e.do.NominateCandidate(e.officer, e.nominating(v, e.owner(fmt.Sprintf("候选人%d", i+1))))
		all[i] = ident.Candidate{ID: done(e.town, p, err).CandidateID}
	}
	return all
}

func (e *contest) candidate(id ident.Candidate) *db.Candidate {
	e.Helper()
	return get(e.town, e.store.Read().Candidate.Get, id.ID)
}

// paper are those who stand or stood in a vote, in the order of the paper.
func (e *contest) paper(v ident.Vote) []*db.Candidate {
	e.Helper()
	rows, err := e.store.Read().Candidate.Query().Where(candidate.VoteID(v.ID)).Order(candidate.ByPosition()).
		All(ent.Unguarded(e.Context()))
	e.must(err)
	return rows
}

// bloc are voters with flats of one size who mark the same candidates, counted
// from 1; without marks they do not vote.
type bloc struct {
	voters int
	area   schema.FloorArea
	marks  []int
}

// votedBy freezes the roll with the voters of the blocs on it.
func (e *contest) votedBy(blocs ...bloc) {
	e.Helper()
	e.voters = nil
	var persons []*db.PersonCreate
	var entries []*db.RollEntryCreate
	var area schema.FloorArea
	e.write(func(ctx context.Context, tx *ent.Tx) (ident.ID, error) {
		roll := ident.New(ident.KindRoll, tx.Now)
		voters := []ident.ID{}
		persons, entries, area = nil, nil, 0
		for _, b := range blocs {
			for range b.voters {
				voter := ident.New(ident.KindPerson, tx.Now)
				voters, area = append(voters, voter), area+b.area
				persons = append(persons, tx.Person.Create().SetID(voter).SetCommunityID(e.community).SetName("业主"))
				entries = append(entries, tx.RollEntry.Create().SetCommunityID(e.community).SetRollID(roll).
					SetPosition(len(voters)).SetLabel("业主").SetPersonID(voter).SetHeads(1).SetArea(b.area))
			}
		}
		n := len(voters)
		err := tx.Roll.Create().SetID(roll).SetCommunityID(e.community).SetMeetingID(e.sitting.ID).SetFrozenAt(tx.Now).SetSeats(n).
			SetIncumbents(n).SetHash("-").SetBasis(e.basis).SetDrawnOn(tx.Today).SetUnits(n).SetHeads(n).SetArea(area).
			SetHouseholds(0).Exec(ctx)
		if err == nil {
			err = tx.Person.CreateBulk(persons...).Exec(ctx)
		}
		if err == nil {
			err = tx.RollEntry.CreateBulk(entries...).Exec(ctx)
		}
		e.voters = voters
		return roll, err
	})
}

func (e *contest) opens(v ident.Vote) {
	e.Helper()
	p, err := e.do.OpenVote(e.officer, command.OpenVoteInput{VoteID: v})
	done(e.town, p, err)
}

// cast casts the papers of the blocs, of those on the roll in their order, all at
// once.
func (e *contest) cast(v ident.Vote, blocs ...bloc) {
	e.Helper()
	standing := e.paper(v)
	var voters []ident.ID
	var papers []command.CastBallotsInput
	next := 0
	for _, b := range blocs {
		var marks []ident.ID
		for _, mark := range b.marks {
			marks = append(marks, standing[mark-1].ID)
		}
		for _, voter := range e.voters[next : next+b.voters] {
			if len(marks) > 0 {
				voters, papers = append(voters, voter), append(papers, marked(v, marks...))
			}
		}
		next += b.voters
	}
	for _, err := range atOnce(len(papers), func(i int) error {
		_, err := e.do.CastBallots(e.as(voters[i]), papers[i])
		return err
	}) {
		e.must(err)
	}
}

// judged opens the vote, casts the papers, closes it and makes it final.
func (e *contest) judged(v ident.Vote, blocs ...bloc) tally.Verdict {
	e.Helper()
	e.opens(v)
	e.cast(v, blocs...)
	verdict := e.closed(v)
	e.final(v)
	return verdict
}

func (e *contest) final(v ident.Vote) {
	e.Helper()
	p, err := e.do.FinalizeVote(e.officer, command.FinalizeVoteInput{VoteID: v})
	done(e.town, p, err)
}

// outcomes asserts what became of the candidates of a vote, in the order of the
// paper: E elected, T tied, A standing by, - not elected.
func (e *contest) outcomes(v ident.Vote, judged tally.Verdict, want string) {
	e.Helper()
	letters := map[schema.CandidateOutcome]string{"ELECTED": "E", "TIED": "T", "ALTERNATE": "A", "NOT_ELECTED": "-"}
	var got strings.Builder
	for _, c := range e.paper(v) {
		i := slices.IndexFunc(judged.Choices, func(one tally.Choice) bool { return one.Option == c.ID.String() })
		if i >= 0 {
			got.WriteString(letters[judged.Choices[i].Outcome])
		}
	}
	is(e.council, "what became of the candidates", got.String(), want)
}

// recorded is everything that the verbs of elections write.
func (e *contest) recorded() []string {
	e.Helper()
	ctx, read := ent.Unguarded(e.Context()), e.store.Read()
	var all []string
	candidates, err := read.Candidate.Query().All(ctx)
	e.must(err)
	for _, c := range candidates {
		all = append(all, fmt.Sprint(c.ID, c.Status, c.ListedAt, c.AnsweredAt, c.MembershipID))
	}
	votes, err := read.Vote.Query().All(ctx)
	e.must(err)
	for _, v := range votes {
		all = append(all, fmt.Sprint(v.ID, v.Status, v.Version, v.NoticedAt))
	}
	options, err := read.VoteOption.Query().IDs(ctx)
	e.must(err)
	rolls, err := read.Roll.Query().IDs(ctx)
	e.must(err)
	slices.Sort(all)
	return append(all, fmt.Sprint(options), fmt.Sprint(rolls))
}

// shut asserts that a verb refuses each input by name, and that nothing of
// elections moved.
func shut[I, P any](e *contest, verb func(context.Context, I) (*P, error), cases ...refusal[I]) {
	e.Helper()
	before := e.recorded()
	denied(e.hall, verb, cases)
	if after := e.recorded(); !slices.Equal(before, after) {
		e.Errorf("the refusals changed\n%v\nto\n%v", before, after)
	}
}

func only(codes ...fault.Code) []fault.Code { return codes }
