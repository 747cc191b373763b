package library_test

import (
	"archive/zip"
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"testing/iotest"

	"sifang/ent/library"
	"sifang/schema/fault"
)

const limit = 1 << 20

func archive(t *testing.T, names ...string) string {
	t.Helper()
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for _, name := range names {
		if _, err := w.Create(name); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// files lists what lies in the library, places below its directory.
func files(t *testing.T, directory string) []string {
	t.Helper()
	var all []string
	err := filepath.WalkDir(directory, func(path string, entry fs.DirEntry, err error) error {
		if err == nil && !entry.IsDir() {
			all = append(all, strings.TrimPrefix(path, directory+string(filepath.Separator)))
		}
		return err
	})
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		t.Fatal(err)
	}
	return all
}

func taken(t *testing.T, d *library.Directory, sum string) string {
	t.Helper()
	file, err := d.Open(sum)
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	text, err := io.ReadAll(file)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

func TestWhatIsPutInIsTakenOut(t *testing.T) {
	directory := filepath.Join(t.TempDir(), "made", "when", "needed")
	d := library.In(directory)
	const text = "楼栋,房号\n1栋,101\n"
	want := sha256.Sum256([]byte(text))
	var wait sync.WaitGroup
	for range 8 {
		wait.Go(func() {
			piece, err := d.Put(t.Context(), strings.NewReader(text), limit)
			if err != nil || piece.SHA256 != hex.EncodeToString(want[:]) || piece.Size != int64(len(text)) || piece.MediaType != library.TextUTF8 {
				t.Errorf("put: %+v, %v", piece, err)
			}
		})
	}
	wait.Wait()
	sum := hex.EncodeToString(want[:])
	if got := taken(t, library.In(directory), sum); got != text {
		t.Errorf("took out %q", got)
	}
	if all := files(t, directory); !slices.Equal(all, []string{filepath.Join(sum[:2], sum)}) {
		t.Errorf("the same bytes, put in by eight at once, lie at %v", all)
	}
}

func TestKindsAreJudgedByContent(t *testing.T) {
	const parts = "[Content_Types].xml"
	gb := "\xc2\xa5\xb6\xb0,\xb7\xbf\xba\xc5\n" // 楼栋,房号
	for name, c := range map[string]struct{ content, media string }{
		"pdf":                    {"%PDF-1.7\n\x00\x01", library.PDF},
		"png":                    {"\x89PNG\r\n\x1a\n\x00", library.PNG},
		"jpeg":                   {"\xff\xd8\xff\xe0\x00", library.JPEG},
		"webp":                   {"RIFF\x24\x00\x00\x00WEBPVP8 ", library.WebP},
		"workbook":               {archive(t, parts, "xl/workbook.xml"), library.XLSX},
		"workbook with macros":   {archive(t, parts, "xl/workbook.xml", "xl/vbaProject.bin"), ""},
		"word document":          {archive(t, parts, "word/document.xml"), ""},
		"other archive":          {archive(t, "a.txt"), ""},
		"broken archive":         {"PK\x03\x04 and no more", ""},
		"utf-8":                  {"业主\r\n", library.TextUTF8},
		"utf-8 with mark":        {"\ufeff业主", library.TextUTF8},
		"gb18030":                {gb, library.TextGB18030},
		"no known encoding":      {"abc\xff", ""},
		"utf-16":                 {"\xff\xfea\x00b\x00", ""},
		"program":                {"\x7fELF\x02\x01\x01\x00\x00", ""},
		"text with control":      {"abc\x07", ""},
		"riff that is no image":  {"RIFF\x24\x00\x00\x00WAVEfmt ", ""},
		"gif":                    {"GIF89a\x01\x00\x01\x00\x00", ""},
		"short":                  {"%P", library.TextUTF8},
		"old workbook in binary": {"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\x00", ""},
	} {
		t.Run(name, func(t *testing.T) {
			directory := t.TempDir()
			piece, err := library.In(directory).Put(t.Context(), strings.NewReader(c.content), limit)
			if c.media != "" {
				if err != nil || piece.MediaType != c.media {
					t.Errorf("judged %q, %v", piece.MediaType, err)
				}
				return
			}
			refused(t, err, fault.DocumentNotAdmitted)
			if all := files(t, directory); len(all) != 0 {
				t.Errorf("refused, and kept at %v", all)
			}
		})
	}
}

func refused(t *testing.T, err error, code fault.Code) {
	t.Helper()
	if faults, ok := fault.Of(err); !ok || len(faults) != 1 || faults[0].Code != code {
		t.Errorf("answered %v, want %s", err, code)
	}
}

func TestNothingIsKeptOfWhatFailed(t *testing.T) {
	gone, cancel := context.WithCancel(t.Context())
	cancel()
	broken := errors.New("the line broke")
	exact := strings.Repeat("x", limit)
	for name, c := range map[string]struct {
		ctx  context.Context
		from io.Reader
		code fault.Code
		err  error
	}{
		"nothing":       {t.Context(), strings.NewReader(""), fault.DocumentEmpty, nil},
		"one too many":  {t.Context(), strings.NewReader(exact + "x"), fault.DocumentTooLarge, nil},
		"broken off":    {t.Context(), io.MultiReader(strings.NewReader("业主"), iotest.ErrReader(broken)), "", broken},
		"caller left":   {gone, strings.NewReader("业主"), "", context.Canceled},
		"just as large": {t.Context(), strings.NewReader(exact), "", nil},
	} {
		t.Run(name, func(t *testing.T) {
			directory := t.TempDir()
			_, err := library.In(directory).Put(c.ctx, c.from, limit)
			kept := 0
			switch {
			case c.code != "":
				refused(t, err, c.code)
			case !errors.Is(err, c.err):
				t.Errorf("answered %v, want %v", err, c.err)
			case c.err == nil:
				kept = 1
			}
			if all := files(t, directory); len(all) != kept {
				t.Errorf("kept %v", all)
			}
		})
	}
}

func TestDamageIsNoticedAndMended(t *testing.T) {
	directory := t.TempDir()
	d := library.In(directory)
	piece, err := d.Put(t.Context(), strings.NewReader("送达回执"), limit)
	if err != nil {
		t.Fatal(err)
	}
	place := filepath.Join(directory, piece.SHA256[:2], piece.SHA256)
	if err := os.WriteFile(place, []byte("另一份回执"), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := d.Open(piece.SHA256); !errors.Is(err, library.ErrDamaged) {
		t.Errorf("a file that was changed is opened with %v", err)
	}
	if _, err := d.Put(t.Context(), strings.NewReader("送达回执"), limit); err != nil {
		t.Fatal(err)
	}
	if got := taken(t, d, piece.SHA256); got != "送达回执" {
		t.Errorf("put in again, it says %q", got)
	}
}

func TestOnlyFingerprintsAreOpened(t *testing.T) {
	directory := t.TempDir()
	d := library.In(filepath.Join(directory, "library"))
	if _, err := d.Put(t.Context(), strings.NewReader("x"), limit); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(directory, "secret"), []byte("x"), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"", "../secret", "../../secret", "/etc/passwd", strings.Repeat("a", 64), strings.Repeat("A", 64), strings.Repeat("a", 63) + "/"} {
		if file, err := d.Open(name); !errors.Is(err, fs.ErrNotExist) {
			t.Errorf("%q opens %v, %v", name, file, err)
		}
	}
	if _, err := library.In(filepath.Join(directory, "none")).Open(strings.Repeat("a", 64)); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("a library that does not exist answers %v", err)
	}
}
