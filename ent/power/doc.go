// Package power says whose consent a deed takes: it gathers, from the rows of
// the register, the subject that a mandate is asked about.
//
// Verbs ask here before they act, and views ask here what somebody could do, so
// that what a page offers is what the verb behind it allows.
package power
