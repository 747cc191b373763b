package app

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os/signal"
	"slices"
	"strings"
	"syscall"

	"github.com/alecthomas/kong"
)

const about = `Sifang (四方): co-governance committees that meet, vote and resolve, over GraphQL.

Every setting is a flag or an environment variable of the name shown beside it.`

// The databases in the working directory that the program uses by itself.
const (
	defaultDatabase = "sqlite:sifang.db"
	demoDatabase    = "sqlite:sifang-demo.db"
)

// commands are what the program does.
type commands struct {
	Serve   serve     `cmd:"" default:"withargs" help:"Answer requests (the default)."`
	Migrate migrate   `cmd:"" help:"Bring the database to the form this program needs."`
	Token   token     `cmd:"" help:"Print a bearer token for a person, or for the operator."`
	Import  imported  `cmd:"" help:"Take in the list of an estate's units from a CSV or XLSX file."`
	Schema  printed   `cmd:"" help:"Print the API."`
	Rule    ruled     `cmd:"" help:"Check and explain decision rules."`
	Export  exported  `cmd:"" help:"Write the file of a vote, from which anybody can count again."`
	Recount recounted `cmd:"" help:"Count the file of a vote again, without a database."`
}

// outside are the variables that other parts of the project read.
var outside = []string{"SIFANG_POSTGRES_BIN", "SIFANG_TEST_POSTGRES"}

// console is where a command says what it has to say.
type console struct{ out, err io.Writer }

// Main runs the program until it is done or told to stop, and answers its exit
// code: 0, 1 for a failure, 2 for settings that cannot be.
func Main(arguments, environment []string, out, err io.Writer) int {
	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGINT, syscall.SIGTERM)
	defer stop()
	var c commands
	exit := -1
	parser, bad := kong.New(&c, kong.Name("server"), kong.Description(about),
		kong.Writers(out, err), kong.Exit(func(code int) { exit = code }), kong.UsageOnError(),
		kong.Vars{"database": defaultDatabase})
	if bad != nil {
		fmt.Fprintln(err, "server:", bad)
		return 1
	}
	chosen, bad := parser.Parse(arguments)
	if exit >= 0 {
		return exit
	}
	if bad == nil {
		bad = unknown(parser.Model, environment)
	}
	if bad != nil {
		fmt.Fprintln(err, "server:", bad)
		return 2
	}
	chosen.BindTo(ctx, (*context.Context)(nil))
	if bad := chosen.Run(console{out: out, err: err}); bad != nil && !errors.Is(bad, context.Canceled) {
		fmt.Fprintln(err, "server:", bad)
		return 1
	}
	return 0
}

// unknown refuses settings that nothing reads: a misspelt one would silently
// do nothing.
func unknown(model *kong.Application, environment []string) error {
	known := slices.Clone(outside)
	_ = kong.Visit(model, func(node kong.Visitable, next kong.Next) error {
		if flag, ok := node.(*kong.Flag); ok {
			known = append(known, flag.Envs...)
		}
		return next(nil)
	})
	for _, setting := range environment {
		name, _, _ := strings.Cut(setting, "=")
		if strings.HasPrefix(name, "SIFANG_") && !slices.Contains(known, name) {
			return fmt.Errorf("unknown setting %s; see --help for those there are", name)
		}
	}
	return nil
}
