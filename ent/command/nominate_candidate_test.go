package command_test

import (
	"strings"
	"testing"

	"sifang/ent"
	"sifang/ent/command"
	"sifang/ent/db"
	"sifang/schema"
	"sifang/schema/fault"
	"sifang/schema/ident"
)

func (e *contest) withdrawing(id ident.Candidate) command.WithdrawCandidacyInput {
	return command.WithdrawCandidacyInput{CandidateID: id}
}

// Candidates are nominated by whoever directs the meeting, or by themselves once
// they can know of the election. Until it is opened they may take that back.
func TestNominateCandidate(t *testing.T) {
	eachCouncil(t, func(c *council) {
		e := newContest(c)
		v := e.drafts(e.electing(2))
		first, second := e.owner("甲"), e.owner("乙")
		themselves := e.nominating(v, second)
		themselves.Source = schema.NominationSourceSelf
		shut(e, c.do.NominateCandidate, refusal[command.NominateCandidateInput]{
			"before anybody knows of the election", e.as(second), themselves, only(fault.NotFound), "",
		})
		p := once(c.town, func(o ent.Order) (*command.NominateCandidatePayload, error) {
			in := e.nominating(v, first)
			in.Order, in.Statement = o, new("愿为邻里服务。")
			return c.do.NominateCandidate(e.officer, in)
		})
		row := e.candidate(ident.Candidate{ID: p.CandidateID})
		is(c, "the place", row.Position, 1)
		is(c, "the state", row.Status, schema.CandidateStatusNominated)
		is(c, "nominated by", row.NominatedBy, schema.NominationSourceCommittee)
		is(c, "the statement", *row.Statement, "愿为邻里服务。")
		if leaf := c.record("nominateCandidate", row.ID)[0]; strings.Contains(leaf, "邻里") {
			t.Errorf("the record tells the statement: %s", leaf)
		}
		e.called()
		own, err := c.do.NominateCandidate(e.as(second), themselves)
		stands := ident.Candidate{ID: done(c.town, own, err).CandidateID}
		is(c, "behind the first", e.candidate(stands).Position, 2)
		is(c, "nominated by", e.candidate(stands).NominatedBy, schema.NominationSourceSelf)
		e.seen(func(c *db.Client) counted { return c.Candidate.Query() }, 0, 2)
		e.nominatesNot(v, first)

		third := e.run(v, 1)[0]
		shut(e, c.do.WithdrawCandidacy,
			refusal[command.WithdrawCandidacyInput]{"another one's", e.as(first), e.withdrawing(stands), only(fault.NotFound), ""},
			refusal[command.WithdrawCandidacyInput]{"whom there is not", e.officer, e.withdrawing(ident.Candidate{ID: ident.New(ident.KindCandidate, e.store.Now())}), only(fault.NotFound), "candidateId"},
		)
		once(c.town, func(o ent.Order) (*command.WithdrawCandidacyPayload, error) {
			o.RequestID = new("请求-2")
			return c.do.WithdrawCandidacy(e.as(second), command.WithdrawCandidacyInput{Order: o, CandidateID: stands})
		})
		is(c, "withdrawn", e.candidate(stands).Status, schema.CandidateStatusWithdrawn)
		shut(e, c.do.WithdrawCandidacy, refusal[command.WithdrawCandidacyInput]{"twice", e.as(second), e.withdrawing(stands), only(fault.WrongState), "candidateId"})
		shut(e, c.do.NominateCandidate, refusal[command.NominateCandidateInput]{"who withdrew", e.as(second), themselves, only(fault.AlreadyExists), "personId"})
		e.opensWith(v, third)
	})
}

// nominatesNot asserts who cannot be nominated while the paper is open.
func (e *contest) nominatesNot(v ident.Vote, first ident.ID) {
	e.Helper()
	motion := e.drafts(command.DraftVoteInput{
		AgendaItemID: e.item, Question: "是否同意？", RuleCode: new("OWNERS_ORDINARY"),
		Method: schema.VoteMethodNamed, Visibility: schema.BallotVisibilityOpen,
	})
	another := e.owner("丙")
	ageless := e.ownerBorn("未登记生日", nil)
	guard := e.owner("物业员工")
	e.seat(guard, e.company, schema.PostCategoryProjectManager)
	with := func(change func(*command.NominateCandidateInput)) command.NominateCandidateInput {
		in := e.nominating(v, another)
		change(&in)
		return in
	}
	shut(e, e.do.NominateCandidate,
		refusal[command.NominateCandidateInput]{"twice", e.officer, e.nominating(v, first), only(fault.AlreadyExists), "personId"},
		refusal[command.NominateCandidateInput]{"who owns nothing, of an age that nobody knows", e.officer, e.nominating(v, e.person("租户")),
			only(fault.NotEligible, fault.MissingFact), "personId"},
		refusal[command.NominateCandidateInput]{"of an age that nobody knows", e.officer, e.nominating(v, ageless), only(fault.MissingFact), "personId"},
		refusal[command.NominateCandidateInput]{"who works for the property company", e.officer, e.nominating(v, guard), only(fault.Incompatible), "personId"},
		refusal[command.NominateCandidateInput]{"by a neighbour", e.as(first), e.nominating(v, another), only(fault.NotMandated), ""},
		refusal[command.NominateCandidateInput]{"oneself, as if others had", e.as(another), e.nominating(v, another), only(fault.WrongKind), "source"},
		refusal[command.NominateCandidateInput]{"for what is no election", e.officer, with(func(in *command.NominateCandidateInput) { in.VoteID = motion }),
			only(fault.NotAnElection), "voteId"},
		refusal[command.NominateCandidateInput]{"for what there is not", e.officer, with(func(in *command.NominateCandidateInput) {
			in.VoteID.ID = ident.New(ident.KindVote, e.store.Now())
		}), only(fault.NotFound), "voteId"},
		refusal[command.NominateCandidateInput]{"who does not exist", e.officer, e.nominating(v, ident.New(ident.KindPerson, e.store.Now())), only(fault.NotFound), "personId"},
		refusal[command.NominateCandidateInput]{"in too many words", e.officer, with(func(in *command.NominateCandidateInput) {
			in.Statement = new(strings.Repeat("字", 20_001))
		}), only(fault.TooLong), "statement"},
	)
}

// opensWith opens an election of two when two stand in it, and asserts that its
// paper stays as it is from then on.
func (e *contest) opensWith(v ident.Vote, last ident.Candidate) {
	e.Helper()
	e.convenes()
	withdrawn, err := e.do.WithdrawCandidacy(e.officer, e.withdrawing(last))
	done(e.town, withdrawn, err)
	e.votedBy(of30(nil, nil)...)
	shut(e, e.do.OpenVote, refusal[command.OpenVoteInput]{"with one for two seats", e.officer, command.OpenVoteInput{VoteID: v}, only(fault.CountTooFewCandidates), ""})
	late := e.run(v, 1)[0]
	e.opens(v)
	is(e.council, "on the list by being on the paper", e.candidate(late).Status, schema.CandidateStatusListed)
	shut(e, e.do.NominateCandidate, refusal[command.NominateCandidateInput]{"while it is voted on", e.officer, e.nominating(v, e.owner("丁")), only(fault.WrongState), "voteId"})
	shut(e, e.do.WithdrawCandidacy, refusal[command.WithdrawCandidacyInput]{"while it is voted on", e.officer, e.withdrawing(late), only(fault.WrongState), "candidateId"})
	_, err = e.do.CastBallots(e.as(e.voters[0]), marked(v, last.ID))
	refusedWith(e.T, err, fault.NoLongerStands)
}
