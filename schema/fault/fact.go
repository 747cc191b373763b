package fault

import (
	"fmt"
	"reflect"
	"strings"
	"time"

	"sifang/schema"
)

// fact is a value under its name.
func fact(name string, value any) Fact {
	if words, ok := value.(Words); ok {
		return Fact{Name: name, value: words, said: words}
	}
	texts, terms := []string{text(value)}, []string{term(value)}
	if list := reflect.ValueOf(value); list.Kind() == reflect.Slice {
		texts, terms = nil, nil
		for _, one := range list.Seq2() {
			texts, terms = append(texts, text(one.Interface())), append(terms, term(one.Interface()))
		}
	}
	plain := strings.Join(texts, ", ")
	return Fact{
		Name: name, value: Words{Chinese: plain, English: plain},
		said: Words{Chinese: strings.Join(terms, "、"), English: plain},
	}
}

// text is a value as it reads in every language.
func text(value any) string {
	if at, ok := value.(time.Time); ok {
		return at.UTC().Format(time.RFC3339)
	}
	return fmt.Sprint(value)
}

// named are words that bring their own Chinese term.
type named interface{ Chinese() string }

// term is a value as it reads in Chinese.
func term(value any) string {
	if said, ok := schema.Term(value); ok {
		return said
	}
	if word, ok := value.(named); ok {
		return word.Chinese()
	}
	return text(value)
}
