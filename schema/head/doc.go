// Package head counts the owners of an estate as heads (业主人数).
//
// Owners vote with the area they own and with their heads, and both are needed.
// One owner is one head however many flats they have; a couple who own a flat
// together are one head for it and choose one of them to vote; and the developer
// is one head for all that is not sold or not handed over yet (Interpretation of
// the Supreme People's Court on the ownership of buildings, art. 9). Where the
// assembly has agreed on another count, that prevails: a head for each unit, or
// one head for what somebody owns alone and what they own together with others.
package head
