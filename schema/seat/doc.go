// Package seat says who may sit where, and until when: who is eligible for a
// post, which posts exclude each other, when a post ends with another one, how
// a committee must be composed, and who sits in two bodies at once.
//
// The law fixes little of this. A city adds to it, and an estate's bylaws add
// to that, so everything that may differ is data, [Rules], in which each rule
// carries its legal source and a sentence for the person it refuses. A more
// specific set of rules replaces or switches off single rules of a more
// general one ([Merge]). What no city may change is code: terms of one person
// in one post never overlap, a post never has more holders than its capacity,
// and a cross-appointment that rests on another post never outlasts it.
//
// A rule of eligibility or incompatibility refuses an appointment
// ([CheckAppointment]). A rule of composition and a ratio target do not: a body
// of five is filled one by one and breaks its own composition until the last
// seat is filled, so those are findings about a day ([Composition], [Ratios]).
//
// What a term of office asks of a body is here as well: when its successor has to
// be elected ([RenewalDue], [Reelection]), what it leaves alone meanwhile
// ([CaretakerForbids]), what it puts on file ([FilingOf]) and hands over
// ([HandoverDue]), how often it meets ([NextMeeting]), and in which of several
// ways a post ends ([EndingOf]).
package seat
