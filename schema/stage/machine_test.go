package stage

import (
	"reflect"
	"slices"
	"testing"

	"sifang/schema"
	"sifang/schema/fault"
)

// status is an enumeration of states.
type status interface {
	~string
	Values() []string
}

// table is a machine as the tests of every machine see it.
type table struct {
	name   string
	values []string
	final  []string
	moves  []step
	next   func(verb Verb, from string, holds []Guard) (string, *fault.Fault)
	// allowed and verbs are what the machine lists.
	allowed func(verb Verb, holds []Guard) []string
	verbs   func(from string) []Verb
}

type step struct {
	verb Verb
	from string
	to   string
	when Guard
}

func tabled[S status](m Machine[S]) table {
	t := table{name: m.name, values: S("").Values(), final: plain(m.final)}
	for _, one := range m.moves {
		from := one.from
		if len(from) == 0 {
			from = []S{""}
		}
		for _, state := range from {
			to := one.to
			if to == "" {
				to = state
			}
			t.moves = append(t.moves, step{one.verb, string(state), string(to), one.when})
		}
	}
	t.next = func(verb Verb, from string, holds []Guard) (string, *fault.Fault) {
		to, refusal := m.Next(verb, S(from), holds...)
		return string(to), refusal
	}
	t.allowed = func(verb Verb, holds []Guard) []string { return plain(m.Allowed(verb, holds...)) }
	t.verbs = func(from string) []Verb { return m.Verbs(S(from)) }
	return t
}

func plain[S status](states []S) []string {
	texts := make([]string, len(states))
	for i, state := range states {
		texts[i] = string(state)
	}
	return texts
}

func tables() []table {
	return []table{
		tabled(Meeting), tabled(AgendaItem), tabled(Vote), tabled(Candidate), tabled(Resolution), tabled(Task), tabled(Membership), tabled(Proposal),
		tabled(Term), tabled(Filing),
		tabled(Speech), tabled(Motion), tabled(Minutes),
		tabled(ProcedureRun),
	}
}

func TestEveryStateIsReachedFromNothing(t *testing.T) {
	for _, m := range tables() {
		reached := map[string]bool{"": true}
		for range m.moves {
			for _, move := range m.moves {
				if reached[move.from] {
					reached[move.to] = true
				}
			}
		}
		for _, state := range m.values {
			if !reached[state] {
				t.Errorf("%s: nothing leads to %s", m.name, state)
			}
		}
		if len(reached) != len(m.values)+1 {
			t.Errorf("%s: the table names a state outside its enumeration: %v", m.name, reached)
		}
	}
}

func TestNothingLeadsOutOfAFinalState(t *testing.T) {
	for _, m := range tables() {
		left := map[string]bool{}
		for _, move := range m.moves {
			if move.from != move.to {
				left[move.from] = true
			}
		}
		for _, state := range m.values {
			if final := slices.Contains(m.final, state); final == left[state] {
				t.Errorf("%s: %s is final: %v, is left: %v", m.name, state, final, left[state])
			}
		}
		if len(m.final) == 0 {
			t.Errorf("%s never ends", m.name)
		}
	}
}

func TestNoStepIsAmbiguous(t *testing.T) {
	type key struct {
		verb Verb
		from string
		when Guard
	}
	for _, m := range tables() {
		seen := map[key]bool{}
		for _, move := range m.moves {
			k := key{move.verb, move.from, move.when}
			if seen[k] {
				t.Errorf("%s: %s from %s under %q stands twice", m.name, move.verb, move.from, move.when)
			}
			seen[k] = true
		}
	}
}

func TestNextFollowsTheTable(t *testing.T) {
	for _, m := range tables() {
		for _, move := range m.moves {
			holds := []Guard{"A_CONDITION_NOBODY_ASKS_FOR"}
			if move.when != "" {
				holds = append(holds, move.when)
			}
			if to, refusal := m.next(move.verb, move.from, holds); refusal != nil || to != move.to {
				t.Errorf("%s: %s from %q under %v leads to %q, %v", m.name, move.verb, move.from, holds, to, refusal)
			}
		}
	}
}

func TestNextRefusesWhatTheTableDoesNotAllow(t *testing.T) {
	for _, m := range tables() {
		for _, verb := range allVerbs(m) {
			for _, state := range m.values {
				to, refusal := m.next(verb, state, nil)
				possible := slices.Contains(m.allowed(verb, nil), state)
				if possible == (refusal != nil) {
					t.Errorf("%s: %s in %s is possible: %v, refused: %v", m.name, verb, state, possible, refusal)
				}
				if refusal != nil && (refusal.Code != fault.WrongState || to != state) {
					t.Errorf("%s: %s in %s gives %s, %v", m.name, verb, state, to, refusal)
				}
				conditional := slices.ContainsFunc(m.moves, func(s step) bool { return s.verb == verb && s.from == state })
				listed := slices.Contains(m.verbs(state), verb)
				if listed != (conditional && !slices.Contains(unasked, verb)) {
					t.Errorf("%s: %s is listed in %s: %v", m.name, verb, state, listed)
				}
			}
		}
	}
}

func allVerbs(m table) []Verb {
	verbs := []Verb{"unheardOf"}
	for _, move := range m.moves {
		if !slices.Contains(verbs, move.verb) {
			verbs = append(verbs, move.verb)
		}
	}
	return verbs
}

func TestARefusalNamesVerbStateAndWhereItIsPossible(t *testing.T) {
	_, refusal := Vote.Next("openVote", "CLOSED", NoticeNotNeeded)
	want := fault.New(fault.WrongState, "verb", schema.Verb("openVote"), "state", schema.VoteStatusClosed,
		"allowed", []schema.VoteStatus{schema.VoteStatusNoticed, schema.VoteStatusDraft})
	if !reflect.DeepEqual(refusal, want) {
		t.Errorf("got %v, want %v", refusal, want)
	}
	// Without the condition, only a vote that was noticed may be opened.
	_, refusal = Vote.Next("openVote", "DRAFT")
	want = fault.New(fault.WrongState, "verb", schema.Verb("openVote"), "state", schema.VoteStatusDraft,
		"allowed", []schema.VoteStatus{schema.VoteStatusNoticed})
	if !reflect.DeepEqual(refusal, want) {
		t.Errorf("got %v, want %v", refusal, want)
	}
}

func TestAConditionThatHoldsDecidesWhereAStepLeads(t *testing.T) {
	for _, c := range []struct {
		holds []Guard
		want  string
	}{
		{nil, "IN_FORCE"},
		{[]Guard{StaysEffect}, "STAYED"},
	} {
		got, refusal := Resolution.Next("recordChallenge", "IN_FORCE", c.holds...)
		if refusal != nil || string(got) != c.want {
			t.Errorf("a challenge under %v leads to %s, %v", c.holds, got, refusal)
		}
	}
}

func TestEveryConditionIsExplainedAndUsed(t *testing.T) {
	var used, explained []Guard
	for _, m := range tables() {
		for _, move := range m.moves {
			if move.when != "" {
				used = append(used, move.when)
			}
		}
	}
	for _, one := range guards {
		explained = append(explained, one.guard)
		if one.meaning == "" || !slices.Contains(used, one.guard) {
			t.Errorf("%s is used nowhere or not explained", one.guard)
		}
	}
	for _, guard := range used {
		if !slices.Contains(explained, guard) {
			t.Errorf("%s is not explained", guard)
		}
	}
}
