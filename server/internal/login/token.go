package login

import (
	"crypto/ed25519"
	"errors"
	"strings"
	"time"

	"github.com/golang-jwt/jwt/v5"

	"sifang/ent"
	"sifang/schema/ident"
)

// ErrToken reports a token that is not ours, or no longer valid.
var ErrToken = errors.New("the token is not valid here, or no longer")

const (
	issuer   = "sifang"
	operator = "operator"
)

// Issue signs a token for the viewer that is valid for a while.
func (k Key) Issue(v *ent.Viewer, now time.Time, valid time.Duration) (string, error) {
	subject := v.Person.String()
	if v.Operator {
		subject = operator
	}
	claims := jwt.RegisteredClaims{
		Issuer: issuer, Subject: subject,
		IssuedAt: jwt.NewNumericDate(now), ExpiresAt: jwt.NewNumericDate(now.Add(valid)),
	}
	return jwt.NewWithClaims(jwt.SigningMethodEdDSA, claims).SignedString(k.private)
}

// Viewer tells whom a token was issued to, or ErrToken.
func (k Key) Viewer(token string, now time.Time) (*ent.Viewer, error) {
	var claims jwt.RegisteredClaims
	_, err := jwt.ParseWithClaims(token, &claims,
		func(*jwt.Token) (any, error) { return k.private.Public().(ed25519.PublicKey), nil },
		jwt.WithValidMethods([]string{jwt.SigningMethodEdDSA.Alg()}), jwt.WithIssuer(issuer),
		jwt.WithExpirationRequired(), jwt.WithTimeFunc(func() time.Time { return now }))
	if err != nil {
		return nil, ErrToken
	}
	if claims.Subject == operator {
		return &ent.Viewer{Operator: true}, nil
	}
	person, err := ident.Parse(claims.Subject)
	if err != nil || person.Kind() != ident.KindPerson {
		return nil, ErrToken
	}
	return &ent.Viewer{Person: person}, nil
}

// Bearer is the token of an Authorization header; empty without a header. It
// reports false for a header of another form.
func Bearer(header string) (string, bool) {
	if header == "" {
		return "", true
	}
	scheme, token, found := strings.Cut(header, " ")
	token = strings.TrimSpace(token)
	if !found || !strings.EqualFold(scheme, "Bearer") || token == "" {
		return "", false
	}
	return token, true
}
