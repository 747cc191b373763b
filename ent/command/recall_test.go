package command_test

import (
	"testing"

	"sifang/ent/command"
	"sifang/ent/db/membership"
	"sifang/schema/fault"
	"sifang/schema/ident"
)

// A joint meeting recalls nobody: whoever elected somebody does.
func TestRecallByAnotherBody(t *testing.T) {
	eachHall(t, "JOINT_ALL_PARTIES", func(h *hall) {
		id, err := h.store.Read().Membership.Query().Where(membership.PersonID(h.chair), membership.PostIDNotNil()).OnlyID(h.operator)
		h.must(err)
		seat := ident.Membership{ID: id}
		denied(h, h.do.DraftVote, []refusal[command.DraftVoteInput]{
			{"by all four parties", h.officer, h.motion(func(in *command.DraftVoteInput) { in.AgendaItemID, in.RecallOfID = h.item, &seat }),
				[]fault.Code{fault.RecallNotTheirs}, "recallOfId"},
		})
	})
}

// One proposal is merged once.
func TestMergedTwice(t *testing.T) {
	eachCouncil(t, func(c *council) {
		one, two := c.proposal("停车", "PARKING_ORDER"), c.proposal("停车", "PARKING_ORDER")
		_, err := c.do.MergeProposals(c.registrar, command.MergeProposalsInput{ProposalIDs: []ident.Proposal{two, two}, IntoID: one})
		refusedWith(t, err, fault.ListedTwice)
	})
}
