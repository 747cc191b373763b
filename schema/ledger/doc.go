// Package ledger gives every deed its record: the exact bytes that say what
// was done, by whom and when, in a form that anyone can compute again.
//
// What identifies a person or must stay secret is not in those bytes. They
// hold a commitment to it instead; the content and its salt are kept apart,
// and erasing both leaves every proof valid and tells nothing.
package ledger
