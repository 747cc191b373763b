// Package plan counts backwards. Somebody says by which day a matter has to be
// settled; the plan says until when, at the latest, its result has to be posted,
// the vote closed and opened, the meeting announced, and the matter ready for its
// agenda, under the periods that are in force there. Who begins today may read in
// it what is already too late, and what the first day is on which the matter could
// be settled at all.
//
// Days are counted as the Civil Code counts them (art. 201 to 203): the first day
// does not count, and a period that ends on a day of rest ends on the next day
// that is none. A period before a fixed day, such as that of a notice, is not
// moved by days of rest.
package plan
