package login

import (
	"crypto/ed25519"
	"crypto/rand"
	"encoding/base64"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"strings"
)

// ErrKey reports a signing key that is not one.
var ErrKey = errors.New("a token key is 32 random bytes in base64, for instance from `openssl rand -base64 32`")

// Key signs tokens and knows its own signatures.
type Key struct{ private ed25519.PrivateKey }

// String keeps the key out of logs.
func (Key) String() string { return "key" }

// ParseKey reads the base64 of a 32-byte seed.
func ParseKey(text string) (Key, error) {
	seed, err := base64.StdEncoding.DecodeString(strings.TrimSpace(text))
	if err != nil || len(seed) != ed25519.SeedSize {
		return Key{}, ErrKey
	}
	return Key{private: ed25519.NewKeyFromSeed(seed)}, nil
}

// KeyFile reads the key kept in a file, and makes one where there is none. Only
// the owner of the file may read it.
func KeyFile(path string) (Key, error) {
	text, err := os.ReadFile(path)
	if err == nil {
		return ParseKey(string(text))
	}
	if !errors.Is(err, fs.ErrNotExist) {
		return Key{}, fmt.Errorf("read token key: %w", err)
	}
	seed := make([]byte, ed25519.SeedSize)
	_, _ = rand.Read(seed) // crypto/rand never fails: it ends the program instead
	encoded := base64.StdEncoding.EncodeToString(seed)
	file, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	if errors.Is(err, fs.ErrExist) {
		return KeyFile(path) // another process was faster
	}
	if err != nil {
		return Key{}, fmt.Errorf("keep token key: %w", err)
	}
	_, err = file.WriteString(encoded + "\n")
	if err := errors.Join(err, file.Close()); err != nil {
		return Key{}, fmt.Errorf("keep token key: %w", err)
	}
	return ParseKey(encoded)
}
