package app

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"strings"

	"sifang/schema/fault"
	"sifang/schema/rule"
	"sifang/schema/tally"
)

// ruled is for those who write rules.
type ruled struct {
	Check   ruleCheck   `cmd:"" help:"Say what is wrong with a rule or a set of rules."`
	Explain ruleExplain `cmd:"" help:"Say in plain sentences what a rule asks for, and what it would make of a vote."`
}

// spoken is the language in which a command answers.
type spoken struct {
	Lang string `enum:"zh,en" default:"zh" env:"SIFANG_LANG" help:"Language of the answer: zh or en."`
}

func (s spoken) language() fault.Language {
	if s.Lang == "en" {
		return fault.English
	}
	return fault.Chinese
}

// ruleCheck checks a document.
type ruleCheck struct {
	spoken
	File string `arg:"" type:"existingfile" help:"A rule, or a set of rules, as JSON."`
}

var errRefused = errors.New("refused")

// Run says that the document is in order, or all that is wrong with it, a line
// each with its place.
func (r ruleCheck) Run(c console) error {
	data, err := os.ReadFile(r.File)
	if err != nil {
		return err
	}
	if isSet(data) {
		set, err := rule.ParseSet(data)
		if err != nil {
			return r.refusals(c, err)
		}
		fmt.Fprintf(c.out, "%s %s: %s\n", set.Code, set.Version, set.Title.In(r.language()))
		return nil
	}
	one, err := rule.Parse(data)
	if err != nil {
		return r.refusals(c, err)
	}
	fmt.Fprintf(c.out, "%s %s: %s\n", one.Code, one.Version, one.Title.In(r.language()))
	return nil
}

// isSet tells a set of rules from a rule: only a rule has an approval.
func isSet(data []byte) bool {
	var fields map[string]json.RawMessage
	return json.Unmarshal(data, &fields) == nil && fields["approval"] == nil
}

// refusals prints what is wrong, a line each; what is no refusal is passed on.
func (s spoken) refusals(c console, err error) error {
	faults, refused := fault.Of(err)
	if !refused {
		return err
	}
	for _, one := range faults {
		fmt.Fprintf(c.out, "%s: %s %s\n", strings.Join(one.Field, "."), one.Text(s.language()), one.Code)
	}
	return fmt.Errorf("%w: %d", errRefused, len(faults))
}

// ruleExplain explains a rule.
type ruleExplain struct {
	spoken
	Rule    string `arg:"" help:"Code of a rule that comes with the service, or a file with one."`
	Figures string `type:"existingfile" placeholder:"FILE" help:"Figures of a vote, real or made up, as JSON: the rule judges them."`
}

// Run prints the rule in sentences and, if there are figures, the verdict.
func (r ruleExplain) Run(c console) error {
	chosen, ok := rule.Preset(r.Rule)
	if !ok {
		data, err := os.ReadFile(r.Rule)
		if err != nil {
			return fmt.Errorf("no rule has the code %s, and there is no such file: %w", r.Rule, err)
		}
		if chosen, err = rule.Parse(data); err != nil {
			return r.refusals(c, err)
		}
	}
	for _, sentence := range rule.Explain(chosen) {
		fmt.Fprintln(c.out, sentence.In(r.language()))
	}
	if r.Figures == "" {
		return nil
	}
	fmt.Fprintln(c.out)
	return r.judge(c, chosen)
}

func (r ruleExplain) judge(c console, chosen rule.Rule) error {
	data, err := os.ReadFile(r.Figures)
	if err != nil {
		return err
	}
	var figures tally.Figures
	decoder := json.NewDecoder(bytes.NewReader(data))
	decoder.DisallowUnknownFields()
	if err := decoder.Decode(&figures); err != nil {
		return fmt.Errorf("%s: %w", r.Figures, err)
	}
	count, err := figures.Count(chosen)
	if err != nil {
		return r.refusals(c, err)
	}
	verdict, err := tally.Judge(chosen, count)
	if err != nil {
		return r.refusals(c, err)
	}
	r.say(c, verdict.Explanation, "")
	return nil
}

// say prints a sentence, and indented below it those behind it.
func (s spoken) say(c console, sentence rule.Sentence, indent string) {
	fmt.Fprintln(c.out, indent+sentence.In(s.language()))
	for _, part := range sentence.Parts {
		s.say(c, part, indent+"  ")
	}
}
