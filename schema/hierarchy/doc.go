// Package hierarchy says what may stand under what. Of areas: a street is a
// part of a district, an estate of a community, and no province of a village.
// Of organizations: a Party group under a branch, a grid's branch under that of
// the estate, a subcommittee under the residents' committee, a site of a
// property company under the company.
//
// Of organizations only such levels are tabulated as follow from what the two
// are. Whatever the table does not name may stand under anything, and a
// relation that is none of parent and child (supervises, is led by, is filed
// with) is not a matter of levels at all.
package hierarchy
