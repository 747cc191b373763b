package floor

import (
	"bytes"
	"cmp"
	"slices"

	"sifang/schema"
	"sifang/schema/ident"
)

// Place is a turn that waits, and why it stands before those behind it.
type Place struct {
	Turn
	Why Reason
}

// Queue is the order in which those who asked for the floor speak, if nobody
// asks meanwhile. Who had fewer turns goes before who had more; among these,
// whoever is on the other side than the last who took one; among these, whoever
// asked first. A question or a fact, which is for no side, does not change whose
// side it is.
func Queue(turns []Turn) []Place {
	had := map[ident.ID]int{}
	var waiting, given []Turn
	for _, t := range turns {
		switch {
		case t.waits():
			waiting = append(waiting, t)
		case t.had():
			had[t.Person]++
			given = append(given, t)
		}
	}
	slices.SortFunc(waiting, func(a, b Turn) int {
		return cmp.Or(a.Asked.Compare(b.Asked), bytes.Compare(a.ID[:], b.ID[:]))
	})
	last := lastSide(given)
	var queue []Place
	for len(waiting) > 0 {
		next := choose(waiting, had, last)
		queue = append(queue, next)
		waiting = slices.DeleteFunc(waiting, func(t Turn) bool { return t.ID == next.ID })
		had[next.Person]++
		last = takes(next.Side, last)
	}
	return queue
}

// choose picks who is next of those who wait, who stand in the order in which
// they asked, and tells what put them there.
func choose(waiting []Turn, had map[ident.ID]int, last schema.SpeechSide) Place {
	fewest := had[waiting[0].Person]
	for _, t := range waiting {
		fewest = min(fewest, had[t.Person])
	}
	left, why := waiting, Alone
	for _, rule := range []struct {
		why  Reason
		fits func(Turn) bool
	}{
		{Unheard, func(t Turn) bool { return had[t.Person] == fewest }},
		{OtherSide, func(t Turn) bool { return t.Side == other(last) }},
	} {
		if len(left) == 1 {
			break
		}
		if fit := fitting(left, rule.fits); len(fit) > 0 && len(fit) < len(left) {
			left, why = fit, rule.why
		}
	}
	if len(left) > 1 {
		why = Earlier
	}
	return Place{Turn: left[0], Why: why}
}

func fitting(turns []Turn, fits func(Turn) bool) []Turn {
	var fit []Turn
	for _, t := range turns {
		if fits(t) {
			fit = append(fit, t)
		}
	}
	return fit
}

// lastSide is the side of the last turn that was for one; empty if none was.
func lastSide(given []Turn) schema.SpeechSide {
	slices.SortFunc(given, func(a, b Turn) int {
		return cmp.Or(a.Given.Compare(b.Given), bytes.Compare(a.ID[:], b.ID[:]))
	})
	var last schema.SpeechSide
	for _, t := range given {
		last = takes(t.Side, last)
	}
	return last
}

// takes is the last side after a turn.
func takes(side, last schema.SpeechSide) schema.SpeechSide {
	if side == schema.SpeechSideNeutral {
		return last
	}
	return side
}

// other is the side that is next after one; empty if neither is.
func other(last schema.SpeechSide) schema.SpeechSide {
	switch last {
	case schema.SpeechSideFor:
		return schema.SpeechSideAgainst
	case schema.SpeechSideAgainst:
		return schema.SpeechSideFor
	default:
		return ""
	}
}
