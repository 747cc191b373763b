package recount_test

import "testing"

// noticed puts the item on the published agenda.
func noticed(count object) object { return with(count, object{"noticed": true}) }

// TestPresets counts once under each rule that comes with the service.
func TestPresets(t *testing.T) {
	for code, c := range map[string]struct {
		count             object
		outcome, approval string
	}{
		"OWNERS_ORDINARY":                                 {noticed(flats("FG.")), "REJECTED", "ALL 0/2 no, SHARE 10000/20000 no, SHARE 1/2 no"},
		"OWNERS_SPECIAL":                                  {noticed(flats("FFFG")), "ADOPTED", "ALL 2/2 yes, SHARE 30000/40000 yes, SHARE 3/4 yes"},
		"INTERESTED_OWNERS":                               {noticed(flats("FFF.")), "REJECTED", "SHARE 3/4 no"},
		"OWNERS_COMMITTEE_BEIJING":                        {sitting(5, "FFGRR"), "REJECTED", "SHARE 2/5 no"},
		"OWNERS_COMMITTEE_HANGZHOU":                       {sitting(7, "FFFGGG"), "TIED", "SHARE 3/7 no"},
		"OWNERS_COMMITTEE_SHANDONG":                       {sitting(7, "FFFF---"), "NOT_QUORATE", "SHARE 4/7 yes"},
		"INTERIM_PROPERTY_COMMITTEE_BEIJING":              {grouped(sitting(9, "FFF--FF--"), "OWNER", 0, 1, 2, 3, 4), "ADOPTED", "SHARE 5/9 yes"},
		"PARTY_BRANCH":                                    {sitting(0, repeat("F", 23, "-", 23)), "REJECTED", "SHARE 23/46 no"},
		"JOINT_ALL_PARTIES":                               {joint("FFGG"), "REJECTED", "SHARE 2/4 no"},
		"JOINT_ALL_PARTIES_CONSENT":                       {joint("FFF-"), "PENDING_CONSENT", "SHARE 3/4 no"},
		"JOINT_MAJORITY_OF_PARTIES":                       {joint("FFG"), "ADOPTED", "SHARE 2/3 yes"},
		"REPRESENTATIVES_MEETING":                         {sitting(0, repeat("F", 17, "G", 16, "-", 16)), "ADOPTED", "SHARE 17/33 yes"},
		"RESIDENTS_COMMITTEE":                             {sitting(5, "FFG--"), "ADOPTED", "SHARE 2/3 yes"},
		"OWNERS_COMMITTEE_SHANGHAI":                       {sitting(7, "FFFG-RR"), "REJECTED", "SHARE 3/7 no"},
		"OWNERS_COMMITTEE_RECALL":                         {noticed(flats("FFG")), "ADOPTED", "ALL 2/2 yes, SHARE 20000/30000 yes, SHARE 2/3 yes"},
		"OBJECTION_VOTE_HENAN":                            {noticed(flats("G..")), "ADOPTED", "ALL 2/2 yes, LIMIT 10000/30000 yes, LIMIT 1/3 yes"},
		"FOUR_MEETINGS_PARTY_MEETING":                     {sitting(0, repeat("F", 16, "G", 14, "-", 15)), "REJECTED", "SHARE 16/45 no"},
		"FOUR_MEETINGS_PARTY_MEETING_LOCAL_HALF":          {sitting(0, repeat("F", 15, "G", 15, "-", 15)), "ADOPTED", "SHARE 15/30 yes"},
		"FOUR_MEETINGS_PARTY_MEETING_LOCAL_MAJORITY":      {sitting(0, repeat("F", 15, "G", 15, "-", 15)), "REJECTED", "SHARE 15/30 no"},
		"JOINT_CONSENSUS":                                 {joint("FFB-"), "ADOPTED", "ALL 2/2 yes, NUMBER 2/0 yes, LIMIT 0/4 yes"},
		"JOINT_MAJORITY_OF_MEMBERS":                       {joint("FFGB"), "REJECTED", "SHARE 2/4 no"},
		"OWNERS_COMMITTEE_ELECTION":                       {noticed(with(papers("ELECTION", "ABC", "AB", "AB", "A"), object{"fill": 2})), "ADOPTED", "ALL 2/2 yes, SHARE 30000/30000 yes, SHARE 3/3 yes"},
		"OWNERS_COMMITTEE_ELECTION_HANGZHOU":              {noticed(with(papers("ELECTION", "ABC", "A", "A", "B"), object{"fill": 2})), "REJECTED", "ALL 2/2 yes, SHARE 20000/30000 yes, SHARE 2/3 yes"},
		"RESIDENTS_COMMITTEE_ELECTION_BY_REPRESENTATIVES": {with(papers("ELECTION", "AB", times(21, "A", 20, "B", 19, "")...), object{"fill": 1}), "ADOPTED", "SHARE 21/41 yes"},
		"RESIDENTS_COMMITTEE_RUN_OFF_BY_REPRESENTATIVES":  {with(papers("ELECTION", "BDE", times(14, "B", 13, "D", 12, "E", 6, "BD")...), object{"fill": 1}), "REJECTED", "SHARE 14/45 no"},
		"RESIDENTS_COMMITTEE_RECALL_BY_VOTERS":            {flats("FXB"), "REJECTED", "SHARE 1/3 no"},
		"RESIDENTS_MEETING":                               {sitting(0, "FFGG"), "REJECTED", "SHARE 2/4 no"},
	} {
		t.Run(code, func(t *testing.T) {
			r := counted(t, preset(t, code), c.count)
			if string(r.Outcome) != c.outcome || written(r.Approval) != c.approval {
				t.Errorf("%s, %s; want %s, %s", r.Outcome, written(r.Approval), c.outcome, c.approval)
			}
		})
	}
}
