package graph

import (
	"regexp"
	"strings"
)

// described is how every description of the API ends: with the Chinese word.
var described = regexp.MustCompile(`\(([^()]*\p{Han}[^()]*)\)\.$`)

// Word is the Chinese word for a value of an enum, as its description gives it;
// empty if the API has no such value.
func Word(enum, value string) string {
	definition := published().Types[enum]
	if definition == nil {
		return ""
	}
	named := definition.EnumValues.ForName(value)
	if named == nil {
		return ""
	}
	word := described.FindStringSubmatch(strings.TrimSpace(named.Description))
	if word == nil {
		return ""
	}
	return word[1]
}
