package ent

// Waiting is how many orders wait for a transaction.
func Waiting[I Input, P any](b *Batcher[I, P]) int {
	b.mu.Lock()
	defer b.mu.Unlock()
	return len(b.waiting)
}

// Idle reports whether nothing waits and nothing works.
func Idle[I Input, P any](b *Batcher[I, P]) bool {
	b.mu.Lock()
	defer b.mu.Unlock()
	return !b.busy && len(b.waiting) == 0 && len(b.room) == 0
}
