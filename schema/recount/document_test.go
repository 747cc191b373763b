package recount_test

import (
	"bytes"
	"slices"
	"strings"
	"testing"
	"time"

	"sifang/schema"
	"sifang/schema/fault"
	"sifang/schema/recount"
)

const (
	ruleText  = `{"code":"MADE","version":"7","approval":{"share":{"count":"FOR","measure":"HEADS","base":"ON_ROLL","compare":"MORE_THAN","fraction":{"num":1,"den":2}}},"agendaMustBeNoticed":false,"lateArrivalsVote":false,"recused":{"inBase":true}}`
	countText = `{"written":true,"roll":[{"id":"u","voters":[{"person":"p"}],"weights":{"heads":1}}],"ballots":[{"entry":"u","person":"p","choice":"FOR"}]}`
	saidText  = `{"rule":{"code":"MADE","version":"7"},"outcome":"ADOPTED","options":{"for":{"entries":1,"weights":{"heads":1}}},"quorum":{"kind":"NOTHING","met":true},"approval":{"kind":"SHARE","met":true,"got":1,"whole":1}}`
	voteText  = `{"id":"v","question":"?","kind":"MOTION"}`
	wholeText = `{"format":"sifang/vote/v1","vote":` + voteText + `,"rule":` + ruleText + `,"count":` + countText + `,"verdict":` + saidText + `}`
)

func TestSmallFile(t *testing.T) {
	r, all, err := recount.Check([]byte(wholeText))
	if err != nil || len(all) > 0 || r.Outcome != schema.VerdictOutcomeAdopted {
		t.Error(r.Outcome, all, err)
	}
}

// TestPrintAndParse give back what went in.
func TestPrintAndParse(t *testing.T) {
	d, err := recount.Parse([]byte(" \n" + wholeText + "\r\n\t"))
	if err != nil {
		t.Fatal(err)
	}
	d.RollHash = "ab\"cd"
	d.Vote.Method, d.Vote.Opened, d.Vote.Question = schema.VoteMethodNamed, time.Date(2026, 6, 1, 0, 0, 0, 1000, time.UTC), "是否 <更换>\u2028?"
	data, err := d.Print()
	if err != nil {
		t.Fatal(err)
	}
	again, err := recount.Parse(data)
	if err != nil {
		t.Fatalf("%v: %s", err, data)
	}
	if again.Vote != d.Vote || again.RollHash != d.RollHash || again.Format != recount.Format {
		t.Errorf("%+v, want %+v", again, d)
	}
	for _, pair := range [][2][]byte{{again.Rule, d.Rule}, {again.Count, d.Count}, {again.Verdict, d.Verdict}} {
		if !bytes.Equal(pair[0], pair[1]) {
			t.Errorf("%s, want %s", pair[0], pair[1])
		}
	}
	twice, err := again.Print()
	if err != nil || !bytes.Equal(twice, data) {
		t.Errorf("%v: %s, want %s", err, twice, data)
	}
}

// replaced is the small file with one text replaced.
func replaced(old, by string) string { return strings.Replace(wholeText, old, by, 1) }

// TestRefusals of files that are not what they say, each at its place.
func TestRefusals(t *testing.T) {
	deep := strings.Repeat(`{"all":[`, 70) + strings.Repeat(`]}`, 70)
	for _, c := range []struct {
		name, file string
		code       fault.Code
		place      string
	}{
		{"nothing", "", fault.RecountUnreadable, ""},
		{"no JSON", "{", fault.RecountUnreadable, ""},
		{"more behind", wholeText + "1", fault.RecountUnreadable, ""},
		{"a comma too many", replaced(`"num":1,`, `"num":1,,`), fault.RecountUnreadable, "rule"},
		{"a list", "[]", fault.RecountTypeMismatch, ""},
		{"no UTF-8", replaced(`"?"`, "\"\xff\""), fault.RecountUnreadable, ""},
		{"a control character", replaced(`"?"`, "\"\n\""), fault.RecountUnreadable, "vote.question"},
		{"a wrong escape", replaced(`"?"`, `"\x"`), fault.RecountUnreadable, "vote.question"},
		{"another format", replaced("vote/v1", "vote/v2"), fault.RecountFormat, "format"},
		{"no format", replaced(`"format":"sifang/vote/v1",`, ""), fault.RecountFieldMissing, ""},
		{"no verdict", replaced(`,"verdict":`+saidText, ""), fault.RecountFieldMissing, ""},
		{"a field that nobody knows", replaced(`"vote":`, `"seal":1,"vote":`), fault.RecountFieldUnknown, "seal"},
		{"a field in another case", replaced(`"question"`, `"Question"`), fault.RecountFieldUnknown, "vote.Question"},
		{"a field twice", replaced(`"question"`, `"id":"w","question"`), fault.RecountFieldRepeated, "vote.id"},
		{"a field twice, once escaped", replaced(`"question"`, `"\u0069d":"w","question"`), fault.RecountFieldRepeated, "vote.id"},
		{"another kind", replaced(`"MOTION"`, `"RIOT"`), fault.UnknownValue, "vote.kind"},
		{"a kind that the count is not", replaced(`"MOTION"`, `"CHOICE"`), fault.RecountContradiction, "vote.kind"},
		{"no instant", replaced(`"question"`, `"opened":"yesterday","question"`), fault.RecountTypeMismatch, "vote.opened"},
		{"too deep", replaced(`"approval":{"share"`, `"approval":`+deep+`,"x":{"share"`), fault.RecountTooDeep, "rule"},
		{"a condition that nobody knows", replaced(`"num":1`, `"num":1,"round":"up"`), fault.RecountFieldUnknown, "rule.approval.share.fraction.round"},
		{"two conditions in one", replaced(`{"share"`, `{"all":[],"share"`), fault.RuleCombinationEmpty, "rule.approval.all"},
		{"a share of nothing", replaced(`"den":2`, `"den":0`), fault.OutOfRange, "rule.approval.share.fraction.den"},
		{"half a number", replaced(`"den":2`, `"den":2.5`), fault.RecountTypeMismatch, "rule.approval.share.fraction.den"},
		{"a number as text", replaced(`"den":2`, `"den":"2"`), fault.RecountTypeMismatch, "rule.approval.share.fraction.den"},
		{"a number too great", replaced(`"den":2`, `"den":99999999999999999999`), fault.RecountTypeMismatch, "rule.approval.share.fraction.den"},
		{"null", replaced(`"den":2`, `"den":null`), fault.RecountTypeMismatch, "rule.approval.share.fraction.den"},
		{"no recused", replaced(`,"recused":{"inBase":true}`, ""), fault.RecountFieldMissing, "rule"},
		{"a seat that is no truth", replaced(`"inBase":true`, `"inBase":1`), fault.RecountTypeMismatch, "rule.recused.inBase"},
		{"a voter that nobody knows", replaced(`{"person":"p"}]`, `{"person":"p","weight":2}]`), fault.RecountFieldUnknown, "count.roll.0.voters.0.weight"},
		{"a weight below zero", replaced(`{"heads":1}`, `{"heads":-1}`), fault.OutOfRange, "count.roll.0.weights.heads"},
		{"an entry twice", replaced(`"roll":[`, `"roll":[{"id":"u"},`), fault.CountRepeated, "count.roll.1.id"},
		{"a voter twice", replaced(`{"person":"p"}]`, `{"person":"p"},{"person":"p"}]`), fault.CountRepeated, "count.roll.0.voters"},
		{"too heavy", replaced(`"roll":[`, `"roll":[{"id":"a","weights":{"heads":100000000000000}},`), fault.CountWeight, "count.roll.1.weights"},
		{"a party that does not vote", replaced(`"id":"u"`, `"id":"u","party":"x"`), fault.CountPartyUnknown, "count.roll.0.party"},
		{"no number of seats", replaced(`"HEADS","base":"ON_ROLL"`, `"SEATS","base":"ALL_SEATS"`), fault.CountBaseMissing, "count"},
		{"fewer due than there are", replaced(`"ON_ROLL"`, `"DUE"`), fault.CountBaseMissing, "count"},
		{"options of a motion", replaced(`"written"`, `"options":[{"id":"A"}],"written"`), fault.RecountContradiction, "count.options"},
		{"settled for nobody", replaced(`"written"`, `"settled":[{"entry":"x","person":"p"}],"written"`), fault.CountUnknown, "count.settled.0.entry"},
		{"parties nobody tells about", replaced(`"HEADS"`, `"PARTIES"`), fault.RulePartiesMissing, "count.parties"},
		{"a verdict without an outcome", replaced(`"outcome":"ADOPTED",`, ""), fault.RecountFieldMissing, "verdict"},
		{"an outcome that is a number", replaced(`"outcome":"ADOPTED"`, `"outcome":1`), fault.RecountTypeMismatch, "verdict.outcome"},
	} {
		_, _, err := recount.Check([]byte(c.file))
		faults, ok := fault.Of(err)
		if !ok || len(faults) != 1 || faults[0].Code != c.code || strings.Join(faults[0].Field, ".") != c.place {
			t.Errorf("%s: %v at %v, want %s at %s", c.name, err, fields(faults), c.code, c.place)
		}
	}
}

func fields(faults fault.Faults) []string {
	var all []string
	for _, f := range faults {
		all = append(all, strings.Join(f.Field, "."))
	}
	return all
}

// TestTooLarge refuses a file and a rule by their size.
func TestTooLarge(t *testing.T) {
	if _, err := recount.Parse(make([]byte, recount.MaxSize+1)); !refused(err, fault.RecountTooLarge) {
		t.Error(err)
	}
	d, err := recount.Parse([]byte(wholeText))
	if err != nil {
		t.Fatal(err)
	}
	d.Rule = slices.Concat(bytes.Repeat([]byte(" "), 256<<10), d.Rule)
	if _, err := recount.Count(d); !refused(err, fault.RecountTooLarge) {
		t.Error(err)
	}
}

// FuzzCheck finds no file at which the counter stumbles.
func FuzzCheck(f *testing.F) {
	f.Add([]byte(wholeText))
	f.Add([]byte(replaced(`"heads":1}`, `"heads":1},"amended":{"removed":true,"before":{"heads":2}},"served":true,"building":"1"`)))
	f.Add([]byte(replaced(`"written"`, `"kind":"ELECTION","fill":1,"standBy":1,"options":[{"id":"A"},{"id":"N","none":true}],"sheets":[{"id":"s","issued":1,"returned":1,"marks":[{"option":"A","papers":1}]}],"written"`)))
	f.Add([]byte(replaced(`{"share"`, `{"kOf":{"k":1,"of":[{"limit":{"count":"AGAINST","measure":"HEADS","base":"VALID","fraction":{"num":0,"den":1}}}]},"share"`)))
	r, c := silentOwners(f)
	data, ok := file(f, r, c)
	if !ok {
		f.Fatal("refused")
	}
	f.Add(data)
	f.Fuzz(func(t *testing.T, data []byte) {
		d, err := recount.Parse(data)
		if err != nil {
			return
		}
		printed, err := d.Print()
		if err != nil {
			t.Fatal(err)
		}
		again, err := recount.Parse(printed)
		if err != nil || !again.Vote.Opened.Equal(d.Vote.Opened) || again.Vote.Question != d.Vote.Question {
			t.Fatalf("%v: %s", err, printed)
		}
		_, before, _ := recount.Check(data)
		_, after, _ := recount.Check(printed)
		if len(before) != len(after) {
			t.Fatalf("%v, and printed %v", before, after)
		}
	})
}
