package intake

import (
	"cmp"
	"slices"

	"sifang/schema"
	"sifang/schema/fault"
)

// List is what a file says. Its rows may be taken in only if nothing is wrong:
// a row with a fault is not among them.
type List struct {
	Rows []Row
	// Faults are the first of what is wrong, by lines.
	Faults []Fault
	// Wrong is how many faults there are in all.
	Wrong int

	head *header
}

// Place is where a unit is found within the estate. The names are those of the
// file, with blanks and full-width characters made uniform.
type Place struct {
	Building string // empty if it lies in the estate itself
	Entrance string // empty if the building is not divided
	Number   string
}

// Row is one unit with its owners.
type Row struct {
	Line int // in the file, from 1
	Place
	Use             schema.UnitUse
	Area            schema.FloorArea
	AreaSource      schema.AreaSource
	DeliveryStatus  schema.DeliveryStatus
	CountsForVoting bool
	Owners          []Owner
	// Voter is which of the owners votes for the unit; -1 if the file names none.
	Voter int
}

// Owner is whoever a row names as an owner. Two rows mean the same one if they
// name them in the same way.
type Owner struct {
	Name string
	// Suffix are the last digits of a person's document, which tell persons of
	// one name apart. They are for comparing within the file, not for keeping.
	Suffix       string
	Organization bool
}

// Fault is what is wrong in one place of a file.
type Fault struct {
	Line    int    // from 1; 0 if it concerns the file as a whole
	Column  string // the heading, or the letter of a column without one
	Refusal *fault.Fault
}

// Limits bound what a list may hold.
type Limits struct {
	Rows                int
	Unpacked            int64 // bytes of a workbook, and of its texts each time a cell names one
	Name, PersonName    int   // characters
	LeastArea, MostArea schema.FloorArea
}

// told is how many faults are told one by one; of more only the number is.
const told = 200

// Add adds a fault.
func (l *List) Add(line int, column string, refusal *fault.Fault) {
	l.Wrong++
	if len(l.Faults) < told {
		l.Faults = append(l.Faults, Fault{Line: line, Column: column, Refusal: refusal})
	}
}

// Heading is how the file calls a column; the column's own name if the file does
// not have it.
func (l *List) Heading(c Column) string {
	if l.head == nil {
		return c.String()
	}
	return l.head.of(c)
}

// Copy is a list of the same rows and faults, to which more faults may be added.
func (l *List) Copy() *List {
	copied := *l
	copied.Faults = slices.Clone(l.Faults)
	return &copied
}

// Sort puts the faults in the order of the file.
func (l *List) Sort() {
	slices.SortStableFunc(l.Faults, func(a, b Fault) int { return cmp.Compare(a.Line, b.Line) })
}
