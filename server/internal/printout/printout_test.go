package printout_test

import (
	"context"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"sifang/ent"
	"sifang/ent/command"
	"sifang/ent/enttest"
	"sifang/graph"
	"sifang/schema/ident"
	"sifang/server/internal/demo"
	"sifang/server/internal/printout"
)

func TestMain(m *testing.M) { os.Exit(enttest.Run(m)) }

// house is a demo, and the pages printed from it.
type house struct {
	*printout.Handler
	store   *ent.Store
	asker   graph.Asker
	players []demo.Player
}

func told(t *testing.T, states ...demo.State) *house {
	t.Helper()
	store, story, err := demo.Open(t.Context(), "sqlite:"+filepath.Join(t.TempDir(), "demo.db"), states...)
	if err != nil {
		t.Fatal(err)
	}
	do := command.New(store)
	t.Cleanup(func() {
		do.Close()
		if err := store.Close(); err != nil {
			t.Error(err)
		}
	})
	log := slog.New(slog.NewTextHandler(t.Output(), nil))
	asker := graph.NewAsker(graph.Config{Store: store, Do: do, Log: log, Limits: graph.Limits{Complexity: 1 << 30, Depth: 20, Fields: 2000}})
	pages := printout.New(printout.Config{Ask: asker, Log: log, Now: store.Now, Public: "https://vote.example/"})
	return &house{pages, store, asker, story.Players}
}

// plays is the viewer of a role; a visitor where it is empty.
func (h *house) plays(t *testing.T, role string) *ent.Viewer {
	t.Helper()
	for _, p := range h.players {
		if p.English == role {
			return &ent.Viewer{Person: p.Person}
		}
	}
	if role != "" {
		t.Fatalf("nobody plays %s", role)
	}
	return &ent.Viewer{}
}

func (h *house) open(t *testing.T, viewer *ent.Viewer, method, path string) *httptest.ResponseRecorder {
	t.Helper()
	request := httptest.NewRequestWithContext(ent.WithViewer(t.Context(), viewer), method, path, nil)
	answer := httptest.NewRecorder()
	h.ServeHTTP(answer, request)
	return answer
}

func (h *house) ids(ctx context.Context, t *testing.T, document string) []ident.ID {
	t.Helper()
	var answer map[string]struct {
		Edges []struct{ Node struct{ ID ident.ID } }
	}
	if err := h.asker.Ask(ctx, document, nil, &answer); err != nil {
		t.Fatal(err)
	}
	var ids []ident.ID
	for _, list := range answer {
		for _, edge := range list.Edges {
			ids = append(ids, edge.Node.ID)
		}
	}
	return ids
}

func named(t *testing.T, name string) demo.State {
	t.Helper()
	state, err := demo.Named(name)
	if err != nil {
		t.Fatal(err)
	}
	return state
}

const chair, owner = "Chair of the owners' committee", "Owner of a flat"

// TestPapersOfAWrittenVote prints what a written owners' vote needs.
func TestPapersOfAWrittenVote(t *testing.T) {
	h := told(t, named(t, "written-vote-open"))
	all := ent.WithViewer(t.Context(), h.plays(t, chair))
	meeting := h.ids(all, t, `{ meetings { edges { node { id } } } }`)[0].String()
	vote := h.ids(all, t, `{ votes { edges { node { id } } } }`)[0].String()
	entries := h.store.Read().RollEntry.Query().CountX(ent.Unguarded(t.Context()))

	t.Run("who may open which", func(t *testing.T) {
		for path, want := range map[string][3]int{
			"notice/" + meeting:               {200, 200, 200},
			"ballots/" + meeting:              {200, 404, 409}, // a visitor is not even told that there is a roll
			"delivery/" + meeting:             {200, 404, 409},
			"counting/" + vote:                {200, 200, 200},
			"sign-in/" + meeting:              {409, 409, 409}, // a written vote has no sitting
			"result/" + vote:                  {409, 409, 409}, // it is open still
			"notice/" + vote:                  {404, 404, 404},
			"nothing/" + meeting:              {404, 404, 404},
			"notice/x":                        {404, 404, 404},
			"notice/":                         {404, 404, 404},
			"ballots/" + meeting + "?place=x": {404, 404, 404},
			"":                                {200, 200, 200},
		} {
			for i, role := range []string{chair, owner, ""} {
				if got := h.open(t, h.plays(t, role), http.MethodGet, "/print/"+path); got.Code != want[i] {
					t.Errorf("%s, opened by %q: %d, want %d", path, role, got.Code, want[i])
				}
			}
		}
		if got := h.open(t, h.plays(t, chair), http.MethodDelete, "/print/notice/"+meeting); got.Code != http.StatusMethodNotAllowed {
			t.Errorf("a page was deleted: %d", got.Code)
		}
	})

	t.Run("a paper for each owner, with all motions", func(t *testing.T) {
		page := h.open(t, h.plays(t, chair), http.MethodGet, "/print/ballots/"+meeting).Body.String()
		papers := strings.Split(page, `<article class="paper">`)[1:]
		if len(papers) != entries || entries == 0 {
			t.Errorf("%d papers for %d places on the roll", len(papers), entries)
		}
		numbers := map[string]bool{}
		for _, paper := range papers {
			numbers[regexp.MustCompile(`<b>(\d{5})</b>`).FindStringSubmatch(paper)[1]] = true
			if got := strings.Count(paper, `<li>反对</li>`); got != 3 {
				t.Errorf("a paper offers %d times to be against, of three motions", got)
			}
		}
		if len(numbers) != entries {
			t.Errorf("%d numbers on %d papers", len(numbers), entries)
		}
	})

	t.Run("part by part", func(t *testing.T) {
		page := h.open(t, h.plays(t, chair), http.MethodGet, "/print/ballots/"+meeting).Body.String()
		sum := 0
		for _, place := range regexp.MustCompile(`\?place=([0-9a-f-]{36})`).FindAllStringSubmatch(page, -1) {
			part := h.open(t, h.plays(t, chair), http.MethodGet, "/print/ballots/"+meeting+"?place="+place[1]).Body.String()
			sum += strings.Count(part, `<article class="paper">`)
		}
		if sum != entries {
			t.Errorf("the places have %d papers, the roll %d", sum, entries)
		}
		entry := h.store.Read().RollEntry.Query().FirstX(ent.Unguarded(t.Context()))
		sole := h.open(t, h.plays(t, chair), http.MethodGet, "/print/ballots/"+meeting+"?entry="+entry.ID.String()).Body.String()
		if strings.Count(sole, `<article class="paper">`) != 1 || !strings.Contains(sole, entry.Label) {
			t.Errorf("not the paper of one owner: %.300s", sole)
		}
	})

	t.Run("served and not", func(t *testing.T) {
		page := h.open(t, h.plays(t, chair), http.MethodGet, "/print/delivery/"+meeting).Body.String()
		var list struct {
			Node struct {
				DoorList struct{ Entries []struct{ Served bool } }
			}
		}
		err := h.asker.Ask(all, `query($id: ID!) { node(id: $id) { ... on Vote { doorList(first: 1000) { entries { served } } } } }`,
			map[string]any{"id": vote}, &list)
		if err != nil {
			t.Fatal(err)
		}
		served := 0
		for _, e := range list.Node.DoorList.Entries {
			if e.Served {
				served++
			}
		}
		if got := strings.Count(page, "已登记"); got != served || strings.Count(page, "□当面") != entries-served {
			t.Errorf("%d of %d lines are filled in, %d were served", got, entries, served)
		}
	})

	t.Run("what everybody reads names no owner", func(t *testing.T) {
		labels := h.store.Read().RollEntry.Query().AllX(ent.Unguarded(t.Context()))
		shown := h.open(t, h.plays(t, ""), http.MethodGet, "/print/notice/"+meeting).Body.String()
		chairs := h.store.Read().Person.GetX(ent.Unguarded(t.Context()), h.plays(t, chair).Person).Name
		for _, e := range labels {
			if e.Label != chairs && strings.Contains(shown, e.Label) {
				t.Errorf("the notice names %s", e.Label)
			}
		}
	})
}

// subjects are what pages are about.
var subjects = map[string][]string{
	`{ meetings(first: 100) { edges { node { id } } } }`:    {"notice", "ballots", "delivery", "sign-in"},
	`{ votes(first: 100) { edges { node { id } } } }`:       {"counting", "result"},
	`{ resolutions(first: 100) { edges { node { id } } } }`: {"resolution"},
}

// TestPagesOfEveryState opens every page of everything there is in every state
// of the demo, as a visitor and then as those who run things until one of them
// may. What cannot be shown is refused; no page fails, and none says a code in
// place of a word.
func TestPagesOfEveryState(t *testing.T) {
	coded := regexp.MustCompile(`>[^<]*\b[A-Z]+_[A-Z]+\b`)
	h := told(t, demo.States()...)
	seen, shown := map[string]bool{}, map[string]int{}
	open := func(viewer *ent.Viewer, page string, id ident.ID) {
		path := "/print/" + page + "/" + id.String()
		if seen[path] {
			return
		}
		answer := h.open(t, viewer, http.MethodGet, path)
		switch body := answer.Body.String(); {
		case answer.Code >= http.StatusInternalServerError:
			t.Errorf("%s: %d", path, answer.Code)
		case answer.Code == http.StatusOK && coded.MatchString(body):
			t.Errorf("%s says %s", path, coded.FindString(body))
		case answer.Code == http.StatusOK:
			seen[path] = true
			shown[page]++
		}
	}
	for _, player := range append([]demo.Player{{}}, h.players...) {
		if player.English != "" && !runs[player.English] {
			continue
		}
		viewer := &ent.Viewer{Person: player.Person}
		ctx := ent.WithViewer(t.Context(), viewer)
		for document, pages := range subjects {
			for _, id := range h.ids(ctx, t, document) {
				for _, page := range pages {
					open(viewer, page, id)
				}
			}
		}
		for _, id := range h.store.Read().Minutes.Query().IDsX(ctx) {
			open(viewer, "minutes", id)
		}
	}
	for _, page := range []string{"notice", "ballots", "delivery", "sign-in", "counting", "result", "minutes", "resolution"} {
		if shown[page] == 0 {
			t.Errorf("no state shows the page %s", page)
		}
	}
}

// runs are those who run things.
var runs = map[string]bool{chair: true, "Chair of the residents' committee": true}

// TestPageIsWhole holds that a page carries its style and that the browser is
// told to accept no other.
func TestPageIsWhole(t *testing.T) {
	h := told(t, named(t, "written-vote-open"))
	answer := h.open(t, h.plays(t, ""), http.MethodGet, "/print")
	css, err := os.ReadFile("pages/style.css")
	if err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(answer.Body.String(), "<style>"+string(css)+"</style>") {
		t.Error("the style is not on the page as it was written, so its fingerprint does not match")
	}
	if policy := answer.Header().Get("Content-Security-Policy"); !strings.Contains(policy, "style-src 'sha256-") || strings.Contains(policy, "unsafe") {
		t.Errorf("policy: %s", policy)
	}
	if answer.Header().Get("Cache-Control") != "private, no-store" {
		t.Error("pages with names may be kept by caches")
	}
}
