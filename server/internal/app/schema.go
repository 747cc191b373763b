package app

import (
	"fmt"

	"sifang/graph"
)

// printed prints the API.
type printed struct{}

// Run prints it. It needs no database.
func (printed) Run(c console) error {
	_, err := fmt.Fprint(c.out, graph.SDL())
	return err
}
