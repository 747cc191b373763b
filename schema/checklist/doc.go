// Package checklist goes through a vote as somebody does who has to answer for
// it: was the notice in time, did everybody know the agenda, could this body
// decide it, who stood on the roll and were they served, was it open as long as
// it had to be, did enough take part, was everything answered and posted
// afterwards. To each question it says yes, no, not yet, or that it cannot be
// proved, with the numbers and the provision behind it.
//
// It decides nothing: that a line is not met is for those who direct the meeting
// to mend while there is time, and for a court to weigh afterwards.
package checklist
