// Package posting says how long something has to hang for everybody to read,
// until when an objection to it is in time and when it has to be answered, and
// whether what was posted did hang that long.
//
// How many days are due comes from the provisions that sets of rules hold; how
// days are counted, from package day.
package posting
