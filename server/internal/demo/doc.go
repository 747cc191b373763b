// Package demo fills an empty store with a small world to look around in: the
// estates and organizations that the source documents of this service describe,
// with their figures, under invented names of people.
//
// Everything is done with the same verbs that any client uses, by people who
// are entitled to them, on days on which they may: nothing is written past the
// rules.
package demo
