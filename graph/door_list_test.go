package graph_test

import (
	"fmt"
	"testing"

	"sifang/ent/enttest"
)

const doorList = `query ($vote: ID!, $served: Boolean, $voted: Boolean, $place: ID, $first: Int, $after: Int) {
	node(id: $vote) { ... on Vote { doorList(served: $served, voted: $voted, placeId: $place, first: $first, afterPosition: $after) {
		places { place { id name parent { name } } all { entries heads area } unserved { entries } silent { entries } }
		entries { position premises heads area served voted place { name } entry { id person { id } } }
		hasNextPage quorum { met sentence clauses { measure needed got missing } }
	} } }
}`

// TestDoorList calls on the owners of two buildings, one of them with two
// entrances: first to bring them the papers, then to remind them.
func TestDoorList(t *testing.T) {
	enttest.Each(t, func(t *testing.T, database string) {
		e := newEstate(t, newStage(t, database), inXiangtan,
			flat{number: "101", building: "1栋", area: 100_00, owner: "甲"},
			flat{number: "102", building: "2栋", entrance: "1单元", area: 100_00, owner: "乙"},
			flat{number: "103", building: "2栋", entrance: "1单元", area: 50_00, owner: "丙"},
			flat{number: "104", building: "2栋", entrance: "2单元", area: 50_00, owner: "丁"})
		a := e.drafted(selectCompany)
		a.call()
		a.done(a.chair, doorList, values{"vote": a.votes[0]}).is("node.doorList", nil)
		a.freeze()
		d := calls{a}
		d.called(nil, "1栋 101 false false", "2栋 1单元 102 false false", "2栋 1单元 103 false false", "2栋 2单元 104 false false")
		d.in("1栋 of 1, 1 unserved, 1 silent", "1单元 of 2, 2 unserved, 2 silent", "2单元 of 1, 1 unserved, 1 silent")
		a.serve([]string{"2栋 1单元 102", "2栋 2单元 104"})
		d.called(values{"served": false}, "1栋 101 false false", "2栋 1单元 103 false false")
		d.says("Still 200.00 square metres and 3 people to the quorum.")
		e.clock.Pass(21 * oneDay)
		a.begin()
		a.open()
		a.cast(map[string]string{"2栋 1单元 102": "AGAINST"})
		d.says("Still 100.00 square metres and 2 people to the quorum.")
		d.called(values{"voted": false}, "1栋 101 false false", "2栋 1单元 103 false false", "2栋 2单元 104 true false")
		d.in("1栋 of 1, 1 unserved, 1 silent", "1单元 of 2, 1 unserved, 1 silent", "2单元 of 1, 0 unserved, 1 silent")
		a.cast(map[string]string{"1栋 101": "FOR", "2栋 1单元 103": "ABSTAIN"})
		d.says("The quorum is reached.")
		d.called(values{"first": 1, "after": 2}, "2栋 1单元 103 false true")
		d.tellsOf("hasNextPage", true, values{"first": 1, "after": 2})
		d.tellsOf("hasNextPage", false, values{"first": 1, "after": 3})
		if one, all := d.costs(1), d.costs(4); one != all {
			t.Errorf("one entry costs %d statements, all cost %d", one, all)
		}
		for _, as := range []string{"", a.who("2栋 1单元 102")} {
			a.done(as, doorList, values{"vote": a.votes[0]}).is("node.doorList", nil)
		}
	})
}

// calls are what the chair reads of who is to be called on.
type calls struct{ *assembly }

func (c calls) list(with values) reply {
	c.Helper()
	all := values{"vote": c.votes[0]}
	for name, value := range with {
		all[name] = value
	}
	return c.done(c.chair, doorList, all)
}

// costs is how many statements a list of so many entries takes.
func (c calls) costs(entries int) int64 {
	c.Helper()
	before := c.statements.Load()
	c.list(values{"first": entries})
	return c.statements.Load() - before
}

// called asserts the entries: where, whether served, whether voted.
func (c calls) called(with values, want ...string) {
	c.Helper()
	var list []struct {
		Premises      string
		Served, Voted bool
		Entry         struct{ ID string }
	}
	c.list(with).into("node.doorList.entries", &list)
	var got []string
	for _, one := range list {
		got = append(got, fmt.Sprintf("%s %t %t", one.Premises, one.Served, one.Voted))
		if place := c.places[one.Premises]; one.Entry.ID != place.ID {
			c.Errorf("%s is entry %s, want %s", one.Premises, one.Entry.ID, place.ID)
		}
	}
	if fmt.Sprint(got) != fmt.Sprint(want) {
		c.Errorf("to be called on are %q, want %q", got, want)
	}
}

// in asserts the sums of each building and entrance.
func (c calls) in(want ...string) {
	c.Helper()
	type sum struct{ Entries int }
	var list []struct {
		Place                 struct{ Name string }
		All, Unserved, Silent sum
	}
	c.list(values{"first": 0}).into("node.doorList.places", &list)
	var got []string
	for _, one := range list {
		got = append(got, fmt.Sprintf("%s of %d, %d unserved, %d silent", one.Place.Name, one.All.Entries, one.Unserved.Entries, one.Silent.Entries))
	}
	if fmt.Sprint(got) != fmt.Sprint(want) {
		c.Errorf("the places are %q, want %q", got, want)
	}
}

// says asserts the sentence about the quorum.
func (c calls) says(want string) {
	c.Helper()
	c.tellsOf("quorum.sentence", want, nil)
}

func (c calls) tellsOf(path string, want any, with values) {
	c.Helper()
	c.list(with).is("node.doorList."+path, want)
}
