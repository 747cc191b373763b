// Package minutes words what was recorded of a meeting: where and when it was
// held, who presided, who was there and whether that was enough, and of each item
// what was said, moved, voted and resolved.
//
// The draft tells facts in their order and adds no opinion; whoever keeps the
// minutes corrects it. It is in Chinese, the language in which minutes are kept.
//
// Owners may read the minutes of their bodies (interpretation of the Supreme
// People's Court on the ownership of buildings, art. 13), but not each other's
// data: a Record names whom its maker names, and nobody with what they voted.
package minutes
