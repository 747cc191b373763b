// Package graph lets people ask: it answers GraphQL from the store and hands
// verbs to it. A resolver is one line; where it would need a decision, the
// decision belongs to the store or to the law below it.
package graph
