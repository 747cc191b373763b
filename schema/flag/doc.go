// Package flag finds in what is recorded about a vote the signs that somebody
// should look: many papers entered within a minute, the same two readers always,
// one person who votes for many, areas that changed hands shortly before the roll was
// frozen.
//
// A sign is never an accusation. Each may have an ordinary reason, its sentence
// says so, and says what to look at. From when on something is unusual the rules
// of the place say. How anybody voted is not known here.
package flag
