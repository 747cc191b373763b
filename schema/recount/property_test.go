package recount_test

import (
	"encoding/json"
	"flag"
	"testing"

	"pgregory.net/rapid"

	"sifang/schema"
	"sifang/schema/fault"
	"sifang/schema/recount"
	"sifang/schema/rule"
	"sifang/schema/tally"
)

// TestMain runs each property five hundred times, unless the command line says
// otherwise.
func TestMain(m *testing.M) {
	if checks := flag.Lookup("rapid.checks"); checks != nil {
		_ = checks.Value.Set("500") // a number always parses
	}
	flag.Parse()
	m.Run()
}

// file is the file of a vote as the first counter judged it. It reports false
// if that counter refused.
func file(t interface{ Fatal(...any) }, r rule.Rule, c tally.Count) ([]byte, bool) {
	v, err := tally.Judge(r, c)
	if err != nil {
		if _, refused := fault.Of(err); !refused {
			t.Fatal(err)
		}
		return nil, false
	}
	d := recount.Document{Format: recount.Format, Vote: recount.Vote{ID: "v", Question: "?", Kind: schema.VoteKindMotion}}
	if c.Kind != "" {
		d.Vote.Kind = c.Kind
	}
	for _, part := range []struct {
		to   *json.RawMessage
		text func() ([]byte, error)
	}{
		{&d.Rule, r.Print},
		{&d.Count, func() ([]byte, error) { return json.Marshal(c) }},
		{&d.Verdict, func() ([]byte, error) { return json.Marshal(v) }},
	} {
		text, err := part.text()
		if err != nil {
			t.Fatal(err)
		}
		*part.to = text
	}
	data, err := d.Print()
	if err != nil {
		t.Fatal(err)
	}
	return data, true
}

// TestBothCountersAgree counts whatever can be drawn with both.
func TestBothCountersAgree(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		k := drawKind(t)
		r := drawRule(t, k)
		if faults := r.Validate(); len(faults) > 0 {
			t.Fatalf("the drawn rule is refused: %v", faults)
		}
		agree(t, r, drawCount(t, r, k))
	})
}

// TestBothCountersAgreeOnPresets does so under the rules that come with the
// service, and whatever bylaws may add to them.
func TestBothCountersAgreeOnPresets(t *testing.T) {
	codes := rule.Codes()
	rapid.Check(t, func(t *rapid.T) {
		r, _ := rule.Preset(rapid.SampledFrom(codes).Draw(t, "preset"))
		drawPolicies(t, &r)
		k := kindDrawn{kind: one(t, "kind", schema.VoteKindMotion, schema.VoteKindMotion, schema.VoteKindChoice), parties: r.CountsParties()}
		if r.Election != nil {
			k.kind = schema.VoteKindElection
		}
		agree(t, r, drawCount(t, r, k))
	})
}

// agree counts with both counters and compares.
func agree(t *rapid.T, r rule.Rule, c tally.Count) {
	data, ok := file(t, r, c)
	if !ok {
		t.Skip("the numbers contradict each other")
	}
	_, all, err := recount.Check(data)
	if err != nil {
		t.Fatalf("%v\n%s", err, data)
	}
	for _, one := range all {
		t.Errorf("%s", one.Text(fault.English))
	}
	if len(all) > 0 {
		t.Logf("%s", data)
	}
}
