package quorum_test

import (
	"encoding/json"
	"math/rand/v2"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"sifang/schema"
	"sifang/schema/fault"
	"sifang/schema/quorum"
	"sifang/schema/rule"
)

var start = time.Date(2026, 6, 1, 19, 0, 0, 0, time.UTC)

// minute is an instant of the meeting.
func minute(n int) time.Time { return start.Add(time.Duration(n) * time.Minute) }

// stay is a voting interval in the room; until 0 means still there.
func stay(person, party string, from, until int) quorum.Interval {
	i := quorum.Interval{Person: person, Party: party, From: minute(from), Mode: schema.AttendanceModeInPerson, Voting: true}
	if until > 0 {
		i.To = minute(until)
	}
	return i
}

func room(n int) []quorum.Interval {
	var all []quorum.Interval
	for i := range n {
		all = append(all, stay("member "+strconv.Itoa(i), "", 0, 0))
	}
	return all
}

func preset(t *testing.T, code string) rule.Rule {
	t.Helper()
	r, ok := rule.Preset(code)
	if !ok {
		t.Fatalf("no preset %s", code)
	}
	return r
}

func four() quorum.Whole {
	return quorum.Whole{Body: rule.Body{Parties: []rule.Party{
		{ID: "branch"}, {ID: "residents"}, {ID: "owners"}, {ID: "company"},
	}}}
}

func TestScenarios(t *testing.T) {
	representatives := preset(t, "REPRESENTATIVES_MEETING")
	joint := preset(t, "JOINT_MAJORITY_OF_PARTIES")
	three := joint
	three.DistinctPersonsMin = 3
	// one person is branch secretary and chair of the owners' committee
	bothPosts := []quorum.Interval{stay("Li", "branch", 0, 0), stay("Li", "owners", 0, 0), stay("Wang", "residents", 0, 0)}
	for _, c := range []struct {
		name        string
		rule        rule.Rule
		there       []quorum.Interval
		whole       quorum.Whole
		met         bool
		needed, got int64
	}{
		{"30b", representatives, room(33), quorum.Whole{OnRoll: 49}, true, 33, 33},
		{"30b one fewer", representatives, room(32), quorum.Whole{OnRoll: 49}, false, 33, 32},
		{"34", preset(t, "OWNERS_COMMITTEE_SHANDONG"), room(4), quorum.Whole{Body: rule.Body{Seats: 7}}, false, 5, 4},
		{"34 in Beijing", preset(t, "OWNERS_COMMITTEE_BEIJING"), room(4), quorum.Whole{Body: rule.Body{Seats: 7}}, true, 4, 4},
		{"37", preset(t, "PARTY_BRANCH"), room(23), quorum.Whole{Body: rule.Body{Due: 46}}, true, 23, 23},
		{"38d", three, bothPosts, four(), false, 2, 1},
		{"38d without a least number of persons", joint, bothPosts, four(), true, 3, 3},
	} {
		t.Run(c.name, func(t *testing.T) {
			v, err := quorum.Judge(c.rule, quorum.At(c.there, minute(5)), c.whole)
			if err != nil {
				t.Fatal(err)
			}
			if v.Met != c.met || v.Finding.Needed != c.needed || v.Finding.Got != c.got {
				t.Errorf("%+v", v.Finding)
			}
		})
	}
	t.Run("36", func(t *testing.T) {
		// an interim committee of nine, five of whom represent owners
		there := room(6)
		for i := range 2 {
			there[i].Groups = []string{"OWNER"}
		}
		whole := quorum.Whole{Body: rule.Body{Seats: 9}, OnRoll: 9, Groups: map[string]int64{"OWNER": 5}}
		r := preset(t, "INTERIM_PROPERTY_COMMITTEE_BEIJING")
		v, err := quorum.Judge(r, quorum.At(there, start), whole)
		if err != nil || v.Met || !v.Finding.Parts[0].Met || v.Finding.Parts[1].Needed != 3 {
			t.Errorf("%v %+v", err, v.Finding)
		}
		there[2].Groups = []string{"OWNER"}
		if v, _ := quorum.Judge(r, quorum.At(there, start), whole); !v.Met {
			t.Errorf("%+v", v.Finding)
		}
	})
}

func TestComingAndGoing(t *testing.T) {
	online := stay("Wang", "residents", 10, 30)
	online.Mode = schema.AttendanceModeRemote
	guest := stay("guest", "", 0, 0)
	guest.Voting = false
	stays := []quorum.Interval{
		stay("Li", "branch", 0, 20), stay("Li", "owners", 5, 20), stay("Li", "branch", 25, 0), online, guest,
	}
	for _, c := range []struct {
		at                         int
		persons, observers, remote int64
		parties                    string
	}{
		{-1, 0, 0, 0, ""},
		{0, 1, 1, 0, "branch"},
		{5, 1, 1, 0, "branch owners"},
		{10, 2, 1, 1, "branch owners residents"},
		{19, 2, 1, 1, "branch owners residents"},
		{20, 1, 1, 1, "residents"},
		{25, 2, 1, 1, "branch residents"},
		{30, 1, 1, 0, "branch"},
		{999, 1, 1, 0, "branch"},
	} {
		p := quorum.At(stays, minute(c.at))
		var parties []string
		for _, party := range []string{"branch", "owners", "residents"} {
			if p.For(party) > 0 {
				parties = append(parties, party)
			}
		}
		if p.Persons() != c.persons || p.Observers() != c.observers || p.Remote() != c.remote || strings.Join(parties, " ") != c.parties {
			t.Errorf("minute %d: %d, %d, %d, %v", c.at, p.Persons(), p.Observers(), p.Remote(), parties)
		}
	}
}

func TestPresenceIsWhoIsThere(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var stays []quorum.Interval
		for range rapid.IntRange(0, 8).Draw(t, "stays") {
			from := rapid.IntRange(0, 9).Draw(t, "from")
			s := stay("v"+strconv.Itoa(rapid.IntRange(0, 3).Draw(t, "person")), rapid.SampledFrom([]string{"", "branch", "owners"}).Draw(t, "party"),
				from, rapid.SampledFrom([]int{0, from, from + 3}).Draw(t, "until"))
			s.Voting = rapid.Bool().Draw(t, "voting")
			if rapid.Bool().Draw(t, "remote") {
				s.Mode = schema.AttendanceModeRemote
			}
			stays = append(stays, s)
		}
		at := minute(rapid.IntRange(-1, 12).Draw(t, "at"))
		p := quorum.At(stays, at)
		voters, everybody, owners := map[string]bool{}, map[string]bool{}, map[string]bool{}
		for _, s := range stays {
			if at.Before(s.From) || !s.To.IsZero() && !at.Before(s.To) {
				continue
			}
			everybody[s.Person] = true
			voters[s.Person] = voters[s.Person] || s.Voting
			owners[s.Person] = owners[s.Person] || s.Voting && s.Party == "owners"
		}
		count := func(of map[string]bool) int64 {
			var n int64
			for _, is := range of {
				if is {
					n++
				}
			}
			return n
		}
		if p.Persons() != count(voters) || p.Observers() != count(everybody)-count(voters) || p.For("owners") != count(owners) {
			t.Fatalf("%+v", p)
		}
		shuffled := slices.Clone(stays)
		dice := rand.New(rand.NewPCG(rapid.Uint64().Draw(t, "seed"), 0))
		dice.Shuffle(len(shuffled), func(i, j int) { shuffled[i], shuffled[j] = shuffled[j], shuffled[i] })
		if again := quorum.At(shuffled, at); !reflect.DeepEqual(p, again) {
			t.Fatalf("%+v\n%+v", p, again)
		}
	})
}

func TestExplanationAndStorage(t *testing.T) {
	r := preset(t, "JOINT_MAJORITY_OF_PARTIES")
	r.DistinctPersonsMin = 3
	v, err := quorum.Judge(r, quorum.At([]quorum.Interval{
		stay("Li", "branch", 0, 0), stay("Li", "owners", 0, 0), stay("Wang", "residents", 0, 0),
	}, start), four())
	if err != nil {
		t.Fatal(err)
	}
	want := []string{
		"以下各项须全部满足，未满足。 / All of the following are required: this is not met.",
		"参加表决的各方共4方，须有四分之三以上到会，即至少3方；现有3方，已满足。 / At least three quarters of the 4 parties that vote must be present, which takes at least 3; 3 are, so this is met.",
		"到会的不同自然人至少须有3人，现有2人，未满足。 / At least 3 different people must be present; 2 are, so this is not met.",
	}
	var got []string
	for _, s := range append([]rule.Sentence{v.Explanation}, v.Explanation.Parts...) {
		got = append(got, s.In(fault.Chinese)+" / "+s.In(fault.English))
	}
	if !slices.Equal(got, want) {
		t.Errorf("%s", strings.Join(got, "\n"))
	}
	data, err := json.Marshal(v)
	if err != nil {
		t.Fatal(err)
	}
	var after quorum.Verdict
	if err := json.Unmarshal(data, &after); err != nil || !reflect.DeepEqual(v, after) {
		t.Errorf("%v\n%+v\n%+v", err, v, after)
	}
	if v.Parties[3] != (quorum.PartyCount{Party: "company"}) || v.Parties[0].Persons != 1 {
		t.Errorf("%+v", v.Parties)
	}
}

func TestWhatAttendanceCannotTell(t *testing.T) {
	for _, c := range []struct {
		name  string
		rule  rule.Rule
		whole quorum.Whole
		want  []string
	}{
		{"votes and area", preset(t, "OWNERS_ORDINARY"), quorum.Whole{OnRoll: 300}, []string{"QUORUM_NOT_BY_PRESENCE", "QUORUM_NOT_BY_PRESENCE"}},
		{"no roll", preset(t, "RESIDENTS_MEETING"), quorum.Whole{}, []string{"COUNT_BASE_MISSING"}},
		{"no seats", preset(t, "OWNERS_COMMITTEE_BEIJING"), quorum.Whole{}, []string{"COUNT_BASE_MISSING"}},
		{"no parties", preset(t, "JOINT_ALL_PARTIES"), quorum.Whole{}, []string{"COUNT_BASE_MISSING"}},
		{"no such group", preset(t, "INTERIM_PROPERTY_COMMITTEE_BEIJING"), quorum.Whole{Body: rule.Body{Seats: 9}, OnRoll: 9}, []string{"COUNT_BASE_MISSING"}},
		{"no quorum at all", preset(t, "INTERESTED_OWNERS"), quorum.Whole{}, nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, err := quorum.Judge(c.rule, quorum.Presence{}, c.whole)
			faults, _ := fault.Of(err)
			var got []string
			for _, one := range faults {
				got = append(got, string(one.Code))
			}
			if !slices.Equal(got, c.want) {
				t.Errorf("%q", got)
			}
		})
	}
}
