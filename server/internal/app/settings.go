package app

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"sifang/ent"
	"sifang/ent/library"
	"sifang/server/internal/login"
)

// database is which database a command works on.
type database struct {
	DatabaseURL string `default:"${database}" env:"SIFANG_DATABASE_URL" placeholder:"URL" help:"sqlite:PATH or postgres://…."`
}

func (d database) open(ctx context.Context) (*ent.Store, error) {
	return ent.Open(ctx, ent.Config{URL: d.DatabaseURL})
}

// signing is the key that tokens are signed with.
type signing struct {
	TokenKey string `env:"SIFANG_TOKEN_KEY" placeholder:"BASE64" help:"Ed25519 seed that signs tokens. On SQLite a file beside the database keeps one if this is absent."`
}

var errNoKey = errors.New("on PostgreSQL, where several processes must agree, SIFANG_TOKEN_KEY is required: " + login.ErrKey.Error())

func (s signing) key(databaseURL string) (login.Key, error) {
	if s.TokenKey != "" {
		return login.ParseKey(s.TokenKey)
	}
	path, embedded := strings.CutPrefix(databaseURL, "sqlite:")
	if !embedded {
		return login.Key{}, errNoKey
	}
	return login.KeyFile(path + ".key")
}

// keeping is where the bytes of documents are kept, and how large one may be.
type keeping struct {
	Documents     string `env:"SIFANG_DOCUMENTS" placeholder:"DIRECTORY" help:"Where the bytes of documents are kept. On SQLite it is a directory beside the database if this is absent; on PostgreSQL no documents are taken without it."`
	DocumentLimit int64  `default:"20" env:"SIFANG_DOCUMENT_LIMIT" placeholder:"MIB" help:"Greatest size of a document in MiB."`
}

// most are the bytes that a document may have.
func (k keeping) most() int64 { return k.DocumentLimit << 20 }

// Validate refuses a limit that is none; the settings are read by it.
func (k keeping) Validate() error {
	if k.DocumentLimit < 1 || k.DocumentLimit > 1024 {
		return errors.New("a document may have 1 to 1024 MiB")
	}
	return nil
}

// files is where documents are kept; nil if nowhere. Several processes on one
// PostgreSQL must share the directory, so there is none to begin with.
func (k keeping) files(databaseURL string) *library.Directory {
	if k.Documents != "" {
		return library.In(k.Documents)
	}
	if path, embedded := strings.CutPrefix(databaseURL, "sqlite:"); embedded {
		return library.In(path + ".files")
	}
	return nil
}

// ready opens the database and checks its form. An embedded one is brought to
// it; a shared one only if asked to, because other processes may still run a
// program that needs the former.
func (d database) ready(ctx context.Context, migrate bool) (*ent.Store, error) {
	store, err := d.open(ctx)
	if err != nil {
		return nil, err
	}
	if migrate || strings.HasPrefix(d.DatabaseURL, "sqlite:") {
		if _, err := store.Migrate(ctx); err != nil {
			return nil, errors.Join(fmt.Errorf("migrate: %w", err), store.Close())
		}
	}
	if err := store.Check(ctx); err != nil {
		return nil, errors.Join(err, store.Close())
	}
	return store, nil
}
