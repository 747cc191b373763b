// Package postgres starts a real PostgreSQL server, empty and private, and
// throws it away again. Tests use it to be sure that what holds on SQLite
// holds on PostgreSQL too, and new migrations are worked out against it.
//
// It needs the server programs initdb and postgres on the machine, version 13
// or later, but no installed cluster, no password and no free port: the server
// lives in a fresh temporary directory and listens on a socket inside it, which
// only its own user (and root) can reach. It is fast because it may lose
// everything: nothing is ever flushed to the disk. Never keep data in it.
package postgres
