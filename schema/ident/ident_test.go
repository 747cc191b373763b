package ident

import (
	"bytes"
	"encoding/json"
	"errors"
	"slices"
	"testing"
	"time"

	"pgregory.net/rapid"
)

var noon = time.Date(2026, 6, 1, 4, 0, 0, 123e6, time.UTC)

func TestIDTellsItsKindAndTime(t *testing.T) {
	for _, kind := range Kinds() {
		id := New(kind, noon)
		if id.Kind() != kind || !id.Time().Equal(noon) {
			t.Errorf("%v: kind %v, time %v", id, id.Kind(), id.Time())
		}
		if back, err := Parse(id.String()); err != nil || back != id {
			t.Errorf("%v reads back as %v (%v)", id, back, err)
		}
	}
}

func TestEveryKindHasANameInChinese(t *testing.T) {
	for _, kind := range Kinds() {
		if kind.Chinese() == "" {
			t.Errorf("%v has none", kind)
		}
	}
}

func TestDraft(t *testing.T) {
	for _, kind := range Kinds() {
		if d := Draft(kind); d.Kind() != kind || !d.IsDraft() || d.IsZero() {
			t.Errorf("the draft of a %v is %v", kind, d)
		}
		if id := New(kind, time.UnixMilli(0)); id.IsDraft() {
			t.Errorf("%v is a draft", id)
		}
	}
}

func TestLaterIDsSortLater(t *testing.T) {
	ids := make([]string, 1000)
	for i := range ids {
		ids[i] = New(KindBallot, noon.Add(time.Duration(i/100)*time.Millisecond)).String()
	}
	if !slices.IsSorted(ids) || len(slices.Compact(slices.Clone(ids))) != len(ids) {
		t.Error("identifiers made later must sort later and differ")
	}
}

func TestParseRefuses(t *testing.T) {
	valid := New(KindVote, noon).String()
	for _, text := range []string{
		"", "x", valid + " ", "{" + valid + "}", "urn:uuid:" + valid,
		"00000000-0000-0000-0000-000000000000", // nothing
		"f47ac10b-58cc-4372-a567-0e02b2c3d479", // a UUID of version 4
		"019aa8b5-8c00-8fff-8000-000000000001", // a kind that does not exist
	} {
		if id, err := Parse(text); !errors.Is(err, ErrMalformed) {
			t.Errorf("%q: %v, %v", text, id, err)
		}
	}
}

func TestParseNeverPanics(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.String().Draw(t, "text")
		if id, err := Parse(text); err == nil && id.String() != text {
			t.Errorf("%q was read as %v", text, id)
		}
	})
}

func TestTypedIDRefusesOtherKinds(t *testing.T) {
	vote, meeting := New(KindVote, noon), New(KindMeeting, noon)
	var id Vote
	if err := id.UnmarshalGQL(vote.String()); err != nil || id.ID != vote {
		t.Errorf("a vote was read as %v (%v)", id, err)
	}
	var wrong WrongKind
	if err := id.UnmarshalGQL(meeting.String()); !errors.As(err, &wrong) || wrong.Want != KindVote || wrong.Got != KindMeeting {
		t.Errorf("a meeting where a vote belongs: %v", err)
	}
	for _, v := range []any{nil, 7, json.Number("7"), true} {
		if err := id.UnmarshalGQL(v); !errors.Is(err, ErrMalformed) {
			t.Errorf("%v: %v", v, err)
		}
	}
}

func TestForms(t *testing.T) {
	id := New(KindArea, noon)
	text, err := json.Marshal(map[ID]ID{id: id})
	if err != nil || string(text) != `{"`+id.String()+`":"`+id.String()+`"}` {
		t.Errorf("JSON %s (%v)", text, err)
	}
	var b bytes.Buffer
	Area{ID: id}.MarshalGQL(&b)
	if b.String() != `"`+id.String()+`"` {
		t.Errorf("GraphQL %s", b.String())
	}
	stored, err := id.Value()
	var scanned ID
	if err != nil || scanned.Scan(stored) != nil || scanned != id {
		t.Errorf("stored as %v, read as %v (%v)", stored, scanned, err)
	}
}

// After lies between what was made by an instant and what is made later, for
// every kind.
func TestAfterLiesBetween(t *testing.T) {
	at := time.Date(2026, 6, 1, 4, 0, 0, 0, time.UTC)
	for _, kind := range []Kind{KindArea, KindResolution} {
		bound := After(at)
		if before := New(kind, at); before.String() >= bound.String() {
			t.Errorf("%s made by the instant does not sort before %s", before, bound)
		}
		if later := New(kind, at.Add(time.Millisecond)); later.String() <= bound.String() {
			t.Errorf("%s made later does not sort after %s", later, bound)
		}
	}
}
