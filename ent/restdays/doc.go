// Package restdays tells which days are legal days of rest: what comes with the
// service, and over it what was entered in the register.
package restdays
