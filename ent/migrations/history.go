package migrations

import (
	"context"
	"database/sql"
)

// history is what was applied to a database: version → digest.
type history map[string]string

func (h history) newest() string {
	newest := ""
	for version := range h {
		newest = max(newest, version)
	}
	return newest
}

// pending answers the files still to be applied. It answers none without an
// error only if the history is exactly the files.
func (h history) pending(files []file) ([]file, error) {
	unknown := h.unknown(files)
	if unknown != "" {
		return nil, &TooNew{Have: unknown, Want: latest(files)}
	}
	for i, f := range files {
		digest, applied := h[f.version]
		switch {
		case applied && digest != f.digest:
			return nil, &Changed{Name: f.name}
		case !applied && i < len(h):
			// All of h is known and only i of it precede f: some follow.
			return nil, &Skipped{Name: f.name, Have: h.newest()}
		case !applied:
			return files[i:], nil
		}
	}
	return nil, nil
}

// unknown answers the newest applied version that no file has, or "".
func (h history) unknown(files []file) string {
	rest := make(history, len(h))
	for version, digest := range h {
		rest[version] = digest
	}
	for _, f := range files {
		delete(rest, f.version)
	}
	return rest.newest()
}

// asker is a pool, or one connection of it.
type asker interface {
	QueryContext(ctx context.Context, query string, args ...any) (*sql.Rows, error)
	QueryRowContext(ctx context.Context, query string, args ...any) *sql.Row
}

// history reads what was applied; it is empty if nothing ever was.
func (r *runner) history(ctx context.Context, db asker) (history, error) {
	var exists bool
	err := db.QueryRowContext(ctx, r.exists).Scan(&exists)
	if err != nil || !exists {
		return nil, err
	}
	rows, err := db.QueryContext(ctx, "SELECT version, digest FROM schema_version")
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	h := history{}
	for rows.Next() {
		var version, digest string
		err = rows.Scan(&version, &digest)
		if err != nil {
			return nil, err
		}
		h[version] = digest
	}
	return h, rows.Err()
}

// record notes that a file was applied.
func (r *runner) record(ctx context.Context, conn *sql.Conn, f file) error {
	var exists bool
	err := conn.QueryRowContext(ctx, r.exists).Scan(&exists)
	if err != nil {
		return err
	}
	if !exists {
		err = exec(ctx, conn, r.create)
		if err != nil {
			return err
		}
	}
	_, err = conn.ExecContext(ctx, "INSERT INTO schema_version (version, digest) VALUES ($1, $2)", f.version, f.digest)
	return err
}
