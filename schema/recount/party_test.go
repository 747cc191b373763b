package recount_test

import (
	"testing"

	"sifang/schema"
)

// TestParties are joint meetings.
func TestParties(t *testing.T) {
	consent := func(now string, replies ...object) object {
		if replies == nil {
			return object{"consent": object{"noticedAt": "2026-06-01T00:00:00Z", "deadline": "2026-06-04T00:00:00Z", "now": now}}
		}
		return object{"consent": object{"noticedAt": "2026-06-01T00:00:00Z", "deadline": "2026-06-04T00:00:00Z", "now": now, "replies": replies}}
	}
	reply := func(objects bool, at string) object {
		return object{"party": "party3", "objects": objects, "at": at}
	}
	const before, after, noon = "2026-06-02T00:00:00Z", "2026-06-04T00:00:00Z", "2026-06-01T12:00:00Z"
	absent := joint("FFF-")
	const quorate = "SHARE 3/4 yes"
	all, deemed := preset(t, "JOINT_ALL_PARTIES"), preset(t, "JOINT_ALL_PARTIES_CONSENT")
	judge(t, []judged{
		{"not told yet", all, absent, expected{"PENDING_CONSENT", quorate, "SHARE 3/4 no", "", ""}},
		{"still in time", all, with(absent, consent(before)), expected{"PENDING_CONSENT", quorate, "SHARE 3/4 no", "", ""}},
		{"silence is not consent", all, with(absent, consent(after)), expected{"REJECTED", quorate, "SHARE 3/4 no", "", ""}},
		{"silence is consent", deemed, with(absent, consent(after)), expected{"ADOPTED", quorate, "SHARE 4/4 yes", "", ""}},
		{"consent", all, with(absent, consent(before, reply(false, noon))), expected{"ADOPTED", quorate, "SHARE 4/4 yes", "", ""}},
		{"objection", deemed, with(absent, consent(before, reply(true, noon))), expected{"REJECTED", quorate, "SHARE 3/4 no", "", ""}},
		{"an objection at the same instant", deemed, with(absent, consent(after, reply(true, noon), reply(false, noon))), expected{"REJECTED", quorate, "SHARE 3/4 no", "", ""}},
		{"an objection too late", deemed, with(absent, consent(after, reply(true, after))), expected{"ADOPTED", quorate, "SHARE 4/4 yes", "", ""}},
		{"one steps aside", all, joint("FFFR"), expected{"ADOPTED", quorate, "SHARE 3/3 yes", "", ""}},
		{"two against two", preset(t, "JOINT_MAJORITY_OF_PARTIES"), joint("FFGG"), expected{"TIED", "SHARE 4/4 yes", "SHARE 2/4 no", "", ""}},
		{"three of four", preset(t, "JOINT_MAJORITY_OF_PARTIES"), absent, expected{"ADOPTED", quorate, "SHARE 3/4 yes", "", ""}},
	})
	r := counted(t, all, with(absent, consent(before)))
	if s := r.Parties[3]; s.Position != schema.PartyPositionAbsent || s.Answer != "AWAITED" {
		t.Errorf("%+v", s)
	}
}

// TestMembersOfParties: a party says what more than half of its members say,
// or what its delegates agree on.
func TestMembersOfParties(t *testing.T) {
	rule := func(position string) object {
		return ruled(share("FOR", "PARTIES", "ALL_SEATS", "MORE_THAN", 1, 2),
			object{"parties": object{"position": position, "absent": "LEAVES_BASE"}})
	}
	count := joint("FFGG-")
	count["parties"] = list(object{"id": "party0"}, object{"id": "party3"}, object{"id": "party4"})
	for _, i := range []int{1, 2} {
		count["roll"].([]object)[i]["party"] = "party0"
	}
	r := counted(t, rule("MEMBERS_MAJORITY"), count)
	expected{"REJECTED", "NOTHING 0/0 yes", "SHARE 1/2 no", "", ""}.hold(t, r)
	if s := r.Parties[0]; s.Position != "FOR" || s.For != 2 || s.Against != 1 {
		t.Errorf("%+v", s)
	}
	r = counted(t, rule("DELEGATE"), count)
	if s := r.Parties[0]; s.Position != "DIVIDED" {
		t.Errorf("%+v", s)
	}
	if s := r.Parties[2]; s.Position != "ABSENT" || s.Answer != "" {
		t.Errorf("%+v", s)
	}
}
