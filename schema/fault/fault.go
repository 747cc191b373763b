package fault

import (
	"errors"
	"fmt"
	"strings"
)

// Language is a language in which refusals and explanations are worded.
type Language string

// The languages the service speaks.
const (
	Chinese Language = "zh-CN"
	English Language = "en"
)

// Words are the same thing said in each language.
type Words struct{ Chinese, English string }

// In picks a language.
func (w Words) In(lang Language) string {
	if lang == Chinese {
		return w.Chinese
	}
	return w.English
}

// Fact is one number, identifier or word behind a refusal.
type Fact struct {
	Name  string
	value Words
	said  Words // within a sentence
}

// Text is the value as it reads in the language; numbers, identifiers and codes
// read alike in all.
func (f Fact) Text(lang Language) string { return f.value.In(lang) }

// Fault is one refusal.
type Fault struct {
	Code  Code
	Field []string
	Facts []Fact
}

// New refuses with a code and facts given as alternating names and values.
// Each {name} in the sentence of the code is replaced by its value; a word of the
// API, or a list of such, by its term where the sentence is Chinese.
func New(code Code, facts ...any) *Fault {
	f := &Fault{Code: code}
	for i := 0; i+1 < len(facts); i += 2 {
		f.Facts = append(f.Facts, fact(fmt.Sprint(facts[i]), facts[i+1]))
	}
	return f
}

// At names the input field that caused the refusal: At("choices", 2, "voteId").
func (f *Fault) At(path ...any) *Fault {
	for _, step := range path {
		f.Field = append(f.Field, fmt.Sprint(step))
	}
	return f
}

// Text words the refusal.
func (f *Fault) Text(lang Language) string {
	pairs := make([]string, 0, 2*len(f.Facts))
	for _, fact := range f.Facts {
		pairs = append(pairs, "{"+fact.Name+"}", fact.said.In(lang))
	}
	return strings.NewReplacer(pairs...).Replace(catalogue[f.Code].In(lang))
}

func (f *Fault) Error() string { return string(f.Code) + ": " + f.Text(English) }

// Faults are all the reasons why one verb was refused.
type Faults []*Fault

func (f Faults) Error() string {
	texts := make([]string, len(f))
	for i, one := range f {
		texts[i] = one.Error()
	}
	return strings.Join(texts, "; ")
}

// Err is nil when nothing is wrong, so that a rule may collect first and
// refuse once.
func (f Faults) Err() error {
	if len(f) == 0 {
		return nil
	}
	return f
}

// Of finds the refusals in an error chain. It reports false for a failure
// that is not a refusal.
func Of(err error) (Faults, bool) {
	if many, ok := errors.AsType[Faults](err); ok {
		return many, true
	}
	if one, ok := errors.AsType[*Fault](err); ok {
		return Faults{one}, true
	}
	return nil, false
}

// Outcome is embedded in every payload: what was wrong, or nothing.
type Outcome struct {
	UserErrors []*Fault `json:"-"`
}

// Refuse makes the payload one of a refused verb.
func (o *Outcome) Refuse(all Faults) { o.UserErrors = all }
