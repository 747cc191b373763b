// Package stage says which step may follow which: a meeting is called before
// it is opened, a vote is closed once, an appointment that was declined does
// not come back. The life of each thing is a table of its states and of the
// verbs that lead from one to the next.
//
// A command asks the table before it writes, so that a step out of order is
// refused by name (WRONG_STATE) and not by accident. Where a step is lawful
// only under a condition, the table names the condition as a [Guard]; whether
// it holds is for the rule that judges the case, not for the table.
//
// Some things happen without anybody doing them: a resolution comes into
// force on its day ([Clock]), a cross-appointment ends with the post it rests
// on ([Lapse]). They stand in the tables like verbs.
//
// [Page] prints every table; the printed page is kept beside the tests and
// shows in every change what a change of the tables means.
package stage
