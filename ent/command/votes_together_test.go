package command_test

import (
	"context"
	"reflect"
	"slices"
	"testing"

	"sifang/ent"
	"sifang/ent/db"
	"sifang/ent/view"
	"sifang/schema"
	"sifang/schema/fault"
	"sifang/schema/ident"
)

// together asserts that what is told of several votes at once is what is told of
// each alone, and answers it.
func together[V any](h *hall, ask func(context.Context, []*db.Vote) ([]V, error), votes []*db.Vote) []V {
	h.Helper()
	all, err := ask(h.officer, votes)
	h.must(err)
	for i, v := range votes {
		alone, err := ask(h.officer, []*db.Vote{v})
		h.must(err)
		if !reflect.DeepEqual(all[i], alone[0]) {
			h.Errorf("of vote %d it is told %+v, and alone %+v", i, all[i], alone[0])
		}
	}
	return all
}

// object files an objection to the result of a vote.
func (h *hall) object(v ident.Vote) {
	h.Helper()
	h.write(func(ctx context.Context, tx *ent.Tx) (ident.ID, error) {
		return v.ID, tx.Objection.Create().SetCommunityID(h.community).SetStatus(schema.ObjectionStatusFiled).
			SetText("计票有误。").SetFiledAt(tx.Now).SetLate(false).SetVoteID(v.ID).SetFiledByID(h.chair).Exec(ctx)
	})
}

// Between two choices that were counted a motion is still open; an objection
// bears on the first of them alone.
func TestVotesTogether(t *testing.T) {
	eachCount(t, func(h *hall, _ []ident.ID, _ context.Context) {
		first := h.counted(schema.VoteMethodSecretPaper, schema.VoteKindChoice)
		open := h.counted(schema.VoteMethodShowOfHands, schema.VoteKindMotion)
		last := h.counted(schema.VoteMethodSecretPaper, schema.VoteKindChoice)
		(&ballotEstate{hall: h}).options(first, 2)
		(&ballotEstate{hall: h}).options(last, 3)
		h.closed(first)
		h.closed(last)
		h.object(first)
		votes := []*db.Vote{h.voteRow(first), h.voteRow(open), h.voteRow(last)}

		judged := together(h, view.Now(h.store).Verdicts, votes)
		is(h.council, "the verdict of an open vote", judged[1], nil)
		for i, want := range map[int][]string{0: {"选项1", "选项2", "选项3"}, 2: {"选项1", "选项2", "选项3", "选项4"}} {
			var labels []string
			for _, one := range judged[i].Choices {
				labels = append(labels, one.Label)
			}
			slices.Sort(labels)
			if !slices.Equal(labels, want) {
				h.Errorf("vote %d offered %v, want %v", i, labels, want)
			}
		}
		together(h, view.Now(h.store).Turnouts, votes)
		together(h, view.Now(h.store).ViewerEntries, votes)
		together(h, view.Now(h.store).ViewerBallots, votes)
		together(h, view.Now(h.store).VotesViewerCan, votes)
		h.may(h.officer, first, "finalizeVote", fault.ObjectionsUnanswered)
		h.may(h.officer, last, "finalizeVote", "")
	})
}
