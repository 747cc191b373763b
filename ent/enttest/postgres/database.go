package postgres

import (
	"context"
	"net/url"

	"github.com/lib/pq"
)

// DSN answers how to reach a database of this server as its superuser, as a
// postgres:// address fit for sql.Open and SIFANG_DATABASE_URL. It does not
// look whether the database exists.
func (s *Server) DSN(database string) string {
	query := url.Values{"host": {s.dir}, "port": {port}, "user": {superuser}, "sslmode": {"disable"}}
	address := url.URL{Scheme: "postgres", Path: "/" + database, RawQuery: query.Encode()}
	// Without a host Go writes postgres:/name, which not every reader accepts.
	return "postgres://" + address.EscapedPath() + "?" + address.RawQuery
}

// CreateDatabase makes a database and answers its DSN. It is a copy of template,
// to which nobody may be connected meanwhile, or empty if template is "".
func (s *Server) CreateDatabase(ctx context.Context, name, template string) (string, error) {
	statement := "CREATE DATABASE " + pq.QuoteIdentifier(name)
	if template != "" {
		statement += " TEMPLATE " + pq.QuoteIdentifier(template)
	}
	_, err := s.admin.ExecContext(ctx, statement)
	if err != nil {
		return "", err
	}
	return s.DSN(name), nil
}

// DropDatabase removes a database and ends whatever connections it has.
func (s *Server) DropDatabase(ctx context.Context, name string) error {
	_, err := s.admin.ExecContext(ctx, "DROP DATABASE "+pq.QuoteIdentifier(name)+" WITH (FORCE)")
	return err
}
