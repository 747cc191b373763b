package recount

import "sifang/schema"

// voices are the ballots that count of one entry or one party, by what they
// say.
type voices struct {
	yes, no, abstained int64
	// first is one of the ballots; apart says that another one differs from it.
	first int
	apart bool
}

func (a voices) total() int64 { return a.yes + a.no + a.abstained }

// hear adds a ballot.
func (s *sifted) hear(a *voices, ballot int) {
	switch s.says(&s.poll.ballots[ballot]) {
	case inFavour:
		s.join(a, voices{yes: 1, first: ballot})
	case against:
		s.join(a, voices{no: 1, first: ballot})
	default:
		s.join(a, voices{abstained: 1, first: ballot})
	}
}

// join adds other voices.
func (s *sifted) join(a *voices, b voices) {
	switch {
	case b.total() == 0:
	case a.total() == 0:
		*a = b
	default:
		a.yes, a.no, a.abstained = a.yes+b.yes, a.no+b.no, a.abstained+b.abstained
		a.apart = a.apart || b.apart || !s.same(a.first, b.first)
	}
}

// says is how a ballot stands to the question as a whole.
func (s *sifted) says(b *ballot) string {
	switch {
	case s.poll.kind == schema.VoteKindMotion:
		return b.choice
	case s.poll.options[b.marks[0]].none:
		return against
	default:
		return inFavour
	}
}

// word is what all say, or what more than half say; DIVIDED where there is no
// such thing, and nothing where nobody says anything.
func (a voices) word(byMajority bool) string {
	n := a.total()
	if n == 0 {
		return ""
	}
	for _, one := range []struct {
		word  string
		times int64
	}{{inFavour, a.yes}, {against, a.no}, {abstaining, a.abstained}} {
		if byMajority && 2*one.times > n || !byMajority && !a.apart && one.times == n {
			return one.word
		}
	}
	return dividedWord
}

const dividedWord = string(schema.PartyPositionDivided)

// ask finds how everybody voted.
func (v *view) ask() {
	said := make([]voices, len(v.poll.roll))
	for _, one := range v.counted {
		v.hear(&said[one.entry], one.ballot)
	}
	v.yes, v.no, v.abstained, v.divided = v.none(), v.none(), v.none(), v.none()
	for i := range v.roll.all() {
		switch said[i].word(v.byMajority(i)) {
		case inFavour:
			v.yes.add(i)
		case against:
			v.no.add(i)
		case abstaining:
			v.abstained.add(i)
		case dividedWord:
			v.divided.add(i)
		}
	}
	h := v.hands
	v.yes = v.yes.or(v.byHand(0, h.yes))
	v.no = v.no.or(v.byHand(h.yes, h.yes+h.no))
	v.abstained = v.abstained.or(v.byHand(h.yes+h.no, h.valid))
	v.stands = v.stand(said)
}

// byMajority reports whether those who vote under the entry are members of a
// party, each for himself.
func (s *sifted) byMajority(entry int) bool {
	return s.ofParty(&s.poll.roll[entry]) && s.rule.parties.byMajority
}

// look finds who is in favour of one option.
func (v *view) look(option int) {
	v.chosen = v.byHand(0, v.hands.option(option))
	said := make([]voices, len(v.poll.roll))
	for _, one := range v.counted {
		a := &said[one.entry]
		if v.poll.ballots[one.ballot].marked(option) {
			a.yes++
		} else {
			a.no++
		}
	}
	parties := make([]voices, len(v.poll.parties))
	for i := range v.roll.all() {
		if said[i].favours(v.byMajority(i)) {
			v.chosen.add(i)
		}
		if k := v.poll.party(i); k >= 0 {
			parties[k].yes += said[i].yes
			parties[k].no += said[i].no
		}
	}
	for k := range v.stands {
		v.stands[k].chose = parties[k].favours(v.rule.parties != nil && v.rule.parties.byMajority)
	}
}

// favours reports whether all are in favour, or more than half.
func (a voices) favours(byMajority bool) bool {
	n := a.total()
	return n > 0 && (a.yes == n || byMajority && 2*a.yes > n)
}

func (b *ballot) marked(option int) bool {
	for _, mark := range b.marks {
		if mark == option {
			return true
		}
	}
	return false
}
