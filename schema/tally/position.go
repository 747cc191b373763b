package tally

import (
	"slices"
	"time"

	"sifang/schema"
	"sifang/schema/rule"
)

// Stand is where a party stands.
type Stand struct {
	Party    string               `json:"party"`
	Position schema.PartyPosition `json:"position"`
	// Answer is what an absent party said afterwards, if the rule gives it
	// time; empty for all others.
	Answer Answer `json:"answer,omitempty"`
	// Ballots are the valid ballots of its delegates or members by option.
	Ballots Ballots `json:"ballots,omitzero"`
}

// side is a voting party with what became of it. here and aside are those of
// its lines.
type side struct {
	Stand
	groups      []string
	here, aside bool
}

// guess says what to take for granted about the parties whose answer is still
// awaited.
type guess int

const (
	nothing guess = iota
	theyConsent
	theyObject
)

// Ballots counts ballots by option.
type Ballots struct {
	For     int64 `json:"for,omitempty"`
	Against int64 `json:"against,omitempty"`
	Abstain int64 `json:"abstain,omitempty"`
}

func (b Ballots) total() int64 { return b.For + b.Against + b.Abstain }

func (b *Ballots) add(choice schema.BallotChoice) {
	switch choice {
	case schema.BallotChoiceFor:
		b.For++
	case schema.BallotChoiceAgainst:
		b.Against++
	case schema.BallotChoiceAbstain:
		b.Abstain++
	}
}

// Answer is how an absent party answered the notice of what was voted.
type Answer string

// The answers.
const (
	// Awaited: there is still time to answer.
	Awaited   Answer = "AWAITED"
	Consented Answer = "CONSENTED"
	Objected  Answer = "OBJECTED"
	// Deemed: the party was silent until the end, and the rule counts that as
	// consent.
	Deemed Answer = "DEEMED_CONSENT"
	// Silent: the party was silent, and that is no consent.
	Silent Answer = "SILENT"
)

// Values lists every Answer.
func (Answer) Values() []string {
	return []string{"AWAITED", "CONSENTED", "OBJECTED", "DEEMED_CONSENT", "SILENT"}
}

// stand finds the position of a party. One whose delegates all had to step
// aside is recused, not absent: its silence is never taken for consent.
func (f *facts) stand(party rule.Party) side {
	s := side{Stand: Stand{Party: party.ID}, groups: party.Groups}
	voters, recused := 0, 0
	var choices []schema.BallotChoice
	for _, l := range f.lines {
		if l.Party != party.ID {
			continue
		}
		choices = append(choices, l.choices...)
		s.here = s.here || l.here
		s.aside = s.aside || l.aside
		for _, voter := range l.Voters {
			voters++
			if voter.Recused {
				recused++
			}
		}
	}
	for _, choice := range choices {
		s.Ballots.add(choice)
	}
	switch {
	case len(choices) > 0:
		s.Position = f.position(choices)
	case voters > 0 && recused == voters, s.aside && !s.here:
		s.Position = schema.PartyPositionRecused
	case s.here: // there, and silent
		s.Position = schema.PartyPositionAbstain
	default:
		s.Position = schema.PartyPositionAbsent
		s.Answer = f.answer(party.ID)
	}
	return s
}

func (f *facts) position(choices []schema.BallotChoice) schema.PartyPosition {
	choice := agreement(choices)
	if f.rule.Parties != nil && f.rule.Parties.Position == rule.MembersMajority {
		choice = majority(choices)
	}
	if choice == "" {
		return schema.PartyPositionDivided
	}
	return schema.PartyPosition(choice)
}

// answer tells how an absent party answered by the instant of the verdict. An
// answer after the deadline comes too late; without a notice no time runs.
func (f *facts) answer(party string) Answer {
	if f.rule.Parties == nil || f.rule.Parties.ConsentDays == 0 {
		return ""
	}
	given := f.count.Consent
	over := !given.Deadline.IsZero() && !given.Now.Before(given.Deadline)
	switch reply, ok := given.reply(party); {
	case ok && reply.Objects:
		return Objected
	case ok:
		return Consented
	case !over:
		return Awaited
	case f.rule.Parties.Absent == schema.AbsentPartyPolicyCountedAsConsentAfterNotice:
		return Deemed
	default:
		return Silent
	}
}

// reply is the latest reply in time. At the same instant an objection prevails.
func (c Consent) reply(party string) (Reply, bool) {
	inTime := func(at time.Time) bool {
		return !at.After(c.Now) && (c.Deadline.IsZero() || at.Before(c.Deadline))
	}
	var found Reply
	known := false
	for _, reply := range c.Replies {
		if reply.Party != party || !inTime(reply.At) {
			continue
		}
		if !known || reply.At.After(found.At) || reply.At.Equal(found.At) && reply.Objects {
			found, known = reply, true
		}
	}
	return found, known
}

func (s side) inFavour(g guess) bool {
	return s.Position == schema.PartyPositionFor || s.Answer == Consented || s.Answer == Deemed ||
		g == theyConsent && s.Answer == Awaited
}

func (s side) against(g guess) bool {
	return s.Position == schema.PartyPositionAgainst || s.Answer == Objected ||
		g == theyObject && s.Answer == Awaited
}

// tookPart reports whether the party voted, or answered instead.
func (s side) tookPart(g guess) bool {
	return s.Ballots.total() > 0 || s.inFavour(g) || s.against(g)
}

func (s side) in(group string) bool {
	return group == "" || slices.Contains(s.groups, group)
}
