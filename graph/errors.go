package graph

import (
	"context"
	"errors"
	"log/slog"

	"github.com/99designs/gqlgen/graphql"
	"github.com/google/uuid"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"sifang/ent"
	"sifang/ent/db"
	"sifang/ent/page"
	"sifang/graph/scalar"
	"sifang/schema"
	"sifang/schema/day"
	"sifang/schema/ident"
)

// The codes of errors that no form can mend. They are those that the clients
// of other GraphQL servers already switch over.
const (
	codeUnauthenticated = "UNAUTHENTICATED"
	codeBadInput        = "BAD_USER_INPUT"
	codeNotFound        = "NOT_FOUND"
	codeTimeout         = "REQUEST_TIMEOUT"
	codeGone            = "CLIENT_CLOSED_REQUEST"
	codeLimit           = "QUERY_TOO_LARGE"
	codeUnknownFate     = "OUTCOME_UNKNOWN"
	codeUnavailable     = "SERVICE_UNAVAILABLE"
	codeInternal        = "INTERNAL_SERVER_ERROR"
)

// malformed are the errors of values that are not of their form.
var malformed = []error{
	ident.ErrMalformed, day.ErrMalformed, schema.ErrFloorArea, scalar.ErrDateTime, scalar.ErrInt,
	page.ErrCursor, page.ErrSize,
}

// presenter gives each error the code that programs switch over, and hides
// what the service does not know how to explain behind a reference that its
// log explains.
func presenter(log *slog.Logger) graphql.ErrorPresenterFunc {
	return func(ctx context.Context, err error) *gqlerror.Error {
		shown := graphql.DefaultErrorPresenter(ctx, err)
		if shown.Extensions["code"] != nil {
			return shown
		}
		code, explained := classify(ctx, err)
		switch {
		case code == codeTimeout:
			log.WarnContext(ctx, "request took too long", "path", shown.Path.String(), "error", err)
			shown = &gqlerror.Error{Message: "This took too long and was given up; nothing was answered for it.", Path: shown.Path}
		case code == codeUnknownFate:
			log.ErrorContext(ctx, "a commit has an unknown fate", "path", shown.Path.String(), "error", err)
			shown = &gqlerror.Error{Message: "It is not known whether this was done: ask again with the same requestId.", Path: shown.Path}
		case code == codeGone:
			shown = &gqlerror.Error{Message: "The caller went away.", Path: shown.Path}
		case !explained:
			reference := uuid.NewString()
			log.ErrorContext(ctx, "request failed", "reference", reference, "path", shown.Path.String(), "error", err)
			shown = &gqlerror.Error{Message: "Something went wrong here. The reference is " + reference + ".", Path: shown.Path}
		}
		shown.Extensions = map[string]any{"code": code}
		shown.Err = nil
		return shown
	}
}

func classify(ctx context.Context, err error) (string, bool) {
	switch {
	case errors.Is(err, ent.ErrUnauthenticated):
		return codeUnauthenticated, true
	case errors.Is(err, ent.ErrClosed):
		return codeUnavailable, true
	case errors.Is(err, ent.ErrUnknownFate):
		return codeUnknownFate, true
	}
	if errors.Is(ctx.Err(), context.DeadlineExceeded) || errors.Is(err, context.DeadlineExceeded) {
		return codeTimeout, true
	}
	if errors.Is(ctx.Err(), context.Canceled) {
		return codeGone, true
	}
	for _, known := range malformed {
		if errors.Is(err, known) {
			return codeBadInput, true
		}
	}
	var kind ident.WrongKind
	if errors.As(err, &kind) {
		return codeBadInput, true
	}
	if db.IsNotFound(err) {
		return codeNotFound, true
	}
	return codeInternal, false
}
