// Package sitting gathers what a meeting rests on: the rule it decides by, who
// could come and who counts, which body it is, and what its notice has to
// satisfy.
//
// The verbs of a meeting and the views of it ask the same questions here, so
// that what a page announces is what the verb then does.
package sitting
