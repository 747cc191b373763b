// Package quorum tells who is in the room at a given moment, and whether that
// is enough to begin.
//
// People come, leave and come back, in person or over a line, and some of them
// sit for two parties at once. Attendance is therefore kept as intervals, and
// [At] tells who is there at an instant: how many different persons with a
// vote, how many for each party, how many who only listen. [Judge] holds that
// against the quorum of a rule and says in sentences what is missing.
//
// A quorum that counts votes cast or floor area, as an owners' assembly does,
// cannot be told from a room; package tally judges it from the ballots.
package quorum
