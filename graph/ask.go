package graph

import (
	"bytes"
	"context"
	"encoding/json"

	"github.com/99designs/gqlgen/graphql"
	"github.com/99designs/gqlgen/graphql/executor"
)

// Asker asks the API from within the process. Like any other caller it is
// answered as the viewer of the context, in the language of the context, and
// within the limits it was made with.
type Asker struct {
	exec *executor.Executor
}

// NewAsker is an Asker of a store.
func NewAsker(c Config) Asker {
	exec := executor.New(executable(c))
	equip(exec, c)
	return Asker{exec}
}

// Ask answers a document into what into points to, as encoding/json does, with
// numbers as json.Number where nothing says otherwise. It fails if anything in
// the document fails: half an answer is none.
func (a Asker) Ask(ctx context.Context, document string, variables map[string]any, into any) error {
	ctx = graphql.StartOperationTrace(ctx)
	now := graphql.Now()
	operation, failed := a.exec.CreateOperationContext(ctx, &graphql.RawParams{
		Query: document, Variables: variables, ReadTime: graphql.TraceTiming{Start: now, End: now},
	})
	if failed != nil {
		return failed
	}
	answer, ctx := a.exec.DispatchOperation(ctx, operation)
	response := answer(ctx)
	switch {
	case response == nil:
		return context.Cause(ctx)
	case len(response.Errors) > 0:
		return response.Errors
	}
	decoder := json.NewDecoder(bytes.NewReader(response.Data))
	decoder.UseNumber()
	return decoder.Decode(into)
}
