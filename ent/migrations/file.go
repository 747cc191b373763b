package migrations

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io/fs"
	"path"
	"strings"
)

// file is one step.
type file struct {
	version string
	name    string // with the version, as in the directory
	text    string
	digest  string // SHA-256 of the text, in hexadecimal
}

// load reads the files of a directory in the order of their versions.
func load(fsys fs.FS, dir string) ([]file, error) {
	entries, err := fs.ReadDir(fsys, dir) // sorted by name, and so by version
	if err != nil {
		return nil, err
	}
	var files []file
	for _, entry := range entries {
		if entry.IsDir() || path.Ext(entry.Name()) != ".sql" {
			continue
		}
		var f file
		f, err = read(fsys, dir, entry.Name())
		if err != nil {
			return nil, err
		}
		if f.version == latest(files) {
			return nil, fmt.Errorf("%s/%s: another file has this version", dir, f.name)
		}
		files = append(files, f)
	}
	return files, nil
}

func read(fsys fs.FS, dir, name string) (file, error) {
	version, _, ok := strings.Cut(name, "_")
	if !ok || len(version) != 14 || strings.Trim(version, "0123456789") != "" {
		return file{}, fmt.Errorf("%s/%s: not named <14 digits>_<name>.sql", dir, name)
	}
	text, err := fs.ReadFile(fsys, path.Join(dir, name))
	if err != nil {
		return file{}, err
	}
	for line := range strings.Lines(string(text)) {
		if endsTransaction(line) {
			return file{}, fmt.Errorf("%s/%s: a step must not end the transaction it runs in: %s", dir, name, strings.TrimSpace(line))
		}
	}
	digest := sha256.Sum256(text)
	return file{version: version, name: name, text: string(text), digest: hex.EncodeToString(digest[:])}, nil
}

// endsTransaction looks at the first word only, which finds the mistake of a
// writer and not every way to hide it. END is left alone: triggers end so.
func endsTransaction(line string) bool {
	words := strings.FieldsFunc(line, func(r rune) bool { return strings.ContainsRune(" \t\r\n;", r) })
	return len(words) > 0 && (strings.EqualFold(words[0], "COMMIT") || strings.EqualFold(words[0], "ROLLBACK"))
}

// latest answers the version of the last file, "" if there is none.
func latest(files []file) string {
	if len(files) == 0 {
		return ""
	}
	return files[len(files)-1].version
}
