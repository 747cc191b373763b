// Package force tells where a resolution stood on a day: whether it was posted
// and in force, whether its effect rested, and whether anything struck it down
// or took its place.
//
// What is struck down never held, from its first day on, unless the ruling says
// since when (Civil Code art. 155); what is struck down in part holds in the rest
// (art. 156). What depends on a condition takes effect when that comes about
// (art. 158). The articles speak of juridical acts; resolutions are read alike
// (art. 134 II counts them among these).
//
// The facts come in as they are known at some instant, so that what was in force
// may be told as it stands now, and as it was known before a judgment was entered.
package force
