package recount

import (
	"math/big"

	"sifang/schema"
	"sifang/schema/fault"
)

// maxRule bounds the rule in bytes: a real one has a few thousand.
const maxRule = 256 << 10

// maxNumber bounds what is counted and maxDenominator what it is divided by.
const (
	maxNumber      = 100_000_000_000_000
	maxDenominator = 10_000
)

// rule is what this counter needs of the document that decides. It knows all
// other fields by name, so that it never passes over a condition.
type rule struct {
	code, version, class string
	quorum               *clause
	approval             clause
	tie                  string
	parties              *partyTerms
	conditions           []condition
	conflicts            int
	election             *electionTerms
	invalid              string
	deemed               *deemedTerms
	channel, recast      string
	persons              int64
	agenda, late         bool
	recusedInBase        bool
	recusedPresent       bool
}

type partyTerms struct {
	byMajority, leave, consent bool
	days                       int64
}

type condition struct {
	code   string
	blocks bool
}

type deemedTerms struct{ follow, quorum bool }

type electionTerms struct {
	ranking      []schema.Measure
	leaveVacant  bool
	marksBounded bool
	choice       bool // more candidates than seats
	leastSeats   int64
	leastShare   *threshold
	alternates   *alternateTerms
}

type alternateTerms struct {
	perSeat   int64
	qualified bool
}

// threshold is an exact share, and whether the share itself is enough.
type threshold struct {
	share  *big.Rat
	strict bool
}

// The forms of a clause, as a verdict calls them.
const (
	formAll     = "ALL"
	formAny     = "ANY"
	formKOf     = "K_OF"
	formShare   = "SHARE"
	formNumber  = "NUMBER"
	formLimit   = "LIMIT"
	formPersons = "PERSONS"
	formNothing = "NOTHING"
)

// clause is a node of a condition: a combination with parts, or a leaf.
type clause struct {
	form    string
	needed  int64 // parts that must be met, or the least number
	parts   []clause
	counted string
	measure schema.Measure
	base    schema.Base
	group   string
	threshold
}

func (c clause) leaves() []clause {
	if len(c.parts) == 0 {
		return []clause{c}
	}
	var all []clause
	for _, part := range c.parts {
		all = append(all, part.leaves()...)
	}
	return all
}

func (u rule) leaves() []clause {
	all := u.approval.leaves()
	if u.quorum != nil {
		all = append(all, u.quorum.leaves()...)
	}
	return all
}

// readRule reads the rule of a vote.
func readRule(text string) (rule, error) {
	if len(text) > maxRule {
		return rule{}, fault.New(fault.RecountTooLarge, "limit", maxRule, "length", len(text)).At("rule")
	}
	r := newReader(text, "rule")
	u := r.rule()
	r.end()
	if r.fault != nil {
		return rule{}, r.fault
	}
	return u, nil
}

func (r *reader) rule() rule {
	var u rule
	r.object(func(name string) bool {
		switch name {
		case "code":
			u.code = r.string()
		case "version":
			u.version = r.string()
		case "class":
			u.class = r.word("ORDINARY", "SPECIAL", "UNANIMOUS")
		case "quorum":
			c := r.clause("PRESENT", "PARTICIPATING")
			u.quorum = &c
		case "approval":
			u.approval = r.clause("FOR", "AGAINST")
		case "tie":
			u.tie = r.word("ESCALATE", "RETABLE", castingVote)
		case "parties":
			u.parties = r.partyTerms()
		case "conditions":
			r.list(func() { u.conditions = append(u.conditions, r.condition()) })
		case "conflicts":
			r.list(func() { r.skip(); u.conflicts++ })
		case "election":
			u.election = r.electionTerms()
		case "distinctPersonsMin":
			u.persons = r.between(0, maxDenominator)
		case "agendaMustBeNoticed":
			u.agenda = r.boolean()
		case "lateArrivalsVote":
			u.late = r.boolean()
		case "recused":
			r.recused(&u)
		default:
			return r.policy(name, &u)
		}
		return true
	}, "code", "version", "approval", "agendaMustBeNoticed", "lateArrivalsVote", "recused")
	return u
}

const castingVote = "CASTING_VOTE"

func (r *reader) policy(name string, u *rule) bool {
	switch name {
	case "invalidBallots":
		u.invalid = r.word("EXCLUDED", takePart)
	case "deemed":
		u.deemed = r.deemedTerms()
	case "channelPrecedence":
		u.channel = r.word(firstPrevails, onlinePrevails, paperPrevails)
	case "recast":
		u.recast = r.word("NEVER", untilClose)
	case "title", "source", "validFrom", "validTo", "binding", "laid",
		"proxies", "inPerson", "visibility", "window":
		r.skip() // where it comes from, and what was to be watched while the vote was open
	default:
		return false
	}
	return true
}

const (
	takePart       = "TAKE_PART"
	firstPrevails  = "FIRST_PREVAILS"
	onlinePrevails = "ONLINE_PREVAILS"
	paperPrevails  = "PAPER_PREVAILS"
	untilClose     = "UNTIL_CLOSE"
)

func (r *reader) partyTerms() *partyTerms {
	var p partyTerms
	r.object(func(name string) bool {
		switch name {
		case "position":
			p.byMajority = r.word("DELEGATE", "MEMBERS_MAJORITY") == "MEMBERS_MAJORITY"
		case "absent":
			policy := r.word("BLOCKS", "LEAVES_BASE", "COUNTED_AS_CONSENT_AFTER_NOTICE")
			p.leave, p.consent = policy == "LEAVES_BASE", policy == "COUNTED_AS_CONSENT_AFTER_NOTICE"
		case "consentDays":
			p.days = r.between(0, maxDenominator)
		default:
			return false
		}
		return true
	}, "position", "absent")
	return &p
}

func (r *reader) condition() condition {
	var c condition
	r.object(func(name string) bool {
		switch name {
		case "code":
			c.code = r.string()
		case "lacking":
			c.blocks = r.word("BLOCKS", "FLAGS") == "BLOCKS"
		case "title", "source":
			r.skip()
		default:
			return false
		}
		return true
	}, "code", "lacking")
	return c
}

func (r *reader) deemedTerms() *deemedTerms {
	var d deemedTerms
	r.object(func(name string) bool {
		switch name {
		case "basis":
			r.skip()
		case "direction":
			d.follow = r.word("FOLLOW_MAJORITY", "ABSTAIN") == "FOLLOW_MAJORITY"
		case "countsTowardQuorum":
			d.quorum = r.boolean()
		default:
			return false
		}
		return true
	}, "direction", "countsTowardQuorum")
	return &d
}

func (r *reader) recused(u *rule) {
	r.object(func(name string) bool {
		switch name {
		case "inBase":
			u.recusedInBase = r.boolean()
		case "countAsPresent":
			u.recusedPresent = r.boolean()
		default:
			return false
		}
		return true
	}, "inBase")
}
