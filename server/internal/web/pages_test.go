package web_test

import (
	"net/http"
	"net/url"
	"strings"
	"testing"
	"time"

	"sifang/ent"
	"sifang/schema/ident"
)

// TestPagesAreOpenedByAForm holds that a token may come in a posted form, which
// is how an app opens a page in a window of its own, and never in an address.
func TestPagesAreOpenedByAForm(t *testing.T) {
	h, key := handler(t)
	token, err := key.Issue(&ent.Viewer{Operator: true}, time.Now(), time.Hour)
	if err != nil {
		t.Fatal(err)
	}
	open := func(method, path, token string) (int, string) {
		form := url.Values{"page": {"notice"}, "id": {ident.New(ident.KindMeeting, time.Now()).String()}, "token": {token}}.Encode()
		if method == http.MethodGet {
			r := send(t, h, method, path+"?"+form, "")
			return r.Code, r.Body.String()
		}
		r := send(t, h, method, path, form, "Content-Type", "application/x-www-form-urlencoded")
		return r.Code, r.Body.String()
	}
	for name, c := range map[string]struct {
		method, token string
		status        int
	}{
		"a valid token":             {http.MethodPost, token, http.StatusNotFound}, // let in, and there is no such meeting
		"none":                      {http.MethodPost, "", http.StatusNotFound},
		"one that is not valid":     {http.MethodPost, "x", http.StatusUnauthorized},
		"one in an address":         {http.MethodGet, "x", http.StatusNotFound}, // not even looked at
		"a form beyond all measure": {http.MethodPost, strings.Repeat("x", 1<<20), http.StatusBadRequest},
	} {
		status, body := open(c.method, "/print", c.token)
		if status != c.status {
			t.Errorf("%s: %d, want %d", name, status, c.status)
		}
		if c.token != "" && len(c.token) > 1 && strings.Contains(body, c.token) {
			t.Errorf("%s: the answer repeats the token", name)
		}
	}
}
