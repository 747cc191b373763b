// Package demo fills an empty store with a small world to look around in: the
// estates and organizations that the source documents of this service describe,
// with their figures, under invented names of people.
//
// It also tells of difficult states: each is the story of one invented estate, up
// to the moment at which a vote is tied, a paper is read in two ways, or a court
// has stayed a decision. Whoever builds a screen for that moment starts there.
//
// Everything is done with the same verbs that any client uses, by people who
// are entitled to them, on days on which they may: nothing is written past the
// rules.
package demo
