// Package view answers what is computed when it is asked rather than stored:
// who may see a person's birth date, and then what it is.
//
// Everything is read through the store's guard, so that a computed field never
// shows what the rows behind it would not.
package view
