package ent

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"log/slog"
	"net/url"
	"strings"
	"time"

	entgo "entgo.io/ent"
	"entgo.io/ent/dialect"
	entsql "entgo.io/ent/dialect/sql"
	"github.com/lib/pq"
	_ "modernc.org/sqlite" // the embedded engine

	"sifang/ent/db"
	"sifang/ent/migrations"
)

// ErrURL reports a database URL of neither engine.
var ErrURL = errors.New("a database is named sqlite:PATH or postgres://…")

// Config says where the store is and how it keeps time.
type Config struct {
	// URL is sqlite:PATH or postgres://….
	URL string
	// Now is the clock; time.Now if nil. Nothing below it reads another.
	Now func() time.Time
	// Observe, if set, is told of every statement sent. Tests count with it.
	Observe func(statement string)
	// Report, if set, is told why several orders could not share a transaction;
	// slog is if it is nil. Each of them has an answer of its own all the same.
	Report func(err error)
}

// Store is the database with its guard: whatever is read through it is limited
// to what the viewer in the context may see, and it can be changed only within
// Work.
type Store struct {
	client *db.Client
	engine migrations.Engine
	pool   *sql.DB        // the connections that write
	driver dialect.Driver // under the client
	now    func() time.Time
	report func(error)
}

// Connections of a process to PostgreSQL. All stay open: opening one costs more
// than most statements.
const connections = 20

// Open connects to the database. It neither looks at its schema nor changes
// it: Migrate and Check do.
func Open(ctx context.Context, c Config) (*Store, error) {
	if c.Now == nil {
		c.Now = time.Now
	}
	if c.Report == nil {
		c.Report = func(err error) { slog.Default().Warn("orders run alone", "error", err) }
	}
	s := &Store{report: c.Report, now: func() time.Time { return c.Now().UTC().Truncate(time.Microsecond) }}
	var d dialect.Driver
	var err error
	switch {
	case strings.HasPrefix(c.URL, "sqlite:"):
		s.engine = migrations.SQLite
		d, err = s.openSQLite(strings.TrimPrefix(c.URL, "sqlite:"))
	case strings.HasPrefix(c.URL, "postgres://"), strings.HasPrefix(c.URL, "postgresql://"):
		s.engine = migrations.PostgreSQL
		d, err = s.openPostgreSQL(c.URL)
	default:
		return nil, ErrURL
	}
	if err != nil {
		return nil, err
	}
	if err := s.pool.PingContext(ctx); err != nil {
		return nil, errors.Join(fmt.Errorf("connect to the database: %w", err), d.Close())
	}
	if c.Observe != nil {
		d = observed{Driver: d, observe: c.Observe}
	}
	s.over(d)
	return s, nil
}

// over reads and writes through the driver, under guard.
func (s *Store) over(d dialect.Driver) {
	s.driver = d
	s.client = db.NewClient(db.Driver(d))
	s.client.Intercept(guarded(s), entgo.InterceptFunc(announced))
	s.client.Use(s.withinWork, s.recorded)
}

// openSQLite opens one connection that writes and a few that only read. The
// writer takes its lock when a transaction begins, so that two never wait for
// each other holding half of what they need.
func (s *Store) openSQLite(path string) (dialect.Driver, error) {
	if path == "" || strings.ContainsAny(path, "?#") {
		return nil, fmt.Errorf("%w: the path must be given and hold neither ? nor #", ErrURL)
	}
	instants := "_time_integer_format=unix_micro&_inttotime=1&_pragma=foreign_keys(1)&_pragma=busy_timeout(5000)&_dqs=0"
	escaped := (&url.URL{Path: path}).EscapedPath()
	write, err := sql.Open("sqlite", "file:"+escaped+"?_txlock=immediate&"+instants+
		"&_pragma=journal_mode(WAL)&_pragma=synchronous(FULL)")
	if err != nil {
		return nil, err
	}
	write.SetMaxOpenConns(1)
	read, err := sql.Open("sqlite", "file:"+escaped+"?mode=ro&"+instants+"&_pragma=query_only(1)")
	if err != nil {
		return nil, errors.Join(err, write.Close())
	}
	read.SetMaxOpenConns(4)
	read.SetMaxIdleConns(4)
	s.pool = write
	return split{Driver: entsql.OpenDB(dialect.SQLite, write), read: entsql.OpenDB(dialect.SQLite, read)}, nil
}

func (s *Store) openPostgreSQL(dsn string) (dialect.Driver, error) {
	connector, err := pq.NewConnector(dsn)
	if err != nil {
		// The driver's own error may repeat the URL, and with it a password.
		return nil, fmt.Errorf("%w: the postgres URL cannot be read", ErrURL)
	}
	s.pool = sql.OpenDB(connector)
	s.pool.SetMaxOpenConns(connections)
	s.pool.SetMaxIdleConns(connections)
	return entsql.OpenDB(dialect.Postgres, s.pool), nil
}

// Close ends all connections.
func (s *Store) Close() error { return s.client.Close() }

// Read is the guarded client: what it answers is what the viewer in the
// context may see.
func (s *Store) Read() *db.Client { return s.client }

// Now is the store's clock, to the microsecond.
func (s *Store) Now() time.Time { return s.now() }

// Engine tells which engine the store runs on.
func (s *Store) Engine() migrations.Engine { return s.engine }

// Ping reports whether the database answers.
func (s *Store) Ping(ctx context.Context) error { return s.pool.PingContext(ctx) }

// Migrate brings the database to the form this program needs and answers what
// it applied.
func (s *Store) Migrate(ctx context.Context) ([]string, error) {
	return migrations.Apply(ctx, s.pool, s.engine)
}

// Check reports, as *migrations.TooOld or *migrations.TooNew among others,
// that the database has not the form this program needs.
func (s *Store) Check(ctx context.Context) error { return migrations.Check(ctx, s.pool, s.engine) }

// Empty reports whether nothing was ever registered.
func (s *Store) Empty(ctx context.Context) (bool, error) {
	exists, err := s.client.Area.Query().Exist(Unguarded(ctx))
	return !exists, err
}
