// Package tale puts into a sentence what happened to a matter on its way from a
// resident's word to a resolution and what became of that: "The meeting … was
// called", "The vote … was closed: adopted". Somebody who reads the sentences one
// after the other knows the whole story.
//
// It knows which verbs are part of the story. Ballots are none, nor is who did
// what: that is for those who audit.
package tale
