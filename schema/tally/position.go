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

// stand finds the position of a party, overall or on one option. One whose
// delegates all had to step aside is recused, not absent: its silence is never
// taken for consent.
func (f *facts) stand(party rule.Party, option int) side {
	s := side{Stand: Stand{Party: party.ID}, groups: party.Groups}
	voters, recused := 0, 0
	var voices []int
	for i := range f.lines {
		l, e := &f.lines[i], &f.count.Roll[i]
		if e.Party != party.ID || l.gone {
			continue
		}
		voices = append(voices, l.voices...)
		s.here = s.here || l.here
		s.aside = s.aside || l.aside
		for _, voter := range e.Voters {
			voters++
			if voter.Recused {
				recused++
			}
		}
	}
	for _, ballot := range voices {
		s.Ballots.add(f.said(ballot))
	}
	switch {
	case len(voices) > 0:
		s.Position = f.position(voices, option)
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

func (f *facts) position(voices []int, option int) schema.PartyPosition {
	members := f.rule.Parties != nil && f.rule.Parties.Position == rule.MembersMajority
	var choice schema.BallotChoice
	switch {
	case option != overall:
		if f.markedBy(voices, option, members) {
			choice = schema.BallotChoiceFor
		}
	case members:
		choice = f.majority(voices)
	case f.unanimous(voices):
		choice = f.said(voices[0])
	}
	if choice == "" {
		return schema.PartyPositionDivided
	}
	return schema.PartyPosition(choice)
}

// partiesOn are the parties with their positions on one option.
func (f *facts) partiesOn(option int) []side {
	var all []side
	for _, party := range f.count.Parties {
		all = append(all, f.stand(party, option))
	}
	return all
}

// asksAbsent reports whether absent parties may still answer. They answer yes or
// no, which is no answer to a choice.
func (f *facts) asksAbsent() bool {
	return f.rule.Parties != nil && f.rule.Parties.ConsentDays > 0 && f.motion()
}

// answer tells how an absent party answered by the instant of the verdict. An
// answer after the deadline comes too late; without a notice no time runs.
func (f *facts) answer(party string) Answer {
	if !f.asksAbsent() {
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

func (n *numbers) wholeParties(base schema.Base, group string) int64 {
	recusedIn := n.quorum || n.rule.Recused.InBase
	return n.partiesWith(n.parties, group, func(s side) bool {
		switch base {
		case schema.BasePresent:
			return s.here || s.aside && recusedIn || s.tookPart(n.guess)
		case schema.BaseParticipating, schema.BaseValid, schema.BasePapersCast:
			return s.tookPart(n.guess)
		case schema.BaseCastForOrAgainst:
			return s.inFavour(n.guess) || s.against(n.guess)
		default:
			return (recusedIn || s.Position != schema.PartyPositionRecused) &&
				!(n.absentLeave() && s.Position == schema.PartyPositionAbsent)
		}
	})
}

func (n *numbers) absentLeave() bool {
	return !n.quorum && n.rule.Parties != nil && n.rule.Parties.Absent == schema.AbsentPartyPolicyLeavesBase
}

func (n *numbers) partiesWith(parties []side, group string, is func(side) bool) int64 {
	var sum int64
	for _, s := range parties {
		if s.in(group) && is(s) {
			sum++
		}
	}
	return sum
}
