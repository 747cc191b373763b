package graph_test

import "slices"

// rows are worked examples, numbered as the committee that collected them did:
// what owners, committees, Party branches and linkages voted, and what it came
// to.
var rows = slices.Concat(ownersRows, rollRows, deemedRows, windowRows, ballotRows, proxyRows, committeeRows, branchRows, linkageRows, electionRows, residentsRows, termRows)
