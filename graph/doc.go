// Package graph lets people ask: it answers GraphQL from the store and hands
// verbs to it. A resolver is one line; where it would need a decision, the
// decision belongs to the store or to the law below it.
//
// What is computed about a thing of a list is computed for all of them at once,
// through each, so that a list costs as many statements as a single thing.
package graph
