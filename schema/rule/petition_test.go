package rule_test

import (
	"testing"

	"sifang/schema"
	"sifang/schema/rule"
)

// A fifth of the owners may have an assembly called, a tenth of the residents a
// meeting, and exactly that share is enough (Civil Code art. 1259).
func TestPetitions(t *testing.T) {
	chain := rule.Chain{set(t, "PRACTICE"), set(t, "NATIONAL")}
	for _, c := range []struct {
		meeting    schema.MeetingKind
		request    int
		got, whole int64
		needed     int64
		met        bool
	}{
		{schema.MeetingKindAssembly, 0, 19, 100, 20, false},
		{schema.MeetingKindAssembly, 0, 20, 100, 20, true},
		{schema.MeetingKindAssembly, 0, 20, 101, 21, false},
		{schema.MeetingKindAssembly, 0, 0, 0, 1, false},
		{schema.MeetingKindResidents, 0, 99, 1000, 100, false},
		{schema.MeetingKindResidents, 0, 100, 1000, 100, true},
		{schema.MeetingKindResidents, 1, 40, 400, 40, true},
		{schema.MeetingKindResidents, 2, 16, 49, 17, false},
		{schema.MeetingKindResidents, 2, 17, 49, 17, true},
		{schema.MeetingKindRepresentatives, 0, 9, 49, 10, false},
		{schema.MeetingKindRepresentatives, 0, 10, 49, 10, true},
	} {
		p, ok := chain.Petition(c.meeting)
		if !ok {
			t.Fatalf("nobody may petition for %s", c.meeting)
		}
		lines, met := p.Any[c.request].Judge(
			func(schema.Measure) int64 { return c.got }, func(schema.Measure) int64 { return c.whole })
		if met != c.met || len(lines) != 1 || lines[0].Needed != c.needed || lines[0].Met != c.met {
			t.Errorf("%s, %d of %d: %v %+v", c.meeting, c.got, c.whole, met, lines)
		}
	}
	if _, ok := chain.Petition(schema.MeetingKindJoint); ok {
		t.Error("somebody may petition for a joint meeting")
	}
}

func TestPetitionInWords(t *testing.T) {
	p, _ := rule.Chain{set(t, "NATIONAL")}.Petition(schema.MeetingKindAssembly)
	lines, _ := p.Any[0].Judge(func(schema.Measure) int64 { return 12 }, func(schema.Measure) int64 { return 100 })
	for said, want := range map[string]string{
		lines[0].Sentence().Chinese: "业主共100人，联名须达五分之一以上，即至少20人；现有12人，未达到。",
		lines[0].Sentence().English: "The owners are 100 people; at least one fifth must sign, which takes 20 people; signed so far: 12 people, so this is not met.",
	} {
		if said != want {
			t.Errorf("%s, want %s", said, want)
		}
	}
}
