package rule_test

import (
	"bytes"
	"testing"

	"sifang/schema/fault"
	"sifang/schema/rule"
)

// What is accepted prints to one form and is accepted again; what is refused
// is refused by name; nothing else ever happens.

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
	})
}

func FuzzParseSet(f *testing.F) {
	f.Add([]byte(`{"code": "X", "voting": [{"organization": "PARTY_BRANCH", "preset": "PARTY_BRANCH"}]}`))
	f.Add([]byte(`{"seats": {"eligibility": [{"code": "A", "off": true}]}, "periods": [{"meeting": "JOINT"}]}`))
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
	})
}

func refused(t *testing.T, err error) {
	t.Helper()
	faults, ok := fault.Of(err)
	if !ok || len(faults) == 0 {
		t.Fatalf("not a refusal: %v", err)
	}
}
