// Package slate says who takes a seat after an election.
//
// Whoever was elected takes the seat or declines it. Where somebody declined, or
// left a seat again, an alternate moves up: those who stand by do so in the order
// of their votes, and those who lost a tie for the last seat come before all
// others. Nobody passes somebody with more votes. Where several have the same
// number of votes and there is not a seat for each, no order of names decides
// between them, but the body does (Beijing property regulation art. 39, Hangzhou
// art. 28).
package slate
