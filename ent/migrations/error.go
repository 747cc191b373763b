package migrations

import "fmt"

// TooOld says that the database lacks steps this program needs.
type TooOld struct{ Have, Want string }

func (e *TooOld) Error() string {
	if e.Have == "" {
		return fmt.Sprintf("nothing was ever applied to the database and this program needs version %s: run migrate first", e.Want)
	}
	return fmt.Sprintf("the database has version %s and this program needs %s: run migrate first", e.Have, e.Want)
}

// TooNew says that the database has a version, Have, that this program, whose
// own newest is Want, does not know.
type TooNew struct{ Have, Want string }

func (e *TooNew) Error() string {
	want := e.Want
	if want == "" {
		want = "none"
	}
	return fmt.Sprintf("the database has version %s, which this program does not know (its newest is %s): "+
		"use a newer program, at least the one that migrated the database", e.Have, want)
}

// Skipped says that the file Name was never applied although version Have,
// which comes after it, was.
type Skipped struct{ Name, Have string }

func (e *Skipped) Error() string {
	return fmt.Sprintf("%s was never applied, but the database already has version %s: "+
		"give the file a version later than that, and release the program anew", e.Name, e.Have)
}

// Changed says that the file Name is no longer what was applied.
type Changed struct{ Name string }

func (e *Changed) Error() string {
	return fmt.Sprintf("%s was changed after it was applied to the database: "+
		"restore the file and put the change into a new one", e.Name)
}
