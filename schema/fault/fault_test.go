package fault

import (
	"errors"
	"fmt"
	"regexp"
	"slices"
	"testing"

	"sifang/schema"
	"sifang/schema/ident"
)

func TestEveryCodeHasASentenceInBothLanguages(t *testing.T) {
	form := regexp.MustCompile(`^[A-Z][A-Z0-9]*(_[A-Z0-9]+)*$`)
	fact := regexp.MustCompile(`\{\w+\}`)
	for _, name := range Code("").Values() {
		words := catalogue[Code(name)]
		if !form.MatchString(name) || words.Chinese == "" || words.English == "" {
			t.Errorf("%s: %+v", name, words)
		}
		zh, en := fact.FindAllString(words.Chinese, -1), fact.FindAllString(words.English, -1)
		slices.Sort(zh)
		slices.Sort(en)
		if !slices.Equal(slices.Compact(zh), slices.Compact(en)) {
			t.Errorf("%s tells %v in Chinese and %v in English", name, zh, en)
		}
	}
}

func TestNoCodeIsDeclaredTwice(t *testing.T) {
	sum := 0
	for _, one := range tables {
		sum += len(one)
	}
	if sum != len(catalogue) {
		t.Errorf("%d sentences for %d codes", sum, len(catalogue))
	}
}

func TestFaultTellsItsFacts(t *testing.T) {
	f := New(TooLong, "limit", 200, "length", 10000).At("input", 2, "name")
	if got := f.Text(English); got != "This may have at most 200 characters; it has 10000." {
		t.Error(got)
	}
	if got := f.Text(Chinese); got != "此项最多 200 个字符，现有 10000 个。" {
		t.Error(got)
	}
	if !slices.Equal(f.Field, []string{"input", "2", "name"}) {
		t.Error(f.Field)
	}
	both := New(NotMandated, "verb", "x", "grounds", Words{Chinese: "本人", English: "oneself"})
	if both.Facts[1].Text(Chinese) != "本人" || both.Facts[1].Text(English) != "oneself" {
		t.Error(both.Facts)
	}
}

// A code reads as a term in a Chinese sentence, and stays a code among the facts.
func TestFaultWordsTheAPI(t *testing.T) {
	f := New(WrongState, "verb", schema.Verb("openVote"), "state", schema.VoteStatusDraft,
		"allowed", []schema.VoteStatus{schema.VoteStatusNoticed, schema.VoteStatusOpen})
	if got := f.Text(Chinese); got != "当前状态为「草稿」，不能「开始表决」；须处于以下状态之一：已通知、表决中。" {
		t.Error(got)
	}
	if got := f.Text(English); got != "openVote is not possible in state DRAFT; it is possible in: NOTICED, OPEN." {
		t.Error(got)
	}
	for i, want := range []string{"openVote", "DRAFT", "NOTICED, OPEN"} {
		if got := f.Facts[i].Text(Chinese); got != want {
			t.Errorf("the fact %s is %q, want %q", f.Facts[i].Name, got, want)
		}
	}
	if got := New(NotFound, "kind", ident.KindArea).Text(Chinese); got != "找不到所指的区域，或您无权查看。" {
		t.Error(got)
	}
}

func TestOfFindsRefusals(t *testing.T) {
	one := New(Blank)
	for name, err := range map[string]error{
		"one": one, "wrapped": fmt.Errorf("verb: %w", one), "many": Faults{one}, "joined": errors.Join(Faults{one}, errors.New("x")),
	} {
		found, ok := Of(err)
		if !ok || len(found) != 1 || found[0] != one {
			t.Errorf("%s: %v %v", name, found, ok)
		}
	}
	if _, ok := Of(errors.New("broken")); ok {
		t.Error("a failure is not a refusal")
	}
	if (Faults{}).Err() != nil {
		t.Error("nothing wrong must be nil")
	}
	var o Outcome
	o.Refuse(Faults{one})
	if o.UserErrors[0] != one {
		t.Error(o)
	}
}
