package ledger

import (
	"bytes"
	"crypto/hmac"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"time"

	"sifang/schema/ident"
)

// Prefix opens every leaf and names the version of its form.
const Prefix = "sifang/v1\n"

// MaxLeaf is the greatest length of a leaf in bytes.
const MaxLeaf = 65535

// ErrTooLarge reports a record that does not fit into a leaf.
var ErrTooLarge = errors.New("record too large for a leaf")

// ErrFloat reports a fact with a fraction: two programs need not write one
// alike, so facts are whole numbers, texts, booleans, identifiers and lists.
var ErrFloat = errors.New("a fact may not be a floating-point number")

// Record is what a leaf says.
type Record struct {
	Event   ident.ID       // its own identifier
	Verb    string         // what was done
	Subject ident.ID       // to what
	Actor   ident.ID       // by whom; zero for the operator, and for the clock, which the facts name
	Request string         // the caller's key of the request, or nothing
	At      time.Time      // when, to the microsecond
	Facts   map[string]any // what matters about it, nothing personal
	Sealed  []Sealed       // what is only committed to
}

// Sealed is personal or secret content with the salt of its commitment.
type Sealed struct {
	Name          string
	Salt, Content []byte
}

// Commitment is HMAC-SHA256 of the content under the salt, in hexadecimal.
func (s Sealed) Commitment() string {
	mac := hmac.New(sha256.New, s.Salt)
	mac.Write(s.Content)
	return hex.EncodeToString(mac.Sum(nil))
}

// Leaf writes the record in its canonical form: the prefix, then JSON with
// sorted keys, without blanks and without escaping beyond what JSON demands.
// The same record gives the same bytes for ever.
func (r Record) Leaf() ([]byte, error) {
	if err := whole(r.Facts); err != nil {
		return nil, err
	}
	sealed := map[string]any{}
	for _, s := range r.Sealed {
		sealed[s.Name] = s.Commitment()
	}
	// A map, because its keys are written in sorted order.
	content := map[string]any{
		"event":   r.Event,
		"verb":    r.Verb,
		"subject": r.Subject,
		"at":      r.At.UTC().Format("2006-01-02T15:04:05.000000Z"),
	}
	for name, value := range map[string]map[string]any{"facts": r.Facts, "sealed": sealed} {
		if len(value) > 0 {
			content[name] = value
		}
	}
	if !r.Actor.IsZero() {
		content["actor"] = r.Actor
	}
	if r.Request != "" {
		content["request"] = r.Request
	}
	var b bytes.Buffer
	b.WriteString(Prefix)
	encoder := json.NewEncoder(&b)
	encoder.SetEscapeHTML(false)
	if err := encoder.Encode(content); err != nil {
		return nil, fmt.Errorf("write record: %w", err)
	}
	leaf := bytes.TrimSuffix(b.Bytes(), []byte("\n"))
	if len(leaf) > MaxLeaf {
		return nil, ErrTooLarge
	}
	return leaf, nil
}

func whole(value any) error {
	switch value := value.(type) {
	case float32, float64:
		return ErrFloat
	case map[string]any:
		for _, v := range value {
			if err := whole(v); err != nil {
				return err
			}
		}
	case []any:
		for _, v := range value {
			if err := whole(v); err != nil {
				return err
			}
		}
	}
	return nil
}
