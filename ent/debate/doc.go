// Package debate reads from the rows of the register what is said and moved on
// an item before it is voted on: whose opinion is still waited for, who may speak
// next, which amendment goes before which motion, and who has to keep out of it.
//
// Verbs ask here before they act, and views ask here what stands in the way, so
// that what a page tells is what the verb behind it says.
package debate
