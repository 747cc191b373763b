package command_test

import (
	"context"
	"testing"

	"sifang/ent"
	"sifang/ent/command"
	"sifang/ent/db"
	dbperson "sifang/ent/db/person"
	"sifang/schema"
	"sifang/schema/fault"
	"sifang/schema/ident"
	"sifang/schema/rule"
)

// weifang are the bounds of one city: three principals at most, by somebody on
// the roll; and nobody of the property company, nor a candidate.
var weifang = rule.Policies{Proxies: &rule.Proxies{
	MostPrincipals: 3, AgentOnRoll: true, Barred: []rule.Barred{rule.PropertyStaff, rule.Candidate},
}}

// authority is an authority for June, with the paper that bears the signature.
func (e *ballotEstate) authority(principal, agent ident.ID, votes ...ident.Vote) command.GrantProxyInput {
	return command.GrantProxyInput{
		MeetingID: e.sitting, PrincipalID: person(principal), AgentID: ident.Person{ID: agent}, VoteIDs: votes,
		Scope: "就选聘物业公司一事代为表决", SignedOn: *on("2026-06-05"), ExpiresOn: *on("2026-07-01"), DocumentID: e.scan(e.officer),
	}
}

// granted is the authority on record, entered by an officer.
func (e *ballotEstate) granted(in command.GrantProxyInput) ident.Proxy {
	e.Helper()
	p, err := e.do.GrantProxy(e.officer, in)
	return ident.Proxy{ID: done(e.town, p, err).ProxyID}
}

// behalf is a paper in the name of somebody else.
func behalf(v ident.Vote, principal ident.ID, choice schema.BallotChoice) command.CastBallotsInput {
	in := oneBallot(v, choice)
	in.OnBehalfOfID = person(principal)
	return in
}

// An agent votes for an owner, whose own ballot goes before the agent's for as
// long as the vote is open.
func TestVotingForAnother(t *testing.T) {
	eachBallotEstate(t, func(e *ballotEstate) {
		principal, place := e.owner("委托人")
		agent, own := e.owner("受托人")
		v, other := e.held(weifang), e.held(weifang)
		in := e.authority(principal, agent, v)
		in.PrincipalID, in.DocumentID = nil, nil // signed in, and so without a paper
		granted := once(e.town, func(o ent.Order) (*command.GrantProxyPayload, error) {
			in.Order = o
			return e.do.GrantProxy(e.as(principal), in)
		})
		row := get(e.town, e.store.Read().Proxy.Get, granted.ProxyID)
		is(e.council, "principal", row.PrincipalID, principal)
		is(e.council, "granted", row.Status, schema.ProxyStatusGranted)
		e.seen(func(c *db.Client) counted { return c.Proxy.Query() }, 0, 1)
		for name, who := range map[string]ident.ID{"the principal": principal, "the agent": agent} {
			n, err := e.store.Read().Proxy.Query().Count(e.as(who))
			e.must(err)
			is(e.council, "what "+name+" sees", n, 1)
			n, err = e.store.Read().Person.Query().Where(dbperson.IDIn(principal, agent)).Count(e.as(who))
			e.must(err)
			is(e.council, "whom "+name+" sees", n, 2)
		}
		bystander, _ := e.owner("旁人")
		n, err := e.store.Read().Person.Query().Where(dbperson.IDIn(principal, agent)).Count(e.as(bystander))
		e.must(err)
		is(e.council, "whom a neighbour sees", n, 0)

		e.says(v, agent, schema.BallotChoiceAgainst)
		e.minutes(1)
		cast, err := e.do.CastBallots(e.as(agent), behalf(v, principal, schema.BallotChoiceAgainst))
		b := get(e.town, e.store.Read().Ballot.Get, done(e.town, cast, err).BallotIDs[0])
		is(e.council, "in whose name", b.PersonID, principal)
		is(e.council, "by", *b.AgentID, agent)
		is(e.council, "under", *b.ProxyID, granted.ProxyID)
		spurned(e, e.do.CastBallots, []refusal[command.CastBallotsInput]{
			{"a second time", e.as(agent), behalf(v, principal, "FOR"), []fault.Code{fault.AlreadyVoted}, "ballots.0.voteId"},
			{"in another vote", e.as(agent), behalf(other, principal, "FOR"), []fault.Code{fault.ProxyNeeded}, "ballots.0.voteId"},
			{"by somebody else", e.as(principal), behalf(v, agent, "FOR"), []fault.Code{fault.ProxyNeeded}, "ballots.0.voteId"},
			{"for themselves", e.as(agent), behalf(v, agent, "FOR"), []fault.Code{fault.SameThing}, "onBehalfOfId"},
		})
		revoked, err := e.do.RevokeProxy(e.as(principal), command.RevokeProxyInput{ProxyID: ident.Proxy{ID: granted.ProxyID}})
		done(e.town, revoked, err)
		e.stand(v, place, standsValid)
		e.says(v, principal, schema.BallotChoiceFor)
		e.stand(v, place, standsSuperseded, standsValid)
		spurned(e, e.do.CastBallots, []refusal[command.CastBallotsInput]{
			{"an authority that was taken back", e.as(agent), behalf(v, principal, "AGAINST"), []fault.Code{fault.ProxyRevoked}, "ballots.0.voteId"},
		})
		e.stand(v, own, standsValid)
		judged := e.closed(v)
		is(e.council, "in favour", judged.Options.For.Entries, 1)
		is(e.council, "against", judged.Options.Against.Entries, 1)
	})
}

// After the voter has voted, no agent does; and an authority ends on its day.
func TestAgentsWhoComeTooLate(t *testing.T) {
	eachBallotEstate(t, func(e *ballotEstate) {
		principal, _ := e.owner("委托人")
		silent, _ := e.owner("沉默者")
		agent, _ := e.owner("受托人")
		v := e.held(rule.Policies{Proxies: weifang.Proxies, Recast: rule.UntilClose})
		e.granted(e.authority(principal, agent, v))
		short := e.authority(silent, agent, v)
		short.ExpiresOn = *on("2026-06-11")
		e.granted(short)
		e.says(v, principal, schema.BallotChoiceFor)
		spurned(e, e.do.CastBallots, []refusal[command.CastBallotsInput]{
			{"after the voter", e.as(agent), behalf(v, principal, "AGAINST"), []fault.Code{fault.AlreadyVoted}, "ballots.0.voteId"},
		})
		e.clock.Pass(24 * 60 * 60 * 1e9)
		spurned(e, e.do.CastBallots, []refusal[command.CastBallotsInput]{
			{"when it is over", e.as(agent), behalf(v, silent, "AGAINST"), []fault.Code{fault.ProxyExpired}, "ballots.0.voteId"},
		})
	})
}

func TestGrantProxyRefusals(t *testing.T) {
	eachBallotEstate(t, func(e *ballotEstate) {
		principal, _ := e.owner("委托人")
		agent, _ := e.owner("受托人")
		v, personal, closed := e.held(weifang), e.held(rule.Policies{}), e.held(weifang)
		e.ends(closed, e.clock.Now(), schema.VoteStatusClosed)
		abroad := newBallotEstate(e.council)
		elsewhere := abroad.held(weifang)
		tenant, candidate := e.person("租户"), e.candidate()
		e.seat(e.manager, e.company, schema.PostCategoryClerk)
		e.place(e.manager)
		worker, _ := e.owner("物业保洁员")
		declared, err := e.do.DeclareInterest(e.registrar, command.DeclareInterestInput{
			PersonID: *person(worker), Kind: schema.DeclarationKindEmployment, Relation: "EMPLOYEE",
			AboutOrganizationID: &ident.Organization{ID: e.company}, From: on("2020-01-01"),
		})
		done(e.town, declared, err)
		in := func(change func(*command.GrantProxyInput)) command.GrantProxyInput {
			ask := e.authority(principal, agent, v)
			change(&ask)
			return ask
		}
		to := func(agent ident.ID) command.GrantProxyInput {
			return in(func(i *command.GrantProxyInput) { i.AgentID.ID = agent })
		}
		unknown := ident.Vote{ID: ident.New(ident.KindVote, e.store.Now())}
		spurned(e, e.do.GrantProxy, []refusal[command.GrantProxyInput]{
			{"by a stranger", e.as(e.person("路人")), in(func(*command.GrantProxyInput) {}), []fault.Code{fault.NotMandated}, ""},
			{"by the agent", e.as(agent), in(func(*command.GrantProxyInput) {}), []fault.Code{fault.NotMandated}, ""},
			{"for no vote", e.officer, in(func(i *command.GrantProxyInput) { i.VoteIDs = nil }), []fault.Code{fault.Blank}, "voteIds"},
			{"for a vote twice", e.officer, in(func(i *command.GrantProxyInput) { i.VoteIDs = []ident.Vote{v, v} }), []fault.Code{fault.ListedTwice}, "voteIds.1"},
			{"for a vote that there is not", e.officer, in(func(i *command.GrantProxyInput) { i.VoteIDs[0] = unknown }), []fault.Code{fault.NotFound}, "voteIds.0"},
			{"for a vote of another meeting", e.officer, in(func(i *command.GrantProxyInput) { i.VoteIDs[0] = elsewhere }), []fault.Code{fault.VoteOfOtherMeeting}, "voteIds.0"},
			{"for a vote that is over", e.officer, in(func(i *command.GrantProxyInput) { i.VoteIDs[0] = closed }), []fault.Code{fault.WrongState}, "voteIds.0"},
			{"where everybody votes in person", e.officer, in(func(i *command.GrantProxyInput) { i.VoteIDs[0] = personal }), []fault.Code{fault.ProxyNotAllowed}, "voteIds.0"},
			{"without a scope", e.officer, in(func(i *command.GrantProxyInput) { i.Scope = " " }), []fault.Code{fault.Blank}, "scope"},
			{"for everything", e.officer, in(func(i *command.GrantProxyInput) { i.Scope = "全权代表。" }), []fault.Code{fault.ProxyVague}, "scope"},
			{"without a signature", e.officer, in(func(i *command.GrantProxyInput) { i.DocumentID = nil }), []fault.Code{fault.ProxyUnsigned}, "documentId"},
			{"signed tomorrow", e.officer, in(func(i *command.GrantProxyInput) { i.SignedOn = *on("2026-06-11") }), []fault.Code{fault.ProxySignedLater}, "signedOn"},
			{"over before it begins", e.officer, in(func(i *command.GrantProxyInput) { i.ExpiresOn = i.SignedOn }), []fault.Code{fault.EndsBeforeItStarts}, "expiresOn"},
			{"over already", e.officer, in(func(i *command.GrantProxyInput) { i.ExpiresOn = *on("2026-06-10") }), []fault.Code{fault.ProxyExpired}, "expiresOn"},
			{"to themselves", e.officer, to(principal), []fault.Code{fault.SameThing}, "agentId"},
			{"to somebody who is no owner", e.officer, to(tenant), []fault.Code{fault.ProxyAgentNotOnRoll}, "agentId"},
			{"to a candidate", e.officer, to(candidate), []fault.Code{fault.ProxyBarred}, "agentId"},
			{"to the manager of the company", e.officer, to(e.manager), []fault.Code{fault.ProxyBarred}, "agentId"},
			{"to a worker of the company", e.officer, to(worker), []fault.Code{fault.ProxyBarred}, "agentId"},
			{"by somebody who is no owner", e.officer, in(func(i *command.GrantProxyInput) { i.PrincipalID.ID = tenant }), []fault.Code{fault.ProxyPrincipalNotOnRoll}, "principalId"},
			{"several things wrong", e.officer, in(func(i *command.GrantProxyInput) { i.Scope, i.DocumentID = "", nil }), []fault.Code{fault.Blank, fault.ProxyUnsigned}, "scope"},
		})
		e.granted(e.authority(principal, agent, v))
		second, _ := e.owner("另一受托人")
		spurned(e, e.do.GrantProxy, []refusal[command.GrantProxyInput]{
			{"to a second agent", e.officer, to(second), []fault.Code{fault.ProxyTaken}, "voteIds"},
			{"each for the other", e.officer, e.authority(agent, principal, v), []fault.Code{fault.ProxyRing}, "agentId"},
		})
	})
}

// candidate is an owner who stands in an election of the meeting.
func (e *ballotEstate) candidate() ident.ID {
	e.Helper()
	who, _ := e.owner("候选人")
	electing, _ := rule.Preset("OWNERS_COMMITTEE_ELECTION")
	e.runs(e.heldUnder(electing, func(v *db.VoteCreate) { v.SetKind(schema.VoteKindElection).SetSeats(1) }), who, schema.CandidateStatusListed)
	return who
}

// One agent stands for three others at most: those whose authority they hold,
// and those for whom they have voted.
func TestProxyLimit(t *testing.T) {
	eachBallotEstate(t, func(e *ballotEstate) {
		agent, _ := e.owner("受托人")
		v := e.held(weifang)
		var principals, proxies = [5]ident.ID{}, [3]ident.Proxy{}
		for i := range principals {
			principals[i], _ = e.owner("委托人")
		}
		for i := range proxies {
			proxies[i] = e.granted(e.authority(principals[i], agent, v))
		}
		fourth := refusal[command.GrantProxyInput]{
			"a fourth", e.officer, e.authority(principals[3], agent, v), []fault.Code{fault.ProxyLimit}, "agentId",
		}
		spurned(e, e.do.GrantProxy, []refusal[command.GrantProxyInput]{fourth})
		cast, err := e.do.CastBallots(e.as(agent), behalf(v, principals[0], schema.BallotChoiceFor))
		done(e.town, cast, err)
		for _, used := range []int{0, 1} {
			p, err := e.do.RevokeProxy(e.as(principals[used]), command.RevokeProxyInput{ProxyID: proxies[used]})
			done(e.town, p, err)
		}
		e.granted(e.authority(principals[3], agent, v)) // in the place of one who was not voted for
		fourth.in = e.authority(principals[4], agent, v)
		spurned(e, e.do.GrantProxy, []refusal[command.GrantProxyInput]{fourth})
	})
}

// An authority is passed on with the principal's consent only, within its
// bounds, and not back to where it came from. It ends with the one it came from.
func TestPassingOn(t *testing.T) {
	eachBallotEstate(t, func(e *ballotEstate) {
		principal, place := e.owner("委托人")
		agent, _ := e.owner("受托人")
		friend, _ := e.owner("朋友")
		v, other := e.held(weifang), e.held(weifang)
		first := e.granted(e.authority(principal, agent, v))
		pass := func(to ident.ID, change func(*command.GrantProxyInput)) command.GrantProxyInput {
			in := e.authority(principal, to, v)
			in.PrincipalID, in.PassedOnFromID, in.DocumentID = nil, &first, e.scan(e.as(agent))
			change(&in)
			return in
		}
		plainly := func(*command.GrantProxyInput) {}
		unknown := ident.Proxy{ID: ident.New(ident.KindProxy, e.store.Now())}
		spurned(e, e.do.GrantProxy, []refusal[command.GrantProxyInput]{
			{"without consent", e.as(agent), pass(friend, func(i *command.GrantProxyInput) { i.DocumentID = nil }), []fault.Code{fault.ProxyNotPassedOn}, "documentId"},
			{"for longer", e.as(agent), pass(friend, func(i *command.GrantProxyInput) { i.ExpiresOn = *on("2026-07-02") }), []fault.Code{fault.ProxyWider}, "passedOnFromId"},
			{"for another vote", e.as(agent), pass(friend, func(i *command.GrantProxyInput) { i.VoteIDs = []ident.Vote{other} }), []fault.Code{fault.ProxyWider}, "passedOnFromId"},
			{"to oneself", e.as(agent), pass(agent, plainly), []fault.Code{fault.ProxyRing}, "agentId"},
			{"back", e.as(agent), pass(principal, plainly), []fault.Code{fault.SameThing}, "agentId"},
			{"what there is not", e.as(agent), pass(friend, func(i *command.GrantProxyInput) { i.PassedOnFromID = &unknown }), []fault.Code{fault.NotFound}, "passedOnFromId"},
			{"by who does not hold it", e.as(friend), pass(friend, func(i *command.GrantProxyInput) { i.DocumentID = nil }), []fault.Code{fault.NotFound}, "passedOnFromId"},
		})
		p, err := e.do.GrantProxy(e.as(agent), pass(friend, plainly))
		second := ident.Proxy{ID: done(e.town, p, err).ProxyID}
		spurned(e, e.do.GrantProxy, []refusal[command.GrantProxyInput]{
			{"to who has held it", e.as(friend), pass(agent, func(i *command.GrantProxyInput) { i.PassedOnFromID, i.DocumentID = &second, e.scan(e.as(friend)) }),
				[]fault.Code{fault.ProxyRing}, "agentId"},
		})
		cast, err := e.do.CastBallots(e.as(friend), behalf(v, principal, schema.BallotChoiceFor))
		done(e.town, cast, err)
		e.stand(v, place, standsValid)
		revoked, err := e.do.RevokeProxy(e.as(principal), command.RevokeProxyInput{ProxyID: first})
		done(e.town, revoked, err)
		is(e.council, "what it was passed on in", get(e.town, e.store.Read().Proxy.Get, second.ID).Status, schema.ProxyStatusRevoked)
	})
}

func TestRevokeProxyRefusals(t *testing.T) {
	eachBallotEstate(t, func(e *ballotEstate) {
		principal, _ := e.owner("委托人")
		agent, _ := e.owner("受托人")
		v := e.held(weifang)
		granted, gone := e.granted(e.authority(principal, agent, v)), e.granted(e.authority(agent, e.chairOnRoll(), v))
		p, err := e.do.RevokeProxy(e.officer, command.RevokeProxyInput{ProxyID: gone, DocumentID: e.scan(e.officer)})
		done(e.town, p, err)
		unknown := ident.Proxy{ID: ident.New(ident.KindProxy, e.store.Now())}
		spurned(e, e.do.RevokeProxy, []refusal[command.RevokeProxyInput]{
			{"by the agent", e.as(agent), command.RevokeProxyInput{ProxyID: granted}, []fault.Code{fault.NotMandated}, ""},
			{"by a stranger", e.as(e.person("路人")), command.RevokeProxyInput{ProxyID: granted}, []fault.Code{fault.NotFound}, ""},
			{"by an officer without a paper", e.officer, command.RevokeProxyInput{ProxyID: granted}, []fault.Code{fault.ProxyUnsigned}, "documentId"},
			{"a second time", e.as(agent), command.RevokeProxyInput{ProxyID: gone}, []fault.Code{fault.WrongState}, "proxyId"},
			{"what there is not", e.officer, command.RevokeProxyInput{ProxyID: unknown}, []fault.Code{fault.NotFound}, "proxyId"},
		})
		e.write(func(ctx context.Context, tx *ent.Tx) (ident.ID, error) {
			return e.sitting.ID, tx.Meeting.UpdateOneID(e.sitting.ID).SetStatus(schema.MeetingStatusClosed).Exec(ctx)
		})
		spurned(e, e.do.RevokeProxy, []refusal[command.RevokeProxyInput]{
			{"after the meeting", e.as(principal), command.RevokeProxyInput{ProxyID: granted}, []fault.Code{fault.WrongState}, "proxyId"},
		})
		spurned(e, e.do.GrantProxy, []refusal[command.GrantProxyInput]{
			{"after the meeting", e.officer, e.authority(agent, principal, v), []fault.Code{fault.WrongState}, "meetingId"},
		})
	})
}

// chairOnRoll is the chair of the owners' committee, with a flat.
func (e *ballotEstate) chairOnRoll() ident.ID {
	e.Helper()
	e.place(e.chair)
	return e.chair
}
