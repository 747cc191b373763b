package web_test

import (
	"bytes"
	"context"
	"encoding/json"
	"io/fs"
	"log/slog"
	"mime"
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
	"sifang/ent/library"
	"sifang/schema"
	"sifang/schema/ident"
	"sifang/server/internal/login"
	"sifang/server/internal/web"
)

const documentLimit = 1 << 10

// desk is a service that keeps documents, with a community and two persons.
type desk struct {
	http.Handler
	t         *testing.T
	key       login.Key
	directory string
	log       bytes.Buffer

	community, owner, neighbour ident.ID
}

// newDesk opens one; without a directory it keeps no documents.
func newDesk(t *testing.T, keeps bool) *desk {
	t.Helper()
	directory := t.TempDir()
	key, err := login.KeyFile(filepath.Join(directory, "key"))
	if err != nil {
		t.Fatal(err)
	}
	store := enttest.Open(t, ent.Config{URL: enttest.SQLite(t)})
	do := command.New(store)
	d := &desk{t: t, key: key, directory: filepath.Join(directory, "files")}
	operator := ent.WithViewer(t.Context(), &ent.Viewer{Operator: true})
	d.community = areaNamed(t, operator, do, schema.AreaKindCommunity)
	d.owner, d.neighbour = personNamed(t, operator, do, "业主"), personNamed(t, operator, do, "邻居")
	config := web.Config{Store: store, Do: do, Key: key, Log: slog.New(slog.NewTextHandler(&d.log, nil)), Origins: []string{"https://app.example"}, DocumentLimit: documentLimit}
	if keeps {
		config.Files = library.In(d.directory)
	}
	d.Handler = web.Handler(config)
	return d
}

func areaNamed(t *testing.T, as context.Context, do *command.Do, kind schema.AreaKind) ident.ID {
	t.Helper()
	p, err := do.RegisterArea(as, command.RegisterAreaInput{Kind: kind, Name: "新塘里社区"})
	if err != nil {
		t.Fatal(err)
	}
	return p.AreaID
}

func personNamed(t *testing.T, as context.Context, do *command.Do, name string) ident.ID {
	t.Helper()
	p, err := do.RegisterPerson(as, command.RegisterPersonInput{Name: name})
	if err != nil {
		t.Fatal(err)
	}
	return p.PersonID
}

// bearer are the headers of a person; of a visitor there are none.
func (d *desk) bearer(person ident.ID, more ...string) []string {
	d.t.Helper()
	if person.IsZero() {
		return more
	}
	token, err := d.key.Issue(&ent.Viewer{Person: person}, time.Now(), time.Hour)
	if err != nil {
		d.t.Fatal(err)
	}
	return append(more, "Authorization", "Bearer "+token)
}

func (d *desk) put(query, body string, headers ...string) *httptest.ResponseRecorder {
	d.t.Helper()
	return send(d.t, d, http.MethodPut, "/documents"+query, body, headers...)
}

// kept counts the files in the library.
func (d *desk) kept() int {
	d.t.Helper()
	count := 0
	if err := filepath.WalkDir(d.directory, func(_ string, entry fs.DirEntry, err error) error {
		if err == nil && !entry.IsDir() {
			count++
		}
		return err
	}); err != nil && !os.IsNotExist(err) {
		d.t.Fatal(err)
	}
	return count
}

type uploaded struct {
	ID, SHA256, MediaType string
	Size                  int
}

func (d *desk) uploaded(r *httptest.ResponseRecorder) uploaded {
	d.t.Helper()
	var made uploaded
	if err := json.Unmarshal(r.Body.Bytes(), &made); r.Code != http.StatusCreated || err != nil {
		d.t.Fatalf("%d %s", r.Code, r.Body)
	}
	return made
}

const receipt = "%PDF-1.7 送达回执"

func TestUploadAndDownload(t *testing.T) {
	d := newDesk(t, true)
	r := d.put("?name=C%3A%5Cscans%5C%E5%9B%9E%E6%89%A7%20%221%22.pdf&community="+d.community.String(), receipt, d.bearer(d.owner, "Idempotency-Key", "1")...)
	made := d.uploaded(r)
	if made.MediaType != library.PDF || made.Size != len(receipt) || len(made.SHA256) != 64 || r.Header().Get("Location") != "/documents/"+made.ID {
		t.Errorf("answered %+v at %s", made, r.Header().Get("Location"))
	}
	if again := d.uploaded(d.put("?name=%E5%9B%9E%E6%89%A7%20%221%22.pdf&community="+d.community.String(), receipt, d.bearer(d.owner, "Idempotency-Key", "1")...)); again != made {
		t.Errorf("the same request was answered %+v", again)
	}
	if other := d.uploaded(d.put("?name=x.pdf", receipt, d.bearer(d.owner)...)); other.ID == made.ID || other.SHA256 != made.SHA256 || d.kept() != 1 {
		t.Errorf("the same bytes under another name: %+v, kept %d times", other, d.kept())
	}

	r = send(t, d, http.MethodGet, "/documents/"+made.ID, "", d.bearer(d.owner)...)
	if r.Code != http.StatusOK || r.Body.String() != receipt {
		t.Fatalf("%d %s", r.Code, r.Body)
	}
	disposition, parameters, err := mime.ParseMediaType(r.Header().Get("Content-Disposition"))
	if err != nil || disposition != "attachment" || parameters["filename"] != `回执 "1".pdf` {
		t.Errorf("%s %v %v", disposition, parameters, err)
	}
	for header, want := range map[string]string{
		"Content-Type": library.PDF, "X-Content-Type-Options": "nosniff", "Cache-Control": "private, no-cache",
		"ETag": `"` + made.SHA256 + `"`, "Content-Security-Policy": "default-src 'none'; sandbox",
	} {
		if got := r.Header().Get(header); got != want {
			t.Errorf("%s: %q, want %q", header, got, want)
		}
	}
	if r := send(t, d, http.MethodGet, "/documents/"+made.ID, "", d.bearer(d.owner, "If-None-Match", `"`+made.SHA256+`"`)...); r.Code != http.StatusNotModified {
		t.Errorf("known already: %d", r.Code)
	}
	if r := send(t, d, http.MethodGet, "/documents/"+made.ID, "", d.bearer(d.owner, "Range", "bytes=0-3")...); r.Code != http.StatusPartialContent || r.Body.String() != "%PDF" {
		t.Errorf("a part: %d %s", r.Code, r.Body)
	}
	if r := send(t, d, http.MethodHead, "/documents/"+made.ID, "", d.bearer(d.owner)...); r.Code != http.StatusOK || r.Body.Len() != 0 {
		t.Errorf("the head only: %d %s", r.Code, r.Body)
	}
}

func TestDownloadsAreGuarded(t *testing.T) {
	d := newDesk(t, true)
	made := d.uploaded(d.put("?name=x.pdf", receipt, d.bearer(d.owner)...))
	for name, c := range map[string]struct {
		as   ident.ID
		id   string
		code int
	}{
		"the owner":       {d.owner, made.ID, 200},
		"a neighbour":     {d.neighbour, made.ID, 404},
		"a visitor":       {ident.Nil, made.ID, 404},
		"no document":     {d.owner, ident.New(ident.KindDocument, time.Now()).String(), 404},
		"another kind":    {d.owner, d.owner.String(), 404},
		"no identifier":   {d.owner, "x", 404},
		"its fingerprint": {d.owner, made.SHA256, 404},
	} {
		r := send(t, d, http.MethodGet, "/documents/"+c.id, "", d.bearer(c.as)...)
		if r.Code != c.code || c.code == 404 && code(t, r) != "NOT_FOUND" {
			t.Errorf("%s: %d %s", name, r.Code, r.Body)
		}
	}
	if r := send(t, d, http.MethodGet, "/documents/"+made.ID, "", "Authorization", "Bearer x"); r.Code != 401 {
		t.Errorf("with a bad token: %d %s", r.Code, r.Body)
	}
	place := filepath.Join(d.directory, made.SHA256[:2], made.SHA256)
	if err := os.WriteFile(place, []byte("%PDF-1.7 另一份"), 0o600); err != nil {
		t.Fatal(err)
	}
	r := send(t, d, http.MethodGet, "/documents/"+made.ID, "", d.bearer(d.owner)...)
	if r.Code != 500 || code(t, r) != "INTERNAL_SERVER_ERROR" || strings.Contains(r.Body.String(), "另一份") {
		t.Errorf("what was changed on the disk is given out: %d %s", r.Code, r.Body)
	}
	if !strings.Contains(d.log.String(), "not what was put in") {
		t.Errorf("the log says %s", d.log.String())
	}
}

func TestUploadsThatAreRefused(t *testing.T) {
	d := newDesk(t, true)
	none := newDesk(t, false)
	large := "%PDF-" + strings.Repeat("x", documentLimit)
	for name, c := range map[string]struct {
		at          *desk
		query, body string
		headers     []string
		status      int
		code, says  string
	}{
		"by a visitor":       {d, "?name=x.pdf", receipt, nil, 401, "UNAUTHENTICATED", ""},
		"with a bad token":   {d, "?name=x.pdf", receipt, []string{"Authorization", "Bearer x"}, 401, "UNAUTHENTICATED", ""},
		"too large":          {d, "?name=x.pdf", large, d.bearer(d.owner), 413, "DOCUMENT_TOO_LARGE", "1024"},
		"empty":              {d, "?name=x.pdf", "", d.bearer(d.owner), 400, "DOCUMENT_EMPTY", "空"},
		"a program":          {d, "?name=x.pdf", "\x7fELF\x02\x01\x01\x00", d.bearer(d.owner), 415, "DOCUMENT_NOT_ADMITTED", "不接受"},
		"a program, said so": {d, "?name=x.pdf", "\x7fELF\x02\x01\x01\x00", d.bearer(d.owner, "Accept-Language", "en", "Content-Type", "application/pdf"), 415, "DOCUMENT_NOT_ADMITTED", "not accepted"},
		"no name":            {d, "", receipt, d.bearer(d.owner), 400, "BLANK", ""},
		"too long a name":    {d, "?name=" + strings.Repeat("x", 201), receipt, d.bearer(d.owner), 400, "TOO_LONG", "201"},
		"no community":       {d, "?name=x&community=" + ident.New(ident.KindArea, time.Now()).String(), receipt, d.bearer(d.owner), 404, "NOT_FOUND", ""},
		"another kind":       {d, "?name=x&community=" + d.owner.String(), receipt, d.bearer(d.owner), 400, "BAD_USER_INPUT", ""},
		"no identifier":      {d, "?name=x&community=x", receipt, d.bearer(d.owner), 400, "BAD_USER_INPUT", ""},
		"nowhere to keep it": {none, "?name=x.pdf", receipt, none.bearer(none.owner), 503, "DOCUMENTS_NOT_KEPT", "SIFANG_DOCUMENTS"},
	} {
		t.Run(name, func(t *testing.T) {
			r := c.at.put(c.query, c.body, c.headers...)
			if r.Code != c.status || code(t, r) != c.code || !strings.Contains(r.Body.String(), c.says) {
				t.Errorf("%d %s", r.Code, r.Body)
			}
		})
	}
	if r := d.put("?name=y.pdf", receipt, d.bearer(d.owner, "Idempotency-Key", "1")...); r.Code != 201 {
		t.Fatal(r.Code)
	}
	if r := d.put("?name=z.pdf", receipt, d.bearer(d.owner, "Idempotency-Key", "1")...); r.Code != 409 || code(t, r) != "REQUEST_ID_REUSED" {
		t.Errorf("the key of another request: %d %s", r.Code, r.Body)
	}
	if r := send(t, d, http.MethodPost, "/documents?name=x", receipt, d.bearer(d.owner)...); r.Code != http.StatusMethodNotAllowed {
		t.Errorf("by POST: %d", r.Code)
	}
}

// Of what is refused whatever the bytes are, none are kept.
func TestUploadsRefusedUnread(t *testing.T) {
	d := newDesk(t, true)
	for name, r := range map[string]*httptest.ResponseRecorder{
		"no name":         d.put("", receipt, d.bearer(d.owner)...),
		"too long a name": d.put("?name="+strings.Repeat("x", 201), receipt, d.bearer(d.owner)...),
		"too long a key":  d.put("?name=x.pdf", receipt, d.bearer(d.owner, "Idempotency-Key", strings.Repeat("x", 201))...),
		"another kind":    d.put("?name=x.pdf&community="+d.owner.String(), receipt, d.bearer(d.owner)...),
	} {
		if r.Code != http.StatusBadRequest {
			t.Errorf("%s: %d %s", name, r.Code, r.Body)
		}
	}
	if d.kept() != 0 {
		t.Errorf("%d files are kept", d.kept())
	}
}

// TestUploadsThatBreakOff sends files over a real line.
func TestUploadsThatBreakOff(t *testing.T) {
	d := newDesk(t, true)
	server := httptest.NewServer(d)
	defer server.Close()
	ask := func(length int64, body string) *http.Response {
		request, err := http.NewRequestWithContext(t.Context(), http.MethodPut, server.URL+"/documents?name=x.pdf", strings.NewReader(body))
		if err != nil {
			t.Fatal(err)
		}
		request.ContentLength = length
		headers := d.bearer(d.owner)
		request.Header.Set(headers[0], headers[1])
		response, err := server.Client().Do(request)
		if err != nil {
			return nil
		}
		if err := response.Body.Close(); err != nil {
			t.Error(err)
		}
		return response
	}
	if r := ask(1000, receipt); r != nil && r.StatusCode < 400 {
		t.Errorf("half a file is answered %d", r.StatusCode)
	}
	if r := ask(-1, "%PDF-"+strings.Repeat("x", 2*documentLimit)); r == nil || r.StatusCode != 413 {
		t.Errorf("a file of unsaid length that is too large is answered %v", r)
	}
	if r := ask(-1, receipt); r == nil || r.StatusCode != 201 {
		t.Errorf("a file of unsaid length is answered %v", r)
	}
	if d.kept() != 1 {
		t.Errorf("%d files are kept", d.kept())
	}
}

func TestUploadsFromOtherPages(t *testing.T) {
	d := newDesk(t, true)
	for origin, want := range map[string]string{"https://app.example": "https://app.example", "https://evil.example": ""} {
		r := send(t, d, http.MethodOptions, "/documents?name=x", "", "Origin", origin,
			"Access-Control-Request-Method", "PUT", "Access-Control-Request-Headers", "authorization,content-type")
		if got := r.Header().Get("Access-Control-Allow-Origin"); got != want {
			t.Errorf("%s gets %q", origin, got)
		}
	}
}
