package fault

import (
	"maps"
	"slices"
)

// Code names a refusal. It is part of the API: a code is never renamed, and
// the sentence behind it may be reworded.
type Code string

// table holds the sentence of each code. {name} is replaced by the fact of that
// name.
type table map[Code]Words

var tables = []table{
	requestTexts, registerTexts, seatTexts, meetingTexts, deliberationTexts, voteTexts,
	rollTexts, documentTexts, paperTexts, proxyTexts, electionTexts, windowTexts, ruleTexts, countTexts, recountTexts,
	proposalTexts, procedureTexts, resolutionTexts, postingTexts, termTexts,
}

var catalogue = merge(tables...)

// Values lists every code in alphabetical order.
func (Code) Values() []string {
	codes := make([]string, 0, len(catalogue))
	for code := range catalogue {
		codes = append(codes, string(code))
	}
	slices.Sort(codes)
	return codes
}

func merge(tables ...table) table {
	all := table{}
	for _, one := range tables {
		maps.Copy(all, one)
	}
	return all
}

// Sentence is what the code says in both languages, before facts replace the
// {names} in it.
func (c Code) Sentence() string { return catalogue[c].English + " " + catalogue[c].Chinese }
