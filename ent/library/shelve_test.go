package library

import (
	"crypto/sha256"
	"encoding/hex"
	"os"
	"slices"
	"testing"
)

// The names on the way to a file are settled by everybody who puts it in: who
// came second does not know how far the first one has come.
func TestNamesAreSettledByEverybody(t *testing.T) {
	root, err := os.OpenRoot(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	defer root.Close()
	hash := sha256.Sum256([]byte("x"))
	sum := hex.EncodeToString(hash[:])
	for _, when := range []string{"first", "again"} {
		if err := root.WriteFile("incoming", []byte("x"), 0o600); err != nil {
			t.Fatal(err)
		}
		var settled []string
		err = shelve(root, "incoming", sum, func(_ *os.Root, directory string) error {
			settled = append(settled, directory)
			return nil
		})
		if want := []string{sum[:2], "."}; err != nil || !slices.Equal(settled, want) {
			t.Errorf("put in %s, %v are settled, %v", when, settled, err)
		}
		if _, err := root.Stat("incoming"); !os.IsNotExist(err) {
			t.Errorf("put in %s, a copy is left: %v", when, err)
		}
	}
}
