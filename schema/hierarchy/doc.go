// Package hierarchy says which organization may stand under which: a Party
// group under a branch, a grid's branch under that of the estate, a
// subcommittee under the residents' committee, a site of a property company
// under the company.
//
// Only such levels are tabulated as follow from what the two organizations
// are. Whatever the table does not name may stand under anything, and a
// relation that is none of parent and child (supervises, is led by, is filed
// with) is not a matter of levels at all.
package hierarchy
