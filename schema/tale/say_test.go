package tale_test

import (
	"strings"
	"testing"

	"sifang/schema"
	"sifang/schema/mandate"
	"sifang/schema/tale"
)

// Every verb of the story is a verb of the API, is told in both languages, and
// leaves no gap open.
func TestEveryVerbIsTold(t *testing.T) {
	known := map[string]bool{}
	for _, verb := range mandate.Verbs() {
		known[verb] = true
	}
	subject := tale.Subject{Name: "名称", Of: "会议", Kind: schema.VerdictOutcomeAdopted, Late: true}
	for _, verb := range tale.Verbs() {
		said, ok := tale.Say(verb, subject)
		if !known[verb] || !ok {
			t.Errorf("%s is no verb of the API", verb)
		}
		for _, text := range []string{said.Chinese, said.English} {
			if text == "" || strings.ContainsAny(text, "{}") {
				t.Errorf("%s: %q", verb, text)
			}
		}
	}
	if _, ok := tale.Say("castBallots", subject); ok {
		t.Error("a ballot is part of the story")
	}
}

func TestSay(t *testing.T) {
	for _, c := range []struct {
		verb    string
		subject tale.Subject
		zh, en  string
	}{
		{"closeVote", tale.Subject{Name: "更换物业", Kind: schema.VerdictOutcomeNotQuorate}, "表决「更换物业」结束：未达法定人数。", "The vote “更换物业” was closed: not quorate."},
		{"fileObjection", tale.Subject{Late: true}, "收到异议（逾期）。", "An objection was filed (late)."},
		{"fileObjection", tale.Subject{}, "收到异议。", "An objection was filed."},
		{"addAgendaItem", tale.Subject{Name: "停车", Of: "联席会议"}, "「停车」列入会议「联席会议」议程。", "“停车” was put on the agenda of “联席会议”."},
	} {
		if said, _ := tale.Say(c.verb, c.subject); said.Chinese != c.zh || said.English != c.en {
			t.Errorf("%s: %q %q", c.verb, said.Chinese, said.English)
		}
	}
}
