package web

import (
	"math"
	"net/http"

	"sifang/graph"
	"sifang/server/internal/printout"
)

// pages are what is printed. Their questions are our own and go through whole
// rolls, so what bounds those of clients does not bound them.
func (c Config) pages() http.Handler {
	return printout.New(printout.Config{
		Ask: graph.NewAsker(graph.Config{Store: c.Store, Do: c.Do, Log: c.Log, Limits: graph.Limits{Complexity: math.MaxInt32, Depth: 20, Fields: 2000}}),
		Log: c.Log, Now: c.Store.Now, Public: c.Public,
	})
}

// maxForm is the greatest length of a form in bytes.
const maxForm = 16 << 10

// bearing takes the token out of a posted form and puts it where tokens stand:
// a link that opens a page in a window of its own cannot send a header, and a
// token in an address would end up in logs and histories.
func bearing(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		r.Body = http.MaxBytesReader(w, r.Body, maxForm)
		if err := r.ParseForm(); err != nil {
			refuse(w, http.StatusBadRequest, "BAD_REQUEST", "The form could not be read.")
			return
		}
		if token := r.PostFormValue("token"); token != "" && r.Header.Get("Authorization") == "" {
			r.Header.Set("Authorization", "Bearer "+token)
		}
		next.ServeHTTP(w, r)
	})
}
