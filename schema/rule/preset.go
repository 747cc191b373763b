package rule

import (
	"embed"
	"path"
	"strings"
)

// presets are the rules that come with the service, one file each, named after
// its code. A rule that changes keeps its code and takes a new version.
//
//go:embed presets/*.json
var presets embed.FS

// Codes lists the codes of the presets in alphabetical order.
func Codes() []string { return files(presets, "presets") }

// Preset is the preset of that code. It reports false if there is none. Every
// call returns a rule of its own, which the caller may change.
func Preset(code string) (Rule, bool) {
	data, err := presets.ReadFile(file("presets", code))
	if err != nil {
		return Rule{}, false
	}
	r, err := Parse(data)
	return r, err == nil
}

// Presets lists the presets in the order of their codes.
func Presets() []Rule {
	var all []Rule
	for _, code := range Codes() {
		if r, ok := Preset(code); ok {
			all = append(all, r)
		}
	}
	return all
}

func file(folder, code string) string {
	return path.Join(folder, strings.ToLower(code)+".json")
}

func files(fs embed.FS, folder string) []string {
	entries, err := fs.ReadDir(folder)
	if err != nil {
		return nil
	}
	codes := make([]string, len(entries))
	for i, entry := range entries {
		codes[i] = strings.ToUpper(strings.TrimSuffix(entry.Name(), ".json"))
	}
	return codes
}
