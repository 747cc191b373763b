// Package agency says who may vote for somebody else (委托).
//
// Whoever cannot come, or does not want to, may ask another person to vote for
// them: in writing, for matters that are named, for a time, and over their
// signature (Civil Code art. 165). The agent may not pass that on without the
// voter's consent (art. 169). How many voters one agent may stand for, and who
// may be an agent at all, cities and bylaws say, each in its own way; so that
// comes from the rule of the vote. Where the rule says nothing, everybody votes
// in person.
package agency
