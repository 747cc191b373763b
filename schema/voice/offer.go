package voice

import (
	"slices"

	"sifang/schema"
	"sifang/schema/fault"
	"sifang/schema/ident"
)

// Offer is what there is to choose in a vote.
type Offer struct {
	Kind schema.VoteKind
	// Options are the options or the candidates; a motion has none.
	Options []Option
	// MostMarks is how many of them one paper may mark.
	MostMarks int
}

// Option is something to choose, or somebody to elect.
type Option struct {
	ID ident.ID
	// None is the option for none of the others.
	None bool
	// Gone is a candidate who withdrew, or was struck off the list.
	Gone bool
}

// Read refuses what nobody can have written on a paper of the vote: FIELD_NEEDED
// and FIELD_UNUSED where a motion has marks, or no choice, and the reverse;
// NOT_AN_OPTION, LISTED_TWICE and NO_LONGER_STANDS for a mark. The refusal names
// the field.
func (o Offer) Read(s Said) *fault.Fault {
	takes, other := "marks", "choice"
	given, unused := len(s.Marks) > 0, s.Choice != ""
	if o.Kind == schema.VoteKindMotion {
		takes, other, given, unused = other, takes, unused, given
	}
	switch {
	case unused:
		return fault.New(fault.FieldUnused, "kind", o.Kind, "field", other).At(other)
	case !given:
		return fault.New(fault.FieldNeeded, "kind", o.Kind, "field", takes).At(takes)
	}
	for i, mark := range s.Marks {
		option, known := o.find(mark)
		switch {
		case !known:
			return fault.New(fault.NotAnOption).At("marks", i)
		case slices.Index(s.Marks, mark) < i:
			return fault.New(fault.ListedTwice).At("marks", i)
		case option.Gone:
			return fault.New(fault.NoLongerStands).At("marks", i)
		}
	}
	return nil
}

// Count refuses what a voter may well have written and what does not count:
// TOO_MANY_MARKS, and NONE_STANDS_ALONE for somebody who chose none of the
// others and one of them. A ballot is then refused; a paper is kept as invalid.
func (o Offer) Count(s Said) *fault.Fault {
	if n := len(s.Marks); n > o.MostMarks && o.Kind != schema.VoteKindMotion {
		return fault.New(fault.TooManyMarks, "limit", o.MostMarks, "count", n).At("marks")
	}
	none := slices.ContainsFunc(s.Marks, func(mark ident.ID) bool {
		option, _ := o.find(mark)
		return option.None
	})
	if none && len(s.Marks) > 1 {
		return fault.New(fault.NoneStandsAlone).At("marks")
	}
	return nil
}

func (o Offer) find(id ident.ID) (Option, bool) {
	i := slices.IndexFunc(o.Options, func(option Option) bool { return option.ID == id })
	if i < 0 {
		return Option{}, false
	}
	return o.Options[i], true
}
