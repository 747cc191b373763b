// Package migrations brings a database to the form this program needs, step by
// step, and never loses a record on the way. Each step is a file that is
// applied once, whole or not at all, and whose application is noted in the
// database itself; a file that was applied is never edited again, and there is
// no way back but a new step.
//
// The files lie in one directory for each engine and are part of the program.
// They are named <version>_<name>.sql, the version being fourteen digits, and
// are applied in that order. A file runs inside a transaction and therefore
// must not end one. Anything else in the directories is ignored.
//
// The table schema_version holds one row for each applied file: its version,
// the SHA-256 of its text, and when it was applied.
package migrations
