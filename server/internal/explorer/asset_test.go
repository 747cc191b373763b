package explorer

import (
	"io/fs"
	"path"
	"regexp"
	"strings"
	"testing"
)

// embedded is every file of the page by its name in the binary.
func embedded(t *testing.T) map[string]string {
	t.Helper()
	found := map[string]string{}
	err := fs.WalkDir(files, ".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		text, err := files.ReadFile(name)
		found[name] = string(text)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return found
}

func TestEveryFileHasAType(t *testing.T) {
	for name := range embedded(t) {
		if contentTypes[path.Ext(name)] == "" {
			t.Errorf("%s would be served without a content type", name)
		}
	}
}

// The page works on a closed network: it names no other origin, not even in a
// comment.
func TestNothingComesFromElsewhere(t *testing.T) {
	foreign := regexp.MustCompile(`(?i)(https?|wss?):/|["'(]//|data:[a-z]+/|blob:`)
	for name, text := range embedded(t) {
		if path.Ext(name) == ".png" {
			continue
		}
		if found := foreign.FindString(text); found != "" {
			t.Errorf("%s holds %q", name, found)
		}
	}
}

// reference finds what a file asks the browser to load, by kind of file. A
// path that begins with a slash is one of the URL, any other is relative.
var reference = map[string]*regexp.Regexp{
	".html": regexp.MustCompile(`(?:href|src)="(/explorer/[^"]*)"`),
	".css":  regexp.MustCompile(`(?:url\(|@import )["']?([^"')]+)`),
	".mjs":  regexp.MustCompile(`(?:from|import)\s*\(?'([^']+)'`),
}

func TestEveryReferenceLeadsToAFileAndEveryFileIsReferredTo(t *testing.T) {
	all := embedded(t)
	used := map[string]bool{"index.html": true}
	for name, text := range all {
		kind := reference[path.Ext(name)]
		if kind == nil {
			continue
		}
		for _, match := range kind.FindAllStringSubmatch(text, -1) {
			target := path.Join(path.Dir(name), match[1])
			if below, absolute := strings.CutPrefix(match[1], prefix); absolute {
				target = "assets/" + below
			}
			if _, found := all[target]; !found {
				t.Errorf("%s refers to %s, which is not there", name, match[1])
			}
			used[target] = true
		}
	}
	for name := range all {
		if !used[name] {
			t.Errorf("nothing refers to %s", name)
		}
	}
}

// What the Content-Security-Policy would block must not be written.
func TestNothingInline(t *testing.T) {
	inMarkup := regexp.MustCompile(`(?i)<style|\sstyle=|\son\w+=|<script(?:[^>]*)>[^<]|javascript:`)
	if found := inMarkup.FindString(embedded(t)["index.html"]); found != "" {
		t.Errorf("index.html holds %q", found)
	}
	asMarkup := regexp.MustCompile(`innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(|new Function|DOMParser`)
	for name, text := range embedded(t) {
		if found := asMarkup.FindString(text); path.Ext(name) == ".mjs" && found != "" {
			t.Errorf("%s makes markup or code of text: %s", name, found)
		}
	}
}

// One module writes to storage, and the module that holds tokens knows nothing
// of it.
func TestTokensAreNotStored(t *testing.T) {
	storage := regexp.MustCompile(`localStorage|sessionStorage|indexedDB|document\.cookie|caches\.`)
	for name, text := range embedded(t) {
		if name != "assets/script/keep.mjs" && storage.MatchString(text) {
			t.Errorf("%s uses storage", name)
		}
	}
	if strings.Contains(embedded(t)["assets/script/request/identity.mjs"], "keep.mjs") {
		t.Error("the identity module can store tokens")
	}
}

// Words that the page asks for are in the table.
func TestEveryWordIsKnown(t *testing.T) {
	all := embedded(t)
	table := all["assets/script/table.mjs"]
	asked := regexp.MustCompile(`\bdata-word(?:-\w+)?="(\w+)"|\btext\('([\w-]+)'`)
	count := 0
	for name, text := range all {
		for _, match := range asked.FindAllStringSubmatch(text, -1) {
			key := match[1] + match[2]
			count++
			if !regexp.MustCompile(`(?m)^  '?` + key + `'?: \{ zh:`).MatchString(table) {
				t.Errorf("%s asks for the word %q, which the table lacks", name, key)
			}
		}
	}
	if count < 50 {
		t.Errorf("found only %d words asked for: the search for them is broken", count)
	}
}
