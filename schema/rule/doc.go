// Package rule holds decision rules as data: how many must be there, how many
// must agree, out of whom, and where that is written. A rule is a document
// with a version and a legal source. It can be printed, stored beside the vote
// it judged, and read again years later by somebody who wants to know why a
// motion failed by one voice.
//
// Quorum and approval are two [Clause] trees. A leaf asks for a share of a
// base, or for a plain number; all, any and k-of-n combine leaves without
// limit. Shares are exact fractions: "three quarters or more" (四分之三以上)
// includes the three quarters, "more than half" (过半数) excludes the half
// (Civil Code art. 1259), and 12,000.00 of 18,000.00 m² is two thirds to the
// hundredth of a square metre.
//
// A leaf may also be a limit on voices against, down to a veto. Beside its
// clauses a rule has [Policies]: what becomes of spoilt papers, silence, proxies
// and second ballots, and how long a vote is open. With a section about elections
// its approval is asked for each candidate.
//
// [Parse] refuses what it does not understand, and says where: an unknown word
// in a decision rule is a threshold that nobody applies. Fields may be added to
// the documents; none is renamed, moved or given another meaning, so what was
// stored stays readable.
//
// A [Set] is what one legislator or one estate says about voting, periods,
// matters and seats. A [Chain] lays sets over each other, the nation below,
// the bylaws on top, and answers which rule applies, what sets changed about it,
// and where it asks for less than a law that leaves no room below ([Conflicts]).
package rule
