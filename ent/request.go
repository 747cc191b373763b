package ent

import (
	"context"
	"crypto/sha256"
	"encoding/json"
	"fmt"
	"strings"

	"sifang/ent/db"
	"sifang/ent/db/request"
	"sifang/schema/fault"
)

type requestKeyKey struct{}

// WithRequestKey gives a verb a key from outside of its input. A key in the
// input comes before it.
func WithRequestKey(ctx context.Context, key string) context.Context {
	return context.WithValue(ctx, requestKeyKey{}, key)
}

func requestKey(ctx context.Context) *string {
	if key, ok := ctx.Value(requestKeyKey{}).(string); ok {
		return &key
	}
	return nil
}

const longestKey = 200

// CheckKey refuses a caller's key that is blank or too long. Every verb does so
// by itself; this is for what is costly to do before a verb.
func CheckKey(key *string) *fault.Fault {
	switch {
	case key == nil:
		return nil
	case strings.TrimSpace(*key) == "":
		return fault.New(fault.Blank).At("requestId")
	case len([]rune(*key)) > longestKey:
		return fault.New(fault.TooLong, "limit", longestKey, "length", len([]rune(*key))).At("requestId")
	}
	return nil
}

func fingerprint(in Input) ([]byte, error) {
	text, err := json.Marshal(in)
	if err != nil {
		return nil, fmt.Errorf("read input: %w", err)
	}
	sum := sha256.Sum256(text)
	return sum[:], nil
}

func (tx *Tx) caller() string {
	switch {
	case tx.Viewer.Operator:
		return "operator"
	case tx.Viewer.Clock:
		return "clock"
	default:
		return tx.Viewer.Person.String()
	}
}

// answered finds what was answered to the caller's key before. The same key
// with another input is refused.
func (tx *Tx) answered(ctx context.Context, hash []byte, payload any) (bool, error) {
	if tx.order.RequestID == nil {
		return false, nil
	}
	before, err := tx.Request.Query().
		Where(request.Caller(tx.caller()), request.Key(*tx.order.RequestID)).Only(ctx)
	if db.IsNotFound(err) {
		return false, nil
	}
	if err != nil {
		return false, err
	}
	return true, tx.recall(before, hash, payload)
}

// recall reads an answer given before.
func (tx *Tx) recall(before *db.Request, hash []byte, payload any) error {
	if before.Verb != tx.verb || string(before.Input) != string(hash) {
		return fault.New(fault.RequestIDReused).At("requestId")
	}
	return json.Unmarshal(before.Payload, payload)
}

// remember makes the row that keeps an answer, or none if there is no key to
// keep it under.
func (tx *Tx) remember(hash []byte, payload any) (*db.RequestCreate, error) {
	if tx.order.RequestID == nil {
		return nil, nil
	}
	text, err := json.Marshal(payload)
	if err != nil {
		return nil, fmt.Errorf("keep answer: %w", err)
	}
	return tx.Request.Create().SetCaller(tx.caller()).SetKey(*tx.order.RequestID).SetVerb(tx.verb).
		SetInput(hash).SetPayload(text).SetAnsweredAt(tx.Now), nil
}
