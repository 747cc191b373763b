package rule_test

import (
	"slices"
	"strings"
	"testing"

	"sifang/schema/fault"
	"sifang/schema/rule"
)

// document is a rule about seats. Tests replace parts of it.
const document = `{
	"code": "TEST", "version": "1", "title": {"zh": "测试", "en": "Test"},
	"source": {"title": "规约", "jurisdiction": "本小区", "text": "全体委员过半数同意"},
	"validFrom": "2026-01-01",
	"quorum": {"share": {"count": "PRESENT", "measure": "SEATS", "base": "ALL_SEATS", "compare": "MORE_THAN", "fraction": {"num": 1, "den": 2}}},
	"approval": {"all": [{"share": {"count": "FOR", "measure": "SEATS", "base": "ALL_SEATS", "compare": "AT_LEAST", "fraction": {"num": 2, "den": 3}}}]},
	"tie": "RETABLE",
	"agendaMustBeNoticed": false, "lateArrivalsVote": false, "recused": {"inBase": true}
}`

// partySection is a clause that counts parties, with what belongs to it.
const partySection = `"approval": {"share": {"count": "FOR", "measure": "PARTIES", "base": "ALL_SEATS", "compare": "AT_LEAST", "fraction": {"num": 1, "den": 1}}}, "parties": `

// places lists the faults as "path code", so that a test can say both at once.
func places(t *testing.T, err error) []string {
	t.Helper()
	faults, ok := fault.Of(err)
	if err != nil && !ok {
		t.Fatalf("not a refusal: %v", err)
	}
	var all []string
	for _, one := range faults {
		all = append(all, strings.TrimSpace(strings.Join(one.Field, ".")+" "+string(one.Code)))
		for _, text := range []string{one.Text(fault.Chinese), one.Text(fault.English)} {
			if text == "" || strings.ContainsAny(text, "{}") {
				t.Errorf("%s is worded %q", one.Code, text)
			}
		}
	}
	return all
}

func TestParseRefuses(t *testing.T) {
	approval := `"approval": {"all": [{"share": {"count": "FOR", "measure": "SEATS", "base": "ALL_SEATS", "compare": "AT_LEAST", "fraction": {"num": 2, "den": 3}}}]}`
	share := func(fields string) string { return `"approval": {"share": {` + fields + `}}` }
	for _, c := range []struct {
		name, old, new string
		want           []string
	}{
		{"nothing wrong", ``, ``, nil},
		{"not JSON", `"code": "TEST",`, `"code" "TEST",`, []string{"RULE_UNREADABLE"}},
		{"unknown field", `"tie":`, `"ties": 1, "tie":`, []string{"ties RULE_FIELD_UNKNOWN"}},
		{"unknown field inside", `"num": 1,`, `"num": 1, "numerator": 1,`, []string{"quorum.share.fraction.numerator RULE_FIELD_UNKNOWN"}},
		{"another case", `"tie":`, `"Tie":`, []string{"Tie RULE_FIELD_UNKNOWN"}},
		{"twice", `"tie":`, `"tie": "ESCALATE", "tie":`, []string{"tie RULE_FIELD_REPEATED"}},
		{"null", `"tie": "RETABLE"`, `"tie": null`, []string{"tie RULE_TYPE_MISMATCH"}},
		{"missing", `"recused": {"inBase": true}`, `"recused": {}`, []string{"recused.inBase RULE_FIELD_MISSING"}},
		{"blank", `"version": "1"`, `"version": " "`, []string{"version BLANK"}},
		{"number for text", `"version": "1"`, `"version": 1`, []string{"version RULE_TYPE_MISMATCH"}},
		{"text for flag", `"lateArrivalsVote": false`, `"lateArrivalsVote": "no"`, []string{"lateArrivalsVote RULE_TYPE_MISMATCH"}},
		{"broken number", `"num": 1,`, `"num": 1.5,`, []string{"quorum.share.fraction.num RULE_TYPE_MISMATCH"}},
		{"huge number", `"num": 1,`, `"num": 99999999999999999999,`, []string{"quorum.share.fraction.num RULE_TYPE_MISMATCH"}},
		{"list for object", `"title": {"zh": "测试", "en": "Test"}`, `"title": []`, []string{"title RULE_TYPE_MISMATCH"}},
		{"object for list", `"all": [`, `"all": {}, "any": [`, []string{"approval.all RULE_TYPE_MISMATCH"}},
		{"no such day", `"2026-01-01"`, `"2026-02-30"`, []string{"validFrom RULE_TYPE_MISMATCH"}},
		{"control character", `"Test"`, `"Te\u0000st"`, []string{"title.en CONTROL_CHARACTER"}},
		{"code", `"code": "TEST"`, `"code": "test rule"`, []string{"code INVALID_CODE"}},
		{"ends before", `"validFrom": "2026-01-01"`, `"validFrom": "2026-01-01", "validTo": "2026-01-01"`, []string{"validTo ENDS_BEFORE_IT_STARTS"}},
		{"verified before it was written", `"title": "规约",`, `"title": "规约", "textDate": "2026-01-02", "verifiedOn": "2026-01-01",`, []string{"source.verifiedOn ENDS_BEFORE_IT_STARTS"}},
		{"verified without a text", `"title": "规约",`, `"title": "规约", "verifiedOn": "2026-01-01",`, []string{"source.textDate RULE_FIELD_MISSING"}},

		{"unknown measure", `"measure": "SEATS", "base": "ALL_SEATS", "compare": "MORE_THAN"`, `"measure": "SOULS", "base": "ALL_SEATS", "compare": "MORE_THAN"`, []string{"quorum.share.measure UNKNOWN_VALUE"}},
		{"fraction over one", `"num": 2, "den": 3`, `"num": 4, "den": 3`, []string{"approval.all.0.share.fraction RULE_FRACTION"}},
		{"fraction over nothing", `"num": 2, "den": 3`, `"num": 0, "den": 0`, []string{"approval.all.0.share.fraction RULE_FRACTION"}},
		{"negative fraction", `"num": 2, "den": 3`, `"num": -2, "den": -3`, []string{"approval.all.0.share.fraction RULE_FRACTION"}},
		{"more than all", `"MORE_THAN", "fraction": {"num": 1, "den": 2}`, `"MORE_THAN", "fraction": {"num": 2, "den": 2}`, []string{"quorum.share RULE_NEVER_MET"}},
		{"base does not fit", `"FOR", "measure": "SEATS"`, `"FOR", "measure": "AREA"`, []string{"approval.all.0.share.base RULE_BASE_MISMATCH"}},
		{"quorum of those present", `"SEATS", "base": "ALL_SEATS", "compare": "MORE_THAN"`, `"SEATS", "base": "PRESENT", "compare": "MORE_THAN"`, []string{"quorum.share.base RULE_BASE_MISMATCH"}},
		{"quorum of voices", `"count": "PRESENT"`, `"count": "FOR"`, []string{"quorum.share.count RULE_COUNT_MISMATCH"}},
		{"approval by presence", `"count": "FOR"`, `"count": "PRESENT"`, []string{"approval.all.0.share.count RULE_COUNT_MISMATCH"}},
		{"empty combination", approval, `"approval": {"any": []}`, []string{"approval.any RULE_COMBINATION_EMPTY"}},
		{"two forms", approval, `"approval": {"any": [], "all": []}`, []string{"approval RULE_CLAUSE_NOT_SINGLE"}},
		{"no form", approval, `"approval": {}`, []string{"approval RULE_CLAUSE_NOT_SINGLE"}},
		{"k over n", approval, `"approval": {"kOf": {"k": 2, "of": [{"number": {"count": "FOR", "measure": "SEATS", "least": 1}}]}}`, []string{"approval.kOf.k RULE_TOO_MANY_REQUIRED"}},
		{"k of none", approval, `"approval": {"kOf": {"k": 0, "of": []}}`, []string{"approval.kOf.of RULE_COMBINATION_EMPTY", "approval.kOf.k RULE_TOO_MANY_REQUIRED"}},
		{"at least nothing", approval, `"approval": {"number": {"count": "FOR", "measure": "SEATS", "least": 0}}`, []string{"approval.number.least OUT_OF_RANGE"}},
		{"group of all seats", approval, share(`"count": "FOR", "measure": "SEATS", "base": "ALL_SEATS", "compare": "AT_LEAST", "fraction": {"num": 2, "den": 3}, "among": {"code": "OWNER", "title": {"zh": "业主", "en": "owners"}}`), []string{"approval.share.among RULE_GROUP_MISMATCH"}},
		{"all of it wrong", approval, share(`"count": "FOR", "measure": "SEAT", "base": "EVERYBODY", "compare": "ABOUT"`), []string{
			"approval.share.measure UNKNOWN_VALUE", "approval.share.base UNKNOWN_VALUE",
			"approval.share.compare UNKNOWN_VALUE", "approval.share.fraction RULE_FIELD_MISSING",
		}},

		{"parties unsaid", approval, strings.TrimSuffix(partySection, `, "parties": `), []string{"parties RULE_PARTIES_MISSING"}},
		{"parties unused", `"tie":`, `"parties": {"position": "DELEGATE", "absent": "BLOCKS"}, "tie":`, []string{"parties RULE_PARTIES_UNUSED"}},
		{"silence at once", approval, partySection + `{"position": "DELEGATE", "absent": "COUNTED_AS_CONSENT_AFTER_NOTICE"}`, []string{"parties.consentDays RULE_CONSENT_DAYS"}},
		{"asked after leaving", approval, partySection + `{"position": "DELEGATE", "absent": "LEAVES_BASE", "consentDays": 3}`, []string{"parties.consentDays RULE_CONSENT_DAYS"}},
		{"persons", `"tie":`, `"distinctPersonsMin": -1, "tie":`, []string{"distinctPersonsMin OUT_OF_RANGE"}},

		{"lots", `"tie": "RETABLE"`, `"tie": "DRAW_LOTS"`, []string{"tie RULE_NOT_SUPPORTED"}},
		{"papers of parties", approval, strings.Replace(partySection, "ALL_SEATS", "PAPERS_CAST", 1) + `{"position": "DELEGATE", "absent": "BLOCKS"}`, []string{"approval.share.base RULE_BASE_MISMATCH"}},
		{"papers in a quorum", `"SEATS", "base": "ALL_SEATS", "compare": "MORE_THAN"`, `"SEATS", "base": "PAPERS_CAST", "compare": "MORE_THAN"`, []string{"quorum.share.base RULE_BASE_MISMATCH"}},
		{"papers", `"FOR", "measure": "SEATS", "base": "ALL_SEATS"`, `"FOR", "measure": "SEATS", "base": "PAPERS_CAST"`, nil},
		{"more parties than there are", approval, `"approval": {"number": {"count": "FOR", "measure": "PARTIES", "least": 1001}}, "parties": {"position": "DELEGATE", "absent": "BLOCKS"}`, []string{"approval.number.least RULE_TOO_MANY_PARTIES"}},
		{"conflict with no text", `"tie":`, `"conflicts": [{"source": {"title": "法", "jurisdiction": "全国", "text": "条", "verifiedOn": "2026-01-01"}, "note": {"zh": "低", "en": "laxer"}}], "tie":`, []string{"conflicts.0.source.textDate RULE_FIELD_MISSING"}},
		{"laid by nobody", `"tie":`, `"laid": [{"set": "HANGZHOU"}], "tie":`, []string{"laid.0.version RULE_FIELD_MISSING"}},
		{"unknown class", `"tie":`, `"class": "TRIVIAL", "tie":`, []string{"class UNKNOWN_VALUE"}},
		{"unknown visibility", `"tie":`, `"visibility": "HIDDEN", "tie":`, []string{"visibility UNKNOWN_VALUE"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			text := strings.Replace(document, c.old, c.new, 1)
			if c.old != "" && text == document {
				t.Fatal("the test replaces nothing")
			}
			_, err := rule.Parse([]byte(text))
			if got := places(t, err); !slices.Equal(got, c.want) {
				t.Errorf("got  %q\nwant %q", got, c.want)
			}
		})
	}
}

func TestParseRefusesWhatIsTooMuch(t *testing.T) {
	deep := strings.Repeat(`{"all": [`, 40) + strings.Repeat(`]}`, 40)
	for _, c := range []struct {
		name, text string
		want       []string
	}{
		{"too deep", deep, []string{"RULE_TOO_DEEP"}},
		{"too long", `"` + strings.Repeat("x", 1<<20) + `"`, []string{"TOO_LONG"}},
		{"long text", strings.Replace(document, "Test", strings.Repeat("字", 10_001), 1), []string{"title.en TOO_LONG"}},
		{"behind the end", document + "{}", []string{"RULE_UNREADABLE"}},
		{"not UTF-8", strings.Replace(document, "Test", "\xff", 1), []string{"RULE_UNREADABLE"}},
		{"empty", "", []string{"RULE_UNREADABLE"}},
		{"not an object", "[]", []string{"RULE_TYPE_MISMATCH"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, err := rule.Parse([]byte(c.text))
			if got := places(t, err); !slices.Equal(got, c.want) {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}

func TestValidateAgreesWithParse(t *testing.T) {
	r, err := rule.Parse([]byte(document))
	if err != nil {
		t.Fatal(err)
	}
	if faults := r.Validate(); len(faults) > 0 {
		t.Errorf("valid rule: %v", faults)
	}
	r.Quorum.Share.Fraction.Den = 0
	r.Tie = "TOSS"
	if got := places(t, r.Validate().Err()); !slices.Equal(got, []string{"tie UNKNOWN_VALUE"}) {
		t.Errorf("shape first: %q", got)
	}
	r.Tie = ""
	if got := places(t, r.Validate().Err()); !slices.Equal(got, []string{"quorum.share.fraction RULE_FRACTION"}) {
		t.Errorf("then sense: %q", got)
	}
}
