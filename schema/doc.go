// Package schema says what is lawful and what can be said.
//
// A residential community in China is governed by several bodies at once: a
// Party branch, the residents' committee, the owners' committee and the
// property company, each with its own members, powers and duties. They meet,
// consult and decide together in a linkage (四方联动), and some people hold
// posts in more than one of them (双向进入、交叉任职).
//
// Below this directory the rules of that life are plain functions over plain
// values: who may sit where (seat), whether enough are present (quorum), what
// a rule asks for (rule) and whether it was met (tally), how days are counted
// (day), which step may follow which (stage), who may take it (mandate), and
// what a refusal says (fault). Nothing here reads a clock, a file or a
// database, so that a court can be shown exactly why a vote came out as it did.
//
// This package itself holds the words: the enumerations that the API, the
// rules and the store share.
package schema
