package tale

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"sifang/schema"
	"sifang/schema/fault"
)

// Subject is what something happened to, as far as a sentence needs it.
type Subject struct {
	// Name is the title, question, place or body.
	Name string
	// Title is its name where that is not what somebody wrote, but said in both
	// languages, such as the step of a procedure.
	Title fault.Words
	// Of is where it belongs, such as the meeting of an item.
	Of string
	// Kind is what kind of thing it is, or what it came to: a word of the API.
	Kind any
	// Late: it came after its time.
	Late bool
}

// Verbs lists the verbs that are part of the story, in alphabetical order.
func Verbs() []string { return slices.Sorted(maps.Keys(sentences)) }

// Say says what a verb did to a thing. It reports false for a verb that is no part
// of the story.
func Say(verb string, s Subject) (fault.Words, bool) {
	said, ok := sentences[verb]
	if !ok {
		return fault.Words{}, false
	}
	return fault.Words{Chinese: s.fill(said.Chinese, true), English: s.fill(said.English, false)}, true
}

func (s Subject) fill(sentence string, chinese bool) string {
	late := ""
	if s.Late {
		late = map[bool]string{true: "（逾期）", false: " (late)"}[chinese]
	}
	name := s.Name
	if s.Title != (fault.Words{}) {
		name = map[bool]string{true: s.Title.Chinese, false: s.Title.English}[chinese]
	}
	return strings.NewReplacer("{name}", name, "{of}", s.Of, "{kind}", kind(s.Kind, chinese), "{late}", late).Replace(sentence)
}

// kind is a word of the API in the language: its term, or the word itself.
func kind(word any, chinese bool) string {
	if word == nil {
		return ""
	}
	if term, ok := schema.Term(word); ok && chinese {
		return term
	}
	return strings.ToLower(strings.ReplaceAll(fmt.Sprint(word), "_", " "))
}
