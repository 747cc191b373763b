// Command server runs Sifang: co-governance committees that meet, vote and
// resolve, over GraphQL.
package main

import (
	"os"

	"sifang/server/internal/app"
)

func main() { os.Exit(app.Main(os.Args[1:], os.Environ(), os.Stdout, os.Stderr)) }
