//go:build unix

package library

import (
	"errors"
	"fmt"
	"os"
)

// settle brings the names in a directory to the disk: a file that was renamed
// is safe only when the directory that names it is.
func settle(root *os.Root, directory string) error {
	opened, err := root.Open(directory)
	if err != nil {
		return fmt.Errorf("put into library: %w", err)
	}
	return errors.Join(opened.Sync(), opened.Close())
}
