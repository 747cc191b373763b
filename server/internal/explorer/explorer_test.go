package explorer_test

import (
	"encoding/json"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"sifang/schema/fault"
	"sifang/server/internal/explorer"
)

var demonstration = explorer.Config{
	Tokens: []explorer.Token{{
		Role:   explorer.Label{Chinese: "业主", English: "Owner"},
		Person: "王芳",
		Bearer: "a.b.c",
	}},
	Examples: []explorer.Example{{
		Title: explorer.Label{Chinese: "谁", English: "Who"},
		Query: "{ viewer { id } }",
	}},
	Language: fault.Chinese,
}

func ask(config explorer.Config, method, url string, header ...string) *http.Response {
	r := httptest.NewRequest(method, url, nil)
	for i := 0; i+1 < len(header); i += 2 {
		r.Header.Set(header[i], header[i+1])
	}
	w := httptest.NewRecorder()
	explorer.Handler(config).ServeHTTP(w, r)
	return w.Result()
}

func body(t *testing.T, answer *http.Response) string {
	t.Helper()
	text, err := io.ReadAll(answer.Body)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

func TestPaths(t *testing.T) {
	tests := []struct {
		method, url string
		status      int
		kind        string
	}{
		{"GET", "/", 200, "text/html; charset=utf-8"},
		{"HEAD", "/", 200, "text/html; charset=utf-8"},
		{"GET", "/explorer/script/main.mjs", 200, "text/javascript; charset=utf-8"},
		{"GET", "/explorer/style/page.css", 200, "text/css; charset=utf-8"},
		{"GET", "/explorer/seal.png", 200, "image/png"},
		{"GET", "/explorer/tokens.json", 200, "application/json; charset=utf-8"},
		{"HEAD", "/explorer/settings.json", 200, "application/json; charset=utf-8"},

		{"POST", "/", 405, ""},
		{"PUT", "/explorer/tokens.json", 405, ""},
		{"DELETE", "/explorer/script/main.mjs", 405, ""},
		{"OPTIONS", "/explorer/tokens.json", 405, ""},

		{"GET", "/explorer", 404, ""},
		{"GET", "/explorer/", 404, ""},
		{"GET", "/explorer/script", 404, ""},
		{"GET", "/explorer/script/", 404, ""},
		{"GET", "/explorer/absent.mjs", 404, ""},
		{"GET", "/explorer/index.html", 404, ""},
		{"GET", "/explorer/../index.html", 404, ""},
		{"GET", "/explorer/..%2findex.html", 404, ""},
		{"GET", "/explorer//script/main.mjs", 404, ""},
		{"GET", "/index.html", 404, ""},
		{"GET", "/graphql", 404, ""},
		{"POST", "/graphql", 404, ""},
	}
	for _, test := range tests {
		t.Run(test.method+" "+test.url, func(t *testing.T) {
			answer := ask(demonstration, test.method, test.url)
			if answer.StatusCode != test.status {
				t.Fatalf("status %d, want %d", answer.StatusCode, test.status)
			}
			if test.kind != "" && answer.Header.Get("Content-Type") != test.kind {
				t.Errorf("content type %q, want %q", answer.Header.Get("Content-Type"), test.kind)
			}
			if allow := answer.Header.Get("Allow"); (allow == "GET, HEAD") != (test.status == 405) {
				t.Errorf("Allow %q with status %d", allow, test.status)
			}
			if test.method == "HEAD" && body(t, answer) != "" {
				t.Error("an answer to HEAD has a body")
			}
		})
	}
}

// Refusals and answers alike are closed to other origins and to injected code.
func TestEveryAnswerIsProtected(t *testing.T) {
	for _, url := range []string{"/", "/explorer/script/main.mjs", "/explorer/tokens.json", "/absent"} {
		for _, method := range []string{"GET", "HEAD", "POST"} {
			header := ask(demonstration, method, url, "Origin", "null").Header
			for name, want := range map[string]string{
				"X-Content-Type-Options":       "nosniff",
				"X-Frame-Options":              "DENY",
				"Referrer-Policy":              "same-origin",
				"Cross-Origin-Opener-Policy":   "same-origin",
				"Cross-Origin-Resource-Policy": "same-origin",
				"Access-Control-Allow-Origin":  "",
			} {
				if header.Get(name) != want {
					t.Errorf("%s %s: %s is %q, want %q", method, url, name, header.Get(name), want)
				}
			}
			checkPolicy(t, header.Get("Content-Security-Policy"))
		}
	}
}

func checkPolicy(t *testing.T, policy string) {
	t.Helper()
	sources := map[string]string{}
	for _, directive := range strings.Split(policy, "; ") {
		name, source, _ := strings.Cut(directive, " ")
		sources[name] = source
	}
	for name, want := range map[string]string{
		"default-src":     "'none'",
		"script-src":      "'self'",
		"style-src":       "'self'",
		"connect-src":     "'self'",
		"base-uri":        "'none'",
		"form-action":     "'none'",
		"frame-ancestors": "'none'",
	} {
		if sources[name] != want {
			t.Errorf("policy has %s %q, want %q", name, sources[name], want)
		}
	}
	if strings.Contains(policy, "unsafe") {
		t.Errorf("policy allows something unsafe: %s", policy)
	}
}

func TestAnUnchangedAssetIsNotSentAgain(t *testing.T) {
	seen := map[string]string{}
	for _, url := range []string{"/", "/explorer/script/main.mjs", "/explorer/style/page.css", "/explorer/settings.json"} {
		first := ask(demonstration, "GET", url)
		tag := first.Header.Get("ETag")
		if len(tag) < 20 || seen[tag] != "" {
			t.Fatalf("%s has the entity tag %q (as has %q)", url, tag, seen[tag])
		}
		seen[tag] = url
		if first.Header.Get("Cache-Control") != "no-cache" {
			t.Errorf("%s may be shown without asking: %q", url, first.Header.Get("Cache-Control"))
		}
		again := ask(demonstration, "GET", url, "If-None-Match", tag)
		if again.StatusCode != http.StatusNotModified || body(t, again) != "" {
			t.Errorf("%s was sent again: status %d", url, again.StatusCode)
		}
		if again.Header.Get("Content-Security-Policy") == "" {
			t.Errorf("%s lost its policy on the way", url)
		}
		other := ask(demonstration, "GET", url, "If-None-Match", `"other"`)
		if other.StatusCode != http.StatusOK {
			t.Errorf("%s with an old tag: status %d", url, other.StatusCode)
		}
	}
	if tag := ask(explorer.Config{}, "GET", "/explorer/settings.json").Header.Get("ETag"); seen[tag] != "" {
		t.Error("other settings have the same entity tag")
	}
}

func TestTokens(t *testing.T) {
	tests := []struct {
		name   string
		config explorer.Config
		want   string
	}{
		{"none", explorer.Config{}, `{"tokens":[]}`},
		{"demonstration", demonstration,
			`{"tokens":[{"role":{"zh":"业主","en":"Owner"},"person":"王芳","bearer":"a.b.c"}]}`},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			answer := ask(test.config, "GET", "/explorer/tokens.json")
			if got := body(t, answer); got != test.want {
				t.Errorf("got %s, want %s", got, test.want)
			}
			if answer.Header.Get("Cache-Control") != "no-store" || answer.Header.Get("ETag") != "" {
				t.Errorf("a cache may keep tokens: %v", answer.Header)
			}
		})
	}
}

// Only the endpoint made for them gives tokens away.
func TestTokensAreNowhereElse(t *testing.T) {
	for _, url := range []string{"/", "/explorer/settings.json", "/explorer/script/main.mjs"} {
		if strings.Contains(body(t, ask(demonstration, "GET", url)), "a.b.c") {
			t.Errorf("%s holds a token", url)
		}
	}
}

func TestSettings(t *testing.T) {
	tests := []struct {
		name   string
		config explorer.Config
		want   string
	}{
		{"none", explorer.Config{}, `{"language":"","examples":[]}`},
		{"demonstration", demonstration, `{"language":"zh-CN","examples":[` +
			`{"title":{"zh":"谁","en":"Who"},"query":"{ viewer { id } }","variables":""}]}`},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			got := body(t, ask(test.config, "GET", "/explorer/settings.json"))
			if got != test.want {
				t.Errorf("got %s, want %s", got, test.want)
			}
			if !json.Valid([]byte(got)) {
				t.Error("not JSON")
			}
		})
	}
}
