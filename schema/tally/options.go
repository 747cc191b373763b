package tally

import (
	"cmp"
	"slices"

	"sifang/schema"
	"sifang/schema/rule"
)

// contested are the options that somebody may win with.
func (f *facts) contested() []Option {
	if at, known := f.place[joker]; known {
		return f.count.Options[:at]
	}
	return f.count.Options
}

func places(options []Option) map[string]int {
	at := make(map[string]int, len(options))
	for i, option := range options {
		at[option.ID] = i
	}
	return at
}

// mostMarks is how many options one paper may mark.
func (f *facts) mostMarks() int { return f.count.mostMarks(f.rule) }

// areChoices reports whether a paper marks options that there are, each once,
// and the one for none of them alone.
func (f *facts) areChoices(marks []int32) bool {
	if len(marks) == 0 || len(marks) > len(f.count.Options) {
		return false
	}
	for i, mark := range marks {
		if mark == none || f.count.Options[mark].None && len(marks) > 1 || slices.Contains(marks[:i], mark) {
			return false
		}
	}
	return true
}

// sameMarks reports whether two papers mark the same options.
func sameMarks(a, b []int32) bool {
	if len(a) != len(b) {
		return false
	}
	for _, mark := range a {
		if !slices.Contains(b, mark) {
			return false
		}
	}
	return true
}

// marked reports whether an entry is in favour of an option.
func (f *facts) marked(e *Entry, voices []int, option int) bool {
	return f.markedBy(voices, option, f.byMajority(e))
}

// markedBy reports whether all ballots mark an option, or more than half.
func (f *facts) markedBy(voices []int, option int, majority bool) bool {
	times := 0
	for _, i := range voices {
		if marks := f.bundles.marks[i]; slices.Contains(marks, int32(option)) || f.count.Options[marks[0]].ID == joker {
			times++
		}
	}
	return len(voices) > 0 && (times == len(voices) || majority && 2*times > len(voices))
}

// marks is how much is in favour of the option of these numbers.
func (n *numbers) marks(measure schema.Measure, group string) int64 {
	if group == "" {
		sum := n.chosen[n.option].Weights.Of(measure)
		if at, known := n.place[joker]; known {
			sum += n.chosen[at].Weights.Of(measure)
		}
		return sum
	}
	var sum int64
	for i := range n.lines {
		e := &n.count.Roll[i]
		if slices.Contains(e.Groups, group) && n.marked(e, n.lines[i].voices, n.option) {
			sum += e.Weights.Of(measure)
		}
	}
	return sum
}

// mostMarks is one unless the vote says otherwise, and in an election as many as
// there are seats, where the rule may forbid more.
func (c Count) mostMarks(r rule.Rule) int {
	if c.kind() != schema.VoteKindElection {
		return max(1, c.MostMarks)
	}
	most := c.MostMarks
	if most == 0 || r.Election.MarksAtMostSeats {
		most = min(cmp.Or(most, c.Fill), c.Fill)
	}
	return max(1, most)
}
