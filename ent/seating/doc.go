// Package seating gathers who sits where, from the store, as the plain values
// that the law in package seat judges: who belongs to an organization and what
// those people hold elsewhere, who their relatives are, which areas an
// organization serves and in which areas somebody owns a flat.
//
// It decides nothing and hides nothing. The context says what it may read:
// within a verb the whole register, elsewhere whoever calls it answers only
// what the viewer may know.
package seating
