// Package ident names things. Every row has an identifier that says when it
// was made and what kind of thing it is, so that a meeting's identifier where
// a vote's belongs is refused before anything is looked up.
//
// An identifier is a UUID of version 8 (RFC 9562): 48 bits of Unix
// milliseconds, 12 bits of [Kind], 18 bits of a counter that rises within the
// process, 44 random bits. It sorts by time, fits a native uuid column and
// cannot be guessed.
package ident
