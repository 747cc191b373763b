package library

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"
	"regexp"

	"sifang/schema/fault"
)

// ErrDamaged reports a file whose bytes are no longer those of its fingerprint.
var ErrDamaged = errors.New("the file is not what was put in")

// Directory is a library in a directory of the machine. Several processes may
// use one directory at the same time.
type Directory struct{ path string }

// In is the library in a directory, which is made when the first file comes in.
func In(path string) *Directory { return &Directory{path: path} }

// Piece is what the library knows about a file it keeps.
type Piece struct {
	SHA256    string // of the bytes, in hexadecimal
	Size      int64  // in bytes
	MediaType string // judged by the bytes, never by a name
}

// Put keeps the bytes and tells what they are. They are on the disk when it
// returns. It refuses with DOCUMENT_EMPTY, with DOCUMENT_TOO_LARGE what has more
// bytes than the limit, and with DOCUMENT_NOT_ADMITTED what is of no kind that
// Admitted lists; nothing is kept then, nor after any other error.
func (d *Directory) Put(ctx context.Context, from io.Reader, limit int64) (Piece, error) {
	if err := os.MkdirAll(d.path, 0o700); err != nil {
		return Piece{}, fmt.Errorf("open library: %w", err)
	}
	root, err := os.OpenRoot(d.path)
	if err != nil {
		return Piece{}, fmt.Errorf("open library: %w", err)
	}
	defer root.Close()
	incoming, err := os.CreateTemp(d.path, "incoming-*")
	if err != nil {
		return Piece{}, fmt.Errorf("put into library: %w", err)
	}
	piece, err := take(ctx, incoming, from, limit)
	if err == nil {
		err = incoming.Sync()
	}
	err = errors.Join(err, incoming.Close())
	if err == nil {
		err = shelve(root, path.Base(incoming.Name()), piece.SHA256, settle)
	}
	if err != nil {
		return Piece{}, errors.Join(err, discard(incoming.Name()))
	}
	return piece, nil
}

// take copies the bytes and finds out what they are.
func take(ctx context.Context, to *os.File, from io.Reader, limit int64) (Piece, error) {
	sum := sha256.New()
	size, err := io.Copy(io.MultiWriter(to, sum), io.LimitReader(waiting{ctx, from}, limit+1))
	switch {
	case err != nil:
		return Piece{}, fmt.Errorf("put into library: %w", err)
	case size == 0:
		return Piece{}, fault.New(fault.DocumentEmpty)
	case size > limit:
		return Piece{}, fault.New(fault.DocumentTooLarge, "limit", limit)
	}
	media, err := sniff(to, size)
	return Piece{SHA256: hex.EncodeToString(sum.Sum(nil)), Size: size, MediaType: media}, err
}

// waiting reads as long as somebody waits for it.
type waiting struct {
	ctx  context.Context
	from io.Reader
}

// Read reads, unless nobody waits any more.
func (w waiting) Read(p []byte) (int, error) {
	if err := w.ctx.Err(); err != nil {
		return 0, err
	}
	return w.from.Read(p)
}

// shelve gives the file its place, and settles the names that lead there. One
// that is there already has the same bytes, and stays; if it has not, it was
// damaged, and the bytes that came in are what it was.
func shelve(root *os.Root, incoming, sum string, settle func(*os.Root, string) error) error {
	shelf, place := placeOf(sum)
	if whole(root, place, sum) == nil {
		// Whoever put it there may not have come to settle its name yet.
		return errors.Join(settle(root, shelf), settle(root, "."), root.Remove(incoming))
	}
	if err := root.Mkdir(shelf, 0o700); err != nil && !errors.Is(err, fs.ErrExist) {
		return fmt.Errorf("put into library: %w", err)
	}
	if err := root.Rename(incoming, place); err != nil {
		return fmt.Errorf("put into library: %w", err)
	}
	return errors.Join(settle(root, shelf), settle(root, "."))
}

// placeOf is the directory in which a file lies, and its place in the library.
func placeOf(sum string) (string, string) { return sum[:2], path.Join(sum[:2], sum) }

func discard(name string) error {
	if err := os.Remove(name); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	return nil
}

var fingerprint = regexp.MustCompile(`^[0-9a-f]{64}$`)

// Open opens the file with the fingerprint for reading, after its bytes were
// held against it. It reports fs.ErrNotExist for a file that is not here, and
// ErrDamaged for one that is no longer what was put in.
func (d *Directory) Open(sum string) (*os.File, error) {
	if !fingerprint.MatchString(sum) {
		return nil, fmt.Errorf("%w: %q is no fingerprint", fs.ErrNotExist, sum)
	}
	root, err := os.OpenRoot(d.path)
	if err != nil {
		return nil, fmt.Errorf("open library: %w", err)
	}
	defer root.Close()
	_, place := placeOf(sum)
	file, err := root.Open(place)
	if err != nil {
		return nil, fmt.Errorf("take from library: %w", err)
	}
	if err := same(file, sum); err != nil {
		return nil, errors.Join(err, file.Close())
	}
	return file, nil
}

// whole reports whether a file is there and undamaged.
func whole(root *os.Root, place, sum string) error {
	file, err := root.Open(place)
	if err != nil {
		return err
	}
	return errors.Join(same(file, sum), file.Close())
}

// same holds a file against its fingerprint and leaves it at its beginning.
func same(file *os.File, sum string) error {
	found := sha256.New()
	if _, err := io.Copy(found, file); err != nil {
		return fmt.Errorf("take from library: %w", err)
	}
	if hex.EncodeToString(found.Sum(nil)) != sum {
		return fmt.Errorf("%w: %s", ErrDamaged, sum)
	}
	_, err := file.Seek(0, io.SeekStart)
	return err
}
