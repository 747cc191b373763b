package ledger

import (
	"errors"
	"strings"
	"testing"
	"time"

	"sifang/schema/ident"
)

func record(t *testing.T) Record {
	t.Helper()
	event, err := ident.Parse("019aa8b5-8c00-801f-8000-000000000001")
	if err != nil {
		t.Fatal(err)
	}
	subject, err := ident.Parse("019aa8b5-8c00-8001-8000-000000000002")
	if err != nil {
		t.Fatal(err)
	}
	return Record{
		Event: event, Verb: "registerArea", Subject: subject,
		At:     time.Date(2026, 11, 22, 9, 30, 0, 123456789, time.FixedZone("", 8*3600)),
		Facts:  map[string]any{"name": "和平区 <一>", "count": 3},
		Sealed: []Sealed{{Name: "person", Salt: []byte("salt"), Content: []byte("content")}},
	}
}

func TestLeafIsCanonical(t *testing.T) {
	const want = "sifang/v1\n" +
		`{"at":"2026-11-22T01:30:00.123456Z","event":"019aa8b5-8c00-801f-8000-000000000001",` +
		`"facts":{"count":3,"name":"和平区 <一>"},` +
		`"sealed":{"person":"84f6564545dc22697265fe1b33fa6d84cd0a20af8a1c1329dc17aa37e932a313"},` +
		`"subject":"019aa8b5-8c00-8001-8000-000000000002","verb":"registerArea"}`
	leaf, err := record(t).Leaf()
	if err != nil {
		t.Fatal(err)
	}
	if string(leaf) != want {
		t.Errorf("leaf\n%s\nwant\n%s", leaf, want)
	}
}

func TestLeafRefusesFloatsAndExcess(t *testing.T) {
	r := record(t)
	r.Facts = map[string]any{"nested": map[string]any{"list": []any{1, 0.5}}}
	if _, err := r.Leaf(); !errors.Is(err, ErrFloat) {
		t.Errorf("a float deep inside: %v, want ErrFloat", err)
	}
	r.Facts = map[string]any{"text": strings.Repeat("长", MaxLeaf)}
	if _, err := r.Leaf(); !errors.Is(err, ErrTooLarge) {
		t.Errorf("a long text: %v, want ErrTooLarge", err)
	}
}

func TestCommitmentHidesAndBinds(t *testing.T) {
	one := Sealed{Salt: []byte("a"), Content: []byte("张三")}
	other := Sealed{Salt: []byte("b"), Content: []byte("张三")}
	if one.Commitment() == other.Commitment() {
		t.Error("the same content under two salts must not look alike")
	}
	if one.Commitment() != (Sealed{Salt: []byte("a"), Content: []byte("张三")}).Commitment() {
		t.Error("the same salt and content must give the same commitment")
	}
}
