package recount_test

import (
	"strings"
	"testing"

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
