package rule_test

import (
	"bytes"
	"testing"

	"sifang/schema/fault"
	"sifang/schema/rule"
)

// What is accepted prints to one form, is accepted again, explains itself and does
// not contradict itself; what is refused is refused by name; nothing else ever
// happens.

func FuzzParse(f *testing.F) {
	f.Add([]byte(document))
	f.Add([]byte(`{"approval": {"kOf": {"k": 2, "of": [{"all": []}, {"number": {"least": 1e3}}]}}}`))
	f.Add([]byte(`{"code": "A", "code": null, "validFrom": "2026-13-01"}`))
	f.Add([]byte(`[[[[[[[[{"a": 1}]]]]]]]]`))
	for _, r := range rule.Presets() {
		data, err := r.Print()
		if err != nil {
			f.Fatal(err)
		}
		f.Add(data)
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		r, err := rule.Parse(data)
		if err != nil {
			refused(t, err)
			return
		}
		once, err := r.Print()
		if err != nil {
			t.Fatal(err)
		}
		again, err := rule.Parse(once)
		if err != nil {
			t.Fatalf("its own print is refused: %v", err)
		}
		if twice, _ := again.Print(); !bytes.Equal(once, twice) {
			t.Fatalf("prints differ:\n%s\n%s", once, twice)
		}
		if found := rule.Conflicts(r, r); len(found) > 0 && len(data) < 10_000 {
			t.Fatalf("it contradicts itself: %+v", found)
		}
		for _, said := range rule.Explain(r) {
			if said.Chinese == "" || said.English == "" {
				t.Fatalf("explained by %+v", said)
			}
		}
	})
}

func FuzzParseSet(f *testing.F) {
	f.Add([]byte(`{"code": "X", "voting": [{"organization": "PARTY_BRANCH", "preset": "PARTY_BRANCH"}]}`))
	f.Add([]byte(`{"seats": {"eligibility": [{"code": "A", "off": true}]}, "periods": [{"meeting": "JOINT"}]}`))
	f.Add([]byte(`{"code": "X", "version": "1", "title": {"zh": "规约", "en": "Bylaws"}, "validFrom": "2026-01-01",
		"source": {"title": "规约", "jurisdiction": "本小区", "text": "全文"}, "owners": {"heads": "UNIT"},
		"voting": [{"organization": "OWNERS_ASSEMBLY", "class": "SPECIAL", "override": {
			"tie": "CASTING_VOTE", "proxies": {"mostPrincipals": 2}, "window": {"leastDays": 90, "extensions": 1}, "recast": "UNTIL_CLOSE",
			"deemed": {"basis": {"zh": "三", "en": "3"}, "direction": "ABSTAIN", "countsTowardQuorum": false}}}]}`))
	general, ok := rule.PresetSet("HANGZHOU")
	if !ok {
		f.Fatal("no set HANGZHOU")
	}
	for _, code := range rule.SetCodes() {
		s, ok := rule.PresetSet(code)
		if !ok {
			f.Fatalf("%s does not parse", code)
		}
		data, err := s.Print()
		if err != nil {
			f.Fatal(err)
		}
		f.Add(data)
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		s, err := rule.ParseSet(data)
		if err != nil {
			refused(t, err)
			return
		}
		once, err := s.Print()
		if err != nil {
			t.Fatal(err)
		}
		again, err := rule.ParseSet(once)
		if err != nil {
			t.Fatalf("its own print is refused: %v", err)
		}
		if twice, _ := again.Print(); !bytes.Equal(once, twice) {
			t.Fatalf("prints differ:\n%s\n%s", once, twice)
		}
		pinned(t, rule.Chain{general, s})
	})
}

// pinned checks that whatever sets come to together can be stored beside a vote
// and read again.
func pinned(t *testing.T, chain rule.Chain) {
	t.Helper()
	for _, choice := range chain[1].Voting {
		in, ok := chain.InForce(choice.Organization, choice.Matter)
		if !ok {
			continue
		}
		if faults := in.Rule.Validate(); len(faults) > 0 {
			t.Fatalf("the rule in force would be refused: %v", faults)
		}
	}
}

func refused(t *testing.T, err error) {
	t.Helper()
	faults, ok := fault.Of(err)
	if !ok || len(faults) == 0 {
		t.Fatalf("not a refusal: %v", err)
	}
}
