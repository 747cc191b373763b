// Package voice says which of the ballots that came in for one place on a roll
// speaks for it.
//
// A flat has one vote, whoever of its owners casts it, at home or on paper. So
// several ballots may come in: one voter used both ways, or changed their mind;
// somebody voted for them whom they had asked to, and then they voted
// themselves; two owners said different things. Nothing is thrown away. Each
// ballot is kept with what became of it: it counts (VALID), another one counts
// in its place (SUPERSEDED), or none counts until those who disagree have
// settled it (CONFLICTED).
//
// What is decided here while ballots come in, package tally decides again, from
// all of them, when the vote is judged.
package voice
