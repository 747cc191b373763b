// Package schema lists everything that is remembered: one file a noun. It is
// read by the generator, which makes the store's client and most of the API's
// reading side from it, so each comment here is what a user of the API reads.
//
// It never imports generated code.
package schema
