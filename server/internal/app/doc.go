// Package app is the program: its commands, its settings, and how it starts
// and stops.
package app
