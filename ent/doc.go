// Package ent remembers: what is stored, who may see it, and how it changes.
package ent
