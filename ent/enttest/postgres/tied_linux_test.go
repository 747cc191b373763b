package postgres

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"net/url"
	"os"
	"os/exec"
	"strings"
	"syscall"
	"testing"
	"time"
)

// TestNoServerOutlivesItsProcess kills a process that has started a server.
func TestNoServerOutlivesItsProcess(t *testing.T) {
	const marker = "SIFANG_POSTGRES_TEST_OWNER"
	if os.Getenv(marker) != "" {
		ownAServer(t)
		return
	}
	t.Parallel()
	OrSkip(t)

	owner := exec.Command(os.Args[0], "-test.run=^TestNoServerOutlivesItsProcess$")
	owner.Env = append(os.Environ(), marker+"=1")
	// The write end stays open in this process, so the owner waits to be killed.
	_, err := owner.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	output, err := owner.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	err = owner.Start()
	if err != nil {
		t.Fatal(err)
	}
	line, err := bufio.NewReader(output).ReadString('\n')
	dsn := strings.TrimSpace(line)
	address, malformed := url.Parse(dsn)
	if err != nil || malformed != nil {
		t.Fatalf("the owner said %q: %v %v", line, err, malformed)
	}
	t.Cleanup(func() { os.RemoveAll(address.Query().Get("host")) })
	db := connect(t, dsn)
	if ask(t, db, "SELECT 'here'") != "here" {
		t.Fatal("the server does not answer")
	}

	err = owner.Process.Kill()
	if err != nil {
		t.Fatal(err)
	}
	owner.Wait()
	ctx, cancel := context.WithTimeout(t.Context(), 20*time.Second)
	defer cancel()
	for {
		err = db.PingContext(ctx)
		if errors.Is(err, syscall.ECONNREFUSED) || errors.Is(err, syscall.ENOENT) {
			return
		}
		if ctx.Err() != nil {
			t.Fatalf("the server is still there: %v", err)
		}
	}
}

func ownAServer(t *testing.T) {
	s, err := Start(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	fmt.Println(s.DSN("postgres"))
	io.Copy(io.Discard, os.Stdin)
}
