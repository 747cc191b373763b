package web

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"mime"
	"net/http"
	"strings"
	"time"

	"github.com/google/uuid"

	"sifang/ent"
	"sifang/ent/command"
	"sifang/ent/db"
	"sifang/schema/fault"
	"sifang/schema/ident"
)

// uploadWithin is the time a file may take to arrive: the largest one, over a
// poor line.
const uploadWithin = 5 * time.Minute

// documents is where files go in and come out. Bytes have a path of their own,
// because nothing large travels inside a question.
func (c Config) documents() http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("PUT /documents", c.upload)
	mux.HandleFunc("GET /documents/{id}", c.download)
	return c.signedIn(localized(mux))
}

// arriving is the body of a request, and why it could not be read, which is the
// caller's affair and not the library's.
type arriving struct {
	from io.Reader
	err  error
}

// Read reads on.
func (a *arriving) Read(p []byte) (int, error) {
	n, err := a.from.Read(p)
	if err != nil && !errors.Is(err, io.EOF) {
		a.err = err
	}
	return n, err
}

// upload takes a file in: the body is its bytes, ?name= what people call it, and
// ?community= whose registrars may read it besides the caller.
func (c Config) upload(w http.ResponseWriter, r *http.Request) {
	viewer := ent.ViewerFrom(r.Context())
	in, wrong := described(r)
	switch {
	case viewer.Person.IsZero() && !viewer.Operator:
		w.Header().Set("WWW-Authenticate", "Bearer")
		refuse(w, http.StatusUnauthorized, "UNAUTHENTICATED", ent.ErrUnauthenticated.Error())
		return
	case wrong != nil:
		refuse(w, http.StatusBadRequest, "BAD_USER_INPUT", wrong.Error())
		return
	case c.Files == nil:
		c.answerError(w, r, fault.New(fault.DocumentsNotKept))
		return
	case r.ContentLength > c.DocumentLimit:
		c.answerError(w, r, fault.New(fault.DocumentTooLarge, "limit", c.DocumentLimit))
		return
	}
	if err := in.Check(); err != nil { // before anything is kept
		c.answerError(w, r, err)
		return
	}
	late := time.Now().Add(uploadWithin)
	if err := http.NewResponseController(w).SetReadDeadline(late); err != nil && !errors.Is(err, http.ErrNotSupported) {
		c.answerError(w, r, err)
		return
	}
	body := &arriving{from: http.MaxBytesReader(w, r.Body, c.DocumentLimit+1)}
	piece, err := c.Files.Put(r.Context(), body, c.DocumentLimit)
	if body.err != nil {
		refuse(w, http.StatusBadRequest, "BAD_REQUEST", "The body could not be read.")
		return
	}
	if err != nil {
		c.answerError(w, r, err)
		return
	}
	in.Piece = piece
	made, err := c.Do.RegisterDocument(r.Context(), in)
	if err != nil {
		c.answerError(w, r, err)
		return
	}
	w.Header().Set("Content-Type", "application/json; charset=utf-8")
	w.Header().Set("Location", "/documents/"+made.DocumentID.String())
	w.WriteHeader(http.StatusCreated)
	_ = json.NewEncoder(w).Encode(map[string]any{
		"id": made.DocumentID, "sha256": piece.SHA256, "size": piece.Size, "mediaType": piece.MediaType,
	})
}

// described is what a request says about its file.
func described(r *http.Request) (command.RegisterDocumentInput, error) {
	var in command.RegisterDocumentInput
	// Some programs send the whole path of the file they read.
	in.Name = r.URL.Query().Get("name")
	in.Name = in.Name[strings.LastIndexAny(in.Name, `/\`)+1:]
	if key := r.Header.Get("Idempotency-Key"); key != "" {
		in.RequestID = &key
	}
	given := r.URL.Query().Get("community")
	if given == "" {
		return in, nil
	}
	id, err := ident.Parse(given)
	if err == nil && id.Kind() != ident.KindArea {
		err = ident.WrongKind{Want: ident.KindArea, Got: id.Kind()}
	}
	in.CommunityID = &ident.Area{ID: id}
	return in, err
}

// download gives a file out to those who may see its row. It comes as something
// to keep, never as something to show: whatever it holds, no browser runs it in
// the name of this service.
func (c Config) download(w http.ResponseWriter, r *http.Request) {
	missing := fault.New(fault.NotFound, "kind", ident.KindDocument)
	id, err := ident.Parse(r.PathValue("id"))
	if err != nil || id.Kind() != ident.KindDocument {
		c.answerError(w, r, missing)
		return
	}
	row, err := c.Store.Read().Document.Get(r.Context(), id)
	switch {
	case db.IsNotFound(err):
		err = missing
	case err == nil && c.Files == nil:
		err = fault.New(fault.DocumentsNotKept)
	}
	if err != nil {
		c.answerError(w, r, err)
		return
	}
	file, err := c.Files.Open(row.Sha256)
	if err != nil {
		c.answerError(w, r, fmt.Errorf("document %s: %w", row.ID, err))
		return
	}
	defer file.Close()
	h := w.Header()
	h.Set("Content-Type", row.MediaType)
	h.Set("Content-Disposition", mime.FormatMediaType("attachment", map[string]string{"filename": row.Name}))
	h.Set("X-Content-Type-Options", "nosniff")
	h.Set("Content-Security-Policy", "default-src 'none'; sandbox")
	// Kept by the caller alone, who asks each time whether they still may.
	h.Set("Cache-Control", "private, no-cache")
	h.Set("ETag", `"`+row.Sha256+`"`)
	http.ServeContent(w, r, "", time.Time{}, file)
}

// statuses are those of refusals for which HTTP has a word of its own.
var statuses = map[fault.Code]int{
	fault.NotFound:            http.StatusNotFound,
	fault.DocumentTooLarge:    http.StatusRequestEntityTooLarge,
	fault.DocumentNotAdmitted: http.StatusUnsupportedMediaType,
	fault.DocumentsNotKept:    http.StatusServiceUnavailable,
	fault.RequestIDReused:     http.StatusConflict,
	fault.NotMandated:         http.StatusForbidden,
}

// answerError says in the caller's language why a file was refused, and hides
// what the service cannot explain behind a reference that its log explains.
func (c Config) answerError(w http.ResponseWriter, r *http.Request, err error) {
	if faults, ok := fault.Of(err); ok {
		status, known := statuses[faults[0].Code]
		if !known {
			status = http.StatusBadRequest
		}
		refuse(w, status, string(faults[0].Code), faults[0].Text(languageOf(r)))
		return
	}
	reference := uuid.NewString()
	c.Log.ErrorContext(r.Context(), "document failed", "reference", reference, "error", err)
	if errors.Is(err, ent.ErrUnknownFate) {
		refuse(w, http.StatusInternalServerError, "OUTCOME_UNKNOWN", "It is not known whether this was done: ask again with the same Idempotency-Key.")
		return
	}
	refuse(w, http.StatusInternalServerError, "INTERNAL_SERVER_ERROR", "Something went wrong here. The reference is "+reference+".")
}
