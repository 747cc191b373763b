package seat

import (
	"bytes"
	"embed"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"
)

//go:embed presets/*.json
var presets embed.FS

// ErrNoPreset reports a name under which no preset is kept.
var ErrNoPreset = errors.New("no such preset")

// Preset is a set of rules that ships with the service: the national one, and
// what single provinces and cities add to it or replace of it.
type Preset struct {
	// Area is the GB/T 2260 code of the jurisdiction; empty for the nation.
	Area string   `json:"area"`
	Name Sentence `json:"name"`
	Rules
}

// Presets lists the names of all presets in alphabetical order.
func Presets() ([]string, error) {
	entries, err := presets.ReadDir("presets")
	if err != nil {
		return nil, fmt.Errorf("presets: %w", err)
	}
	names := make([]string, 0, len(entries))
	for _, entry := range entries {
		names = append(names, strings.TrimSuffix(entry.Name(), ".json"))
	}
	slices.Sort(names)
	return names, nil
}

// Load reads a preset such as "national" or "beijing". It returns ErrNoPreset
// for any other name.
func Load(name string) (Preset, error) {
	text, err := presets.ReadFile("presets/" + name + ".json")
	if err != nil {
		return Preset{}, fmt.Errorf("%w: %q", ErrNoPreset, name)
	}
	var preset Preset
	decoder := json.NewDecoder(bytes.NewReader(text))
	decoder.DisallowUnknownFields()
	if err = decoder.Decode(&preset); err != nil {
		return Preset{}, fmt.Errorf("preset %q: %w", name, err)
	}
	return preset, nil
}
