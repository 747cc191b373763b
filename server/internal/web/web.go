package web

import (
	"context"
	"log/slog"
	"net/http"
	"time"

	"github.com/rs/cors"
	"golang.org/x/text/language"

	"sifang/ent"
	"sifang/ent/command"
	"sifang/ent/library"
	"sifang/graph"
	"sifang/schema/fault"
	"sifang/server/internal/explorer"
	"sifang/server/internal/login"
	"sifang/server/internal/printout"
)

// MaxBody is the greatest length of a request to the API in bytes.
const MaxBody = 128 << 10

// Config is what is served and to whom.
type Config struct {
	Store    *ent.Store
	Do       *command.Do
	Key      login.Key
	Log      *slog.Logger
	Origins  []string // other origins whose pages may call; none if empty
	Explorer explorer.Config
	Limits   graph.Limits
	// Files is where documents are kept; nil where they are not.
	Files *library.Directory
	// DocumentLimit is the greatest length of a document in bytes.
	DocumentLimit int64
	// Public is the address under which readers reach the service; printed
	// pages lead there. Where it is empty, the one they used.
	Public string
}

// Handler serves the API, its contract, the explorer, and two questions for
// whoever watches the service.
func Handler(c Config) http.Handler {
	api := graph.New(graph.Config{Store: c.Store, Do: c.Do, Log: c.Log, Limits: c.Limits})
	mux := http.NewServeMux()
	mux.Handle("/graphql", c.shared(http.MethodGet, http.MethodPost).Handler(bounded(c.signedIn(localized(api)))))
	files := c.shared(http.MethodGet, http.MethodPut).Handler(c.documents())
	mux.Handle("/documents", files)
	mux.Handle("/documents/", files)
	mux.HandleFunc("GET /schema.graphql", func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "text/plain; charset=utf-8")
		_, _ = w.Write([]byte(graph.SDL()))
	})
	mux.HandleFunc("GET /livez", func(w http.ResponseWriter, _ *http.Request) { say(w, http.StatusOK, "alive") })
	mux.HandleFunc("GET /readyz", c.ready)
	pages := c.shared(http.MethodGet, http.MethodPost).Handler(bearing(c.signedIn(c.pages())))
	mux.Handle(printout.Prefix, pages)
	mux.Handle(printout.Prefix+"/", pages)
	mux.Handle("/", explorer.Handler(c.Explorer))
	return mux
}

// shared lets pages of the other origins call by these methods.
func (c Config) shared(methods ...string) *cors.Cors {
	return cors.New(cors.Options{
		AllowedOrigins: c.Origins,
		// An empty list would mean everybody to the library; here it means nobody.
		AllowOriginFunc: allow(c.Origins),
		AllowedMethods:  methods,
		AllowedHeaders:  []string{"Content-Type", "Authorization", "Accept-Language", "Idempotency-Key"},
		ExposedHeaders:  []string{"Content-Disposition"},
		MaxAge:          600,
	})
}

func allow(origins []string) func(string) bool {
	if len(origins) > 0 {
		return nil
	}
	return func(string) bool { return false }
}

const readyWithin = 2 * time.Second

// ready tells whether requests would be answered: the database is there and
// has the form this program needs.
func (c Config) ready(w http.ResponseWriter, r *http.Request) {
	ctx, cancel := context.WithTimeout(r.Context(), readyWithin)
	defer cancel()
	if err := c.Store.Check(ctx); err != nil {
		c.Log.WarnContext(ctx, "not ready", "error", err)
		say(w, http.StatusServiceUnavailable, "not ready")
		return
	}
	say(w, http.StatusOK, "ready")
}

func say(w http.ResponseWriter, status int, word string) {
	w.Header().Set("Content-Type", "text/plain; charset=utf-8")
	w.WriteHeader(status)
	_, _ = w.Write([]byte(word + "\n"))
}

// signedIn finds out who calls. Without a token it is a visitor; with one that
// is not valid the request is refused, so that nobody mistakes an expired
// session for an empty register.
func (c Config) signedIn(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		viewer := &ent.Viewer{}
		token, ok := login.Bearer(r.Header.Get("Authorization"))
		if ok && token != "" {
			var err error
			viewer, err = c.Key.Viewer(token, c.Store.Now())
			ok = err == nil
		}
		if !ok {
			w.Header().Set("WWW-Authenticate", "Bearer")
			refuse(w, http.StatusUnauthorized, "UNAUTHENTICATED", login.ErrToken.Error())
			return
		}
		next.ServeHTTP(w, r.WithContext(ent.WithViewer(r.Context(), viewer)))
	})
}

var languages = language.NewMatcher([]language.Tag{language.SimplifiedChinese, language.English})

func languageOf(r *http.Request) fault.Language {
	if _, index := language.MatchStrings(languages, r.Header.Get("Accept-Language")); index == 1 {
		return fault.English
	}
	return fault.Chinese
}

// localized finds out in which language the caller reads. It also passes on
// the caller's key of the request.
func localized(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		ctx := graph.WithLanguage(r.Context(), languageOf(r))
		w.Header().Add("Vary", "Accept-Language")
		if key := r.Header.Get("Idempotency-Key"); key != "" {
			ctx = graph.WithIdempotencyKey(ctx, key)
		}
		next.ServeHTTP(w, r.WithContext(ctx))
	})
}
