package recount_test

import (
	"strings"
	"testing"

	"sifang/schema"
	"sifang/schema/fault"
	"sifang/schema/recount"
)

// byHand is a sitting of so many people whose votes were counted by hand.
func byHand(people int, sheets ...object) object {
	c := sitting(people, strings.Repeat(".", people))
	delete(c, "ballots")
	return with(c, object{"sheets": sheets})
}

// TestSheets counts by hand.
func TestSheets(t *testing.T) {
	half := share("FOR", "SEATS", "PRESENT", "MORE_THAN", 1, 2)
	quorum := object{"quorum": share("PARTICIPATING", "SEATS", "ON_ROLL", "AT_LEAST", 2, 3)}
	hands := object{"id": "s", "for": 21, "against": 15, "abstain": 4}
	papers := object{"id": "s", "issued": 45, "returned": 40, "for": 21, "against": 11, "abstain": 2, "blank": 1, "invalid": 5}
	judge(t, []judged{
		{"a show of hands", ruled(half, quorum), byHand(45, hands),
			expected{"REJECTED", "SHARE 40/45 yes", "SHARE 21/45 no", "", ""}},
		{"of those who voted", ruled(share("FOR", "SEATS", "PARTICIPATING", "MORE_THAN", 1, 2), quorum), byHand(45, hands),
			expected{"ADOPTED", "SHARE 40/45 yes", "SHARE 21/40 yes", "", ""}},
		{"papers", ruled(share("FOR", "SEATS", "PARTICIPATING", "MORE_THAN", 1, 2), quorum), byHand(45, papers),
			expected{"ADOPTED", "SHARE 34/45 yes", "SHARE 21/34 yes", "", ""}},
		{"papers of which invalid ones take part", ruled(share("FOR", "SEATS", "PARTICIPATING", "MORE_THAN", 1, 2), quorum, takingPart), byHand(45, papers),
			expected{"ADOPTED", "SHARE 40/45 yes", "SHARE 21/40 yes", "", ""}},
		{"papers cast", ruled(share("FOR", "SEATS", "PAPERS_CAST", "MORE_THAN", 1, 2)), byHand(45, papers),
			expected{"ADOPTED", "NOTHING 0/0 yes", "SHARE 21/40 yes", "", ""}},
		{"two sheets", ruled(share("FOR", "SEATS", "VALID", "MORE_THAN", 1, 2), quorum), byHand(45, hands, object{"id": "t", "for": 0, "against": 5}),
			expected{"REJECTED", "SHARE 45/45 yes", "SHARE 21/45 no", "", ""}},
		{"for or against", ruled(share("FOR", "SEATS", "CAST_FOR_OR_AGAINST", "MORE_THAN", 1, 2), object{"tie": "RETABLE"}), byHand(45, object{"id": "s", "for": 20, "against": 20}),
			expected{"TIED", "NOTHING 0/0 yes", "SHARE 20/40 no", "", ""}},
		{"a limit", ruled(limit("SEATS", "ON_ROLL", 1, 3)), byHand(45, hands),
			expected{"ADOPTED", "NOTHING 0/0 yes", "LIMIT 15/45 yes", "", ""}},
	})
	r := counted(t, ruled(half), byHand(45, papers))
	if r.Invalid.Entries != 6 || r.Options.For.Entries != 21 || r.Options.NotCast.Entries != 11 {
		t.Errorf("%+v, %+v", r.Invalid, r.Options)
	}
	if len(r.Otherwise) != 1 || r.Otherwise[0].Reading != "INVALID_TAKING_PART" {
		t.Error(otherwise(r))
	}
}

// TestSheetsOfElections: 41 of 60 representatives voted.
func TestSheetsOfElections(t *testing.T) {
	rule := ruled(share("FOR", "SEATS", "PARTICIPATING", "MORE_THAN", 1, 2), electing(object{"ranking": list("SEATS")}),
		object{"quorum": share("PRESENT", "SEATS", "ON_ROLL", "MORE_THAN", 2, 3)})
	sheet := func(a, b int) object {
		return object{"id": "s", "issued": 41, "returned": 41, "marks": list(object{"option": "A", "papers": a}, object{"option": "B", "papers": b})}
	}
	count := func(sheet object) object {
		c := byHand(60, sheet)
		for _, entry := range c["roll"].([]object)[41:] {
			entry["voters"].([]object)[0]["arrival"] = ""
		}
		return with(c, object{"kind": "ELECTION", "options": choosing("AB"), "fill": 1})
	}
	r := counted(t, rule, count(sheet(21, 20)))
	if elected(r) != "ESTABLISHED: A 21 rank 1 ELECTED, B 20 NOT_ELECTED" || written(r.Quorum) != "SHARE 41/60 yes" {
		t.Errorf("%s, %s", elected(r), written(r.Quorum))
	}
	if _, err := recount.Count(document(t, rule, count(sheet(21, 21)))); !refused(err, fault.RecountContradiction) {
		t.Errorf("42 marks on 41 papers: %v", err)
	}
}

func refused(err error, code fault.Code) bool {
	faults, ok := fault.Of(err)
	return ok && len(faults) == 1 && faults[0].Code == code
}

// TestSheetsThatContradict are refused.
func TestSheetsThatContradict(t *testing.T) {
	half := share("FOR", "SEATS", "PRESENT", "MORE_THAN", 1, 2)
	paper := func(more object) object {
		return with(object{"id": "s", "issued": 9, "returned": 9, "for": 5, "against": 4}, more)
	}
	for name, c := range map[string]struct{ rule, count object }{
		"more papers than came back":    {ruled(half), byHand(9, paper(object{"for": 6}))},
		"fewer papers than came back":   {ruled(half), byHand(9, paper(object{"for": 4}))},
		"more came back than went out":  {ruled(half), byHand(9, paper(object{"issued": 8}))},
		"more than are there":           {ruled(half), byHand(8, paper(nil))},
		"blank hands":                   {ruled(half), byHand(9, object{"id": "s", "for": 5, "blank": 1})},
		"marks on a motion":             {ruled(half), byHand(9, paper(object{"marks": list(object{"option": "A", "papers": 1})}))},
		"area":                          {ruled(share("FOR", "AREA", "ON_ROLL", "MORE_THAN", 1, 2)), byHand(9, paper(nil))},
		"weights that are not the same": {ruled(share("FOR", "WEIGHT", "ON_ROLL", "MORE_THAN", 1, 2)), grow(byHand(9, paper(nil)))},
		"ballots beside":                {ruled(half), with(sitting(9, "FFFFFFFFF"), object{"sheets": list(paper(nil))})},
	} {
		if _, err := recount.Count(document(t, c.rule, c.count)); !refused(err, fault.RecountContradiction) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func grow(c object) object {
	c["roll"].([]object)[3]["weights"] = object{"seats": 1, "weight": 2}
	return c
}

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

// TestPresets counts once under each rule that comes with the service.
func TestPresets(t *testing.T) {
	for code, c := range map[string]struct {
		count             object
		outcome, approval string
	}{
		"OWNERS_ORDINARY":                    {with(flats("FG."), object{"noticed": true}), "REJECTED", "ALL 0/2 no, SHARE 10000/20000 no, SHARE 1/2 no"},
		"OWNERS_SPECIAL":                     {with(flats("FFFG"), object{"noticed": true}), "ADOPTED", "ALL 2/2 yes, SHARE 30000/40000 yes, SHARE 3/4 yes"},
		"INTERESTED_OWNERS":                  {with(flats("FFF."), object{"noticed": true}), "REJECTED", "SHARE 3/4 no"},
		"OWNERS_COMMITTEE_BEIJING":           {sitting(5, "FFGRR"), "REJECTED", "SHARE 2/5 no"},
		"OWNERS_COMMITTEE_HANGZHOU":          {sitting(7, "FFFGGG"), "TIED", "SHARE 3/7 no"},
		"OWNERS_COMMITTEE_SHANDONG":          {sitting(7, "FFFF---"), "NOT_QUORATE", "SHARE 4/7 yes"},
		"INTERIM_PROPERTY_COMMITTEE_BEIJING": {grouped(sitting(9, "FFF--FF--"), "OWNER", 0, 1, 2, 3, 4), "ADOPTED", "SHARE 5/9 yes"},
		"PARTY_BRANCH":                       {sitting(0, repeat("F", 23, "-", 23)), "REJECTED", "SHARE 23/46 no"},
		"JOINT_ALL_PARTIES":                  {joint("FFGG"), "REJECTED", "SHARE 2/4 no"},
		"JOINT_ALL_PARTIES_CONSENT":          {joint("FFF-"), "PENDING_CONSENT", "SHARE 3/4 no"},
		"JOINT_MAJORITY_OF_PARTIES":          {joint("FFG"), "ADOPTED", "SHARE 2/3 yes"},
		"REPRESENTATIVES_MEETING":            {sitting(0, repeat("F", 17, "G", 16, "-", 16)), "ADOPTED", "SHARE 17/33 yes"},
		"RESIDENTS_COMMITTEE":                {sitting(5, "FFG--"), "ADOPTED", "SHARE 2/3 yes"},
		"RESIDENTS_MEETING":                  {sitting(0, "FFGG"), "REJECTED", "SHARE 2/4 no"},
	} {
		t.Run(code, func(t *testing.T) {
			r := counted(t, preset(t, code), c.count)
			if string(r.Outcome) != c.outcome || written(r.Approval) != c.approval {
				t.Errorf("%s, %s; want %s, %s", r.Outcome, written(r.Approval), c.outcome, c.approval)
			}
		})
	}
}
