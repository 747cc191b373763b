package graph

import (
	"context"
	"fmt"
	"log/slog"
	"net/http"
	"runtime/debug"
	"sync"
	"time"

	"github.com/99designs/gqlgen/graphql"
	"github.com/99designs/gqlgen/graphql/handler"
	"github.com/99designs/gqlgen/graphql/handler/extension"
	"github.com/99designs/gqlgen/graphql/handler/transport"
	"github.com/vektah/gqlparser/v2/ast"

	"sifang/ent"
	"sifang/ent/command"
	"sifang/graph/contract"
	"sifang/graph/gql"
)

// Config is what the API answers from, and what it hands verbs to.
type Config struct {
	Store  *ent.Store
	Do     *command.Do
	Log    *slog.Logger
	Limits Limits
}

// published is the API as clients see it. The generated schema is changed in
// place, so this happens once.
var published = sync.OnceValue(func() *ast.Schema {
	return contract.Public(gql.NewExecutableSchema(gql.Config{}).Schema())
})

// SDL is the whole API with its descriptions, as clients download it.
func SDL() string { return contract.Print(published()) }

// The time that a question and a verb may take.
const (
	queryWithin = 5 * time.Second
	verbWithin  = 10 * time.Second
)

// New answers GraphQL over HTTP from a store.
func New(c Config) http.Handler {
	server := handler.New(executable(c))
	server.AddTransport(transport.GET{})
	server.AddTransport(transport.POST{})
	server.Use(extension.Introspection{})
	equip(server, c)
	return server
}

func executable(c Config) graphql.ExecutableSchema {
	return gql.NewExecutableSchema(gql.Config{Schema: published(), Resolvers: &Resolver{Store: c.Store, Do: c.Do}})
}

// answering is what answers documents, however they come in.
type answering interface {
	Use(extension graphql.HandlerExtension)
	AroundResponses(graphql.ResponseMiddleware)
	AroundRootFields(graphql.RootFieldMiddleware)
	SetParserTokenLimit(int)
	SetErrorPresenter(graphql.ErrorPresenterFunc)
	SetRecoverFunc(graphql.RecoverFunc)
}

func equip(server answering, c Config) {
	limits := c.Limits.withDefaults()
	server.SetParserTokenLimit(limits.Tokens)
	server.Use(limits)
	server.SetErrorPresenter(presenter(c.Log))
	server.SetRecoverFunc(func(_ context.Context, cause any) error {
		return fmt.Errorf("panic: %v\n%s", cause, debug.Stack())
	})
	server.AroundResponses(timed)
	server.AroundRootFields(keyed)
}

// timed bounds how long an answer may take, and begins it.
func timed(ctx context.Context, next graphql.ResponseHandler) *graphql.Response {
	within := queryWithin
	// A document that could not be read has no operation.
	if o := graphql.GetOperationContext(ctx).Operation; o != nil && o.Operation == ast.Mutation {
		within = verbWithin
	}
	ctx, cancel := context.WithTimeout(gathering(ctx), within)
	defer cancel()
	return next(ctx)
}

type keyHeader struct{}

// WithIdempotencyKey gives the verbs of a request a key from outside of their
// inputs.
func WithIdempotencyKey(ctx context.Context, key string) context.Context {
	return context.WithValue(ctx, keyHeader{}, key)
}

// keyed hands the key to each verb of the document, together with the name
// under which the document asks for it: two verbs are two requests.
func keyed(ctx context.Context, next graphql.RootResolver) graphql.Marshaler {
	key, ok := ctx.Value(keyHeader{}).(string)
	field := graphql.GetRootFieldContext(ctx)
	if ok && field != nil && graphql.GetOperationContext(ctx).Operation.Operation == ast.Mutation {
		ctx = ent.WithRequestKey(ctx, key+"/"+field.Field.Alias)
	}
	return next(ctx)
}
