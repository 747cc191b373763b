package app

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"net/http"
	"sync"
	"time"

	"sifang/ent"
	"sifang/ent/command"
	"sifang/server/internal/demo"
	"sifang/server/internal/explorer"
	"sifang/server/internal/timer"
	"sifang/server/internal/web"
)

// serve answers requests.
type serve struct {
	database
	signing
	keeping
	Addr    string   `default:"127.0.0.1:8080" env:"SIFANG_ADDR" help:"Where to listen."`
	Origins []string `env:"SIFANG_ORIGINS" placeholder:"ORIGIN" help:"Other origins whose pages may call, such as https://app.example."`
	Public  string   `env:"SIFANG_PUBLIC_URL" placeholder:"URL" help:"The address under which readers reach the service, such as https://vote.example: QR codes on printed pages lead there."`
	Migrate bool     `env:"SIFANG_MIGRATE" help:"Bring a PostgreSQL database to the form this program needs first."`
	Demo    bool     `help:"Start on a fresh database full of invented people, and print a token for each role."`
	At      string   `placeholder:"STATE" help:"With --demo: tell of one estate up to a difficult state; serve --help lists them."`
}

// Validate refuses a state that nobody asked the demo for, and one that it does
// not know.
func (s serve) Validate() error {
	if err := s.keeping.Validate(); err != nil || s.At == "" {
		return err
	}
	if !s.Demo {
		return errors.New("--at names a state of the demo: give --demo as well")
	}
	_, err := demo.Named(s.At)
	return err
}

// Help lists the states of the demo.
func (serve) Help() string {
	text := "States of the demo, for --demo --at STATE:\n"
	for _, state := range demo.States() {
		text += fmt.Sprintf("\n  %s\n    %s\n", state.Name, state.English)
	}
	return text
}

// The time a request may take to be read, a kept connection may stay silent,
// and a stop waits for what is under way.
const (
	readWithin = 10 * time.Second
	idleWithin = 2 * time.Minute
	stopWithin = 15 * time.Second
)

// Run listens until it is told to stop, then finishes what it began.
func (s *serve) Run(ctx context.Context, c console) error {
	log := slog.New(slog.NewTextHandler(c.err, nil))
	start := s.start
	if s.Demo {
		start = s.startDemo
	}
	store, page, err := start(ctx, c)
	if err != nil {
		return err
	}
	do := command.New(store).Keep(s.files(s.DatabaseURL))
	stop := keepTime(ctx, log, store, do)
	err = s.listen(ctx, c, log, store, do, page)
	stop()
	do.Close() // what was handed in is answered before its database goes
	return errors.Join(err, store.Close())
}

// keepTime lets votes be opened and closed at the times announced: what came due
// while nothing ran before it returns, and the rest as it comes. It answers what
// ends that, and waits until it has ended.
func keepTime(ctx context.Context, log *slog.Logger, store *ent.Store, do *command.Do) (stop func()) {
	ctx, cancel := context.WithCancel(ctx)
	t := timer.New(store, do, log, timer.Sleep)
	t.Ring(ctx)
	var running sync.WaitGroup
	running.Go(func() { t.Run(ctx) })
	return func() {
		cancel()
		running.Wait()
	}
}

// start opens a database that is there to stay. Nobody is given a token.
func (s *serve) start(ctx context.Context, _ console) (*ent.Store, explorer.Config, error) {
	store, err := s.ready(ctx, s.Migrate)
	return store, explorer.Config{}, err
}

func (s *serve) listen(ctx context.Context, c console, log *slog.Logger, store *ent.Store, do *command.Do, page explorer.Config) error {
	key, err := s.key(s.DatabaseURL)
	if err != nil {
		return err
	}
	handler := web.Handler(web.Config{
		Store: store, Do: do, Key: key, Log: log, Origins: s.Origins,
		Explorer: page, Files: s.files(s.DatabaseURL), DocumentLimit: s.most(),
		Public: s.Public,
	})
	listener, err := new(net.ListenConfig).Listen(ctx, "tcp", s.Addr)
	if err != nil {
		return err
	}
	fmt.Fprintf(c.out, "Sifang answers at http://%s/graphql; look around at http://%[1]s/\n", listener.Addr())
	server := &http.Server{
		Handler: handler, ReadHeaderTimeout: readWithin, ReadTimeout: readWithin, IdleTimeout: idleWithin,
		ErrorLog: slog.NewLogLogger(log.Handler(), slog.LevelWarn),
	}
	failed := make(chan error, 1)
	go func() { failed <- server.Serve(listener) }()
	select {
	case err := <-failed:
		return err
	case <-ctx.Done():
	}
	stopping, cancel := context.WithTimeout(context.WithoutCancel(ctx), stopWithin)
	defer cancel()
	return server.Shutdown(stopping)
}
