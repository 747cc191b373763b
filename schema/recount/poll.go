package recount

import (
	"time"

	"sifang/schema"
)

// poll is what was counted: the roll, and what was handed in.
type poll struct {
	seats, incumbents, due int64
	parties                []party
	kind                   schema.VoteKind
	options                []option
	mostMarks              int64
	fill, standBy          int64
	tieBreak               bool
	chair                  string
	fulfilled              []string
	written, noticed       bool
	roll                   []entry
	ballots                []ballot
	sheets                 []sheet
	settled                []settlement
	// order is the roll, and speakers what is settled, sorted by entry.
	order, speakers order
	deadline, now   time.Time
	noticedAt       time.Time
	replies         []reply
	flags           []string
}

type party struct {
	id     string
	groups []string
}

type option struct {
	id   string
	none bool
}

// entry is a line of the roll.
type entry struct {
	id, party, building string
	groups              []string
	voters              []voter
	weights             Weights
	served              bool
	amended             bool
	added, removed      bool
	before              *Weights
}

type voter struct {
	person, arrival string
	recused         bool
}

// ballot is a paper for one entry in the name of one voter. Its marks are
// options by their position, sorted; an unknown one is -1.
type ballot struct {
	id, entry, person, agent string
	choice                   string
	words                    []string
	marks                    []int
	channel                  string
	at                       time.Time
	invalid                  string
}

type sheet struct {
	issued, returned, blank, invalid int64
	inFavour, against, abstain       int64
	marks                            []marked
}

type marked struct {
	option string
	papers int64
}

type settlement struct{ entry, person string }

type reply struct {
	party   string
	objects bool
	at      time.Time
}

// The words of a poll that mean something to this counter.
const (
	inFavour   = "FOR"
	against    = "AGAINST"
	abstaining = "ABSTAIN"
	atOpening  = "AT_OPENING"
	late       = "LATE"
	online     = "ONLINE"
	present    = "PRESENT"
)

func readPoll(text string) (poll, error) {
	r := newReader(text, "count")
	p := r.poll()
	r.end()
	if r.fault != nil {
		return poll{}, r.fault
	}
	return p, nil
}

func (r *reader) poll() poll {
	p := poll{kind: schema.VoteKindMotion}
	r.object(func(name string) bool {
		switch name {
		case "roll":
			r.list(func() { p.roll = append(p.roll, r.entry()) })
		case "ballots":
			r.list(func() { p.ballots = append(p.ballots, r.ballot()) })
		case "sheets":
			r.list(func() { p.sheets = append(p.sheets, r.sheet()) })
		case "settled":
			r.list(func() { p.settled = append(p.settled, r.settlement()) })
		case "consent":
			r.consent(&p)
		case "flags":
			r.list(func() { p.flags = append(p.flags, r.word(schema.VerdictFlag("").Values()...)) })
		case "fulfilled":
			p.fulfilled = r.strings()
		case "chair":
			p.chair = r.string()
		case "written":
			p.written = r.boolean()
		case "noticed":
			p.noticed = r.boolean()
		case "open":
			r.boolean() // says whether margins are still open, which this counter does not ask
		default:
			return r.body(name, &p) || r.options(name, &p)
		}
		return true
	})
	return p
}

// body reads the sizes that no roll tells.
func (r *reader) body(name string, p *poll) bool {
	switch name {
	case "seats":
		p.seats = r.between(0, maxNumber)
	case "incumbents":
		p.incumbents = r.between(0, maxNumber)
	case "due":
		p.due = r.between(0, maxNumber)
	case "parties":
		r.list(func() { p.parties = append(p.parties, r.party()) })
	default:
		return false
	}
	return true
}

// options reads what a choice or an election has beside a motion.
func (r *reader) options(name string, p *poll) bool {
	switch name {
	case "kind":
		p.kind = schema.VoteKind(r.word(schema.VoteKind("").Values()...))
	case "options":
		r.list(func() { p.options = append(p.options, r.option()) })
	case "mostMarks":
		p.mostMarks = r.between(0, maxDenominator)
	case "fill":
		p.fill = r.between(0, maxDenominator)
	case "standBy":
		p.standBy = r.between(0, maxDenominator)
	case "tieBreak":
		p.tieBreak = r.boolean()
	default:
		return false
	}
	return true
}

func (r *reader) party() party {
	var p party
	r.object(func(name string) bool {
		switch name {
		case "id":
			p.id = r.string()
		case "groups":
			p.groups = r.strings()
		default:
			return false
		}
		return true
	}, "id")
	return p
}

func (r *reader) option() option {
	var o option
	r.object(func(name string) bool {
		switch name {
		case "id":
			o.id = r.string()
		case "none":
			o.none = r.boolean()
		case "name":
			r.string()
		default:
			return false
		}
		return true
	}, "id")
	return o
}

func (r *reader) settlement() settlement {
	var s settlement
	r.object(func(name string) bool {
		switch name {
		case "entry":
			s.entry = r.string()
		case "person":
			s.person = r.string()
		default:
			return false
		}
		return true
	}, "entry", "person")
	return s
}

func (r *reader) consent(p *poll) {
	r.object(func(name string) bool {
		switch name {
		case "noticedAt":
			p.noticedAt = r.instant()
		case "deadline":
			p.deadline = r.instant()
		case "now":
			p.now = r.instant()
		case "replies":
			r.list(func() { p.replies = append(p.replies, r.reply()) })
		default:
			return false
		}
		return true
	})
}

func (r *reader) reply() reply {
	var y reply
	r.object(func(name string) bool {
		switch name {
		case "party":
			y.party = r.string()
		case "objects":
			y.objects = r.boolean()
		case "at":
			y.at = r.instant()
		default:
			return false
		}
		return true
	}, "party", "at")
	return y
}
