package command_test

import (
	"testing"
	"time"

	"sifang/ent"
	"sifang/ent/command"
	"sifang/ent/db"
	"sifang/ent/db/opinion"
	"sifang/ent/view"
	"sifang/schema"
	"sifang/schema/fault"
	"sifang/schema/ident"
)

// inquiry asks the owners' committee for an opinion on the item, to be given
// within some minutes.
func (h *hall) inquiry(minutes int) command.RequestOpinionInput {
	return command.RequestOpinionInput{
		AgendaItemID: h.item, OrganizationID: &ident.Organization{ID: h.owners},
		DueAt: h.clock.Now().Add(time.Duration(minutes) * time.Minute),
	}
}

// asks asks for opinions, and answers those asked for, in their order.
func (h *hall) asks(in command.RequestOpinionInput) []ident.Opinion {
	h.Helper()
	p, err := h.do.RequestOpinion(h.officer, in)
	var all []ident.Opinion
	for _, id := range done(h.town, p, err).OpinionIDs {
		all = append(all, ident.Opinion{ID: id})
	}
	return all
}

func supports(id ident.Opinion) command.GiveOpinionInput {
	return command.GiveOpinionInput{OpinionID: id, Stance: schema.OpinionStanceSupports, Text: "同意。"}
}

func (h *hall) opinion(id ident.Opinion) *db.Opinion {
	h.Helper()
	return get(h.town, h.store.Read().Opinion.Get, id.ID)
}

func TestOpinions(t *testing.T) {
	eachHall(t, "JOINT_MAJORITY_OF_PARTIES", func(h *hall) {
		v := h.drafted("")
		asked := h.asks(h.inquiry(30))[0]
		_, err := h.do.OpenVote(h.officer, command.OpenVoteInput{VoteID: v})
		refusedWith(h.T, err, fault.OpinionPending)
		is(h.council, "what the page says", h.closedTo(v, "openVote"), fault.OpinionPending)
		p, err := h.do.GiveOpinion(h.asChair, supports(asked))
		done(h.town, p, err)
		is(h.council, "the stance", *h.opinion(asked).Stance, schema.OpinionStanceSupports)
		is(h.council, "who gave it", *h.opinion(asked).GivenByID, h.chair)
		opened, err := h.do.OpenVote(h.officer, command.OpenVoteInput{VoteID: v})
		is(h.council, "missing opinions", len(done(h.town, opened, err).MissingOpinionIDs), 0)
	})
}

// closedTo is the first reason why the officer cannot do something about a vote;
// nothing if they can.
func (h *hall) closedTo(v ident.Vote, verb string) fault.Code {
	h.Helper()
	answer, err := asked(h.officer, view.Now(h.store).VotesViewerCan, h.store.Read().Vote.Get, v.ID)
	h.must(err)
	for _, one := range answer {
		if one.Verb == verb && !one.Allowed {
			return one.Reasons[0].Code
		}
	}
	return ""
}

// Once its time is over nobody waits for an opinion; it is told as missing, and
// kept if it comes after all.
func TestOpinionsThatDoNotCome(t *testing.T) {
	eachHall(t, "JOINT_MAJORITY_OF_PARTIES", func(h *hall) {
		v := h.drafted("")
		in := h.inquiry(10)
		in.OrganizationID, in.OfParties = nil, true
		asked := h.asks(in)
		is(h.council, "parties asked but the convener", len(asked), 3)
		p, err := h.do.GiveOpinion(h.asChair, supports(h.of(h.owners)))
		done(h.town, p, err)
		h.minutes(10)
		opened, err := h.do.OpenVote(h.officer, command.OpenVoteInput{VoteID: v})
		is(h.council, "missing opinions", len(done(h.town, opened, err).MissingOpinionIDs), 2)
		late := h.of(h.company)
		p, err = h.do.GiveOpinion(h.asM, supports(late))
		done(h.town, p, err)
		is(h.council, "a late one is kept", h.opinion(late).GivenAt.Before(h.opinion(late).DueAt), false)
	})
}

// of is what an organization was asked about the item.
func (h *hall) of(organization ident.ID) ident.Opinion {
	h.Helper()
	id, err := h.store.Read().Opinion.Query().Where(opinion.AgendaItemID(h.item.ID), opinion.OrganizationID(organization)).
		OnlyID(ent.Unguarded(h.Context()))
	h.must(err)
	return ident.Opinion{ID: id}
}

func TestOpinionRefusals(t *testing.T) {
	eachHall(t, "JOINT_MAJORITY_OF_PARTIES", func(h *hall) {
		stranger := h.as(h.person("路人"))
		asked := h.asks(h.inquiry(30))[0]
		ask := func(change func(*command.RequestOpinionInput)) command.RequestOpinionInput {
			in := h.inquiry(30)
			in.OrganizationID = &ident.Organization{ID: h.company}
			change(&in)
			return in
		}
		unknown := ident.New(ident.KindOrganization, h.store.Now())
		outside := h.organization(schema.OrganizationKindOwnersCommittee, "外小区业委会", ident.Nil,
			h.area(schema.AreaKindEstate, "外小区", h.area(schema.AreaKindCommunity, "外社区", h.street)))
		refused(h.council, h.do.RequestOpinion, []refusal[command.RequestOpinionInput]{
			{"twice", h.officer, h.inquiry(30), []fault.Code{fault.AlreadyExists}, "organizationId"},
			{"until the past", h.officer, ask(func(in *command.RequestOpinionInput) { in.DueAt = h.clock.Now() }), []fault.Code{fault.DeadlineTooSoon}, "dueAt"},
			{"of nobody", h.officer, ask(func(in *command.RequestOpinionInput) { in.OrganizationID = nil }), []fault.Code{fault.OneOfNeeded}, "organizationId"},
			{"of one and of all", h.officer, ask(func(in *command.RequestOpinionInput) { in.OfParties = true }), []fault.Code{fault.OneOfNeeded}, "organizationId"},
			{"of an unknown one", h.officer, ask(func(in *command.RequestOpinionInput) { in.OrganizationID = &ident.Organization{ID: unknown} }), []fault.Code{fault.NotFound}, "organizationId"},
			{"of another community's", h.officer, ask(func(in *command.RequestOpinionInput) { in.OrganizationID = &ident.Organization{ID: outside} }), []fault.Code{fault.OutsideCommunity}, "organizationId"},
			{"by a delegate", h.asM, ask(func(*command.RequestOpinionInput) {}), []fault.Code{fault.NotMandated}, ""},
		})
		give := func(change func(*command.GiveOpinionInput)) command.GiveOpinionInput {
			in := supports(asked)
			change(&in)
			return in
		}
		nothing := func(*command.GiveOpinionInput) {}
		refused(h.council, h.do.GiveOpinion, []refusal[command.GiveOpinionInput]{
			{"by another organization", h.asM, give(nothing), []fault.Code{fault.NotMandated}, ""},
			{"by a stranger", stranger, give(nothing), []fault.Code{fault.NotMandated}, ""},
			{"without words", h.asChair, give(func(in *command.GiveOpinionInput) { in.Text = " " }), []fault.Code{fault.Blank}, "text"},
			{"of nothing asked", h.asChair, give(func(in *command.GiveOpinionInput) {
				in.OpinionID = ident.Opinion{ID: ident.New(ident.KindOpinion, h.store.Now())}
			}), []fault.Code{fault.NotFound}, "opinionId"},
		})
		p, err := h.do.GiveOpinion(h.asChair, supports(asked))
		done(h.town, p, err)
		refused(h.council, h.do.GiveOpinion, []refusal[command.GiveOpinionInput]{
			{"twice", h.asChair, give(nothing), []fault.Code{fault.OpinionGiven}, "opinionId"},
		})
		all := h.inquiry(30)
		all.OrganizationID, all.OfParties = nil, true
		h.asks(all)
		refused(h.council, h.do.RequestOpinion, []refusal[command.RequestOpinionInput]{
			{"of all again", h.officer, all, []fault.Code{fault.NobodyToAsk}, "ofParties"},
		})
		noted, err := h.do.NoteItem(h.officer, command.NoteItemInput{AgendaItemID: h.item, Note: "已听取"})
		done(h.town, noted, err)
		refused(h.council, h.do.RequestOpinion, []refusal[command.RequestOpinionInput]{
			{"on a settled item", h.officer, all, []fault.Code{fault.WrongState}, "agendaItemId"},
		})
	})
}

// Who steps aside on an item does so in every capacity: a chair leaves the opening
// and the closing of its votes to somebody else.
func TestARecusedChairDoesNotPreside(t *testing.T) {
	eachHall(t, "JOINT_MAJORITY_OF_PARTIES", func(h *hall) {
		v := h.drafted("")
		running := h.running("")
		declared, err := h.do.ChallengeParticipant(h.asSecretary, h.challenge(h.secretary))
		done(h.town, declared, err)
		refused(h.council, h.do.OpenVote, []refusal[command.OpenVoteInput]{
			{"opens", h.officer, command.OpenVoteInput{VoteID: v}, []fault.Code{fault.StepsAside}, "voteId"},
		})
		is(h.council, "what the page says of the opening", h.closedTo(v, "openVote"), fault.StepsAside)
		is(h.council, "what the page says of the closing", h.closedTo(running, "closeVote"), fault.StepsAside)
		refused(h.council, h.do.CloseVote, []refusal[command.CloseVoteInput]{
			{"closes", h.officer, command.CloseVoteInput{VoteID: running}, []fault.Code{fault.StepsAside}, "voteId"},
		})
		clerk := h.town.officer("书记员", h.branch, schema.PostCategoryClerk)
		closed, err := h.do.CloseVote(clerk, command.CloseVoteInput{VoteID: running})
		done(h.town, closed, err)
		opened, err := h.do.OpenVote(clerk, command.OpenVoteInput{VoteID: v})
		done(h.town, opened, err)
		_, err = h.do.CastBallots(h.asSecretary, oneBallot(v, schema.BallotChoiceFor))
		refusedWith(h.T, err, fault.Recused)
	})
}
