package recount_test

import (
	"fmt"
	"testing"

	"sifang/schema"
	"sifang/schema/recount"
)

var takingPart = object{"invalidBallots": "TAKE_PART"}

// otherwise is how a test expects the other readings.
func otherwise(r recount.Result) string {
	text := ""
	for _, a := range r.Otherwise {
		text += fmt.Sprintf("%s %s, %s, %s; ", a.Reading, a.Outcome, written(a.Quorum), written(a.Approval))
	}
	return text
}

// TestInvalidPapers: of 300 owners 205 returned a paper, 7 of them spoilt.
func TestInvalidPapers(t *testing.T) {
	count := flats(repeat("F", 104, "G", 80, "B", 14, "X", 7, ".", 95))
	const (
		excludedQuorum   = "ALL 0/2 no, SHARE 198/300 no, SHARE 1980000/3000000 no"
		excludedApproval = "ALL 2/2 yes, SHARE 104/198 yes, SHARE 1040000/1980000 yes"
		takingQuorum     = "ALL 2/2 yes, SHARE 205/300 yes, SHARE 2050000/3000000 yes"
		takingApproval   = "ALL 2/2 yes, SHARE 104/205 yes, SHARE 1040000/2050000 yes"
	)
	r := counted(t, ordinary(), count)
	expected{"NOT_QUORATE", excludedQuorum, excludedApproval, "", "SPOILT 7"}.hold(t, r)
	if want := "INVALID_TAKING_PART ADOPTED, " + takingQuorum + ", " + takingApproval + "; "; otherwise(r) != want {
		t.Errorf("%s, want %s", otherwise(r), want)
	}
	if r.Invalid.Entries != 7 || r.Invalid.Weights.Area != 70000 || r.Options.NotCast.Entries != 102 {
		t.Errorf("invalid %+v, not cast %+v", r.Invalid, r.Options.NotCast)
	}
	r = counted(t, ordinary(takingPart), count)
	expected{"ADOPTED", takingQuorum, takingApproval, "", "SPOILT 7"}.hold(t, r)
	if want := "INVALID_EXCLUDED NOT_QUORATE, " + excludedQuorum + ", " + excludedApproval + "; "; otherwise(r) != want {
		t.Errorf("%s, want %s", otherwise(r), want)
	}
}

// TestInvalidPapersByBase: three for, one spoilt, one who says nothing.
func TestInvalidPapersByBase(t *testing.T) {
	count := more(flats("FFFX."), object{"entry": "u4", "person": "p4", "choice": "?"})
	for _, c := range []struct{ base, excluded, taking string }{
		{"PARTICIPATING", "3/3", "3/4"}, {"VALID", "3/3", "3/3"}, {"PAPERS_CAST", "3/5", "3/5"},
		{"PRESENT", "3/3", "3/4"}, {"ON_ROLL", "3/5", "3/5"},
	} {
		for policy, want := range map[string]string{"EXCLUDED": c.excluded, "TAKE_PART": c.taking} {
			r := counted(t, ruled(share("FOR", "HEADS", c.base, "MORE_THAN", 1, 2), object{"invalidBallots": policy}), count)
			if got := written(r.Approval); got != "SHARE "+want+" yes" {
				t.Errorf("%s, %s: %s, want %s", c.base, policy, got, want)
			}
		}
	}
}

func silent(direction string, quorum bool) object {
	return object{"deemed": object{"basis": object{"zh": "x", "en": "x"}, "direction": direction, "countsTowardQuorum": quorum}}
}

// TestDeemed counts the silence of those who were served.
func TestDeemed(t *testing.T) {
	follow := silent("FOLLOW_MAJORITY", true)
	for _, c := range []struct {
		judged
		countedAs        schema.BallotChoice
		served, unserved int64
		without          string
	}{
		{judged{"off", ordinary(), flats(repeat("F", 417, "G", 278, "B", 8, "s", 584, ".", 4)),
			expected{"NOT_QUORATE", "ALL 0/2 no, SHARE 703/1291 no, SHARE 7030000/12910000 no", "ALL 2/2 yes, SHARE 417/703 yes, SHARE 4170000/7030000 yes", "", ""}}, "", -1, -1, ""},
		{judged{"on", ordinary(follow), flats(repeat("F", 417, "G", 278, "B", 8, "s", 584, ".", 4)),
			expected{"ADOPTED", "ALL 2/2 yes, SHARE 1287/1291 yes, SHARE 12870000/12910000 yes", "ALL 2/2 yes, SHARE 1001/1287 yes, SHARE 10010000/12870000 yes", "DEEMED_DECISIVE", ""}}, "FOR", 584, 4, "NOT_QUORATE"},
		{judged{"a special matter", special(follow), flats(repeat("F", 417, "G", 278, "B", 8, "s", 584, ".", 4)),
			expected{"ADOPTED", "ALL 2/2 yes, SHARE 1287/1291 yes, SHARE 12870000/12910000 yes", "ALL 2/2 yes, SHARE 1001/1287 yes, SHARE 10010000/12870000 yes", "DEEMED_DECISIVE, NEEDS_REVIEW", ""}}, "FOR", 584, 4, "NOT_QUORATE"},
		{judged{"not enough of a special matter", special(follow), flats(repeat("F", 30, "G", 15, "B", 5, "s", 20, ".", 30)),
			expected{"REJECTED", "ALL 2/2 yes, SHARE 70/100 yes, SHARE 700000/1000000 yes", "ALL 0/2 no, SHARE 50/70 no, SHARE 500000/700000 no", "DEEMED_DECISIVE, NEEDS_REVIEW", ""}}, "FOR", 20, 30, "NOT_QUORATE"},
		{judged{"too few were served", ordinary(follow), flats(repeat("F", 30, "G", 15, "B", 5, "s", 16, ".", 34)),
			expected{"NOT_QUORATE", "ALL 0/2 no, SHARE 66/100 no, SHARE 660000/1000000 no", "ALL 2/2 yes, SHARE 46/66 yes, SHARE 460000/660000 yes", "", ""}}, "FOR", 16, 34, "NOT_QUORATE"},
		{judged{"equal voices give no direction", ordinary(follow), flats(repeat("F", 25, "G", 25, "s", 20, ".", 30)),
			expected{"REJECTED", "ALL 2/2 yes, SHARE 70/100 yes, SHARE 700000/1000000 yes", "ALL 0/2 no, SHARE 25/70 no, SHARE 250000/700000 no", "DEEMED_DECISIVE", ""}}, "ABSTAIN", 20, 30, "NOT_QUORATE"},
		{judged{"heads and area disagree", ordinary(follow), owners(bloc{'F', 30, 240000}, bloc{'G', 20, 290000}, bloc{'s', 20, 200000}, bloc{'.', 30, 270000}),
			expected{"REJECTED", "ALL 2/2 yes, SHARE 70/100 yes, SHARE 730000/1000000 yes", "ALL 0/2 no, SHARE 30/70 no, SHARE 240000/730000 no", "DEEMED_DECISIVE, SPLIT_MAJORITY", ""}}, "ABSTAIN", 20, 30, "NOT_QUORATE"},
		{judged{"against", ordinary(follow), flats("FGGGss"),
			expected{"REJECTED", "ALL 2/2 yes, SHARE 6/6 yes, SHARE 60000/60000 yes", "ALL 0/2 no, SHARE 1/6 no, SHARE 10000/60000 no", "", ""}}, "AGAINST", 2, 0, "REJECTED"},
		{judged{"an abstention in any case", ordinary(silent("ABSTAIN", true)), flats("FFFGss"),
			expected{"REJECTED", "ALL 2/2 yes, SHARE 6/6 yes, SHARE 60000/60000 yes", "ALL 0/2 no, SHARE 3/6 no, SHARE 30000/60000 no", "DEEMED_DECISIVE", ""}}, "ABSTAIN", 2, 0, "ADOPTED"},
		{judged{"without a share in the quorum", ordinary(silent("FOLLOW_MAJORITY", false)), flats("FFss"),
			expected{"NOT_QUORATE", "ALL 0/2 no, SHARE 2/4 no, SHARE 20000/40000 no", "ALL 2/2 yes, SHARE 4/4 yes, SHARE 40000/40000 yes", "", ""}}, "FOR", 2, 0, "NOT_QUORATE"},
		{judged{"nobody was silent", ordinary(follow), flats("FF"),
			expected{"ADOPTED", "ALL 2/2 yes, SHARE 2/2 yes, SHARE 20000/20000 yes", "ALL 2/2 yes, SHARE 2/2 yes, SHARE 20000/20000 yes", "", ""}}, "", 0, 0, "ADOPTED"},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := counted(t, c.rule, c.count)
			c.want.hold(t, r)
			if r.Deemed == nil {
				if c.served >= 0 {
					t.Error("nothing is said of silence")
				}
				return
			}
			if r.Deemed.CountedAs != c.countedAs || r.Deemed.Served.Entries != c.served || r.Deemed.Unserved.Entries != c.unserved {
				t.Errorf("%+v", r.Deemed)
			}
			if r.Options.NotCast.Entries != c.served+c.unserved {
				t.Errorf("not cast: %+v", r.Options.NotCast)
			}
			if len(r.Otherwise) != 1 || r.Otherwise[0].Reading != "WITHOUT_DEEMED_VOTES" || string(r.Otherwise[0].Outcome) != c.without {
				t.Errorf("otherwise: %s", otherwise(r))
			}
		})
	}
}

// TestDeemedBases: a served owner who stepped aside is not counted.
func TestDeemedBases(t *testing.T) {
	count := flats("FFGsr")
	count["roll"].([]object)[4]["served"] = true
	for base, want := range map[string]string{"PARTICIPATING": "3/4", "CAST_FOR_OR_AGAINST": "3/4", "ON_ROLL": "3/5"} {
		r := counted(t, ruled(share("FOR", "HEADS", base, "MORE_THAN", 1, 2), silent("FOLLOW_MAJORITY", true)), count)
		if got := written(r.Approval); got != "SHARE "+want+" yes" {
			t.Errorf("%s: %s, want %s", base, got, want)
		}
	}
}

func condition(code, lacking string) object {
	return object{"code": code, "title": object{"zh": "x", "en": "x"}, "lacking": lacking}
}

// TestConditions: what must be so beside the count.
func TestConditions(t *testing.T) {
	r := object{"conditions": list(condition("HEARD", "BLOCKS"), condition("POSTED", "FLAGS"))}
	half := share("FOR", "SEATS", "ALL_SEATS", "MORE_THAN", 1, 2)
	judge(t, []judged{
		{"both", ruled(half, r), with(sitting(3, "FFG"), object{"fulfilled": list("POSTED", "HEARD")}),
			expected{"ADOPTED", "NOTHING 0/0 yes", "SHARE 2/3 yes", "", ""}},
		{"none", ruled(half, r), sitting(3, "FFG"),
			expected{"REJECTED", "NOTHING 0/0 yes", "SHARE 2/3 yes", "PROCEDURAL_DEFECT", ""}},
		{"not heard", ruled(half, r), with(sitting(3, "FFG"), object{"fulfilled": list("POSTED")}),
			expected{"REJECTED", "NOTHING 0/0 yes", "SHARE 2/3 yes", "", ""}},
		{"not posted", ruled(half, r), with(sitting(3, "FFG"), object{"fulfilled": list("HEARD")}),
			expected{"ADOPTED", "NOTHING 0/0 yes", "SHARE 2/3 yes", "PROCEDURAL_DEFECT", ""}},
	})
	if got := counted(t, ruled(half, r), sitting(3, "FFG")).Lacking; len(got) != 2 || got[0] != "HEARD" || got[1] != "POSTED" {
		t.Errorf("lacking: %v", got)
	}
}

// TestTie: three are for, three against.
func TestTie(t *testing.T) {
	half := share("FOR", "SEATS", "INCUMBENTS", "MORE_THAN", 1, 2)
	casting, chair := object{"tie": "CASTING_VOTE"}, func(person string) object { return object{"chair": person} }
	tied := func(outcome string) expected {
		return expected{outcome, "NOTHING 0/0 yes", "SHARE 3/6 no", "", ""}
	}
	even := sitting(7, "FFFGGG")
	judge(t, []judged{
		{"without a policy", ruled(half), even, tied("REJECTED")},
		{"to the next higher body", ruled(half, object{"tie": "ESCALATE"}), even, tied("TIED")},
		{"the chair is for", ruled(half, casting), with(even, chair("m0")), tied("ADOPTED")},
		{"the chair is against", ruled(half, casting), with(even, chair("m5")), tied("REJECTED")},
		{"the chair is for, and most stay silent", ruled(share("FOR", "SEATS", "ALL_SEATS", "MORE_THAN", 1, 2), casting),
			with(sitting(7, "FFGG..."), chair("m0")), expected{"REJECTED", "NOTHING 0/0 yes", "SHARE 2/7 no", "", ""}},
		{"no chair", ruled(half, casting), even, tied("TIED")},
		{"the chair abstains", ruled(share("FOR", "SEATS", "INCUMBENTS", "MORE_THAN", 1, 2), casting), with(sitting(7, "FFFGGGB"), chair("m6")),
			expected{"TIED", "NOTHING 0/0 yes", "SHARE 3/7 no", "", ""}},
		{"the chair under a rule that gives no casting vote", ruled(half, object{"tie": "RETABLE"}), with(even, chair("m0")), tied("TIED")},
		{"the chair is for, and a condition is lacking", ruled(half, casting, object{"conditions": list(condition("HEARD", "BLOCKS"))}), with(even, chair("m0")), tied("REJECTED")},
		{"nobody says anything", ruled(half, casting), with(sitting(7, "......"), chair("m0")),
			expected{"REJECTED", "NOTHING 0/0 yes", "SHARE 0/6 no", "", ""}},
	})
}

// TestFlags that were given, and that the rule gives.
func TestFlags(t *testing.T) {
	r := ruled(share("FOR", "SEATS", "ALL_SEATS", "MORE_THAN", 1, 2), object{"conflicts": list(object{"source": object{}, "note": object{}})})
	count := with(sitting(3, "FFG"), object{"flags": list("PROCEDURAL_DEFECT", "PROCEDURAL_DEFECT")})
	expected{"ADOPTED", "NOTHING 0/0 yes", "SHARE 2/3 yes", "PROCEDURAL_DEFECT, RULE_CONFLICT", ""}.hold(t, counted(t, r, count))
}

// TestLimit is an objection vote in a block of 90 owners (Henan art. 66).
func TestLimit(t *testing.T) {
	third := ruled(all(limit("HEADS", "ON_ROLL", 1, 3), limit("AREA", "ON_ROLL", 1, 3)))
	judge(t, []judged{
		{"a third may object", third, owners(bloc{'G', 30, 290000}, bloc{'.', 60, 610000}),
			expected{"ADOPTED", "NOTHING 0/0 yes", "ALL 2/2 yes, LIMIT 30/90 yes, LIMIT 290000/900000 yes", "", ""}},
		{"no more", third, owners(bloc{'G', 31, 290000}, bloc{'.', 59, 610000}),
			expected{"REJECTED", "NOTHING 0/0 yes", "ALL 1/2 no, LIMIT 31/90 no, LIMIT 290000/900000 yes", "", ""}},
		{"nobody says anything", third, flats("..."),
			expected{"ADOPTED", "NOTHING 0/0 yes", "ALL 2/2 yes, LIMIT 0/3 yes, LIMIT 0/30000 yes", "", ""}},
		{"a veto", ruled(all(share("FOR", "HEADS", "VALID", "MORE_THAN", 1, 2), limit("HEADS", "PRESENT", 0, 1))), flats("FFFG"),
			expected{"REJECTED", "NOTHING 0/0 yes", "ALL 1/2 no, SHARE 3/4 yes, LIMIT 1/4 no", "", ""}},
		{"no veto", ruled(all(share("FOR", "HEADS", "VALID", "MORE_THAN", 1, 2), limit("HEADS", "PRESENT", 0, 1))), flats("FFFB"),
			expected{"ADOPTED", "NOTHING 0/0 yes", "ALL 2/2 yes, SHARE 3/4 yes, LIMIT 0/4 yes", "", ""}},
	})
}

// TestBuildings counts each, in the order of the roll.
func TestBuildings(t *testing.T) {
	count := flats("FGF.B")
	for i, building := range []string{"3", "1", "3", "1", "3"} {
		count["roll"].([]object)[i]["building"] = building
	}
	r := counted(t, ordinary(), count)
	got := ""
	for _, b := range r.Buildings {
		got += fmt.Sprintf("%s: %d %d %d %d; ", b.Building, b.Options.For.Entries, b.Options.Against.Entries, b.Options.Abstain.Entries, b.Options.NotCast.Entries)
	}
	if got != "3: 2 0 1 0; 1: 0 1 0 1; " {
		t.Error(got)
	}
	if r := counted(t, ordinary(), flats("FGF.B")); r.Buildings != nil {
		t.Errorf("%+v", r.Buildings)
	}
}

// TestAmendedRoll: one entry was struck off, one added, one corrected.
func TestAmendedRoll(t *testing.T) {
	count := flats("FFGFG")
	roll := count["roll"].([]object)
	roll[1]["amended"] = object{"removed": true}
	roll[3]["amended"] = object{"added": true}
	roll[4]["amended"] = object{"before": object{"heads": 1, "area": 90000}}
	r := counted(t, ordinary(), count)
	expected{"REJECTED", "ALL 2/2 yes, SHARE 4/4 yes, SHARE 40000/40000 yes", "ALL 0/2 no, SHARE 2/4 no, SHARE 20000/40000 no", "", "NOT_ON_ROLL 1"}.hold(t, r)
	if want := "ROLL_AS_FROZEN REJECTED, ALL 2/2 yes, SHARE 4/4 yes, SHARE 120000/120000 yes, ALL 0/2 no, SHARE 2/4 no, SHARE 20000/120000 no; "; otherwise(r) != want {
		t.Errorf("%s, want %s", otherwise(r), want)
	}
}
