package command

import (
	"cmp"
	"context"
	"slices"

	"sifang/ent"
	"sifang/ent/db"
	"sifang/schema"
	"sifang/schema/fault"
	"sifang/schema/rule"
)

// The bounds of what a vote may offer. A paper with more would not be read.
const (
	optionLimit = 100
	labelLimit  = 200
	seatLimit   = 100
)

// noneLabel is what the option for none of the others says.
const noneLabel = "\u4ee5\u4e0a\u7686\u4e0d\u9009"

// kind is what is decided; a motion, if nothing is said.
func (in DraftVoteInput) kind() schema.VoteKind { return cmp.Or(in.Kind, schema.VoteKindMotion) }

// shape refuses a vote that asks one thing and offers another: a motion with
// options, a choice without any, an election under a rule that knows none. It
// refuses with VOTE_KIND_MISMATCH, TOO_FEW_OPTIONS, TOO_MANY, LISTED_TWICE and
// OUT_OF_RANGE.
func (in DraftVoteInput) shape(r rule.Rule) *fault.Fault {
	if (in.kind() == schema.VoteKindElection) != (r.Election != nil) {
		return fault.New(fault.VoteKindMismatch, "kind", in.kind()).At("kind")
	}
	if in.kind() != schema.VoteKindChoice && len(in.Options) > 0 {
		return fault.New(fault.VoteKindMismatch, "kind", in.kind()).At("options")
	}
	switch in.kind() {
	case schema.VoteKindElection:
		return in.seating()
	case schema.VoteKindChoice:
		return in.choosing()
	default:
		return in.plain()
	}
}

// plain refuses numbers that only a choice or an election has.
func (in DraftVoteInput) plain() *fault.Fault {
	for _, one := range []struct {
		field string
		given *int
	}{{"mostMarks", in.MostMarks}, {"seats", in.Seats}, {"alternates", in.Alternates}} {
		if one.given != nil {
			return fault.New(fault.VoteKindMismatch, "kind", in.kind()).At(one.field)
		}
	}
	return nil
}

func (in DraftVoteInput) choosing() *fault.Fault {
	switch n := len(in.Options); {
	case n < 2 && !(in.NoneOption && n == 1):
		return fault.New(fault.TooFewOptions, "least", 2).At("options")
	case n > optionLimit:
		return fault.New(fault.TooMany, "limit", optionLimit, "count", n).At("options")
	}
	for i, label := range in.Options {
		if wrong := text("options", label, labelLimit); wrong != nil {
			return wrong
		}
		if slices.Index(in.Options, label) < i {
			return fault.New(fault.ListedTwice).At("options", i)
		}
	}
	if in.Seats != nil || in.Alternates != nil {
		return fault.New(fault.VoteKindMismatch, "kind", in.kind()).At("seats")
	}
	return bounded(in.MostMarks, 1, len(in.Options), "mostMarks")
}

func (in DraftVoteInput) seating() *fault.Fault {
	if in.Seats == nil {
		return fault.New(fault.Blank).At("seats")
	}
	for _, wrong := range []*fault.Fault{
		bounded(in.Seats, 1, seatLimit, "seats"), bounded(in.Alternates, 0, seatLimit, "alternates"),
		bounded(in.MostMarks, 1, optionLimit, "mostMarks"),
	} {
		if wrong != nil {
			return wrong
		}
	}
	return nil
}

// bounded refuses a number, if one is given, outside its bounds.
func bounded(n *int, least, most int, field string) *fault.Fault {
	if n == nil || *n >= least && *n <= most {
		return nil
	}
	return fault.New(fault.OutOfRange, "least", least, "most", most).At(field)
}

// offer writes down what there is to choose. The candidates of an election are
// nominated later; it may offer none of them from the beginning.
func (in DraftVoteInput) offer(ctx context.Context, tx *ent.Tx, v *db.Vote) error {
	labels := slices.Clone(in.Options)
	if in.NoneOption && in.kind() != schema.VoteKindMotion {
		labels = append(labels, noneLabel)
	}
	for i, label := range labels {
		err := tx.VoteOption.Create().SetNillableCommunityID(v.CommunityID).SetVoteID(v.ID).SetPosition(i + 1).
			SetLabel(label).SetNone(i == len(in.Options)).Exec(ctx)
		if err != nil {
			return err
		}
	}
	return nil
}
