package migrations

import (
	"context"
	"database/sql"
	"database/sql/driver"
	"fmt"
	"io/fs"
)

// runner applies the files of one engine.
type runner struct {
	dialect
	files []file
}

func newRunner(fsys fs.FS, e Engine) (*runner, error) {
	d, ok := dialects[e]
	if !ok {
		return nil, fmt.Errorf("migrations: no engine %q", e)
	}
	files, err := load(fsys, string(e))
	if err != nil {
		return nil, fmt.Errorf("migrations: %w", err)
	}
	return &runner{dialect: d, files: files}, nil
}

func (r *runner) check(ctx context.Context, db *sql.DB) error {
	h, err := r.history(ctx, db)
	if err != nil {
		return err
	}
	todo, err := h.pending(r.files)
	if err != nil {
		return err
	}
	if len(todo) > 0 {
		return &TooOld{Have: h.newest(), Want: latest(r.files)}
	}
	return nil
}

// apply does everything on one connection, because the switch of foreign keys
// belongs to a connection.
func (r *runner) apply(ctx context.Context, db *sql.DB) ([]string, error) {
	conn, err := db.Conn(ctx)
	if err != nil {
		return nil, err
	}
	defer r.release(ctx, conn)
	err = exec(ctx, conn, r.before)
	if err != nil {
		return nil, err
	}
	var applied []string
	name, err := r.step(ctx, conn)
	for err == nil && name != "" {
		applied = append(applied, name)
		name, err = r.step(ctx, conn)
	}
	return applied, err
}

// step applies the next file in a transaction of its own and answers its name,
// "" if there is none. The history is read under the lock: another process may
// have applied files while this one waited.
func (r *runner) step(ctx context.Context, conn *sql.Conn) (string, error) {
	err := exec(ctx, conn, r.begin)
	if err != nil {
		return "", rolledBack(ctx, conn, fmt.Errorf("begin a migration: %w", err))
	}
	h, err := r.history(ctx, conn)
	if err != nil {
		return "", rolledBack(ctx, conn, err)
	}
	todo, err := h.pending(r.files)
	if err != nil || len(todo) == 0 {
		return "", rolledBack(ctx, conn, err)
	}
	err = r.run(ctx, conn, todo[0])
	if err != nil {
		return "", rolledBack(ctx, conn, fmt.Errorf("%s: %w", todo[0].name, err))
	}
	return todo[0].name, nil
}

// run is what happens between BEGIN and the end of COMMIT.
func (r *runner) run(ctx context.Context, conn *sql.Conn, f file) error {
	err := exec(ctx, conn, f.text)
	if err != nil {
		return err
	}
	err = r.verify(ctx, conn)
	if err != nil {
		return err
	}
	err = r.record(ctx, conn, f)
	if err != nil {
		return err
	}
	// A caller that gives up now must not leave in doubt whether it committed.
	return exec(context.WithoutCancel(ctx), conn, "COMMIT")
}

// rolledBack undoes the transaction and answers err. A connection on which
// that fails (SQLite has then mostly rolled back by itself) is thrown away.
func rolledBack(ctx context.Context, conn *sql.Conn, err error) error {
	failed := exec(context.WithoutCancel(ctx), conn, "ROLLBACK")
	if failed != nil {
		discard(conn)
	}
	return err
}

// release gives the connection back as it was, or throws it away: one without
// foreign keys must never return to the pool.
func (r *runner) release(ctx context.Context, conn *sql.Conn) {
	err := exec(context.WithoutCancel(ctx), conn, r.after)
	if err != nil {
		discard(conn)
	}
	conn.Close()
}

func discard(conn *sql.Conn) {
	conn.Raw(func(any) error { return driver.ErrBadConn })
}

// exec runs statements, of which there may be none.
func exec(ctx context.Context, conn *sql.Conn, statements string) error {
	if statements == "" {
		return nil
	}
	_, err := conn.ExecContext(ctx, statements)
	return err
}
