// Package view answers what is computed when it is asked rather than stored:
// who may see a person's birth date, and then what it is; how a body is
// composed on a day, and who sits in two bodies at once.
//
// What a viewer may not see is not shown. Where an answer rests on more than
// that, such as how many of a committee are women or belong to the Party, the
// facts are read whole and the answer tells numbers only; wherever it names a
// person or a post, it was read through the store's guard.
//
// A question about things that come in lists is about several of them at once,
// and answers one value for each, in their order. It asks the store once for each
// kind of thing it needs, however many it is about; only what is peculiar to few
// of them, such as an election before its paper is settled, is read for each of
// these. What it is about are rows that the viewer was shown, read with all their
// columns. A published roll, and who of it is to be called on, is a page of many
// entries, and read for each by itself.
package view

import "sifang/ent"

// Present asks about now.
type Present struct{ store *ent.Store }

// Now asks the store about now.
func Now(s *ent.Store) Present { return Present{s} }
