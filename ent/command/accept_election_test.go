package command_test

import (
	"context"
	"strings"
	"testing"

	"sifang/ent"
	"sifang/ent/command"
	"sifang/ent/db"
	"sifang/ent/db/ownership"
	"sifang/schema"
	"sifang/schema/fault"
	"sifang/schema/ident"
)

func accepting(id ident.Candidate) command.AcceptElectionInput {
	return command.AcceptElectionInput{CandidateID: id, Accept: true}
}

func declining(id ident.Candidate) command.AcceptElectionInput {
	return command.AcceptElectionInput{CandidateID: id}
}

// takes lets somebody who was elected take the seat, and answers the seat.
func (e *contest) takes(id ident.Candidate) *db.Membership {
	e.Helper()
	p, err := e.do.AcceptElection(e.officer, accepting(id))
	return get(e.town, e.store.Read().Membership.Get, done(e.town, p, err).MembershipID)
}

// leaves lets somebody give up the seat that they took.
func (e *contest) leaves(id ident.Candidate) {
	e.Helper()
	p, err := e.do.EndMembership(e.officer, command.EndMembershipInput{
		MembershipID: ident.Membership{ID: *e.candidate(id).MembershipID}, Reason: schema.EndReasonResigned,
	})
	done(e.town, p, err)
}

// fiveForThree elects the first three of six, and leaves the fourth and the fifth
// to stand by, equal in heads and in area.
var fiveForThree = []bloc{
	{5, 100_00, []int{2, 3, 5}}, {5, 100_00, []int{2, 3, 4}}, {5, 100_00, []int{1, 3, 5}}, {5, 100_00, []int{1, 3, 4}},
	{2, 100_00, []int{1, 4, 5}}, {4, 100_00, []int{1, 2, 5}}, {4, 100_00, []int{1, 2, 4}},
}

// Whoever is elected takes the seat, on the strength of the vote, or makes room
// for those who stand by; of equals the body decides who comes first.
func TestAcceptElection(t *testing.T) {
	eachContest(t, func(e *contest) {
		in := e.electing(3)
		in.RuleCode, in.Alternates = new("OWNERS_COMMITTEE_ELECTION"), new(2)
		v := e.drafts(in)
		names := e.run(v, 6)
		e.convenes()
		e.votedBy(fiveForThree...)
		e.opens(v)
		e.cast(v, fiveForThree...)
		e.outcomes(v, e.closed(v), "EEEAA-")
		shut(e, e.do.AcceptElection, refusal[command.AcceptElectionInput]{"before the result is final", e.officer, accepting(names[0]), only(fault.WrongState), "candidateId"})
		e.final(v)
		e.acceptsNot(names)

		elect := e.candidate(names[0]).PersonID
		p := once(e.town, func(o ent.Order) (*command.AcceptElectionPayload, error) {
			return e.do.AcceptElection(e.as(elect), command.AcceptElectionInput{Order: o, CandidateID: names[0], Accept: true})
		})
		seat, row := get(e.town, e.store.Read().Membership.Get, p.MembershipID), e.candidate(names[0])
		is(e.council, "accepted", row.Status, schema.CandidateStatusAccepted)
		is(e.council, "when", *row.AnsweredAt, e.store.Now())
		is(e.council, "the seat", *row.MembershipID, seat.ID)
		is(e.council, "of", *seat.PersonID, elect)
		is(e.council, "the post", *seat.PostID, e.post.ID)
		is(e.council, "by", seat.Mode, schema.MembershipModeElected)
		is(e.council, "to be posted first", seat.Status, schema.MembershipStatusProposed)
		if basis := *seat.Basis; !strings.Contains(basis, v.ID.String()) {
			t.Errorf("the seat rests on %s", basis)
		}
		e.makesRoom(names)
	})
}

// A list that was posted long enough before the election seats at once whoever
// was on it, and nobody who was added later.
func TestSeatOfTheLateListed(t *testing.T) {
	eachContest(t, func(e *contest) {
		in := e.electing(2)
		in.RuleCode = new("OWNERS_COMMITTEE_ELECTION")
		v := e.drafts(in)
		names := e.run(v, 1)
		long := listing(v)
		long.MinimumDays = new(14)
		p, err := e.do.Publish(e.officer, long)
		done(e.town, p, err)
		e.clock.Pass(oneDay)
		names = append(names, e.run(v, 1)...)
		e.convenes()
		e.votedBy(of30([]int{1, 2}, []int{1})...)
		e.outcomes(v, e.judged(v, of30([]int{1, 2}, []int{1})...), "EE")
		is(e.council, "who was on the list", e.takes(names[0]).Status, schema.MembershipStatusEffective)
		is(e.council, "who was not", e.takes(names[1]).Status, schema.MembershipStatusProposed)
	})
}

// acceptsNot asserts who cannot take a seat while all who were elected may.
func (e *contest) acceptsNot(names []ident.Candidate) {
	e.Helper()
	yesterday, later := accepting(names[0]), declining(names[0])
	yesterday.From = new(on(e.store.Now().Format("2006-01-02")).AddDays(-1))
	later.From = on("2026-07-01")
	unknown := ident.Candidate{ID: ident.New(ident.KindCandidate, e.store.Now())}
	shut(e, e.do.AcceptElection,
		refusal[command.AcceptElectionInput]{"who was not elected", e.officer, accepting(names[5]), only(fault.NotElected), "candidateId"},
		refusal[command.AcceptElectionInput]{"nor has anything to decline", e.officer, declining(names[5]), only(fault.NotElected), "candidateId"},
		refusal[command.AcceptElectionInput]{"who stands by", e.officer, accepting(names[3]), only(fault.NoSeatFree), "candidateId"},
		refusal[command.AcceptElectionInput]{"for another one", e.as(e.candidate(names[1]).PersonID), accepting(names[0]), only(fault.NotMandated), ""},
		refusal[command.AcceptElectionInput]{"from before the election", e.officer, yesterday, only(fault.SeatedTooSoon), "from"},
		refusal[command.AcceptElectionInput]{"declining from a day on", e.officer, later, only(fault.FieldUnused), "from"},
		refusal[command.AcceptElectionInput]{"whom there is not", e.officer, accepting(unknown), only(fault.NotFound), "candidateId"},
	)
}

// makesRoom lets the second decline and the third be barred, so that both of those
// who stand by may move up; one of them does not own anything by then.
func (e *contest) makesRoom(names []ident.Candidate) {
	e.Helper()
	declined := once(e.town, func(o ent.Order) (*command.AcceptElectionPayload, error) {
		o.RequestID = new("请求-2")
		return e.do.AcceptElection(e.as(e.candidate(names[1]).PersonID), command.AcceptElectionInput{Order: o, CandidateID: names[1]})
	})
	is(e.council, "declined", e.candidate(names[1]).Status, schema.CandidateStatusDeclined)
	is(e.council, "without a seat", declined.MembershipID, ident.Nil)
	fourth := e.candidate(names[3]).PersonID
	shut(e, e.do.AcceptElection,
		refusal[command.AcceptElectionInput]{"after declining", e.officer, accepting(names[1]), only(fault.WrongState), "candidateId"},
		refusal[command.AcceptElectionInput]{"twice", e.officer, accepting(names[0]), only(fault.WrongState), "candidateId"},
		refusal[command.AcceptElectionInput]{"before an equal, by oneself", e.as(fourth), accepting(names[3]), only(fault.AlternatesEqual), "candidateId"},
	)
	behind := e.movesUp(names[3], names[4])
	e.answers(e.officer, upholding(e.objectsTo(names[2]), schema.ObjectionRemedyNone))
	e.sells(e.candidate(behind).PersonID)
	shut(e, e.do.AcceptElection,
		refusal[command.AcceptElectionInput]{"to whom an objection was upheld", e.officer, accepting(names[2]), only(fault.ObjectionUpheld), "candidateId"},
		refusal[command.AcceptElectionInput]{"who is no owner any more", e.officer, accepting(behind), only(fault.NotEligible), "candidateId"},
	)
	is(e.council, "still on the list", e.candidate(behind).Status, schema.CandidateStatusListed)
}

// movesUp lets two who stand by, and are equal, be entered at once for the one
// seat that is free, and answers who was not.
func (e *contest) movesUp(equals ...ident.Candidate) ident.Candidate {
	e.Helper()
	var behind []ident.Candidate
	for i, err := range atOnce(len(equals), func(i int) error {
		_, err := e.do.AcceptElection(e.officer, accepting(equals[i]))
		return err
	}) {
		if err != nil {
			refusedWith(e.T, err, fault.NoSeatFree)
			behind = append(behind, equals[i])
		}
	}
	if len(behind) != 1 {
		e.Fatalf("%d of %d did not move up", len(behind), len(equals))
	}
	return behind[0]
}

// sells ends what somebody owns today.
func (e *contest) sells(who ident.ID) {
	e.Helper()
	e.write(func(ctx context.Context, tx *ent.Tx) (ident.ID, error) {
		id, err := tx.Ownership.Query().Where(ownership.PersonID(who)).OnlyID(ctx)
		if err != nil {
			return who, err
		}
		return who, tx.Ownership.UpdateOneID(id).SetTo(tx.Today).Exec(ctx)
	})
}
