package recount

import (
	"fmt"
	"slices"
	"strings"

	"sifang/schema"
)

// readVerdict reads of a verdict what this counter found as well. What else
// stands in it, such as its explanation, is passed over.
func readVerdict(text string) (Result, error) {
	r := newReader(text, "verdict")
	r.lenient = true
	var v Result
	var reasons []string
	r.object(func(name string) bool {
		switch name {
		case "rule":
			v.Rule = r.reference()
		case "outcome":
			v.Outcome = schema.VerdictOutcome(r.string())
		case "election":
			v.Election = schema.ElectionOutcome(r.string())
		case "flags":
			for _, flag := range r.strings() {
				v.Flags = append(v.Flags, schema.VerdictFlag(flag))
			}
		case "options":
			v.Options = r.sums()
		case "choices":
			r.list(func() { v.Choices = append(v.Choices, r.choice()) })
		case "buildings":
			r.list(func() { v.Buildings = append(v.Buildings, r.building()) })
		case "deemed":
			v.Deemed = r.silence()
		case "invalid":
			v.Invalid = r.sum()
		case "otherwise":
			r.list(func() { v.Otherwise = append(v.Otherwise, r.alternative()) })
		case "lacking":
			v.Lacking = r.strings()
		case "parties":
			r.list(func() { v.Parties = append(v.Parties, r.stand()) })
		case "quorum":
			v.Quorum = r.finding("", nil)
		case "approval":
			v.Approval = r.finding("", nil)
		case "setAside":
			r.list(func() { reasons = append(reasons, r.reason()) })
		default:
			return false
		}
		return true
	}, "rule", "outcome", "options", "quorum", "approval")
	r.end()
	if r.fault != nil {
		return Result{}, r.fault
	}
	slices.Sort(v.Flags)
	v.SetAside = tallied(reasons)
	return v, nil
}

// tallied counts reasons, in alphabetical order.
func tallied(reasons []string) []Aside {
	slices.SortFunc(reasons, strings.Compare)
	var all []Aside
	for _, reason := range reasons {
		if n := len(all); n > 0 && all[n-1].Reason == reason {
			all[n-1].Ballots++
			continue
		}
		all = append(all, Aside{reason, 1})
	}
	return all
}

func (r *reader) reference() Reference {
	var f Reference
	r.object(func(name string) bool {
		switch name {
		case "code":
			f.Code = r.string()
		case "version":
			f.Version = r.string()
		default:
			return false
		}
		return true
	})
	return f
}

func (r *reader) sum() Sum {
	var s Sum
	r.object(func(name string) bool {
		switch name {
		case "entries":
			s.Entries = r.integer()
		case "weights":
			s.Weights = r.weights(-maxNumber)
		default:
			return false
		}
		return true
	})
	return s
}

func (r *reader) sums() Options {
	var o Options
	r.object(func(name string) bool {
		switch name {
		case "for":
			o.For = r.sum()
		case "against":
			o.Against = r.sum()
		case "abstain":
			o.Abstain = r.sum()
		case "divided":
			o.Divided = r.sum()
		case "notCast":
			o.NotCast = r.sum()
		default:
			return false
		}
		return true
	})
	return o
}

func (r *reader) choice() Choice {
	var c Choice
	r.object(func(name string) bool {
		switch name {
		case "option":
			c.Option = r.string()
		case "for":
			c.For = r.sum()
		case "approval":
			c.Approval = r.finding("", nil)
		case "rank":
			c.Rank = r.integer()
		case "outcome":
			c.Outcome = schema.CandidateOutcome(r.string())
		default:
			return false
		}
		return true
	})
	return c
}

func (r *reader) building() Building {
	var b Building
	r.object(func(name string) bool {
		switch name {
		case "building":
			b.Building = r.string()
		case "options":
			b.Options = r.sums()
		default:
			return false
		}
		return true
	})
	return b
}

func (r *reader) silence() *Silence {
	var s Silence
	r.object(func(name string) bool {
		switch name {
		case "countedAs":
			s.CountedAs = schema.BallotChoice(r.string())
		case "served":
			s.Served = r.sum()
		case "unserved":
			s.Unserved = r.sum()
		default:
			return false
		}
		return true
	})
	return &s
}

func (r *reader) alternative() Alternative {
	var a Alternative
	r.object(func(name string) bool {
		switch name {
		case "reading":
			a.Reading = r.string()
		case "outcome":
			a.Outcome = schema.VerdictOutcome(r.string())
		case "quorum":
			a.Quorum = r.finding("", nil)
		case "approval":
			a.Approval = r.finding("", nil)
		default:
			return false
		}
		return true
	})
	return a
}

func (r *reader) stand() Stand {
	var s Stand
	r.object(func(name string) bool {
		switch name {
		case "party":
			s.Party = r.string()
		case "position":
			s.Position = schema.PartyPosition(r.string())
		case "answer":
			s.Answer = r.string()
		case "ballots":
			r.object(func(name string) bool {
				switch name {
				case "for":
					s.For = r.integer()
				case "against":
					s.Against = r.integer()
				case "abstain":
					s.Abstain = r.integer()
				default:
					return false
				}
				return true
			})
		default:
			return false
		}
		return true
	})
	return s
}

func (r *reader) reason() string {
	reason := ""
	r.object(func(name string) bool {
		if name != "reason" {
			return false
		}
		reason = r.string()
		return true
	})
	return reason
}

// finding reads a clause and its parts, each before its parts.
func (r *reader) finding(place string, all []Clause) []Clause {
	at := len(all)
	one := Clause{Place: place}
	all = append(all, one)
	r.object(func(name string) bool {
		switch name {
		case "kind":
			one.Kind = r.string()
		case "got":
			one.Got = r.integer()
		case "whole":
			one.Whole = r.integer()
		case "met":
			one.Met = r.boolean()
		case "parts":
			i := 0
			r.list(func() {
				all = r.finding(joined(place, fmt.Sprintf("parts.%d", i)), all)
				i++
			})
		default:
			return false
		}
		return true
	})
	all[at] = one
	return all
}
