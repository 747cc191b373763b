package command

import "slices"

// rowsAtOnce is how many rows one statement writes. Far more would not fit into
// a statement of the embedded engine, whose driver also looks up each parameter
// among all the others: of a thousand rows it spends most of the time there.
const rowsAtOnce = 200

// inRows makes a row of each thing and writes them, some at a time.
func inRows[T, R any](things []T, row func(T) R, write func([]R) error) error {
	for some := range slices.Chunk(things, rowsAtOnce) {
		rows := make([]R, len(some))
		for i, one := range some {
			rows[i] = row(one)
		}
		if err := write(rows); err != nil {
			return err
		}
	}
	return nil
}
