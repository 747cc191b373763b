package graph

import (
	"context"

	"sifang/schema/fault"
)

type languageKey struct{}

// WithLanguage says in which language people read what is answered.
func WithLanguage(ctx context.Context, lang fault.Language) context.Context {
	return context.WithValue(ctx, languageKey{}, lang)
}

func languageOf(ctx context.Context) fault.Language {
	if lang, ok := ctx.Value(languageKey{}).(fault.Language); ok {
		return lang
	}
	return fault.Chinese
}
