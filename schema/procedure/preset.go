package procedure

import (
	"embed"
	"path"
	"strings"
)

// presets are the procedures that come with the service, one file each, named
// after its code. A procedure that changes keeps its code and takes a new version.
//
//go:embed presets/*.json
var presets embed.FS

// Codes lists the codes of the presets in alphabetical order.
func Codes() []string {
	entries, err := presets.ReadDir("presets")
	if err != nil {
		return nil
	}
	codes := make([]string, len(entries))
	for i, entry := range entries {
		codes[i] = strings.ToUpper(strings.TrimSuffix(entry.Name(), ".json"))
	}
	return codes
}

// Preset is the preset of that code. It reports false if there is none. Every call
// returns a procedure of its own, which the caller may change.
func Preset(code string) (Procedure, bool) {
	data, err := presets.ReadFile(path.Join("presets", strings.ToLower(code)+".json"))
	if err != nil || code != strings.ToUpper(code) {
		return Procedure{}, false
	}
	p, err := Parse(data)
	return p, err == nil
}

// Presets lists the presets in the order of their codes.
func Presets() []Procedure {
	var all []Procedure
	for _, code := range Codes() {
		if p, ok := Preset(code); ok {
			all = append(all, p)
		}
	}
	return all
}
