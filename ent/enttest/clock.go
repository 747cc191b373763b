package enttest

import (
	"sync"
	"time"
)

// Clock is a time that passes only when the test says so.
type Clock struct {
	mu  sync.Mutex
	now time.Time
}

// NewClock is a clock that stands at 2026-06-01 09:00 in China, a Monday.
func NewClock() *Clock { return &Clock{now: time.Date(2026, 6, 1, 1, 0, 0, 0, time.UTC)} }

// Now is the time it shows.
func (c *Clock) Now() time.Time {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.now
}

// Set puts it to a time.
func (c *Clock) Set(t time.Time) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.now = t
}

// Pass lets time pass.
func (c *Clock) Pass(d time.Duration) { c.Set(c.Now().Add(d)) }
