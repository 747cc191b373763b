// Package notice says what is missing before a meeting can be called in good
// order, and words the notice that is posted.
//
// A notice that comes too late, or names neither agenda nor place, does not
// stop a meeting: sometimes a pipe has burst. But what is decided there can be
// challenged, so whoever calls the meeting is warned first and has to say that
// they know, and the warning stays with the meeting.
//
// How many days are due comes from the rules in force, and how they are counted
// from package day.
package notice
