// Package window says how long a vote may be open, when its close may be put
// off, and when its result may become final.
//
// A vote ends at the instant that was announced, whether anybody is there to
// write it down or not. So what is announced has to be lawful when it is said:
// neither shorter nor longer than the rule of the vote allows, and put off only
// before it comes, only to a later time, and no more often than the rule says.
//
// Days are counted as the Civil Code counts them (art. 201, 203): the day of the
// opening does not count, the day of the close does, and a close at 24:00 is
// that of the day that ends with it.
package window
