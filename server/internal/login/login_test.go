package login

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/golang-jwt/jwt/v5"

	"sifang/ent"
	"sifang/schema/ident"
)

var noon = time.Date(2026, 6, 1, 4, 0, 0, 0, time.UTC)

func key(t *testing.T) Key {
	t.Helper()
	k, err := KeyFile(filepath.Join(t.TempDir(), "key"))
	if err != nil {
		t.Fatal(err)
	}
	return k
}

func TestTokenNamesItsViewer(t *testing.T) {
	k, person := key(t), ident.New(ident.KindPerson, noon)
	for _, want := range []*ent.Viewer{{Person: person}, {Operator: true}} {
		token, err := k.Issue(want, noon, time.Hour)
		if err != nil {
			t.Fatal(err)
		}
		got, err := k.Viewer(token, noon.Add(59*time.Minute))
		if err != nil || got.Person != want.Person || got.Operator != want.Operator {
			t.Errorf("token of %v names %v (%v)", want.Person, got, err)
		}
		if _, err := k.Viewer(token, noon.Add(61*time.Minute)); !errors.Is(err, ErrToken) {
			t.Errorf("an expired token was answered %v", err)
		}
		if _, err := key(t).Viewer(token, noon); !errors.Is(err, ErrToken) {
			t.Errorf("a token of another key was answered %v", err)
		}
	}
}

func TestTokenOfNobodyIsRefused(t *testing.T) {
	k := key(t)
	sign := func(method jwt.SigningMethod, secret any, claims jwt.Claims) string {
		token, err := jwt.NewWithClaims(method, claims).SignedString(secret)
		if err != nil {
			t.Fatal(err)
		}
		return token
	}
	later := jwt.NewNumericDate(noon.Add(time.Hour))
	person := ident.New(ident.KindPerson, noon).String()
	for name, token := range map[string]string{
		"empty":        "",
		"unsigned":     sign(jwt.SigningMethodNone, jwt.UnsafeAllowNoneSignatureType, jwt.RegisteredClaims{Issuer: issuer, Subject: person, ExpiresAt: later}),
		"no expiry":    sign(jwt.SigningMethodEdDSA, k.private, jwt.RegisteredClaims{Issuer: issuer, Subject: person}),
		"other issuer": sign(jwt.SigningMethodEdDSA, k.private, jwt.RegisteredClaims{Issuer: "x", Subject: person, ExpiresAt: later}),
		"not a person": sign(jwt.SigningMethodEdDSA, k.private, jwt.RegisteredClaims{Issuer: issuer, Subject: ident.New(ident.KindVote, noon).String(), ExpiresAt: later}),
	} {
		if _, err := k.Viewer(token, noon); !errors.Is(err, ErrToken) {
			t.Errorf("%s: answered %v", name, err)
		}
	}
}

func TestKeyFileIsPrivateAndLasting(t *testing.T) {
	path := filepath.Join(t.TempDir(), "key")
	first, err := KeyFile(path)
	if err != nil {
		t.Fatal(err)
	}
	info, err := os.Stat(path)
	if err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("mode %v (%v), want 0600", info.Mode(), err)
	}
	second, err := KeyFile(path)
	if err != nil || !first.private.Equal(second.private) {
		t.Errorf("the key changed between starts (%v)", err)
	}
	if err := os.WriteFile(path, []byte("short"), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := KeyFile(path); !errors.Is(err, ErrKey) {
		t.Errorf("a broken key was answered %v", err)
	}
	if strings.Contains(first.String(), string(first.private)) {
		t.Error("a key must not print itself")
	}
}

func TestBearer(t *testing.T) {
	for header, want := range map[string]struct {
		token string
		ok    bool
	}{
		"": {"", true}, "Bearer abc": {"abc", true}, "bearer  abc ": {"abc", true},
		"Basic abc": {"", false}, "Bearer": {"", false}, "Bearer ": {"", false},
	} {
		token, ok := Bearer(header)
		if token != want.token || ok != want.ok {
			t.Errorf("%q: %q %v", header, token, ok)
		}
	}
}
