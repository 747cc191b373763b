// Package mandate answers one question: may this viewer do this, given these
// facts?
//
// Powers come from posts held on the day, not from claims in a token: a
// secretary who left office yesterday has no power today, whatever their token
// says. Each verb names the grounds on which it may be done; any one of them
// suffices, and what no ground allows is refused.
package mandate
