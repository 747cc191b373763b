package postgres

import "syscall"

// tied makes the child end with this process, however this process ends.
func tied() *syscall.SysProcAttr {
	return &syscall.SysProcAttr{Pdeathsig: syscall.SIGQUIT}
}
