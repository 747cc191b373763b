package schema_test

import (
	"reflect"
	"testing"

	"sifang/schema"
	"sifang/schema/mandate"
)

func TestTerm(t *testing.T) {
	for value, want := range map[any]string{
		schema.AreaKindEstate:                     "小区",
		schema.VoteStatusDraft:                    "草稿",
		schema.MeetingStatusDraft:                 "筹备中",
		schema.ProposalSourceHotline12345:         "12345热线",
		schema.Verb("openVote"):                   "开始表决",
		schema.AreaKind("CONTINENT"):              "",
		schema.Verb("deleteEverything"):           "",
		schema.OrganizationKindResidentsCommittee: "居民委员会",
		"ESTATE": "", 7: "",
	} {
		if got, known := schema.Term(value); got != want || known != (want != "") {
			t.Errorf("the term for %#v is %q (%v), want %q", value, got, known, want)
		}
	}
}

func TestEveryWordHasATerm(t *testing.T) {
	for _, file := range files {
		for _, enum := range file.enums {
			for _, name := range enum.Values() {
				value := reflect.New(reflect.TypeOf(enum)).Elem()
				value.SetString(name)
				if _, known := schema.Term(value.Interface()); !known {
					t.Errorf("%T %s has no term", enum, name)
				}
			}
		}
	}
	for _, verb := range mandate.Verbs() {
		if verb == "registerDocument" {
			continue // files come in over HTTP, not as a verb of the API
		}
		if _, known := schema.Term(schema.Verb(verb)); !known {
			t.Errorf("the verb %s has no term", verb)
		}
	}
}
