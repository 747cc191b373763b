package printout

import (
	"bytes"
	"strings"
	"testing"

	"sifang/schema/ident"
)

// TestSecretPaper prints an agenda on which one vote is named and one secret.
// Whoever signs the one must not be known by the other.
func TestSecretPaper(t *testing.T) {
	roll := ident.Draft(ident.KindRoll)
	vote := func(question, method string) map[string]any {
		return connected(map[string]any{
			"question": question, "method": method, "status": "OPEN", "kind": "MOTION", "roll": map[string]any{"id": roll.String()},
		})
	}
	item := func(title string, votes map[string]any) map[string]any {
		return map[string]any{"title": title, "disposition": "PENDING", "proposal": map[string]any{"text": "…"}, "votes": votes}
	}
	var forty known
	forty.All.Entries = 40
	caller := entry{Position: 7, Heads: 1, Area: "88.00"}
	caller.Entry.Label = "某业主"
	s := sheet{
		Page: page{Name: "ballots"}, Base: "https://vote.example",
		Subject: map[string]any{
			"id": ident.Draft(ident.KindMeeting).String(), "title": "业主大会", "venue": nil, "endsAt": "2026-06-30T10:00:00Z",
			"agendaItems": connected(item("甲", vote("具名表决？", "NAMED")), item("乙", vote("匿名表决？", "SECRET_PAPER")), item("丙", vote("举手的？", "SHOW_OF_HANDS"))),
		},
		Rolls: []calls{{Roll: roll, Known: []known{forty}, Places: []place{{Entries: []entry{caller}}}}},
	}
	var written bytes.Buffer
	if err := s.print(&written, "ballots"); err != nil {
		t.Fatal(err)
	}
	papers := strings.Split(written.String(), `<article class="paper">`)
	if len(papers) != 3 {
		t.Fatalf("%d papers, want a named one and a secret one", len(papers)-1)
	}
	signed, secret := papers[1], papers[2]
	for text, on := range map[string][2]bool{
		"某业主": {true, false}, "00007": {true, false}, "<svg": {true, false}, "表决人签名": {true, false},
		"具名表决？": {true, false}, "匿名表决？": {false, true}, "举手的？": {false, false},
	} {
		if strings.Contains(signed, text) != on[0] || strings.Contains(secret, text) != on[1] {
			t.Errorf("%s stands where it must not, or not where it must", text)
		}
	}
	if !strings.Contains(signed, "共40张") {
		t.Error("nobody is told how many to print")
	}
}

func connected(rows ...map[string]any) map[string]any {
	edges := make([]any, len(rows))
	for i, row := range rows {
		edges[i] = map[string]any{"node": row}
	}
	return map[string]any{"edges": edges}
}
