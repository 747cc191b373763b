package voice

import (
	"slices"
	"testing"
	"time"

	"pgregory.net/rapid"

	"sifang/schema"
	"sifang/schema/fault"
	"sifang/schema/ident"
	"sifang/schema/rule"
)

// id is an identifier that only tests know.
func id(n byte) ident.ID { return ident.ID{15: n} }

func at(minute int) time.Time { return time.Date(2026, 6, 1, 9, minute, 0, 0, time.UTC) }

const (
	husband = 1
	wife    = 2
	son     = 3
	agent   = 9
)

// cast is a ballot: F, G or B by a voter at a minute, changed in some respects.
func cast(letter byte, voter byte, minute int, changes ...func(*Ballot)) Ballot {
	choice := map[byte]schema.BallotChoice{'F': "FOR", 'G': "AGAINST", 'B': "ABSTAIN"}[letter]
	b := Ballot{
		ID: id(byte(minute)), Voter: id(voter), Channel: schema.BallotChannelOnline, At: at(minute), Said: Said{Choice: choice},
	}
	for _, change := range changes {
		change(&b)
	}
	return b
}

func onPaper(b *Ballot) { b.Channel = schema.BallotChannelPaper }
func inHall(b *Ballot)  { b.Channel = schema.BallotChannelHall }
func byAgent(b *Ballot) { b.Agent = id(agent) }
func spoilt(b *Ballot)  { b.Invalid = true }
func heir(b *Ballot)    { b.Heir = true }
func resold(b *Ballot)  { b.Resold = true }
func stray(b *Ballot)   { b.Stray = true }

var (
	onlineFirst = Place{Policies: rule.Policies{ChannelPrecedence: rule.OnlinePrevails}}
	paperFirst  = Place{Policies: rule.Policies{ChannelPrecedence: rule.PaperPrevails}}
	recast      = Place{Policies: rule.Policies{Recast: rule.UntilClose}}
	party       = Place{Party: true}
	settled     = Place{Settled: id(wife)}
)

const (
	valid      = schema.BallotStatusValid
	superseded = schema.BallotStatusSuperseded
	conflicted = schema.BallotStatusConflicted
	invalid    = schema.BallotStatusInvalid
)

func TestStand(t *testing.T) {
	for name, c := range map[string]struct {
		place   Place
		ballots []Ballot
		want    []schema.BallotStatus
	}{
		"nothing":      {Place{}, nil, []schema.BallotStatus{}},
		"one":          {Place{}, []Ballot{cast('F', husband, 1)}, []schema.BallotStatus{valid}},
		"spoilt paper": {Place{}, []Ballot{cast('F', husband, 1, onPaper, spoilt)}, []schema.BallotStatus{invalid}},
		"a spoilt paper takes no ballot's place": {
			paperFirst, []Ballot{cast('F', husband, 1), cast('G', husband, 2, onPaper, spoilt)}, []schema.BallotStatus{valid, invalid},
		},
		"on two channels the first prevails": {
			Place{}, []Ballot{cast('F', husband, 2), cast('G', husband, 1, onPaper)}, []schema.BallotStatus{superseded, valid},
		},
		"online prevails": {
			onlineFirst, []Ballot{cast('F', husband, 2), cast('G', husband, 1, onPaper)}, []schema.BallotStatus{valid, superseded},
		},
		"paper prevails": {
			paperFirst, []Ballot{cast('F', husband, 1), cast('G', husband, 2, onPaper)}, []schema.BallotStatus{superseded, valid},
		},
		"the hall is paper": {
			paperFirst, []Ballot{cast('F', husband, 1), cast('G', husband, 2, inHall)}, []schema.BallotStatus{superseded, valid},
		},
		"two papers, and the first counts": {
			Place{}, []Ballot{cast('F', husband, 2, onPaper), cast('G', husband, 1, onPaper)}, []schema.BallotStatus{superseded, valid},
		},
		"cast again": {
			recast, []Ballot{cast('F', husband, 1), cast('G', husband, 2)}, []schema.BallotStatus{superseded, valid},
		},
		"cast again on the channel that came first": {
			recast, []Ballot{cast('F', husband, 1), cast('G', husband, 2, onPaper), cast('B', husband, 3)},
			[]schema.BallotStatus{superseded, superseded, valid},
		},
		"the voter goes before the agent": {
			paperFirst, []Ballot{cast('F', husband, 1, onPaper, byAgent), cast('G', husband, 2)}, []schema.BallotStatus{superseded, valid},
		},
		"co-owners disagree": {
			Place{}, []Ballot{cast('F', husband, 1), cast('G', wife, 2, onPaper)}, []schema.BallotStatus{conflicted, conflicted},
		},
		"a third joins one of them": {
			Place{}, []Ballot{cast('F', husband, 1), cast('G', wife, 2), cast('F', son, 3)},
			[]schema.BallotStatus{conflicted, conflicted, conflicted},
		},
		"co-owners agree": {
			Place{}, []Ballot{cast('F', husband, 2), cast('F', wife, 1, onPaper)}, []schema.BallotStatus{superseded, valid},
		},
		"one of them comes round": {
			recast, []Ballot{cast('F', husband, 1), cast('G', wife, 2), cast('G', husband, 3)},
			[]schema.BallotStatus{superseded, valid, superseded},
		},
		"settled": {
			settled, []Ballot{cast('F', husband, 1), cast('G', wife, 2), cast('F', son, 3)},
			[]schema.BallotStatus{superseded, valid, superseded},
		},
		"who was settled upon said nothing": {settled, []Ballot{cast('F', husband, 1)}, []schema.BallotStatus{valid}},
		"who was struck off the place": {
			Place{}, []Ballot{cast('F', husband, 1, stray), cast('G', wife, 2)}, []schema.BallotStatus{superseded, valid},
		},
	} {
		t.Run(name, func(t *testing.T) {
			if got := c.place.Stand(c.ballots); !slices.Equal(got, c.want) {
				t.Errorf("got %v, want %v", got, c.want)
			}
		})
	}
}

func TestAdmit(t *testing.T) {
	voted := []Ballot{cast('F', husband, 1)}
	for name, c := range map[string]struct {
		place    Place
		ballots  []Ballot
		one      Ballot
		admitted bool
	}{
		"the first":                      {Place{}, nil, cast('F', husband, 5), true},
		"a second one":                   {Place{}, voted, cast('G', husband, 5), false},
		"a second one, where one may":    {recast, voted, cast('G', husband, 5), true},
		"on another channel":             {Place{}, voted, cast('G', husband, 5, inHall), true},
		"twice in the hall":              {Place{}, []Ballot{cast('F', husband, 1, inHall)}, cast('G', husband, 5, inHall), false},
		"after a spoilt paper":           {Place{}, []Ballot{cast('F', husband, 1, onPaper, spoilt)}, cast('G', husband, 5), true},
		"a co-owner says the same":       {Place{}, voted, cast('F', wife, 5), false},
		"a co-owner says something else": {Place{}, voted, cast('G', wife, 5), true},
		"a third one in a dispute":       {Place{}, []Ballot{cast('F', husband, 1), cast('G', wife, 2)}, cast('F', son, 5), true},
		"after it was settled":           {settled, []Ballot{cast('F', husband, 1), cast('G', wife, 2)}, cast('F', son, 5), false},
		"who was settled upon, again":    {Place{Policies: recast.Policies, Settled: id(wife)}, []Ballot{cast('G', wife, 2)}, cast('F', wife, 5), true},
		"another delegate":               {party, voted, cast('G', wife, 5), false},
		"an agent after the voter":       {recast, voted, cast('G', husband, 5, byAgent), false},
		"the voter after an agent":       {Place{}, []Ballot{cast('F', husband, 1, byAgent)}, cast('G', husband, 5), true},
		"a second agent":                 {Place{}, []Ballot{cast('F', husband, 1, byAgent)}, cast('G', husband, 5, byAgent), false},
		"the buyer after the seller":     {Place{}, voted, cast('G', son, 5, heir), false},
		"the seller after the buyer":     {Place{}, []Ballot{cast('G', son, 1, heir)}, cast('F', husband, 5), false},
		"a second buyer":                 {Place{}, []Ballot{cast('G', son, 1, heir)}, cast('F', wife, 5, heir), true},
		"who bought from the buyer":      {Place{}, []Ballot{cast('G', son, 1, heir, resold)}, cast('F', wife, 5, heir), false},
		"after who was struck off":       {Place{}, []Ballot{cast('F', husband, 1, stray)}, cast('F', wife, 5), true},
	} {
		t.Run(name, func(t *testing.T) {
			refused := c.place.Admit(c.ballots, c.one)
			if (refused == nil) != c.admitted || refused != nil && refused.Code != fault.AlreadyVoted {
				t.Errorf("answered %v", refused)
			}
		})
	}
}

// draw is some ballots of a few voters, under some rule.
func draw(t *rapid.T) (Place, []Ballot) {
	p := Place{Policies: rule.Policies{
		ChannelPrecedence: rule.ChannelPrecedence(rapid.SampledFrom(append(rule.ChannelPrecedence("").Values(), "")).Draw(t, "precedence")),
		Recast:            rule.Recast(rapid.SampledFrom(append(rule.Recast("").Values(), "")).Draw(t, "recast")),
	}, Settled: id(rapid.SampledFrom([]byte{0, 0, husband, wife}).Draw(t, "settled"))}
	ballots := make([]Ballot, rapid.IntRange(0, 7).Draw(t, "ballots"))
	for i := range ballots {
		ballots[i] = cast(rapid.SampledFrom([]byte("FGB")).Draw(t, "choice"), rapid.SampledFrom([]byte{husband, wife, son}).Draw(t, "voter"),
			rapid.IntRange(0, 4).Draw(t, "minute"), func(b *Ballot) {
				b.ID, b.Invalid = id(byte(100+i)), rapid.IntRange(0, 5).Draw(t, "spoilt") == 0
				b.Channel = schema.BallotChannel(rapid.SampledFrom(b.Channel.Values()).Draw(t, "channel"))
				if rapid.Bool().Draw(t, "by agent") {
					byAgent(b)
				}
			})
	}
	return p, ballots
}

// Whatever comes in, in whatever order: one ballot counts, or several disagree,
// or there is none.
func TestStandProperties(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p, ballots := draw(t)
		of := map[ident.ID]schema.BallotStatus{}
		count := map[schema.BallotStatus]int{}
		lawful := 0
		for i, status := range p.Stand(ballots) {
			of[ballots[i].ID] = status
			count[status]++
			if !ballots[i].Invalid {
				lawful++
			}
		}
		if count[valid] > 1 || count[conflicted] == 1 || count[valid] > 0 && count[conflicted] > 0 ||
			lawful > 0 && count[valid]+count[conflicted] == 0 || count[invalid] != len(ballots)-lawful {
			t.Fatalf("%v of %d lawful ballots", count, lawful)
		}
		shuffled := rapid.Permutation(ballots).Draw(t, "order")
		for i, status := range p.Stand(shuffled) {
			if status != of[shuffled[i].ID] {
				t.Fatalf("in another order %s is %s and no longer %s", shuffled[i].ID, status, of[shuffled[i].ID])
			}
		}
	})
}

// A ballot that was let in by somebody who had not voted yet never ends up
// where it says nothing: it counts, or it is disputed.
func TestWhoIsAdmittedIsHeard(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p, ballots := draw(t)
		one := cast('F', son, 30)
		ballots = slices.DeleteFunc(ballots, func(b Ballot) bool { return b.Voter == one.Voter })
		if p.Admit(ballots, one) != nil {
			return
		}
		all := p.Stand(append(ballots, one))
		if last := all[len(all)-1]; last != valid && last != conflicted {
			t.Fatalf("it is %s", last)
		}
	})
}
