package graph_test

import (
	"testing"

	"sifang/ent/enttest"
)

const confirmCondition = `mutation ($vote: ID!, $code: String!) {
	confirmCondition(input: {voteId: $vote, code: $code, statement: "已于会前听取本人申辩"}) {
		vote { conditions { code title source fulfilled required } } userErrors { code field }
	}
}`

// Whoever is to be recalled is heard before (Hangzhou art. 31): a recall by the
// clearest majority is not adopted before somebody confirms that.
func TestConditionOfARecall(t *testing.T) {
	enttest.Each(t, func(t *testing.T, database string) {
		a := newEstate(t, newStage(t, database), inHangzhou, numbered(1, 9, 100_00)...).drafted(motion{matter: "OWNERS_COMMITTEE_RECALL"})
		a.call()
		a.clock.Pass(21 * oneDay)
		a.begin()
		a.freeze()
		a.openUntil(a.clock.Now().Add(10 * oneDay))
		a.cast(alike("FOR", 1, 9))
		a.clock.Pass(10 * oneDay)
		v := a.judged()
		if v.Outcome == "ADOPTED" || len(v.Lacking) != 1 || v.Lacking[0] != "ACCUSED_HEARD" {
			t.Errorf("%s, lacking %v", v.Outcome, v.Lacking)
		}
		recall := values{"vote": a.votes[0], "code": "ACCUSED_HEARD"}
		a.refused(a.who("00002"), confirmCondition, recall, "NOT_MANDATED")
		a.refused(a.chair, confirmCondition, values{"vote": a.votes[0], "code": "WEATHER"}, "UNKNOWN_CONDITION")
		now := a.done(a.chair, confirmCondition, recall)
		now.is("confirmCondition.vote.conditions.0.fulfilled", true)
		now.is("confirmCondition.vote.conditions.0.required", true)
		now.is("confirmCondition.vote.conditions.0.title", "the member concerned had the chance to be heard")
		if v := a.read(a.chair, a.votes[0]); v.Outcome != "ADOPTED" || len(v.Lacking) > 0 || v.Recount != "AGREES" {
			t.Errorf("%s, lacking %v, recount %s", v.Outcome, v.Lacking, v.Recount)
		}
		a.refused(a.chair, confirmCondition, recall, "NOTHING_TO_CONFIRM")
	})
}
