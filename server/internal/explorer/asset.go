package explorer

import (
	"bytes"
	"crypto/sha256"
	"embed"
	"encoding/hex"
	"encoding/json"
	"net/http"
	"path"
	"time"
)

//go:embed index.html assets
var files embed.FS

// contentTypes is written out because the table of the operating system,
// which net/http would consult, differs from machine to machine.
var contentTypes = map[string]string{
	".html": "text/html; charset=utf-8",
	".css":  "text/css; charset=utf-8",
	".mjs":  "text/javascript; charset=utf-8",
	".json": "application/json; charset=utf-8",
	".png":  "image/png",
}

// asset is one answer: its bytes, what they are, and whether no cache may
// keep them.
type asset struct {
	body     []byte
	kind     string
	uncached bool
}

// file is an embedded file. What is not there, is a directory or is not a
// clean path is an error.
func file(name string) (asset, error) {
	body, err := files.ReadFile(name)
	return asset{body: body, kind: contentTypes[path.Ext(name)]}, err
}

// document is a value as JSON.
func document(value any) (asset, error) {
	body, err := json.Marshal(value)
	return asset{body: body, kind: contentTypes[".json"]}, err
}

// serve answers with the asset, or with 304 if the client has it. The entity
// tag is the hash of the content: a browser asks again each time, and a new
// binary is seen at once.
func (a asset) serve(w http.ResponseWriter, r *http.Request) {
	header := w.Header()
	header.Set("Content-Type", a.kind)
	if a.uncached {
		header.Set("Cache-Control", "no-store")
	} else {
		header.Set("Cache-Control", "no-cache")
		header.Set("ETag", a.tag())
	}
	http.ServeContent(w, r, "", time.Time{}, bytes.NewReader(a.body))
}

func (a asset) tag() string {
	hash := sha256.Sum256(a.body)
	return `"` + hex.EncodeToString(hash[:16]) + `"`
}
