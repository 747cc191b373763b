package tally_test

import (
	"testing"

	"sifang/schema"
	"sifang/schema/rule"
	"sifang/schema/tally"
)

// The silence of owners who were served, where the bylaws count it.
var deemedRows = []scenario{
	{"13", func(t *testing.T) {
		v := judgeFigures(t, preset(t, "OWNERS_ORDINARY"), minhang)
		expect(t, v, judged{nobody, 352, 417, 703})
		if v.Deemed != nil || len(v.Otherwise) != 0 {
			t.Errorf("%+v, %+v", v.Deemed, v.Otherwise)
		}
	}},
	{"13b", func(t *testing.T) {
		v := judgeFigures(t, deeming(preset(t, "OWNERS_ORDINARY")), minhang)
		expect(t, v, judged{adopted, 644, 1001, 1287})
		expectFlags(t, v, schema.VerdictFlagDeemedDecisive)
		if strict := v.Otherwise[0]; strict.Reading != tally.Strictly || strict.Outcome != nobody || strict.Quorum.Parts[1].Got != 703 {
			t.Errorf("%+v", strict)
		}
		d := v.Deemed
		if d.CountedAs != schema.BallotChoiceFor || d.Served.Weights != each(584) || d.Unserved.Weights != each(4) {
			t.Errorf("%+v", d)
		}
		if v.Options.For.Weights != each(417) || v.Options.NotCast.Weights != each(588) {
			t.Errorf("what was really cast: %+v", v.Options)
		}
	}},
	{"13c", func(t *testing.T) {
		v := judgeFigures(t, deeming(preset(t, "OWNERS_SPECIAL")), minhang)
		expect(t, v, judged{adopted, 966, 1001, 1287})
		expectFlags(t, v, schema.VerdictFlagDeemedDecisive, schema.VerdictFlagNeedsReview)
	}},
	{"14", func(t *testing.T) {
		f := silent(each(30), each(15), each(5), each(20))
		expect(t, judgeFigures(t, deeming(preset(t, "OWNERS_ORDINARY")), f), judged{adopted, 36, 50, 70})
		expect(t, judgeFigures(t, deeming(preset(t, "OWNERS_SPECIAL")), f), judged{rejected, 53, 50, 70})
	}},
	{"14b", func(t *testing.T) {
		f := silent(each(30), each(15), each(5), each(16))
		expect(t, judgeFigures(t, deeming(preset(t, "OWNERS_ORDINARY")), f), judged{nobody, 34, 46, 66})
		t.Run("where silence makes no quorum", func(t *testing.T) {
			r := deeming(preset(t, "OWNERS_ORDINARY"))
			r.Deemed.CountsTowardQuorum = false
			v := judgeFigures(t, r, silent(each(30), each(15), each(5), each(20)))
			expect(t, v, judged{nobody, 36, 50, 70})
			if v.Quorum.Parts[1].Got != 50 {
				t.Errorf("%+v", v.Quorum)
			}
		})
	}},
	{"15", func(t *testing.T) {
		v := judgeFigures(t, deeming(preset(t, "OWNERS_ORDINARY")), silent(each(25), each(25), each(0), each(20)))
		expect(t, v, judged{rejected, 36, 25, 70})
		if v.Deemed.CountedAs != schema.BallotChoiceAbstain {
			t.Errorf("%+v", v.Deemed)
		}
		t.Run("where silence is an abstention", func(t *testing.T) {
			r := deeming(preset(t, "OWNERS_ORDINARY"))
			r.Deemed.Direction = rule.DeemedAbstain
			expect(t, judgeFigures(t, r, silent(each(30), each(15), each(5), each(20))), judged{rejected, 36, 30, 70})
		})
	}},
	{"15b", func(t *testing.T) {
		v := judgeFigures(t, deeming(preset(t, "OWNERS_ORDINARY")), silent(w(30, 2_400_00), w(20, 2_900_00), each(0), w(20, 2_000_00)))
		expect(t, v, judged{rejected, 36, 30, 70})
		expectFlags(t, v, schema.VerdictFlagDeemedDecisive, schema.VerdictFlagSplitMajority)
		if v.Deemed.CountedAs != schema.BallotChoiceAbstain || v.Approval.Parts[0].Whole != 7_300_00 {
			t.Errorf("%+v, %+v", v.Deemed, v.Approval.Parts[0])
		}
	}},
}

// minhang is a vote of 2021: 703 of 1 291 papers came back, 584 were served and
// did not, four were never served.
var minhang = tally.Figures{
	Shares: tally.Shares{
		Roll: each(1291), For: each(417), Against: each(278), Abstain: each(8), ServedSilent: each(584), Unserved: each(4),
	},
	Written: true, Noticed: true,
}

// silent is a vote of a hundred owners and ten thousand square metres.
func silent(yes, no, abstained, served tally.Weights) tally.Figures {
	return tally.Figures{
		Shares:  tally.Shares{Roll: each(100), For: yes, Against: no, Abstain: abstained, ServedSilent: served},
		Written: true, Noticed: true,
	}
}
