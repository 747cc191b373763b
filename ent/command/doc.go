// Package command holds the verbs: one file each, always in the same order.
// Lock what the decision rests on, gather the facts, ask the mandate, ask the
// rule, write.
//
// The inputs and payloads here are those of the API, field for field. A payload
// holds identifiers only; what they name is read after the commit, through the
// guard.
package command
