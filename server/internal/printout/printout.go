package printout

import (
	"bytes"
	"context"
	"crypto/sha256"
	_ "embed" // the style
	"encoding/base64"
	"errors"
	"html/template"
	"log/slog"
	"net/http"
	"strings"
	"time"

	"sifang/graph"
	"sifang/schema/fault"
	"sifang/schema/ident"
)

// Prefix is where the pages are served.
const Prefix = "/print"

// Config is where pages come from.
type Config struct {
	Ask graph.Asker
	Log *slog.Logger
	Now func() time.Time
	// Public is the address under which readers reach the service, such as
	// https://vote.example; where it is empty, the one they used.
	Public string
}

// Handler serves the pages below Prefix to the viewer of the request's context.
type Handler struct {
	ask    graph.Asker
	log    *slog.Logger
	now    func() time.Time
	public string
}

// New is a Handler.
func New(c Config) *Handler {
	return &Handler{ask: c.Ask, log: c.Log, now: c.Now, public: strings.TrimSuffix(c.Public, "/")}
}

// ServeHTTP answers
//
//	/print            which pages there are, and a form to open one
//	/print/PAGE/ID    a page; ?place=ID limits one that goes through a roll to a building or entrance, ?entry=ID to one owner
func (h *Handler) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if r.Method != http.MethodGet && r.Method != http.MethodHead && r.Method != http.MethodPost {
		w.Header().Set("Allow", "GET, HEAD, POST")
		h.answer(w, r, http.StatusMethodNotAllowed, "wrong", sheet{Wrong: "此地址只能打开。"})
		return
	}
	name, id, _ := strings.Cut(strings.Trim(strings.TrimPrefix(r.URL.Path, Prefix), "/"), "/")
	if name == "" {
		name, id = r.FormValue("page"), strings.TrimSpace(r.FormValue("id"))
	}
	if name == "" {
		h.answer(w, r, http.StatusOK, "index", sheet{})
		return
	}
	s, status, err := h.gather(r, name, id)
	if err != nil {
		h.log.ErrorContext(r.Context(), "page failed", "page", name, "error", err)
		s.Wrong = "本页暂时无法生成，请稍后再试。"
	}
	if s.Wrong != "" {
		name = "wrong"
	}
	s.Asked = id
	h.answer(w, r, status, name, s)
}

// gather asks for what a page shows. What there is not, and what the viewer may
// not see, is the same to it.
func (h *Handler) gather(r *http.Request, name, id string) (sheet, int, error) {
	missing := sheet{Wrong: "没有此页，或者此页不对您公开。"}
	p, known := named(name)
	subject, err := ident.Parse(id)
	if !known || err != nil || subject.Kind() != p.Of {
		return missing, http.StatusNotFound, nil
	}
	part, err := partOf(r)
	if err != nil {
		return missing, http.StatusNotFound, nil
	}
	ctx := graph.WithLanguage(r.Context(), fault.Chinese)
	var answer struct{ Node map[string]any }
	if err := h.ask.Ask(ctx, question(name), map[string]any{"id": subject.String()}, &answer); err != nil {
		return sheet{}, http.StatusInternalServerError, err
	}
	if answer.Node == nil {
		return missing, http.StatusNotFound, nil
	}
	s := sheet{Page: p, Subject: answer.Node, Printed: h.now(), Base: h.base(r)}
	if p.unready != nil {
		s.Wrong = p.unready(answer.Node)
	}
	switch {
	case s.Wrong != "":
		return s, http.StatusConflict, nil
	case p.calls == nil || !p.calls(answer.Node):
		return s, http.StatusOK, nil
	}
	return h.entries(ctx, s, subject, part)
}

// part is the part of a roll that is wanted; zero is all of it.
type part struct {
	place, entry ident.ID
}

func partOf(r *http.Request) (part, error) {
	var p part
	for name, id := range map[string]*ident.ID{"place": &p.place, "entry": &p.entry} {
		given := r.FormValue(name)
		if given == "" {
			continue
		}
		read, err := ident.Parse(given)
		if err != nil {
			return p, err
		}
		*id = read
	}
	return p, nil
}

// entries adds the rolls that a page goes through.
func (h *Handler) entries(ctx context.Context, s sheet, meeting ident.ID, p part) (sheet, int, error) {
	rolls, err := h.walk(ctx, meeting, p.place, p.entry)
	switch {
	case errors.Is(err, errNotFrozen) && s.Page.Name == "sign-in": // who is called then stands on no roll
	case errors.Is(err, errNotFrozen), errors.Is(err, errTooMany):
		s.Wrong, s.Rolls = err.Error(), rolls
		return s, http.StatusConflict, nil
	case errors.Is(err, errNotYours):
		s.Wrong = err.Error()
		return s, http.StatusNotFound, nil
	case err != nil:
		return s, http.StatusInternalServerError, err
	}
	s.Rolls = rolls
	return s, http.StatusOK, nil
}

// base is the address of the service as its readers know it.
func (h *Handler) base(r *http.Request) string {
	if h.public != "" {
		return h.public
	}
	return "http://" + r.Host
}

//go:embed pages/style.css
var css string

// style is the look of the pages. They carry it with them, so that a page that
// was saved or sent on looks as it did.
var style = template.CSS(css)

// policy lets a page carry its own style and a form, and nothing else.
func policy() string {
	sum := sha256.Sum256([]byte(css))
	return "default-src 'none'; style-src 'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) +
		"'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
}

// answer writes a page, whole or not at all.
func (h *Handler) answer(w http.ResponseWriter, r *http.Request, status int, name string, s sheet) {
	var written bytes.Buffer
	if err := s.print(&written, name); err != nil {
		h.log.ErrorContext(r.Context(), "page failed", "page", name, "error", err)
		http.Error(w, "本页暂时无法生成，请稍后再试。", http.StatusInternalServerError)
		return
	}
	header := w.Header()
	header.Set("Content-Type", "text/html; charset=utf-8")
	header.Set("Content-Security-Policy", policy())
	header.Set("X-Content-Type-Options", "nosniff")
	header.Set("Referrer-Policy", "no-referrer")
	header.Set("Cache-Control", "private, no-store")
	w.WriteHeader(status)
	_, _ = w.Write(written.Bytes())
}
