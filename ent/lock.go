package ent

import (
	"entgo.io/ent/dialect"
	"entgo.io/ent/dialect/sql"
)

// Share is a predicate that locks the rows read against change until the
// transaction ends. On SQLite, where one transaction writes at a time, there is
// nothing to lock.
func Share(s *sql.Selector) {
	if s.Dialect() == dialect.Postgres {
		s.ForShare()
	}
}

// Update is a predicate that locks the rows read for the transaction alone.
func Update(s *sql.Selector) {
	if s.Dialect() == dialect.Postgres {
		s.ForUpdate()
	}
}
