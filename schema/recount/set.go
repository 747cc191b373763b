package recount

import (
	"iter"
	"math/bits"
)

// set is a set of entries of the roll, by their position on it. All sets of
// one count have the same length.
type set []uint64

func newSet(n int) set { return make(set, (n+63)/64) }

func (s set) add(i int)      { s[i/64] |= 1 << (i % 64) }
func (s set) has(i int) bool { return s[i/64]>>(i%64)&1 == 1 }

func (s set) size() int64 {
	n := 0
	for _, word := range s {
		n += bits.OnesCount64(word)
	}
	return int64(n)
}

// and is what is in both, or what is in either, minus what is only in s.
func (s set) and(t set) set   { return s.with(t, func(a, b uint64) uint64 { return a & b }) }
func (s set) or(t set) set    { return s.with(t, func(a, b uint64) uint64 { return a | b }) }
func (s set) minus(t set) set { return s.with(t, func(a, b uint64) uint64 { return a &^ b }) }

func (s set) with(t set, word func(a, b uint64) uint64) set {
	made := make(set, len(s))
	for i := range s {
		made[i] = word(s[i], t[i])
	}
	return made
}

// all goes over the members in the order of the roll.
func (s set) all() iter.Seq[int] {
	return func(yield func(int) bool) {
		for i, word := range s {
			for ; word != 0; word &= word - 1 {
				if !yield(i*64 + bits.TrailingZeros64(word)) {
					return
				}
			}
		}
	}
}
