package explorer

import (
	"io/fs"
	"net/http"
	"strings"
)

// prefix is where everything but the page itself is served.
const prefix = "/explorer/"

// policy lets the page load from and speak to its own origin only, forbids
// inline scripts and styles, and forbids other pages to frame it. Trusted
// types make the browser refuse any text that would become markup.
var policy = strings.Join([]string{
	"default-src 'none'",
	"script-src 'self'",
	"style-src 'self'",
	"connect-src 'self'",
	"img-src 'self'",
	"base-uri 'none'",
	"form-action 'none'",
	"frame-ancestors 'none'",
	"require-trusted-types-for 'script'",
	"trusted-types 'none'",
}, "; ")

// Handler serves the page at exactly "/" and its parts below "/explorer/", to
// GET and HEAD. Any other method there is answered 405, any other path 404.
//
// No header of its answers lets another origin read them, and that is what
// keeps demonstration tokens on this page: do not put CORS around it.
func Handler(config Config) http.Handler {
	return &explorer{config: config}
}

type explorer struct {
	config Config
}

func (e *explorer) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	protect(w.Header())
	found, err := e.find(r.URL.Path)
	switch {
	case err != nil:
		http.Error(w, "not found", http.StatusNotFound)
	case r.Method != http.MethodGet && r.Method != http.MethodHead:
		w.Header().Set("Allow", "GET, HEAD")
		http.Error(w, "method not allowed", http.StatusMethodNotAllowed)
	default:
		found.serve(w, r)
	}
}

// find is what lies at a path of the URL.
func (e *explorer) find(url string) (asset, error) {
	switch url {
	case "/":
		return file("index.html")
	case prefix + "tokens.json":
		answer, err := document(identities{Tokens: listed(e.config.Tokens)})
		answer.uncached = true
		return answer, err
	case prefix + "settings.json":
		return document(settings{
			Language: e.config.Language,
			Examples: listed(e.config.Examples),
		})
	}
	name, below := strings.CutPrefix(url, prefix)
	if !below {
		return asset{}, fs.ErrNotExist
	}
	return file("assets/" + name)
}

// protect sets the headers that every answer carries, refusals included.
func protect(header http.Header) {
	header.Set("Content-Security-Policy", policy)
	header.Set("X-Content-Type-Options", "nosniff")
	header.Set("X-Frame-Options", "DENY")
	header.Set("Referrer-Policy", "same-origin")
	header.Set("Cross-Origin-Opener-Policy", "same-origin")
	header.Set("Cross-Origin-Resource-Policy", "same-origin")
}
