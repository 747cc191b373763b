package postgres

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"time"

	"github.com/lib/pq"
)

const (
	superuser = "postgres"
	// port is only part of the socket's file name: no TCP port is opened.
	port = "5432"

	startLimit = time.Minute
	fastLimit  = 10 * time.Second
	quitLimit  = 5 * time.Second
	pollEvery  = 10 * time.Millisecond
)

// Server is a running throwaway server. Its methods may be called from several
// goroutines at once, except Stop, which is called last.
type Server struct {
	dir   string
	child *child
	admin *sql.DB
}

// Start makes an empty cluster (UTF-8, collation C so that texts sort as on
// SQLite, time zone UTC) and starts a server on it. Settings are written
// name=value, as in postgresql.conf, and override the package's own:
// Start(ctx, "synchronous_commit=off").
//
// The server outlives ctx, which bounds only the start, and ends with Stop; on
// Linux it also ends if this process dies without stopping it, but then its
// directory stays behind. If this process runs as root, which PostgreSQL
// refuses, the server runs as the user postgres or, failing that, nobody.
//
// Without server programs the error is ErrNotFound.
func Start(ctx context.Context, settings ...string) (*Server, error) {
	bin, ok := Find()
	if !ok {
		return nil, ErrNotFound
	}
	who, err := ordinaryUser("postgres", "nobody")
	if err != nil {
		return nil, err
	}
	return start(ctx, bin, who, settings)
}

func start(ctx context.Context, bin string, who *account, settings []string) (*Server, error) {
	ctx, cancel := context.WithTimeout(ctx, startLimit)
	defer cancel()
	dir, err := makeDir(who)
	if err != nil {
		return nil, err
	}
	s := &Server{dir: dir}
	err = s.launch(ctx, bin, who, settings)
	if err != nil {
		return nil, errors.Join(err, s.Stop())
	}
	return s, nil
}

// makeDir makes the directory of one server, owned by the user it runs as.
func makeDir(who *account) (string, error) {
	base := os.TempDir()
	// The path of a socket may have about a hundred bytes.
	if who != nil && !open(base) || len(base) > 60 {
		base = "/tmp"
	}
	dir, err := os.MkdirTemp(base, "sifang-postgres-")
	if err != nil {
		return "", err
	}
	if who == nil {
		return dir, nil
	}
	err = os.Chown(dir, who.uid, who.gid)
	if err != nil {
		return "", errors.Join(err, os.Remove(dir))
	}
	return dir, nil
}

// open reports whether everybody may enter a directory, as an ordinary user often
// may not enter root's TMPDIR.
func open(dir string) bool {
	for {
		info, err := os.Stat(dir)
		if err != nil || info.Mode()&0o001 == 0 {
			return false
		}
		above := filepath.Dir(dir)
		if above == dir {
			return true
		}
		dir = above
	}
}

func (s *Server) launch(ctx context.Context, bin string, who *account, settings []string) error {
	log, err := os.Create(filepath.Join(s.dir, "server.log"))
	if err != nil {
		return err
	}
	defer log.Close()
	data := filepath.Join(s.dir, "data")

	made, err := spawn(command(log, who, filepath.Join(bin, "initdb"), "--pgdata="+data, "--username="+superuser,
		"--auth=trust", "--encoding=UTF8", "--locale=C", "--no-sync"))
	if err != nil {
		return err
	}
	err = made.finish(ctx)
	if err != nil {
		return fmt.Errorf("initdb: %w\n%s", err, s.log())
	}

	s.child, err = spawn(command(log, who, filepath.Join(bin, "postgres"), arguments(data, s.dir, settings)...))
	if err != nil {
		return err
	}
	s.admin, err = s.open("postgres")
	if err != nil {
		return err
	}
	return s.ready(ctx)
}

// arguments is the command line of the server; a later setting wins.
func arguments(data, socket string, settings []string) []string {
	own := []string{
		"listen_addresses=", "unix_socket_directories=" + socket, "port=" + port,
		"fsync=off", "full_page_writes=off",
		"max_connections=200", "shared_buffers=64MB",
		"wal_level=minimal", "max_wal_senders=0", "max_wal_size=256MB",
		"timezone=UTC", "log_timezone=UTC",
	}
	args := []string{"-D", data}
	for _, setting := range append(own, settings...) {
		args = append(args, "-c", setting)
	}
	return args
}

// ready waits until the server answers.
func (s *Server) ready(ctx context.Context) error {
	tick := time.NewTicker(pollEvery)
	defer tick.Stop()
	for {
		err := s.admin.PingContext(ctx)
		if err == nil {
			return nil
		}
		select {
		case <-s.child.gone:
			return fmt.Errorf("postgres ended while starting (%v)\n%s", s.child.err, s.log())
		case <-ctx.Done():
			return fmt.Errorf("postgres not ready: %w (%w)\n%s", ctx.Err(), err, s.log())
		case <-tick.C:
		}
	}
}

// log answers the end of what the server had to say, for the error that
// reports why it did not start.
func (s *Server) log() string {
	const enough = 4096
	text, err := os.ReadFile(filepath.Join(s.dir, "server.log"))
	if err != nil {
		return err.Error()
	}
	return string(text[max(0, len(text)-enough):])
}

// Stop ends the server, with whatever connections are open, and removes its
// directory. It may be called more than once.
func (s *Server) Stop() error {
	var failed []error
	if s.admin != nil {
		failed = append(failed, s.admin.Close())
	}
	if s.child != nil {
		failed = append(failed, s.child.stop())
	}
	return errors.Join(append(failed, os.RemoveAll(s.dir))...)
}

func (s *Server) open(database string) (*sql.DB, error) {
	connector, err := pq.NewConnector(s.DSN(database))
	if err != nil {
		return nil, err
	}
	return sql.OpenDB(connector), nil
}
