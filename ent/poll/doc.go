// Package poll gathers what a vote rests on: the rule that judges it, the roll
// of those who may vote, who was there when it was opened, and the ballots.
//
// The verbs of a vote and the views of it ask here, so that what a page shows
// is what the verb then writes. Everything is read whole, ballots of others
// included: callers give a context that may do so, and answer no more of it
// than the viewer may learn.
package poll
