package tally

import (
	"slices"

	"sifang/schema"
	"sifang/schema/rule"
)

// margins try the two ends of what may still happen. Conditions may still be
// fulfilled as long as ballots come in.
func (f *facts) margins(now schema.VerdictOutcome) Margins {
	m := Margins{CanPass: carried(now), CanFail: now != schema.VerdictOutcomeAdopted}
	if !f.count.Open || now == schema.VerdictOutcomeVoid {
		return m
	}
	if f.mayQuarrel() {
		return Margins{CanPass: true, CanFail: true}
	}
	tries := []bool{false}
	if f.recusedMayCome() {
		// Who stepped aside and comes late may help the quorum and weigh on the base.
		tries = append(tries, true)
	}
	for _, recusedCome := range tries {
		p := prospect{facts: f, recusedCome: recusedCome}
		if f.motion() {
			m.CanPass = m.CanPass || p.motionCanPass()
			m.CanFail = m.CanFail || p.motionCanFail()
		} else {
			m.CanPass = m.CanPass || p.choiceCanPass()
			m.CanFail = m.CanFail || p.choiceCanFail()
		}
	}
	return m
}

// mayQuarrel reports whether several who voted for one entry agreed, and one of
// them may think again. Then the entry may still go either way, or fall out.
func (f *facts) mayQuarrel() bool {
	for i := range f.lines {
		if voices := f.lines[i].voices; len(voices) > 1 && !f.byMajority(&f.count.Roll[i]) &&
			slices.ContainsFunc(voices, func(k int) bool { return f.mayChange(&f.count.Ballots[k]) }) {
			return true
		}
	}
	return false
}

func carried(o schema.VerdictOutcome) bool {
	return o == schema.VerdictOutcomeAdopted || o == schema.VerdictOutcomePendingConsent
}

func (f *facts) recusedMayCome() bool {
	if f.count.Written || !f.rule.LateArrivalsVote {
		return false
	}
	for i := range f.count.Roll {
		for _, v := range f.count.Roll[i].Voters {
			if v.Recused && v.Arrival == Absent {
				return true
			}
		}
	}
	return false
}

// motionCanPass tries that everybody votes in favour. No motion is harmed by
// another voice in favour, so there is nothing better.
func (p prospect) motionCanPass() bool {
	return carried(p.outcome(Ballot{Choice: schema.BallotChoiceFor}))
}

// motionCanFail tries that everybody votes against. That nobody votes any more
// is the outcome as it stands; but where silence or spoilt papers count, what
// counts now may fall out. A chair may carry a tie, which one who abstains takes
// away.
func (p prospect) motionCanFail() bool {
	against := Ballot{Choice: schema.BallotChoiceAgainst}
	if p.outcome(against) != schema.VerdictOutcomeAdopted || p.fallsOut(against) {
		return true
	}
	if p.rule.Tie != rule.CastingVote {
		return false
	}
	for i := range p.lines {
		p.spared = &p.count.Roll[i]
		if p.outcome(against) != schema.VerdictOutcomeAdopted {
			return true
		}
	}
	return false
}

// fallsOut tries that whatever may fall out does: a quorum may rest on silence, or
// on spoilt papers.
func (p prospect) fallsOut(vote Ballot) bool {
	if !p.deems() && !p.asRuled().spoilt {
		return false
	}
	p.fallOut = true
	return p.outcome(vote) != schema.VerdictOutcomeAdopted
}

// choiceCanPass asks whether enough options could still reach the approval, if
// each were marked by everybody who may still vote.
func (p prospect) choiceCanPass() bool {
	best, moved := p.all(joker)
	j := best.judge(best.asRuled())
	if !moved || carried(j.outcome) {
		return carried(j.outcome)
	}
	if p.sidesMayVanish() {
		return true
	}
	reaching := 0
	for _, choice := range j.choices {
		if choice.Rank > 0 {
			reaching++
		}
	}
	return j.quorum.Met && reaching >= p.leastOptions()
}

// sidesMayVanish reports whether a party that comes to differ over options leaves
// the base, so that a vote for one option may help another one. Who would have
// to vote how is then left open.
func (f *facts) sidesMayVanish() bool {
	return f.rule.CountsParties() && f.rule.Uses(schema.BaseCastForOrAgainst)
}

// leastOptions is how many must reach the approval for anything to come of the
// vote.
func (p prospect) leastOptions() int {
	e := p.rule.Election
	if e == nil || p.count.TieBreak {
		return 1
	}
	least := 1
	for least < p.count.Fill && (least < e.LeastSeats || !reaches(e.LeastShare, least, p.count.Fill)) {
		least++
	}
	return least
}

// choiceCanFail asks whether the approval could be missed, if all that may still
// come were for nothing, and whether somebody could draw level where that would
// be a tie. It may say yes where voters would have to agree on a riddle.
func (p prospect) choiceCanFail() bool {
	worst, moved := p.all(blank)
	j := worst.judge(worst.asRuled())
	if moved && p.sidesMayVanish() {
		return true
	}
	if j.outcome != schema.VerdictOutcomeAdopted || p.with(blank).fallsOut(Ballot{Marks: []string{blank}}) {
		return true
	}
	if !p.tieHurts() {
		return false
	}
	low := worst.contest(worst.asRuled())
	best, _ := p.all(joker)
	high := best.contest(best.asRuled())
	seats := 1
	if p.rule.Election != nil {
		seats = p.count.Fill
	}
	sure := low.ranked[:min(seats, len(low.ranked))]
	last := low.votes[sure[len(sure)-1]]
	rivals, level := 0, false
	for _, i := range high.ranked {
		if i < len(p.count.Options) && !slices.Contains(sure, i) {
			rivals++
			level = level || slices.Compare(high.votes[i], last) >= 0
		}
	}
	return level && len(sure)+rivals > seats || len(sure) < seats && len(sure)+rivals > seats
}

// tieHurts reports whether a tie would leave the vote without a result.
func (p prospect) tieHurts() bool {
	if e := p.rule.Election; e != nil {
		return !p.count.TieBreak || e.SecondTie != rule.LeaveVacant
	}
	return p.mostMarks() == 1
}
