package recount_test

import (
	"fmt"
	"testing"

	"sifang/schema/recount"
)

func ballot(id, entry, person, choice string, more ...object) object {
	b := object{"id": id, "entry": entry, "person": person, "choice": choice}
	for _, one := range more {
		for name, value := range one {
			b[name] = value
		}
	}
	return b
}

func at(clock string) object { return object{"at": "2026-06-01T" + clock + ":00Z"} }

func by(channel string) object { return object{"channel": channel} }

var byAgent = object{"agent": "agent"}

// shared is one entry of several voters and what was cast for it.
func shared(voters []string, ballots ...object) object {
	people := []object{}
	for _, person := range voters {
		people = append(people, object{"person": person})
	}
	return object{"written": true, "roll": list(object{"id": "u", "voters": people, "weights": object{"heads": 1, "area": 10000}}), "ballots": ballots}
}

// said is what the one entry came to.
func said(o recount.Options) string {
	for word, sum := range map[string]recount.Sum{"FOR": o.For, "AGAINST": o.Against, "ABSTAIN": o.Abstain, "DIVIDED": o.Divided, "-": o.NotCast} {
		if sum.Entries == 1 {
			return word
		}
	}
	return fmt.Sprintf("%+v", o)
}

// TestSeveralBallotsOfOneVoter finds the one that counts.
func TestSeveralBallotsOfOneVoter(t *testing.T) {
	early, late := ballot("2", "u", "p", "FOR", at("09:00")), ballot("1", "u", "p", "AGAINST", at("10:00"))
	paper := ballot("3", "u", "p", "ABSTAIN", at("09:30"), by("PAPER"))
	hall := ballot("3", "u", "p", "ABSTAIN", at("08:00"), by("HALL"))
	last := object{"recast": "UNTIL_CLOSE"}
	paperFirst, onlineFirst := object{"channelPrecedence": "PAPER_PREVAILS"}, object{"channelPrecedence": "ONLINE_PREVAILS"}
	for _, c := range []struct {
		name    string
		policy  object
		ballots []object
		counts  string
		aside   string
	}{
		{"the first one", nil, list(late, early), "FOR", "SUPERSEDED 1"},
		{"the last one, if it may be changed", last, list(late, early), "AGAINST", "SUPERSEDED 1"},
		{"at one instant the lower identifier", nil, list(ballot("b", "u", "p", "FOR"), ballot("a", "u", "p", "AGAINST")), "AGAINST", "SUPERSEDED 1"},
		{"at one instant the higher identifier, if it may be changed", last, list(ballot("b", "u", "p", "FOR"), ballot("a", "u", "p", "AGAINST")), "FOR", "SUPERSEDED 1"},
		{"the same ballot twice", nil, list(early, early), "FOR", ""},
		{"nothing tells them apart", nil, list(ballot("a", "u", "p", "FOR"), ballot("a", "u", "p", "AGAINST")), "-", "CONFLICTED 2"},
		{"nothing tells them apart, and they say the same", nil, list(ballot("a", "u", "p", "FOR"), ballot("a", "u", "p", "FOR", by("ONLINE"), byAgent)), "FOR", "SUPERSEDED 1"},
		{"one's own before that of an agent, though later", nil, list(ballot("a", "u", "p", "AGAINST", at("07:00"), byAgent), early), "FOR", "SUPERSEDED 1"},
		{"one's own before that of an agent, though online goes first", onlineFirst, list(ballot("a", "u", "p", "AGAINST", byAgent), paper), "ABSTAIN", "SUPERSEDED 1"},
		{"paper goes first", paperFirst, list(early, paper, late), "ABSTAIN", "SUPERSEDED 2"},
		{"the hall is paper", paperFirst, list(early, hall), "ABSTAIN", "SUPERSEDED 1"},
		{"online goes first", onlineFirst, list(hall, late, early), "FOR", "SUPERSEDED 2"},
		{"the first channel", nil, list(late, early, hall), "ABSTAIN", "SUPERSEDED 2"},
		{"the last on the first channel", last, list(early, paper, late), "AGAINST", "SUPERSEDED 2"},
		{"a spoilt paper does not supersede", paperFirst, list(early, ballot("x", "u", "p", "", by("PAPER"), object{"invalid": "BLANK"})), "FOR", "SPOILT 1"},
		{"neither does no choice", nil, list(early, ballot("x", "u", "p", "MAYBE")), "FOR", "NOT_A_CHOICE 1"},
		{"invalid only", nil, list(ballot("x", "u", "p", "FOR", object{"invalid": "NOT_SIGNED"})), "-", "SPOILT 1"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if c.policy == nil {
				c.policy = object{}
			}
			r := counted(t, ordinary(c.policy), shared(list("p"), c.ballots...))
			if said(r.Options) != c.counts || asides(r) != c.aside {
				t.Errorf("%s, set aside %s; want %s, %s", said(r.Options), asides(r), c.counts, c.aside)
			}
		})
	}
}

// TestSeveralVotersOfOneEntry: one unit is one head, whoever owns it.
func TestSeveralVotersOfOneEntry(t *testing.T) {
	yes, no := ballot("1", "u", "p", "FOR"), ballot("2", "u", "q", "AGAINST")
	settled := func(person string) object {
		return object{"settled": list(object{"entry": "u", "person": person})}
	}
	for _, c := range []struct {
		name    string
		more    object
		ballots []object
		counts  string
		aside   string
	}{
		{"they agree", nil, list(yes, ballot("2", "u", "q", "FOR")), "FOR", ""},
		{"they disagree", nil, list(yes, no), "-", "CONFLICTED 2"},
		{"one of them speaks", settled("q"), list(yes, no), "AGAINST", "SUPERSEDED 1"},
		{"one of them speaks, though they agree", settled("q"), list(yes, ballot("2", "u", "q", "FOR")), "FOR", "SUPERSEDED 1"},
		{"the one who speaks cast nothing that counts", settled("q"), list(yes, ballot("2", "u", "q", "", object{"invalid": "BLANK"})), "FOR", "SPOILT 1"},
		{"a third one disagrees with himself", nil, list(yes, ballot("2", "u", "q", "FOR"), ballot("2", "u", "q", "ABSTAIN")), "FOR", "CONFLICTED 2"},
		{"somebody else votes", nil, list(yes, ballot("2", "u", "stranger", "AGAINST"), ballot("3", "elsewhere", "p", "AGAINST")), "FOR", "NOT_ON_ROLL 2"},
	} {
		t.Run(c.name, func(t *testing.T) {
			count := shared(list("q", "p"), c.ballots...)
			if c.more != nil {
				count = with(count, c.more)
			}
			r := counted(t, ordinary(), count)
			if said(r.Options) != c.counts || asides(r) != c.aside {
				t.Errorf("%s, set aside %s; want %s, %s", said(r.Options), asides(r), c.counts, c.aside)
			}
			if r.Invalid.Entries != 0 {
				t.Errorf("invalid: %+v", r.Invalid)
			}
		})
	}
}

// TestWhoIsThere sets aside ballots of those who are absent, or too late.
func TestWhoIsThere(t *testing.T) {
	half := share("FOR", "SEATS", "ALL_SEATS", "MORE_THAN", 1, 2)
	absent := object{"entry": "e3", "person": "m3", "choice": "FOR"}
	judge(t, []judged{
		{"too late, and absent", ruled(half), more(sitting(4, "FFl-"), absent),
			expected{"REJECTED", "NOTHING 0/0 yes", "SHARE 2/4 no", "", "NOT_PRESENT 2"}},
		{"late and in time", ruled(half, object{"lateArrivalsVote": true}), more(sitting(4, "FFl-"), absent),
			expected{"ADOPTED", "NOTHING 0/0 yes", "SHARE 3/4 yes", "", "NOT_PRESENT 1"}},
	})
}
