// Package login answers who you are, and nothing else: what you may do follows
// from the posts you hold today, which no token knows.
package login
