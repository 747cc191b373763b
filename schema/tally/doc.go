// Package tally counts a vote and says what it came to, and why.
//
// It takes the roll, the ballots and the rule, and returns a [Verdict]: the
// outcome, the count by option, by party and by building, who is elected, where
// each party stands, what every condition of the rule needed and what was there,
// whether the motion can still pass or fail, and all of it once more in
// sentences, in Chinese and English, for somebody who knows no mathematics.
//
// The same values always give the same verdict, to the last sentence, in
// whatever order the ballots come. There is no rounding: areas are whole
// numbers of 0.01 m², shares are fractions, and a motion that misses two thirds
// by one hundredth of a square metre misses it.
//
// A vote is judged in this order: was the item on the agenda, if the rule asks
// for that (VOID); was there a quorum (NOT_QUORATE, never REJECTED); was the
// approval reached (ADOPTED, unless a condition is lacking that blocks it); may
// absent parties still make up for it (PENDING_CONSENT); are as many against as
// in favour, under a rule that knows ties (TIED, or as the chair says who has a
// casting vote); and otherwise REJECTED.
//
// Before anything is counted, ballots are sifted. Of several for one entry one
// counts, or none: a voter's own goes before an agent's, one channel before the
// other, and the last before the first or the reverse, as the rule says. Those who
// share a vote and use it in two ways have not used it. Papers that do not count
// are kept, each with its reason.
//
// Three things may be read in more than one way: silence where bylaws count it,
// spoilt papers, and a roll that was corrected. The rule prescribes one reading,
// and the verdict shows the outcome in the other one beside it.
//
// [Decisive] tries whether disputed ballots decide a result, and [Figures] judges
// a vote of which only numbers are known.
package tally
