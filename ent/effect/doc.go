// Package effect gathers what is known of resolutions: when they were posted, and
// what keeps them from holding.
//
// The verbs that change where a resolution stands and the views of it ask here,
// so that what a page shows is what the verb then writes. It reads whole: who may
// see a resolution may know whether it holds.
package effect
