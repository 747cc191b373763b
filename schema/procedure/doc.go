// Package procedure holds procedures as data: which steps a matter goes through,
// in which order, who takes each of them, by when, and what proves that it was
// taken. The four deliberations and two disclosures (四议两公开) are one such
// procedure, the five steps of a consultation another.
//
// A [Procedure] is a document with a version and a legal source, like a rule: it
// is pinned when a matter sets out on it, and read again years later. What no
// text was compared with says so.
//
// Nothing is skipped. A step is due once all before it are done; one that may be
// left out keeps nobody waiting, and is over once a later one is done. Where one
// person heads both bodies (一肩挑), two steps may be taken at once, if the
// procedure says so.
package procedure
