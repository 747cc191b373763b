package view

import (
	"fmt"
	"strconv"
	"strings"

	"sifang/schema/seat"
)

// needed writes the bounds of a rule of composition so that they read alike in
// both languages: 5–9, ≥ 1, "5, 7, 9, 11", ≥ 4/5, > 1/2.
func needed(n seat.Needed) string {
	var parts []string
	if n.Odd {
		parts = append(parts, odd(n.Least, n.Most))
	} else if n.Least > 0 || n.Most > 0 {
		parts = append(parts, bounds(n.Least, n.Most))
	}
	if n.Share != (seat.Fraction{}) {
		sign := "≥ "
		if n.More {
			sign = "> "
		}
		parts = append(parts, sign+share(n.Share))
	}
	return strings.Join(parts, "; ")
}

func bounds(least, most int) string {
	switch {
	case most == 0:
		return fmt.Sprintf("≥ %d", least)
	case least == 0:
		return fmt.Sprintf("≤ %d", most)
	case least == most:
		return strconv.Itoa(least)
	default:
		return fmt.Sprintf("%d–%d", least, most)
	}
}

// shownOdd is how many odd numbers are written out before the list is cut.
const shownOdd = 5

// odd lists the odd numbers between the bounds.
func odd(least, most int) string {
	var numbers []string
	for n := max(least, 1) | 1; most == 0 || n <= most; n += 2 {
		if len(numbers) == shownOdd || most == 0 && len(numbers) == shownOdd-2 {
			numbers = append(numbers, "…")
			break
		}
		numbers = append(numbers, strconv.Itoa(n))
	}
	return strings.Join(numbers, ", ")
}

func share(f seat.Fraction) string { return fmt.Sprintf("%d/%d", f.Num, f.Den) }

// got writes what was found in the form of what was needed.
func got(f seat.Finding) string {
	if f.Needed.Share == (seat.Fraction{}) {
		return strconv.Itoa(f.Of)
	}
	return fmt.Sprintf("%d/%d", f.Of, f.Among)
}
