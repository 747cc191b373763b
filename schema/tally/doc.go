// Package tally counts a vote and says what it came to, and why.
//
// It takes the roll, the ballots and the rule, and returns a [Verdict]: the
// outcome, the count by option and by party, where each party stands, what
// every condition of the rule needed and what was there, whether the motion
// can still pass or fail, and all of it once more in sentences, in Chinese and
// English, for somebody who knows no mathematics.
//
// The same values always give the same verdict, to the last sentence, in
// whatever order the ballots come. There is no rounding: areas are whole
// numbers of 0.01 m², shares are fractions, and a motion that misses two thirds
// by one hundredth of a square metre misses it.
//
// A vote is judged in this order: was the item on the agenda, if the rule asks
// for that (VOID); was there a quorum (NOT_QUORATE, never REJECTED); was the
// approval reached (ADOPTED); may absent parties still make up for it
// (PENDING_CONSENT); are as many against as in favour, under a rule that knows
// ties (TIED); and otherwise REJECTED.
package tally
