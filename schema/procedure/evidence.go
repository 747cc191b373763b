package procedure

import (
	"fmt"
	"slices"
	"strings"

	"sifang/schema"
	"sifang/schema/fault"
	"sifang/schema/rule"
)

// Evidence is the sort of thing that somebody puts forward to prove a step. Fields
// that say nothing about it are zero.
type Evidence struct {
	Kind schema.ProofKind
	// Of is the kind of body that met, voted, resolved, or whose posting it is.
	Of          schema.OrganizationKind
	Meeting     schema.MeetingKind // of the meeting, or of that in which it was voted
	Vote        schema.VoteKind
	Resolution  schema.ResolutionKind
	Publication schema.PublicationKind
	// Days is for how long a posting has to stay.
	Days int
	// Rule is the code of the rule that judged the vote.
	Rule string
}

// Accepts refuses with PROOF_DOES_NOT_FIT, saying what is asked for, a thing that
// does not prove the step.
func (s Step) Accepts(e Evidence) *fault.Fault {
	if slices.ContainsFunc(s.Proofs, func(p Proof) bool { return p.fits(e, s) }) {
		return nil
	}
	return fault.New(fault.ProofDoesNotFit, "step", s.words(), "wanted", s.Wanted())
}

func (p Proof) fits(e Evidence, s Step) bool {
	of, rules := p.Of, s.Rules
	switch p.Kind {
	case schema.ProofKindDocument:
		of, rules = nil, nil
	case schema.ProofKindPublication:
		rules = nil
	default:
		of = s.By
	}
	return p.Kind == e.Kind && open(of, e.Of) && open(p.Meetings, e.Meeting) && open(p.Votes, e.Vote) &&
		open(p.Resolutions, e.Resolution) && open(p.Publications, e.Publication) && e.Days >= p.Days &&
		(p.Kind == schema.ProofKindMeeting || open(rules, e.Rule))
}

// Admits refuses with STEP_NOT_DUE to table the matter in a meeting that would take
// a step whose turn has not come. A meeting that takes none is no part of the
// procedure, and one that may take two steps at once is in time for the first.
func (p Procedure) Admits(kind schema.MeetingKind, of schema.OrganizationKind, done []Done) *fault.Fault {
	var refused *fault.Fault
	for _, s := range p.Steps {
		if !s.sits(kind, of) {
			continue
		}
		missing := slices.DeleteFunc(p.missing(s, done), func(m Step) bool { return slices.Contains(s.MayMergeWith, m.Code) })
		if len(missing) == 0 {
			return nil
		}
		if refused == nil {
			refused = fault.New(fault.StepNotDue, "step", s.words(), "missing", Titles(missing))
		}
	}
	return refused
}

// sits reports whether a meeting of that kind, of such a body, would take the step.
func (s Step) sits(kind schema.MeetingKind, of schema.OrganizationKind) bool {
	return slices.Contains(s.By, of) && slices.ContainsFunc(s.Proofs, func(p Proof) bool {
		sitting := p.Kind == schema.ProofKindMeeting || p.Kind == schema.ProofKindVote
		return sitting && slices.Contains(p.Meetings, kind)
	})
}

// open reports whether a list names a word, or nothing at all.
func open[W ~string](list []W, word W) bool { return len(list) == 0 || slices.Contains(list, word) }

// Wanted says what proves the step, and whose it is.
func (s Step) Wanted() fault.Words {
	var zh, en []string
	for _, p := range s.Proofs {
		said := p.wanted(s)
		zh, en = append(zh, said.Chinese), append(en, said.English)
	}
	return fault.Words{Chinese: strings.Join(zh, "；或者"), English: strings.Join(en, "; or ")}
}

func (p Proof) wanted(s Step) fault.Words {
	of, rules := s.By, s.Rules
	switch p.Kind {
	case schema.ProofKindDocument:
		of, rules = nil, nil
	case schema.ProofKindPublication:
		of, rules = p.Of, nil
	case schema.ProofKindMeeting:
		rules = nil
	}
	say := func(chinese bool) string {
		parts := []string{told(p.Kind, chinese)}
		for _, list := range [][]string{
			all(p.Meetings, chinese), all(p.Votes, chinese), all(p.Resolutions, chinese), all(p.Publications, chinese), all(of, chinese), titled(rules, chinese),
		} {
			if len(list) > 0 {
				parts = append(parts, strings.Join(list, map[bool]string{true: "、", false: ", "}[chinese]))
			}
		}
		if p.Days > 0 {
			parts = append(parts, fmt.Sprintf(map[bool]string{true: "至少%d日", false: "for at least %d days"}[chinese], p.Days))
		}
		return strings.Join(parts, map[bool]string{true: "，", false: " / "}[chinese])
	}
	return fault.Words{Chinese: say(true), English: say(false)}
}

func all[W ~string](words []W, chinese bool) []string {
	var said []string
	for _, w := range words {
		said = append(said, told(w, chinese))
	}
	return said
}

// titled are the titles of rules.
func titled(codes []string, chinese bool) []string {
	said := slices.Clone(codes)
	for i, code := range codes {
		if r, ok := rule.Preset(code); ok {
			said[i] = map[bool]string{true: r.Title.Chinese, false: r.Title.English}[chinese]
		}
	}
	return said
}

// told is a word of the API in the language.
func told[W ~string](word W, chinese bool) string {
	if term, ok := schema.Term(word); ok && chinese {
		return term
	}
	return string(word)
}

// Titles names steps one after the other.
func Titles(steps []Step) fault.Words {
	var zh, en []string
	for _, s := range steps {
		zh, en = append(zh, "「"+s.Title.Chinese+"」"), append(en, "“"+s.Title.English+"”")
	}
	return fault.Words{Chinese: strings.Join(zh, "、"), English: strings.Join(en, ", ")}
}
