// Package floor says who may speak next on an item, and for how long.
//
// Everybody is to be heard: who has not spoken on the item goes before who has,
// the sides take turns, and otherwise whoever asked first speaks first. A turn
// ends by itself when its time is over, so that whoever presides need not
// interrupt anybody.
//
// No law orders a debate. The order, like the limits of a turn, is that of the
// deliberation rules which many communities took over from Robert's Rules; the
// limits are data in the sets of rules, and bylaws change them.
package floor
