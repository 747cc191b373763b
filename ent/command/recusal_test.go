package command_test

import (
	"testing"

	"sifang/ent"
	"sifang/ent/command"
	"sifang/ent/db/recusal"
	"sifang/schema"
	"sifang/schema/fault"
	"sifang/schema/ident"
)

func (h *hall) challenge(who ident.ID) command.ChallengeParticipantInput {
	return command.ChallengeParticipantInput{AgendaItemID: h.item, PersonID: *person(who), Reason: "其配偶在承包商任职"}
}

// recusals are the states of the recusals on the item, by person.
func (h *hall) recusals() map[ident.ID]schema.RecusalStatus {
	h.Helper()
	rows, err := h.store.Read().Recusal.Query().Where(recusal.AgendaItemID(h.item.ID)).All(ent.Unguarded(h.Context()))
	h.must(err)
	all := map[ident.ID]schema.RecusalStatus{}
	for _, row := range rows {
		all[row.PersonID] = row.Status
	}
	return all
}

func TestRecusal(t *testing.T) {
	eachHall(t, "JOINT_MAJORITY_OF_PARTIES", func(h *hall) {
		own, err := h.do.ChallengeParticipant(h.asM, h.challenge(h.manager))
		done(h.town, own, err)
		other, err := h.do.ChallengeParticipant(h.asDirector, h.challenge(h.chair))
		challenged := done(h.town, other, err).RecusalID
		is(h.council, "who declared it", h.recusals()[h.manager], schema.RecusalStatusDeclared)
		is(h.council, "whom another named", h.recusals()[h.chair], schema.RecusalStatusChallenged)

		stranger := h.as(h.person("路人"))
		outside, err := h.do.RegisterPerson(h.operator, command.RegisterPersonInput{
			Name: "外人", CommunityID: &ident.Area{ID: h.area(schema.AreaKindCommunity, "外社区", h.street)},
		})
		foreign := done(h.town, outside, err).PersonID
		refused(h.council, h.do.ChallengeParticipant, []refusal[command.ChallengeParticipantInput]{
			{"twice", h.asDirector, h.challenge(h.chair), []fault.Code{fault.AlreadyExists}, "personId"},
			{"by somebody without a vote", stranger, h.challenge(h.director), []fault.Code{fault.NotMandated}, ""},
			{"without a reason", h.asDirector, func() command.ChallengeParticipantInput {
				in := h.challenge(h.director)
				in.Reason = " "
				return in
			}(), []fault.Code{fault.Blank}, "reason"},
			{"somebody of another community", h.asDirector, h.challenge(foreign), []fault.Code{fault.NotFound}, "personId"},
			{"nobody", h.asDirector, h.challenge(ident.New(ident.KindPerson, h.store.Now())), []fault.Code{fault.NotFound}, "personId"},
		})
		ruling := command.RuleOnRecusalInput{RecusalID: ident.Recusal{ID: challenged}, Upheld: true}
		refused(h.council, h.do.RuleOnRecusal, []refusal[command.RuleOnRecusalInput]{
			{"by somebody without a say", stranger, ruling, []fault.Code{fault.NotMandated}, ""},
		})
		ruled, err := h.do.RuleOnRecusal(h.officer, ruling)
		done(h.town, ruled, err)
		is(h.council, "after the ruling", h.recusals()[h.chair], schema.RecusalStatusUpheld)
		refused(h.council, h.do.RuleOnRecusal, []refusal[command.RuleOnRecusalInput]{
			{"ruled already", h.officer, ruling, []fault.Code{fault.AlreadyRuled}, "recusalId"},
		})
	})
}

func TestNobodyRulesOnThemselves(t *testing.T) {
	eachHall(t, "JOINT_MAJORITY_OF_PARTIES", func(h *hall) {
		p, err := h.do.ChallengeParticipant(h.asDirector, h.challenge(h.secretary))
		id := ident.Recusal{ID: done(h.town, p, err).RecusalID}
		refused(h.council, h.do.RuleOnRecusal, []refusal[command.RuleOnRecusalInput]{
			{"the secretary", h.officer, command.RuleOnRecusalInput{RecusalID: id}, []fault.Code{fault.OwnCase}, "recusalId"},
		})
	})
}

// Once a vote was counted it is too late to change who may vote on the item.
func TestRecusalAfterTheCount(t *testing.T) {
	eachHall(t, "JOINT_MAJORITY_OF_PARTIES", func(h *hall) {
		v := h.running("")
		h.votes(v, h.sent[:], "FFFG")
		h.closed(v)
		refused(h.council, h.do.ChallengeParticipant, []refusal[command.ChallengeParticipantInput]{
			{"counted", h.asDirector, h.challenge(h.chair), []fault.Code{fault.VoteHeld}, "agendaItemId"},
		})
	})
}
