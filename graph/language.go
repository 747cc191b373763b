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

// worded says each line in the language of whoever asks.
func worded(ctx context.Context, lines []fault.Words) []string {
	said := make([]string, len(lines))
	for i, line := range lines {
		said[i] = line.In(languageOf(ctx))
	}
	return said
}
