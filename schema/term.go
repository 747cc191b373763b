package schema

import (
	"embed"
	"reflect"
	"regexp"
	"strings"
	"sync"
)

// texts are the descriptions that the API gives of its words and its verbs.
//
//go:embed *.graphql
var texts embed.FS

// Verb is a verb of the API by its name there, such as castBallots.
type Verb string

// Term is the Chinese term for a value of one of the enumerations of this
// package, or for a Verb: the one in parentheses in its description, such as
// 小区 for AreaKindEstate. It reports false for anything else, and for a value
// that the API does not have.
func Term(value any) (string, bool) {
	v := reflect.ValueOf(value)
	if v.Kind() != reflect.String || v.Type().PkgPath() != reflect.TypeFor[Verb]().PkgPath() {
		return "", false
	}
	term, ok := terms()[word{v.Type().Name(), v.String()}]
	return term, ok
}

// word is a value of an enumeration, or the name of a verb.
type word struct{ of, value string }

const description = `("""[^"]+"""|"[^"\n]+")\s*`

var (
	enumForm  = regexp.MustCompile(`enum (\w+) \{([^{}]*)\}`)
	valueForm = regexp.MustCompile(description + `\b([A-Z][A-Z0-9_]*)\b`)
	verbForm  = regexp.MustCompile(description + `(\w+)\(input:`)
	termForm  = regexp.MustCompile(`\(([^()]*\p{Han}[^()]*)\)`)
)

// terms are read once: there are hundreds.
var terms = sync.OnceValue(func() map[word]string {
	all := map[word]string{}
	files, _ := texts.ReadDir(".") // what is embedded can be read
	for _, file := range files {
		text, _ := texts.ReadFile(file.Name())
		for _, enum := range enumForm.FindAllStringSubmatch(string(text), -1) {
			for _, value := range valueForm.FindAllStringSubmatch(enum[2], -1) {
				all[word{enum[1], value[2]}] = lastTerm(value[1])
			}
		}
		for _, verb := range verbForm.FindAllStringSubmatch(string(text), -1) {
			all[word{reflect.TypeFor[Verb]().Name(), verb[2]}] = lastTerm(verb[1])
		}
	}
	return all
})

// lastTerm is the term with which a description ends.
func lastTerm(about string) string {
	found := termForm.FindAllStringSubmatch(about, -1)
	if len(found) == 0 {
		return ""
	}
	return strings.Join(strings.Fields(found[len(found)-1][1]), "")
}
