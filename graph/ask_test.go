package graph_test

import (
	"log/slog"
	"testing"

	"sifang/ent"
	"sifang/ent/command"
	"sifang/ent/enttest"
	"sifang/graph"
)

func TestAsker(t *testing.T) {
	store := enttest.Open(t, ent.Config{URL: enttest.SQLite(t)})
	do := command.New(store)
	t.Cleanup(do.Close)
	asker := graph.NewAsker(graph.Config{Store: store, Do: do, Log: slog.New(slog.DiscardHandler)})
	ctx := ent.WithViewer(t.Context(), &ent.Viewer{})
	answer := struct{ Areas struct{ TotalCount *int } }{}
	err := asker.Ask(ctx, `query($first: Int) { areas(first: $first) { totalCount } }`, map[string]any{"first": 3}, &answer)
	if err != nil || answer.Areas.TotalCount == nil || *answer.Areas.TotalCount != 0 {
		t.Errorf("answered %v, %v", answer, err)
	}
	for name, document := range map[string]string{
		"what is no document":        `{`,
		"what the API does not have": `{ nothing }`,
		"a page beyond the limits":   `{ areas(first: 1000) { totalCount } }`,
	} {
		if err := asker.Ask(ctx, document, nil, &answer); err == nil {
			t.Errorf("%s was answered", name)
		}
	}
}
