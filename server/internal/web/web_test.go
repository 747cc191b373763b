package web_test

import (
	"encoding/json"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"sifang/ent"
	"sifang/ent/command"
	"sifang/ent/enttest"
	"sifang/server/internal/explorer"
	"sifang/server/internal/login"
	"sifang/server/internal/web"
)

func TestMain(m *testing.M) { os.Exit(enttest.Run(m)) }

func handler(t *testing.T, origins ...string) (http.Handler, login.Key) {
	t.Helper()
	key, err := login.KeyFile(filepath.Join(t.TempDir(), "key"))
	if err != nil {
		t.Fatal(err)
	}
	store := enttest.Open(t, ent.Config{URL: enttest.SQLite(t)})
	return web.Handler(web.Config{
		Store: store, Do: command.New(store), Key: key, Log: slog.New(slog.DiscardHandler), Origins: origins, Explorer: explorer.Config{},
	}), key
}

func send(t *testing.T, h http.Handler, method, path, body string, headers ...string) *httptest.ResponseRecorder {
	t.Helper()
	request := httptest.NewRequestWithContext(t.Context(), method, path, strings.NewReader(body))
	for i := 0; i+1 < len(headers); i += 2 {
		request.Header.Set(headers[i], headers[i+1])
	}
	recorder := httptest.NewRecorder()
	h.ServeHTTP(recorder, request)
	return recorder
}

const jsonBody = "application/json"

func code(t *testing.T, r *httptest.ResponseRecorder) string {
	t.Helper()
	var answer struct {
		Errors []struct{ Extensions struct{ Code string } }
	}
	if err := json.Unmarshal(r.Body.Bytes(), &answer); err != nil {
		t.Fatalf("%d %s: %v", r.Code, r.Body, err)
	}
	if len(answer.Errors) == 0 {
		return ""
	}
	return answer.Errors[0].Extensions.Code
}

func TestRequestsThatAreNoQuestions(t *testing.T) {
	h, _ := handler(t)
	secret := "my secret words"
	for name, c := range map[string]struct {
		method, media, body string
		status              int
		code                string
	}{
		"a question":        {http.MethodPost, jsonBody, `{"query":"{ __typename }"}`, 200, ""},
		"with a charset":    {http.MethodPost, jsonBody + "; charset=utf-8", `{"query":"{ __typename }"}`, 200, ""},
		"no JSON":           {http.MethodPost, jsonBody, "{" + secret, 400, "BAD_REQUEST"},
		"a batch":           {http.MethodPost, jsonBody, `[{"query":"{ __typename }"}]`, 400, "BAD_REQUEST"},
		"nothing":           {http.MethodPost, jsonBody, "", 400, "BAD_REQUEST"},
		"plain text":        {http.MethodPost, "text/plain", `{"query":"{ __typename }"}`, 415, "UNSUPPORTED_MEDIA_TYPE"},
		"no media type":     {http.MethodPost, "", `{"query":"{ __typename }"}`, 415, "UNSUPPORTED_MEDIA_TYPE"},
		"too much":          {http.MethodPost, jsonBody, `{"query":"` + strings.Repeat("x", web.MaxBody) + `"}`, 413, "REQUEST_TOO_LARGE"},
		"a method of files": {http.MethodPut, jsonBody, "{}", 405, "METHOD_NOT_ALLOWED"},
	} {
		r := send(t, h, c.method, "/graphql", c.body, "Content-Type", c.media)
		if r.Code != c.status || code(t, r) != c.code {
			t.Errorf("%s: %d %s", name, r.Code, r.Body)
		}
		if strings.Contains(r.Body.String(), secret) {
			t.Errorf("%s: the answer repeats the request", name)
		}
	}
	if r := send(t, h, http.MethodGet, "/graphql?query={__typename}", ""); r.Code != 200 || code(t, r) != "" {
		t.Errorf("a question by GET: %d %s", r.Code, r.Body)
	}
	if r := send(t, h, http.MethodGet, "/graphql?query=mutation{__typename}", ""); r.Code == 200 && code(t, r) == "" {
		t.Errorf("a verb by GET: %d %s", r.Code, r.Body)
	}
}

func TestTokens(t *testing.T) {
	h, key := handler(t)
	const question = `{"query":"mutation { registerArea(input: {kind: STREET, name: \"x\"}) { userErrors { code message } } }"}`
	ask := func(token string) *httptest.ResponseRecorder {
		headers := []string{"Content-Type", jsonBody}
		if token != "" {
			headers = append(headers, "Authorization", token)
		}
		return send(t, h, http.MethodPost, "/graphql", question, headers...)
	}
	if r := ask(""); r.Code != 200 || code(t, r) != "UNAUTHENTICATED" {
		t.Errorf("a visitor: %d %s", r.Code, r.Body)
	}
	for _, bad := range []string{"Bearer x", "Basic x", "Bearer"} {
		if r := ask(bad); r.Code != 401 || code(t, r) != "UNAUTHENTICATED" || r.Header().Get("WWW-Authenticate") == "" {
			t.Errorf("%s: %d %s", bad, r.Code, r.Body)
		}
	}
	token, err := key.Issue(&ent.Viewer{Operator: true}, time.Now(), time.Hour)
	if err != nil {
		t.Fatal(err)
	}
	if r := ask("Bearer " + token); r.Code != 200 || code(t, r) != "" || strings.Contains(r.Body.String(), "NOT_MANDATED") {
		t.Errorf("the operator: %d %s", r.Code, r.Body)
	}
}

func TestLanguage(t *testing.T) {
	h, key := handler(t)
	token, err := key.Issue(&ent.Viewer{Operator: true}, time.Now(), time.Hour)
	if err != nil {
		t.Fatal(err)
	}
	for accept, want := range map[string]string{
		"": "此项不能为空", "zh-CN,zh;q=0.9": "此项不能为空", "en-GB": "must not be blank", "fr, en;q=0.5": "must not be blank", "de": "此项不能为空",
	} {
		r := send(t, h, http.MethodPost, "/graphql", `{"query":"mutation { registerArea(input: {kind: STREET, name: \"\"}) { userErrors { message } } }"}`,
			"Content-Type", jsonBody, "Authorization", "Bearer "+token, "Accept-Language", accept)
		if !strings.Contains(r.Body.String(), want) {
			t.Errorf("%q: %s", accept, r.Body)
		}
	}
}

func TestOrigins(t *testing.T) {
	preflight := func(h http.Handler, origin string) string {
		return send(t, h, http.MethodOptions, "/graphql", "", "Origin", origin,
			"Access-Control-Request-Method", "POST", "Access-Control-Request-Headers", "authorization,content-type").Header().Get("Access-Control-Allow-Origin")
	}
	closed, _ := handler(t)
	if got := preflight(closed, "https://app.example"); got != "" {
		t.Errorf("nobody was named, and %q may call", got)
	}
	open, _ := handler(t, "https://app.example")
	if got := preflight(open, "https://app.example"); got != "https://app.example" {
		t.Errorf("who was named gets %q", got)
	}
	if got := preflight(open, "https://evil.example"); got != "" {
		t.Errorf("who was not named gets %q", got)
	}
}
