package demo

import (
	"fmt"
	"slices"
	"strings"

	"sifang/server/internal/explorer"
)

// State is a difficult state of a matter, at which the story of an invented
// estate ends.
type State struct {
	Name             string
	Chinese, English string // what to look at
	As               string // the role, in English, of whoever asks the query
	Query            string // shows the state
	tell             func(*teller)
}

// states are those there are, in the order in which they are listed.
var states = []State{
	{
		Name:    "written-vote-open",
		Chinese: "业主大会书面征求意见正在进行：一张选票三项议题，部分单元已送达，线上和纸质选票都有，有共有人推选的表决代表和一份委托",
		English: "An owners' assembly in writing is under way: one paper with three motions, some entrances served and some not, votes online and on paper, co-owners with a designated voter, a proxy",
		As:      "Chair of the owners' committee",
		Query:   writtenVoteOpen, tell: (*teller).writtenVoteOpen,
	},
}

// States are the states that the demo can tell.
func States() []State { return slices.Clone(states) }

// Named is the state with a name; an unknown one is refused with all names.
func Named(name string) (State, error) {
	var names []string
	for _, s := range states {
		if s.Name == name {
			return s, nil
		}
		names = append(names, s.Name)
	}
	return State{}, fmt.Errorf("the demo knows no state %q; it knows %s", name, strings.Join(names, ", "))
}

// Example is the query that shows the state.
func (s State) Example() explorer.Example {
	return explorer.Example{Title: explorer.Label{Chinese: s.Chinese, English: s.English}, Query: s.Query}
}
