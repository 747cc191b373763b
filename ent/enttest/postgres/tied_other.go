//go:build !linux

package postgres

import "syscall"

// tied cannot tie a child to this process here: a killed process leaves its
// server running.
func tied() *syscall.SysProcAttr {
	return &syscall.SysProcAttr{}
}
