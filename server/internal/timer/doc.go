// Package timer opens and closes votes at the times that were announced for
// them.
//
// It does so as anybody else would, through the verbs openVote and closeVote,
// only that nobody gives the order: the record of it says that the clock did.
// Whatever came due while the service was down is done when it starts again; a
// vote is closed as of the announced instant, and not as of the one at which
// somebody gets to it.
//
// Any number of processes may keep time over one database. Each of them finds
// the same votes due; the first one to lock a vote opens or closes it, and the
// others find it done and go on.
package timer
