// Package library keeps the files that people hand in: scans of papers,
// receipts, minutes, lists of owners. What was put in is never changed, and
// what is taken out is exactly what was put in.
//
// A file is kept under the fingerprint (SHA-256) of its bytes, and under
// nothing that anybody chose: the same bytes handed in twice are kept once, and
// no name can lead out of the library. Who handed a file in, what they called
// it and who may read it is told by the rows of the register that name its
// fingerprint; they are written after the bytes, so no row names a file that is
// not there. Bytes may be left that no row names, such as those of a row that
// was refused: nobody can read them, but they take room.
package library
