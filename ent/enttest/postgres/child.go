package postgres

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"os/user"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
	"syscall"
	"time"
)

// account is an ordinary user of the machine.
type account struct{ uid, gid int }

// ordinaryUser answers the user to run the server as: the first of the names
// that exists, or nil (whoever we are) unless this process runs as root.
func ordinaryUser(names ...string) (*account, error) {
	if os.Geteuid() != 0 {
		return nil, nil
	}
	for _, name := range names {
		found, err := user.Lookup(name)
		if err != nil {
			continue
		}
		uid, err := strconv.Atoi(found.Uid)
		if err != nil {
			return nil, fmt.Errorf("user %s: %w", name, err)
		}
		gid, err := strconv.Atoi(found.Gid)
		if err != nil {
			return nil, fmt.Errorf("user %s: %w", name, err)
		}
		return &account{uid: uid, gid: gid}, nil
	}
	return nil, fmt.Errorf("PostgreSQL does not run as root, and no user %s exists", strings.Join(names, " or "))
}

// command prepares a server program to run as who in the directory of its log.
func command(log *os.File, who *account, program string, args ...string) *exec.Cmd {
	cmd := exec.Command(program, args...)
	cmd.Dir = filepath.Dir(log.Name())
	cmd.Stdout, cmd.Stderr = log, log
	cmd.Env = append(neutral(os.Environ()), "LC_ALL=C", "TZ=UTC")
	cmd.SysProcAttr = tied()
	if who != nil {
		cmd.SysProcAttr.Credential = &syscall.Credential{Uid: uint32(who.uid), Gid: uint32(who.gid)}
	}
	return cmd
}

// neutral leaves out what would make the server depend on who starts it.
func neutral(environment []string) []string {
	var kept []string
	for _, variable := range environment {
		if !strings.HasPrefix(variable, "PG") && !strings.HasPrefix(variable, "LC_") {
			kept = append(kept, variable)
		}
	}
	return kept
}

// child is a started program.
type child struct {
	process *os.Process
	gone    chan struct{} // closed when the program has ended
	err     error         // how it ended; read after gone
}

func spawn(cmd *exec.Cmd) (*child, error) {
	c := &child{gone: make(chan struct{})}
	started := make(chan error)
	go func() {
		// Linux sends the death signal when the thread that started the child
		// ends, so that thread is kept until the child is gone.
		runtime.LockOSThread()
		defer runtime.UnlockOSThread()
		err := cmd.Start()
		started <- err
		if err != nil {
			return
		}
		c.err = cmd.Wait()
		close(c.gone)
	}()
	err := <-started
	if err != nil {
		return nil, err
	}
	c.process = cmd.Process
	return c, nil
}

// finish waits for the program's own end, or kills it when ctx ends.
func (c *child) finish(ctx context.Context) error {
	select {
	case <-c.gone:
		return c.err
	case <-ctx.Done():
		return errors.Join(ctx.Err(), c.end(syscall.SIGKILL, quitLimit))
	}
}

// stop asks the server ever less politely: SIGINT ends its sessions, SIGQUIT
// makes it drop everything, SIGKILL leaves it no choice.
func (c *child) stop() error {
	if c.end(syscall.SIGINT, fastLimit) == nil || c.end(syscall.SIGQUIT, quitLimit) == nil {
		return nil
	}
	return c.end(syscall.SIGKILL, quitLimit)
}

// end sends a signal and waits for the program to be gone.
func (c *child) end(how syscall.Signal, limit time.Duration) error {
	select {
	case <-c.gone:
		return nil
	default:
	}
	// A program that ended in this moment cannot be signalled and needs no signal.
	failed := c.process.Signal(how)
	timer := time.NewTimer(limit)
	defer timer.Stop()
	select {
	case <-c.gone:
		return nil
	case <-timer.C:
		return fmt.Errorf("process %d did not end within %s of %s (sent: %v)", c.process.Pid, limit, how, failed)
	}
}
