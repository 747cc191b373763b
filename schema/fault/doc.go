// Package fault says why something was refused: a code that programs can
// switch over, a sentence in Chinese and English for the person at the form,
// the input field that caused it, and the facts behind it.
//
// A refusal is a value, not a failure of the service: nothing was written,
// and the same request may succeed once what the sentence names is mended.
package fault
