// Package todo says what somebody is to do now, in a sentence: "You have not
// voted on …", "Answer the objection about …", with the day by which it is in
// time, and puts the most urgent first.
//
// Each kind of thing to be done names the verb that does it, so that whoever
// reads the list can act from it. A kind without a verb is done outside of this
// service, such as to put right what an order asks to be put right.
package todo
