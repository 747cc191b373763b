package migrations

import (
	"errors"
	"fmt"
	"testing"

	"pgregory.net/rapid"
)

// TestPending draws five steps, any of which the program knows or not, and the
// database has, has changed or has not, and judges them by definition.
func TestPending(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var known []file
		h := history{}
		var unknown, changed, skipped bool
		var want []string // pending
		for i := range 5 {
			f := file{version: fmt.Sprintf("2026010100000%d", i), name: fmt.Sprintf("step %d", i), digest: "as written"}
			knows := rapid.Bool().Draw(t, "known")
			has := rapid.SampledFrom([]string{"", "as written", "edited"}).Draw(t, "digest")
			if has != "" {
				h[f.version] = has
			}
			if !knows {
				unknown = unknown || has != ""
				continue
			}
			known = append(known, f)
			changed = changed || has == "edited"
			skipped = skipped || has != "" && len(want) > 0
			if has == "" {
				want = append(want, f.name)
			}
		}
		got, err := h.pending(known)
		tooNew, isNew := errors.AsType[*TooNew](err)
		_, isChanged := errors.AsType[*Changed](err)
		_, isSkipped := errors.AsType[*Skipped](err)
		if isNew != unknown || (isChanged || isSkipped) != (!unknown && (changed || skipped)) || isChanged && !changed || isSkipped && !skipped {
			t.Fatalf("got %v; unknown %t, changed %t, skipped %t", err, unknown, changed, skipped)
		}
		if isNew && (h[tooNew.Have] == "" || tooNew.Want != latest(known)) {
			t.Fatalf("got %+v", tooNew)
		}
		if err != nil && got != nil || err == nil && len(got) != len(want) {
			t.Fatalf("got %v, %v; want %v", got, err, want)
		}
		for i := range got {
			if got[i].name != want[i] {
				t.Fatalf("got %v, want %v", got, want)
			}
		}
	})
}
